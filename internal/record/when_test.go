package record_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/record"
)

func TestDayString(t *testing.T) {
	if s := record.NoDay.String(); s != "no date" {
		t.Error(s)
	}
	rapid.Check(t, func(t *rapid.T) {
		d := record.Day(rapid.OneOf(rapid.Int32Range(-800_000, 3_000_000), rapid.Int32Range(-40_000, 40_000)).Draw(t, "day"))
		if d == record.NoDay {
			return
		}
		y, m, day := d.Date()
		if want := fmt.Sprintf("%04d-%02d-%02d", y, m, day); d.String() != want {
			t.Fatalf("%s, want %s", d, want)
		}
	})
}
