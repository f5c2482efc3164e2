package val006

import (
	"fmt"
	"math"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func ged(d *record.Dataset) []relation {
	var out []relation
	for _, side := range []string{"a", "b"} {
		number, name := d.Column("gwno"+side), d.Column("side_"+side)
		if coded(number) && coded(name) {
			out = append(out, func(p *check.Pass) { government(p, number, name) })
		}
	}
	dyad, a, b := d.Column("dyad_name"), d.Column("side_a"), d.Column("side_b")
	if coded(dyad) && coded(a) && coded(b) {
		out = append(out, func(p *check.Pass) { dyadName(p, dyad, a, b) })
	}
	list := d.Column("source_date")
	if !coded(list) {
		list = d.Column("source_office")
	}
	if number := d.Column("number_of_sources"); coded(list) && coded(number) {
		out = append(out, func(p *check.Pass) { sources(p, number, list) })
	}
	if first, last := d.Role(record.RoleDate), d.Role(record.RoleDateEnd); coded(first) && coded(last) && first.Dict.Days != nil && last.Dict.Days != nil {
		out = append(out, func(p *check.Pass) { oneYear(p, first, last) })
	}
	grid, lat, lon := d.Column("priogrid_gid"), d.Role(record.RoleLat), d.Role(record.RoleLon)
	if tabular.NumbersOf(grid).OK() && tabular.NumbersOf(lat).OK() && tabular.NumbersOf(lon).OK() {
		out = append(out, func(p *check.Pass) { cell(p, grid, lat, lon) })
	}
	return out
}

// government tests that a side has a country number exactly where it is a government.
func government(p *check.Pass, number, name *record.Column) {
	isGovernment := make([]bool, len(name.Dict.Texts))
	for code, text := range name.Dict.Texts {
		isGovernment[code] = strings.HasPrefix(strings.TrimSpace(text), "Government")
	}
	column, side := tabular.Name(number), tabular.Name(name)
	t := tabular.Test{
		What:    fmt.Sprintf("%s is filled exactly where %s is a government", column, side),
		Columns: tabular.Columns(number, name),
	}
	filled := 0
	for row, code := range name.Codes {
		has := number.Dict.States[number.Codes[row]] == record.Present
		if has {
			filled++
		}
		if name.Dict.States[code] == record.Empty {
			continue
		}
		t.Checked++
		if has != isGovernment[code] {
			t.Hit(row)
		}
	}
	// A copy that emptied the column says nothing wrong; VAL008 reports the column.
	if filled == 0 {
		return
	}
	t.Report(p, func(row int) check.Finding {
		who, n := name.Dict.Texts[name.Codes[row]], number.Dict.Texts[number.Codes[row]]
		f := check.Finding{
			Message: fmt.Sprintf("%s %s is set, but %s %s is no government", column, n, side, wording.Quote(who, wording.Label)),
			Why:     "the column holds the country number of a side that is a government", Help: reload, Expected: "nothing", Found: n, Weight: 1,
		}
		if isGovernment[name.Codes[row]] {
			f.Message = fmt.Sprintf("%s is empty, but %s %s is a government", column, side, wording.Quote(who, wording.Label))
			f.Expected, f.Found = "the number of the country", "nothing"
		}
		return f
	})
}

// dyadName tests that the name of the dyad is made of its sides; rows with the same three names are one finding.
func dyadName(p *check.Pass, dyad, a, b *record.Column) {
	collapse := func(c *record.Column) []string {
		out := make([]string, len(c.Dict.Texts))
		for i, s := range c.Dict.Texts {
			out[i] = strings.Join(strings.Fields(s), " ")
		}
		return out
	}
	ds, as, bs := collapse(dyad), collapse(a), collapse(b)
	holds := func(x, y, z uint32) bool { return joined(ds[x], " - ", as[y], bs[z]) }
	var memo tabular.Memo
	t := tabular.Test{What: "dyad_name is side_a - side_b", Columns: tabular.Columns(dyad, a, b)}
	for row, x := range dyad.Codes {
		y, z := a.Codes[row], b.Codes[row]
		if x == 0 || y == 0 || z == 0 {
			continue
		}
		t.Checked++
		if !memo.Holds(x, y, z, holds) {
			t.Hit(row)
		}
	}
	finding := func(row int) check.Finding {
		found, want := ds[dyad.Codes[row]], as[a.Codes[row]]+" - "+bs[b.Codes[row]]
		return check.Finding{
			Message: fmt.Sprintf("dyad_name %s is not made of the sides, %s", wording.Quote(found, wording.Label), wording.Quote(want, wording.Label)),
			Why:     "the name of a dyad joins the names of its sides", Help: reload, Expected: want, Found: found, Weight: 1,
		}
	}
	if t.IsSystematic() {
		t.Report(p, finding)
		return
	}
	byNames := map[[3]uint32][]int32{}
	var order [][3]uint32
	for _, row := range t.Hits {
		key := [3]uint32{dyad.Codes[row], a.Codes[row], b.Codes[row]}
		if byNames[key] == nil {
			order = append(order, key)
		}
		byNames[key] = append(byNames[key], row)
	}
	for _, key := range order {
		rows := byNames[key]
		f := finding(int(rows[0]))
		f.Row, f.Column, f.Marked, f.Weight = int(rows[0]), dyad.Index, []int{a.Index, b.Index}, float64(len(rows))
		f.Related, f.Alike = tabular.Refs(p.Data, rows[1:], dyad.Index, tabular.MaxRelated), len(rows)-1
		if len(rows) > 1 {
			f.Message += fmt.Sprintf(" (%s)", wording.Count(len(rows), "row"))
		}
		p.Report(f)
	}
}

// sources tests that the number of sources is that of the list.
func sources(p *check.Pass, number, list *record.Column) {
	n := tabular.NumbersOf(number)
	items := make([]float64, len(list.Dict.Texts))
	for code, text := range list.Dict.Texts {
		if text = strings.Trim(text, "; "); text != "" {
			items[code] = float64(strings.Count(text, ";") + 1)
		}
	}
	column, from := tabular.Name(number), tabular.Name(list)
	t := tabular.Test{What: fmt.Sprintf("%s counts %s", column, from), Columns: tabular.Columns(number, list)}
	for row, code := range list.Codes {
		// Rows coded before sources were structured have -1 here and free text in place of the list.
		if v := n.At(row); v >= 1 {
			t.Checked++
			if v != items[code] {
				t.Hit(row)
			}
		}
	}
	t.Report(p, func(row int) check.Finding {
		v, w := n.At(row), items[list.Codes[row]]
		return check.Finding{
			Message: fmt.Sprintf("%s is %s, but %s lists %s", column, wording.Num(v), from, wording.Num(w)),
			Why:     "the column counts the reports that are listed", Help: reload,
			Expected: wording.Num(w), Found: wording.Num(v), Weight: math.Abs(v - w),
		}
	})
}

// oneYear tests that a record ends in the year in which it begins: the dataset cuts longer periods at New Year.
func oneYear(p *check.Pass, first, last *record.Column) {
	years := func(c *record.Column) []int {
		out := make([]int, len(c.Dict.Days))
		for code, d := range c.Dict.Days {
			if d != record.NoDay {
				out[code] = d.Year()
			}
		}
		return out
	}
	from, to := years(first), years(last)
	t := tabular.Test{
		What:    fmt.Sprintf("%s and %s lie in one year", tabular.Name(first), tabular.Name(last)),
		Columns: tabular.Columns(last, first),
	}
	for row, code := range last.Codes {
		a, b := from[first.Codes[row]], to[code]
		if a == 0 || b == 0 {
			continue
		}
		t.Checked++
		if a != b {
			t.Hit(row)
		}
	}
	t.Report(p, func(row int) check.Finding {
		a, b := from[first.Codes[row]], to[last.Codes[row]]
		return check.Finding{
			Message: fmt.Sprintf("the record begins in %d and ends in %d", a, b),
			Why:     "the dataset cuts periods at New Year, so that no record spans two years", Help: reload,
			Expected: fmt.Sprint(a), Found: fmt.Sprint(b), Weight: math.Abs(float64(b - a)),
		}
	})
}

// cell tests that the PRIO-GRID cell is that of the point. Cells are half a degree wide and high and are numbered from 1,
// eastwards from 180 W and northwards from 90 S, 720 to a row.
func cell(p *check.Pass, grid, lat, lon *record.Column) {
	g, y, x := tabular.NumbersOf(grid), tabular.NumbersOf(lat), tabular.NumbersOf(lon)
	t := tabular.Test{
		What: "priogrid_gid is the grid cell of the point", Columns: tabular.Columns(grid, lat, lon),
		Whole: "check that latitude and longitude are what their names say",
	}
	for row := range p.Data.N {
		v, la, lo := g.At(row), y.At(row), x.At(row)
		if v != v || !(math.Abs(la) <= 90) || !(math.Abs(lo) <= 180) {
			continue
		}
		t.Checked++
		if v != gridCell(la, lo) && !onBorder(v, la, lo) {
			t.Hit(row)
		}
	}
	t.Report(p, func(row int) check.Finding {
		v, la, lo := g.At(row), y.At(row), x.At(row)
		return check.Finding{
			Message: fmt.Sprintf("priogrid_gid %s is not the cell of the point %s, %s, which is %s", wording.Num(v), wording.Num(la), wording.Num(lo), wording.Num(gridCell(la, lo))),
			Why:     "the cell was computed from the point; the point or the cell was changed since", Help: reload,
			Expected: wording.Num(gridCell(la, lo)), Found: wording.Num(v), Weight: 1,
		}
	})
}

func gridCell(lat, lon float64) float64 {
	return math.Floor((lat+90)*2)*720 + math.Floor((lon+180)*2) + 1
}

// onBorder reports whether v is a cell that a point on the border of cells may as well lie in.
func onBorder(v, lat, lon float64) bool {
	const eps = 1e-5
	for _, dy := range []float64{-eps, eps} {
		for _, dx := range []float64{-eps, eps} {
			if v == gridCell(lat+dy, lon+dx) {
				return true
			}
		}
	}
	return false
}
