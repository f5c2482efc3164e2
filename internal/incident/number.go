package incident

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// numeral matches a number in figures or, up to twenty, in English words. "a" and "an" count where a noun follows.
const numeral = `(\d{1,3}(?:,\d{3})+|\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)`

// boundWord matches the words before a number that make an interval of it.
const boundWord = `(at least|no fewer than|not less than|more than|over|up to|as many as|at most|about|around|approximately|roughly|some|nearly|almost|circa|c\.)`

var numberWords = map[string]float64{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20,
}

// parseNumeral reads what numeral matches, NaN otherwise.
func parseNumeral(s string) float64 {
	s = strings.ToLower(s)
	if n, ok := numberWords[s]; ok {
		return n
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	if err != nil {
		return math.NaN()
	}
	return n
}

// bounds returns the interval that a number with a bound word stands for. A bare number from 50 on that is a multiple of
// ten, fifty or a hundred may be rounded and stands for the numbers nearest to it.
func bounds(word string, n float64) (low, high float64) {
	switch strings.ToLower(word) {
	case "at least", "no fewer than", "not less than", "over":
		return n, math.Inf(1)
	case "more than":
		return n + 1, math.Inf(1)
	case "up to", "as many as", "at most":
		return 0, n
	case "about", "around", "approximately", "roughly", "some", "circa", "c.":
		d := max(1, math.Round(n*0.15))
		return n - d, n + d
	case "nearly", "almost":
		return math.Floor(n * 0.85), n
	}
	step := 0.0
	switch {
	case n >= 200 && math.Mod(n, 100) == 0:
		step = 100
	case n >= 100 && math.Mod(n, 50) == 0:
		step = 50
	case n >= 50 && math.Mod(n, 10) == 0:
		step = 10
	}
	if step == 0 {
		return n, n
	}
	return n - step/2 + 1, n + step/2 - 1
}

var boundedNumber = regexp.MustCompile(`(?i)\b` + boundWord + `\s+` + numeral + `\b(?:\s+(\w+))?`)

// units follow numbers that count no people.
var units = regexp.MustCompile(`(?i)^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|km|kilomet\w+|met(?:re|er)s?|kg|kilos?|tons?|percent|times|blasts?|shots?)$`)

// boundOf looks in texts for a bound word before a number and returns it, "" where the number stands bare.
func boundOf(n float64, texts ...string) string {
	for _, t := range texts {
		for _, m := range boundedNumber.FindAllStringSubmatch(t, -1) {
			if parseNumeral(m[2]) == n && !units.MatchString(m[3]) {
				return strings.ToLower(m[1])
			}
		}
	}
	return ""
}

// Compatible reports whether two values of one field can both be right: intervals that share a number, or dates that share
// a day. An earlier value that its own source corrected is not held by anybody.
func Compatible(a, b *Value) bool { return a.Earlier || b.Earlier || a.compatible(b) }

// compatible reports whether two values can both be right.
func (v *Value) compatible(o *Value) bool {
	if math.IsNaN(v.Low) || math.IsNaN(o.Low) {
		return !v.Date.Known() || !o.Date.Known() || v.Date.Overlaps(o.Date)
	}
	return v.Low <= o.High && o.Low <= v.High
}

func num(n float64) string {
	if n == math.Trunc(n) {
		return strconv.Itoa(int(n))
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}
