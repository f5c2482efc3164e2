package casereport

import (
	"fmt"
	"html/template"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/incident"
	"github.com/assaydata/assay/internal/wording"
)

// verdicts is the opening chapter: what can and what cannot be said, each sentence made from what the claims come to.
func (b *builder) verdicts() *Chapter {
	list := b.statements()
	var sections [3][]Sentence
	for i, s := range list {
		s.id = "says-" + strconv.Itoa(i+1)
		k := standing(s)
		sections[k] = append(sections[k], b.sentenceOf(s))
	}
	rest, cannot := b.otherSentences(), b.cannotSay()
	if len(list)+len(rest)+len(cannot) == 0 {
		return nil
	}
	for i := range rest {
		rest[i].ID = "can-" + strconv.Itoa(i+1)
	}
	for i := range cannot {
		cannot[i].ID = "cannot-" + strconv.Itoa(i+1)
		cannot[i].Confidence, cannot[i].Because = "", "" // about the collection, not about the world
	}
	c := &Chapter{ID: "verdict", Title: "What can and what cannot be said", Short: "Verdict"}
	c.Intro = say("Each sentence is made from the claims and from the findings of the audit, and speaks of what is said, not of what was. A word of probability stands only beside a number, and the same number always has the same word (Intelligence Community Directive 203). Confidence is about the evidence: high for three independent voices or more that agree, moderate for two, low for one or where they contradict each other.")
	if f := b.statementsFigure(list); f != nil {
		c.Sections = append(c.Sections, Section{Figures: []*Figure{f}})
	}
	for _, s := range []Section{
		{Heading: "Figures on which two voices or more come near each other", Verdict: sections[0]},
		{Heading: "Figures that rest on one voice", Verdict: sections[1]},
		{Heading: "Figures in dispute", Verdict: sections[2]},
		{Heading: "Rates, incidents, groups and people", Verdict: rest},
		{Heading: "What cannot be said", Verdict: cannot},
	} {
		if len(s.Verdict) > 0 {
			c.Sections = append(c.Sections, s)
		}
	}
	return c
}

// otherSentences are about rates, changes, incidents, groups and people.
func (b *builder) otherSentences() []Sentence {
	var out []Sentence
	if rates := b.d.Figures.Rates(); len(rates) > 2 && rates[0].Last == 1 {
		r, next := rates[0], rates[1]
		level, because := confidence(len(r.Figures), true)
		rate := func(x figure.Rate) template.HTML {
			return b.basis(count(significant(x.Low, 2))+" to "+count(significant(x.High, 2)), "rate of "+x.Area.String(), append(rowHeads(x.Figures), x.People.Base()))
		}
		out = append(out, Sentence{
			Text: say("Of %s whose population is known, most people per 100,000 inhabitants are said to have gone from %s: %s. No other area reaches that by any of its numbers; the next is %s with %s.",
				wording.Count(len(rates), "area"), r.Area.String(), rate(r), next.Area.String(), rate(next)),
			Confidence: level, Because: because, Refs: b.refs("rates of the first two areas", append(rowHeads(r.Figures), rowHeads(next.Figures)...)),
		})
	}
	for _, c := range b.d.Figures.Changes() {
		out = append(out, b.changeSentence(c))
	}
	out = append(out, b.incidentSentences()...)
	if s, ok := b.tollSentence(); ok {
		out = append(out, s)
	}
	if s, ok := b.groupSentence(); ok {
		out = append(out, s)
	}
	if s, ok := b.deathSentence(); ok {
		out = append(out, s)
	}
	return out
}

// changeSentence says whether a cumulative number of one voice grew faster or slower at last.
func (b *builder) changeSentence(c figure.Change) Sentence {
	word := "faster"
	if c.Last < c.Before {
		word = "slower"
	}
	test := "p < 0.001"
	if c.P >= 0.001 {
		test = fmt.Sprintf("p = %.3f", c.P)
	}
	if c.P > 0.05 {
		word = "not clearly faster or slower"
	}
	first, last := c.Figures[0], c.Figures[len(c.Figures)-1]
	return Sentence{
		Text: say("By the numbers of one voice (%s) for %s, the count grew %s in its last interval, to %s, than before: %s a year against %s (exact test of two rates, %s, which takes no account of rounding).",
			b.hide(short(first.Origin.Root)), first.Area.String(), word, month(last.AsOf),
			b.basis(count(significant(c.Last, 2)), "growth of the count for "+first.Area.String(), rowHeads(c.Figures)), count(significant(c.Before, 2)), test),
		Confidence: confLow, Because: "one voice only", Refs: b.refs("a count over time", rowHeads(c.Figures)),
	}
}

