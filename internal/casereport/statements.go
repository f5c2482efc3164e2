package casereport

import (
	"cmp"
	"fmt"
	"html/template"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/wording"
)

// statement is what the latest figures about one quantity of one area come to.
type statement struct {
	area      figure.Area
	what      quantity
	list      []*figure.Figure // of the year about which most voices speak
	low, high *figure.Figure
	latest    *figure.Figure // of all, which may be of a later time
	voices    int
	codes     []string // rules that hold that these claims contradict each other
	apart     bool     // the voices differ by more than half, though no rule objects
	id        string
}

// quantity is a measure as a sentence speaks of it.
type quantity struct {
	name, verb, when string
	most             int // statements in the report
	has              func(*figure.Figure) bool
}

func measures(ms ...figure.Measure) func(*figure.Figure) bool {
	return func(f *figure.Figure) bool { return slices.Contains(ms, f.Measure) }
}

var quantities = []quantity{
	{"travelled", "to have travelled or joined", "by", 7, func(f *figure.Figure) bool { return f.Measure.Went() && f.Kind != figure.Flow }},
	{"present", "to have been there", "in", 5, measures(figure.Present)},
	{"returned", "to have returned", "by", 4, measures(figure.Returned)},
	{"brought back", "to have been brought back", "by", 2, measures(figure.Repatriate)},
	{"killed", "to have been killed", "by", 3, measures(figure.Killed, figure.KilledLost)},
	{"convicted or prosecuted", "to have been convicted or prosecuted", "by", 3, measures(figure.Convicted, figure.Prosecuted)},
	{"prevented from travelling", "to have been prevented from travelling", "by", 1, measures(figure.Prevented)},
}

// statements gathers the statements of the report: for each quantity the areas with the most figures.
func (b *builder) statements() []*statement {
	var out []*statement
	for _, q := range quantities {
		var of []*statement
		for _, f := range b.d.Figures.Figures {
			if f.Derived || !f.Area.Known() || !f.AsOf.Known() || math.IsNaN(f.Point) || f.Point <= 0 || f.Population.Part != figure.Everybody || f.Population.Rest != "" || !q.has(f) {
				continue
			}
			i := slices.IndexFunc(of, func(s *statement) bool { return s.area.Same(f.Area) })
			if i < 0 {
				i = len(of)
				of = append(of, &statement{area: f.Area, what: q})
			}
			of[i].list = append(of[i].list, f)
		}
		slices.SortStableFunc(of, func(x, y *statement) int {
			return cmp.Or(cmp.Compare(len(y.list), len(x.list)), cmp.Compare(x.area.String(), y.area.String()))
		})
		for i, s := range of {
			if i == q.most || len(s.list) < 2 {
				break
			}
			b.judge(s)
			out = append(out, s)
		}
	}
	return out
}

// judge keeps the figures of the year about which most voices speak, of several such years the last, and says whether they
// agree.
func (b *builder) judge(s *statement) {
	const span = 366
	figure.Order(s.list)
	all := s.list
	s.latest = all[len(all)-1]
	best := 0
	for _, end := range all {
		year := slices.DeleteFunc(slices.Clone(all), func(f *figure.Figure) bool {
			return f.AsOf.Last > end.AsOf.Last || int(end.AsOf.Last-f.AsOf.Last) > span
		})
		if n := len(b.d.Evidence.Origins(figure.Claims(year...))); n >= best {
			best, s.list = n, year
		}
	}
	s.low = slices.MinFunc(s.list, func(x, y *figure.Figure) int { return cmp.Compare(lowest(x), lowest(y)) })
	s.high = slices.MaxFunc(s.list, func(x, y *figure.Figure) int { return cmp.Compare(highest(x), highest(y)) })
	claims := figure.Claims(s.list...)
	s.voices = best
	s.codes = b.against(claims)
	s.apart = highest(s.high) > 1.5*lowest(s.low)
}

// lowest and highest are the ends of what a claim states.
func lowest(f *figure.Figure) float64 {
	if known(f.Low) && f.Low > 0 {
		return math.Min(f.Low, f.Point)
	}
	return f.Point
}

func highest(f *figure.Figure) float64 {
	if known(f.High) {
		return math.Max(f.High, f.Point)
	}
	return f.Point
}

