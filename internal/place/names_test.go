package place

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func TestFindCountry(t *testing.T) {
	x := World()
	for name, iso3 := range map[string]string{
		"Nigeria": "NGA", "NGA": "NGA", "ng": "NGA", "566": "NGA", "004": "AFG", "4": "AFG",
		"DR Congo (Zaire)": "COD", "Zaire": "COD", "Congo": "COG", "Republic of the Congo": "COG",
		"People's Republic of the Congo": "COG", "Democratic Republic of Congo": "COD", "Congo, Democratic Republic of the": "COD",
		"Russia (Soviet Union)": "RUS", "Russian Federation": "RUS", "Myanmar (Burma)": "MMR", "Yemen (North Yemen)": "YEM",
		"North Yemen": "YEM", "South Yemen": "YEM", "Serbia (Yugoslavia)": "SRB", "Cambodia (Kampuchea)": "KHM",
		"Zimbabwe (Rhodesia)": "ZWE", "Madagascar (Malagasy)": "MDG", "Ivory Coast": "CIV", "Côte d'Ivoire": "CIV",
		"Bosnia-Herzegovina": "BIH", "Kingdom of eSwatini (Swaziland)": "SWZ", "Swaziland": "SWZ", "Rhodesia": "ZWE",
		"East Germany (GDR)": "DEU", "West Germany (FRG)": "DEU", "West Bank and Gaza Strip": "PSE", "Slovak Republic": "SVK",
		"South Vietnam": "VNM", "New Hebrides": "VUT", "Macau": "MAC", "Hong Kong": "HKG", "Northern Ireland": "GBR",
		"Bailiwick of Guernsey": "GGY", "Guadeloupe": "GLP", "Reunion": "REU", "French Guiana": "GUF", "Curacao": "CUW",
		"Cape Verde": "CPV", "East Timor": "TLS", "North Macedonia": "MKD", "Macedonia": "MKD", "Türkiye": "TUR", "turkiye": "TUR",
		"U.S.A.": "USA", "St. Kitts and Nevis": "KNA", "Iran, Islamic Republic of": "IRN", "The Gambia": "GMB",
		"Bolivia (Plurinational State of)": "BOL", "Lao People's Democratic Republic": "LAO", "Viet Nam": "VNM",
		"Korea, Republic of": "KOR", "Korea, North": "PRK", "Deutschland": "DEU", "Сирия": "SYR", "سوريا": "SYR", "Niger": "NER",
		"Guinea": "GIN", "Equatorial Guinea": "GNQ", "Dominica": "DMA", "Georgia": "GEO", "  syria ": "SYR", "Vatican City": "VAT",
		"Wallis and Futuna": "WLF", "Samoa": "WSM", "American Samoa": "ASM", "South Sudan": "SSD", "Sudan": "SDN",
	} {
		c, ok := x.FindCountry(name)
		if !ok || x.ISO3(c) != iso3 {
			t.Errorf("FindCountry(%q) = %s %q %v, want %s", name, x.ISO3(c), x.CountryName(c), ok, iso3)
		}
	}
	for _, name := range []string{"", "  ", "International", "Atlantis", "Soviet Union", "Yugoslavia", "Czechoslovakia", "Korea", "999", "-1", "'"} {
		if c, ok := x.FindCountry(name); ok || c != NoCountry {
			t.Errorf("FindCountry(%q) = %q", name, x.CountryName(c))
		}
	}
}

// Every country is found by its own name and codes.
func TestFindCountryItself(t *testing.T) {
	x := World()
	for i := range x.Countries() {
		c := Country(i)
		for _, name := range []string{x.CountryName(c), x.ISO2(c), x.ISO3(c)} {
			if got, ok := x.FindCountry(name); name != "" && (!ok || got != c) {
				t.Errorf("FindCountry(%q) = %q, want %q", name, x.CountryName(got), x.CountryName(c))
			}
		}
	}
}

