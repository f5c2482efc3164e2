package place

import (
	"slices"
	"strings"
)

// unitNames finds the units of one country by name. The first tier that knows the name in one of its forms decides.
type unitNames struct {
	tiers  [tiers]map[string][]Unit
	groups map[string][]Unit // regions that consist of several units, by the same keys
	// redrawn holds the cores of names that are no longer what the map shows.
	redrawn map[string]bool
}

// From a tier to the next a match says less: the main or English name; the same without generic words and articles; a
// name from another gazetteer, and that without generic words; each in a skeleton that evens out how scripts are romanised.
const (
	mainName = iota
	englishName
	mainCore
	englishCore
	otherName
	otherCore
	mainSkeleton
	otherSkeleton
	tiers
)

// FindUnit returns the first-level unit of c with this name. It compares main and alternative names without regard to
// case, diacritics and punctuation, then without words like State or Governorate, then without regard to the way vowels
// and consonants are romanised. It never guesses: a name that is unknown or could be two units is not found, nor is a
// unit that was redrawn or a region above the first level (see [Index.FindUnits]).
func (x *Index) FindUnit(c Country, name string) (Unit, bool) {
	units := x.FindUnits(c, name)
	if len(units) != 1 {
		return NoUnit, false
	}
	return units[0], true
}

// FindUnits returns the units that together make up the named division of c, sorted: one for a first-level unit of the map,
// several where the map divides more finely than the name (England, a region of France or Burkina Faso), where units were
// merged since, or where several have the very same name (the city and the province of Cebu). A name that means a unit and
// also a region around it stands for the region. What lies outside all of them lies outside the division. nil if the name
// is unknown, ambiguous, or of a division that has been redrawn.
func (x *Index) FindUnits(c Country, name string) []Unit {
	if c < 0 || int(c) >= len(x.countries) {
		return nil
	}
	names := x.unitNames[c].get(func() unitNames { return x.indexUnits(c) })
	key, core, skeleton := unitKeys(name)
	if key == "" || names.redrawn[core] {
		return nil
	}
	var units []Unit
	for tier, k := range [tiers]string{key, key, core, core, key, core, skeleton, skeleton} {
		if u := names.tiers[tier][k]; k != "" && len(u) > 0 {
			if len(u) == 1 || tier <= englishCore {
				units = u
			}
			break
		}
	}
	for _, k := range [...]string{key, core, skeleton} {
		group := names.groups[k]
		if k == "" || len(group) == 0 {
			continue
		}
		if !slices.ContainsFunc(units, func(u Unit) bool { return !slices.Contains(group, u) }) {
			return slices.Clone(group)
		}
		if k == key {
			return nil // the name of one unit and of a region elsewhere
		}
		break
	}
	return slices.Clone(units)
}

func (x *Index) indexUnits(c Country) unitNames {
	n := unitNames{groups: map[string][]Unit{}, redrawn: map[string]bool{}}
	for i := range n.tiers {
		n.tiers[i] = map[string][]Unit{}
	}
	claim := func(tier int, key string, u Unit) {
		if key != "" && !slices.Contains(n.tiers[tier][key], u) {
			n.tiers[tier][key] = append(n.tiers[tier][key], u)
		}
	}
	add := func(name string, u Unit, exact, stripped, even int) {
		key, core, skeleton := unitKeys(name)
		claim(exact, key, u)
		claim(stripped, core, u)
		claim(even, skeleton, u)
	}
	group := func(name string, u Unit) {
		key, core, skeleton := unitKeys(name)
		for _, k := range slices.Compact([]string{key, core, skeleton}) {
			if k != "" && !slices.Contains(n.groups[k], u) {
				n.groups[k] = append(n.groups[k], u)
			}
		}
	}
	for _, u := range x.members[c] {
		unit := &x.units[u]
		add(unit.name, u, mainName, mainCore, mainSkeleton)
		add(unit.english, u, englishName, englishCore, mainSkeleton)
		for _, s := range variants(unit.name) {
			add(s, u, englishName, englishCore, mainSkeleton)
		}
		for _, name := range unit.names {
			for _, s := range append(variants(name), name) {
				add(s, u, otherName, otherCore, otherSkeleton)
			}
		}
		for _, g := range unit.groups {
			group(g, u)
			for _, s := range variants(g) {
				group(s, u)
			}
		}
	}
	for _, a := range unitAliases {
		if a.country != x.countries[c].code {
			continue
		}
		units := x.unitsByCode(a.units)
		for _, name := range a.names {
			for _, u := range units {
				if len(units) == 1 {
					add(name, u, mainName, mainCore, mainSkeleton)
				} else {
					group(name, u)
				}
			}
		}
	}
	for g, names := range groupAliases[x.countries[c].code] {
		key, _, _ := unitKeys(g)
		for _, name := range names {
			for _, u := range n.groups[key] {
				group(name, u)
			}
		}
	}
	for _, name := range redrawn[x.countries[c].code] {
		_, core, _ := unitKeys(name)
		n.redrawn[core] = true
	}
	for i := range n.tiers {
		for _, units := range n.tiers[i] {
			slices.Sort(units)
		}
	}
	for _, g := range n.groups {
		slices.Sort(g)
	}
	return n
}

