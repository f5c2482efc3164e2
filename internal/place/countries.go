package place

import (
	"slices"
	"strconv"
	"strings"
)

// FindCountry returns the present country or territory with this name: usual, long and formal names in some thirty
// languages, ISO 3166-1 codes (two or three letters, or the number as text), and the names that ACLED, UCDP GED, GTD, SCAD
// and ISO use. Case, diacritics and punctuation do not matter. A state that fell apart (Soviet Union, Yugoslavia) is not a
// present country and is found by [Index.FindCountries] only. It never guesses: a name that could be two countries is not
// found.
//
// A number is read as an ISO number; the country codes of GTD and of the state system lists are other numbers, see
// [Index.ByGW].
func (x *Index) FindCountry(name string) (Country, bool) {
	names := x.countryNames.get(x.indexCountries)
	key := fold(name)
	if key == "" {
		return NoCountry, false
	}
	if n, err := strconv.Atoi(key); err == nil {
		for c := range x.countries {
			if m, err := strconv.Atoi(x.countries[c].isoNumber); err == nil && m == n {
				return Country(c), true
			}
		}
		return NoCountry, false
	}
	for _, k := range countryKeys(name) {
		if c, ok := names[k]; ok {
			return c, c >= 0
		}
	}
	return NoCountry, false
}

// countryKeys returns the spellings under which a country name is looked up, the closest first.
func countryKeys(name string) []string {
	keys := []string{join(fold(name))}
	if before, after, ok := strings.Cut(name, ","); ok { // Iran, Islamic Republic of
		keys = append(keys, join(fold(after+" "+before)))
	}
	if s, ok := strings.CutPrefix(fold(name), "the "); ok {
		keys = append(keys, join(s))
	}
	return keys
}

// indexCountries maps keys to countries; a key that two countries share equally maps to NoCountry.
func (x *Index) indexCountries() map[string]Country {
	main := map[string]Country{}
	set := func(m map[string]Country, c Country, name string) {
		for _, k := range countryKeys(name) {
			before, taken := m[k]
			if k == "" {
				continue
			}
			m[k] = c
			if taken && before != c {
				m[k] = NoCountry
			}
		}
	}
	// Codes and our own list come first, then the main names, then other languages: each only fills what is free.
	for c := range x.countries {
		for _, code := range []string{x.countries[c].iso2, x.countries[c].iso3} {
			if code != "" {
				set(main, Country(c), code)
			}
		}
	}
	for code, names := range countryAliases {
		if c, ok := x.byCode[code]; ok {
			for _, n := range names {
				main[join(fold(n))] = c
			}
		}
	}
	fill := func(names func(*country) []string) {
		next := map[string]Country{}
		for c := range x.countries {
			for _, n := range names(&x.countries[c]) {
				set(next, Country(c), n)
			}
		}
		for k, c := range next {
			if _, ok := main[k]; !ok {
				main[k] = c
			}
		}
	}
	fill(func(c *country) []string { return []string{c.name} })
	fill(func(c *country) []string { return c.names })
	for k := range formerStates() {
		delete(main, k) // SU, YU and their like belong to no present country
	}
	return main
}

// FindCountries returns the countries in which a point may lie that a dataset places in the named country, sorted; nil if
// the name is unknown. That is the country itself and
//   - territories that Natural Earth counts to the same sovereign (Puerto Rico, Greenland, Hong Kong, French Guiana) and,
//     for Israel, Palestine: GED and GTD file events there under the state;
//   - parts drawn by themselves that datasets file under the state: Somaliland under Somalia, Northern Cyprus and the
//     British bases under Cyprus, Baykonur under Kazakhstan;
//   - the successors of a state that fell apart: the fifteen of the Soviet Union, the seven of Yugoslavia;
//   - what broke away later: South Sudan under Sudan, Eritrea under Ethiopia, Timor-Leste under Indonesia.
//
// year is that of the event, or 0 if it is not known. With a year, what broke away is included only up to the year in
// which it did; without one it always is, because files mix events from before and after and a wrong alarm is worse than a
// missed one. The same holds for Sudan: a point in South Sudan is right before July 2011 and wrong after.
func (x *Index) FindCountries(name string, year int) []Country {
	if codes, ok := formerStates()[join(fold(name))]; ok {
		return x.former(codes, year)
	}
	c, ok := x.FindCountry(name)
	if !ok {
		return nil
	}
	return x.extend(c, year)
}

// extend returns c with all that datasets file under it.
func (x *Index) extend(c Country, year int) []Country {
	list := []Country{c}
	code := x.countries[c].code
	for d := range x.countries {
		if x.countries[d].sovereign == code {
			list = append(list, Country(d))
		}
	}
	for _, p := range parts {
		if p.of == code && (p.until == 0 || year == 0 || year <= p.until) {
			list = append(list, x.byCodes(p.codes)...)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func (x *Index) former(codes []string, year int) []Country {
	var list []Country
	for _, c := range x.byCodes(codes) {
		list = append(list, x.extend(c, year)...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func (x *Index) byCodes(codes []string) []Country {
	var list []Country
	for _, code := range codes {
		if c, ok := x.byCode[code]; ok {
			list = append(list, c)
		}
	}
	return list
}
