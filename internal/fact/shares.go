package fact

import (
	"math"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

// share is a row's part of a number of deaths that its dataset divides evenly among the rows of a series, because the
// sources give one total for all: 63 dead in ten attacks stand as 6.3 in each of ten rows (GTD, 201111040012 to 021).
type share struct {
	total float32
	rows  int    // of the series
	group uint64 // equal for the rows of one series
}

// findShares groups rows that have the same fractional number on the same day in the same country. Their total is the sum
// where that is a whole number, else the least whole number that holds it: series may reach over days. Of a row that stands
// alone the total cannot be told, and its number says nothing that could be compared.
func (t *table) findShares() {
	e := t.d.Events
	if e == nil || e.Deaths == nil || t.d.Format.Claims {
		return
	}
	type key struct {
		first   record.Day
		country uint64
		n       float32
	}
	groups := map[key][]int32{}
	for row, c := range e.Deaths {
		n := float64(c.Best)
		if n != n || n == math.Trunc(n) || n < 0 {
			continue
		}
		k := key{first: record.NoDay, n: c.Best}
		if e.When != nil {
			k.first = e.When[row].First
		}
		if country, ok := t.country.of(row); ok {
			k.country = country.key
		}
		groups[k] = append(groups[k], int32(row))
	}
	if len(groups) == 0 {
		return
	}
	t.shares = map[int32]share{}
	for k, rows := range groups {
		sum := float64(k.n) * float64(len(rows))
		total := math.Round(sum)
		// Shares are printed with few digits: 6.3, 8.33.
		if math.Abs(sum-total) > 0.01*float64(len(rows))+1e-3 || total < 1 {
			total = math.Ceil(sum)
		}
		if len(rows) == 1 {
			total = math.Inf(1)
		}
		g := record.Combine(record.Combine(uint64(uint32(k.first)), k.country), uint64(math.Float32bits(k.n)))
		for _, r := range rows {
			t.shares[r] = share{float32(total), len(rows), g}
		}
	}
}

// whole turns the counts of a series into its total where all its rows are in the entity, and leaves one claim to speak
// for them.
func (e *entity) whole() {
	type series struct {
		data  int32
		group uint64
	}
	in := map[series]int{}
	for _, m := range e.members {
		if s, ok := e.b.tables[m.Data].shares[m.Row]; ok {
			in[series{m.Data, s.group}]++
		}
	}
	if len(in) == 0 {
		return
	}
	spoken, number := map[series]bool{}, map[series]int{}
	list := e.claims[Deaths]
	for i := range list {
		c := &list[i]
		s, ok := e.b.tables[c.Data].shares[c.Row]
		if !ok {
			continue
		}
		k := series{c.Data, s.group}
		c.Shared = true
		if number[k] == 0 {
			number[k] = len(number) + 1
		}
		c.series = number[k]
		if c.Relation == link.PartOf { // adds its own share to those of the other parts
			continue
		}
		c.Repeat = c.Repeat || spoken[k]
		spoken[k] = true
		sum := c.Value.Count.Best * float32(in[k])
		if in[k] == s.rows && s.rows > 1 {
			c.Value.Count = record.Count{Low: s.total, Best: s.total, High: s.total}
		} else {
			c.Value.Count = record.Count{Low: 0, Best: sum, High: s.total}
		}
	}
}
