package phone

import "testing"

// Spellings of one name share a skeleton if any of their readings do; the pairs are those of the order test.
func TestSkeletonsMeet(t *testing.T) {
	missed := 0
	for _, p := range spellings {
		met := false
		for _, a := range read(p[0]) {
			for _, b := range read(p[1]) {
				met = met || a.Skeleton() == b.Skeleton()
			}
		}
		if !met {
			missed++
			t.Logf("%s and %s share no skeleton", p[0], p[1])
		}
	}
	if most := len(spellings) / 15; missed > most {
		t.Errorf("%d of %d pairs share no skeleton, at most %d may", missed, len(spellings), most)
	}
}

func TestBoundRejects(t *testing.T) {
	a, b := read("Muhammad")[0], read("Kristina")[0]
	if got := Bound(a.Signature(), b.Signature()); got < certain {
		t.Errorf("bound of two unrelated names is %d", got)
	}
	if got := Bound(a.Signature(), read("محمد")[0].Signature()); got != 0 {
		t.Errorf("bound of one name in two scripts is %d", got)
	}
}