func TestFindCountries(t *testing.T) {
	x := World()
	for _, c := range []struct {
		name    string
		year    int
		has     []string
		without []string
	}{
		{"Soviet Union", 0, []string{"Russia", "Ukraine", "Tajikistan", "Estonia", "Georgia"}, []string{"Poland"}},
		{"Yugoslavia", 1991, []string{"Serbia", "Croatia", "Kosovo", "Slovenia"}, []string{"Albania"}},
		{"Serbia-Montenegro", 2004, []string{"Serbia", "Montenegro", "Kosovo"}, []string{"Croatia"}},
		{"Czechoslovakia", 0, []string{"Czechia", "Slovakia"}, nil},
		{"Sudan", 2010, []string{"Sudan", "South Sudan"}, nil},
		{"Sudan", 0, []string{"Sudan", "South Sudan"}, nil},
		{"Sudan", 2014, []string{"Sudan"}, []string{"South Sudan"}},
		{"Ethiopia", 1985, []string{"Ethiopia", "Eritrea"}, nil},
		{"Ethiopia", 2000, []string{"Ethiopia"}, []string{"Eritrea"}},
		{"Indonesia", 1999, []string{"East Timor"}, nil},
		{"Pakistan", 1971, []string{"Bangladesh"}, nil},
		{"Russia (Soviet Union)", 1990, []string{"Russia", "Lithuania"}, nil},
		{"Russia (Soviet Union)", 2004, []string{"Russia"}, []string{"Lithuania", "Ukraine"}},
		{"Somalia", 2015, []string{"Somalia", "Somaliland"}, nil},
		{"United States", 2001, []string{"Puerto Rico", "Guam"}, []string{"Canada"}},
		{"France", 0, []string{"Guadeloupe", "New Caledonia"}, nil},
		{"Israel", 0, []string{"Israel", "Palestine"}, nil},
		{"Palestine", 0, []string{"Palestine"}, []string{"Israel"}},
		{"China", 0, []string{"Hong Kong"}, []string{"Taiwan"}},
	} {
		got := x.FindCountries(c.name, c.year)
		if !slices.IsSorted(got) {
			t.Errorf("FindCountries(%q) is not sorted", c.name)
		}
		for _, name := range c.has {
			if !slices.Contains(got, mustCountry(t, name)) {
				t.Errorf("FindCountries(%q, %d) lacks %s", c.name, c.year, name)
			}
		}
		for _, name := range c.without {
			if slices.Contains(got, mustCountry(t, name)) {
				t.Errorf("FindCountries(%q, %d) has %s", c.name, c.year, name)
			}
		}
	}
	if got := x.FindCountries("Atlantis", 0); got != nil {
		t.Errorf("FindCountries(Atlantis) = %v", got)
	}
	// Every code in the tables means something in the data.
	for _, p := range parts {
		if n := len(x.byCodes(append([]string{p.of}, p.codes...))); n != len(p.codes)+1 {
			t.Errorf("part of %s: %d of %d codes known", p.of, n, len(p.codes)+1)
		}
	}
	for name, codes := range formerStates() {
		if len(x.byCodes(codes)) != len(codes) {
			t.Errorf("%s: not all of %v known", name, codes)
		}
	}
	owner := map[string]string{}
	for code, names := range countryAliases {
		if _, ok := x.byCode[code]; !ok {
			t.Errorf("alias of unknown country %s", code)
		}
		for _, n := range names {
			key := join(fold(n))
			if other, ok := owner[key]; ok && other != code {
				t.Errorf("%q is an alias of %s and %s", n, other, code)
			}
			owner[key] = code
		}
	}
	for code := range capitals {
		if _, ok := x.byCode[code]; !ok {
			t.Errorf("capital of unknown country %s", code)
		}
	}
}

func TestNumbers(t *testing.T) {
	x := World()
	for _, c := range []struct {
		gw, cow int
		name    string
	}{
		{475, 475, "Nigeria"},
		{652, 652, "Syria"},
		{482, 482, "Central African Republic"},
		{626, 626, "South Sudan"},
		{678, 679, "Yemen"},
		{260, 255, "Germany"},
		{340, 345, "Serbia"},
		{490, 490, "Zaire"},
		{41, 41, "Haiti"},
	} {
		want := mustCountry(t, c.name)
		if got := x.ByGW(c.gw, 0); !slices.Contains(got, want) {
			t.Errorf("ByGW(%d) = %v lacks %s", c.gw, got, c.name)
		}
		if got := x.ByCOW(c.cow, 0); !slices.Contains(got, want) {
			t.Errorf("ByCOW(%d) = %v lacks %s", c.cow, got, c.name)
		}
	}
	if got := append(x.ByGW(1, 0), x.ByCOW(-5, 0)...); got != nil {
		t.Errorf("unknown numbers give %v", got)
	}
	for _, m := range []map[int]string{stateNumbers, gleditschWard, correlatesOfWar} {
		for n, code := range m {
			if x.byNumber(code, 0) == nil {
				t.Errorf("number %d: unknown %s", n, code)
			}
		}
	}
}

