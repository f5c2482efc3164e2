package figure

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// number in a text, with a word for its unit.
const numberPattern = `(\d{1,3}(?:[,  ]\d{3})+|\d+(?:\.\d+)?)`

func parseNumber(s string) float64 {
	v, err := strconv.ParseFloat(strings.NewReplacer(",", "", " ", "", " ", "").Replace(s), 64)
	if err != nil {
		return math.NaN()
	}
	return v
}

// UnitSlip is a number that the text of a row gives a thousand or a million times as large or small as the coded one.
type UnitSlip struct {
	Figure *Figure
	Text   string // as printed, "5000 thousand"
	Value  float64
	Coded  float64
}

var withUnit = regexp.MustCompile(`(?i)` + numberPattern + `\s*['’]?\s*(thousand|million|mln|billion|тыс\S*|млн|миллион\S*|mille|tausend|mil)\b['’]?`)

var unitWords = regexp.MustCompile(`(?i)misprint\w*|typo|printed`)

// UnitSlips looks for numbers with a unit in locator and notes that are 1,000 or 1,000,000 times the coded number. A number
// that the text itself writes in thousands ("1.8 thousand" coded as 1,800) fits.
func (b *Book) UnitSlips() []UnitSlip {
	var out []UnitSlip
	for _, f := range b.Figures {
		if f.Derived {
			continue
		}
		text := f.Locator + "; " + f.Notes
		found := false
		for _, m := range withUnit.FindAllStringSubmatch(strings.ReplaceAll(text, "тысяч", "тыс"), -1) {
			v := parseNumber(m[1])
			unit := unitOf(m[2])
			for _, c := range []float64{f.Best, f.Low, f.High} {
				if math.IsNaN(c) || c == 0 || found {
					continue
				}
				if r := v * unit / c; near(r, 1000) || near(r, 1e6) || near(r, 0.001) {
					out = append(out, UnitSlip{f, strings.Trim(m[0], " '’"), v * unit, c})
					found = true
				}
			}
		}
		// "1.7 (text misprints million for thousand)": the digits without their unit.
		if !found && unitWords.MatchString(text) && strings.Contains(text, "million") {
			for _, m := range regexp.MustCompile(numberPattern).FindAllString(text, -1) {
				v := parseNumber(m)
				if !math.IsNaN(f.Best) && !found && near(v*1e6/f.Best, 1000) {
					out = append(out, UnitSlip{f, m + " million", v * 1e6, f.Best})
					found = true
				}
			}
		}
	}
	return out
}

func near(r, want float64) bool { return math.Abs(r/want-1) < 0.02 }

func unitOf(word string) float64 {
	switch w := strings.ToLower(word); {
	case strings.HasPrefix(w, "mil") && w != "mil" && w != "mille", w == "mln", w == "млн", strings.HasPrefix(w, "миллион"):
		return 1e6
	case w == "billion":
		return 1e9
	}
	return 1000
}

// Percentage is a share that a row states and that does not follow from its numbers.
type Percentage struct {
	Part, Whole *Figure
	Stated      float64 // per cent
	Computed    float64
}

var percentOf = regexp.MustCompile(`(?i)(\d+(?:\.\d+)?)\s*(?:%|per ?cent\b)`)

// Percentages checks shares in locators against the row's number and the total for everybody that the same item or body
// gives for the same date and the same or a wider area. The stated share is read as rounded to its last digit.
func (b *Book) Percentages() []Percentage {
	var out []Percentage
	for _, f := range b.Figures {
		if f.Derived || f.Measure == Share || f.Population.Part == Everybody || math.IsNaN(f.Point) {
			continue
		}
		m := percentOf.FindStringSubmatch(f.Locator)
		if m == nil {
			continue
		}
		stated := parseNumber(m[1])
		half := 0.5
		if _, dec, ok := strings.Cut(m[1], "."); ok {
			half = 0.5 * math.Pow(10, -float64(len(dec)))
		}
		for _, w := range b.Figures {
			if w.Derived || w.Population.Part != Everybody || w.Measure == Share || w.AsOf != f.AsOf || math.IsNaN(w.Point) || w.Point <= 0 ||
				w.Row.Source != f.Row.Source && !OneVoice(w, f) || !w.Area.Contains(f.Area) || !SameMeasureOrKind(w, f) && f.Measure != w.Measure && f.Measure != Other {
				continue
			}
			lo, hi := 100*f.Point/w.Interval.High, 100*f.Point/max(w.Interval.Low, 1)
			if hi < stated-half || lo > stated+half {
				out = append(out, Percentage{f, w, stated, 100 * f.Point / w.Point})
			}
			break
		}
	}
	return out
}

