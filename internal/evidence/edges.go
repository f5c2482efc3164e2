package evidence

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

// closeMonths is how far apart the as-of dates of one statement may be given by two reports.
const closeDays = 62

// connect finds the edges of the graph: declared ones, and those that sources, speakers, numbers and wording suggest.
func (g *Graph) connect() {
	for _, list := range g.things() {
		if _, ok := list[0].(*claim.Figure); !ok {
			g.bySource(list)
		}
	}
	g.byEstimator()
	g.byNumber()
	g.byText()
	g.byDeclaration()
	slices.SortStableFunc(g.Edges, func(a, b Edge) int {
		return cmp.Or(compare(a.From, b.From), compare(a.To, b.To), cmp.Compare(a.Kind, b.Kind))
	})
	for i, e := range g.Edges {
		g.edges[e.From.Base()] = append(g.edges[e.From.Base()], i)
		g.edges[e.To.Base()] = append(g.edges[e.To.Base()], i)
	}
}

func compare(a, b claim.Claim) int {
	x, y := a.Base(), b.Base()
	return cmp.Or(cmp.Compare(x.Data.Name, y.Data.Name), cmp.Compare(x.Row, y.Row))
}

// add adds an edge from the later of two claims to the earlier one.
func (g *Graph) add(a, b claim.Claim, kind EdgeKind, p float64, why string) {
	if a.Base() == b.Base() {
		return
	}
	if earlier(a, b) {
		a, b = b, a
	}
	g.Edges = append(g.Edges, Edge{From: a, To: b, Kind: kind, Probability: p, Why: why})
}

func earlier(a, b claim.Claim) bool {
	x, y := a.Base().Source.Date, b.Base().Source.Date
	if x.Known() && y.Known() && x.First != y.First {
		return x.First < y.First
	}
	return compare(a, b) < 0
}

// bySource joins claims about one thing that come from one item or one agency.
func (g *Graph) bySource(list []claim.Claim) {
	item, from := map[string]claim.Claim{}, map[string]claim.Claim{}
	for _, c := range list {
		s := c.Base().Source
		if s.Key != "" {
			if o := item[s.Key]; o != nil {
				g.add(c, o, SameSource, 1, "both stand in one item")
				continue
			}
			item[s.Key] = c
		}
		for _, p := range originators(s.Publisher, g.outlet) {
			k := key(p)
			if k == "" {
				continue
			}
			if o := from[k]; o != nil {
				g.add(c, o, SameAgency, 0.9, "both come from "+p)
			} else {
				from[k] = c
			}
		}
	}
}

// byEstimator joins figures that report one statement: a shared body or speaker, close dates and a shared number.
func (g *Graph) byEstimator() {
	by := map[string][]*claim.Figure{}
	var keys []string
	for _, f := range g.t.Figures {
		for _, n := range Names(f.Estimator) {
			if by[n] == nil {
				keys = append(keys, n)
			}
			by[n] = append(by[n], f)
		}
	}
	done := map[[2]*claim.Figure]bool{}
	for _, k := range keys {
		list := by[k]
		for j, b := range list {
			for _, a := range list[:j] {
				if pair := [2]*claim.Figure{a, b}; !done[pair] && CloseInTime(a.AsOf, b.AsOf) && len(SharedNumbers(a, b)) > 0 && a.Source != b.Source {
					done[pair] = true
					g.add(b, a, SameEstimator, 0.9, fmt.Sprintf("both give a number of %s of about the same date", bodyOr(b.Estimator, k)))
				}
			}
		}
	}
}

func bodyOr(estimator, other string) string {
	if b := Body(estimator); b != "" {
		return b
	}
	return other
}

// CloseInTime reports whether two as-of dates lie within about two months of one another, as the dates that two reports
// give to one statement do. Dates that are not stated are not close.
func CloseInTime(a, b cell.Span) bool {
	if !a.Known() || !b.Known() {
		return false
	}
	return a.First <= b.Last+closeDays && b.First <= a.Last+closeDays && width(a)+width(b) <= 2*366+2
}

