package audit

import (
	"fmt"
	"regexp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// events makes a dataset of an identifier and a number of deaths, one row a pair.
func events(name string, rows ...[2]string) *record.Dataset {
	id := record.Column{Name: "ID", Index: 0, Field: &record.Field{Name: "id", Role: record.RoleID}, Storage: record.Packed}
	best := record.Column{Name: "DEATHS", Index: 1, Field: &record.Field{Name: "best", Role: record.RoleBest}, Storage: record.Packed}
	d := &record.Dataset{Name: name, Path: name + ".csv", N: len(rows)}
	for _, r := range rows {
		id.Bytes = append(id.Bytes, r[0]...)
		id.Ends = append(id.Ends, uint32(len(id.Bytes)))
		best.Bytes = append(best.Bytes, r[1]...)
		best.Ends = append(best.Ends, uint32(len(best.Bytes)))
		d.RowHash = append(d.RowHash, record.Hash([]byte(r[0]+"|"+r[1])))
	}
	d.Columns = []record.Column{id, best}
	d.SetRole(record.RoleID, 0)
	d.SetRole(record.RoleBest, 1)
	return d
}

var (
	ruleA = &check.Rule{Code: "VAL003", Title: "count out of range", Severity: check.Error, Confidence: 1}
	ruleB = &check.Rule{Code: "TIM002", Title: "dates are heaped", Severity: check.Note, Confidence: 0.9}
	ruleC = &check.Rule{Code: "CON006", Title: "note and code differ", Severity: check.Warning, Lead: true}
)

func at(d *record.Dataset, r *check.Rule, row, column int) check.Finding {
	return check.Finding{Rule: r, Data: d, Row: row, Column: column, Severity: r.Severity}
}

func TestFingerprintNamesTheRecord(t *testing.T) {
	d := events("east", [2]string{"e1", "4"}, [2]string{"e2", "5"})
	moved := events("east", [2]string{"e0", "1"}, [2]string{"e2", "5"}, [2]string{"e1", "7"})
	f, g := at(d, ruleA, 0, 1), at(moved, ruleA, 2, 1)
	g.Message = "other words"
	print := Fingerprint(&f)
	if !regexp.MustCompile(`^[0-9a-f]{16}$`).MatchString(print) {
		t.Errorf("fingerprint %q is not 16 hexadecimal digits", print)
	}
	if got := Fingerprint(&g); got != print {
		t.Errorf("a moved record whose deaths were edited has fingerprint %s, want %s", got, print)
	}
	// Each part that makes a finding another one.
	other := map[string]check.Finding{
		"rule":    at(d, ruleB, 0, 1),
		"row":     at(d, ruleA, 1, 1),
		"column":  at(d, ruleA, 0, 0),
		"dataset": at(events("west", [2]string{"e1", "4"}), ruleA, 0, 1),
		"whole":   at(d, ruleA, -1, 1),
	}
	key := at(d, ruleA, 0, 1)
	key.Key = "day 15"
	other["key"] = key
	related := at(d, ruleA, 0, 1)
	related.Related, related.Alike = []check.Ref{{Data: d, Row: 1, Column: -1}}, 1
	other["related"] = related
	for what, f := range other {
		if got := Fingerprint(&f); got == print {
			t.Errorf("a finding with another %s has the same fingerprint", what)
		}
	}
}

func TestFingerprintOfSharedAndMissingIDs(t *testing.T) {
	d := events("east", [2]string{"e1", "4"}, [2]string{"e1", "5"}, [2]string{"", "6"}, [2]string{"", "7"})
	fs := []check.Finding{at(d, ruleA, 0, 1), at(d, ruleA, 1, 1), at(d, ruleA, 2, 1), at(d, ruleA, 3, 1)}
	FingerprintAll(fs)
	seen := map[string]bool{}
	for i, f := range fs {
		if seen[f.Fingerprint] || len(f.Fingerprint) != 16 {
			t.Errorf("finding %d: fingerprint %q is not its own", i, f.Fingerprint)
		}
		seen[f.Fingerprint] = true
	}
}

func TestFingerprintAllCountsTwins(t *testing.T) {
	d := events("east", [2]string{"", "4"}, [2]string{"", "4"}, [2]string{"", "4"})
	fs := []check.Finding{at(d, ruleA, 0, 1), at(d, ruleA, 1, 1), at(d, ruleA, 2, 1)}
	FingerprintAll(fs)
	first := fs[0].Fingerprint
	if fs[1].Fingerprint != first+"-2" || fs[2].Fingerprint != first+"-3" {
		t.Errorf("identical rows have fingerprints %s, %s, %s", first, fs[1].Fingerprint, fs[2].Fingerprint)
	}
}

func TestFingerprintOfDatasetIgnoresWords(t *testing.T) {
	d := events("east", [2]string{"e1", "4"})
	f, g := at(d, ruleB, -1, 1), at(events("east"), ruleB, -1, 1)
	f.Message, g.Message, g.Found = "12 % on day 1", "13 % on day 1", "13 %"
	if Fingerprint(&f) != Fingerprint(&g) {
		t.Error("the fingerprint of a finding about a dataset depends on its message")
	}
}

// The order of rows and of related rows says nothing.
func TestFingerprintsDoNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 12).Draw(t, "rows")
		rows := make([][2]string, n)
		for i := range rows {
			// Identifiers repeat now and then; cells make the rows distinct.
			rows[i] = [2]string{fmt.Sprint("e", rapid.IntRange(0, n).Draw(t, "id")), fmt.Sprint(i)}
		}
		perm := rapid.Permutation(indices(n)).Draw(t, "order")
		moved := make([][2]string, n)
		for i, p := range perm {
			moved[p] = rows[i]
		}
		a, b := events("east", rows...), events("east", moved...)
		pair := rapid.Permutation(indices(n)).Draw(t, "related")
		// Either file may put another of the rows first.
		fa, fb := at(a, ruleA, pair[0], 1), at(b, ruleA, perm[pair[len(pair)-1]], 1)
		fa.Alike, fb.Alike = len(pair)-1, len(pair)-1
		fb.Related = append(fb.Related, check.Ref{Data: b, Row: perm[pair[0]], Column: -1})
		for k, r := range pair[1:] {
			fa.Related = append(fa.Related, check.Ref{Data: a, Row: r, Column: -1})
			if k < len(pair)-2 {
				fb.Related = append(fb.Related, check.Ref{Data: b, Row: perm[r], Column: -1})
			}
		}
		if len(pair) == 1 {
			fb.Related = nil
		}
		slices.Reverse(fb.Related)
		if x, y := Fingerprint(&fa), Fingerprint(&fb); x != y {
			t.Fatalf("fingerprint %s before and %s after rows were moved", x, y)
		}
	})
}

func indices(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}