// unitsByCode reads a list of ISO 3166-2 codes; =XXX stands for all units of a country.
func (x *Index) unitsByCode(list string) []Unit {
	var units []Unit
	for _, code := range strings.Fields(list) {
		if country, ok := strings.CutPrefix(code, "="); ok {
			if c, ok := x.byCode[country]; ok {
				units = append(units, x.members[c]...)
			}
			continue
		}
		for u := range x.units {
			if x.units[u].code == code {
				units = append(units, Unit(u))
			}
		}
	}
	return units
}

// variants takes apart names that hold two: "Homs (Hims)" and "Hims, Muhafazat".
func variants(name string) []string {
	var out []string
	if before, rest, ok := strings.Cut(name, "("); ok {
		inner, after, _ := strings.Cut(rest, ")")
		out = append(out, before+" "+after, inner)
	}
	if before, after, ok := strings.Cut(name, ","); ok && !strings.Contains(after, ",") {
		out = append(out, after+" "+before)
	}
	if strings.Contains(name, "/") {
		out = append(out, strings.Split(name, "/")...)
	}
	return out
}

// unitKeys returns the three forms in which a name is looked up; core and skeleton may be empty.
func unitKeys(name string) (key, core, skeleton string) {
	words := strings.Fields(fold(name))
	key = strings.Join(words, "")
	// Generic words stand at either end, with their articles between: Provincia do Uíge, Muhafazat ar Raqqah.
	w := words
	for len(w) > 1 && (generic[w[0]] || particle[w[0]]) {
		w = w[1:]
	}
	for len(w) > 1 && generic[w[len(w)-1]] {
		w = w[:len(w)-1]
	}
	if len(w) == 1 && generic[w[0]] {
		w = words // nothing but generic words: Federal Capital Territory
	}
	core = strings.Join(w, "")
	return key, core, skeletonOf(core)
}

// skeletonOf evens out romanisation: doubled letters, h after a consonant or at the end, and letters that stand for the
// same sound in common systems (ISO 9, BGN, French). Cores of fewer than four letters have none: too many would coincide.
func skeletonOf(core string) string {
	if len(core) < 4 {
		return ""
	}
	s := romanised.Replace(core)
	out := make([]rune, 0, len(s))
	var last rune
	for _, r := range s {
		if r == 'h' && last != 0 && !strings.ContainsRune("aiu", last) {
			continue
		}
		if r != last {
			out = append(out, r)
		}
		last = r
	}
	if n := len(out); n > 0 && out[n-1] == 'h' {
		out = out[:n-1]
	}
	if len(out) < 4 {
		return ""
	}
	return string(out)
}

var romanised = strings.NewReplacer("ou", "u", "oo", "u", "ee", "i", "dj", "j", "ph", "f", "sch", "s", "ck", "k", "qu", "k", "ch", "s",
	"q", "k", "c", "k", "y", "i", "e", "i", "o", "u", "w", "u", "z", "s", "x", "ks")

var generic = wordSet(`
	state province governorate region oblast county district prefecture department republic territory division emirate
	municipality canton autonomous administrative metropolitan capital union regional council special parish commune circle
	city people peoples zone
	wilaya wilayah wilayat muhafaza muhafazat muhafazah mintaqat ostan vilayet viloyati velayat welayaty eyalet
	departamento departement provincia provincie provinz propinsi estado gouvernorat comunidad autonoma distrito distretto
	oblys krai kray respublika raion rayon rayonu rajon gubernia okrug
	il ili ilcesi judet judetul zupanija kraj voivodeship wojewodztwo maakond megye lan fylke land bundesland
	sheng zizhiqu kilil woreda mkoa daerah istimewa changwat tinh khoueng`)

var particle = wordSet(`of de do da dos das du des della del di d la le les los las the al ar as ash ad an at az el es et en er ed`)

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
