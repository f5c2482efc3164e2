package phone

const latinVowels = "aeiouyáàâãäåāăąæəéèêëēėęěíìîïīįıóòôõöøōőœúùûüūŭůűųýÿ"

// Cyrillic letters that stand for a Latin one in a Latin token.
const latinLike = "аaеeоoрpсcхxуyкkіiмmтtвbнh"

// latinRules covers English, French, German and Turkish press habits, the Latin alphabets of Turkic, Slavic, Baltic, Romance and
// Scandinavian languages, and the romanisations of names.md section 4: BGN/PCGN, ICAO 9303, GOST R 52535 and 7.79, ISO 9,
// ALA-LC, MVD 310 (French) for Cyrillic; ODNI ICS-630-01 and DIN 31635 for Arabic; the systems of 1981 and 2002 for Georgian.
const latinRules = `
a á à â ã ā ă = a
ä æ ə = ä
a á à ā $ 2+ = af
å = o
ą = o n
b = b
b $ 2+ = bf              # final b and d are p and t in Turkish and German mouths
c >eiyéèêëíîì = ce
c = c
ch = ch
ch ^ >rl = k
cch = k
ck = k
ç = ç
č ć ĉ ċ cz tch tsch tsh tzsch = tch
shch chtch schtsch šč szcz ŝ = shch
d ď ḍ = d
d ḍ $ 2+ = df
dz = dz
dj dzh dž dż dsch ǰ = dj
đ = đ
ḏ dh ð = dh
dt $ = t
e é è ê ë ē ė ě = e
ę = e n
e $ 2+ = ef
ee = ee
eau eaux = o
f ph = f
g ģ ĝ = g
g >eiyéèêëíîì = ge
gu >eiyéèêíî = g
gh ġ ḡ ǧ = gh
ğ = ğ
h ḥ ẖ ḩ ħ ĥ = h
i í ì î ï ī į ĭ = i
ı = ı
iy ij ii yy yi iĭ $ 1+ = iy
j ĵ = j
k ķ = k
kh ḫ ẋ = kh
l ļ ľ ĺ = l
ł = ł
m = m
n = n
ñ ń ň ņ = ny
o ó ò ô õ ō ŏ ơ = o
ö ő œ ø = ö
oo ou oû ú ù û ū ŭ ů ų = ou
ova $ 3+ = o v fem        # family names of women: names.md 4.1
eva $ 3+ = e v fem
kina $ 3+ = k i n fem     # of names in -in only where no given name ends so
khina $ 2+ = kh i n fem
shina $ 2+ = sh i n fem
owa $ 3+ = o w fem
ewa $ 3+ = e w fem
ska ská $ 3+ = s k fem
sky ski skiy skij skii skyi $ 2+ = s k iy
skaya skaja skaia skaïa $ 2+ = s k fem
p = p
q = q
qu >eiéèíî = qu
r rh ŕ = r
ř = rz
rz = r z | rz
s ṣ = s
ß = s s
ş š ș ś sh sch = sh
sz = sz
t ť ṭ ŧ = t
th þ ṯ = th
ts tz tc ţ ț = ts
u = u
ü ű = ü
v = v
w ŵ = w
x = k s | kh
x ^ = x
y ý ÿ ŷ = y
z ź ẓ = z
zh ž ż ƶ = zh
`
