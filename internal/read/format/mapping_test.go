package format_test

import (
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/read/format"
	"github.com/assaydata/assay/internal/record"
)

func parse(t *testing.T, text string) *format.Mapping {
	t.Helper()
	m, err := format.ParseMapping([]byte(text), "map.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestParseMappingErrors(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", "map.yaml: nothing in it"},
		{"nothing said", "{}", "map.yaml:1:1: the mapping says nothing"},
		{"a list", "- a\n", "map.yaml:1:1: a mapping must be a list of names with values"},
		{"key", "colums:\n  a: date\n", `map.yaml:1:1: unknown key "colums" (hint: did you mean columns?)`},
		{"format", "format: gdt\n", `map.yaml:1:9: unknown format "gdt" (hint: did you mean gtd?)`},
		{"role", "columns:\n  a: actr1\n", `map.yaml:2:6: unknown role "actr1" (hint: did you mean actor1?)`},
		{"role in the long form", "columns:\n  a: {role: latitud}\n", `map.yaml:2:13: unknown role "latitud" (hint: did you mean latitude?)`},
		{"column key", "columns:\n  a: {role: date, dats: [iso]}\n", `map.yaml:2:19: unknown key "dats" (hint: did you mean dates?)`},
		{"type", "columns:\n  a: {role: best, type: nmber}\n", `map.yaml:2:25: unknown type "nmber" (hint: did you mean number?)`},
		{"order", "columns:\n  a: {role: date, dates: [iso, dym]}\n", `map.yaml:2:32: unknown way of writing dates "dym"`},
		{"no order", "columns:\n  a: {role: date, dates: []}\n", "map.yaml:2:26: dates: is empty"},
		{"flag", "columns:\n  a: {role: best, negative: maybe}\n", `map.yaml:2:29: "maybe" is neither true nor false`},
		{"as without base", "columns:\n  a: {as: gname}\n", "map.yaml:2:11: as: needs a base format"},
		{"as", "format: gtd\ncolumns:\n  a: {as: gnam}\n", `map.yaml:3:11: GTD has no column "gnam" (hint: did you mean gname?)`},
		{"as and none", "format: gtd\ncolumns:\n  a: {as: gname, role: none}\n", "map.yaml:3:6: a column cannot have no meaning and that of another"},
		{"column twice", "columns:\n  a: date\n  a: best\n", `map.yaml:3:3: "a" stands here twice`},
		{"role twice", "columns:\n  a: date\n  b: date\n", `map.yaml:3:6: role date is already given to column "a"`},
		{"syntax", "columns:\n  a: {role: date\n", "map.yaml:"},
		{"two documents", "columns: {a: date}\n---\nb: 1\n", "map.yaml:2:1: the file must be one document"},
		{"codes", "columns:\n  a: {role: kind, codes: [[x]]}\n", "map.yaml:2:27: a value is expected here"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := format.ParseMapping([]byte(c.text), "map.yaml")
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %s", err, c.want)
			}
		})
	}
}

func TestParseMappingReportsEveryMistake(t *testing.T) {
	_, err := format.ParseMapping([]byte("format: x\ncolumns:\n  a: nope\n  b: {type: nope}\n"), "m.yaml")
	if err == nil || strings.Count(err.Error(), "m.yaml:") != 3 {
		t.Errorf("error: %v", err)
	}
}

func TestMappingIsJSONToo(t *testing.T) {
	m := parse(t, `{"format": "gtd", "columns": {"group": {"as": "gname"}, "killed": {"role": "best", "missing": {"-99": "unknown"}}}}`)
	fields, problems := m.Fields([]string{"killed", "group"})
	if len(problems) > 0 || fields[1].Name != "gname" || fields[0].Role != record.RoleBest || fields[0].Missing[0] != (record.Code{Value: "-99", Meaning: "unknown"}) {
		t.Errorf("%+v %v", fields, problems)
	}
}

