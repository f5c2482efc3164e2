package phone

import "strings"

// Phone is a symbol of one of the alphabets: its two high bits say which (latin, plain, abjad, opaque), its six low bits which
// symbol.
type Phone uint8

// The alphabets of symbols.
const (
	latin  = iota // graphemes of the Latin script, with their ambiguity
	plain         // phonemes, for the scripts that write vowels and are read almost as written
	abjad         // letters of Arabic and Hebrew
	opaque        // code points of scripts without a table

	// Kinds is the number of alphabets that have costs, Abjad the one without short vowels.
	Kinds = opaque
	Abjad = abjad
)

// KindNames are the names of the alphabets that have costs.
var KindNames = [Kinds]string{"latin", "plain", "abjad"}

func (p Phone) kind() int  { return int(p >> 6) }
func (p Phone) index() int { return int(p & 63) }

// String returns the name of the symbol in the tables below.
func (p Phone) String() string {
	if k := p.kind(); k < Kinds && p.index() < len(symbols[k]) {
		return symbols[k][p.index()].Name
	}
	return "?"
}

// Symbol says what a symbol may sound like, usually and seldom, in the phonemes of namecosts/prior.go.
type Symbol struct {
	Name          string
	Usual, Seldom string
	Drop          int // prior cost of leaving the symbol out, in hundredths of a letter; -1: that of its sound
}

// Fixed says that the costs of a symbol are not learned: it stands for no sound, or is an ending that pairs of tokens do not show.
func (s Symbol) Fixed() bool { return s.Name == "cut" || s.Name == "unknown" || s.Name == "fem" }

// Symbols lists the symbols of an alphabet by index; the first is none.
func Symbols(kind int) []Symbol {
	load()
	return symbols[kind]
}

// Symbols that all alphabets have, by index. index 0 is no symbol.
const (
	cutIndex     = 1 // the token was longer than a Reading
	unknownIndex = 2 // a letter without a rule: equal to nothing but itself
	longIndex    = 3 // the letter before is doubled
)

const common = `
- . . 0
cut . . 100
unknown . . 100
long . . 5
`

// Latin graphemes. ef is a final e, ce and ge stand before front vowels, iy is a final -iy, -ij, -ii, -y, fem the ending of a
// family name of a woman.
const latinSymbols = common + `
a a e4o
af a e4o
e e ia4
ef e i 12
i i ejy
o o ua
u u o3aw
y i jy3 35
ä 4 ea
ö 2 oe
ü 3 ui
ı y iu
ou u ow
ee i e
iy i jey 25
fem a . 12
b b p
bf b p
d d t
df d t
f f v
k k qx
l l .
m m .
n n N
p p bf
r r .
t t d
v v fw
c k cJs
ce s cCJT
ch C Sxkh
ç C sc
tch C cS
s s zS
sh S Cs
sz S s
z z cs
ts c Cs
zh Z J
rz Z rz
dz Q zc
dj J Zj
j J jZxh
đ J dD
g g GZ
ge g ZJxhG
gh G gq 60
ğ G gj 25
h h xg 35
kh x hkq
q q kCG
qu k q
x x kSz
th T th
dh D dz
w w vuf
ny n N
ł l wv
shch S C
`

// Phonemes of the other alphabets. e is э, ye is Cyrillic е after a consonant, yo is ё, soft and hard are the signs; pf is
// Georgian ფ and Armenian փ.
const plainSymbols = common + `
a a .
af a .
e e .
ye e 4
i i .
o o .
yo o e
u u .
y y i
ä 4 ae
ö 2 o
ü 3 u
j j i
iy i jy 25
fem a . 12
soft j i 8
hard j . 6
b b .
p p .
m m .
n n .
d d .
t t .
l l .
r r .
f f .
v v w
w w v
s s .
z z .
sh S .
zh Z J
ch C .
dj J .
shch S C
k k .
g g Gh
q q k
kh x hk
gh G gh
h h x 35
ts c .
dz Q zc
th T t
dh D d
ng N n
pf p f
ain ' . 5
`

// Letters of Arabic, Persian, Dari, Pashto, Urdu and of Hebrew. wasla is the alif of the article within a compound, which stands for any vowel.
const abjadSymbols = common + `
alif a e4oiu 15
madda a 4 25
hamza ' aeiou 8
hamzai i ea 12
whamza u o' 15
yhamza i 'eaj 10
b b p
p p .
t t T
tm a te 10
wasla aeiou ' 5
th T ts
j J gZ
ch C .
ḥ h . 60
kh x kh
d d t
dh D zd
r r .
z z s
zh Z J
s s zc
sh S C
ṣ s c
ḍ d Dz
ṭ t .
ẓ z D
ain ' aeiou 12
gh G gq
f f vp
v v f
q q gkG
k k gxC
g g .
ng N g
l l .
m m .
n n N
h h ae 20
hf e ah 10
w w uov23 25
y j iey 20
ay i aej 15
ye e i 15
ts c s
dz Q zc
zhe Z gJ
she S xk
bet b v
pe p f
kaf k x
shin S s
tsadi c s
`

var (
	symbols [Kinds][]Symbol
	phones  [Kinds]map[string]Phone // by name
)

func loadSymbols() {
	for k, text := range []string{latinSymbols, plainSymbols, abjadSymbols} {
		phones[k] = map[string]Phone{}
		for line := range strings.Lines(strings.TrimSpace(text)) {
			f := strings.Fields(line)
			if len(f) < 3 {
				continue
			}
			s := Symbol{Name: f[0], Usual: strings.Trim(f[1], "."), Seldom: strings.Trim(f[2], "."), Drop: -1}
			if len(f) > 3 {
				s.Drop = 0
				for _, c := range f[3] {
					s.Drop = 10*s.Drop + int(c-'0')
				}
			}
			phones[k][s.Name] = Phone(k<<6 | len(symbols[k]))
			symbols[k] = append(symbols[k], s)
		}
	}
}
