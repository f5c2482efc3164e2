package rules

import (
	"testing"

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
