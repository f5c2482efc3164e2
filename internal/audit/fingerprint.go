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
// own identifier, the column in question, the key and the records that the finding rests on; line numbers, row numbers and
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
	shared  map[idCell]bool
	buf     []byte
	related []string
}

func (n *namer) sum(f *check.Finding) (short [8]byte) {
	n.buf = n.buf[:0]
	n.text(f.Rule.Code)
	n.text(f.Data.Name)
	n.row(f.Data, f.Row)
	n.column(f.Data, f.Column)
	if f.Row < 0 {
		for _, c := range f.Marked {
			n.column(f.Data, c)
		}
	}
	n.text(f.Key)
	n.refs(f)
	full := sha256.Sum256(n.buf)
	copy(short[:], full[:])
	return short
}

// refs writes the related records in an order that does not depend on where they stand in the file.
func (n *namer) refs(f *check.Finding) {
	if len(f.Related) == 0 {
		return
	}
	mark := len(n.buf)
	n.related = n.related[:0]
	for _, r := range f.Related {
		n.buf = n.buf[:mark]
		n.text(r.Data.Name)
		n.row(r.Data, r.Row)
		n.column(r.Data, r.Column)
		n.related = append(n.related, string(n.buf[mark:]))
	}
	slices.Sort(n.related)
	n.buf = n.buf[:mark]
	for _, s := range n.related {
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
		for _, r := range fs[i].Related {
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
