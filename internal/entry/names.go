package entry

import (
	"strings"
	"unicode"
)

// prefixes are words that coders and lists put before a name.
var prefixes = []string{"alias of ", "also known as ", "a.k.a. ", "aka ", "a.k.a ", "formerly ", "f.k.a. "}

// comments are words in brackets that speak about a name and are none.
var comments = map[string]bool{
	"sic": true, "spelling": true, "latin": true, "cyrillic": true, "script": true, "quoted": true, "press": true, "version": true, "data": true,
	"german": true, "greek": true, "georgian": true, "arabic": true, "tajik": true, "russian": true, "turkish": true, "name": true, "form": true,
}

// addName adds what one item of a list of names says: the name, and a name in brackets behind it, which is a second form of it. Remarks
// in brackets are dropped.
func addName(e *Entry, item string, q Quality, c Cell) {
	item = strings.TrimSpace(item)
	low := strings.ToLower(item)
	for _, p := range prefixes {
		if strings.HasPrefix(low, p) {
			item = strings.TrimSpace(item[len(p):])
			break
		}
	}
	switch low {
	case "", "as above", "-0-", "na", "n/a", "unknown":
		return
	}
	name, inside := item, ""
	if i := strings.IndexByte(item, '('); i > 0 {
		if k := strings.IndexByte(item[i:], ')'); k > 0 {
			name = strings.TrimSpace(item[:i] + " " + item[i+k+1:])
			inside = strings.TrimSpace(item[i+1 : i+k])
		}
	}
	if name = strings.Trim(name, " '‘’\""); name != "" {
		e.Names = append(e.Names, Name{name, q, c})
	}
	if inside == "" || remark(inside) {
		return
	}
	// One word more is an acronym or a spelling of one part: it tells little by itself.
	words := strings.Fields(inside)
	if len(words) > 1 || otherScript(name, inside) {
		e.Names = append(e.Names, Name{inside, max(q, Alias), c})
	} else if acronym(inside) {
		e.Names = append(e.Names, Name{inside, Weak, c})
	}
}

func remark(s string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if comments[w] {
			return true
		}
	}
	return false
}

func acronym(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return n > 1
}

func otherScript(a, b string) bool { return latin(a) != latin(b) }

func latin(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.Is(unicode.Latin, r)
		}
	}
	return true
}