func TestFindUnits(t *testing.T) {
	x := World()
	for _, c := range []struct {
		country, name string
		want          []string // names in the data; empty = not found
	}{
		{"Nigeria", "Borno state", []string{"Borno"}},
		{"Nigeria", "BORNO", []string{"Borno"}},
		{"Nigeria", "Nasarawa", []string{"Nassarawa"}},
		{"Nigeria", "Abuja", []string{"Federal Capital Territory"}},
		{"Nigeria", "Federal Capital territory", []string{"Federal Capital Territory"}},
		{"Syria", "Damascus", []string{"Damascus"}},
		{"Syria", "Rif Dimashq Governorate", []string{"Rif Dimashq"}},
		{"Syria", "Al Hasakah Governorate", []string{"Hasaka (Al Haksa)"}},
		{"Syria", "Daraa Governorate", []string{"Dar`a"}},
		{"Syria", "Deir-ez-Zor", []string{"Dayr Az Zawr"}},
		{"Central African Republic", "Ouham-Pendé province", []string{"Ouham-Pendé"}},
		{"Central African Republic", "Kemo", []string{"Kémo"}},
		{"Ecuador", "Napo", []string{"Napo"}},
		{"Guyana", "Pomeroon-Supenaam", []string{"Pomeroon-Supenaam"}},
		{"Russia", "Moscow", []string{"Moscow"}},
		{"Pakistan", "Khyber Pakhtunkhwa", []string{"F.A.T.A.", "K.P."}},
		{"Afghanistan", "Parwan", []string{"Parwan", "Parwan"}},
		{"Philippines", "Cebu", []string{"Cebu", "Cebu", "Lapu-Lapu", "Mandaue"}},
		{"United States", "Washington", []string{"Washington"}},
		{"United States", "Puerto Rico", []string{"Puerto Rico"}},
		{"Ukraine", "Crimea", []string{"Crimea"}},
		{"Nepal", "Lumbini", nil}, // redrawn
		{"Nigeria", "Gongola state", nil},
		{"Nigeria", "State", nil},
		{"Nigeria", "", nil},
		{"Syria", "Borno", nil},
	} {
		var got []string
		for _, u := range x.FindUnits(mustCountry(t, c.country), c.name) {
			got = append(got, x.UnitName(u))
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("FindUnits(%s, %q) = %q, want %q", c.country, c.name, got, c.want)
		}
	}
	for country, name := range map[string]string{"United Kingdom": "England", "France": "Bretagne", "Burkina Faso": "Sahel", "Italy": "Puglia"} {
		c := mustCountry(t, country)
		if n := len(x.FindUnits(c, name)); n < 3 {
			t.Errorf("%s has %d units in the data", name, n)
		}
		if u, ok := x.FindUnit(c, name); ok {
			t.Errorf("%s is taken for the unit %s", name, x.UnitName(u))
		}
	}
	if u, ok := x.FindUnit(NoCountry, "Borno"); ok || u != NoUnit {
		t.Error("a unit of no country is found")
	}
	for _, a := range unitAliases {
		if c, ok := x.byCode[a.country]; !ok || len(x.unitsByCode(a.units)) == 0 {
			t.Errorf("alias %v of %d means nothing", a, c)
		}
	}
}

// A unit is found by its own name, alone or with others of exactly that name, unless a table says otherwise.
func TestFindUnitItself(t *testing.T) {
	x := World()
	missed := 0
	for i := range x.Units() {
		u := Unit(i)
		if x.UnitName(u) == "" {
			continue
		}
		if got := x.FindUnits(x.UnitCountry(u), x.UnitName(u)); !slices.Contains(got, u) {
			missed++
			t.Logf("%s in %s gives %v", x.UnitName(u), x.CountryName(x.UnitCountry(u)), got)
		}
	}
	if missed > 20 {
		t.Errorf("%d units are not found by their own names", missed)
	}
}

func FuzzNames(f *testing.F) {
	x := World()
	for _, s := range []string{"Nigeria", "Côte d'Ivoire", "Homs (Hims)", "\xff", "İ", "Muhafazat ar Raqqah,", "((", "a,b,c", "566"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		c, ok := x.FindCountry(name)
		if ok != (c >= 0) {
			t.Fatalf("FindCountry(%q) = %d, %v", name, c, ok)
		}
		if !ok {
			c = 0
		}
		x.FindCountries(name, 1991)
		for _, u := range x.FindUnits(c, name) {
			if u < 0 || int(u) >= x.Units() {
				t.Fatalf("FindUnits(%q) = %d", name, u)
			}
		}
		if fold(fold(name)) != fold(name) {
			t.Fatalf("fold(%q) is not stable: %q, %q", name, fold(name), fold(fold(name)))
		}
	})
}

// Names in plain letters fold as all others do.
func TestFoldPlain(t *testing.T) {
	for c := range byte(utf8.RuneSelf) {
		for _, name := range []string{string(c), "a" + string(c) + "b", "A " + string(c) + " B", string(c) + "X" + string(c)} {
			if plain(name) && foldPlain(name) != foldAny(name) {
				t.Errorf("%q: %q, want %q", name, foldPlain(name), foldAny(name))
			}
		}
	}
}
