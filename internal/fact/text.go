package fact

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/groups"
	"github.com/assaydata/assay/internal/record"
)

const (
	shingle      = 3   // words
	sketchSize   = 48  // least hashes kept of a text; texts of up to 50 words are kept whole
	leastWords   = 10  // shorter notes are formulas
	nearIdentity = 0.7 // share of shingles in common from which on one note was copied from the other
	leastTitle   = 4   // words of a headline that tells an article from others by itself
	nearTitle    = 0.8 // share of words in common from which on two headlines are one, as in package evidence
	titleDays    = 31  // copies of a headline appear within a month, as in package evidence
)

// sketch holds the least hashes of the shingles of a text, sorted: the share that two sketches have in common estimates
// that of the texts (Broder, On the resemblance and containment of documents, 1997). nil for a text too short to tell.
func sketch(text string) []uint32 {
	var room [1024]byte
	folded := fold(room[:0], text)
	words := 1 + bytes.Count(folded, []byte{' '})
	if words < leastWords {
		return nil
	}
	all := make([]uint32, 0, words)
	var last [shingle]uint64 // hashes of words
	n := 0
	for w := range bytes.SplitSeq(folded, []byte{' '}) {
		last = [shingle]uint64{last[1], last[2], record.Hash(w)}
		if n++; n >= shingle {
			h := uint64(0)
			for _, x := range last {
				h = record.Combine(h, x)
			}
			all = append(all, uint32(h>>32))
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	return slices.Clip(slices.Clone(all[:min(len(all), sketchSize)]))
}

// fold appends a text as [groups.Fold] brings it into form.
func fold(to []byte, text string) []byte {
	begin := len(to)
	gap := false
	for i := range len(text) {
		c := text[i]
		if c >= utf8.RuneSelf {
			return append(to[:begin], groups.Fold(text)...)
		}
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
		case c == '\'' || c == '`':
			continue
		default:
			gap = true
			continue
		}
		if gap && len(to) > begin {
			to = append(to, ' ')
		}
		gap = false
		to = append(to, c)
	}
	return to
}

// resemblance estimates the share of shingles that two texts have in common, of all that either has.
func resemblance(a, b []uint32) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	both, all, i, j := 0, 0, 0, 0
	for ; all < sketchSize && (i < len(a) || j < len(b)); all++ {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			i++
		case i == len(a) || b[j] < a[i]:
			j++
		default:
			both++
			i++
			j++
		}
	}
	return float64(both) / float64(all)
}

// common32 counts what two sorted lists have in common.
func common32(a, b []uint32) int {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return n
}

// sameArticle reports whether two citations are of one article: one headline, or nearly one within a month. A short
// headline must be of one outlet too. Numbers in headlines must agree: "14 attacks" and "15 attacks" are two.
func (s *Source) sameArticle(o *Source) bool {
	if s.Title == 0 || o.Title == 0 {
		return false
	}
	if s.Title == o.Title {
		return len(s.words) >= leastTitle || s.Voice() != "" && voiceKey(s.Voice()) == voiceKey(o.Voice())
	}
	if len(s.words) < leastTitle+2 || len(o.words) < leastTitle+2 || !slices.Equal(s.about, o.about) {
		return false
	}
	if s.Date != record.NoDay && o.Date != record.NoDay && max(s.Date-o.Date, o.Date-s.Date) > titleDays {
		return false
	}
	both := common32(s.words, o.words)
	return float64(both) >= nearTitle*float64(len(s.words)+len(o.words)-both)
}
