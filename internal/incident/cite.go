package incident

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/wording"
)

// bodyWords tell a body from a person among those whom a text quotes.
var bodyWords = regexp.MustCompile(`(?i)\b(?:minist\w+|police|committee|guard|agenc\w+|authorit\w+|government|officials?|office|army|court|prosecutors?|department|media|press|spokes\w+|chief|headquarters|administration|sources?|investigators?)\b|(?-i:^[A-Z]{2,6}$)`)

// Cite names the source of a claim: "Long War Journal (I024, 2016-03-30)".
func Cite(c *claim.Incident) string {
	name := Publisher(c)
	date := c.Source.Date.Text
	if !c.Source.Date.Known() {
		date = "undated"
	}
	return fmt.Sprintf("%s (%s, %s)", name, c.ID, date)
}

// ownBlog matches blogs, which bear the name of a person or none.
var ownBlog = regexp.MustCompile(`(?i)\((?:personal )?blog\)|^blog copy\s*$`)

// isBody reports whether a voice is a body and no person: an abbreviation, or words for a body without a name behind them.
func isBody(voice string) bool {
	if !bodyWords.MatchString(voice) {
		return false
	}
	for i, w := range strings.Fields(voice) {
		if r, _ := utf8.DecodeRuneInString(w); i > 0 && unicode.IsUpper(r) && !bodyWords.MatchString(w) && strings.ToUpper(w) != w {
			return false
		}
	}
	return true
}

// Publisher returns the short name of who published a claim: the agency or outlet, "an unnamed source" where none is given.
func Publisher(c *claim.Incident) string {
	if ownBlog.MatchString(c.Source.Publisher) {
		return "a blog"
	}
	name := evidence.Agency(c.Source.Publisher)
	if name == "" {
		name = c.Source.Publisher
	}
	name, _, _ = strings.Cut(name, ";")
	name, _, _ = strings.Cut(name, " (")
	if name = strings.TrimSpace(name); name == "" {
		return "an unnamed source"
	}
	if r := []rune(name); len(r) > wording.Label/2 {
		name = strings.TrimSpace(string(r[:wording.Label/2-1])) + "…"
	}
	return name
}

// Cite names who says a value. A person whom the text quotes is not named.
func (v *Value) Cite() string {
	switch {
	case v.Voice == "":
		return Cite(v.Claim)
	case isBody(v.Voice):
		return v.Voice + " in " + Cite(v.Claim)
	}
	return "somebody quoted by " + Cite(v.Claim)
}

// mostCited is how many sources of a position a sentence names.
const mostCited = 2

// Say lists who holds a position: "10: Long War Journal (I024, 2016-03-30)".
func (p Position) Say() string {
	var who []string
	for _, v := range p.Values {
		if len(who) < mostCited {
			who = append(who, v.Cite())
		}
	}
	s := p.Text + ": " + strings.Join(who, ", ")
	if more := len(p.Values) - len(who); more > 0 {
		s += fmt.Sprintf(" and %d more", more)
	}
	return s
}

// Say lists all positions on a field, the best supported first.
func (f *Field) Say() string {
	var out []string
	for _, p := range f.Positions {
		out = append(out, p.Say())
	}
	return strings.Join(out, "; ")
}

// Texts returns the values that are held, the best supported first: "1", "10".
func (f *Field) Texts() []string {
	var out []string
	for _, p := range f.Positions {
		out = append(out, p.Text)
	}
	return out
}

// Weakest returns the claims of the field with those of the least supported position first: the row to look at.
func (f *Field) Weakest() []*claim.Incident {
	var out []*claim.Incident
	for i := len(f.Positions) - 1; i >= 0; i-- {
		for _, v := range f.Positions[i].Values {
			out = appendOnce(out, v.Claim)
		}
	}
	for _, v := range f.Values { // sources that only give it as an earlier value
		out = appendOnce(out, v.Claim)
	}
	return out
}
