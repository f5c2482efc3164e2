package figure

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// extra finds a further number in a locator with the word that says what it counts: "195 lost citizenship", "about 15
// killed", "some 500 of them returned".
var extra = regexp.MustCompile(`(?i)(?:\b(more than|over|at least|up to|about|around|some|almost|nearly|approximately)\s+)?\b(\d{1,3}(?:,\d{3})+|\d+)\s+` +
	`(?:of (?:them|whom)\s+|were\s+|had\s+|have\s+|been\s+|women and children\s+|persons\s+|people\s+)*` +
	`(killed or missing|lost (?:their )?citizenship|stripped|repatriated|returned|killed|died|dead|convicted|sentenced|prosecuted|charged|criminal cases|detained|arrested|women|children|minors)\b`)

// derive returns the figures that the locator of a row adds to its own.
func derive(f *Figure) []*Figure {
	var out []*Figure
	own := map[float64]bool{f.Low: true, f.Best: true, f.High: true}
	for _, m := range extra.FindAllStringSubmatch(f.Locator, -1) {
		v, err := strconv.ParseFloat(strings.ReplaceAll(m[2], ",", ""), 64)
		if err != nil || own[v] || v >= 1900 && v <= 2100 && !strings.Contains(m[2], ",") {
			continue
		}
		word := strings.ToLower(m[3])
		measure, kind := parseMeasure(word, "")
		part := parsePart(word)
		if part != Everybody {
			if !f.Measure.Went() && f.Measure != Present || f.Population.Part != Everybody {
				continue
			}
			measure, kind = f.Measure, f.Kind
		}
		if measure == Other || measure == f.Measure && part == f.Population.Part {
			continue
		}
		c := *f.Figure
		c.Low, c.Best, c.High = math.NaN(), math.NaN(), math.NaN()
		switch strings.ToLower(m[1]) {
		case "more than", "over", "at least":
			c.Low = v
		case "up to":
			c.High = v
		default:
			c.Best = v
		}
		d := &Figure{
			Figure: &c, Row: f.Row, Derived: true, Population: f.Population, Area: f.Area, Destination: f.Destination,
			Measure: measure, Kind: kind, Interval: intervalOf(&c), Point: point(&c), Bound: boundOf(&c), Body: f.Body,
		}
		d.Population.Part = part
		if part == Everybody && f.Population.Part != Everybody {
			d.Population.Part = f.Population.Part
		}
		own[v] = true
		out = append(out, d)
	}
	return out
}