// tollSentence says of how many incidents the numbers of dead and injured contradict each other.
func (b *builder) tollSentence() (Sentence, bool) {
	contested, growing := 0, 0
	var hs, gs []*claim.Head
	for _, in := range b.d.Incidents.Incidents {
		var c, g bool
		for _, f := range in.Fields {
			switch f.Name {
			case incident.KilledCivilians, incident.KilledSecurity, incident.KilledPerpetrators, incident.Injured, incident.TotalDead:
				c, g = c || f.Verdict == incident.Contested, g || f.Verdict == incident.Growing
			}
		}
		switch {
		case c:
			contested++
			hs = append(hs, heads(in.Claims)...)
		case g:
			growing++
			gs = append(gs, heads(in.Claims)...)
		}
	}
	if contested+growing == 0 {
		return Sentence{}, false
	}
	return Sentence{
		Text: say("The numbers of dead and injured contradict each other for %s, and only grow from early to later reports for %s.",
			b.basis(wording.Count(contested, "incident"), "incidents with contradicting numbers of dead and injured", hs), b.basis(wording.Count(growing, "incident"), "incidents whose numbers grow", gs)),
		Confidence: confHigh, Refs: b.refs("incidents with contradicting numbers", hs),
	}, true
}

// groupSentence says how many groups are said to have changed sides, and of how many allegiances do not fit together.
func (b *builder) groupSentence() (Sentence, bool) {
	several := 0
	var hs, cs []*claim.Head
	for _, g := range b.d.Roster.Groups {
		above := map[string]bool{}
		var mine []*claim.Head
		for _, t := range g.Ties {
			if t.A == g.Key && allegiance(t.Kind) {
				above[t.B] = true
				mine = append(mine, &t.Relation.Head)
			}
		}
		if len(above) > 1 {
			several++
			hs = append(hs, mine...)
		}
	}
	unfit := map[string]bool{}
	for _, a := range b.d.Roster.Conflicts() {
		unfit[a.Group.Key] = true
		cs = append(cs, heads(a.Claims)...)
	}
	if several == 0 {
		return Sentence{}, false
	}
	text := say("%s are said to have sworn allegiance to, belonged to or joined more than one other group over time", b.basis(wording.Count(several, "group"), "allegiances of groups with more than one", hs))
	if len(unfit) > 0 {
		text += say("; claims of allegiance do not fit together for %s", b.basis(wording.Count(len(unfit), "group"), "allegiances that do not fit together", cs))
	}
	return Sentence{Text: text + ".", Confidence: confModerate, Because: "each tie mostly rests on one voice", Refs: b.refs("allegiances", hs)}, true
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
	var kept []*incident.Incident
	for _, s := range last.Shares {
		if s.Group.Key == top.Group.Key {
			kept = s.Incidents
		}
	}
	held := len(kept)
	others := 0
	for _, s := range list[0].Shares[1:] {
		others += len(s.Incidents)
	}
	hs := incidentHeads(top.Incidents)
	share := float64(held) / float64(len(top.Incidents))
	n := func(list []*incident.Incident, of string) template.HTML {
		return b.basis(strconv.Itoa(len(list)), of, incidentHeads(list))
	}
	out = append(out, Sentence{
		Text: say("%s is named for %s of %d incidents when every claim is taken at face value, and for %s when only what somebody besides the group says and nobody disputes is counted. Of an incident drawn at random from the first it is %s (%s) that the attribution also stands under the second reading.",
			b.hide(top.Group.Name), n(top.Incidents, "incidents ascribed to "+top.Group.Name), total, n(kept, "undisputed incidents of "+top.Group.Name), chance(share), wording.Percent(share)),
		Confidence: confModerate, Because: "attributions are read from the words of the claims", Refs: b.refs("incidents ascribed to "+top.Group.Name, hs),
	})
	if others+len(list[0].None) > 0 {
		out = append(out, Sentence{
			Text: say("Not all that is told here goes back to one group: even at face value %s of %d incidents are ascribed to nobody and %d to other groups; by the words of authorities alone %s.",
				n(list[0].None, "incidents ascribed to nobody"), total, others, b.nobody(list, incident.AuthoritiesOnly, total)),
			Confidence: confModerate, Because: "the incidents of the tables are no sample of all incidents", Refs: b.refs("incidents ascribed to nobody", incidentHeads(list[0].None)),
		})
	}
	by := map[incident.Sophistication][]*incident.Incident{}
	for _, in := range b.d.Incidents.Incidents {
		by[in.Sophistication] = append(by[in.Sophistication], in)
	}
	rud, comp, unknown := by[incident.Rudimentary], by[incident.Complex], by[incident.UnknownSophistication]
	if len(rud)+len(comp) > 0 {
		out = append(out, Sentence{
			Text: say("Of the incidents whose means the claims tell, %s were rudimentary (little more than a knife, a vehicle or a pistol) and %s complex; of %s the means are not told, or are told both ways.",
				n(rud, "rudimentary incidents"), n(comp, "complex incidents"), n(unknown, "incidents of unknown means")),
			Confidence: confModerate, Because: "means are read from the words of the claims", Refs: b.refs("incidents whose means are told", incidentHeads(slices.Concat(rud, comp))),
		})
	}
	return out
}

