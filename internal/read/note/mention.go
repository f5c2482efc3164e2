package note

import "encoding/binary"

// stems begin nearly all words that state deaths. The search below rests on their length of four.
var stems = [...]string{"kill", "dead", "deat", "died", "dies", "fata", "casu", "live", "murd", "slai"}

// skip tells, for each pair of letters, how far the text may be moved on when the pair stands at the end of the window:
// the search for several patterns at once by blocks of two letters (Wu and Manber 1994, A fast algorithm for multi-pattern
// searching, University of Arizona TR-94-17). Letters are folded to five bits; 0 means that a stem may end here.
var skip = func() (t [1024]uint8) {
	for i := range t {
		t[i] = 3
	}
	for _, s := range stems {
		for j := 0; j < 3; j++ {
			p := pair(s[j], s[j+1])
			t[p] = min(t[p], uint8(2-j))
		}
	}
	return t
}()

// heads marks the pairs with which a stem begins.
var heads = func() (t [1024]bool) {
	for _, s := range stems {
		t[pair(s[0], s[1])] = true
	}
	return t
}()

func pair(a, b byte) int { return int(a&31)<<5 | int(b&31) }

// mentionsDeath reports whether a note holds any word that states deaths. Most notes do not and need no more work.
func mentionsDeath(text []byte) bool {
	for i := 3; i < len(text); {
		if by := skip[pair(text[i-1], text[i])]; by > 0 {
			i += int(by)
			continue
		}
		i++
		if !heads[pair(text[i-4], text[i-3])] {
			continue
		}
		four := binary.LittleEndian.Uint32(text[i-4:]) | 0x20202020
		for _, s := range stems {
			if four == uint32(s[0])|uint32(s[1])<<8|uint32(s[2])<<16|uint32(s[3])<<24 {
				return true
			}
		}
	}
	return false
}
