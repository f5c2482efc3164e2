package fact

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"
	"strconv"

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
	keys := make([]uint64, len(out)) // as much of each name as it takes to see that no two are one
	link.Each(len(out), blockSize, func(from, to int) {
		for i := from; i < to; i++ {
			out[i], keys[i] = entityID(r, &r.Entities[i], false)
		}
	})
	link.Sort(keys, cmp.Compare[uint64])
	if len(slices.Compact(keys)) == len(out) {
		return out
	}
	seen := make(map[string]int, len(out))
	for _, id := range out {
		seen[id]++
	}
	for i := range out {
		if seen[out[i]] > 1 {
			out[i], _ = entityID(r, &r.Entities[i], true)
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

// entityID is the name of an entity and the number that its digits write.
func entityID(r *link.Result, e *link.Entity, full bool) (string, uint64) {
	keys := make([][]byte, 0, len(e.Members))
	for _, m := range e.Members {
		if m.Relation != link.Same {
			continue
		}
		d := r.Datasets[m.Data]
		id := d.ID(int(m.Row))
		key := make([]byte, 0, len(d.Name)+len(id)+10)
		key = append(key, d.Name...)
		key = append(key, 0)
		key = append(key, id...)
		if (id == "" || full) && d.RowHash != nil {
			key = append(key, 0)
			key = binary.BigEndian.AppendUint64(key, d.RowHash[m.Row])
		}
		keys = append(keys, key)
	}
	slices.SortFunc(keys, bytes.Compare)
	var room [128]byte
	all := room[:0]
	for _, k := range keys {
		all = binary.BigEndian.AppendUint32(all, uint32(len(k)))
		all = append(all, k...)
	}
	sum := sha256.Sum256(all)
	text := hex.AppendEncode(append(room[:0], 'E'), sum[:idDigits/2])
	return string(text), binary.BigEndian.Uint64(sum[:]) >> (64 - 4*idDigits)
}
