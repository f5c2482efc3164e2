package fact

import (
	"strings"
	"sync"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/groups"
	"github.com/assaydata/assay/internal/record"
)

// Source is one item that a record cites, as far as the dataset says which.
type Source struct {
	Outlet string     // who printed it, by its usual name; "" where not stated
	Agency string     // whose copy it is, "" for the outlet's own or where not stated
	Title  uint64     // hash of the headline without case and punctuation, 0 for none
	Date   record.Day // of publication, NoDay where not stated
	Column int        // index of the column that cites it, -1 where the codebook does for all rows
	Relay  bool       // the outlet passes on the copy of others: a database of articles, a monitoring service

	words []uint32 // of the headline, sorted, each once
	about []uint32 // numbers in the headline, sorted
}

// Voice is whose the item is: the agency's, else the outlet's; "" where that cannot be told.
func (s *Source) Voice() string {
	switch {
	case s.Agency != "":
		return s.Agency
	case s.Relay:
		return ""
	}
	return s.Outlet
}

// more agencies, by folded name, than package evidence knows, and spellings peculiar to event datasets.
var moreAgencies = map[string]string{
	"agence france presse": "AFP", "retuers": "Reuters", "reuters news": "Reuters", "thomson reuters": "Reuters", "associated press newswires": "AP",
	"press trust of india": "PTI", "press trust of india limited": "PTI", "canadian press": "Canadian Press", "dow jones": "Dow Jones",
	"dow jones newswires": "Dow Jones", "pan african news agency": "PANA", "panapress": "PANA", "apanews": "APA News", "philippines news agency": "PNA",
	"deutsche presse agentur": "dpa", "united press international": "UPI", "news agency of nigeria": "NAN", "islamic republic news agency": "IRNA",
	"indo asian news service": "IANS", "agencia efe": "EFE", "efe news service": "EFE", "itar tass": "TASS", "syrian arab news agency": "SANA",
}

// relays pass on the items of others, so that two records which cite only them may go back to different items.
var relays = []string{
	"lexisnexis", "lexis nexis", "factiva", "proquest", "open source center", "osc summary", "world news connection", "bbc monitoring", "all africa",
	"allafrica", "yahoo news", "google news", "reliefweb", "terrorism watch report", "news archive", "newsbank",
}

// normaliser tells outlets and agencies by their usual names. Each distinct text is understood once.
type normaliser struct {
	mu   sync.RWMutex
	done map[string]*outlet
}

type outlet struct {
	Source
	publisher func() bool
}

// lookup reads the name of a publisher.
func (n *normaliser) lookup(text string) *outlet {
	text = strings.TrimSpace(text)
	n.mu.RLock()
	o, ok := n.done[text]
	n.mu.RUnlock()
	if !ok {
		text = strings.Clone(text) // it may be a part of a whole record
		s := readOutlet(text)
		o = &outlet{s, sync.OnceValue(func() bool { return isPublisher(text, s) })}
		n.mu.Lock()
		n.done[text] = o
		n.mu.Unlock()
	}
	return o
}

// outlet reads the name of a publisher.
func (n *normaliser) outlet(text string) Source { return n.lookup(text).Source }

// publisher reports whether a name is that of a publisher.
func (n *normaliser) publisher(text string) bool { return n.lookup(text).publisher() }

func readOutlet(text string) Source {
	s := Source{Date: record.NoDay}
	from := evidence.Agency(text)
	if from == "" {
		return s
	}
	short := groups.Fold(from)
	for _, r := range relays {
		if strings.HasPrefix(short, r) {
			s.Outlet, s.Relay = from, true
			return s
		}
	}
	short = strings.TrimPrefix(short, "the ")
	for _, name := range []string{short, strings.TrimSuffix(short, " news agency"), strings.TrimSuffix(short, " limited"), strings.TrimSuffix(short, " news")} {
		if a := moreAgencies[name]; a != "" {
			s.Outlet, s.Agency = a, a
			return s
		}
		if a := evidence.Agency(name); a != "" && evidence.KindOf(&claim.Source{Publisher: name}) == evidence.NewsAgency {
			s.Outlet, s.Agency = a, a
			return s
		}
	}
	s.Outlet = from
	return s
}

// voiceKey makes one voice of the spellings of an outlet's name.
func voiceKey(voice string) string {
	return strings.TrimSuffix(strings.TrimPrefix(groups.Fold(voice), "the "), " news")
}

// outletNames is shared by all books: what an outlet is called does not depend on the data.
var outletNames = &normaliser{done: map[string]*outlet{}}

// pool lists the agencies from which SCAD is coded (codebook of SCAD 3.3, section "Sources"): each row rests on one or
// both, and it is not said on which.
var pool = []Source{
	{Outlet: "AP", Agency: "AP", Date: record.NoDay, Column: -1},
	{Outlet: "AFP", Agency: "AFP", Date: record.NoDay, Column: -1},
}

// codedSources reads the sources that stand in a coded column; those in long text are read again from the file.
func codedSources(d *record.Dataset) labels[[]Source] {
	c := d.Role(record.RoleSource)
	if d.Format.ID == "scad" { // the column counts articles
		return labels[[]Source]{}
	}
	return understand(c, func(text string, _ int) []Source {
		var out []Source
		for one := range strings.SplitSeq(text, ";") {
			if s := outletNames.outlet(one); s.Outlet != "" {
				s.Column = c.Index
				out = append(out, s)
			}
		}
		return out
	})
}