func width(s cell.Span) record.Day { return s.Last - s.First + 1 }

// Numbers returns the different numbers that a figure gives.
func Numbers(f *claim.Figure) []float64 {
	var out []float64
	for _, v := range []float64{f.Low, f.Best, f.High} {
		if !math.IsNaN(v) && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// SharedNumbers returns the numbers that two figures both give.
func SharedNumbers(a, b *claim.Figure) []float64 {
	var out []float64
	theirs := Numbers(b)
	for _, v := range Numbers(a) {
		if slices.Contains(theirs, v) {
			out = append(out, v)
		}
	}
	return out
}

// Digits returns the significant digits of a whole number: 2 of 2,400, 4 of 3,417, 0 of numbers that are not whole.
func Digits(v float64) int {
	if v <= 0 || v != math.Trunc(v) || v > 1e15 {
		return 0
	}
	n := 0
	for x := int64(v); x > 0; x /= 10 {
		if n > 0 || x%10 != 0 {
			n++
		}
	}
	return n
}

// byNumber joins figures of different bodies that share a number too odd to be a coincidence: three significant digits or
// more, about one area.
func (g *Graph) byNumber() {
	by := map[float64][]*claim.Figure{}
	for _, f := range g.t.Figures {
		for _, v := range Numbers(f) {
			digits := Digits(v)
			if digits < 3 {
				continue
			}
			for _, o := range by[v] {
				if o.Source != f.Source && o.Origin == f.Origin && !SameVoice(o.Estimator, f.Estimator) {
					g.add(f, o, SameUnusualNumber, min(0.95, 0.3+0.15*float64(digits)), fmt.Sprintf("both give %g, a number of %d significant digits", v, digits))
				}
			}
			by[v] = append(by[v], f)
		}
	}
}

// byText joins claims of different items whose titles are nearly the same.
func (g *Graph) byText() {
	type item struct {
		s     *claim.Source
		words map[string]bool
		first claim.Claim
	}
	first := map[*claim.Source]claim.Claim{}
	for _, list := range g.things() {
		for _, c := range list {
			if s := c.Base().Source; first[s] == nil {
				first[s] = c
			}
		}
	}
	by := map[string][]*item{} // by rare words of the title
	for _, s := range g.t.Sources {
		w := titleWords(s.Title)
		if len(w) < 5 || first[s] == nil {
			continue
		}
		x := &item{s, w, first[s]}
		seen := map[*item]bool{}
		for _, k := range sortedKeys(w) {
			for _, y := range by[k] {
				if seen[y] || y.s.Publisher == s.Publisher {
					continue
				}
				seen[y] = true
				if sim := jaccard(w, y.words); sim >= 0.6 {
					g.add(x.first, y.first, NearDuplicateText, 0.4+0.5*sim, fmt.Sprintf("their titles share %.0f %% of their words", sim*100))
				}
			}
		}
		for _, k := range sortedKeys(w) {
			if len(by[k]) < 50 {
				by[k] = append(by[k], x)
			}
		}
	}
}

func sortedKeys(m map[string]bool) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func titleWords(title string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) > 2 {
			m[w] = true
		}
	}
	return m
}

func jaccard(a, b map[string]bool) float64 {
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	return float64(both) / float64(len(a)+len(b)-both)
}

// byDeclaration adds what the case itself says: items based on items, and reports whose text says that they quote a body.
func (g *Graph) byDeclaration() {
	items := map[string][]claim.Claim{}
	for _, list := range g.things() {
		for _, c := range list {
			if k := c.Base().Source.Key; k != "" {
				items[k] = append(items[k], c)
			}
		}
	}
	for _, s := range g.t.Sources {
		for _, base := range s.BasedOn {
			if len(items[s.Key]) > 0 && len(items[base]) > 0 {
				g.Edges = append(g.Edges, Edge{
					From: items[s.Key][0], To: items[base][0], Kind: BasedOn, Probability: 1, Why: "the table of sources says so",
				})
			}
		}
	}
	for _, c := range g.Citations() {
		g.Edges = append(g.Edges, Edge{
			From: c.Cited[0], To: c.By, Kind: Quotes, Probability: 0.4,
			Why: "a remark says that the other report cites this estimate",
		})
	}
}

