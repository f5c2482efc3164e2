package place

import (
	"strings"
	"sync"
)

// The codes in this file are Natural Earth's: mostly ISO 3166-1 alpha-3, but SDS South Sudan, KOS Kosovo, PSX Palestine,
// SAH Western Sahara, CYN Northern Cyprus, SOL Somaliland, KAS Siachen, KAB Baykonur, USG Guantanamo, WSB and ESB the
// British bases on Cyprus.

const (
	soviet   = "ARM AZE BLR EST GEO KAZ KGZ LTU LVA MDA RUS TJK TKM UKR UZB"
	yugoslav = "BIH HRV KOS MKD MNE SRB SVN"
)

// former are states that left more than one successor, by the names that datasets and codes use.
var former = []struct {
	names []string
	codes string
}{
	{[]string{"Soviet Union", "USSR", "U.S.S.R.", "Union of Soviet Socialist Republics", "SUN"}, soviet},
	{[]string{"Yugoslavia", "SFR Yugoslavia", "Socialist Federal Republic of Yugoslavia", "YUG"}, yugoslav},
	{[]string{
		"Serbia-Montenegro", "Serbia and Montenegro", "Serbia & Montenegro", "State Union of Serbia and Montenegro",
		"Federal Republic of Yugoslavia", "FR Yugoslavia", "Yugoslavia (Serbia and Montenegro)", "SCG",
	}, "KOS MNE SRB"},
	{[]string{"Czechoslovakia", "Czecho-Slovakia", "CSK"}, "CZE SVK"},
	{[]string{"Netherlands Antilles", "ANT"}, "BES CUW SXM"},
	{[]string{"United Arab Republic"}, "EGY SYR"},
	{[]string{"Federation of Rhodesia and Nyasaland"}, "MWI ZMB ZWE"},
	{[]string{"French Indochina", "Indochina"}, "KHM LAO VNM"},
	{[]string{"Ruanda-Urundi"}, "BDI RWA"},
	{[]string{"Channel Islands"}, "GGY JEY"},
	{[]string{"Korea"}, "KOR PRK"},
}

// parts are territories that datasets file under another country, for ever or up to a year.
var parts = []struct {
	of    string
	codes []string
	until int // the last year; 0 = for ever
}{
	{"CUB", []string{"USG"}, 0},
	{"CYP", []string{"CYN", "ESB", "WSB"}, 0},
	{"ETH", []string{"ERI"}, 1993},
	{"GBR", []string{"ESB", "WSB"}, 0},
	{"IDN", []string{"TLS"}, 2002},
	{"IND", []string{"KAS"}, 0},
	{"ISR", []string{"PSX"}, 0},
	{"ISR", []string{"EGY"}, 1982}, // Sinai, until April 1982
	{"JOR", []string{"PSX"}, 1988}, // Jordan gave up its claim to the West Bank in July 1988
	{"KAZ", []string{"KAB"}, 0},
	{"MYS", []string{"SGP"}, 1965},
	{"PAK", []string{"BGD"}, 1971},
	{"PAK", []string{"KAS"}, 0},
	{"RUS", strings.Fields(soviet), 1991},
	{"SDN", []string{"SDS"}, 2011},
	{"SOM", []string{"SOL"}, 0},
	{"SRB", []string{"KOS"}, 2008},
	{"SRB", []string{"MNE"}, 2006},
	{"SRB", strings.Fields(yugoslav), 1992},
	{"ZAF", []string{"NAM"}, 1990},
}

// formerStates maps the folded names of former to codes.
var formerStates = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, f := range former {
		for _, n := range f.names {
			m[join(fold(n))] = strings.Fields(f.codes)
		}
	}
	return m
})

