package event

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaydata/assay/internal/link"
)

func TestReference(t *testing.T) {
	m, err := Reference()
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Check(); err != nil {
		t.Error(err)
	}
	if m.Version == "" || len(m.Comparisons) != nLevels || len(m.Alone.Weights) != nComparisons {
		t.Errorf("version %q, %d comparisons, %d weigh a pair alone", m.Version, len(m.Comparisons), len(m.Alone.Weights))
	}
	for c, x := range m.Comparisons {
		for _, w := range []float64{m.Same.Weights[c][0], m.Related.Weights[c][0]} {
			if w != 0 {
				t.Errorf("%s: nothing to compare weighs %v", x.Name, w)
			}
		}
	}
	// A fresh copy each time: fitting one leaves the others alone.
	m.Alone.Weights[0][1] = 99
	if other, _ := Reference(); other.Alone.Weights[0][1] == 99 {
		t.Error("two copies share their weights")
	}
}

// What is written is read again, byte for byte.
func TestModelRoundTrip(t *testing.T) {
	m, err := Reference()
	if err != nil {
		t.Fatal(err)
	}
	m.Version = "a, \"quoted\" one"
	var text bytes.Buffer
	if err := WriteModel(&text, m); err != nil {
		t.Fatal(err)
	}
	again, err := ReadModel(bytes.NewReader(text.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(m, again); d != "" {
		t.Error(d)
	}
	var second bytes.Buffer
	if err := WriteModel(&second, again); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(text.Bytes(), second.Bytes()) {
		t.Error("written again, the table differs")
	}
	if bytes.Count(text.Bytes(), []byte{'\n'}) != bytes.Count(weights, []byte{'\n'}) {
		t.Error("the table that ships has another number of rows")
	}
}

func TestModelErrors(t *testing.T) {
	const header = "comparison,level,alone,same,related,m,u\n"
	for text, want := range map[string]string{
		"":                   "the columns must be",
		"comparison,level\n": "the columns must be",
		header + "version,v,,,,,\nprior,,1,x,1,,\n": "model:3:same",
		header + "time,one day,1,2,3,.5,half\n":     "model:2:u",
		header + "tide,one day,1,2,3,,\n":           `model:2: unknown comparison "tide"`,
		header + "time,one night,1,2,3,,\n":         `model:2: unknown level "one night"`,
		header + "time,no date,1,2,3,,\n":           `model:2: unknown level "no date"`,
		header + "time,one day,1\n":                 "wrong number of fields",
		header + "time,\"one day,1,2,3,,\n":         "weights of the linking model",
	} {
		if _, err := ReadModel(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
	if m, err := ReadModel(strings.NewReader(header)); err != nil || m.Alone.Prior != 0 {
		t.Errorf("a table without rows: %v", err)
	}
}

func TestBeyond(t *testing.T) {
	m := NewModel()
	Beyond(m)
	if err := m.Check(); err != nil {
		t.Error(err)
	}
	for _, s := range []*link.Scale{&m.Alone, &m.Same, &m.Related} {
		if d := s.Weights[cDistance]; !(d[9] < d[8] && d[8] < 0) || d[1] != 0 {
			t.Errorf("distance weighs %v", d)
		}
	}
}