// Citation is a remark on a claim that another report cites it.
type Citation struct {
	By    claim.Claim   // the claim with the remark, whose body is said to be cited
	Cited []claim.Claim // claims of the report that cites it
	Text  string
}

var cites = regexp.MustCompile(`(?i)\b(?:cites?|cited|citing|quotes?|quoted|quoting|relie[sd] on|based on|drew on|draws on|repeats|repeated)\b`)

// Citations finds remarks in reporter, locator and notes of a figure which say that a report of another body cites this
// figure's own body: "noting that the Smith report itself cited the ministry" on a figure of the ministry.
func (g *Graph) Citations() []Citation {
	byWord := map[string][]claim.Claim{}
	for _, f := range g.t.Figures {
		for _, w := range nameWords(Body(f.Estimator)) {
			byWord[w] = append(byWord[w], f)
		}
	}
	var out []Citation
	for _, f := range g.t.Figures {
		text := f.Reporter + "; " + f.Locator + "; " + f.Notes
		at := cites.FindStringIndex(text)
		if at == nil {
			continue
		}
		own := map[string]bool{}
		for _, n := range Names(f.Estimator) {
			for _, w := range strings.Fields(n) {
				own[w] = true
			}
		}
		// Who cites stands before the verb, who is cited after it. The reporter's own name is no report that cites.
		before := words2(text[:at[0]], own)
		after := false
		for _, w := range capitalised(text[at[1]:]) {
			after = after || own[w]
		}
		if !after {
			continue
		}
		var cited []claim.Claim
		for _, w := range before {
			for _, c := range byWord[w] {
				if o := c.(*claim.Figure); c.Base() != f.Base() && !SameVoice(o.Estimator, f.Estimator) {
					cited = append(cited, c)
				}
			}
		}
		if len(cited) > 0 {
			slices.SortStableFunc(cited, func(a, b claim.Claim) int {
				return cmp.Compare(distance(a.(*claim.Figure), f), distance(b.(*claim.Figure), f))
			})
			out = append(out, Citation{By: f, Cited: cited, Text: text})
		}
	}
	return out
}

// distance orders the claims of a report by how near they are to what a remark speaks of: same area, then time.
func distance(a, f *claim.Figure) int {
	d := 0
	if a.Origin != f.Origin {
		d += 100000
	}
	if a.Source.Date.Known() && f.Source.Date.Known() {
		d += int(max(a.Source.Date.First-f.Source.Date.First, f.Source.Date.First-a.Source.Date.First))
	}
	return d
}

func words2(text string, without map[string]bool) []string {
	var out []string
	for _, w := range capitalised(text) {
		if !without[w] {
			out = append(out, w)
		}
	}
	return out
}

// capitalised returns the words of a text that begin with a capital, in lower case, without possessive endings.
func capitalised(text string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		w = strings.TrimSuffix(strings.TrimSuffix(strings.Trim(w, `'’`), "'s"), "’s")
		if w != "" && unicode.IsUpper([]rune(w)[0]) && len(w) > 2 {
			if l := strings.ToLower(w); !generic[l] && !anonymous[l] && !slices.Contains(out, l) {
				out = append(out, l)
			}
		}
	}
	return out
}

// nameWords returns the words of a body's name that tell it from other bodies.
func nameWords(body string) []string {
	var out []string
	for _, w := range capitalised(body) {
		if !commonInNames[w] {
			out = append(out, w)
		}
	}
	return out
}

// commonInNames are words that the names of many bodies share.
var commonInNames = words(`ministry minister committee commission council service security national state international federal
	government police interior foreign affairs defence defense general united nations university report times news press
	russian american british official moscow london washington army deputy head chief president`)
