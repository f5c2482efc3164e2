package casereport

import (
	"html/template"
	"strings"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/dossier"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/privacy"
	"github.com/assaydata/assay/internal/wording"
)

// Options is what a report says besides the case itself.
type Options struct {
	Title   string // of the case; "" = a plain one
	Version string // of assay
}

// builder gathers the chapters.
type builder struct {
	audit *audit.Audit
	d     *dossier.Dossier
	t     *claim.Tables
	o     Options

	anchors map[*claim.Head]string
	origins map[*claim.Head]*evidence.Origin
	rows    map[rowOf]*claim.Head
	claimAt map[*claim.Head]claim.Claim
	bases   []Basis
	words   privacy.Words // knows every person of the tables
}

// Build makes the report of the case of an audit, nil where the audit has none.
func Build(a *audit.Audit, o Options) *Report {
	if a == nil || a.Case == nil || a.Case.Claims == nil || a.Case.Claims.Empty() {
		return nil
	}
	b := &builder{audit: a, d: a.Case, t: a.Case.Claims, o: o, anchors: map[*claim.Head]string{}, origins: map[*claim.Head]*evidence.Origin{}}
	if b.d.Evidence == nil {
		b.d.Evidence = evidence.Build(b.t)
	}
	var people []privacy.Ref
	for _, c := range b.t.People {
		people = append(people, privacy.Ref{Data: c.Data, Row: c.Row})
	}
	b.words = a.Shield.About(people...)
	tables := b.claimTables()
	r := &Report{Title: o.Title, Claims: tables, Sources: b.sourceLines()}
	if r.Title == "" {
		r.Title = "What the claims of this case come to"
	}
	for _, make := range []func() *Chapter{b.mobilisation, b.roles, b.factions, b.incidentsChapter, b.mistakes, b.voices, b.methods} {
		if c := make(); c != nil {
			r.Chapters = append(r.Chapters, *c)
		}
	}
	if c := b.verdicts(); c != nil {
		r.Chapters = append([]Chapter{*c}, r.Chapters...)
	}
	r.Kicker, r.Lede = b.kicker(), b.lede()
	r.Bases = b.bases
	return r
}

// hide applies the pseudonyms to a text.
//
// A single word of a person's name counts as the name: reports speak of "a group under Doe". Where that word means something
// else in a claim, it is lost, which is the smaller harm on pages that are made to be passed on.
func (b *builder) hide(s string) string { return b.words.Text(s) }

// all lists every claim, table by table.
func (b *builder) all() []claim.Claim {
	var out []claim.Claim
	t := b.t
	out = appendAll(out, t.Figures)
	out = appendAll(out, t.Incidents)
	out = appendAll(out, t.Groups)
	out = appendAll(out, t.Relations)
	out = appendAll(out, t.People)
	out = appendAll(out, t.Populations)
	return appendAll(out, t.Contexts)
}

func appendAll[C claim.Claim](to []claim.Claim, cs []C) []claim.Claim {
	for _, c := range cs {
		to = append(to, c)
	}
	return to
}

func (b *builder) kicker() string {
	var parts []string
	for _, p := range []struct {
		n    int
		noun string
	}{
		{len(b.t.Figures), "published figure"},
		{len(b.t.Incidents), "claim about incident"},
		{len(b.t.Groups) + len(b.t.Relations), "claim about group"},
		{len(b.t.People), "claim about person"},
		{len(b.t.Sources), "source"},
	} {
		switch {
		case p.n == 0:
		case strings.HasPrefix(p.noun, "claim about "):
			parts = append(parts, wording.Count(p.n, "claim")+" about "+strings.TrimPrefix(p.noun, "claim about ")+"s")
		default:
			parts = append(parts, wording.Count(p.n, p.noun))
		}
	}
	return strings.Join(parts, " · ")
}

func (b *builder) lede() template.HTML {
	claims := b.all()
	n, origins := len(claims), len(b.d.Evidence.Origins(claims))
	return say("%s stand in the tables of this case; they go back to %s. Every sentence below is generated from what these claims say and from what the audit found in them, and every number leads to the claims behind it. A claim is what somebody said, not what happened.",
		wording.Count(n, "claim"), wording.Count(origins, "voice")+" that can be told apart")
}
