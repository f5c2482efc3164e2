package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/assaydata/assay/names/internal/phone"
)

const maxParts = 12 // of a name; more are left out of comparisons and stay in the text

// parsePerson splits the name of a person into parts with roles.
//
// Titles are dropped, Abd al-X, X-allah, X al-Din and Abu X become one part each, "Family, Given" is turned round, articles and
// particles go with the part after them. Roles follow from endings and markers and, where these say nothing, from the place in
// the name, as in the conventions described by ICS-630-01 (ODNI).
func parsePerson(text string) *Name {
	n := &Name{Text: text, Kind: Person}
	toks := order(unglue(mainTokens(tokenise(text))))
	b := builder{n: n, toks: strip(toks)}
	b.run()
	demote(n)
	n.Culture = culture(n)
	assignRoles(n)
	for i := range n.Parts {
		n.Parts[i].finish()
	}
	for i := 1; i < len(n.Parts); i++ {
		n.Parts[i-1].pairUp(&n.Parts[i])
	}
	n.weigh()
	return n
}

// mainTokens leaves out what stands in brackets, an alias or the name in another script, if anything stands outside.
func mainTokens(toks []token) []token {
	outside := 0
	for _, t := range toks {
		if t.in != '(' {
			outside++
		}
	}
	if outside == 0 || outside == len(toks) {
		return toks
	}
	out := make([]token, 0, outside)
	for _, t := range toks {
		if t.in != '(' {
			out = append(out, t)
		}
	}
	return out
}

