package report

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/link/event"
	"github.com/assaydata/assay/internal/wording"
)

// acrossPage is the page about what the datasets have in common.
const acrossPage = "linked.html"

// acrossView is what the template of that page sees.
type acrossView struct {
	head
	Kicker, Headline string
	Lede             []string
	Overlap          *figure
	Sharing          *sharingView
	Agreement        []agreeView
	AgreeNotes       []string
	Time, Verdicts   *figure
	Map              *figure
	NoMap            string
	Contrasts        []contrastGroup
	Linking          linkingView
}

// acrossBrief is what the index says of it.
type acrossBrief struct{ Page, Headline, Lede, Agreement string }

// across gathers what the report says of several datasets together, where the audit linked any.
type across struct {
	b      *builder
	l      *check.Linkage
	tally  tally
	ids    []string // of the events, as in events.csv
	origin *sourceNames
	view   acrossView
}

// comparable reports whether an audit has something to say across datasets.
func comparable(l *check.Linkage) bool {
	return l != nil && l.Linked != nil && l.Facts != nil && l.Summary != nil && len(l.Linked.Datasets) > 1 && l.Summary.Events > 0
}

// across prepares the page, with one pass over all events.
func (b *builder) across(ctx context.Context) error {
	l := b.audit.Across
	if !comparable(l) {
		return nil
	}
	a := &across{b: b, l: l, ids: fact.IDs(l.Linked.Result), origin: newSourceNames(b.audit.Shield, l.Linked.Datasets)}
	a.tally.points = map[[2]float64]int{}
	a.tally.months = map[int]*[numStates]int{}
	if err := l.Facts.Each(ctx, a.tally.add); err != nil {
		return err
	}
	v := &a.view
	v.head = b.head("Across the datasets: "+list(names(l.Linked.Datasets), 0), 0)
	a.lead()
	v.Overlap = a.upset()
	v.Sharing = a.sharing()
	a.agreement()
	v.Time, v.Verdicts = a.tally.timeline(), a.tally.verdicts()
	a.contestedMap()
	a.contrasts()
	a.linking()
	b.linked = v
	b.view.Across = &acrossBrief{Page: acrossPage, Headline: v.Headline, Lede: v.Lede[0], Agreement: a.inShort()}
	return nil
}

func (b *builder) writeAcross(f *folder) error {
	if b.linked == nil {
		return nil
	}
	return f.file(acrossPage, func(w io.Writer) error { return render(w, "linked.html", b.linked) })
}

// lead says in a few sentences what linking came to.
func (a *across) lead() {
	s, linked := a.l.Summary, a.l.Linked
	v := &a.view
	records := linked.Records.N()
	v.Kicker = fmt.Sprintf("%s · %s · %s", finding.Plural(len(linked.Datasets), "dataset", "datasets"),
		finding.Plural(records, "record", "records"), finding.Plural(s.Events, "event", "events"))
	v.Headline = "No event stands in more than one of the datasets"
	if s.Shared > 0 {
		v.Headline = fmt.Sprintf("%s of %s events %s in two datasets or more", finding.Thousands(s.Shared), finding.Thousands(s.Events), verb(s.Shared, "stands", "stand"))
	}
	alone := s.Events - s.Shared
	text := fmt.Sprintf("%s of %d datasets %s %s: %s in exactly one dataset (%s), %s in two or more.", finding.Plural(records, "record", "records"),
		len(linked.Datasets), verb(records, "is", "are"), finding.Plural(s.Events, "event", "events"), finding.Thousands(alone), share(alone, s.Events), finding.Thousands(s.Shared))
	if n := a.everywhere(); n > 0 && len(linked.Datasets) > 2 {
		text += fmt.Sprintf(" %s in all %d.", upper(finding.Plural(n, "event stands", "events stand")), len(linked.Datasets))
	}
	v.Lede = append(v.Lede, text)
	if t := &a.tally; s.Shared > 0 {
		v.Lede = append(v.Lede, fmt.Sprintf("Of the events in two datasets or more, %s (%s) %s something on which the records contradict each other beyond their precision: the date, the place, the actors, or the number of dead or injured. %s without contradiction on the word of two or more independent origins.",
			finding.Thousands(t.shared[contested]), share(t.shared[contested], s.Shared), verb(t.shared[contested], "has", "have"),
			upper(finding.Plural(t.shared[corroborated], "event stands", "events stand"))))
	}
}

