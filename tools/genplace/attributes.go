package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

type world struct {
	countries []country
	units     []unit
}

type country struct {
	code      string // Natural Earth ADM0_A3, the key of the country here; not always an ISO code
	iso2      string
	iso3      string
	isoNumber string
	sovereign string // code of the state that Natural Earth names as sovereign
	name      string
	names     []string
}

type unit struct {
	country int
	code    string // ISO 3166-2 where Natural Earth has one
	name    string
	english string
	kind    string   // the English word for the kind of unit: Province, Governorate
	names   []string // other names, from several gazetteers; some of them are wrong
	groups  []string // larger divisions the unit is part of
	lat     float64
	lon     float64
	km2     float64
}

// separate lists territories that have ISO 3166-1 codes of their own and that datasets name as countries, but that Natural
// Earth files under a larger country. Each is found by the unit's geonunit or, where that is empty, by its name.
var separate = []struct {
	from, code, iso2, number, name string
	units                          []string
}{
	{"FRA", "GUF", "GF", "254", "French Guiana", []string{"French Guiana"}},
	{"FRA", "GLP", "GP", "312", "Guadeloupe", []string{"Guadeloupe"}},
	{"FRA", "MTQ", "MQ", "474", "Martinique", []string{"Martinique"}},
	{"FRA", "REU", "RE", "638", "Réunion", []string{"Reunion"}},
	{"FRA", "MYT", "YT", "175", "Mayotte", []string{"Mayotte"}},
	{"NOR", "SJM", "SJ", "744", "Svalbard", []string{"Svalbard"}},
	{"NOR", "BVT", "BV", "074", "Bouvet Island", []string{"Bouvet Island"}},
	{"NLD", "BES", "BQ", "535", "Bonaire, Sint Eustatius and Saba", []string{"Bonaire", "St. Eustatius", "Saba"}},
	{"NZL", "TKL", "TK", "772", "Tokelau", []string{"Tokelau"}},
	{"IOA", "CCK", "CC", "166", "Cocos (Keeling) Islands", []string{"Cocos (Keeling) Islands"}},
	{"IOA", "CXR", "CX", "162", "Christmas Island", []string{"Christmas Island"}},
}

// corrections are units whose name in the source belongs to another unit of the country, which the unit's position, area and
// GeoNames name show. Their alternative names are mixed up as well and are left out.
var corrections = map[[2]string]struct{ name, code string }{
	{"ECU", "Napo"}:                            {"Tungurahua", "EC-T"},
	{"ECU", "Tungurahua"}:                      {"Napo", "EC-N"},
	{"GUY", "Cuyuni-Mazaruni"}:                 {"Pomeroon-Supenaam", "GY-PM"},
	{"GUY", "Demerara-Mahaica"}:                {"Essequibo Islands-West Demerara", "GY-ES"},
	{"GUY", "East Berbice-Corentyne"}:          {"Demerara-Mahaica", "GY-DE"},
	{"GUY", "Essequibo Islands-West Demerara"}: {"Mahaica-Berbice", "GY-MA"},
	{"GUY", "Mahaica-Berbice"}:                 {"East Berbice-Corentyne", "GY-EB"},
	{"GUY", "Pomeroon-Supenaam"}:               {"Cuyuni-Mazaruni", "GY-CU"},
	{"GUY", "Upper Demerara-Berbice"}:          {"Upper Takutu-Upper Essequibo", "GY-UT"},
	{"GUY", "Upper Takutu-Upper Essequibo"}:    {"Upper Demerara-Berbice", "GY-UD"},
	{"RUS", "Moskva"}:                          {"Moscow", "RU-MOW"}, // the codes of city and oblast are exchanged
	{"RUS", "Moskovskaya"}:                     {"Moscow Oblast", "RU-MOS"},
}

