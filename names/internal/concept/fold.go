package concept

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold brings a word to the form in which words are looked up: lower case without marks and apostrophes, the variants of Arabic
// letters that keyboards and languages exchange as one letter, and an Arabic word without its article.
func Fold(word string) string {
	ascii := true
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' || !isLetterOrDigit(c) {
			ascii = false
			break
		}
	}
	if ascii {
		return word
	}
	var b strings.Builder
	b.Grow(len(word))
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(word, "")) {
		switch {
		case r == 'ß':
			b.WriteString("ss")
		case unicode.IsLetter(r) && !ignored(r):
			b.WriteRune(plain(unicode.ToLower(r)))
		case unicode.IsDigit(r):
			b.WriteRune(r)
		}
	}
	return withoutArticle(b.String())
}

func isLetterOrDigit(c byte) bool { return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' }

// ignored are letters that stand for a mark: the hamza alone, the tatweel, modifier apostrophes.
func ignored(r rune) bool { return r == 'ء' || r == 'ـ' || unicode.Is(unicode.Lm, r) }

func plain(r rune) rune {
	switch r {
	case 'ٱ':
		return 'ا'
	case 'ى', 'ی', 'ې', 'ۍ', 'ے':
		return 'ي'
	case 'ک', 'ڪ':
		return 'ك'
	case 'ة', 'ھ', 'ہ', 'ە', 'ۃ':
		return 'ه'
	case 'ı':
		return 'i'
	case 'ł':
		return 'l'
	case 'ø':
		return 'o'
	case 'đ':
		return 'd'
	case 'ӏ', 'Ӏ':
		return 'ӏ'
	}
	return r
}

// withoutArticle drops the Arabic article, with "and" before it, where a word of two letters or more remains. "Allah" keeps its first letters.
func withoutArticle(s string) string {
	for _, article := range [...]string{"وال", "ال", "لل"} {
		if rest, ok := strings.CutPrefix(s, article); ok && rest != "له" && utf8.RuneCountInString(rest) >= 2 {
			return rest
		}
	}
	return s
}

// sound brings a folded Latin word to a coarse form in which the usual romanisations of one Arabic, Persian or Turkic word agree:
// jaysh, jaish, jeish and dzhaysh are one. It returns "" for words of fewer than three letters and of other scripts.
func sound(s string) string {
	if len(s) < 3 {
		return ""
	}
	out := make([]byte, 0, len(s))
	put := func(c byte) {
		if n := len(out); n == 0 || out[n-1] != c {
			out = append(out, c)
		}
	}
	for i := 0; i < len(s); {
		if !isLetterOrDigit(s[i]) {
			return ""
		}
		n := 1
		rest := s[i:]
		for _, d := range digraphs {
			if strings.HasPrefix(rest, d.from) {
				n = len(d.from)
				put(d.to)
				i += n
				n = 0
				break
			}
		}
		if n == 0 {
			continue
		}
		c := s[i]
		i++
		next := byte(0)
		if i < len(s) {
			next = s[i]
		}
		switch c {
		case 'a', 'e':
			switch {
			case (next == 'i' || next == 'y') && !vowelAt(s, i+1):
				i++
				put('i')
			case c == 'e' && next == 'e':
				i++
				put('i')
			default:
				put('a')
			}
		case 'i', 'y':
			put('i')
		case 'o', 'u':
			if next == 'u' || next == 'o' {
				i++
			}
			put('u')
		case 'c', 'q', 'k':
			put('k')
		case 'w', 'v':
			put('v')
		case 'x':
			put('h')
		default:
			put(c)
		}
	}
	for len(out) > 3 && out[len(out)-1] == 'h' {
		out = out[:len(out)-1]
	}
	return string(out)
}

func vowelAt(s string, i int) bool { return i < len(s) && strings.IndexByte("aeiouy", s[i]) >= 0 }

var digraphs = [...]struct {
	from string
	to   byte
}{
	{"dzh", 'j'},
	{"dsch", 'j'},
	{"tch", 's'},
	{"sch", 's'},
	{"shh", 's'},
	{"dj", 'j'},
	{"kh", 'h'},
	{"gh", 'g'},
	{"th", 't'},
	{"dh", 'd'},
	{"ph", 'f'},
	{"sh", 's'},
	{"ch", 's'},
}
