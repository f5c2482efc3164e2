package format_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/read/format"
	"github.com/assaydata/assay/internal/record"
)

func cells(line string) []string { return strings.Split(line, ",") }

// headerL6 and the GTD variants are told from others by what is added or left out.
var (
	headerL6      = headerL5 + ",population_1km,population_2km,population_5km,population_best"
	headerGTDOld  = strings.Replace(headerGTD, ",individual", "", 1) + ",year,month,day,date,enddate,event_tax,actor_tax,prec_tax"
	headerGTDCopy = headerGTD + ",date_precision,event_date,date,enddate,event_tax,actor_tax,prec_tax"
)

// layouts lists every layout with the columns that are not of the format.
var layouts = []struct {
	name, header, id, layout string
	extra                    []string
}{
	{"ACLED L1", headerL1, "acled", "L1", nil},
	{"ACLED L1 reordered", headerL1Reordered, "acled", "L1", cells("date,enddate,event_tax,actor_tax,prec_tax")},
	{"ACLED L2", headerL2, "acled", "L2", nil},
	{"ACLED L3", headerL3, "acled", "L3", cells("date,enddate,event_tax,actor_tax,prec_tax")},
	{"ACLED L4", headerL4, "acled", "L4", nil},
	{"ACLED L5", headerL5, "acled", "L5", nil},
	{"ACLED L6", headerL6, "acled", "L6", nil},
	{"GED G1", headerG1, "ged", "G1", cells("date,enddate,event_tax,actor_tax,prec_tax")},
	{"GED G2", headerG2, "ged", "G2", cells("date,enddate,event_tax,actor_tax,prec_tax")},
	{"GED G3", headerG3, "ged", "G3", nil},
	{"GED G4", headerG4, "ged", "G4", nil},
	{"GED G4 GeoJSON", headerG4GeoJSON, "ged", "G4-GeoJSON", nil},
	{"GED G4 HDX a", headerG4HDXa, "ged", "G4-HDX-a", nil},
	{"GED G4 HDX b", headerG4HDXb, "ged", "G4-HDX-b", nil},
	{"GTD", headerGTD, "gtd", "135", nil},
	{"GTD copy", headerGTDCopy, "gtd", "135", cells("date_precision,event_date,date,enddate,event_tax,actor_tax,prec_tax")},
	{"GTD 2015", headerGTDOld, "gtd", "134", cells("year,month,day,date,enddate,event_tax,actor_tax,prec_tax")},
	{"SCAD 3.2", headerSCAD32, "scad", "3.0-3.2", cells("year,date,event_tax,actor_tax,prec_tax")},
	{"SCAD 3.1 reordered", headerSCAD31Reordered, "scad", "3.0-3.2", cells("date,year,month,day,spec_id,event_tax,actor_tax,prec_tax")},
	{"SCAD 3.3", headerSCAD33, "scad", "3.3", nil},
}

func TestRecogniseLayouts(t *testing.T) {
	for _, l := range layouts {
		t.Run(l.name, func(t *testing.T) {
			header := cells(l.header)
			m := format.Recognise(header, nil, nil)
			if m.Format.ID != l.id || m.Format.Layout != l.layout || m.Format.Assumed || m.Format.Title == "" {
				t.Fatalf("recognised as %+v, want %s %s", m.Format, l.id, l.layout)
			}
			if len(m.Fields) != len(header) || m.HXL || m.NoHeader || len(m.Problems) > 0 {
				t.Fatalf("%d fields for %d columns, HXL %v, no header %v, problems %v", len(m.Fields), len(header), m.HXL, m.NoHeader, m.Problems)
			}
			var extra []string
			for i, f := range m.Fields {
				if f == nil && header[i] != "" {
					extra = append(extra, header[i])
				}
			}
			if !slices.Equal(extra, l.extra) {
				t.Errorf("unknown columns %v, want %v", extra, l.extra)
			}
			if remarks := strings.Join(m.Remarks, "\n"); len(extra) > 0 && !strings.Contains(remarks, strings.Join(extra, ", ")) {
				t.Errorf("the remarks do not name the unknown columns:\n%s", remarks)
			}
		})
	}
}

// The order of columns, their case, quotes and a byte order mark change nothing.
func TestRecogniseByNamesAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := rapid.SampledFrom(layouts).Draw(t, "layout")
		header := rapid.Permutation(cells(l.header)).Draw(t, "order")
		for i, name := range header {
			switch rapid.IntRange(0, 4).Draw(t, "disguise") {
			case 1:
				header[i] = strings.ToUpper(name)
			case 2:
				header[i] = " " + name + "\t"
			case 3:
				header[i] = `"` + strings.Trim(name, `"`) + `"`
			}
		}
		want := format.Recognise(cells(l.header), nil, nil)
		names := map[string]*record.Field{}
		for i, name := range want.Header {
			names[format.Normalise(name)] = want.Fields[i]
		}
		header[0] = "\ufeff" + header[0]
		got := format.Recognise(header, nil, nil)
		if got.Format != want.Format {
			t.Fatalf("recognised as %+v, want %+v", got.Format, want.Format)
		}
		for i, name := range header {
			if got.Fields[i] != names[format.Normalise(name)] {
				t.Fatalf("column %q means %+v, want %+v", name, got.Fields[i], names[format.Normalise(name)])
			}
		}
	})
}

