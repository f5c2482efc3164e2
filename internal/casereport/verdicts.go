package casereport

import (
	"cmp"
	"fmt"
	"html/template"
	"math"
	"slices"
	"strconv"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/incident"
	"github.com/assaydata/assay/internal/wording"
)

// verdicts is the opening chapter: what can and what cannot be said, each sentence made from what the claims come to.
func (b *builder) verdicts(chapters []Chapter) *Chapter {
	can, cannot := b.canSay(), b.cannotSay()
	if len(can)+len(cannot) == 0 {
		return nil
	}
	for i := range can {
		can[i].ID = "can-" + strconv.Itoa(i+1)
	}
	for i := range cannot {
		cannot[i].ID = "cannot-" + strconv.Itoa(i+1)
	}
	c := &Chapter{ID: "verdict", Title: "What can and what cannot be said", Short: "Verdict"}
	c.Intro = say("Sentences are made from the claims and from the findings of the audit. Words of probability stand only where there is a number and always for the same number (Intelligence Community Directive 203). Confidence is about the evidence: three voices or more that agree are high, two moderate, one, or any that contradict each other, low.")
	if len(can) > 0 {
		c.Sections = append(c.Sections, Section{Heading: "What can be said", Verdict: can})
	}
	if len(cannot) > 0 {
		c.Sections = append(c.Sections, Section{Heading: "What cannot be said", Verdict: cannot})
	}
	return c
}

func (b *builder) canSay() []Sentence {
	var out []Sentence
	areas := b.byArea()
	for _, a := range areas {
		if s, ok := b.areaSentence(a); ok && len(out) < 5 {
			out = append(out, s)
		}
	}
	if rates := b.d.Figures.Rates(); len(rates) > 2 && rates[0].Last == 1 {
		r, next := rates[0], rates[1]
		level, because := confidence(len(r.Figures), true)
		out = append(out, Sentence{
			Text: say("Of %s with a population, most per 100,000 inhabitants are said to have gone from %s: %s to %s. No other area reaches that under any of its numbers; the next is %s with %s to %s.",
				wording.Count(len(rates), "area"), r.Area.String(), count(significant(r.Low, 2)), count(significant(r.High, 2)), next.Area.String(), count(significant(next.Low, 2)), count(significant(next.High, 2))),
			Confidence: level, Because: because, Refs: b.refs("rates of the first two areas", append(rowHeads(r.Figures), rowHeads(next.Figures)...)),
		})
	}
	out = append(out, b.incidentSentences()...)
	if s, ok := b.deathSentence(); ok {
		out = append(out, s)
	}
	claims := b.all()
	n, origins := len(claims), len(b.d.Evidence.Origins(claims))
	if n > 0 {
		out = append(out, Sentence{
			Text:       say("The %s of this case go back to %s that can be told apart, %.1f claims a voice.", wording.Count(n, "claim"), wording.Count(origins, "voice"), float64(n)/float64(max(origins, 1))),
			Confidence: confModerate, Because: "links that no text shows are not seen",
		})
	}
	return out
}

// areaSentence says what the numbers about one area come to.
func (b *builder) areaSentence(a areaFigures) (Sentence, bool) {
	if slices.Contains(a.area.Plus, figure.World) {
		return Sentence{}, false
	}
	var went []*figure.Figure
	for _, f := range a.list {
		if f.Measure.Went() && f.AsOf.Known() {
			went = append(went, f)
		}
	}
	if len(went) < 2 {
		went = slices.DeleteFunc(slices.Clone(a.list), func(f *figure.Figure) bool { return !f.AsOf.Known() })
	}
	if len(went) < 2 {
		return Sentence{}, false
	}
	keys, _, _ := voicesOf(went)
	contested := map[*figure.Figure]bool{}
	for _, c := range b.d.Figures.Conflicts() {
		for _, f := range c.Figures {
			contested[f] = true
		}
	}
	agree := true
	for _, f := range went {
		agree = agree && !contested[f]
	}
	level, because := confidence(len(keys), agree)
	verb := "are said to have gone"
	if !went[0].Measure.Went() {
		verb = "are said to have been there"
	}
	low := slices.MinFunc(went, func(x, y *figure.Figure) int { return cmp.Compare(x.Point, y.Point) })
	high := slices.MaxFunc(went, func(x, y *figure.Figure) int { return cmp.Compare(x.Point, y.Point) })
	last := went[len(went)-1]
	text := say("%s: the lowest number of those who %s is %s (%s, %s), the highest %s (%s, %s); the last speaks of %s and is %s.", upper(a.area.String()), verb, low.Words(), low.AsOf.Text, b.ref(&low.Row.Head),
		high.Words(), high.AsOf.Text, b.ref(&high.Row.Head), last.AsOf.Text, last.Words())
	if len(keys) == 1 {
		text += say(" One voice only stands behind these %s.", wording.Count(len(went), "number"))
	} else {
		text += say(" %s stand behind these %s.", upper(wording.Count(len(keys), "voice")), wording.Count(len(went), "number"))
	}
	return Sentence{Text: text, Confidence: level, Because: because, Refs: b.refs("numbers about "+a.area.String(), rowHeads(went))}, true
}

