package format_test

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/read/format"
)

// A table with the full header of a claim format is recognised as that format, in any order of columns and without those
// that a coder left out.
func TestClaimTablesAreRecognised(t *testing.T) {
	for _, id := range format.Formats() {
		if !format.IsClaims(id) {
			continue
		}
		var header []string
		for _, f := range format.Codebook(id) {
			header = append([]string{strings.ToUpper(f.Name)}, header...)
		}
		m := format.Recognise(header, nil, nil)
		if m.Format.ID != id || !m.Format.Claims {
			t.Errorf("the header of %s is taken for %s", id, m.Format.ID)
		}
	}
	for header, want := range map[string]string{
		"claim_id,measure,as_of,best":                  "figures",
		"claim_id,date_claimed,place,killed_civilians": "incidents",
		"claim_id,name_in_source,active_from":          "groups",
		"claim_id,name_in_source,death_date":           "people",
		"claim_id,group_a,relation,group_b,date":       "relations",
		"claim_id,area,population":                     "population",
		"claim_id,date,event":                          "context",
		"source_id,title,publisher":                    "sources",
		"id,date,event":                                "table",
	} {
		if m := format.Recognise(strings.Split(header, ","), nil, nil); m.Format.ID != want {
			t.Errorf("%s is taken for %q, want %q", header, m.Format.ID, want)
		}
	}
}
