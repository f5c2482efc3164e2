package evidence

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// statement is the text of an estimator taken apart: "Ministry of War (Smith) via Jones" is a body, a speaker and a relay.
type statement struct {
	bodies   []string // as written
	speakers []string // persons in brackets, and persons after a title
	relays   []string // after "via", the last first to have passed it on
}

var (
	bracket = regexp.MustCompile(`\(([^()]*)\)`)
	parts   = regexp.MustCompile(`\s*[/;,]\s*|\s+and\s+`)
	passed  = regexp.MustCompile(`(?i)\s*,?\s*\b(?:via|(?:as )?(?:cited|quoted|collected|compiled|reported) (?:by|in)|according to)\s+`)
	edition = regexp.MustCompile(`^\d{4}(?:-\d\d){0,2}$`)
	ordinal = regexp.MustCompile(`^\d+(?:st|nd|rd|th)$`)
	acronym = regexp.MustCompile(`^\p{Lu}{2,}$`)
)

// anonymous words name nobody: an estimator made of them only has no body.
var anonymous = words(`unnamed unattributed unspecified unknown various some several experts expert researchers officials official
	estimates estimate reports report sources source residents information existing recent western local media other services
	service agencies special unconfirmed researcher analysts observers press newspapers anonymous data government-linked none
	collected compiled cited`)

// generic words are shared by the names of many organisations and tell none of them apart.
var generic = words(`the a of for group center centre institute foundation office directorate department dept division unit
	bureau authors author compilation`)

// state words stand for the state whose name is beside them: "Government of Freedonia", "Freedonia authorities".
var state = words(`government authorities officials`)

// office words are titles that stand before the name of a person.
var office = words(`minister deputy vice president premier pm mp fm ambassador governor chief head prosecutor general spokesman
	spokeswoman spokesperson ombudsman ombudswoman commissioner director colonel major captain adviser advisor mayor chairman
	chairwoman secretary foreign interior defence defense prime press attorney`)

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
	chain := passed.Split(oneName.Replace(text), -1)
	bodies := parts.Split(chain[0], -1)
	for i, part := range bodies {
		part = strings.TrimSpace(strings.ReplaceAll(part, "\u2215", "/"))
		if part == "" {
			continue
		}
		// "Northland FSB and MVD" are two bodies of Northland.
		if first := strings.Fields(bodies[0]); i > 0 && len(first) == 2 && acronym.MatchString(first[1]) && acronym.MatchString(part) && !acronym.MatchString(first[0]) {
			part = first[0] + " " + part
		}
		body, speaker := titled(part)
		s.bodies = append(s.bodies, body)
		if speaker != "" {
			s.speakers = append(s.speakers, speaker)
		}
	}
	for _, relay := range chain[1:] {
		if relay = strings.TrimSpace(strings.ReplaceAll(relay, "\u2215", "/")); relay != "" {
			s.relays = append(s.relays, relay)
		}
	}
	return s
}

// titled splits "Northland deputy minister Smith" into the office and the person. The office must say whose it is: a title
// alone, as in "Minister Smith", tells two countries' ministers not apart.
func titled(part string) (body, person string) {
	fields := strings.Fields(part)
	if len(fields) < 3 {
		return part, ""
	}
	last, before := fields[len(fields)-1], strings.ToLower(fields[len(fields)-2])
	r, _ := utf8.DecodeRuneInString(last)
	if !office[before] || office[strings.ToLower(last)] || !unicode.IsUpper(r) || acronym.MatchString(last) || strings.HasSuffix(last, "'s") || organ[strings.ToLower(last)] {
		return part, ""
	}
	for _, w := range fields[:len(fields)-1] {
		if !office[strings.ToLower(w)] {
			return strings.Join(fields[:len(fields)-1], " "), last
		}
	}
	return part, ""
}

// organ words end the names of bodies whose last word but one can be a title: "Interior Ministry".
var organ = words(`ministry office committee council service staff department commission agency administration assembly court
	guard police`)

// inBracket reads what stands in brackets: a speaker, another name of the body, or a remark.
func (s *statement) inBracket(b string) {
	for _, same := range []string{"i.e. ", "i.e., ", "that is ", "= "} {
		if rest, ok := strings.CutPrefix(b, same); ok {
			s.bodies = append(s.bodies, rest)
			return
		}
	}
	b, _, _ = strings.Cut(b, ",")
	if b == "" || edition.MatchString(b) {
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

// Voice names who is known to stand behind an estimate: the body that issued it, else the one who passed it on. It is "" where
// the text names neither.
func Voice(estimator string) string {
	if b := Body(estimator); b != "" {
		return b
	}
	for _, r := range parse(estimator).relays {
		if key(r) != "" {
			return r
		}
	}
	return ""
}

// Speakers returns those who spoke for the body or passed its estimate on.
func Speakers(estimator string) []string {
	s := parse(estimator)
	return slices.Concat(s.speakers, s.relays)
}

// key is a name without case, articles and the words that tell no body apart; "" for nobody in particular.
func key(name string) string {
	var kept, states []string
	named := false
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' && r != '.'
	}) {
		w = strings.TrimSuffix(strings.TrimSuffix(strings.Trim(w, `'’.`), "'s"), "’s")
		switch {
		case w == "" || generic[w] || ordinal.MatchString(w):
			continue
		case state[w]:
			states = append(states, w)
			continue
		}
		named = named || !anonymous[w]
		kept = append(kept, w)
	}
	if len(kept) == 0 {
		for _, w := range states {
			named = named || !anonymous[w]
		}
		kept = states
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
		speakers = appendKey(speakers, p)
	}
	for _, p := range s.relays {
		speakers = appendKey(speakers, p)
	}
	return bodies, speakers
}

func appendKey(list []string, name string) []string {
	k := key(name)
	if i := strings.LastIndexByte(k, ' '); i >= 0 {
		k = k[i+1:]
	}
	if k == "" {
		return list
	}
	return append(list, k)
}

// SameBody reports whether two estimators name the same issuing body, or one of several.
func SameBody(a, b string) bool {
	x, _ := parse(a).names()
	y, _ := parse(b).names()
	return share(x, y)
}

// SameVoice reports whether two estimators share a body or a speaker. One speaker may pass on several bodies, so that this
// is evidence of one statement only where the dates are close too.
func SameVoice(a, b string) bool { return share(Names(a), Names(b)) }

// Names returns the keys of the bodies and speakers of an estimator, each once.
func Names(estimator string) []string {
	b, s := parse(estimator).names()
	var out []string
	for _, n := range append(b, s...) {
		if !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

func share(a, b []string) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}
