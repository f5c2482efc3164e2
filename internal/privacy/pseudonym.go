package privacy

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/claim"
)

// shortest is the least number of hexadecimal digits of a pseudonym: 24 bits.
const shortest = 6

// name gives every person that is not public a pseudonym: the first digits of the HMAC-SHA256 of the identity, as many as
// it takes for no two persons of the case to share one.
func (s *Shield) name(key string, t *claim.Tables) {
	secret := []byte(key)
	if key == "" {
		secret = hashOfFiles(t)
	}
	sum := func(id string) string {
		m := hmac.New(sha256.New, secret)
		m.Write([]byte("assay person\x00" + id))
		return hex.EncodeToString(m.Sum(nil))
	}
	slices.SortFunc(s.people, func(a, b *person) int { return strings.Compare(a.id, b.id) })
	digits := shortest
	for ; digits < 2*sha256.Size; digits += 2 {
		seen := map[string]bool{}
		clash := false
		for _, p := range s.people {
			k := sum(p.id)[:digits]
			clash = clash || seen[k]
			seen[k] = true
		}
		if !clash {
			break
		}
	}
	s.keyed = func(id string) string { return "person-" + sum(id)[:digits] }
	for _, p := range s.people {
		if !p.public {
			p.label = s.keyed(p.id)
		}
	}
}

// hashOfFiles is the key where the case has none. It is made of the files that name persons, so that an edit elsewhere
// changes no pseudonym.
func hashOfFiles(t *claim.Tables) []byte {
	var sums []string
	for _, d := range t.Datasets {
		if d.Format.ID != "people" && d.Format.ID != "groups" {
			continue
		}
		sum := d.SHA256
		if sum == "" { // no file: the rows stand for it
			h := sha256.New()
			for _, r := range d.RowHash {
				h.Write(binary.LittleEndian.AppendUint64(nil, r))
			}
			sum = hex.EncodeToString(h.Sum(nil))
		}
		sums = append(sums, sum)
	}
	slices.Sort(sums)
	key := sha256.Sum256([]byte("assay pseudonyms\x00" + strings.Join(sums, "\x00")))
	return key[:]
}
