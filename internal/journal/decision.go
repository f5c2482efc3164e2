// Package journal holds what people decided about the records of a case: which of them are one thing, which value is right,
// which finding is none. Decisions stand in a file of JSON lines that is only ever appended to and lives in version control;
// every run replays it.
//
// What holds is a function of the set of lines and not of their order or number, so that the files of two branches are merged
// by keeping all lines of both. A decision is taken back or replaced by a later one that names it, never by changing its line.
package journal

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/assaydata/assay/internal/link"
)

// FileName is the name of the journal of a case where assay.yaml names no other.
const FileName = "decisions.jsonl"

// Kind is what a decision says.
type Kind string

const (
	Same      Kind = "same"      // A and B are one thing
	Different Kind = "different" // they are not, and neither is part of the other
	PartOf    Kind = "part_of"   // A is a part of B
	Unsure    Kind = "unsure"    // looked at, and it can't be told
	Value     Kind = "value"     // Field of A is Value, whatever the file says
	Suppress  Kind = "suppress"  // Finding is none, and is not shown again
	Withdraw  Kind = "withdraw"  // the decisions in Supersedes hold no more, and nothing takes their place
)

// Kinds are all kinds of decisions.
var Kinds = []Kind{Same, Different, PartOf, Unsure, Value, Suppress, Withdraw}

// Relation is what a decision says of two records; false for a decision that is not about two records.
func (k Kind) Relation() (link.Relation, bool) { return link.ParseRelation(string(k)) }

// Record names a record of a dataset: by its own identifier or, where it has none, as "row:N" with N the data row from 1. A
// value may also be decided for a thing that several rows speak of, and then ID is its key.
type Record struct {
	Dataset string `json:"dataset"`
	ID      string `json:"id"`
}

// ParseRecord reads a record as it is written on the command line, dataset:id. The identifier may hold colons.
func ParseRecord(s string) (Record, error) {
	dataset, id, ok := strings.Cut(s, ":")
	if !ok || dataset == "" || id == "" {
		return Record{}, fmt.Errorf("%q names no record (hint: dataset:id, such as ged:219459, or dataset:row:12 where the table has no identifiers)", s)
	}
	return Record{dataset, id}, nil
}

func (r Record) String() string { return r.Dataset + ":" + r.ID }

// Compare orders records by dataset and identifier.
func (r Record) Compare(o Record) int {
	return cmp.Or(strings.Compare(r.Dataset, o.Dataset), strings.Compare(r.ID, o.ID))
}

// Decision is one line of the journal.
type Decision struct {
	ID         string    // hexadecimal, over everything below; [Decision.Sealed] makes it
	Kind       Kind      //
	A, B       Record    // of the relations; A alone of a value
	Field      string    // of a value: the column, or a field of the thing that A names
	Value      string    // of a value
	Old        string    // of a value: SHA-256 of the text that the cell had, hexadecimal; "" = not known
	Finding    string    // of a suppression: the fingerprint
	Who        string    //
	When       time.Time // in UTC
	Why        string    //
	Evidence   []string  // addresses on the web, of cells, identifiers of claims
	Model      string    // version of the linking model whose proposal was decided, "" if none
	Supersedes []string  // decisions that this one takes the place of
}

// line is a decision as it stands in the file. The order of the fields is part of the identifier.
type line struct {
	ID         string   `json:"id,omitempty"`
	Kind       Kind     `json:"kind"`
	A          Record   `json:"a,omitzero"`
	B          Record   `json:"b,omitzero"`
	Field      string   `json:"field,omitempty"`
	Value      *string  `json:"value,omitempty"`
	Old        string   `json:"old,omitempty"`
	Finding    string   `json:"finding,omitempty"`
	Who        string   `json:"who"`
	When       string   `json:"when"`
	Why        string   `json:"why"`
	Evidence   []string `json:"evidence,omitempty"`
	Model      string   `json:"model,omitempty"`
	Supersedes ids      `json:"supersedes,omitempty"`
}

// ids is a list of identifiers; a single one may stand without brackets.
type ids []string

func (l *ids) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		*l = ids{""}
		return json.Unmarshal(data, &(*l)[0])
	}
	return json.Unmarshal(data, (*[]string)(l))
}

