package format

import (
	"strings"

	"github.com/assaydata/assay/internal/record"
)

var gedKindScale = [...]record.Kind{1: record.KindBattle, 2: record.KindBattle, 3: record.KindOneSided}

func gedKinds(d *record.Dataset) []record.Kind {
	return kindsBy(d, func(text string, num float64) record.Kind { return at(gedKindScale[:], small(text, num)) })
}

// Of SCAD's violence, that against the government and that within it is between organised sides; the others have civilians
// on one side as a rule.
var scadKindScale = [...]record.Kind{
	1: record.KindProtest, 2: record.KindProtest, 3: record.KindRiot, 4: record.KindRiot, 5: record.KindStrike,
	6: record.KindStrike, 7: record.KindOneSided, 8: record.KindBattle, 9: record.KindOneSided, 10: record.KindBattle,
}

func scadKinds(d *record.Dataset) []record.Kind {
	return kindsBy(d, func(text string, num float64) record.Kind { return at(scadKindScale[:], small(text, num)) })
}

var gtdKindScale = [...]record.Kind{
	1: record.KindOneSided, 2: record.KindOneSided, 3: record.KindExplosion, 4: record.KindKidnapping,
	5: record.KindKidnapping, 6: record.KindKidnapping, 7: record.KindProperty, 8: record.KindOneSided, 9: record.KindUnknown,
}

// gtdKinds reads the first type of attack, as a code or in words. An armed assault on police, military or another armed
// group is a battle.
func gtdKinds(d *record.Dataset) []record.Kind {
	c := d.Role(record.RoleKind)
	if c == nil {
		return nil
	}
	byCode := func(text string, num float64) record.Kind {
		if k := small(text, num); k != 0 {
			return at(gtdKindScale[:], k)
		}
		for i, code := range gtdAttacks {
			if said(c.Field, text, code.Meaning) {
				return at(gtdKindScale[:], uint8(i+1))
			}
		}
		return record.KindUnknown
	}
	out := kindsBy(d, byCode)
	armed := values(c, d.N, func(text string, num float64) bool {
		return small(text, num) == 2 || said(c.Field, text, "Armed Assault")
	})
	target := namedValues(d, "targtype1", small)
	if target == nil {
		return out
	}
	for i := range out {
		if armed[i] && (target[i] == 3 || target[i] == 4 || target[i] == 17 || target[i] == 22) {
			out[i] = record.KindBattle
		}
	}
	return out
}

// acledKinds joins event_type and sub_event_type of all releases. Before 2019 riots and protests were one category, which
// the sort of the first actor divides.
func acledKinds(d *record.Dataset) []record.Kind {
	out := kindsBy(d, acledKind)
	if out == nil {
		return nil
	}
	if sub := d.Role(record.RoleSubkind); sub != nil {
		finer := values(sub, d.N, func(text string, _ float64) record.Kind {
			switch strings.ToLower(text) {
			case "abduction/forced disappearance":
				return record.KindKidnapping
			case "looting/property destruction":
				return record.KindProperty
			}
			return record.KindUnknown
		})
		for i, k := range finer {
			if k != record.KindUnknown {
				out[i] = k
			}
		}
	}
	inter := namedValues(d, "inter1", interSort)
	if inter == nil {
		return out
	}
	joint := values(d.Role(record.RoleKind), d.N, func(text string, _ float64) bool { return strings.EqualFold(text, "Riots/Protests") })
	for i := range out {
		if joint[i] && inter[i] == sortProtesters {
			out[i] = record.KindProtest
		}
	}
	return out
}

func acledKind(text string, _ float64) record.Kind {
	low := strings.ToLower(text)
	switch {
	case strings.HasPrefix(low, "battle"):
		return record.KindBattle
	case low == "violence against civilians":
		return record.KindOneSided
	case strings.HasSuffix(low, "remote violence"):
		return record.KindExplosion
	case low == "protests":
		return record.KindProtest
	case low == "riots", low == "riots/protests":
		return record.KindRiot
	case strings.HasPrefix(low, "strategic development"), strings.HasPrefix(low, "non-violent"), strings.HasPrefix(low, "headquarters"):
		return record.KindStrategic
	case low == "":
		return record.KindUnknown
	}
	return record.KindOther
}

// plainKinds understands the words of [record.Kind], as values or as meanings of the codes of a mapping, and else looks
// for words that leave little doubt.
func plainKinds(d *record.Dataset) []record.Kind {
	c := d.Role(record.RoleKind)
	if c == nil {
		return nil
	}
	return kindsBy(d, func(text string, _ float64) record.Kind {
		for k := record.KindBattle; k <= record.KindOther; k++ {
			if said(c.Field, text, k.String()) {
				return k
			}
		}
		if k := wordKind(text); k != record.KindUnknown {
			return k
		}
		return wordKind(meaning(c.Field, text))
	})
}

var kindWords = []struct {
	kind  record.Kind
	words string
}{
	{record.KindExplosion, "bomb explosion explosive shelling air airstrike air-strike missile rocket artillery landmine ied drone"},
	{record.KindKidnapping, "kidnap abduct hostage hijack"},
	{record.KindOneSided, "civilian massacre assassination execution one-sided murder"},
	{record.KindBattle, "battle clash fighting ambush state-based"},
	{record.KindRiot, "riot mob"},
	{record.KindProtest, "protest demonstration rally"},
	{record.KindStrike, "strike"},
	{record.KindProperty, "arson looting vandalism infrastructure property"},
}

func wordKind(text string) record.Kind {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return (r < 'a' || r > 'z') && r != '-' })
	for _, k := range kindWords {
		for _, known := range strings.Fields(k.words) {
			for _, w := range words {
				// Short words only as they are: "ied" begins nothing else, but "mob" begins "mobile".
				if w == known || len(known) > 3 && strings.HasPrefix(w, known) {
					return k.kind
				}
			}
		}
	}
	return record.KindUnknown
}

func kindsBy(d *record.Dataset, f func(string, float64) record.Kind) []record.Kind {
	c := d.Role(record.RoleKind)
	if c == nil {
		return nil
	}
	return values(c, d.N, f)
}

func at[T any](scale []T, i uint8) T {
	if int(i) < len(scale) {
		return scale[i]
	}
	var none T
	return none
}