func TestNearMissesDoNotPass(t *testing.T) {
	drop := func(line string, names ...string) string {
		var keep []string
		for _, c := range cells(line) {
			if !slices.Contains(names, strings.Trim(c, `"`)) {
				keep = append(keep, c)
			}
		}
		return strings.Join(keep, ",")
	}
	for name, header := range map[string]string{
		"re-worked GTD with its own ids": "id,year,month,day,country,city,attack,target,group,weapon,killed,wounded",
		"GTD without group and parts":    drop(headerGTD, "gname", "imonth", "attacktype1"),
		"GTD without iyear":              drop(headerGTD, "iyear"),
		"UCDP country-year":              "country_id,country,year,type_of_violence,best,low,high",
		"UCDP dyad-year":                 "dyad_new_id,side_a,side_b,type_of_violence,year,where_prec,best",
		"GED without date_prec":          drop(headerG4, "date_prec"),
		"xSub":                           "SOURCE,DATE,LAT,LONG,INITIATOR,TARGET,ACTION_IND",
		"ACLED without interaction":      drop(headerL4, "interaction"),
		"SCAD without locnum":            drop(headerSCAD33, "locnum"),
	} {
		m := format.Recognise(cells(header), nil, nil)
		if m.Format.ID != "table" || !m.Format.Assumed {
			t.Errorf("%s passes as %+v", name, m.Format)
		}
	}
}

func TestHXLRow(t *testing.T) {
	m := format.Recognise(cells(headerL4), cells(hxlL4), nil)
	if !m.HXL || m.Format.Layout != "L4" {
		t.Errorf("HXL %v, layout %s", m.HXL, m.Format.Layout)
	}
	for _, row := range [][]string{
		nil,
		cells("7,800,UGA1,1,2020-11-03,2020,1,Riots,Mob violence,#1 group"),
		{"#1", "#2", "#3", "b"},
		{"#tag", "a", "b"},
	} {
		if format.Recognise(cells(headerL4), row, nil).HXL {
			t.Errorf("%q is no HXL row", row)
		}
	}
}

func TestCandidateWithoutHeader(t *testing.T) {
	row := slices.Repeat([]string{""}, 49)
	header := cells(headerG4)
	for name, value := range map[string]string{
		"id": "500001", "type_of_violence": "1", "where_prec": "3", "date_prec": "2",
		"date_start": "2024-01-02", "date_end": "2024-01-04T00:00:00", "best": "7",
	} {
		row[slices.Index(header, name)] = value
	}
	m := format.Recognise(row, row, nil)
	if !m.NoHeader || m.Format.ID != "ged" || !m.Format.Assumed || !slices.Equal(m.Header, header) || len(m.Fields) != 49 || len(m.Remarks) == 0 {
		t.Fatalf("match %+v", m.Format)
	}
	for i, f := range m.Fields {
		if f == nil || f.Name != header[i] {
			t.Errorf("column %d means %+v, want %s", i, f, header[i])
		}
	}
	row[slices.Index(header, "type_of_violence")] = "4"
	if format.Recognise(row, row, nil).NoHeader {
		t.Error("a row with type_of_violence 4 is no row of GED")
	}
	if format.Recognise(row[:48], nil, nil).NoHeader {
		t.Error("48 cells are no row of GED")
	}
}

func TestColumnVariants(t *testing.T) {
	field := func(m format.Match, name string) *record.Field {
		for i, h := range m.Header {
			if format.Normalise(h) == name {
				return m.Fields[i]
			}
		}
		return nil
	}
	stump := format.Recognise(cells(headerL2), nil, nil)
	if f := field(stump, "timestamp"); f == nil || f.Role != record.RoleDate || !slices.Contains(f.Dates, record.DateUnix) {
		t.Errorf("timestamp of a shapefile means %+v", f)
	}
	if f := field(format.Recognise(cells(headerL4), nil, nil), "timestamp"); f.Role != record.RoleNone || f.Type != record.TypeSerial {
		t.Errorf("timestamp of an export means %+v", f)
	}
	second := slices.Repeat([]string{""}, 31)
	second[13] = "State forces-Rebel group"
	if f := field(format.Recognise(cells(headerL5), second, nil), "interaction"); f.Type != record.TypeEnum || !f.Open {
		t.Errorf("interaction in words means %+v", f)
	}
	second[13] = "12"
	if f := field(format.Recognise(cells(headerL5), second, nil), "interaction"); f.Type != record.TypeCode {
		t.Errorf("interaction as a code means %+v", f)
	}
}

func TestDoubledColumns(t *testing.T) {
	header := append(cells(headerL1), "event_id_c", "ACTOR1")
	m := format.Recognise(header, nil, nil)
	if m.Fields[25] != nil || m.Fields[26] != nil || m.Fields[1] == nil || m.Fields[7] == nil {
		t.Error("the first of two columns of one meaning must have it")
	}
	if remarks := strings.Join(m.Remarks, "\n"); strings.Count(remarks, "means the same as another one") != 2 {
		t.Errorf("remarks:\n%s", remarks)
	}
}

func FuzzRecognise(f *testing.F) {
	for _, l := range layouts {
		f.Add(l.header, "")
	}
	f.Add("id,date,lat,lon,deaths", "1,2020-01-02,1.5,2.5,3")
	f.Add(headerGTDReworked, "")
	f.Add("a,"+strings.Repeat("long", 400)+"\xb0,event\x1b,no", "")
	f.Fuzz(func(t *testing.T, header, second string) {
		m := format.Recognise(cells(header), cells(second), nil)
		if len(m.Fields) != len(m.Header) {
			t.Fatalf("%d fields for %d names", len(m.Fields), len(m.Header))
		}
		mapping, err := format.ParseMapping([]byte(m.MappingYAML()), "printed.yaml")
		if err != nil {
			t.Fatalf("the printed mapping cannot be read: %v\n%s", err, m.MappingYAML())
		}
		if _, problems := mapping.Fields(m.Header); len(problems) > 0 {
			t.Fatalf("the printed mapping does not fit: %v", problems)
		}
	})
}
