// Package wording prints numbers, shares, counts and texts for people, the same way in every message.
package wording

import (
	"strconv"
	"strings"
	"unicode"
)

// Num prints a number in its shortest form.
func Num(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// Number prints a count of persons in its shortest form: "6.3", "45".
func Number(v float32) string { return strconv.FormatFloat(float64(v), 'f', -1, 32) }

// Thousands prints a whole number with commas between groups of three digits.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Count prints a number with its noun: "1 row", "4,978 rows", "2 countries".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if strings.HasSuffix(noun, "y") && !strings.HasSuffix(noun, "day") {
		return Thousands(n) + " " + strings.TrimSuffix(noun, "y") + "ies"
	}
	return Thousands(n) + " " + noun + "s"
}

// Total prints a sum of counts: whole where it is whole to two decimals.
func Total(v float64) string {
	if r := float64(int64(v + 0.5)); v-r < 0.005 && r-v < 0.005 {
		return Thousands(int(r))
	}
	return strconv.FormatFloat(v, 'f', 1, 64)
}

// Deaths prints a number of deaths: "1 death", "45 deaths".
func Deaths(n float64) string {
	if text := Total(n); text != "1" {
		return text + " deaths"
	}
	return "1 death"
}

// Percent prints a share from 0 to 1: "0.3 %", "45 %".
func Percent(share float64) string {
	decimals := 0
	if p := share * 100; p < 10 && p > 0 {
		decimals = 1
	}
	return strconv.FormatFloat(share*100, 'f', decimals, 64) + " %"
}

// Share prints a part of a whole in per cent, without claiming all or nothing where it is not so.
func Share(part, whole int) string {
	if whole == 0 || part == 0 {
		return "0 %"
	}
	percent := 100 * float64(part) / float64(whole)
	switch {
	case part == whole:
		return "100 %"
	case percent > 99.9:
		return "over 99.9 %"
	case percent < 0.1:
		return "under 0.1 %"
	case percent < 10:
		return strconv.FormatFloat(percent, 'f', 1, 64) + " %"
	}
	return strconv.FormatFloat(percent, 'f', 0, 64) + " %"
}

// List joins words: "a, b and c", or "a, b and 3 more" where there are more than most.
func List(words []string, most int) string {
	if len(words) == 0 {
		return ""
	}
	if len(words) > most {
		return strings.Join(words[:most], ", ") + " and " + strconv.Itoa(len(words)-most) + " more"
	}
	if len(words) == 1 {
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// Limits for [Quote]. Label is for labels (actors, places, categories) in a message; Cell for cells that may hold anything,
// since a shifted column can put a note where a number belongs.
const (
	Label = 80
	Cell  = 24
)

// Quote prints a text of at most limit characters in quotation marks. Control characters become spaces; what is cut off is
// shown by an ellipsis.
func Quote(s string, limit int) string {
	var b strings.Builder
	b.WriteByte('"')
	n := 0
	for _, r := range s {
		if n++; n > limit {
			b.WriteRune('…')
			break
		}
		if unicode.IsControl(r) {
			r = ' '
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
	return b.String()
}
