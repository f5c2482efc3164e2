package phone

import "strings"

// The blocks of the scripts of India have one order of letters (Unicode chapter 12), so the rules of Devanagari, moved by the
// distance of the blocks, read the others as well. Letters follow ISO 15919; aspiration and retroflexion, which Latin spellings of
// names drop or keep at will, are folded.
const (
	devanagariBlock = 0x900
	bengaliBlock    = 0x980
	gurmukhiBlock   = 0xA00
	gujaratiBlock   = 0xA80
)

// indicSigns are the vowel signs and the virama: a consonant before one of them has no inherent a, nor has one at the end of a
// token.
const indicSigns = "ािीुूृेैोौॅॉ्"

const indicConsonants = `
क ख = k
ग घ = g
ङ ञ ण न = n
च छ = ch
ज झ = dj
ट ठ त थ = t
ड ढ द ध ड़ ढ़ = d
प = p
फ = pf
ब भ = b
म = m
य = j
र = r
ल ळ = l
व = v
श ष = sh
स = s
ह = h
`

const indicVowels = `
अ आ ा = a
इ ई ि ी = i
उ ऊ ु ू = u
ऋ ृ = r i
ए े ऍ ॅ = e
ऐ ै = a i
ओ ो ऑ ॉ = o
औ ौ = a u
ं ँ ॰ = n                # the last is the place of the nasal sign of Gurmukhi
क़ = q
ख़ = kh
ग़ = gh
ज़ = z
फ़ = f
् ़ ः ऽ ॱ =
`

// indicRules are the rules of the script whose block begins at block.
func indicRules(block rune) (vowels, text string) {
	var b strings.Builder
	for line := range strings.Lines(indicConsonants) {
		if letters, symbol, ok := strings.Cut(strings.TrimSpace(line), "="); ok {
			for _, end := range []string{" >V =", " $ ="} {
				b.WriteString(letters + end + symbol + "\n")
			}
			b.WriteString(letters + "=" + symbol + " a\n")
		}
	}
	b.WriteString(indicVowels)
	move := func(r rune) rune {
		if r >= devanagariBlock && r < devanagariBlock+0x80 {
			return r - devanagariBlock + block
		}
		return r
	}
	return strings.Map(move, indicSigns), strings.Map(move, b.String())
}

// hangulRules reads conjoining letters, the canonical decomposition of syllables. Press spellings of names begin with K and P
// where the Revised Romanisation has G and B.
const hangulRules = `
ᄀ ᄁ = k | g
ᄂ ᆫ = n
ᄃ ᄄ = d | t
ᄅ = r | l
ᄆ ᆷ = m
ᄇ ᄈ = p | b
ᄉ ᄊ = s
ᄋ =
ᄌ ᄍ = dj
ᄎ = ch
ᄏ = k
ᄐ = t
ᄑ = p
ᄒ = h
ᆨ ᆩ ᆿ = k
ᆮ ᆺ ᆻ ᆽ ᆾ ᇀ = t
ᆯ = l
ᆸ ᇁ = p
ᆼ = ng
ᇂ = h
ᅡ = a
ᅢ ᅦ = e
ᅣ = j a
ᅤ ᅨ = j e
ᅥ = o | u
ᅧ = j o | j u
ᅩ = o
ᅪ = w a
ᅫ ᅬ ᅰ = w e
ᅭ = j o
ᅮ = u
ᅯ = w o
ᅱ = w i
ᅲ = j u
ᅳ = y | u
ᅴ = y i
ᅵ = i
`
