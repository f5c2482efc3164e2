package format

import (
	"strings"
	"testing"
)

// A name may suggest one role only, or the order of the list would decide.
func TestVocabularyIsUnambiguous(t *testing.T) {
	seen := map[string]string{}
	for _, r := range resemblances {
		for _, name := range strings.Fields(r.high + " " + r.medium + " " + r.low) {
			key := strings.ReplaceAll(name, "_", "")
			if other, twice := seen[key]; twice && other != r.role.String() {
				t.Errorf("%s suggests %s and %s", name, other, r.role)
			}
			seen[key] = r.role.String()
		}
	}
}
