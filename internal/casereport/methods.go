package casereport

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/wording"
)

// methods is the chapter about how the report was made, what it cannot do, and how to cite it.
func (b *builder) methods() *Chapter {
	c := &Chapter{ID: "methods", Title: "Methods, limits, how to cite", Short: "Methods"}
	c.Intro = say("The report is computed from the tables alone, without a network, a clock or chance: the same tables give the same sentences, byte for byte. Nobody wrote a sentence of it for this case.")
	c.Sections = append(c.Sections,
		Section{Heading: "What the claims state", Figures: []*Figure{b.completeness()}},
		Section{Heading: "How it was done", Text: b.how()},
		Section{Heading: "Limits", Text: b.limits()},
		b.citation(),
	)
	return c
}

// completeness draws what share of the claims states what the methods need.
func (b *builder) completeness() *Figure {
	type line struct {
		what string
		n    int
		hs   []*claim.Head // those that lack it
		of   int
	}
	var lines []line
	add := func(what string, cs []claim.Claim, has func(claim.Claim) bool) {
		if len(cs) == 0 {
			return
		}
		l := line{what: what, of: len(cs)}
		for _, c := range cs {
			if has(c) {
				l.n++
			} else {
				l.hs = append(l.hs, c.Base())
			}
		}
		lines = append(lines, l)
	}
	var figures, incidents, relations []claim.Claim
	figures, incidents, relations = appendAll(figures, b.t.Figures), appendAll(incidents, b.t.Incidents), appendAll(relations, b.t.Relations)
	add("claims that name their source", b.all(), func(c claim.Claim) bool { return c.Base().Source != nil })
	add("claims whose voice can be told", b.all(), func(c claim.Claim) bool {
		o := b.originOf(c)
		return o.Root != "" && o.Root != evidence.Unknown
	})
	add("figures that say as of when", figures, func(c claim.Claim) bool { f, ok := c.(*claim.Figure); return ok && f.AsOf.Known() })
	add("figures that say who made them", figures, func(c claim.Claim) bool { f, ok := c.(*claim.Figure); return ok && evidence.Body(f.Estimator) != "" })
	add("incident claims that say by whom", incidents, func(c claim.Claim) bool {
		i, ok := c.(*claim.Incident)
		return ok && strings.TrimSpace(i.Perpetrators+i.ClaimedBy+i.AttributedTo) != ""
	})
	add("incident claims with a number of dead or injured", incidents, func(c claim.Claim) bool { i, ok := c.(*claim.Incident); return ok && toll(i) != "" })
	add("relations of groups with a date", relations, func(c claim.Claim) bool { r, ok := c.(*claim.Relation); return ok && r.Date.Known() })
	const width, row = 440.0, 36.0
	s := newSheet(width, row*float64(len(lines))+2)
	t := &Table{Caption: "The numbers of the picture", Head: []Head{{"What", false}, {"State it", true}, {"Of", true}, {"Claims that do not", false}}}
	for i, l := range lines {
		y := row * float64(i)
		share := float64(l.n) / float64(l.of)
		s.text(0, y+12, 12, "", inkText, l.what)
		s.rect("pale "+inkSoft, 0, y+18, width-80, 9)
		s.rect(inkData, 0, y+18, (width-80)*share, 9)
		s.text(width-72, y+27, 12, "", "strong", fmt.Sprintf("%d of %d", l.n, l.of))
		t.Rows = append(t.Rows, []Cell{{HTML: esc(upper(l.what))}, {HTML: esc(wording.Thousands(l.n)), Right: true}, {HTML: esc(wording.Thousands(l.of)), Right: true}, {HTML: b.refs("not among "+l.what, l.hs)}})
	}
	return &Figure{ID: "figure-complete", Title: "How complete the claims are", SVG: s.svg("Share of claims that state what the methods need; the numbers are in the table below"), Table: t}
}

func (b *builder) how() []template.HTML {
	return []template.HTML{
		say("A claim is one row: what one source says about one thing. Claims that go back to one body, one agency, one text or one unusual number published at about the same time count as one voice (W3C PROV: wasQuotedFrom, wasDerivedFrom, hadPrimarySource); support is counted in voices, never in documents."),
		say("Figures are compared only where the whole definition agrees: who is counted, from where, where to, what is counted, how many at a time or so far, as of when. Numbers are read as intervals as wide as their rounding. What cannot all hold together is reported as the smallest set of figures of which one at least is wrong."),
		say("Several voices on one definition are pooled from three voices on, by Student’s t on the logarithms of one value a voice; two are shown side by side. Rates use the population claim nearest in time and say which."),
		say("The status of an incident follows from the voices that vouch for it and deny it. Whose it was is counted under four readings, from every claim at face value to what somebody besides the group says and nobody disputes."),
		say("Words of probability follow one scale (Intelligence Community Directive 203): almost no chance up to 5 %%, very unlikely to 20 %%, unlikely to 45 %%, roughly even chance to 55 %%, likely to 80 %%, very likely to 95 %%, almost certain above. They stand only beside the number that they were made from."),
	}
}

func (b *builder) limits() []template.HTML {
	return []template.HTML{
		say("The claims are no sample. What nobody wrote, and what nobody collected, is not in them; counts of incidents are counts of incidents in these tables."),
		say("An error that all voices share, such as a number that everybody took from one press conference without saying so, is not seen. Links between sources that leave no trace in the text are missed, so that the number of voices is rather too high than too low."),
		say("That two claims contradict each other does not say which is wrong. That nothing contradicts a claim does not make it true. An attribution or a status of a person is what a source says, and never a finding of guilt."),
		say("Persons who are not listed by the case as holding a public role appear under a pseudonym or not at all; dates of birth are withheld."),
	}
}

// citation says how to cite the tables and the report.
func (b *builder) citation() Section {
	s := Section{Heading: "How to cite"}
	var cites []string
	for _, d := range b.audit.Datasets {
		if d.Cite != "" && !slices.Contains(cites, d.Cite) {
			cites = append(cites, d.Cite)
		}
	}
	for _, c := range cites {
		s.Text = append(s.Text, say("The tables: %s.", strings.TrimSuffix(b.hide(c), ".")))
	}
	if len(cites) == 0 {
		s.Text = append(s.Text, say("The tables: no citation is stated in assay.yaml; name the files, who collected them and when."))
	}
	version := ""
	if b.o.Version != "" {
		version = ", version " + b.o.Version
	}
	s.Text = append(s.Text,
		say("This report: assay: accuracy of data about political violence%s. https://github.com/assaydata/assay. Name the chapter and the identifiers of the claims: a single number of this report should never be cited without the source that states it.", version),
		template.HTML(`As <a href="cite.bib">BibTeX</a> and <a href="cite.json">CSL-JSON</a>; the files with their hashes are in <a href="report.json">report.json</a>, every finding in <a href="findings.csv">findings.csv</a>, every rule with its literature in the <a href="index.html">accuracy report</a>.`))
	return s
}
