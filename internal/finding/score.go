package finding

import (
	"strings"

	"github.com/assaydata/assay/internal/audit"
)

const mostCards = 14 // lines of the scorecard, without All

// Widths of the columns of a scorecard right of the label.
const (
	scoreRows     = 9
	scoreShare    = 8
	scoreInterval = 10
)

var scoreCounts = []struct {
	name  string
	width int
	style style
	of    func(*audit.Card) int
}{
	{"errors", 8, red, func(c *audit.Card) int { return c.Errors }},
	{"warnings", 9, yellow, func(c *audit.Card) int { return c.Warnings }},
	{"notes", 8, cyan, func(c *audit.Card) int { return c.Notes }},
	{"leads", 7, violet, func(c *audit.Card) int { return c.Leads }},
}

// scorecard draws a line for each dataset and, below it, one for each family that found something. With more lines than
// there is room for, the families are left out, then the last datasets.
func scorecard(cards []audit.Card, all bool, room int) []line {
	var sets [][]audit.Card // by dataset, the card of all families first
	lines := 0
	for i := range cards {
		if cards[i].Family == "" {
			sets = append(sets, nil)
			lines += 2
		} else if cards[i].Findings() > 0 {
			lines++
		}
		sets[len(sets)-1] = append(sets[len(sets)-1], cards[i])
	}
	families := all || lines <= mostCards
	out := []line{scoreHead(room)}
	for i, set := range sets {
		if i == mostCards && !all {
			return append(out, text("… and "+plural(len(sets)-i, "more dataset", "more datasets")+"; see them with --all"))
		}
		out = append(out, scoreLine(&set[0], clean(set[0].Data.Name), bold, room))
		if !families {
			continue
		}
		var quiet []string
		rules := 0
		for j := range set[1:] {
			c := &set[j+1]
			switch {
			case c.Findings() > 0:
				out = append(out, scoreLine(c, "  "+c.Family+" "+c.Title, plain, room))
			case c.Run > 0:
				quiet = append(quiet, c.Title)
				rules += c.Run
			}
		}
		if quiet != nil && set[0].Findings() > 0 {
			by := " (" + plural(rules, "rule", "rules") + ")"
			s := "  nothing found in " + strings.Join(quiet, ", ") + by
			if width(s) > room {
				s = "  nothing found in " + plural(len(quiet), "more family", "more families") + by
			}
			out = append(out, line{{s, faint}})
		}
	}
	return out
}

func scoreLabel(room int) int {
	room -= scoreRows + scoreShare + scoreInterval
	for _, c := range scoreCounts {
		room -= c.width
	}
	return max(8, min(40, room))
}

func scoreHead(room int) line {
	cells := pad("Scorecard", scoreLabel(room), false)
	for _, c := range scoreCounts {
		cells += pad(c.name, c.width, true)
	}
	cells += pad("rows", scoreRows, true) + pad("share", scoreShare, true) + pad("95 % CI", scoreInterval, true)
	return line{{cells, faint}}
}

// scoreLine is one card. Rows are those with an error or a warning; their share of all rows has its interval beside it.
func scoreLine(c *audit.Card, label string, sty style, room int) line {
	w := scoreLabel(room)
	l := line{{pad(shorten(label, w), w, false), sty}}
	for _, k := range scoreCounts {
		if n := k.of(c); n == 0 {
			l = append(l, span{pad("·", k.width, true), faint})
		} else {
			l = append(l, span{pad(compact(n), k.width, true), k.style})
		}
	}
	if c.Data.N == 0 || c.Family != "" && c.Errors+c.Warnings == 0 {
		return l
	}
	return append(l, span{pad(compact(c.Rows.Count), scoreRows, true) +
		pad(percent(c.Rows.Value()), scoreShare, true) + pad(interval(c.Rows), scoreInterval, true), sty})
}