// against lists the rules that found at least two of the claims not to fit together.
func (b *builder) against(claims []claim.Claim) []string {
	in := map[*claim.Head]bool{}
	for _, c := range claims {
		in[c.Base()] = true
	}
	var out []string
	for i := range b.audit.Findings {
		f := &b.audit.Findings[i]
		if f.Row < 0 || f.Rule == nil || f.Severity < check.Warning || f.Rule.Family() != "FIG" || slices.Contains(out, f.Rule.Code) {
			continue
		}
		n := 0
		for _, c := range b.claimsOf(f) {
			if in[c.Base()] {
				n++
			}
		}
		if n > 1 {
			out = append(out, f.Rule.Code)
		}
	}
	slices.Sort(out)
	return out
}

// rules links rules to their section in the accuracy report.
func rules(codes []string) template.HTML {
	var parts []string
	for _, c := range codes {
		parts = append(parts, string(say(`%s%s%s`, template.HTML(`<a class="code" href="index.html#rule-`+template.HTMLEscapeString(c)+`">`), c, template.HTML(`</a>`))))
	}
	return template.HTML(strings.Join(parts, ", "))
}

// agree reports whether nothing speaks against reading the claims of a statement together.
func (s *statement) agree() bool { return len(s.codes) == 0 && !s.apart }

// people names those who are counted: by the word that all figures use, else "people".
func (s *statement) people() string {
	who := s.list[0].Population.Belonging
	for _, f := range s.list {
		if f.Population.Belonging != who {
			who = figure.NotStated
		}
	}
	word := "people"
	switch who {
	case figure.Citizens, figure.Residents, figure.Natives:
		return string(who) + " of " + s.area.String()
	case figure.Fighters:
		word = "fighters"
	}
	if slices.Contains(s.area.Plus, figure.World) {
		return word + " from all countries"
	}
	return word + " from " + s.area.String()
}

// where is where they went, if all figures say the same.
func (s *statement) where() string {
	d := s.list[0].Destination
	for _, f := range s.list {
		if !f.Destination.Same(d) {
			return ""
		}
	}
	if d.Anywhere() || d.None || d.Text == "" || s.what.name == "returned" || s.what.name == "brought back" {
		return ""
	}
	return " (" + d.Text + ")"
}

// sentence makes the sentence.
func (b *builder) sentenceOf(s *statement) Sentence {
	low, high := lowest(s.low), highest(s.high)
	link := func(v float64, f *figure.Figure) template.HTML {
		return say("%s%s%s", template.HTML(`<a href="`+b.href(&f.Row.Head)+`">`), count(v), template.HTML("</a>"))
	}
	var text template.HTML
	switch {
	case low < high:
		text = say("Between %s and %s", link(low, s.low), link(high, s.high))
	case s.low.Bound == figure.AtLeast:
		text = say("At least %s", link(low, s.low))
	case s.low.Bound == figure.UpTo:
		text = say("Up to %s", link(low, s.low))
	default:
		text = link(low, s.low)
	}
	first, last := s.list[0].AsOf, s.list[len(s.list)-1].AsOf
	when := s.what.when + " " + month(last)
	if s.what.when == "in" && month(first) != month(last) {
		when = "at times between " + month(first) + " and " + month(last)
		if first.First.Year() == last.Last.Year() {
			when = "at times in " + fmt.Sprint(last.Last.Year())
		}
	}
	claims := figure.Claims(s.list...)
	text += say(" %s are said %s%s %s (%s, %s)", b.hide(s.people()), s.what.verb, b.hide(s.where()), when, wording.Count(s.voices, "voice"),
		b.basis(wording.Count(len(claims), "claim"), s.what.name+", "+s.area.String(), heads(claims)))
	level, because := confidence(s.voices, s.agree())
	switch {
	case len(s.codes) > 0:
		text += say("; the claims contradict each other (%s)", rules(s.codes))
	case s.apart:
		text += say("; the highest is %.1f times the lowest", high/low)
		because = "the numbers lie far apart"
	}
	text += "."
	if !slices.Contains(s.list, s.latest) {
		words := template.HTML(`<a href="` + b.href(&s.latest.Row.Head) + `">` + string(esc(s.latest.Words())) + "</a>")
		text += say(" The latest number, %s, speaks of %s.", words, month(s.latest.AsOf))
	}
	return Sentence{ID: s.id, Text: text, Confidence: level, Because: because, Refs: b.refs("numbers about "+s.area.String()+": "+s.what.name, heads(claims))}
}

