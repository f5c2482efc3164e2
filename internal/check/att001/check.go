package att001

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// grades are the columns in which GTD grades an attribution.
var grades = []struct{ name, meaning string }{
	{"guncertain1", "whether the attribution is suspicion only"},
	{"claimed", "whether a group claimed the attack"},
}

func run(p *check.Pass) {
	d := p.Data
	var have []*record.Column
	var lacking []string
	for _, g := range grades {
		if c := d.Column(g.name); c != nil && c.Storage == record.Coded {
			have = append(have, c)
		} else {
			lacking = append(lacking, g.name)
		}
	}
	named := namedRows(d)
	if named.total == 0 {
		p.Skip("no row names an actor")
		return
	}
	if len(have) == 0 || len(lacking) > 0 && d.Format.ID == "gtd" {
		ungraded(p, lacking, named.total)
	}
	for _, c := range have {
		graded(p, c, named)
	}
}

type named struct {
	total int
	code  []bool // by code of actor1: somebody is named
}

func namedRows(d *record.Dataset) named {
	c := d.Role(record.RoleActor1)
	n := named{code: make([]bool, len(c.Dict.Texts))}
	for code, text := range c.Dict.Texts {
		class := record.ParseActor(text).Class
		n.code[code] = c.Dict.States[code] == record.Present && class != record.ActorUnidentified && class != record.ActorNone
	}
	for _, code := range c.Codes {
		if n.code[code] {
			n.total++
		}
	}
	return n
}

func ungraded(p *check.Pass, lacking []string, total int) {
	d := p.Data
	f := check.Finding{
		Row: -1, Column: p.Col(record.RoleActor1), Severity: check.Note,
		Message: fmt.Sprintf("%s names an actor in %s without a grade of how certain that is", d.Name, wording.Count(total, "row")),
		Help:    "read a name as the attribution of the source cited; do not count claims, suspicion and fact alike without saying so",
		Found:   "no grade of attribution", Expected: "claimed, suspected and unknown told apart", Weight: float64(total),
	}
	if d.Format.ID == "acled" {
		f.Why = "ACLED has no field for the certainty of an attribution; where the source is unsure, coders choose between a name and \"unidentified\""
	} else {
		f.Why = "no column " + strings.Join(lacking, ", no column ") + ": GTD grades each attribution there, and this copy has dropped it"
		if d.Format.ID != "gtd" {
			f.Why = "no column tells claimed, suspected and unknown attribution apart (in GTD these are " + strings.Join(lacking, " and ") + ")"
		}
		f.Help = "get a copy that holds the columns; " + f.Help
	}
	p.Report(f)
}

// graded counts the rows with a named perpetrator in which the grade is empty or a missing code, by year.
func graded(p *check.Pass, c *record.Column, n named) {
	d := p.Data
	actor := d.Role(record.RoleActor1)
	open := make([]bool, len(c.Dict.Texts))
	for code, s := range c.Dict.States {
		open[code] = s != record.Present || strings.TrimSpace(c.Dict.Texts[code]) == "-9"
	}
	type year struct{ year, open, all int }
	byYear := map[int]*year{}
	var y *year
	var rows []int32
	count := 0
	for row, code := range actor.Codes {
		if !n.code[code] {
			continue
		}
		if at := yearOf(d, row); y == nil || y.year != at {
			if y = byYear[at]; y == nil {
				y = &year{year: at}
				byYear[at] = y
			}
		}
		y.all++
		if open[c.Codes[row]] {
			y.open++
			count++
			if len(rows) < tabular.Examples {
				rows = append(rows, int32(row))
			}
		}
	}
	if float64(count) < p.Float("share")*float64(n.total) {
		return
	}
	years := make([]*year, 0, len(byYear))
	for _, y := range byYear {
		if y.year != 0 && y.open > 0 {
			years = append(years, y)
		}
	}
	slices.SortFunc(years, func(a, b *year) int {
		if s := cmp.Compare(b.open*a.all, a.open*b.all); s != 0 {
			return s
		}
		return cmp.Or(cmp.Compare(b.all, a.all), cmp.Compare(a.year, b.year))
	})
	var worst []string
	for _, y := range years[:min(len(years), 5)] {
		worst = append(worst, fmt.Sprintf("%d %s of %s", y.year, wording.Share(y.open, y.all), wording.Thousands(y.all)))
	}
	meaning := ""
	for _, g := range grades {
		if c.Key() == g.name || c.Name == g.name {
			meaning = g.meaning
		}
	}
	why := fmt.Sprintf("%s says %s", tabular.Name(c), meaning)
	if len(worst) > 0 {
		why += "; highest shares by year: " + strings.Join(worst, ", ")
	}
	p.Report(check.Finding{
		Row: -1, Column: c.Index, Marked: []int{actor.Index}, Related: tabular.Refs(d, rows, c.Index, tabular.Examples),
		Message: fmt.Sprintf("%s is empty or unknown in %s of the %s that name a perpetrator", tabular.Name(c), wording.Share(count, n.total),
			wording.Count(n.total, "row")),
		Why:      why,
		Help:     "report results with and without these rows, or restrict the analysis to the years in which the field was coded",
		Expected: "a grade wherever a perpetrator is named", Found: wording.Count(count, "row") + " without",
		Weight: float64(count) / float64(n.total),
	})
}

func yearOf(d *record.Dataset, row int) int {
	if c := d.Role(record.RoleYear); c != nil {
		if v, ok := c.Number(row); ok {
			return int(v)
		}
	}
	if d.Events != nil && d.Events.When != nil && d.Events.When[row].Known() {
		return d.Events.When[row].First.Year()
	}
	return 0
}

// plant blanks the flags in most rows that name a perpetrator.
func plant(s *check.Sheet, _ int) {
	if s.Data.Role(record.RoleActor1) == nil {
		return
	}
	n := namedRows(s.Data)
	actor := s.Data.Role(record.RoleActor1)
	for _, g := range grades {
		c := s.Data.Column(g.name)
		if c == nil {
			continue
		}
		set := 0
		for row, code := range actor.Codes {
			if n.code[code] && s.Rand.IntN(10) < 4 {
				s.Rows[row][c.Index] = ""
				set++
			}
		}
		if set > 0 {
			s.Add(fmt.Sprintf("%s blanked in %d rows", g.name, set))
		}
	}
}
