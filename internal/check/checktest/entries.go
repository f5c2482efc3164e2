package checktest

import (
	"context"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/entry"
	"github.com/assaydata/assay/internal/link/identity"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

// Entries runs a rule about entries over lists of persons and groups, which are linked first.
func Entries(t testing.TB, r *check.Rule, lists ...string) []check.Finding {
	t.Helper()
	var ds []*record.Dataset
	for i, text := range lists {
		d, err := read.Text(context.Background(), "list"+string(rune('a'+i)), text)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		ds = append(ds, d)
	}
	in := &check.Entries{}
	var err error
	if in.Persons, err = identity.Link(context.Background(), ds, entry.Person, identity.Options{}); err != nil {
		t.Fatal(err)
	}
	if in.Groups, err = identity.Link(context.Background(), ds, entry.Group, identity.Options{}); err != nil {
		t.Fatal(err)
	}
	found, skipped := check.NewPass(context.Background(), r, nil, &check.Env{AsOf: record.NoDay, Entries: in}, 0, nil).Run()
	if skipped != "" {
		t.Fatalf("%s could not run: %s", r.Code, skipped)
	}
	return found
}
