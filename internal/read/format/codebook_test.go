package format_test

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/read/format"
	"github.com/assaydata/assay/internal/record"
)

func TestCodebooksAreConsistent(t *testing.T) {
	for _, id := range format.Formats() {
		names := map[string]string{}
		for _, f := range format.Codebook(id) {
			where := id + "." + f.Name
			if f.Name == "" || f.Name != format.Normalise(f.Name) {
				t.Errorf("%s: the name is not in canonical form", where)
			}
			for _, name := range append([]string{f.Name}, f.Aliases...) {
				if other, taken := names[name]; taken {
					t.Errorf("%s: %s is also a name of %s", where, name, other)
				}
				names[name] = f.Name
			}
			if f.Doc == "" {
				t.Errorf("%s: no documentation", where)
			}
			seen := map[string]bool{}
			for _, c := range append(append([]record.Code{}, f.Codes...), f.Missing...) {
				if c.Value == "" || c.Value != strings.TrimSpace(c.Value) || seen[c.Value] {
					t.Errorf("%s: code %q is empty, padded or stands there twice", where, c.Value)
				}
				seen[c.Value] = true
			}
			for _, c := range f.Missing {
				if c.Meaning == "" {
					t.Errorf("%s: missing code %q without a meaning", where, c.Value)
				}
			}
			if (f.Type == record.TypeDate) != (len(f.Dates) > 0) {
				t.Errorf("%s: a date needs orders, and only a date has them", where)
			}
			if f.Type == record.TypeEnum && len(f.Codes) == 0 {
				t.Errorf("%s: a category without values", where)
			}
			if len(f.Codes) > 0 && f.Type != record.TypeCode && f.Type != record.TypeEnum {
				t.Errorf("%s: codes on a column of type %s", where, f.Type)
			}
		}
	}
	if format.Codebook("none") != nil {
		t.Error("a format that does not exist has no codebook")
	}
}

// Each codebook of events gives the roles that every event needs.
func TestCodebooksHaveTheRoles(t *testing.T) {
	for _, id := range format.Formats() {
		if format.IsClaims(id) || format.IsList(id) {
			continue
		}
		roles := map[record.Role]bool{}
		for _, f := range format.Codebook(id) {
			roles[f.Role] = true
		}
		need := []record.Role{
			record.RoleID, record.RoleYear, record.RoleLat, record.RoleLon, record.RolePlacePrec, record.RoleCountry,
			record.RoleCountryCode, record.RolePlace, record.RoleKind, record.RoleActor1, record.RoleBest,
		}
		if id != "gtd" {
			need = append(need, record.RoleDate)
		}
		for _, r := range need {
			if !roles[r] {
				t.Errorf("%s has no column for %s", id, r)
			}
		}
	}
}

// Every column of the fullest headers has an entry, and long text is not held in memory.
func TestStorageOfColumns(t *testing.T) {
	types := map[string]record.Type{
		"notes": record.TypeText, "summary": record.TypeText, "motive": record.TypeText, "addnotes": record.TypeText,
		"scite1": record.TypeText, "source_article": record.TypeText, "source_headline": record.TypeText,
		"source_original": record.TypeText, "where_description": record.TypeText, "geom_wkt": record.TypeText,
		"issuenote": record.TypeText, "geo_comments": record.TypeText, "propcomment": record.TypeText,
		"latitude": record.TypeCoord, "longitude": record.TypeCoord, "timestamp": record.TypeSerial,
		"data_id": record.TypeSerial, "event_id_no_cnty": record.TypeSerial, "priogrid_gid": record.TypeSerial,
		"event_id_cnty": record.TypeID, "eventid": record.TypeID, "relid": record.TypeID, "nkill": record.TypeNumber,
		"fatalities": record.TypeInt, "best": record.TypeInt, "ndeath": record.TypeInt, "int_any": record.TypeCode,
	}
	found := map[string]bool{}
	for _, id := range format.Formats() {
		if format.IsClaims(id) || format.IsList(id) {
			continue // their texts are short and stay in memory
		}
		for _, f := range format.Codebook(id) {
			if want, listed := types[f.Name]; listed {
				found[f.Name] = true
				if f.Type != want {
					t.Errorf("%s.%s is stored as %s, want %s", id, f.Name, f.Type, want)
				}
			}
		}
	}
	for name := range types {
		if !found[name] {
			t.Errorf("no codebook has %s", name)
		}
	}
}
