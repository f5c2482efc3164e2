package names

import (
	"bufio"
	"bytes"
	_ "embed"
	"strings"
)

// Given names and the short forms that stand for them, one set a line; forms may be in several sets.
//
//go:embed nicknames.txt
var nicknameFile []byte

// nicknames maps a clean form to the sets that it is in, as bits over at most maxSets sets packed by four 16-bit numbers.
var nicknames = func() map[string]nickSet {
	out := map[string]nickSet{}
	id := uint16(0)
	for s := bufio.NewScanner(bytes.NewReader(nicknameFile)); s.Scan(); {
		line := s.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		id++
		for _, w := range strings.Fields(line) {
			set := out[w]
			for k := range set {
				if set[k] == 0 {
					set[k] = id
					break
				}
			}
			out[w] = set
		}
	}
	return out
}()

// nickSet names up to four sets of given names; 0 is none.
type nickSet [4]uint16

func nicknameOf(clean string) nickSet { return nicknames[clean] }

func (a nickSet) meets(b nickSet) bool {
	for _, x := range a {
		for _, y := range b {
			if x != 0 && x == y {
				return true
			}
		}
	}
	return false
}