// PartsSum is a total in words that its own parts do not add up to.
type PartsSum struct {
	Figure *Figure
	Parts  []float64
	Total  float64
}

var partNumber = regexp.MustCompile(`(?i)\b` + numberPattern + `\s+(?:men|women|children|minors|girls|boys)\b`)

// PartsSums adds up men, women and children that a locator lists and compares with the number of the row, where the list
// has men, women and, unless the row is about adults, children or is put in brackets as the whole breakdown.
func (b *Book) PartsSums() []PartsSum {
	var out []PartsSum
	for _, f := range b.Figures {
		if f.Derived || f.Population.Part != Everybody || math.IsNaN(f.Best) {
			continue
		}
		for _, m := range inBrackets.FindAllStringSubmatch(f.Locator, -1) {
			list := partNumber.FindAllStringSubmatch(m[1], -1)
			if len(list) < 2 || !menWords.MatchString(m[1]) || !womenWords.MatchString(m[1]) {
				continue
			}
			s := PartsSum{Figure: f, Total: f.Best}
			sum := 0.0
			for _, p := range list {
				v := parseNumber(p[1])
				s.Parts = append(s.Parts, v)
				sum += v
			}
			if sum != f.Best && math.Abs(sum-f.Best) > Unit(f.Best) {
				out = append(out, s)
			}
		}
	}
	return out
}

// TwoTellings is one row whose item says its number in two ways.
type TwoTellings struct {
	Figure        *Figure
	First, Second string // "headline: more than 4,500", "quote: about 4,500"
	Numbers       bool   // the numbers differ, not only the wording of the bound
}

// places of an item where a number stands.
var tellings = regexp.MustCompile(`(?i)\b(headline|title|lede|lead|quote|text|caption|summary|body)\b`)

var boundWord = regexp.MustCompile(`(?i)\b(more than|over|at least|no fewer than|about|around|some|almost|nearly|approximately|roughly|up to|as many as|of the order of|fewer than|less than)\b(?:\s+(half|a third|a quarter|all|two thirds))?`)

// Tellings finds rows whose locator or notes say that two places of one item word the number differently.
func (b *Book) Tellings() []TwoTellings {
	var out []TwoTellings
	for _, f := range b.Figures {
		if f.Derived {
			continue
		}
		for _, text := range []string{f.Locator, f.Notes} {
			if len(tellings.FindAllString(text, -1)) < 2 && !(tellings.MatchString(text) && inBrackets.MatchString(text)) {
				continue
			}
			var words []string
			for _, m := range boundWord.FindAllStringSubmatch(text, -1) {
				if m[2] == "" { // "less than half" is a share
					words = append(words, boundClass(m[1]))
				}
			}
			numbers := map[float64]bool{}
			for _, n := range regexp.MustCompile(numberPattern).FindAllString(text, -1) {
				if v := parseNumber(n); v > 10 && !(v >= 1900 && v < 2100 && !strings.Contains(n, ",")) {
					numbers[v] = true
				}
			}
			if len(words) < 2 || words[0] == words[len(words)-1] && len(numbers) < 2 {
				continue
			}
			out = append(out, TwoTellings{Figure: f, First: words[0], Second: words[len(words)-1], Numbers: len(numbers) > 1})
			break
		}
	}
	return out
}

func boundClass(w string) string {
	switch strings.ToLower(w) {
	case "more than", "over", "at least", "no fewer than":
		return "a lower bound"
	case "up to", "as many as", "fewer than", "less than":
		return "an upper bound"
	case "almost", "nearly":
		return "a little less"
	}
	return "about the number"
}