// Sealed returns the decision as it is written: times in UTC, records of a relation without direction in their order,
// superseded identifiers in order and once, texts valid UTF-8, and the identifier, the first 16 digits of the SHA-256 of its
// line without it. The same decision on two branches therefore has one identifier.
func (d Decision) Sealed() Decision {
	for _, s := range []*string{
		(*string)(&d.Kind), &d.A.Dataset, &d.A.ID, &d.B.Dataset, &d.B.ID, &d.Field, &d.Value, &d.Old, &d.Finding, &d.Who, &d.Why, &d.Model,
	} {
		*s = valid(*s)
	}
	d.When = d.When.UTC().Round(0)
	d.Evidence = validAll(d.Evidence)
	d.Supersedes = validAll(d.Supersedes)
	slices.Sort(d.Supersedes)
	d.Supersedes = slices.Compact(d.Supersedes)
	if _, ok := d.Kind.Relation(); ok && d.Kind != PartOf && d.B.Compare(d.A) < 0 {
		d.A, d.B = d.B, d.A
	}
	d.ID = ""
	sum := sha256.Sum256(d.encode())
	d.ID = hex.EncodeToString(sum[:8])
	return d
}

func valid(s string) string { return strings.ToValidUTF8(s, "\ufffd") }

func validAll(list []string) []string {
	if len(list) == 0 {
		return nil
	}
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = valid(s)
	}
	return out
}

// encode returns the line of a decision without a line end.
func (d *Decision) encode() []byte {
	l := line{
		ID: d.ID, Kind: d.Kind, A: d.A, B: d.B, Field: d.Field, Old: d.Old, Finding: d.Finding, Who: d.Who,
		When: d.When.Format(time.RFC3339Nano), Why: d.Why, Evidence: d.Evidence, Model: d.Model, Supersedes: d.Supersedes,
	}
	if d.Kind == Value || d.Value != "" {
		l.Value = &d.Value
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(l); err != nil {
		panic(err) // texts and lists of texts can always be written
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// usable says what keeps a decision from being replayed; nil = nothing.
func (d *Decision) usable() error {
	named := func(r Record) bool { return r.Dataset != "" && r.ID != "" }
	_, relation := d.Kind.Relation()
	switch {
	case d.Kind == "":
		return errors.New("this decision has no kind")
	case !slices.Contains(Kinds, d.Kind):
		return fmt.Errorf("unknown kind of decision %q", d.Kind)
	case d.When.IsZero() || d.When.Year() < 1 || d.When.Year() > 9999:
		return errors.New("this decision has no time")
	case relation && !(named(d.A) && named(d.B)):
		return fmt.Errorf("a decision %s needs two records, a and b, each with dataset and id", d.Kind)
	case relation && d.A == d.B:
		return fmt.Errorf("a and b are both %s", d.A)
	case d.Kind == Value && !named(d.A):
		return errors.New("a value needs the record a, with dataset and id")
	case d.Kind == Value && d.Field == "":
		return errors.New("a value needs its field")
	case d.Kind == Suppress && d.Finding == "":
		return errors.New("a suppression needs the fingerprint of a finding")
	case d.Kind == Withdraw && len(d.Supersedes) == 0:
		return errors.New("a withdrawal needs the decision that it supersedes")
	}
	return nil
}

// subject names what a decision is about: at most one decision holds for it. It is "" for a withdrawal.
func (d *Decision) subject() string {
	switch d.Kind {
	case Value:
		return fmt.Sprintf("value %q %q %q", d.A.Dataset, d.A.ID, d.Field)
	case Suppress:
		return fmt.Sprintf("finding %q", d.Finding)
	case Withdraw:
		return ""
	}
	a, b := d.A, d.B
	if b.Compare(a) < 0 {
		a, b = b, a
	}
	return fmt.Sprintf("pair %q %q %q %q", a.Dataset, a.ID, b.Dataset, b.ID)
}

// Agrees reports whether two decisions on one subject say the same.
func (d *Decision) Agrees(o *Decision) bool {
	return d.Kind == o.Kind && d.Value == o.Value && (d.Kind != PartOf || d.A == o.A)
}

// Says is the decision in words, without who and why: "ged:1 and gtd:2 are the same".
func (d *Decision) Says() string {
	switch d.Kind {
	case Same:
		return fmt.Sprintf("%s and %s are the same", d.A, d.B)
	case Different:
		return fmt.Sprintf("%s and %s are different", d.A, d.B)
	case PartOf:
		return fmt.Sprintf("%s is part of %s", d.A, d.B)
	case Unsure:
		return fmt.Sprintf("it cannot be told whether %s and %s are the same", d.A, d.B)
	case Value:
		return fmt.Sprintf("%s of %s is %q", d.Field, d.A, d.Value)
	case Suppress:
		return fmt.Sprintf("finding %s is suppressed", d.Finding)
	case Withdraw:
		return "withdrawn: " + strings.Join(d.Supersedes, ", ")
	}
	return string(d.Kind)
}

// Compare orders decisions by time, then identifier: where two hold for one subject, the greater does.
func (d *Decision) Compare(o *Decision) int {
	return cmp.Or(d.When.Compare(o.When), strings.Compare(d.ID, o.ID))
}

// MarshalJSON writes a decision as its line.
func (d Decision) MarshalJSON() ([]byte, error) { return d.encode(), nil }
