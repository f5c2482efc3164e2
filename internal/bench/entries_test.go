package bench

import (
	"testing"

	"github.com/assaydata/assay/internal/check/rules"
)

// Rules about entries of lists find what is planted into a register, and keep quiet about one in which everybody stands once.
func TestEntries(t *testing.T) {
	if testing.Short() {
		t.Skip("links one register of 4,000 entries after another")
	}
	list, err := Entries(t.Context(), rules.All())
	if err != nil {
		t.Fatal(err)
	}
	if len(list) == 0 {
		t.Fatal("no rule about entries")
	}
	for _, s := range list {
		t.Logf("%s: %d of %d found, %d false alarms on %d clean rows", s.Code, s.Found, s.Planted, s.Alarms, s.Rows)
		if s.Planted < 100 || s.Recall() < LeastRecall || s.AlarmsPer10000() > MostAlarmsPer10000 {
			t.Errorf("%s: recall %.3f, %.1f false alarms per 10,000 rows", s.Code, s.Recall(), s.AlarmsPer10000())
		}
	}
}
