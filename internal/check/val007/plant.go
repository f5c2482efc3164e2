package val007

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
)

// plant sets one of two codes so that they exclude each other.
func plant(s *check.Sheet, n int) {
	set := map[string]func(*check.Sheet, int, int) string{"acled": plantACLED, "ged": plantGED, "scad": plantSCAD, "gtd": plantGTD}[s.Data.Format.ID]
	if set == nil {
		return
	}
	// Further rows of one event repeat its codes and would have to be changed with it.
	single := func(row int) bool {
		ev := s.Data.Events
		return ev == nil || ev.Counted == nil || ev.Counted[row]
	}
	for i, row := range s.Pick(n, single) {
		for k := range 4 {
			if what := set(s, row, (i+k)%4); what != "" {
				s.Add(what, row)
				break
			}
		}
	}
}

// put writes a cell by its canonical name and says so, or returns "" where there is no such column.
func put(s *check.Sheet, row int, name, value string) string {
	i := s.ColumnIndex(name)
	if i < 0 {
		return ""
	}
	s.Rows[row][i] = value
	return fmt.Sprintf("%s set to %q", name, value)
}

func plantACLED(s *check.Sheet, row, way int) string {
	second := s.Get(row, record.RoleActor2) != ""
	switch way {
	case 0:
		if second {
			return put(s, row, "inter2", "0")
		}
		return put(s, row, "inter2", "7")
	case 1:
		return put(s, row, "inter1", "0")
	case 2:
		kind, sub := s.Get(row, record.RoleKind), s.Get(row, record.RoleSubkind)
		if kindOf[sub] != kind || sub == "" {
			return ""
		}
		if kind == "Battles" {
			return put(s, row, "sub_event_type", "Peaceful protest")
		}
		return put(s, row, "sub_event_type", "Armed clash")
	}
	if second && s.Get(row, record.RoleAlly2) != "" {
		return put(s, row, "actor2", "")
	}
	return ""
}

func plantGED(s *check.Sheet, row, way int) string {
	kind := tabular.NumbersOf(s.Data.Role(record.RoleKind)).At(row)
	switch {
	case way == 0 && kind == oneSided:
		return put(s, row, "deaths_b", "2")
	case way == 1 && kind == oneSided:
		return put(s, row, "side_b", "Villagers")
	case way == 2 && kind != oneSided:
		return put(s, row, "type_of_violence", "3")
	case way == 3 && kind == stateBased:
		return put(s, row, "type_of_violence", "2")
	case way == 3 && kind == nonState:
		return put(s, row, "type_of_violence", "1")
	}
	return ""
}

func plantSCAD(s *check.Sheet, row, way int) string {
	kind := tabular.NumbersOf(s.Data.Role(record.RoleKind)).At(row)
	dead := tabular.NumbersOf(s.Data.Role(record.RoleBest)).At(row)
	switch {
	case way < 2 && (kind == 7 || kind == 9):
		return put(s, row, []string{"cgovtarget", "rgovtarget"}[way], "1")
	case way < 2 && (kind == 8 || kind == 10):
		if put(s, row, "cgovtarget", "0") == "" {
			return ""
		}
		return put(s, row, "rgovtarget", "0")
	case way >= 2 && dead == 0:
		return put(s, row, "repress", "2")
	}
	return ""
}

func plantGTD(s *check.Sheet, row, way int) string {
	is := func(name string, v float64) bool {
		n := tabular.NumbersOf(s.Data.Column(name))
		return n.OK() && n.At(row) == v
	}
	switch {
	case way == 0 && is("doubtterr", 0):
		return put(s, row, "alternative", "2")
	case way == 1 && is("doubtterr", 1):
		return put(s, row, "alternative", "")
	case way == 2 && is("ishostkid", 0):
		return put(s, row, "nhostkid", "3")
	case way == 3 && is("property", 0):
		return put(s, row, "propextent", "3")
	}
	return ""
}