// assemble builds the tables of countries and units and the quantised rings of each unit.
func assemble(admin0, admin1 []feature) (world, [][][]vertex, error) {
	var w world
	index := map[string]int{}
	slices.SortStableFunc(admin0, func(a, b feature) int { return cmp.Compare(a.text("ADM0_A3"), b.text("ADM0_A3")) })
	bySovereign := map[string]string{} // SOV_A3 (US1) to ADM0_A3 (USA): the state is the feature named like its sovereign
	for _, f := range admin0 {
		if f.text("ADMIN") == f.text("SOVEREIGNT") || bySovereign[f.text("SOV_A3")] == "" {
			bySovereign[f.text("SOV_A3")] = f.text("ADM0_A3")
		}
	}
	for _, f := range admin0 {
		c := country{
			code: f.text("ADM0_A3"), name: f.text("ADMIN"), sovereign: bySovereign[f.text("SOV_A3")],
			iso2:      f.text("ISO_A2_EH"),
			iso3:      f.text("ISO_A3_EH"),
			isoNumber: f.text("ISO_N3_EH"),
		}
		// Natural Earth repeats the parent's ISO code on minor parts (Clipperton carries FRA): such a part has no code.
		if c.iso3 != "" && c.iso3 != c.code && c.code != "PSX" && c.code != "SAH" && c.code != "SDS" && c.code != "ALD" {
			c.iso2, c.iso3, c.isoNumber = "", "", ""
		}
		c.names = distinct(c.name, f.values("NAME", "NAME_LONG", "FORMAL_EN", "NAME_CIAWF", "BRK_NAME", "NAME_ALT",
			"NAME_SORT", "NAME_EN", "NAME_FR", "FORMAL_FR", "NAME_ES", "NAME_PT", "NAME_DE", "NAME_IT", "NAME_NL", "NAME_PL",
			"NAME_RU", "NAME_UK", "NAME_TR", "NAME_AR", "NAME_FA", "NAME_ID", "NAME_ZH", "NAME_SV", "NAME_HE", "NAME_HU",
			"NAME_VI", "NAME_EL", "NAME_UR", "NAME_HI", "NAME_BN", "NAME_JA", "NAME_KO", "NAME_ZHT"))
		index[c.code] = len(w.countries)
		w.countries = append(w.countries, c)
	}
	for _, s := range separate {
		index[s.code] = len(w.countries)
		w.countries = append(w.countries, country{
			code: s.code, iso2: s.iso2, iso3: s.code, isoNumber: s.number,
			sovereign: w.countries[index[s.from]].sovereign, name: s.name,
		})
	}
	slices.SortStableFunc(admin1, func(a, b feature) int {
		return cmp.Or(cmp.Compare(a.text("adm0_a3"), b.text("adm0_a3")), cmp.Compare(a.text("name"), b.text("name")),
			cmp.Compare(a.text("adm1_code"), b.text("adm1_code")))
	})
	var rings [][][]vertex
	for _, f := range admin1 {
		c, ok := index[f.text("adm0_a3")]
		if !ok {
			return w, nil, fmt.Errorf("unit %s names an unknown country %s", f.text("name"), f.text("adm0_a3"))
		}
		for _, s := range separate {
			if s.from == f.text("adm0_a3") && (slices.Contains(s.units, f.text("geonunit")) || slices.Contains(s.units, f.text("name"))) {
				c = index[s.code]
			}
		}
		u := unit{
			country: c, code: f.text("iso_3166_2"), name: firstOf(f.text("name"), f.text("name_en")), english: f.text("name_en"),
			kind: f.text("type_en"),
		}
		if strings.HasSuffix(u.code, "~") {
			u.code = "" // Natural Earth's own, where ISO has none
		}
		u.names = distinct(u.name, f.values("name_alt", "name_local", "woe_name", "gn_name", "gns_name", "name_fr",
			"name_es", "name_pt", "name_de", "name_tr", "name_id", "name_ru", "name_uk", "name_ar", "name_fa"))
		if right, ok := corrections[[2]string{f.text("adm0_a3"), f.text("name")}]; ok {
			u.name, u.english, u.code, u.names = right.name, right.name, right.code, nil
		}
		if g := f.text("geonunit"); g != "" && g != w.countries[c].name && g != f.text("admin") {
			u.groups = append(u.groups, g)
		}
		u.groups = distinct("", append(u.groups, f.values("region", "region_sub")...))
		q := quantise(f.rings)
		if len(q) == 0 {
			continue // smaller than one step
		}
		u.lat, u.lon, u.km2 = measure(q)
		w.units = append(w.units, u)
		rings = append(rings, q)
	}
	return w.compact(), rings, nil
}

// compact drops countries without a unit: rocks and no man's lands (Bir Tawil, the buffer zone of Cyprus) that the
// admin-1 layer gives to a neighbour, and the parents that separate has taken apart.
func (w world) compact() world {
	out := world{units: w.units}
	renumbered := map[int]int{}
	for i, c := range w.countries {
		if slices.ContainsFunc(w.units, func(u unit) bool { return u.country == i }) {
			renumbered[i] = len(out.countries)
			out.countries = append(out.countries, c)
		}
	}
	for i := range out.units {
		out.units[i].country = renumbered[out.units[i].country]
	}
	return out
}

// values reads attributes; Natural Earth separates alternatives within one by a bar.
func (f feature) values(keys ...string) []string {
	var out []string
	for _, k := range keys {
		for v := range strings.SplitSeq(f.text(k), "|") {
			out = append(out, strings.TrimSpace(v))
		}
	}
	return out
}

// distinct drops empty values, repeats and the main name, keeping the order.
func distinct(main string, list []string) []string {
	var out []string
	for _, s := range list {
		if s != "" && s != main && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