// basis links words to the claims behind them: to the claim, or to a list in the appendix where there are several.
func (b *builder) basis(words, of string, hs []*claim.Head) template.HTML {
	href := ""
	switch len(hs) {
	case 0:
		return esc(words)
	case 1:
		href = b.href(hs[0])
	default:
		href = Page + "#" + b.listOf(of, hs)
	}
	return say("%s%s%s", template.HTML(`<a href="`+href+`">`), words, template.HTML("</a>"))
}

var months = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// month writes the end of a date as month and year, or the year alone where the claim says no more.
func month(s cell.Span) string {
	y, m, _ := s.Last.Date()
	if int(s.Last-s.First) > 100 {
		return fmt.Sprint(y)
	}
	return months[m-1] + " " + fmt.Sprint(y)
}

// statementsFigure draws the ranges of all statements on one scale.
func (b *builder) statementsFigure(list []*statement) *Figure {
	if len(list) == 0 {
		return nil
	}
	const width, left, right, row, top = 440.0, 6.0, 350.0, 32.0, 8.0
	low, high := math.Inf(1), 0.0
	for _, s := range list {
		low, high = math.Min(low, lowest(s.low)), math.Max(high, highest(s.high))
	}
	ticks := logTicks(low, high, 7)
	lo, hi := math.Log(ticks[0]), math.Log(ticks[len(ticks)-1])
	x := func(v float64) float64 { return left + (math.Log(v)-lo)/math.Max(hi-lo, 1e-9)*(right-left) }
	sh := newSheet(width, top+row*float64(len(list))+24)
	bottom := top + row*float64(len(list))
	for _, v := range ticks {
		sh.line(inkGrid, x(v), top, x(v), bottom, 1)
		sh.text(x(v), bottom+16, 11, "middle", inkText, count(v))
	}
	t := &Table{Caption: "The numbers of the picture", Head: []Head{{"Area", false}, {"What", false}, {"Lowest", true}, {"Highest", true}, {"Voices", true}, {"Claims", false}}}
	for i, s := range list {
		y := top + row*float64(i) + 23
		l, h := lowest(s.low), highest(s.high)
		ink := standing(s)
		sh.text(0, y-11, 12, "", inkText, fit(upper(b.hide(s.area.String()))+", "+s.what.name+", "+month(s.list[len(s.list)-1].AsOf), 12, width))
		sh.link("#"+s.id, fmt.Sprintf("%s, %s: %s to %s, %s", s.area, s.what.name, count(l), count(h), wording.Count(s.voices, "voice")))
		sh.line(standings[ink].ink, x(l), y, math.Max(x(h), x(l)+1), y, 4)
		sh.mark(standings[ink].sh, standings[ink].ink, x(l), y, 4.4, false)
		if h > l {
			sh.mark(standings[ink].sh, standings[ink].ink, x(h), y, 4.4, false)
		}
		sh.end()
		text := count(l)
		if h > l {
			text += "–" + count(h)
		}
		sh.text(x(h)+11, y+4, 11, "", inkText, text)
		t.Rows = append(t.Rows, []Cell{
			{HTML: esc(b.hide(s.area.String()))},
			{HTML: esc(s.what.name)},
			{HTML: esc(count(l)), Right: true},
			{HTML: esc(count(h)), Right: true},
			{HTML: esc(wording.Thousands(s.voices)), Right: true},
			{HTML: b.refs(s.what.name+", "+s.area.String(), rowHeads(s.list))},
		})
	}
	f := &Figure{ID: "figure-statements", Title: "The range of what is said", SVG: sh.svg("Lowest and highest number of each statement; the numbers are in the table below"), Table: t}
	f.Caption = "From the lowest to the highest number published about one year, the one of which most voices speak; the scale is logarithmic. Each range leads to its sentence."
	for _, st := range standings {
		if slices.ContainsFunc(list, func(s *statement) bool { return standings[standing(s)] == st }) {
			f.Legend = append(f.Legend, Key{swatch(func(s *sheet) { s.mark(st.sh, st.ink, 9, 6, 4, false) }), st.text})
		}
	}
	return f
}

// standings are the three ways in which a statement can stand.
var standings = []struct {
	ink, text string
	sh        shape
}{
	{"o2", "two voices or more, near each other", circle},
	{"o0", "one voice", square},
	{"o1", "contradicting or far apart", diamond},
}

func standing(s *statement) int {
	switch {
	case !s.agree():
		return 2
	case s.voices < 2:
		return 1
	}
	return 0
}
