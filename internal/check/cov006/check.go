package cov006

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// tally is what the scope notes count.
type tally struct {
	events  int
	none    int // best estimate 0
	unknown int // no best estimate
	kinds   [record.KindOther + 1]int

	armed, armedNone int // battles, explosions and violence against civilians, and those of them with a best estimate of 0
}

func count(d *record.Dataset) tally {
	var t tally
	e := d.Events
	for row := range d.N {
		if e.Counted != nil && !e.Counted[row] {
			continue
		}
		t.events++
		armed := false
		if e.Kinds != nil {
			k := e.Kinds[row]
			t.kinds[k]++
			armed = k == record.KindBattle || k == record.KindExplosion || k == record.KindOneSided
		}
		if armed {
			t.armed++
		}
		if e.Deaths == nil {
			continue
		}
		switch c := &e.Deaths[row]; {
		case !c.Known():
			t.unknown++
		case c.Best == 0:
			t.none++
			if armed {
				t.armedNone++
			}
		}
	}
	return t
}

// scope is what the codebook of a format leaves out.
type scope struct {
	leaves string // "X leaves out ...": completes the message
	why    func(*record.Dataset, *tally) string
	help   string
	common [][]record.Kind // kinds of which a whole file holds some; one of each list is enough
	zero   bool            // a whole file holds events without deaths
}

var scopes = map[string]scope{
	"ged": {
		leaves: "events in which nobody died, and violence without two organised sides or civilians as its target: no abductions, arrests, destruction or protests",
		why: func(_ *record.Dataset, t *tally) string {
			return fmt.Sprintf("%s of %s have a best estimate of 0; they are in for a high estimate above it", wording.Share(t.none, t.events), wording.Count(t.events, "event"))
		},
		help: "do not read a place or month without events as one without violence; add a dataset with non-lethal events",
	},
	"acled": {
		leaves: "the difference between no deaths and no report of deaths: both are written 0",
		why: func(_ *record.Dataset, t *tally) string {
			return fmt.Sprintf("%s of %s have 0 fatalities, %s of the %s battles, explosions and attacks on civilians",
				wording.Share(t.none, t.events), wording.Count(t.events, "event"), wording.Share(t.armedNone, t.armed), wording.Thousands(t.armed))
		},
		help:   "do not read 0 as \"nobody died\" without the note; strategic developments are coded for context, not as a full count",
		common: [][]record.Kind{{record.KindBattle}, {record.KindExplosion}, {record.KindOneSided}, {record.KindProtest, record.KindRiot}},
		zero:   true,
	},
	"gtd": {
		leaves: "violence by states, and open fighting between armed forces: it holds attacks by non-state actors",
		why: func(_ *record.Dataset, t *tally) string {
			return fmt.Sprintf("of %s, %s killed nobody and %s have no number of dead", wording.Count(t.events, "attack"), wording.Share(t.none, t.events), wording.Share(t.unknown, t.events))
		},
		help:   "do not compare totals with datasets that count wars; an empty number of dead is not 0",
		common: [][]record.Kind{{record.KindExplosion}, {record.KindOneSided, record.KindBattle}},
		zero:   true,
	},
	"scad": {
		leaves: "whatever belongs to an armed conflict, and everything that two news agencies do not carry",
		why: func(d *record.Dataset, t *tally) string {
			s := fmt.Sprintf("of %s, %s have no deaths and %s an unknown number of dead", wording.Count(t.events, "event"), wording.Share(t.none, t.events), wording.Share(t.unknown, t.events))
			if a := agencies(d); a != "" {
				s += "; reports by agency: " + a
			}
			return s
		},
		help:   "do not add its deaths up to a toll of political violence: those of wars are elsewhere",
		common: [][]record.Kind{{record.KindProtest}, {record.KindRiot}},
		zero:   true,
	},
}

func run(p *check.Pass) {
	d := p.Data
	t := count(d)
	s := scopes[d.Format.ID]
	p.Report(check.Finding{
		Row: -1, Column: -1, Key: "scope",
		Message: fmt.Sprintf("%s leaves out %s", title(d), s.leaves),
		Why:     s.why(d, &t), Help: s.help, Weight: 1,
	})
	if t.events < p.Int("rows") {
		return
	}
	if d.Events.Kinds != nil {
		absent(p, &t, s.common)
	}
	if s.zero && d.Events.Deaths != nil && t.none == 0 && t.events > t.unknown {
		p.Report(check.Finding{
			Severity: check.Warning, Row: -1, Column: p.Col(record.RoleBest), Key: "no event without deaths", Confidence: 0.9,
			Message: fmt.Sprintf("no event of %s is without deaths: this copy was filtered", wording.Thousands(t.events-t.unknown)),
			Why:     title(d) + " holds many events that killed nobody",
			Help:    "find out how the copy was made; shares of lethal events and numbers of events can't be computed from it",
			Weight:  float64(t.events),
		})
	}
}

// absent reports the kinds of events of which a whole file holds some and this one none.
func absent(p *check.Pass, t *tally, common [][]record.Kind) {
	var missing []string
	for _, kinds := range common {
		n, names := 0, make([]string, len(kinds))
		for i, k := range kinds {
			n += t.kinds[k]
			names[i] = k.String()
		}
		if n == 0 {
			missing = append(missing, strings.Join(names, " or "))
		}
	}
	if len(missing) == 0 || len(missing) == len(common) {
		// With all of them absent the kinds were not understood.
		return
	}
	p.Report(check.Finding{
		Severity: check.Warning, Row: -1, Column: p.Col(record.RoleKind), Key: "kinds", Confidence: 0.9,
		Message: fmt.Sprintf("none of %s is of these kinds: %s", wording.Count(t.events, "event"), strings.Join(missing, ", ")),
		Why:     title(p.Data) + " holds such events nearly everywhere: this copy was probably filtered by kind",
		Help:    "find out how the copy was made, or get the whole file",
		Weight:  float64(t.events),
	})
}

// title is the name of the format without its layout.
func title(d *record.Dataset) string {
	return map[string]string{"ged": "UCDP GED", "acled": "ACLED", "gtd": "GTD", "scad": "SCAD"}[d.Format.ID]
}

// agencies prints how the rows are divided among the news agencies that a column of sources names.
func agencies(d *record.Dataset) string {
	c := d.Role(record.RoleSource)
	if c == nil || c.Storage != record.Coded {
		return ""
	}
	counts := make([]float64, len(c.Dict.Texts))
	for _, code := range c.Codes {
		if c.Dict.States[code] == record.Present {
			counts[code]++
		}
	}
	var parts []string
	for _, code := range grouping.Largest(counts, 3) {
		if counts[code] > 0 {
			parts = append(parts, c.Dict.Texts[code]+" "+wording.Share(int(counts[code]), d.N))
		}
	}
	return strings.Join(parts, ", ")
}
