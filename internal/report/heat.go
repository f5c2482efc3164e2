package report

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/assaydata/assay/internal/finding"
)

// heatView is a table of rules by years, shaded by the share of the year's rows that a rule names.
type heatView struct {
	Dataset string
	Years   []string
	Rows    []heatRow
	Note    string
}

type heatRow struct {
	Code, Name, Title, Class string
	Cells                    []heatCell
	Total                    string
}

type heatCell struct {
	Text  string // number of findings, "" for none
	Level int    // 0 none, 1-5
	Hint  string
}

const mostColumns = 24 // years, or groups of years

// heat counts the findings of each rule in each year of a dataset.
func (p *profile) heat(groups []finding.Group) *heatView {
	if p.first > p.last || p.data.Events == nil || p.data.Events.When == nil {
		return nil
	}
	bin := 1
	for _, b := range []int{1, 5, 10} {
		bin = b
		if (p.last-p.first)/b < mostColumns {
			break
		}
	}
	start := p.first - p.first%bin
	n := (p.last-start)/bin + 1
	out := &heatView{Dataset: p.data.Name}
	rows := make([]int, n)
	for i, k := range p.rows {
		rows[(p.first+i-start)/bin] += k
	}
	for i := range n {
		y := start + i*bin
		name := strconv.Itoa(y)
		if bin > 1 {
			name += "–" + fmt.Sprintf("%02d", (y+bin-1)%100)
		}
		out.Years = append(out.Years, name)
	}
	whole := 0
	for i := range groups {
		g := &groups[i]
		if g.Data != p.data {
			continue
		}
		row := heatRow{Code: g.Rule.Code, Name: g.Rule.Name, Title: g.Rule.Title, Class: g.Class, Total: finding.Thousands(len(g.Findings))}
		counts := make([]int, n)
		any := false
		for k := range g.Findings {
			if r := g.Findings[k].Row; r >= 0 {
				if w := &p.data.Events.When[r]; w.Known() {
					if at := (w.First.Year() - start) / bin; w.First.Year() >= start && at < n {
						counts[at]++
						any = true
					}
				}
			}
		}
		if !any {
			whole++
			continue
		}
		for at, k := range counts {
			c := heatCell{}
			if k > 0 {
				share := float64(k) / float64(max(1, rows[at]))
				c = heatCell{compactHeat(k), level(share), fmt.Sprintf("%s: %s, %s of its rows", out.Years[at], finding.Plural(k, "finding", "findings"), percent(min(1, share)))}
			}
			row.Cells = append(row.Cells, c)
		}
		out.Rows = append(out.Rows, row)
	}
	if len(out.Rows) == 0 {
		return nil
	}
	slices.SortStableFunc(out.Rows, func(a, b heatRow) int { return classOrder[a.Class] - classOrder[b.Class] })
	if whole > 0 {
		out.Note = finding.Plural(whole, "more rule speaks", "more rules speak") + " about the dataset as a whole"
	}
	return out
}

// level is the step of shading of a share.
func level(share float64) int {
	for i, limit := range []float64{0.001, 0.01, 0.05, 0.2} {
		if share < limit {
			return i + 1
		}
	}
	return 5
}

func compactHeat(n int) string {
	if n >= 10_000 {
		return strconv.Itoa(n/1000) + "k"
	}
	return strconv.Itoa(n)
}