// countryAliases are names that the boundary data does not have: what datasets, ISO and older maps call a country. They
// come before the names in the data.
var countryAliases = map[string][]string{
	"AUS": {"Commonwealth of Australia"},
	"BFA": {"Upper Volta", "Burkina"},
	"BGD": {"East Pakistan"},
	"BHS": {"Bahamas, The"},
	"BIH": {"Bosnia-Herzegovina", "Bosnia & Herzegovina", "Bosnia", "BiH"},
	"BLZ": {"British Honduras"},
	"BLR": {"Byelorussia", "Belorussia", "Byelarus"},
	"BOL": {"Bolivia (Plurinational State of)"},
	"BRN": {"Brunei Darussalam"},
	"BWA": {"Bechuanaland"},
	"CAF": {"Central African Empire", "Centrafrique", "CAR", "C.A.R."},
	"CIV": {"Cote d'Ivoire", "Côte d'Ivoire (Ivory Coast)", "Ivory Coast (Cote d'Ivoire)"},
	"COD": {
		"DR Congo (Zaire)", "Zaire", "DR Congo", "DRC", "D.R. Congo", "Democratic Republic of Congo", "Congo-Kinshasa",
		"Congo (Kinshasa)", "Congo, DRC", "Congo, Democratic Republic of (Zaire)", "Congo (Democratic Republic of the)", "Dem. Rep. Congo",
		"Democratic Republic of the Congo (Zaire)", "Belgian Congo", "Congo/Zaire",
	},
	"COG": {
		"Congo", "Congo-Brazzaville", "Congo (Brazzaville)", "Republic of Congo", "Congo, Republic of",
		"Congo, Rep.", "People's Republic of the Congo", "Peoples Republic of the Congo", "Congo, People's Republic of",
	},
	"CPV": {"Cape Verde", "Cabo Verde"},
	"CUW": {"Curacao"},
	"CYP": {"Republic of Cyprus"},
	"CZE": {"Czech Republic", "Czechia"},
	"DEU": {
		"East Germany (GDR)", "East Germany", "GDR", "German Democratic Republic", "West Germany (FRG)", "West Germany", "FRG",
		"German Federal Republic", "Germany (West)", "Germany (East)", "Federal Republic of Germany",
	},
	"DJI": {"French Somaliland", "French Territory of the Afars and the Issas"},
	"DOM": {"Dominican Rep.", "Dominican Rep"},
	"EGY": {"Arab Republic of Egypt"},
	"FLK": {"Falkland Islands", "Falkland Islands (Malvinas)", "Malvinas"},
	"FSM": {"Micronesia", "Micronesia (Federated States of)"},
	"GBR": {"United Kingdom", "UK", "U.K.", "Great Britain", "Britain", "Northern Ireland", "England", "Scotland", "Wales"},
	"GGY": {"Bailiwick of Guernsey"},
	"GHA": {"Gold Coast"},
	"GMB": {"Gambia", "Gambia, The"},
	"GNB": {"Guinea Bissau", "Portuguese Guinea"},
	"GNQ": {"Spanish Guinea"},
	"GUY": {"British Guiana"},
	"HKG": {"Hong Kong"},
	"IDN": {"Dutch East Indies"},
	"IRL": {"Ireland", "Eire", "Republic of Ireland"},
	"IRN": {"Persia", "Iran (Islamic Republic of)"},
	"JEY": {"Bailiwick of Jersey"},
	"KGZ": {"Kirghizia", "Kyrgyz Republic", "Kirgizstan"},
	"KHM": {"Cambodia (Kampuchea)", "Kampuchea", "Khmer Republic", "Democratic Kampuchea"},
	"KNA": {"St. Kitts and Nevis", "Saint Kitts-Nevis"},
	"KOR": {"South Korea", "Korea, South", "Korea (South)", "Korea, Republic of", "ROK"},
	"KOS": {"XKX", "XKO", "Kosovo (under UNSCR 1244)"},
	"LAO": {"Laos", "Lao PDR", "Lao People's Democratic Republic"},
	"LBY": {"Libya", "Libyan Arab Jamahiriya"},
	"LCA": {"St. Lucia"},
	"LKA": {"Ceylon", "Sri Lanka (Ceylon)"},
	"LSO": {"Basutoland"},
	"MAC": {"Macau", "Macao"},
	"MDA": {"Moldavia", "Moldova, Republic of"},
	"MDG": {"Madagascar (Malagasy)", "Malagasy", "Malagasy Republic"},
	"MKD": {
		"Macedonia", "Macedonia, FYR", "FYR Macedonia", "FYROM", "Macedonia (FYROM)", "Macedonia, FYRO",
		"Former Yugoslav Republic of Macedonia", "Macedonia (Former Yugoslav Republic of)",
	},
	"MLI": {"French Sudan"},
	"MMR": {"Myanmar (Burma)", "Burma", "Burma/Myanmar", "Myanmar/Burma"},
	"MWI": {"Nyasaland"},
	"NAM": {"South West Africa", "South-West Africa"},
	"PNG": {"Papua-New Guinea"},
	"PRK": {
		"North Korea", "Korea, North", "Korea (North)", "DPRK", "Korea (Democratic People's Republic of)",
		"Korea, People's Republic of", "Democratic People's Republic of Korea",
	},
	"PSX": {
		"Palestine", "State of Palestine", "West Bank and Gaza Strip", "West Bank and Gaza", "West Bank", "Gaza Strip", "Gaza",
		"Palestinian Territory", "Palestinian Territories", "Occupied Palestinian Territory", "oPt", "Palestine, State of",
		"Palestinian Territory, Occupied",
	},
	"ROU": {"Rumania", "Roumania"},
	"RUS": {"Russia", "Russia (Soviet Union)", "Russian Federation"},
	"SAH": {"Western Sahara", "Spanish Sahara"},
	"SDS": {"South Sudan", "Republic of South Sudan"},
	"SHN": {"Saint Helena, Ascension and Tristan da Cunha"},
	"SJM": {"Svalbard and Jan Mayen"},
	"SRB": {"Serbia (Yugoslavia)", "Republic of Serbia"},
	"STP": {"Sao Tome and Principe", "Sao Tome & Principe"},
	"SUR": {"Dutch Guiana", "Surinam"},
	"SVK": {"Slovak Republic", "Slovakia"},
	"SWZ": {"Swaziland", "eSwatini", "Kingdom of eSwatini (Swaziland)", "Swaziland (Eswatini)", "Eswatini (Swaziland)"},
	"SYR": {"Syria", "Syrian Arab Republic"},
	"THA": {"Siam"},
	"TLS": {"East Timor", "Timor Leste", "Portuguese Timor", "Timor-Leste (East Timor)"},
	"TTO": {"Trinidad & Tobago"},
	"TUR": {"Turkey", "Türkiye", "Turkey (Ottoman Empire)"},
	"TWN": {"Taiwan", "Formosa", "Taiwan, Province of China", "Chinese Taipei"},
	"TZA": {"Tanzania", "Tanganyika", "Zanzibar", "Tanzania/Tanganyika", "Tanzania, United Republic of"},
	"USA": {"United States", "United States of America", "USA", "U.S.A.", "US", "U.S."},
	"VAT": {"Vatican City", "Holy See", "Vatican"},
	"VCT": {"St. Vincent and the Grenadines"},
	"VIR": {"Virgin Islands (U.S.)", "U.S. Virgin Islands", "US Virgin Islands"},
	"VNM": {
		"Vietnam", "Viet Nam", "Vietnam (North Vietnam)", "South Vietnam", "North Vietnam", "Vietnam, Democratic Republic of",
		"Vietnam, Republic of", "Republic of Vietnam",
	},
	"VUT": {"New Hebrides"},
	"WSM": {"Western Samoa"},
	"YEM": {
		"Yemen", "Yemen (North Yemen)", "North Yemen", "South Yemen", "Yemen Arab Republic", "Yemen People's Republic",
		"People's Democratic Republic of Yemen", "Yemen, People's Republic of", "Yemen (Arab Republic of Yemen)",
	},
	"ZMB": {"Northern Rhodesia"},
	"ZWE": {"Zimbabwe (Rhodesia)", "Rhodesia", "Southern Rhodesia"},
}