func (b *builder) incidentSentences() []Sentence {
	list := b.d.Incidents.Readings()
	total := len(b.d.Incidents.Incidents)
	if len(list) < 2 || len(list[0].Shares) == 0 {
		return nil
	}
	var out []Sentence
	top := list[0].Shares[0]
	last := list[len(list)-1]
	held := 0
	for _, s := range last.Shares {
		if s.Group.Name == top.Group.Name {
			held = len(s.Incidents)
		}
	}
	others := 0
	for _, s := range list[0].Shares[1:] {
		others += len(s.Incidents)
	}
	var hs []*claim.Head
	for _, in := range top.Incidents {
		hs = append(hs, heads(in.Claims)...)
	}
	share := float64(held) / float64(len(top.Incidents))
	out = append(out, Sentence{
		Text: say("%s is named for %s of %s incidents when every claim is taken at face value, and for %s when only what somebody besides the group says and nobody disputes is counted. That an incident which the group or others ascribe to it also stands under the strictest reading is %s (%s).",
			b.hide(top.Group.Name), len(top.Incidents), total, held, probabilityWord(share), wording.Percent(share)),
		Confidence: confModerate, Because: "attributions are read from the words of the claims", Refs: b.refs("incidents ascribed to "+top.Group.Name, hs),
	})
	if others+len(list[0].None) > 0 {
		out = append(out, Sentence{
			Text: say("The threat in these claims is not reducible to one group: even at face value %s of %s incidents are nobody's and %s are ascribed to other groups; by the words of authorities alone %s.",
				len(list[0].None), total, others, nobody(list, incident.AuthoritiesOnly, total)),
			Confidence: confModerate, Because: "the incidents of the tables are no sample of all incidents",
		})
	}
	rud, comp := 0, 0
	for _, in := range b.d.Incidents.Incidents {
		switch in.Sophistication {
		case incident.Rudimentary:
			rud++
		case incident.Complex:
			comp++
		}
	}
	if rud+comp > 0 {
		out = append(out, Sentence{
			Text:       say("Of the incidents whose means the claims tell, %s were rudimentary (a knife, a vehicle, a few firearms) and %s complex; of %s the means are not told.", rud, comp, total-rud-comp),
			Confidence: confModerate, Because: "means are read from the words of the claims",
		})
	}
	return out
}

func nobody(list []incident.Reading, name string, total int) string {
	for _, r := range list {
		if r.Name == name {
			return fmt.Sprintf("%d of %d are nobody's", len(r.None), total)
		}
	}
	return "no number can be given"
}

func (b *builder) deathSentence() (Sentence, bool) {
	n, dates := 0, 0
	var hs []*claim.Head
	for _, p := range b.d.Roster.People {
		if d := p.Deaths(); d.Clashes {
			n++
			dates = max(dates, len(d.Values))
			hs = append(hs, heads(d.Claims)...)
		}
	}
	if n == 0 {
		return Sentence{}, false
	}
	text := say("%s are reported dead on dates that cannot all be right, one of them on %s.", upper(wording.Count(n, "person")), dates)
	if n == 1 {
		text = say("One person is reported dead on %s dates that cannot all be right.", dates)
	}
	return Sentence{Text: text, Confidence: confHigh, Refs: b.refs("deaths on several dates", hs)}, true
}

// cannotSay lists what the claims do not allow, one sentence a reason.
func (b *builder) cannotSay() []Sentence {
	var out []Sentence
	book := b.d.Figures
	conflicts := book.Conflicts()
	if len(conflicts) > 0 {
		seen := map[*figure.Figure]bool{}
		var list []*figure.Figure
		for _, c := range conflicts {
			for _, f := range c.Figures {
				if !seen[f] {
					seen[f] = true
					list = append(list, f)
				}
			}
		}
		out = append(out, Sentence{
			Text: say("One number for each area: %s of figures cannot all be true, which concerns %s.", wording.Count(len(conflicts), "set"), wording.Count(len(figure.Claims(list...)), "claim")),
			Refs: b.refs("figures that cannot all be true", rowHeads(list)), Confidence: confHigh,
		})
	}
	definitions, pooled := 0, 0
	for _, d := range book.Definitions() {
		if len(d.Voices) > 1 {
			definitions++
			if d.Pooled != nil {
				pooled++
			}
		}
	}
	if definitions > 0 {
		out = append(out, Sentence{
			Text:       say("An average: of %s of which two voices or more speak at one time, %s can be pooled. The others have too few voices or count different things.", wording.Count(definitions, "definition"), pooled),
			Confidence: confHigh,
		})
	}
	undated := 0
	var open []*figure.Figure
	for _, f := range book.Figures {
		if !f.Derived && !math.IsNaN(f.Point) && !f.AsOf.Known() {
			undated++
			open = append(open, f)
		}
	}
	if undated > 0 {
		out = append(out, Sentence{Text: say("To what time %s belong: they carry no date.", wording.Count(undated, "figure")), Refs: b.refs("figures without a date", rowHeads(open)), Confidence: confHigh})
	}
	var doubtful []*claim.Head
	n := 0
	for _, in := range b.d.Incidents.Incidents {
		if in.Status == incident.DidNotHappen || in.Status == incident.Disputed {
			n++
			doubtful = append(doubtful, heads(in.Claims)...)
		}
	}
	if n > 0 {
		out = append(out, Sentence{
			Text:       say("That all of these incidents happened as told: of %s it is disputed that or what it was.", wording.Count(n, "incident")),
			Confidence: confModerate, Because: "status follows from the number of voices", Refs: b.refs("incidents in dispute", doubtful),
		})
	}
	if len(b.t.Incidents)+len(b.t.Figures) > 0 {
		out = append(out, Sentence{
			Text:       template.HTML("How much is missing: these are the claims that were collected, and what nobody wrote, or nobody collected, is not in them."),
			Confidence: confHigh,
		})
	}
	return out
}
