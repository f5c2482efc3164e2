package names

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/assaydata/assay/names/internal/phone"
)

// endings of names and what they tell; cleaned forms, longest first within a culture.
var (
	patronymicEndings = []string{
		"ovich", "evich", "ovitch", "evitch", "ovic", "ovych", "yovych", "ovna", "evna", "ivna", "yevna", "ichna", "owicz", "ovitsj",
		"ович", "евич", "овна", "евна", "ична", "івна", "йович",
	}
	familyEndings = []string{
		"ov", "ova", "ev", "eva", "yev", "yeva", "iyev", "off", "skiy", "skij", "sky", "ski", "skaya", "skaia", "skyy", "enko", "chuk",
		"ов", "ова", "ев", "ева", "ёв", "ёва", "ский", "ская", "цкий", "цкая", "ський", "ська", "енко", "чук", "ин", "ина",
	}
	georgianEndings = []string{
		"shvili", "dze", "dzé", "iani", "uri", "швили", "дзе", "შვილი", "ძე", "იანი",
	}
	turkicEndings  = []string{"bek", "bay", "boy", "jon", "zhan", "бек", "бай", "бой", "жон", "қызы", "bekov", "бойев"}
	northCaucasian = []string{"shishani", "chechen", "dagestani", "kavkazi", "шишани", "чеченский", "дагестани"}
)

func hasEnding(s string, list []string, least int) bool {
	for _, e := range list {
		if strings.HasSuffix(s, e) && utf8.RuneCountInString(s)-utf8.RuneCountInString(e) >= least {
			return true
		}
	}
	return false
}

// culture guesses the convention of a name from its scripts, markers and endings.
func culture(n *Name) Culture {
	arabic, slavic, east, persian := 0, 0, 0, 0
	for i := range n.Parts {
		p := &n.Parts[i]
		switch {
		case p.Script == phone.Georgian || hasEnding(p.Clean, georgianEndings, 3):
			return Georgian
		case p.Script == phone.Han || p.Script == phone.Hangul:
			east++
		case p.Script == phone.Arabic:
			arabic++
			if strings.ContainsAny(p.Clean, "پچژگکی") {
				persian++
			}
		case p.Role == Kunya || p.Role == Nisba || strings.HasPrefix(p.Clean, "abd") || strings.HasSuffix(p.Clean, "ullah"):
			arabic++
		case hasEnding(p.Clean, patronymicEndings, 3), p.Script == phone.Cyrillic, hasEnding(p.Clean, familyEndings[:12], 3):
			slavic++
		}
		if slices.Contains(northCaucasian, p.Clean) || strings.ContainsRune(p.Clean, 'ӏ') {
			return Caucasus
		}
	}
	switch {
	case east > 0:
		return EastAsian
	case slavic > 0:
		for i := range n.Parts {
			if p := &n.Parts[i]; p.Role == Patronymic && !hasEnding(p.Clean, patronymicEndings, 2) || hasEnding(p.Clean, turkicEndings, 3) {
				return Turkic
			}
		}
		return Russian
	case persian > 0 && persian*2 >= arabic:
		return Persian
	case arabic > 0:
		return Arabic
	}
	return Western
}

// assignRoles gives the parts that carry no mark a role by ending and place.
func assignRoles(n *Name) {
	open := make([]int, 0, maxParts)
	for i := range n.Parts {
		p := &n.Parts[i]
		if p.Role != Unknown {
			continue
		}
		if hasEnding(p.Clean, patronymicEndings, 3) && len(n.Parts) > 1 && i > 0 {
			p.Role, p.marked = Patronymic, true
			continue
		}
		open = append(open, i)
	}
	if len(open) == 0 {
		return
	}
	switch n.Culture {
	case Arabic, Persian:
		for k, i := range open {
			p := &n.Parts[i]
			switch {
			case k == 0 && i == 0, k == 0 && n.Parts[0].Role == Kunya:
				p.Role = Given
			case k == len(open)-1 && k > 1:
				p.Role = Family
			case k == 1:
				p.Role = Patronymic
			default:
				p.Role = Ancestor
			}
			if k == 1 && k == len(open)-1 {
				p.Role = Unknown // a father's name or a family's
			}
		}
	default:
		for k, i := range open {
			p := &n.Parts[i]
			switch {
			case len(open) == 1 && len(n.Parts) == 1:
				p.Role = Unknown
			case hasEnding(p.Clean, familyEndings, 3) || hasEnding(p.Clean, georgianEndings, 3):
				p.Role = Family
			case k == len(open)-1 && i > 0 && !hasFamily(n):
				p.Role = Family
			default:
				p.Role = Given
			}
		}
	}
}

func hasFamily(n *Name) bool {
	for i := range n.Parts {
		if n.Parts[i].Role == Family {
			return true
		}
	}
	return false
}
