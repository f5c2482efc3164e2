package val006

import (
	"fmt"
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
)

// way breaks one derivation in a row and says how, or returns "" where the row gives no occasion.
type way func(s *check.Sheet, row int) string

// plant changes one of two cells that belong together.
func plant(s *check.Sheet, n int) {
	var ways []way
	for _, w := range waysOf(s.Data) {
		if w != nil {
			ways = append(ways, w)
		}
	}
	if len(ways) == 0 {
		return
	}
	for i, row := range s.Pick(n, nil) {
		for k := range ways {
			if what := ways[(i+k)%len(ways)](s, row); what != "" {
				s.Add(what, row)
				break
			}
		}
	}
}

func waysOf(d *record.Dataset) []way {
	ways := []way{}
	if len(dates(d)) > 0 {
		ways = append(ways, shift(d.Role(record.RoleYear), 1, 1, 9))
	}
	switch d.Format.ID {
	case "acled":
		ways = append(ways, swapPair(d.Column("interaction")))
		if d.Column("data_id") != nil {
			ways = append(ways, shift(d.Column("event_id_no_cnty"), 1, 10, 300))
		}
	case "ged":
		ways = append(ways,
			shift(d.Column("number_of_sources"), 1, 2, 3), shift(d.Column("priogrid_gid"), 1, 720, 5),
			shift(d.Column("end_year"), 1, 1, 2), otherText(d.Column("dyad_name"), false))
	case "scad":
		ways = append(ways, shift(d.Column("id"), 1, 7, 100), shift(d.Column("eyr"), 1, 1, 10), shift(d.Column("stmo"), 1, 1, 1))
	case "gtd":
		ways = append(ways, otherText(d.Column("attacktype1_txt"), true), otherText(d.Column("targtype1_txt"), true),
			otherText(d.Column("weaptype1_txt"), true))
	}
	return ways
}

// shift adds one of some steps to a number.
func shift(c *record.Column, steps ...int) way {
	n := tabular.NumbersOf(c)
	if !n.OK() {
		return nil
	}
	return func(s *check.Sheet, row int) string {
		v := n.At(row)
		// A count of sources of -1 says that there is no list to compare with.
		if v != v || v < 1 {
			return ""
		}
		s.Rows[row][c.Index] = strconv.Itoa(int(v) + steps[s.Rand.IntN(len(steps))])
		return c.Key() + " set to " + s.Rows[row][c.Index]
	}
}

// swapPair writes a pair code of ACLED with the larger digit first, or with one code changed.
func swapPair(c *record.Column) way {
	n := tabular.NumbersOf(c)
	if !n.OK() {
		return nil
	}
	return func(s *check.Sheet, row int) string {
		v := int(n.At(row))
		if v < 10 || v > 88 {
			return ""
		}
		a, b := v/10, v%10
		if a != b && b != 0 && s.Rand.IntN(2) == 0 {
			a, b = b, a
		} else {
			b = (b + 1 + s.Rand.IntN(7)) % 9
			if b == v%10 {
				return ""
			}
		}
		s.Rows[row][c.Index] = fmt.Sprintf("%d%d", a, b)
		return fmt.Sprintf("interaction set to %d%d", a, b)
	}
}

// otherText writes the text of another row. With frequent, only where the row's text is frequent, so that the change stays
// the exception among the rows of its code.
func otherText(c *record.Column, frequent bool) way {
	if !coded(c) {
		return nil
	}
	counts := make([]int, len(c.Dict.Texts))
	for _, code := range c.Codes {
		counts[code]++
	}
	most := 0
	for _, k := range counts {
		most = max(most, k)
	}
	return func(s *check.Sheet, row int) string {
		code := c.Codes[row]
		if code == 0 || frequent && counts[code] < max(most/4, 8) {
			return ""
		}
		text := c.Dict.Texts[c.Codes[s.Rand.IntN(len(c.Codes))]]
		if text == "" || text == c.Dict.Texts[code] {
			return ""
		}
		s.Rows[row][c.Index] = text
		return c.Key() + " set to that of another row"
	}
}
