package note

import "encoding/binary"

// stems begin nearly all words that state deaths. The search below rests on their length of four.
var stems = [...]string{"kill", "dead", "deat", "died", "dies", "fata", "casu", "live", "murd", "slai"}

// inside tells, for each pair of letters folded to five bits, at which places of a stem it may stand: bit 0 its first two
// letters, bit 1 the middle, bit 2 the last two.
var inside = func() (t [1024]uint8) {
	for _, s := range stems {
		for j := range 3 {
			t[pair(s[j], s[j+1])] |= 1 << j
		}
	}
	return t
}()

func pair(a, b byte) int { return int(a&31)<<5 | int(b&31) }

// mentionsDeath reports whether a note holds any word that states deaths. Most notes do not and need no more work. Every
// third pair of letters is looked at: an occurrence of a stem holds exactly one of them.
func mentionsDeath(text []byte) bool {
	for i := 1; i < len(text); i += 3 {
		places := inside[pair(text[i-1], text[i])]
		if places == 0 {
			continue
		}
		for j := range 3 {
			if places>>j&1 != 0 && isStem(text, i-1-j) {
				return true
			}
		}
	}
	return false
}

// isStem reports whether a stem begins at text[i].
func isStem(text []byte, i int) bool {
	if i < 0 || i+4 > len(text) {
		return false
	}
	switch binary.LittleEndian.Uint32(text[i:]) | 0x20202020 { // lower case
	case 'k' | 'i'<<8 | 'l'<<16 | 'l'<<24, 'd' | 'e'<<8 | 'a'<<16 | 'd'<<24, 'd' | 'e'<<8 | 'a'<<16 | 't'<<24,
		'd' | 'i'<<8 | 'e'<<16 | 'd'<<24, 'd' | 'i'<<8 | 'e'<<16 | 's'<<24, 'f' | 'a'<<8 | 't'<<16 | 'a'<<24,
		'c' | 'a'<<8 | 's'<<16 | 'u'<<24, 'l' | 'i'<<8 | 'v'<<16 | 'e'<<24, 'm' | 'u'<<8 | 'r'<<16 | 'd'<<24,
		's' | 'l'<<8 | 'a'<<16 | 'i'<<24:
		return true
	}
	return false
}
