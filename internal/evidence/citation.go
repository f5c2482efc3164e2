package evidence

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/assaydata/assay/internal/claim"
)

// Citation is a remark on a claim that another report cites it.
type Citation struct {
	By    claim.Claim   // the claim with the remark, whose body is said to be cited
	Cited []claim.Claim // claims of the report that cites it, the nearest in matter and time first
	Text  string
}

// mostCited is how many claims of a report a citation lists.
const mostCited = 20

var cites = regexp.MustCompile(`(?i)\b(?:cites?|cited|citing|quotes?|quoted|quoting|relie[sd] on|based on|drew on|draws on|repeats|repeated)\b`)

// Citations are the remarks in reporter, locator and notes of a figure which say that a report of another body cites this
// figure's own body: "noting that the Smith report itself cited the ministry" on a figure of the ministry.
func (g *Graph) Citations() []Citation { return g.citations }

func (g *Graph) byCitation() {
	for _, c := range g.findCitations() {
		g.citations = append(g.citations, c)
		g.Edges = append(g.Edges, Edge{
			From: c.Cited[0], To: c.By, Kind: Quotes, Probability: 0.4,
			Why: "a remark says that the other report cites this estimate",
		})
	}
}

func (g *Graph) findCitations() []Citation {
	var remarks []*claim.Figure
	for _, f := range g.t.Figures {
		if cites.MatchString(f.Reporter) || cites.MatchString(f.Locator) || cites.MatchString(f.Notes) {
			remarks = append(remarks, f)
		}
	}
	if len(remarks) == 0 {
		return nil
	}
	byWord := map[string][]*claim.Figure{} // those from one area first, since these are looked for
	body := map[string][]string{}
	for _, f := range g.t.Figures {
		w, ok := body[f.Estimator]
		if !ok {
			w = nameWords(Body(f.Estimator))
			body[f.Estimator] = w
		}
		for _, word := range w {
			byWord[word] = append(byWord[word], f)
			if f.Origin != "" {
				byWord[word+"\x00"+f.Origin] = append(byWord[word+"\x00"+f.Origin], f)
			}
		}
	}
	var out []Citation
	for _, f := range remarks {
		text := f.Reporter + "; " + f.Locator + "; " + f.Notes
		words := g.citer(text, f)
		var cited []claim.Claim
		for _, w := range words {
			for _, list := range [][]*claim.Figure{byWord[w+"\x00"+f.Origin], byWord[w]} {
				for _, o := range list[:min(len(list), 2*mostCited)] {
					if o != f && !g.sameVoice(o, f) && !slices.Contains(cited, claim.Claim(o)) {
						cited = append(cited, o)
					}
				}
			}
		}
		if len(cited) == 0 {
			continue
		}
		slices.SortStableFunc(cited, func(a, b claim.Claim) int {
			return cmp.Or(cmp.Compare(distance(a.(*claim.Figure), f), distance(b.(*claim.Figure), f)), published(a, b))
		})
		out = append(out, Citation{By: f, Cited: cited[:min(len(cited), mostCited)], Text: text})
	}
	return out
}

// citer returns the names that a remark gives to whoever cites the figure's own body: those before the verb. It returns
// nothing where the body is not what is cited.
func (g *Graph) citer(text string, f *claim.Figure) []string {
	own := map[string]bool{}
	for _, n := range g.known[f.Estimator].all {
		for _, w := range strings.Fields(n) {
			own[w] = true
		}
	}
	var out []string
	for _, at := range cites.FindAllStringIndex(text, -1) {
		from, to := clause(text, at[0], at[1])
		after := false
		for _, w := range capitalised(text[at[1]:to]) {
			after = after || own[w]
		}
		if !after {
			continue
		}
		for _, w := range capitalised(text[from:at[0]]) {
			if !own[w] && !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	return out
}

// clause returns where the sentence around a verb begins and ends.
func clause(text string, from, to int) (begin, end int) {
	if i := strings.LastIndexAny(text[:from], ";.!?"); i >= 0 {
		begin = i + 1
	}
	end = len(text)
	if i := strings.IndexAny(text[to:], ";.!?"); i >= 0 {
		end = to + i
	}
	return begin, end
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
	army deputy head chief president prime office staff agency society association intelligence military`)