// chance puts a probability into a clause: "very unlikely", "a roughly even chance".
func chance(p float64) string {
	w := probabilityWord(p)
	if strings.HasSuffix(w, "chance") && !strings.HasPrefix(w, "almost") {
		return "a " + w
	}
	return w
}

// incidentHeads lists the claims about incidents.
func incidentHeads(list []*incident.Incident) []*claim.Head {
	var hs []*claim.Head
	for _, in := range list {
		hs = append(hs, heads(in.Claims)...)
	}
	return hs
}

func (b *builder) nobody(list []incident.Reading, name string, total int) template.HTML {
	for _, r := range list {
		if r.Name == name {
			return say("%s of %d are nobody’s", b.basis(strconv.Itoa(len(r.None)), "incidents that authorities ascribe to nobody", incidentHeads(r.None)), total)
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
	text := say("%s are reported dead on dates that cannot all be right, one of them on %d dates.", b.basis(wording.Count(n, "person"), "deaths on several dates", hs), dates)
	if n == 1 {
		text = say("%s is reported dead on %d dates that cannot all be right.", b.basis("One person", "deaths on several dates", hs), dates)
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
			Text: say("One number for each area cannot be given: %s of figures cannot all be true, which concerns %s.", wording.Count(len(conflicts), "set"), b.basis(wording.Count(len(figure.Claims(list...)), "claim"), "figures that cannot all be true", rowHeads(list))),
			Refs: b.refs("figures that cannot all be true", rowHeads(list)), Confidence: confHigh,
		})
	}
	definitions, pooled := 0, 0
	var several []*figure.Figure
	for _, d := range book.Definitions() {
		if len(d.Voices) > 1 {
			definitions++
			several = append(several, d.Figures...)
			if d.Pooled != nil {
				pooled++
			}
		}
	}
	if definitions > 0 {
		text := say("An average can be given for %d of %s about which two voices or more speak at one time: the others have too few voices, or voices too far apart to count the same.", pooled, wording.Count(definitions, "definition"))
		if pooled == 0 {
			text = say("An average cannot be given for any of the %s about which two voices or more speak at one time: there are too few voices, or they are too far apart to count the same.", wording.Count(definitions, "definition"))
		}
		out = append(out, Sentence{Text: text, Confidence: confHigh, Refs: b.refs("definitions of which several voices speak", rowHeads(several))})
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
		out = append(out, Sentence{Text: say("To what time %s belong cannot be said: no date is stated.", b.basis(wording.Count(undated, "figure"), "figures without a date", rowHeads(open))), Refs: b.refs("figures without a date", rowHeads(open)), Confidence: confHigh})
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
			Text:       say("That all of these incidents happened as told cannot be said: of %s it is disputed what it was, or whether it was.", b.basis(wording.Count(n, "incident"), "incidents in dispute", doubtful)),
			Confidence: confModerate, Because: "status follows from the number of voices", Refs: b.refs("incidents in dispute", doubtful),
		})
	}
	if len(b.t.Incidents)+len(b.t.Figures) > 0 {
		out = append(out, Sentence{
			Text:       esc("How much is missing cannot be said: these are the claims that were collected; what nobody wrote, or nobody collected, is not in them."),
			Confidence: confHigh,
		})
	}
	return out
}
