package finding

import (
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// columns measures text as a terminal shows it. The condition is fixed, since the package's default depends on the
// locale of the process.
var columns = &runewidth.Condition{StrictEmojiNeutral: true}

const ellipsis = "…"

// width returns the number of terminal columns that s takes.
func width(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return columns.StringWidth(s)
		}
	}
	return len(s)
}

// clean replaces what a terminal would act upon: line breaks and tabs by a space, other control characters, bytes that
// are no UTF-8 and marks that reorder text by U+FFFD.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case acts(r):
			return utf8.RuneError
		}
		return r
	}, s)
}

func isClean(s string) bool {
	for _, r := range s {
		if acts(r) || r == '\u2028' || r == '\u2029' || r == utf8.RuneError {
			return false
		}
	}
	return true
}

// acts reports whether a terminal may do something else with r than to show it: C0, DEL and C1 controls, marks of the
// direction of writing, and the invisible tag characters.
func acts(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r <= 0x9f:
		return true
	case r == 0x061c, r == 0x200e, r == 0x200f, r == 0xfeff, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return r >= 0xe0000 && r <= 0xe007f
}

// shorten cuts s to w columns, with an ellipsis at the end where something was cut.
func shorten(s string, w int) string {
	if width(s) <= w {
		return s
	}
	if w <= 0 {
		return ""
	}
	return columns.Truncate(s, w, ellipsis)
}

// shortenLeft cuts s to w columns at its beginning.
func shortenLeft(s string, w int) string {
	if over := width(s) - w; over > 0 {
		return columns.TruncateLeft(s, over+1, ellipsis)
	}
	return s
}

// pad fills s to w columns, on the left where right is true.
func pad(s string, w int, right bool) string {
	blank := strings.Repeat(" ", max(0, w-width(s)))
	if right {
		return blank + s
	}
	return s + blank
}

// wrap breaks s at spaces into lines of w columns, the first of them first columns wide. A word that is wider than a line
// is cut. There is always at least one line.
func wrap(s string, first, w int) []string {
	var lines []string
	line, room := "", max(1, first)
	next := func() {
		lines = append(lines, line)
		line, room = "", max(1, w)
	}
	for word := range strings.FieldsSeq(s) {
		if line != "" && width(line)+1+width(word) > room {
			next()
		}
		for line == "" && width(word) > room {
			head := columns.Truncate(word, room, "")
			if head == "" { // one character wider than the line
				break
			}
			line, word = head, word[len(head):]
			next()
		}
		if line != "" && word != "" {
			line += " "
		}
		line += word
	}
	if line != "" || lines == nil {
		lines = append(lines, line)
	}
	return lines
}