func TestMappingFields(t *testing.T) {
	m := parse(t, `
format: gtd
columns:
  group_name: {as: gname}
  "Dead ": {role: best, type: int, missing: {"-99": unknown, ".": ""}, negative: true, separator: "|", required: true, doc: killed}
  when: {role: date, dates: [dmy, dmony]}
  sort: {as: attacktype1_txt, codes: {Bomb: Bombing/Explosion}, open: false}
  iyear: year
  city: none
`)
	header := []string{"group_name", "Dead", "when", "sort", "iyear", "city", "nkill", "gname", "other"}
	f, problems := m.Fields(header)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if f[0].Name != "gname" || f[0].Role != record.RoleActor1 || len(f[0].Missing) == 0 {
		t.Errorf("as: %+v", f[0])
	}
	want := record.Field{
		Name: "dead", Role: record.RoleBest, Type: record.TypeInt, Negative: true, Required: true, Separator: "|", Doc: "killed",
		Missing: []record.Code{{Value: "-99", Meaning: "unknown"}, {Value: "."}},
	}
	if !reflect.DeepEqual(*f[1], want) {
		t.Errorf("long form: %+v, want %+v", *f[1], want)
	}
	if f[2].Type != record.TypeDate || !slices.Equal(f[2].Dates, []record.DateOrder{record.DateDMY, record.DateDMonY}) {
		t.Errorf("dates: %+v", f[2])
	}
	if f[3].Name != "attacktype1_txt" || f[3].Open || len(f[3].Codes) != 1 || f[3].Codes[0].Meaning != "Bombing/Explosion" {
		t.Errorf("codes: %+v", f[3])
	}
	if f[4].Name != "iyear" || f[4].Role != record.RoleYear || !f[4].Required {
		t.Errorf("a role on top of a known column: %+v", f[4])
	}
	if f[5] != nil {
		t.Errorf("none: %+v", f[5])
	}
	if f[6] == nil || f[6].Name != "nkill" || f[6].Role != record.RoleNone {
		t.Errorf("a known column whose role is given to another keeps its type and loses the role: %+v", f[6])
	}
	if f[7] != nil {
		t.Errorf("a known column whose meaning is given to another has none: %+v", f[7])
	}
	if f[8] != nil {
		t.Errorf("a column that nobody knows: %+v", f[8])
	}
	if known := format.Codebook("gtd"); slices.IndexFunc(known, func(k *record.Field) bool { return k.Name == "nkill" && k.Role == record.RoleBest }) < 0 {
		t.Error("the codebook itself was changed")
	}
}

func TestMappingColumnNotInFile(t *testing.T) {
	m := parse(t, "columns:\n  date_of_incidnet: date\n  zzz: best\n  Lat: latitude\n  lat: longitude\n")
	_, problems := m.Fields([]string{"date_of_incident", "lat"})
	want := []string{
		`map.yaml:2:3: column "date_of_incidnet" is not in the file (hint: did you mean "date_of_incident"?)`,
		`map.yaml:3:3: column "zzz" is not in the file (hint: look at the names in the header)`,
		`map.yaml:5:3: "Lat" and "lat" both name column 2 of the file (hint: keep one of them)`,
	}
	if !slices.Equal(problems, want) {
		t.Errorf("problems:\n%s\nwant:\n%s", strings.Join(problems, "\n"), strings.Join(want, "\n"))
	}
}

func TestMappingWins(t *testing.T) {
	m := parse(t, "columns:\n  event_date: {role: date, dates: [mdy]}\n")
	match := format.Recognise(cells(headerL4), cells(hxlL4), m)
	if match.Format.ID != "mapped" || !match.HXL || match.Format.Assumed {
		t.Errorf("match %+v", match.Format)
	}
	for i, f := range match.Fields {
		if (f != nil) != (match.Header[i] == "event_date") {
			t.Errorf("column %s: %+v", match.Header[i], f)
		}
	}
	match = format.Recognise(cells(headerL4), nil, parse(t, "format: acled\ncolumns:\n  notthere: best\n"))
	if match.Format.ID != "acled" || len(match.Problems) != 1 {
		t.Errorf("match %+v, problems %v", match.Format, match.Problems)
	}
}

