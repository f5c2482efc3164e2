package place

// unitAliases are names of divisions that datasets use and the boundary data does not have, by country and by the units
// that make them up: ISO 3166-2 codes, or =XXX for all units of a country or territory. Several units stand for a division
// that the map shows as parts, one unit also for a part of it (Shan-North), since a point outside the whole is outside the
// part.
var unitAliases = []struct {
	country string
	units   string
	names   []string
}{
	{"BLR", "BY-HM", []string{"Minsk City"}},
	{"CHN", "=HKG", []string{"Hong Kong"}},
	{"CHN", "=MAC", []string{"Macau", "Macao"}},
	{"COL", "CO-CUN", []string{"Bogotá, D.C.", "Bogotá Distrito Capital"}},
	{"CYP", "=CYN", []string{"Kyrenia", "Northern Cyprus"}},
	{"CYP", "=ESB =WSB", []string{"British Sovereign Base Area"}},
	{"ESP", "ES-A ES-CS ES-V", []string{"Valencia", "Comunitat Valenciana"}},
	{"ETH", "ET-BE", []string{"Benishangul-Gumuz"}},
	{"ETH", "ET-SN", []string{"SNNP", "SNNPR"}},
	{"IND", "IN-JK IN-LA", []string{"Jammu and Kashmir"}}, // one state until 2019
	{"IRQ", "IQ-NI", []string{"Ninewa", "Nineveh", "Ninawa"}},
	{"IRQ", "IQ-SD", []string{"Salah al-Din"}},
	{"MEX", "MX-DIF", []string{"Ciudad de México", "Mexico City"}},
	{"MMR", "MM-02", []string{"Bago-East", "Bago-West"}},
	{"MMR", "MM-17", []string{"Shan-East", "Shan-North", "Shan-South"}},
	{"NOR", "NO-01 NO-02 NO-06", []string{"Viken"}}, // 2020 to 2023, as the next four
	{"NOR", "NO-07 NO-08", []string{"Vestfold og Telemark"}},
	{"NOR", "NO-09 NO-10", []string{"Agder"}},
	{"NOR", "NO-12 NO-14", []string{"Vestland"}},
	{"NOR", "NO-16 NO-17", []string{"Trøndelag"}},
	{"PAK", "PK-GB", []string{"Gilgit-Baltistan"}},
	{"PAK", "PK-IS", []string{"Islamabad", "Islamabad Capital Territory"}},
	{"PAK", "PK-KP", []string{"North-West Frontier Province", "NWFP"}},
	{"PAK", "PK-KP PK-TA", []string{"Khyber Pakhtunkhwa"}}, // merged in 2018
	{"PAK", "PK-TA", []string{"FATA", "Federally Administered Tribal Areas"}},
	{"SDN", "SD-DW", []string{"West Darfur"}},
	{"SOM", "SO-GA", []string{"Galgaduud", "Galgadud"}},
	{"SOM", "SO-JD", []string{"Middle Juba"}},
	{"SOM", "SO-JH", []string{"Lower Juba"}},
	{"SOM", "SO-SD", []string{"Middle Shabelle"}},
	{"SOM", "SO-SH", []string{"Lower Shabelle"}},
	{"SYR", "SY-RD", []string{"Rural Damascus"}},
	{"UKR", "UA-30", []string{"Kyiv City"}},
	{"UKR", "UA-30 UA-32", []string{"Kyiv", "Kiev"}},
	{"UKR", "UA-40", []string{"Sevastopol"}},
	{"UKR", "UA-43", []string{"Crimea", "Autonomous Republic of Crimea"}},
	{"USA", "=PRI", []string{"Puerto Rico"}},
	{"USA", "=VIR", []string{"U.S. Virgin Islands", "Virgin Islands"}},
	{"UZB", "UZ-TK", []string{"Tashkent City"}},
}

// groupAliases are usual names of larger divisions that the boundary data spells in another way.
var groupAliases = map[string]map[string][]string{
	"BEL": {"Flemish": {"Vlaanderen", "Flanders"}, "Walloon": {"Wallonie", "Wallonia"}, "Capital Region": {"Brussels"}},
	"BIH": {"Federacija Bosna i Hercegovina": {"Federation of Bosnia and Herzegovina"}, "Repuplika Srpska": {"Republika Srpska"}},
	"ESP": {"Canary Is.": {"Canarias"}, "País Vasco": {"Basque Country"}, "Cataluña": {"Catalonia"}, "Foral de Navarra": {"Navarra"}},
	"ITA": {
		"Apulia": {"Puglia"}, "Sicily": {"Sicilia"}, "Sardegna": {"Sardinia"}, "Toscana": {"Tuscany"}, "Lombardia": {"Lombardy"},
		"Piemonte": {"Piedmont"},
	},
	"LKA": {
		"Basnāhira paḷāta": {"Western"}, "Madhyama paḷāta": {"Central"}, "Dakuṇu paḷāta": {"Southern"},
		"Uturu paḷāta": {"Northern"}, "Næ̆gĕnahira paḷāta": {"Eastern"}, "Vayamba paḷāta": {"North Western"},
		"Uturumæ̆da paḷāta": {"North Central"}, "Ūva paḷāta": {"Uva"}, "Sabaragamuva paḷāta": {"Sabaragamuwa"},
	},
	"PHL": {
		"Dinagat Islands (Region XIII)":               {"Caraga"},
		"Autonomous Region in Muslim Mindanao (ARMM)": {"Bangsamoro Autonomous Region in Muslim Mindanao", "BARMM"},
	},
}

// redrawn are names that moved to another area: the boundary data has the old one, so that they are not found.
var redrawn = map[string][]string{
	"CIV": {"Comoé"},                         // districts of 2011
	"NPL": {"Gandaki", "Karnali", "Lumbini"}, // zones until 2015, provinces since
}
