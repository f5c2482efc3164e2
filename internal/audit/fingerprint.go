package audit

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Fingerprint names a finding so that the same finding has the same name in the next run, on the next release of the
// file, and after rows were sorted or moved. It is 16 hexadecimal digits over the rule, the dataset's name, the record's
// own identifier and those of the further records of which the finding says the same, the column in question, and the key; line numbers, row numbers and
// messages are not part of it. A record without an identifier, or with one that other rows share, is named by all its
// cells instead, and then a change of any cell changes the fingerprint. A finding about the dataset as a whole is named by
// rule, dataset, columns and key.
//
// Whether an identifier is shared is looked up in the whole column, so that a call takes time linear in the rows:
// [FingerprintAll] does this once for all findings.
func Fingerprint(f *check.Finding) string {
	one := []check.Finding{*f}
	FingerprintAll(one)
	return one[0].Fingerprint
}

// FingerprintAll fills in the fingerprint of every finding. Where findings would share one, the second in order gets the
// suffix "-2", the third "-3" and so on.
func FingerprintAll(fs []check.Finding) {
	n := namer{shared: sharedIDs(fs)}
	seen := make(map[[8]byte]int, len(fs))
	for i := range fs {
		sum := n.sum(&fs[i])
		seen[sum]++
		fs[i].Fingerprint = hex.EncodeToString(sum[:])
		if k := seen[sum]; k > 1 {
			fs[i].Fingerprint += "-" + strconv.Itoa(k)
		}
	}
}

// idCell is an identifier of a dataset, by the value of [record.Column.Same].
type idCell struct {
	data *record.Dataset
	id   uint64
}

// namer writes the parts of a finding that do not change between runs.
type namer struct {
	shared map[idCell]bool
	buf    []byte
	set    []string
}

func (n *namer) sum(f *check.Finding) (short [8]byte) {
	n.buf = n.buf[:0]
	n.text(f.Rule.Code)
	n.text(f.Data.Name)
	n.rows(f)
	n.column(f.Data, f.Column)
	if f.Row < 0 {
		for _, c := range f.Marked {
			n.column(f.Data, c)
		}
	}
	n.text(f.Key)
	full := sha256.Sum256(n.buf)
	copy(short[:], full[:])
	return short
}

// rows writes the records of which the finding speaks, in an order that does not depend on where they stand in the file:
// which of them comes first is no property of the finding. Rows that it only refers to may be a sample and are left out, and
// so is a list that is not complete; then what was found stands for them.
func (n *namer) rows(f *check.Finding) {
	switch {
	case f.Row < 0:
		n.text("dataset")
		return
	case f.Alike > len(f.Related):
		n.text("many")
		n.text(f.Found)
		return
	}
	mark := len(n.buf)
	n.set = n.set[:0]
	add := func(d *record.Dataset, row int) {
		n.buf = n.buf[:mark]
		n.text(d.Name)
		n.row(d, row)
		n.set = append(n.set, string(n.buf[mark:]))
	}
	add(f.Data, f.Row)
	for _, r := range f.Related[:f.Alike] {
		add(r.Data, r.Row)
	}
	slices.Sort(n.set)
	n.buf = n.buf[:mark]
	for _, s := range n.set {
		n.text(s)
	}
}

// text writes a part with its length before it, so that no two lists of parts read alike.
func (n *namer) text(s string) {
	n.buf = binary.AppendUvarint(n.buf, uint64(len(s)))
	n.buf = append(n.buf, s...)
}

func (n *namer) column(d *record.Dataset, c int) {
	if c < 0 || c >= len(d.Columns) {
		n.text("")
		return
	}
	n.text(d.Columns[c].Key())
}

func (n *namer) row(d *record.Dataset, row int) {
	if row < 0 {
		n.text("dataset")
		return
	}
	if c := d.Role(record.RoleID); c != nil && c.Has(row) && !n.shared[idCell{d, c.Same(row)}] {
		id, _ := c.Text(row)
		n.text("id")
		n.text(id)
		return
	}
	n.text("row")
	if row < len(d.RowHash) {
		n.buf = binary.LittleEndian.AppendUint64(n.buf, d.RowHash[row])
	}
}

// sharedIDs returns those identifiers of rows named in the findings that stand in more than one row. Only these are
// counted, so that the memory grows with the findings and not with the rows.
func sharedIDs(fs []check.Finding) map[idCell]bool {
	shared := map[idCell]bool{}
	met := map[idCell]int{}
	var datasets []*record.Dataset
	note := func(d *record.Dataset, row int) {
		if row < 0 {
			return
		}
		c := d.Role(record.RoleID)
		if c == nil || !c.Has(row) {
			return
		}
		if !slices.Contains(datasets, d) {
			datasets = append(datasets, d)
		}
		met[idCell{d, c.Same(row)}] = 0
	}
	for i := range fs {
		note(fs[i].Data, fs[i].Row)
		for _, r := range fs[i].Related[:min(fs[i].Alike, len(fs[i].Related))] {
			note(r.Data, r.Row)
		}
	}
	for _, d := range datasets {
		c := d.Role(record.RoleID)
		for row := range d.N {
			cell := idCell{d, c.Same(row)}
			if k, ok := met[cell]; ok && k < 2 {
				met[cell] = k + 1
				if k == 1 {
					shared[cell] = true
				}
			}
		}
	}
	return shared
}
