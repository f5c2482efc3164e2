package phone

import "strings"

// Letter is the cost of one unrelated letter in [Distance].
const Letter = 100

// near lists how far apart two phonemes are, in hundredths of a letter. Phonemes: vowels a e i o u, y (ы), 2 (ö), 3 (ü), 4 (ä, schwa);
// w j; consonants b p m n d t l r f v s z, S (sh), Z (zh), C (ch), J (dj), k g q x (kh), G (gh), h, c (ts), Q (dz), T (th), D (dh), N (ng), ' (ain, hamza).
const near = `
ae35 ao35 a415 e415 ei25 ey35 iy20 i325 ou20 o225 u325 uy40 e235 2325 3y30 o445
ij20 yj30 uw20 ow35 3j40 ej45
wv15 vf35 fp60 bv60 bp40 dt40 gk40 kq15 kx40 qx45 qg40 qG45 xh25 Gg20 Gx45 Gh50 hg45 sz35 sc40 zQ25 cQ40 cC45
sS50 zZ50 SC45 SZ45 ZJ20 JC45 Jj45 Zj45 Jg50 Tt20 Ts30 Dd20 Dz25 Nn10 mn60 lr75 QJ50 ct60 xk40
'a15 'e20 'i20 'o20 'u20 'h40
`

const vowels = "aeiouy234"

func sound(a, b byte) int {
	switch va, vb := strings.IndexByte(vowels, a) >= 0, strings.IndexByte(vowels, b) >= 0; {
	case a == b:
		return 0
	case sounds[a][b] != 0:
		return int(sounds[a][b])
	case va && vb:
		return 50
	case va != vb:
		return 120
	}
	return Letter
}

var sounds [128][128]uint8

func loadSounds() {
	for _, f := range strings.Fields(near) {
		c := (f[2]-'0')*10 + f[3] - '0'
		sounds[f[0]][f[1]], sounds[f[1]][f[0]] = c, c
	}
}

func dropSound(c byte) int {
	switch {
	case strings.IndexByte(vowels, c) >= 0:
		return 45
	case c == 'j':
		return 30
	case c == 'w':
		return 60
	case c == 'h':
		return 40
	case c == '\'':
		return 6
	}
	return Letter
}

// priorSub is the substitution cost that follows from what the two symbols may sound like.
func priorSub(a, b Phone) uint8 {
	x, y := symbols[a.kind()][a.index()], symbols[b.kind()][b.index()]
	if x.name == y.name && a.kind() == b.kind() {
		return 0
	}
	best := 150
	for i, s := range []string{x.usual, x.seldom} {
		for j, t := range []string{y.usual, y.seldom} {
			for _, p := range []byte(s) {
				for _, q := range []byte(t) {
					best = min(best, sound(p, q)+22*(i+j))
				}
			}
		}
	}
	return uint8(max(best, 2))
}

// priorDrop is the cost of a symbol that the other side, of the given kind, does not write.
func priorDrop(a Phone, other int) uint8 {
	x := symbols[a.kind()][a.index()]
	cost := x.drop
	if cost < 0 {
		cost = dropSound(x.usual[0])
	}
	if other == abjad && a.kind() != abjad && x.usual != "" && strings.IndexByte(vowels, x.usual[0]) >= 0 {
		cost = min(cost, 8)
	}
	return uint8(cost)
}
