package rules

import (
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/check/checktest"
)

// Every rule about claims fires on the example of its documentation and is silent on the corrected one.
func TestExamplesOfRulesAboutClaims(t *testing.T) {
	for _, r := range All() {
		if r.Case == nil {
			continue
		}
		t.Run(r.Code, func(t *testing.T) {
			if found := checktest.Case(t, r, map[string]string{"example": r.Doc.Before}); len(found) == 0 {
				t.Errorf("silent on\n%s", r.Doc.Before)
			}
			if found := checktest.Case(t, r, map[string]string{"example": r.Doc.After}); len(found) > 0 {
				t.Errorf("%s\non\n%s", checktest.Brief(found), r.Doc.After)
			}
		})
	}
}

// Every rule about entries fires on the example of its documentation and is silent on the corrected one, and its errors can be planted.
func TestExamplesOfRulesAboutEntries(t *testing.T) {
	plants := EntriesPlants()
	for _, r := range All() {
		if r.Entries == nil {
			continue
		}
		t.Run(r.Code, func(t *testing.T) {
			if plants[r.Code] == nil {
				t.Errorf("nothing plants its errors")
			}
			if found := checktest.Entries(t, r, r.Doc.Before); len(found) == 0 {
				t.Errorf("silent on\n%s", r.Doc.Before)
			}
			if found := checktest.Entries(t, r, r.Doc.After); len(found) > 0 {
				t.Errorf("%s\non\n%s", checktest.Brief(found), r.Doc.After)
			}
		})
	}
}

// Every rule across datasets fires on the example of its documentation and is silent on the corrected one, and its errors can be
// planted. What can only be seen in many events is shown by its counts: it needs more events than an example holds.
func TestExamplesOfRulesAcrossDatasets(t *testing.T) {
	plants := AcrossPlants()
	for _, r := range All() {
		if r.Across == nil {
			continue
		}
		t.Run(r.Code, func(t *testing.T) {
			if plants[r.Code].Do == nil {
				t.Errorf("nothing plants its errors")
			}
			before, after := across.Tables(r.Doc.Before), across.Tables(r.Doc.After)
			if len(before) < 2 || len(after) < 2 {
				t.Fatalf("the example needs two tables")
			}
			if needsMany(r) {
				return
			}
			if found := checktest.Across(t, r, after); len(found) > 0 {
				t.Errorf("%s\non\n%s", checktest.Brief(found), r.Doc.After)
			}
			if found := checktest.Across(t, r, before); len(found) == 0 {
				t.Errorf("silent on\n%s", r.Doc.Before)
			}
		})
	}
}

// needsMany reports whether a rule needs many events before it says anything.
func needsMany(r *check.Rule) bool {
	switch r.Code {
	case "COV001", "COV003", "COV005", "COV009", "SRC009":
		return true
	}
	return false
}
