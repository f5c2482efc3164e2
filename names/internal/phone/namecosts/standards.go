package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/names/internal/phone"
)

// standards lists what the conventions of names.md section 4 make of letters that Wikidata shows too seldom, or with names of other
// languages: the most that each may cost. "drop" is a letter that one side leaves out within a token.
const standards = `
latin-plain e yo 8          # ё without its dots: ICAO 9303, MVD 782
latin-plain c ts 12         # ISO 9, GOST 7.79-A
latin-plain g gh 20         # ғ, ღ without the mark
latin-plain k q 20          # қ, ყ without the mark
latin-plain q k 20          # press spellings of қ written as к
latin-plain h kh 8          # ISO 9
latin-plain kh h 15         # ҳ without the mark
latin-plain z dz 15
latin-plain dh d 12
latin-plain c dj 25         # Turkish c
latin-plain ce dj 20
latin-plain ı i 8
latin-plain g q 25
latin-plain t d 45          # Turkish final t of Махмуд
latin-plain i y 15
latin-plain y y 3
latin-plain a o 35          # Tajik and Uzbek o is Persian and Russian a
latin-plain o a 35
latin-latin a o 35
latin-latin c ts 15
latin-latin c dj 25         # Turkish c
latin-latin c j 25
latin-latin ce dj 25
latin-latin ce j 25
latin-latin ı i 5
latin-latin ı y 5
latin-latin g q 25          # Libya, Yemen, Iraq: قذافي
latin-latin k q 15
latin-latin h kh 15
latin-latin g gh 15
latin-latin d dh 20
latin-latin z dh 25
latin-latin t df 25         # Mahmud, Mahmut
latin-latin p bf 25         # Ayyub, Eyüp
latin-latin e a 35          # short vowels of Arabic
latin-latin u o 20
latin-abjad z dh 20         # ODNI ICS-630-01; Persian, Turkish
latin-abjad z ẓ 20
latin-abjad z ḍ 20
latin-abjad d dh 25
latin-abjad d ḍ 15
latin-abjad t th 30
latin-abjad s th 25
latin-abjad s ṣ 10
latin-abjad t ṭ 10
latin-abjad dh ẓ 12
latin-abjad v w 25          # Persian, Turkish
latin-abjad ch sh 15        # French
latin-abjad c j 25          # Turkish c
latin-abjad ce j 20
latin-abjad ı y 15
latin-abjad g q 30          # Libya, Yemen, Iraq
latin-abjad gh q 20         # Farsi
latin-abjad k q 12
latin-abjad e ain 25
latin-abjad a ain 12
latin-abjad i ain 25
latin-abjad o ain 25
latin-abjad u ain 25
latin-abjad a drop 12       # short vowels of Arabic
latin-abjad e drop 6
latin-abjad af hf 8
latin-abjad af tm 3
latin-abjad e tm 15
latin-abjad ef tm 8
plain-abjad a ain 12
plain-abjad e ain 25
plain-abjad i ain 25
plain-abjad o ain 25
plain-abjad u ain 25
plain-abjad a drop 12
plain-abjad e drop 8
plain-abjad ye drop 12
plain-abjad z dh 15
plain-abjad z ẓ 15
plain-abjad z ḍ 20
plain-abjad v w 15
plain-abjad kh ḥ 8
plain-abjad kh h 10
plain-abjad k q 10
plain-abjad af hf 8
plain-abjad af tm 3
`

// conform lowers costs to those of the standards.
func (m *model) conform() {
	name := phone.KindNames[m.ka] + "-" + phone.KindNames[m.kb]
	find := func(kind int, name string) int {
		return max(0, slices.IndexFunc(phone.Symbols(kind), func(s phone.Symbol) bool { return s.Name == name }))
	}
	for line := range strings.Lines(standards) {
		f := strings.Fields(line)
		if len(f) < 4 || f[0] != name {
			continue
		}
		i, j := find(m.ka, f[1]), find(m.kb, f[2])
		most, err := strconv.ParseFloat(f[3], 64)
		if err != nil || i == 0 || j == 0 && f[2] != dropNames[within] {
			panic("namecosts: standards: " + line)
		}
		if j == 0 {
			m.costA[within][i] = min(m.costA[within][i], most)
			continue
		}
		m.cost[i][j] = min(m.cost[i][j], most)
		if m.ka == m.kb {
			m.cost[j][i] = min(m.cost[j][i], most)
		}
	}
}
