package evidence

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// statement is the text of an estimator taken apart: "Ministry of War (Smith) via Jones" is a body, a speaker and a relay.
type statement struct {
	bodies   []string // as written
	speakers []string // persons in brackets and relays after "via"
}

var (
	bracket = regexp.MustCompile(`\(([^()]*)\)`)
	parts   = regexp.MustCompile(`\s*[/;,]\s*|\s+and\s+`)
	year    = regexp.MustCompile(`^\d{4}$`)
)

// anonymous words name nobody: an estimator made of them only has no body.
var anonymous = words(`unnamed unattributed unspecified unknown various some several experts expert researchers officials official
	estimates estimate reports report sources source residents information existing recent western local media other services
	service agencies special unconfirmed researcher analysts observers press newspapers anonymous data government-linked none`)

// generic words are shared by the names of many organisations and tell none of them apart.
var generic = words(`the a of for group center centre institute foundation office directorate department dept division unit
	bureau 10th`)

func words(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

func parse(estimator string) statement {
	var s statement
	text := bracket.ReplaceAllStringFunc(estimator, func(b string) string {
		s.inBracket(strings.TrimSpace(b[1 : len(b)-1]))
		return " "
	})
	chain := strings.Split(text, " via ")
	for _, part := range parts.Split(chain[0], -1) {
		if part = strings.TrimSpace(part); part != "" {
			s.bodies = append(s.bodies, part)
		}
	}
	for _, relay := range chain[1:] {
		if relay = strings.TrimSpace(relay); relay != "" {
			s.speakers = append(s.speakers, relay)
		}
	}
	return s
}

// inBracket reads what stands in brackets: a speaker, another name of the body, or a remark.
func (s *statement) inBracket(b string) {
	for _, same := range []string{"i.e. ", "i.e., ", "that is ", "= "} {
		if rest, ok := strings.CutPrefix(b, same); ok {
			s.bodies = append(s.bodies, rest)
			return
		}
	}
	b, _, _ = strings.Cut(b, ",")
	if b == "" || year.MatchString(b) {
		return
	}
	fields := strings.Fields(b)
	for _, w := range fields {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && w != "and" {
			// "ambassador Smith" names a person, "head of Northland" an office.
			last := fields[len(fields)-1]
			if r, _ := utf8.DecodeRuneInString(last); len(fields) == 2 && unicode.IsUpper(r) {
				s.speakers = append(s.speakers, last)
			}
			return
		}
	}
	for _, name := range parts.Split(b, -1) {
		s.speakers = append(s.speakers, strings.TrimSpace(name))
	}
}

// Body returns the body that issued an estimate, without the speaker in brackets, the year of the edition and the chain of
// those who passed it on: "Ministry of War (Smith) via Jones" is "Ministry of War". It is "" where the text names nobody
// ("unnamed experts").
func Body(estimator string) string {
	s := parse(estimator)
	var named []string
	for _, b := range s.bodies {
		if key(b) != "" {
			named = append(named, strings.Trim(b, `'" `))
		}
	}
	if len(named) == 0 {
		return ""
	}
	// "Smith, Ministry of War" is the ministry.
	if len(named) == 2 && strings.Contains(estimator, ", ") && !strings.Contains(named[0], " ") && strings.Contains(named[1], " ") {
		return named[1]
	}
	return strings.Join(named, "/")
}

// Speakers returns those who spoke for the body or passed its estimate on.
func Speakers(estimator string) []string { return parse(estimator).speakers }

// key is a name without case, articles and the words that tell no body apart; "" for nobody in particular.
func key(name string) string {
	var kept []string
	named := false
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' && r != '.'
	}) {
		w = strings.TrimSuffix(strings.TrimSuffix(strings.Trim(w, `'’.`), "'s"), "’s")
		if w == "" || generic[w] {
			continue
		}
		named = named || !anonymous[w]
		kept = append(kept, w)
	}
	if !named {
		return ""
	}
	return strings.Join(kept, " ")
}

// names returns the keys of all who stand behind a statement. The key of a speaker is the last word of the name, since
// titles vary.
func (s statement) names() (bodies, speakers []string) {
	for _, b := range s.bodies {
		if k := key(b); k != "" {
			bodies = append(bodies, k)
		}
	}
	for _, p := range s.speakers {
		k := key(p)
		if i := strings.LastIndexByte(k, ' '); i >= 0 {
			k = k[i+1:]
		}
		if k != "" {
			speakers = append(speakers, k)
		}
	}
	return bodies, speakers
}

// SameBody reports whether two estimators name the same issuing body, or one of several.
func SameBody(a, b string) bool {
	x, _ := parse(a).names()
	y, _ := parse(b).names()
	return share(x, y)
}

// SameVoice reports whether two estimators share a body or a speaker. One speaker may pass on several bodies, so that this
// is evidence of one statement only where the dates are close too.
func SameVoice(a, b string) bool {
	xb, xs := parse(a).names()
	yb, ys := parse(b).names()
	return share(append(xb, xs...), append(yb, ys...))
}

// Names returns the keys of the bodies and speakers of an estimator.
func Names(estimator string) []string {
	b, s := parse(estimator).names()
	return append(b, s...)
}

func share(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}
