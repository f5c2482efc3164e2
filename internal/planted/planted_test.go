package planted

import (
	"bytes"
	"context"
	"testing"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/check/rules"
)

// The bundled files are those that the rules of today plant.
func TestFilesAreCurrent(t *testing.T) {
	made, err := Make(context.Background(), rules.All())
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range made {
		got, err := files.ReadFile("data/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not current: run assay bench demo-data", name)
		}
	}
}

func TestAnswerKey(t *testing.T) {
	dir := t.TempDir()
	if err := Write(dir); err != nil {
		t.Fatal(err)
	}
	c, err := casefile.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	cfg := audit.Config{AsOf: c.AsOf, Inputs: c.Inputs}
	for _, r := range rules.All() {
		cfg.Rules = append(cfg.Rules, audit.Chosen{Rule: r})
	}
	a, err := audit.Run(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	key, err := Key()
	if err != nil {
		t.Fatal(err)
	}
	s, err := Compare(a, key)
	if err != nil {
		t.Fatal(err)
	}
	if s.Planted < 120 || float64(s.Found) < 0.95*float64(s.Planted) {
		t.Errorf("found %d of %d; missed %+v", s.Found, s.Planted, s.Missed[:min(5, len(s.Missed))])
	}
	if len(s.Alarms)*1000 > s.Rows {
		t.Errorf("%d false alarms on %d clean rows", len(s.Alarms), s.Rows)
		for _, f := range s.Alarms {
			t.Errorf("%s: %s", f.Rule.Code, f.Message)
		}
	}
	missed := len(s.Missed)
	// The comparison can fail: an error that nobody planted is not found, and without a key everything is an alarm.
	s, err = Compare(a, append(key, Answer{Dataset: "invented-ged", Rule: "VAL003", Rows: []int{5}}))
	if err != nil || len(s.Missed) != missed+1 {
		t.Errorf("an answer that is not there: %d missed, %d before, %v", len(s.Missed), missed, err)
	}
	if s, err = Compare(a, nil); err != nil || len(s.Alarms) < 50 {
		t.Errorf("without a key: %d alarms, %v", len(s.Alarms), err)
	}
}