func TestReworkedGTD(t *testing.T) {
	m := format.Recognise(cells(headerGTDReworked), nil, nil)
	if m.Format.ID != "gtd" || m.Format.Layout != "reworked" || !m.Format.Assumed || len(m.Problems) > 0 {
		t.Fatalf("match %+v %v", m.Format, m.Problems)
	}
	if remarks := strings.Join(m.Remarks, "\n"); !strings.Contains(remarks, "gtd-reworked") || !strings.Contains(remarks, "values altered") {
		t.Errorf("remarks:\n%s", remarks)
	}
	roles := map[string]record.Role{
		"eventid": record.RoleID, "date": record.RoleDate, "country": record.RoleCountry, "group_name": record.RoleActor1,
		"attack_type": record.RoleKind, "target_type": record.RoleTarget, "weapon_type": record.RoleWeapon,
		"nkill": record.RoleBest, "nwound": record.RoleInjured, "latitude": record.RoleLat, "region": record.RoleNone,
	}
	for i, name := range m.Header {
		name = strings.Trim(name, `"`)
		if name == "ones" {
			if m.Fields[i] != nil {
				t.Error("ones means nothing")
			}
			continue
		}
		if m.Fields[i] == nil {
			t.Errorf("column %s has no meaning", name)
			continue
		}
		if want, listed := roles[name]; listed && m.Fields[i].Role != want {
			t.Errorf("column %s has the role %q, want %q", name, m.Fields[i].Role, want)
		}
	}
	fewer := strings.Replace(headerGTDReworked, `,"ones"`, "", 1)
	if m := format.Recognise(cells(fewer), nil, nil); len(m.Problems) > 0 || m.Format.Layout != "reworked" {
		t.Errorf("a copy with fewer columns: %v", m.Problems)
	}
}

func TestExamplesCanBeRead(t *testing.T) {
	files, err := fs.Glob(format.Examples(), "*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("examples %v, %v", files, err)
	}
	for _, file := range files {
		m, err := format.Example(strings.TrimSuffix(file, ".yaml"))
		if err != nil || len(m.Columns) == 0 {
			t.Errorf("%s: %v", file, err)
		}
	}
	if _, err := format.Example("none"); err == nil {
		t.Error("an example that is not there must be an error")
	}
}

// The mapping that is printed gives the same meaning back.
func TestMappingYAMLRoundTrip(t *testing.T) {
	headers := map[string][]string{
		"reworked": cells(headerGTDReworked),
		"guessed":  {"Incident ID", "Date: of event", "Lat", "Lon", "yes", "Killed (total)", "perpetrator", "", "killed", `a "b"`, "Quelle – é"},
	}
	for _, l := range layouts {
		headers[l.name] = cells(l.header)
	}
	for name, header := range headers {
		t.Run(name, func(t *testing.T) {
			m := format.Recognise(header, nil, nil)
			text := m.MappingYAML()
			mapping, err := format.ParseMapping([]byte(text), "printed.yaml")
			if err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			again, problems := mapping.Fields(header)
			if len(problems) > 0 {
				t.Fatalf("%v\n%s", problems, text)
			}
			for i := range header {
				// Shapefile dates and interactions in words are variants of one entry and compare by value.
				if !reflect.DeepEqual(m.Fields[i], again[i]) && !(m.Fields[i] != nil && again[i] != nil && same(m.Fields[i], again[i])) {
					t.Errorf("column %q: %+v, read back as %+v", header[i], m.Fields[i], again[i])
				}
			}
		})
	}
}

// same compares what matters for reading; the aliases of an entry do not.
func same(a, b *record.Field) bool {
	x, y := *a, *b
	x.Aliases, y.Aliases = nil, nil
	if len(x.Codes) == 0 && len(y.Codes) == 0 {
		x.Codes, y.Codes = nil, nil
	}
	if len(x.Missing) == 0 && len(y.Missing) == 0 {
		x.Missing, y.Missing = nil, nil
	}
	return reflect.DeepEqual(x, y)
}

func FuzzParseMapping(f *testing.F) {
	f.Add("format: gtd\ncolumns:\n  a: {as: gname}\n")
	f.Add("columns: {a: {role: date, dates: [iso]}, b: *x}")
	f.Add("a: &x [*x]")
	f.Fuzz(func(t *testing.T, text string) {
		m, err := format.ParseMapping([]byte(text), "f.yaml")
		if err != nil {
			if !strings.HasPrefix(err.Error(), "f.yaml") {
				t.Fatalf("an error without a position: %v", err)
			}
			return
		}
		if fields, _ := m.Fields([]string{"a", "b", ""}); len(fields) != 3 {
			t.Fatal("one entry per column")
		}
	})
}