// unglue repairs what scans and keyboards do to words: عبد written to the end of the word before it, digits for the letters that look
// like them, initials written as one word ("JC Juncker").
func unglue(toks []token) []token {
	out := make([]token, 0, len(toks))
	for _, t := range toks {
		switch {
		case t.script == phone.Arabic && len(t.clean) > len("عبد")+4 && strings.HasSuffix(t.clean, "عبد"):
			front, back := t, t
			front.clean, front.raw = strings.TrimSuffix(t.clean, "عبد"), strings.TrimSuffix(t.raw, "عبد")
			back.clean, back.raw, back.before = "عبد", "عبد", ' '
			out = append(out, front, back)
			continue
		case t.script == phone.Latin && strings.ContainsAny(t.clean, "0123456789"):
			t.clean = lookalikes.Replace(t.clean)
		case len(toks) > 1 && t.script == phone.Latin && len(t.raw) == 2 && t.clean != t.raw && strings.ToUpper(t.raw) == t.raw && !strings.ContainsAny(t.clean, "aeiouy"):
			if mixedCase(toks) {
				first, second := t, t
				first.clean, first.raw = t.clean[:1], t.raw[:1]
				second.clean, second.raw, second.before = t.clean[1:], t.raw[1:], ' '
				out = append(out, first, second)
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

var lookalikes = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t", "8", "b")

// mixedCase reports whether a name has small letters, so that capitals mean something.
func mixedCase(toks []token) bool {
	for _, t := range toks {
		if strings.ToUpper(t.raw) != t.raw {
			return true
		}
	}
	return false
}

// order turns "Family, Given" round: what stands before a single comma goes to the end. "Name, Jr" stays.
func order(toks []token) []token {
	at := -1
	for i, t := range toks {
		if i > 0 && t.before == ',' {
			if at >= 0 {
				return toks // a list of something
			}
			at = i
		}
	}
	if at < 0 || at > 8 {
		return toks
	}
	rest := toks[at:]
	named := false
	for _, t := range rest {
		c := words[t.clean]
		named = named || c != title && c != suffix
	}
	if !named {
		return toks
	}
	out := make([]token, 0, len(toks))
	for i, t := range rest {
		if i == 0 {
			t.before = 0
		}
		out = append(out, t)
	}
	for i, t := range toks[:at] {
		if i == 0 {
			t.before = ','
		}
		out = append(out, t)
	}
	return out
}

// strip drops titles from the front and the end, suffixes everywhere, unless nothing would be left.
func strip(toks []token) []token {
	out := make([]token, 0, len(toks))
	for i, t := range toks {
		c := words[t.clean]
		ends := i == len(toks)-1 && words[toks[max(0, i-1)].clean] != house
		if c == suffix && i > 0 || c == title && (len(out) == 0 || ends || t.dotted) {
			continue
		}
		out = append(out, t)
	}
	if len(out) == 0 {
		return toks
	}
	return out
}

// demote makes words that are titles as often as names ("Sayyid", "Shah", "Khan") titles where two names stand beside them: they
// then count little, present or not.
func demote(n *Name) {
	if len(n.Parts) < 3 {
		return
	}
	for i := range n.Parts {
		if p := &n.Parts[i]; (p.Role == Unknown || p.Role == Patronymic) && words[p.Clean] == betterAsName {
			p.Role = Title
		}
	}
}

// builder turns tokens into parts.
type builder struct {
	n    *Name
	toks []token
	at   int
}

func (b *builder) class(i int) wordClass {
	if i < 0 || i >= len(b.toks) {
		return plain
	}
	t := b.toks[i]
	c := words[t.clean]
	if c == sonOf && t.clean == "ben" && (i == 0 || i == len(b.toks)-1) {
		return plain // Ben as a given name
	}
	if (c == article || c == particle) && i == len(b.toks)-1 {
		return plain // a name cannot end so
	}
	if c == article && t.before != '-' && i > 0 && b.next(i) != '-' && len(t.clean) > 2 && t.script == phone.Latin && !strings.HasPrefix(b.toks[i+1].clean, t.clean[1:]) {
		return plain
	}
	return c
}

// next is the separator after token i.
func (b *builder) next(i int) rune {
	if i+1 < len(b.toks) {
		return b.toks[i+1].before
	}
	return 0
}

func (b *builder) add(role Role, clean string, from, to int) {
	if len(b.n.Parts) >= maxParts || clean == "" {
		return
	}
	raw := make([]string, 0, to-from)
	for _, t := range b.toks[from:to] {
		raw = append(raw, t.raw)
	}
	b.n.Parts = append(b.n.Parts, Part{Text: strings.Join(raw, " "), Clean: clean, Script: b.toks[to-1].script, Role: role, marked: role != Unknown})
}

func (b *builder) run() {
	father := false // the next part is a father's name
	for b.at < len(b.toks) {
		i := b.at
		t := b.toks[i]
		role := Unknown
		if father {
			role = Patronymic
		}
		switch c := b.class(i); {
		case c == article || c == particle:
			b.at++
			continue
		case c == house && i+1 < len(b.toks):
			clean, end := b.compound(i + 1)
			b.add(Family, clean, i, end)
			b.at = end
		case c == sonOf && len(b.toks) > 1:
			father = i > 0
			b.at++
			continue
		case c == sonAfter && len(b.n.Parts) > 0:
			if last := &b.n.Parts[len(b.n.Parts)-1]; last.Role == Unknown {
				last.Role, last.marked = Patronymic, true
			}
			b.at++
			continue
		case c == kunyaOf && i+1 < len(b.toks):
			j := b.skipArticles(i + 1)
			clean, end := b.compound(j)
			if t.script == phone.Latin || t.script == phone.Cyrillic || t.script == phone.Arabic {
				head := kunyaHead(t)
				b.add(Kunya, head+clean, i, end)
			}
			b.at = end
		case t.in == '"':
			clean, end := b.compound(i)
			b.add(Laqab, clean, i, end)
			b.at = end
		default:
			clean, end := b.compound(i)
			if end == i+1 && isInitial(t) {
				role = Initial
			} else if role == Unknown && i > 0 && end == i+1 && (b.class(i-1) == article || strippedArticle(t)) && endsInI(clean) {
				role = Nisba
			}
			b.add(role, clean, i, end)
			b.at = end
		}
		father = false
	}
	if len(b.n.Parts) == 0 && len(b.toks) > 0 { // nothing but particles
		for i, t := range b.toks {
			b.add(Unknown, t.clean, i, i+1)
		}
	}
}

// kunyaHead writes Abu and Umm in one way per script, so that "Abou Bakr" and "Abu Bakr" begin alike.
func kunyaHead(t token) string {
	female := strings.HasPrefix(t.clean, "u") || strings.HasPrefix(t.clean, "ou") || strings.HasPrefix(t.clean, "у") || t.clean == "أم" || t.clean == "ام"
	switch t.script {
	case phone.Cyrillic:
		if female {
			return "умм"
		}
		return "абу"
	case phone.Arabic:
		if female {
			return "ام"
		}
		return "ابو"
	}
	if female {
		return "umm"
	}
	return "abu"
}

func (b *builder) skipArticles(i int) int {
	for i+1 < len(b.toks) && (b.class(i) == article || b.class(i) == sonOf) {
		i++
	}
	return i
}

// compound reads one part from token i on: Abd al-X, X-allah, X al-Din are one part. It returns the clean form of the part and
// the token after it.
func (b *builder) compound(i int) (string, int) {
	t := b.toks[i]
	in := compoundsOf(t.script)
	end := i + 1
	clean := bare(t)
	if b.class(i) == servant && end < len(b.toks) {
		j := b.skipArticles(end)
		if b.class(j) == ofGod {
			return in.servant + in.god, j + 1
		}
		return in.servant + bareOf(b.toks[j], 4), j + 1
	}
	if c, ok := joinedServant(t); ok {
		clean = c
	}
	for end < len(b.toks) {
		j := b.skipArticles(end)
		switch b.class(j) {
		case ofGod:
			clean, end = clean+in.god, j+1
			continue
		case religion:
			clean, end = clean+in.religion, j+1
			continue
		}
		break
	}
	return normalEnding(clean, t.script), end
}

// compoundWords are the words of which compounds are made, in one spelling a script: Abd, -allah, al-Din.
type compoundWords struct{ servant, god, religion string }

func compoundsOf(s Script) compoundWords {
	switch s {
	case phone.Arabic:
		return compoundWords{"عبد", "الله", "دين"}
	case phone.Cyrillic:
		return compoundWords{"абд", "уллах", "дин"}
	}
	return compoundWords{"abd", "ullah", "din"}
}

// bare is the clean form without a joined Arabic article. A doubled waw or a short word keeps it.
func bare(t token) string { return bareOf(t, 5) }

// bareOf strips the article of words of least letters and more.
func bareOf(t token, least int) string {
	if joinedArticle(t, least) {
		return strings.TrimPrefix(t.clean, "ال")
	}
	return t.clean
}

func strippedArticle(t token) bool { return joinedArticle(t, 5) }

func joinedArticle(t token, least int) bool {
	return t.script == phone.Arabic && strings.HasPrefix(t.clean, "ال") && utf8.RuneCountInString(t.clean) >= least && words[t.clean] != ofGod
}

var servantPrefixes = []string{"abdul", "abdel", "abdal", "abdol", "abdil", "abdoul", "abdool"}

// joinedServant reads "Abdulrahman", "Abdurrahman", "Abderrahmane", "عبدالرحمن" as the compound that they are. "Abdullah" and
// "Abdali" stay: what is left would be too short to be a name of God.
func joinedServant(t token) (string, bool) {
	c := t.clean
	switch t.script {
	case phone.Arabic:
		rest, ok := strings.CutPrefix(c, "عبدال")
		if !ok || rest == "له" || rest == "لہ" {
			return c, false
		}
		return "عبد" + rest, utf8.RuneCountInString(rest) >= 3
	case phone.Latin:
		for _, p := range servantPrefixes {
			if rest, ok := strings.CutPrefix(c, p); ok && len(rest) >= 4 && !strings.HasPrefix(rest, "l") {
				return "abd" + rest, true
			}
		}
		// before a sun letter the article is heard as that letter: abdurrahman, abdessalam, abdennour
		if len(c) >= 8 && strings.HasPrefix(c, "abd") && strings.IndexByte("aeuo", c[3]) >= 0 {
			rest := c[4:]
			if strings.HasPrefix(rest, "shsh") {
				return "abd" + rest[2:], true
			}
			if strings.IndexByte("drstzn", rest[0]) >= 0 && (rest[0] == rest[1] || rest[0] == 'r') {
				if rest[0] == rest[1] {
					rest = rest[1:]
				}
				return "abd" + rest, true
			}
		}
	case phone.Cyrillic:
		for _, p := range []string{"абдул", "абдель", "абдуль", "абдал"} {
			if rest, ok := strings.CutPrefix(c, p); ok && utf8.RuneCountInString(rest) >= 4 && !strings.HasPrefix(rest, "л") {
				return "абд" + rest, true
			}
		}
		if rest, ok := strings.CutPrefix(c, "абдур"); ok && utf8.RuneCountInString(rest) >= 4 {
			return "абдр" + strings.TrimPrefix(rest, "р"), true
		}
	}
	return c, false
}

// normalEnding writes X-ullah and X al-Din, where they are one word already, as compounds of several words are written.
func normalEnding(c string, s Script) string {
	switch s {
	case phone.Latin:
		for _, e := range []string{"allah", "ollah", "ullah", "ellah", "ulla", "olla", "allaha", "ullaha"} {
			if rest, ok := strings.CutSuffix(c, e); ok && len(rest) >= 3 {
				return rest + "ullah"
			}
		}
		for _, e := range []string{"uddin", "uddin", "eddine", "eddin", "oddin", "oddine", "uddeen", "addin", "aldin", "iddin", "ouddine", "udin", "eldin", "aldeen", "eldeen"} {
			if rest, ok := strings.CutSuffix(c, e); ok && len(rest) >= 3 {
				return rest + "din"
			}
		}
	case phone.Cyrillic:
		if rest, ok := strings.CutSuffix(c, "уддин"); ok && len(rest) >= 6 {
			return rest + "дин"
		}
	case phone.Arabic:
		for _, e := range []string{"الدين", "الدین"} {
			if rest, ok := strings.CutSuffix(c, e); ok && len(rest) >= 4 {
				return rest + "دين"
			}
		}
	}
	return c
}

func isInitial(t token) bool {
	if t.script == phone.Han || t.script == phone.Hangul {
		return false
	}
	return utf8.RuneCountInString(t.clean) == 1 && !unicode.IsDigit([]rune(t.clean)[0])
}

func endsInI(c string) bool {
	for _, e := range []string{"i", "y", "ee", "ie", "î", "ī", "í", "и", "ий", "ы", "й", "і", "ي", "ى", "ی", "ې", "ۍ", "ი"} {
		if strings.HasSuffix(c, e) {
			return true
		}
	}
	return false
}
