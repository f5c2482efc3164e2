package event

import "strings"

// harm is what texts say of whether anybody came to harm.
type harm struct {
	denied bool // "no casualties", "nobody was hurt", "failed to explode", "defused"
	stated bool // somebody died, or may have: a word for the dead that is not denied
}

// none reports whether texts say that nobody died.
func (h *harm) none() bool { return h.denied && !h.stated }

// harmWord is what a word is good for in saying that nobody came to harm. Words are taken whole: "explosives" are no "explosion", and
// "causalities" stand for casualties in many notes.
type harmWord uint16

const (
	isNo       harmWord = 1 << iota // begins a denial
	isBetween                       // may stand within one: "did not cause any casualties"; no other word may, as in "no group claimed the killing"
	isDead                          // names the dead
	isHurt                          // names the injured
	isCounted                       // a noun of which "figures" may follow, which makes the denial one of figures
	isFigures                       // takes back the denial of what stands before it: "no casualty figures", "no deaths among civilians"
	isBurst                         // what a bomb does
	isFailed                        // "failed to explode"
	isHarmless                      // denies by itself
)

var harmWords = func() map[string]harmWord {
	out := map[string]harmWord{}
	for is, list := range map[harmWord]string{
		isNo: "no not nobody none without never zero didnt wasnt werent aucun aucune sans pas sin ningun ninguna ningunos ningunas nadie",
		isBetween: `one person persons people anyone anybody any human report reports reported of was were been be being is are a the and or nor either damage
			damages material property loss cause caused causing causes result resulted resulting fully properly to in there have had has suffer suffered
			fait faire eu de d a ete signale deplorer ni hubo dejar se reportaron registraron causar que lamentar`,
		isDead | isCounted: "casualty casualties causality causalities fatality fatalities death deaths victims mort morts victime victimes muertos muertas victimas",
		isDead: `killed kills killing died dies dead fatal fatally slain murdered slaughtered massacred executed beheaded assassinated lynched corpse corpses
			bodies tue tues tuee tuees morte mortes muerto muerta murio murieron asesinado asesinados`,
		isHurt | isCounted: "injury injuries life lives",
		isHurt:             "injured injuring wounded wounding hurt harmed blesse blesses blessee blessees herido heridos herida heridas lesionado lesionados",
		isFigures:          "figure figures number numbers toll tolls count counts details detail breakdown among amongst on of by for to",
		isBurst:            "explode exploded detonate detonated",
		isFailed:           "failed fails",
		isHarmless:         "defused defuses foiled foils thwarted thwarts unhurt unharmed unscathed uninjured desamorce desamorcee dejoue dejouee indemne indemnes desactivado desactivada desactivaron ileso ilesos",
	} {
		for word := range strings.FieldsSeq(list) {
			out[word] |= is
		}
	}
	return out
}()

// read takes in a further text, sentence by sentence: a denial does not reach beyond its own.
func (h *harm) read(w *words, text string) {
	for len(text) > 0 {
		sentence := text
		if i := strings.IndexAny(text, ".;!?\n"); i >= 0 {
			sentence, text = text[:i], text[i+1:]
		} else {
			text = ""
		}
		h.sentence(w, sentence)
	}
}

func (h *harm) sentence(w *words, text string) {
	no, failed := false, false
	var before harmWord // the denied noun, of which the next word may show that only figures of it are denied
	w.split(text, func(word []byte) {
		is := harmWords[string(word)]
		if before != 0 {
			if is&isFigures != 0 {
				h.stated = h.stated || before&isDead != 0
			} else {
				h.denied = true
			}
			before = 0
		}
		switch {
		case is&isNo != 0:
			no, failed = true, false
		case is&isHarmless != 0:
			h.denied = true
		case is&isFailed != 0:
			no, failed = false, true
		case is&isBurst != 0:
			h.denied = h.denied || no || failed
			no, failed = false, false
		case is&(isDead|isHurt) != 0 && no:
			if is&isCounted != 0 {
				before = is
			} else {
				h.denied = true
			}
		case is&isDead != 0:
			h.stated = true
		case is&isBetween == 0:
			no, failed = false, false
		}
	})
	h.denied = h.denied || before != 0
}
