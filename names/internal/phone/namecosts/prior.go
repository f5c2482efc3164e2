package main

import (
	"strings"

	"github.com/assaydata/assay/names/internal/phone"
)

// nearSounds lists how far apart two phonemes are, in hundredths of a letter. Phonemes: vowels a e i o u, y (ы), 2 (ö), 3 (ü), 4
// (ä, schwa); w j; consonants b p m n d t l r f v s z, S (sh), Z (zh), C (ch), J (dj), k g q x (kh), G (gh), h, c (ts), Q (dz), T
// (th), D (dh), N (ng), ' (ain, hamza). They follow places and manners of articulation and the columns of the tables of
// transliteration in names.md section 4.
const nearSounds = `
ae35 ao35 a415 e415 ei25 ey35 iy20 i325 ou20 o225 u325 uy40 e235 2325 3y30 o445
ij20 yj30 uw20 ow35 3j40 ej45
wv15 vf35 fp60 bv60 bp40 dt40 gk40 kq15 kx40 qx45 qg40 qG45 xh25 Gg20 Gx45 Gh50 hg45 sz35 sc40 zQ25 cQ40 cC45
sS50 zZ50 SC45 SZ45 ZJ20 JC45 Jj45 Zj45 Jg50 Tt20 Ts30 Dd20 Dz25 Nn10 mn60 lr75 QJ50 ct60
'a15 'e20 'i20 'o20 'u20 'h40
`

const (
	vowelsApart     = 50  // two vowels that are not in the list
	vowelConsonant  = 120 // more than a letter: leaving both out is cheaper
	seldomSound     = 22  // for each symbol that must take a seldom sound
	vowelDropped    = 45
	unwrittenVowel  = 8 // a vowel of an alphabet that an abjad leaves out
	shortestNonzero = 2 // two symbols with one sound are nearly, not quite, the same
)

const vowels = "aeiouy234"

var sounds = func() (t [128][128]uint8) {
	for _, f := range strings.Fields(nearSounds) {
		c := (f[2]-'0')*10 + f[3] - '0'
		t[f[0]][f[1]], t[f[1]][f[0]] = c, c
	}
	return t
}()

func sound(a, b byte) int {
	switch va, vb := strings.IndexByte(vowels, a) >= 0, strings.IndexByte(vowels, b) >= 0; {
	case a == b:
		return 0
	case sounds[a][b] != 0:
		return int(sounds[a][b])
	case va && vb:
		return vowelsApart
	case va != vb:
		return vowelConsonant
	}
	return phone.Letter
}

// priorSub is the cost of a substitution that follows from what two symbols may sound like.
func priorSub(a, b phone.Symbol, sameKind bool) float64 {
	if a.Name == b.Name && (sameKind || a.Usual == "") {
		return 0
	}
	if a.Name == "fem" && b.Name == "iy" || a.Name == "iy" && b.Name == "fem" { // -sky and -skaya
		return float64(a.Drop+b.Drop) / 3
	}
	best := vowelConsonant
	for i, s := range []string{a.Usual, a.Seldom} {
		for j, t := range []string{b.Usual, b.Seldom} {
			for _, p := range []byte(s) {
				for _, q := range []byte(t) {
					best = min(best, sound(p, q)+seldomSound*(i+j))
				}
			}
		}
	}
	return float64(max(best, shortestNonzero))
}

// priorDrop is the cost of a symbol that the other side does not write.
func priorDrop(a phone.Symbol, kind, other int) float64 {
	cost := a.Drop
	if a.Usual == "" {
		return float64(max(cost, 0))
	}
	vowel := strings.IndexByte(vowels, a.Usual[0]) >= 0
	if cost < 0 {
		switch {
		case vowel:
			cost = vowelDropped
		case a.Usual[0] == 'j':
			cost = 30
		case a.Usual[0] == 'w':
			cost = 80
		case a.Usual[0] == 'h':
			cost = 40
		case a.Usual[0] == '\'':
			cost = 6
		default:
			cost = phone.Letter
		}
	}
	if vowel && other == phone.Abjad && kind != phone.Abjad {
		cost = min(cost, unwrittenVowel)
	}
	return float64(cost)
}
