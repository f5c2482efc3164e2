package synth

import (
	"context"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/read"
)

// Each layout is recognised as what it imitates, and every cell can be read.
func TestLayoutsAreRead(t *testing.T) {
	for _, layout := range Layouts {
		d, err := read.Text(context.Background(), layout, Text(layout, 400, 7))
		if err != nil {
			t.Fatal(err)
		}
		if d.Format.ID != layout || d.Events == nil {
			t.Fatalf("%s: recognised as %+v", layout, d.Format)
		}
		if d.N < 400 || d.N > 460 || len(d.Problems) > 0 {
			t.Errorf("%s: %d rows, problems %v", layout, d.N, d.Problems)
		}
		for i := range d.Columns {
			c := &d.Columns[i]
			if c.Field == nil {
				t.Errorf("%s: column %s is not known", layout, c.Name)
			}
			for row := range d.N {
				if c.State(row) == 3 {
					text, _ := c.Text(row)
					t.Errorf("%s: row %d: %s can't read %q", layout, row+1, c.Name, text)
					break
				}
			}
		}
		for row := range d.N {
			if w := d.Events.When[row]; !w.Known() || w.First.Year() < firstYear {
				t.Fatalf("%s: row %d: when %v", layout, row+1, w)
			}
		}
		d.Close()
	}
}

func TestSameSeedSameBytes(t *testing.T) {
	if first, second := Text("ged", 50, 3), Text("ged", 50, 3); first != second {
		t.Error("two runs differ")
	}
	if Text("ged", 50, 3) == Text("ged", 50, 4) {
		t.Error("the seed has no effect")
	}
	if strings.Contains(Text("acled", 300, 3), "%!") {
		t.Error("a format verb is wrong")
	}
}
