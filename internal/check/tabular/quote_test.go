package tabular

import (
	"testing"

	"github.com/assaydata/assay/internal/record"
)

func TestQuotable(t *testing.T) {
	column := func(f record.Field) *record.Column { return &record.Column{Field: &f, Storage: record.Coded} }
	actor := record.Field{Name: "actor1", Role: record.RoleActor1}
	for _, c := range []struct {
		format string
		field  record.Field
		want   bool
	}{
		{"acled", actor, true},
		{"ged", record.Field{Name: "side_a", Role: record.RoleActor1}, true},
		{"ged", record.Field{Name: "dyad_name"}, true},
		{"gtd", record.Field{Name: "gname", Role: record.RoleActor1}, true},
		{"gtd", record.Field{Name: "targsubtype1_txt"}, true},
		{"gtd", record.Field{Name: "target1", Role: record.RoleTarget}, false},
		{"gtd", record.Field{Name: "corp1"}, false},
		{"gtd", record.Field{Name: "scite1", Role: record.RoleArticle, Type: record.TypeText}, false},
		{"gtd", record.Field{Name: "nkill", Role: record.RoleBest, Type: record.TypeNumber}, true},
		{"scad", actor, false},
		{"scad", record.Field{Name: "target1", Role: record.RoleTarget}, false},
		{"scad", record.Field{Name: "coder"}, false},
		{"scad", record.Field{Name: "ilocal", Role: record.RolePlace}, true},
		{"mapped", actor, false},
		{"mapped", record.Field{Name: "sort", Role: record.RoleKind, Type: record.TypeEnum}, true},
		{"table", record.Field{Name: "victim"}, false},
		{"table", record.Field{Name: "day", Type: record.TypeDate}, true},
	} {
		d := &record.Dataset{Format: record.Format{ID: c.format}}
		if got := Quotable(d, column(c.field)); got != c.want {
			t.Errorf("%s %s: %v", c.format, c.field.Name, got)
		}
	}
	d := &record.Dataset{Format: record.Format{ID: "table"}}
	if Quotable(d, &record.Column{Name: "victim"}) || Quotable(d, nil) {
		t.Error("a column without codebook is quoted")
	}
	gtd := &record.Dataset{Format: record.Format{ID: "gtd"}}
	target, city := column(record.Field{Name: "target1"}), column(record.Field{Name: "city", Role: record.RolePlace})
	target.Name, city.Name = "target1", "city"
	if got := Words(gtd, target, "Ann Example", 80); got != "target1" {
		t.Errorf("%q", got)
	}
	if got := Words(gtd, city, "Berrin", 80); got != `city "Berrin"` {
		t.Errorf("%q", got)
	}
}

func TestStray(t *testing.T) {
	for text, want := range map[string]string{
		"4 or more": `"4 or more"`, "several": `"several"`, "#VALUE!": `"#VALUE!"`, "Ann Example": "a text of 11 characters",
		"On 3 May men shot at a house": "a text of 28 characters", "": `""`,
	} {
		if got := Stray(text); got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
}

func TestP(t *testing.T) {
	for p, want := range map[float64]string{0: "p < 1e-300", 1e-300: "p < 1e-300", 2.5e-117: "p = 2.5e-117", 0.00213: "p = 0.0021"} {
		if got := P(p); got != want {
			t.Errorf("%v: %s", p, got)
		}
	}
}
