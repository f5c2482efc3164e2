package fact

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/link"
)

// idDigits is how many hexadecimal digits an identifier of an entity has behind its letter.
const idDigits = 12

// IDs names every entity: E and the first twelve hexadecimal digits of a SHA-256 over the datasets and identifiers of the
// records that describe it, sorted, so that the name does not depend on where rows stand. A record without an identifier
// goes by the hash of its cells. Should two entities come to one name (a dataset with doubled identifiers), both are named
// by identifiers and cells, and as a last resort numbered in the order of the entities.
func IDs(r *link.Result) []string {
	out := make([]string, len(r.Entities))
	seen := make(map[string]int, len(out))
	twice := false
	for i := range out {
		out[i] = entityID(r, &r.Entities[i], false)
		seen[out[i]]++
		twice = twice || seen[out[i]] > 1
	}
	if !twice {
		return out
	}
	for i := range out {
		if seen[out[i]] > 1 {
			out[i] = entityID(r, &r.Entities[i], true)
		}
	}
	last := map[string]int{}
	for i := range out {
		last[out[i]]++
		if n := last[out[i]]; n > 1 {
			out[i] += "-" + strconv.Itoa(n)
		}
	}
	return out
}

func entityID(r *link.Result, e *link.Entity, full bool) string {
	keys := make([]string, 0, len(e.Members))
	for _, m := range e.Members {
		if m.Relation != link.Same {
			continue
		}
		d := r.Datasets[m.Data]
		id := d.ID(int(m.Row))
		var b strings.Builder
		b.WriteString(d.Name)
		b.WriteByte(0)
		b.WriteString(id)
		if (id == "" || full) && d.RowHash != nil {
			b.WriteByte(0)
			b.Write(binary.BigEndian.AppendUint64(nil, d.RowHash[m.Row]))
		}
		keys = append(keys, b.String())
	}
	slices.Sort(keys)
	h := sha256.New()
	for _, k := range keys {
		h.Write(binary.BigEndian.AppendUint32(nil, uint32(len(k))))
		h.Write([]byte(k))
	}
	return "E" + hex.EncodeToString(h.Sum(nil))[:idDigits]
}
