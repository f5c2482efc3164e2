package incident

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/groups"
)

// bySourceDate sorts claims by the date of their source, undated ones last, then by row.
func bySourceDate(list []*claim.Incident) {
	slices.SortStableFunc(list, func(a, b *claim.Incident) int {
		x, y := a.Source.Date, b.Source.Date
		switch {
		case x.Known() && !y.Known():
			return -1
		case !x.Known() && y.Known():
			return 1
		}
		return cmp.Or(cmp.Compare(x.Last, y.Last), cmp.Compare(x.First, y.First), cmp.Compare(a.Data.Name, b.Data.Name), cmp.Compare(a.Row, b.Row))
	})
}

// fields collects the values of all fields and judges them.
func (in *Incident) fields() {
	readers := map[string]func(*claim.Incident) []*Value{
		Date: func(c *claim.Incident) []*Value {
			if !c.Date.Known() {
				return nil
			}
			return []*Value{{Claim: c, Text: c.Date.Text, Date: c.Date, Number: math.NaN(), Low: math.NaN(), High: math.NaN()}}
		},
		Place:              text(func(c *claim.Incident) string { return c.Place }),
		KilledCivilians:    count(func(c *claim.Incident) float64 { return c.KilledCivilians }),
		KilledSecurity:     count(func(c *claim.Incident) float64 { return c.KilledSecurity }),
		KilledPerpetrators: count(func(c *claim.Incident) float64 { return c.KilledPerpetrators }),
		Injured:            count(func(c *claim.Incident) float64 { return c.Injured }),
		TotalDead:          totals,
		Attackers:          attackers,
		Ages:               ages,
		BirthYear:          birthYears,
		VictimRole:         victimRoles,
		Perpetrators:       text(func(c *claim.Incident) string { return c.Perpetrators }),
		ClaimedBy:          text(func(c *claim.Incident) string { return c.ClaimedBy }),
		AttributedTo:       text(func(c *claim.Incident) string { return c.AttributedTo }),
	}
	for _, name := range FieldNames {
		f := &Field{Name: name}
		for _, c := range in.Claims {
			f.Values = append(f.Values, readers[name](c)...)
		}
		if len(f.Values) == 0 {
			continue
		}
		f.positions(in.g)
		f.judge(in)
		in.Fields = append(in.Fields, f)
	}
}

func text(cell func(*claim.Incident) string) func(*claim.Incident) []*Value {
	return func(c *claim.Incident) []*Value {
		s := cell(c)
		if s == "" {
			return nil
		}
		return []*Value{{Claim: c, Text: s, Number: math.NaN(), Low: math.NaN(), High: math.NaN()}}
	}
}

func count(cell func(*claim.Incident) float64) func(*claim.Incident) []*Value {
	return func(c *claim.Incident) []*Value {
		n := cell(c)
		if math.IsNaN(n) || n < 0 {
			return nil
		}
		bound := ""
		if n > 0 {
			bound = boundOf(n, texts(c)...)
		}
		v := &Value{Claim: c, Number: n, Text: strings.TrimSpace(bound + " " + num(n))}
		v.Low, v.High = bounds(bound, n)
		return []*Value{v}
	}
}

// positions groups the values by what they say. Corrected and earlier values of a source that gives a later one do not count.
func (f *Field) positions(g *evidence.Graph) {
	at := map[string]int{}
	for _, v := range f.Values {
		if v.Earlier {
			continue
		}
		k := groups.Fold(v.Text)
		i, ok := at[k]
		if !ok {
			i = len(f.Positions)
			at[k] = i
			f.Positions = append(f.Positions, Position{Text: v.Text})
		}
		f.Positions[i].Values = append(f.Positions[i].Values, v)
	}
	for i := range f.Positions {
		p := &f.Positions[i]
		p.Origins, p.Roots = originsOf(g, p.Values)
	}
	slices.SortStableFunc(f.Positions, func(a, b Position) int {
		return cmp.Or(cmp.Compare(b.Origins, a.Origins), cmp.Compare(len(b.Values), len(a.Values)))
	})
	if len(f.Positions) > 0 {
		f.Origins = f.Positions[0].Origins
	}
}

func originsOf(g *evidence.Graph, values []*Value) (n int, roots []string) {
	var list []claim.Claim
	seen := map[*claim.Incident]bool{}
	for _, v := range values {
		if !seen[v.Claim] {
			seen[v.Claim] = true
			list = append(list, v.Claim)
		}
	}
	os := g.Origins(list)
	for _, o := range os {
		if o.Root != evidence.Unknown && !slices.Contains(roots, o.Root) {
			roots = append(roots, o.Root)
		}
	}
	return len(os), roots
}