// everywhere counts the events that all datasets have.
func (a *across) everywhere() int {
	for _, o := range a.l.Summary.Overlap {
		if len(o.Datasets) == len(a.l.Linked.Datasets) {
			return o.Events
		}
	}
	return 0
}

// share writes a part of a whole in per cent.
func share(part, whole int) string { return hold(wording.Share(part, whole)) }

func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// linkingView says how the datasets were linked.
type linkingView struct {
	Candidates, Possible string
	Keys                 []keyView
	Same, Parts, Unsure  string
	Open                 []openPair // pairs for a reviewer
	OpenNote             string
	Model                string
	Learned, Decided     string
	Undecided            string
}

type keyView struct{ Name, Pairs, Alone, Recall, Capped string }

type openPair struct{ A, B, Probability string }

const mostOpen = 12

// linking tells the method: what was compared, what came of it, and who decided.
func (a *across) linking() {
	linked := a.l.Linked
	n := linked.Records.N()
	v := linkingView{Candidates: finding.Thousands(linked.Candidates), Possible: finding.Thousands(n * (n - 1) / 2), Model: linked.Model.Version}
	for _, k := range linked.Blocking {
		recall := "too few to tell"
		if k.Recall == k.Recall {
			recall = share(int(1000*k.Recall+0.5), 1000)
		}
		v.Keys = append(v.Keys, keyView{k.Name, finding.Thousands(k.Pairs), finding.Thousands(k.Alone), recall, finding.Thousands(k.Capped)})
	}
	var by [link.Same + 1]int
	var open []*link.Pair
	decided := map[string]bool{}
	for i := range linked.Pairs {
		p := &linked.Pairs[i]
		by[p.Relation]++
		if p.Relation == link.Unsure && p.Decided == "" {
			open = append(open, p)
		}
		if p.Decided != "" {
			decided[p.Decided] = true
		}
	}
	v.Same, v.Parts, v.Unsure = finding.Plural(by[link.Same], "pair is", "pairs are"), finding.Thousands(by[link.PartOf]), finding.Thousands(by[link.Unsure])
	slices.SortStableFunc(open, func(x, y *link.Pair) int { return cmp.Compare(y.Probability, x.Probability) })
	for _, p := range open[:min(len(open), mostOpen)] {
		v.Open = append(v.Open, openPair{a.record(p.A), a.record(p.B), percent(float64(p.Probability))})
	}
	if len(open) > mostOpen {
		v.OpenNote = fmt.Sprintf("Showing the %d most probable of %s; pairs.csv holds all.", mostOpen, finding.Thousands(len(open)))
	}
	v.Learned, v.Decided = decisions(linked, len(decided))
	if n := len(a.b.audit.Undecided); n > 0 {
		v.Undecided = upper(finding.Plural(n, "decision is", "decisions are")) + " about records or cells that these datasets do not hold, and settled nothing."
	}
	a.view.Linking = v
}

// decisions says what reviewers settled.
func decisions(l *event.Linked, settled int) (learned, decided string) {
	switch {
	case settled == 0:
		decided = "No pair that is linked or open was settled by a reviewer's decision."
	default:
		decided = finding.Plural(settled, "decision of a reviewer settles", "decisions of reviewers settle") + " pairs; a decision always holds."
	}
	if n := l.Model.Fit.Decisions; n > 0 {
		learned = "Its weights were refitted to " + finding.Plural(n, "decision", "decisions") + "."
	}
	return learned, decided
}

// record names a record as assay decide takes it: dataset:identifier.
func (a *across) record(r link.Ref) string {
	d := a.l.Linked.Datasets[r.Data]
	if id := strings.TrimSpace(finding.Clean(a.b.audit.Shield.ID(d, int(r.Row)))); id != "" {
		return d.Name + ":" + id
	}
	return fmt.Sprintf("%s:row:%d", d.Name, d.RowNumber(int(r.Row)))
}
