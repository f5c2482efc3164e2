package place

// Capital returns the capital of a state: its usual English name and the position of the city in degrees, to two decimals;
// ok is false where the table has none (dependent territories). Where constitution and seat of government differ, or the
// capital is not recognised by all, it is the city that datasets treat as the capital (La Paz, Pretoria, Jerusalem,
// Ramallah); an entry says nothing about status.
func (x *Index) Capital(c Country) (name string, lat, lon float64, ok bool) {
	p, ok := capitals[x.country(c).code]
	return p.name, p.lat, p.lon, ok
}

// capitals are by Natural Earth code; positions from general reference maps.
var capitals = map[string]struct {
	name     string
	lat, lon float64
}{
	"AFG": {"Kabul", 34.52, 69.18}, "AGO": {"Luanda", -8.84, 13.24}, "ALB": {"Tirana", 41.33, 19.82},
	"AND": {"Andorra la Vella", 42.51, 1.52}, "ARE": {"Abu Dhabi", 24.47, 54.37}, "ARG": {"Buenos Aires", -34.61, -58.38},
	"ARM": {"Yerevan", 40.18, 44.51}, "ATG": {"Saint John's", 17.12, -61.84}, "AUS": {"Canberra", -35.28, 149.13},
	"AUT": {"Vienna", 48.21, 16.37}, "AZE": {"Baku", 40.4, 49.87}, "BDI": {"Gitega", -3.43, 29.93},
	"BEL": {"Brussels", 50.85, 4.35}, "BEN": {"Porto-Novo", 6.5, 2.61}, "BFA": {"Ouagadougou", 12.37, -1.53},
	"BGD": {"Dhaka", 23.72, 90.41}, "BGR": {"Sofia", 42.7, 23.32}, "BHR": {"Manama", 26.22, 50.58},
	"BHS": {"Nassau", 25.06, -77.34}, "BIH": {"Sarajevo", 43.85, 18.38}, "BLR": {"Minsk", 53.9, 27.57},
	"BLZ": {"Belmopan", 17.25, -88.77}, "BOL": {"La Paz", -16.5, -68.15}, "BRA": {"Brasília", -15.79, -47.89},
	"BRB": {"Bridgetown", 13.1, -59.61}, "BRN": {"Bandar Seri Begawan", 4.89, 114.94}, "BTN": {"Thimphu", 27.47, 89.64},
	"BWA": {"Gaborone", -24.65, 25.91}, "CAF": {"Bangui", 4.37, 18.56}, "CAN": {"Ottawa", 45.42, -75.7},
	"CHE": {"Bern", 46.95, 7.45}, "CHL": {"Santiago", -33.45, -70.67}, "CHN": {"Beijing", 39.91, 116.39},
	"CIV": {"Yamoussoukro", 6.82, -5.28}, "CMR": {"Yaoundé", 3.87, 11.52}, "COD": {"Kinshasa", -4.33, 15.31},
	"COG": {"Brazzaville", -4.27, 15.27}, "COL": {"Bogotá", 4.61, -74.08}, "COM": {"Moroni", -11.7, 43.26},
	"CPV": {"Praia", 14.92, -23.51}, "CRI": {"San José", 9.93, -84.08}, "CUB": {"Havana", 23.13, -82.38},
	"CYP": {"Nicosia", 35.17, 33.36}, "CZE": {"Prague", 50.09, 14.42}, "DEU": {"Berlin", 52.52, 13.41},
	"DJI": {"Djibouti", 11.58, 43.14}, "DMA": {"Roseau", 15.3, -61.39}, "DNK": {"Copenhagen", 55.68, 12.57},
	"DOM": {"Santo Domingo", 18.48, -69.9}, "DZA": {"Algiers", 36.75, 3.06}, "ECU": {"Quito", -0.22, -78.51},
	"EGY": {"Cairo", 30.05, 31.24}, "ERI": {"Asmara", 15.33, 38.93}, "ESP": {"Madrid", 40.42, -3.7},
	"EST": {"Tallinn", 59.44, 24.75}, "ETH": {"Addis Ababa", 9.02, 38.75}, "FIN": {"Helsinki", 60.17, 24.94},
	"FJI": {"Suva", -18.14, 178.44}, "FRA": {"Paris", 48.86, 2.35}, "FSM": {"Palikir", 6.92, 158.16},
	"GAB": {"Libreville", 0.39, 9.45}, "GBR": {"London", 51.51, -0.13}, "GEO": {"Tbilisi", 41.72, 44.79},
	"GHA": {"Accra", 5.56, -0.2}, "GIN": {"Conakry", 9.54, -13.68}, "GMB": {"Banjul", 13.45, -16.58},
	"GNB": {"Bissau", 11.86, -15.58}, "GNQ": {"Malabo", 3.75, 8.78}, "GRC": {"Athens", 37.98, 23.73},
	"GRD": {"Saint George's", 12.05, -61.75}, "GTM": {"Guatemala City", 14.64, -90.51}, "GUY": {"Georgetown", 6.8, -58.16},
	"HND": {"Tegucigalpa", 14.08, -87.21}, "HRV": {"Zagreb", 45.81, 15.98}, "HTI": {"Port-au-Prince", 18.54, -72.34},
	"HUN": {"Budapest", 47.5, 19.04}, "IDN": {"Jakarta", -6.21, 106.85}, "IND": {"New Delhi", 28.61, 77.21},
	"IRL": {"Dublin", 53.35, -6.26}, "IRN": {"Tehran", 35.69, 51.42}, "IRQ": {"Baghdad", 33.34, 44.4},
	"ISL": {"Reykjavík", 64.14, -21.9}, "ISR": {"Jerusalem", 31.77, 35.22}, "ITA": {"Rome", 41.89, 12.48},
	"JAM": {"Kingston", 18.0, -76.79}, "JOR": {"Amman", 31.95, 35.93}, "JPN": {"Tokyo", 35.69, 139.69},
	"KAZ": {"Astana", 51.17, 71.43}, "KEN": {"Nairobi", -1.28, 36.82}, "KGZ": {"Bishkek", 42.87, 74.59},
	"KHM": {"Phnom Penh", 11.56, 104.92}, "KIR": {"South Tarawa", 1.33, 172.98}, "KNA": {"Basseterre", 17.3, -62.73},
	"KOR": {"Seoul", 37.57, 126.98}, "KOS": {"Pristina", 42.67, 21.17}, "KWT": {"Kuwait City", 29.37, 47.98},
	"LAO": {"Vientiane", 17.97, 102.6}, "LBN": {"Beirut", 33.89, 35.5}, "LBR": {"Monrovia", 6.3, -10.8},
	"LBY": {"Tripoli", 32.88, 13.19}, "LCA": {"Castries", 14.01, -60.99}, "LIE": {"Vaduz", 47.14, 9.52},
	"LKA": {"Colombo", 6.93, 79.85}, "LSO": {"Maseru", -29.32, 27.48}, "LTU": {"Vilnius", 54.69, 25.28},
	"LUX": {"Luxembourg", 49.61, 6.13}, "LVA": {"Riga", 56.95, 24.11}, "MAR": {"Rabat", 34.01, -6.83},
	"MCO": {"Monaco", 43.73, 7.42}, "MDA": {"Chișinău", 47.01, 28.86}, "MDG": {"Antananarivo", -18.91, 47.54},
	"MDV": {"Malé", 4.18, 73.51}, "MEX": {"Mexico City", 19.43, -99.13}, "MHL": {"Majuro", 7.09, 171.38},
	"MKD": {"Skopje", 42.0, 21.43}, "MLI": {"Bamako", 12.65, -8.0}, "MLT": {"Valletta", 35.9, 14.51},
	"MMR": {"Naypyidaw", 19.75, 96.13}, "MNE": {"Podgorica", 42.44, 19.26}, "MNG": {"Ulaanbaatar", 47.91, 106.88},
	"MOZ": {"Maputo", -25.97, 32.58}, "MRT": {"Nouakchott", 18.09, -15.98}, "MUS": {"Port Louis", -20.16, 57.5},
	"MWI": {"Lilongwe", -13.97, 33.79}, "MYS": {"Kuala Lumpur", 3.14, 101.69}, "NAM": {"Windhoek", -22.56, 17.08},
	"NER": {"Niamey", 13.51, 2.11}, "NGA": {"Abuja", 9.06, 7.49}, "NIC": {"Managua", 12.15, -86.27},
	"NLD": {"Amsterdam", 52.37, 4.89}, "NOR": {"Oslo", 59.91, 10.75}, "NPL": {"Kathmandu", 27.71, 85.32},
	"NRU": {"Yaren", -0.55, 166.92}, "NZL": {"Wellington", -41.29, 174.78}, "OMN": {"Muscat", 23.58, 58.4},
	"PAK": {"Islamabad", 33.72, 73.06}, "PAN": {"Panama City", 8.98, -79.52}, "PER": {"Lima", -12.05, -77.04},
	"PHL": {"Manila", 14.6, 120.98}, "PLW": {"Ngerulmud", 7.5, 134.62}, "PNG": {"Port Moresby", -9.46, 147.18},
	"POL": {"Warsaw", 52.23, 21.01}, "PRK": {"Pyongyang", 39.03, 125.75}, "PRT": {"Lisbon", 38.72, -9.14},
	"PRY": {"Asunción", -25.29, -57.63}, "PSX": {"Ramallah", 31.9, 35.2}, "QAT": {"Doha", 25.29, 51.53},
	"ROU": {"Bucharest", 44.43, 26.1}, "RUS": {"Moscow", 55.75, 37.62}, "RWA": {"Kigali", -1.95, 30.06},
	"SAU": {"Riyadh", 24.69, 46.72}, "SDN": {"Khartoum", 15.6, 32.53}, "SDS": {"Juba", 4.85, 31.6},
	"SEN": {"Dakar", 14.69, -17.44}, "SGP": {"Singapore", 1.29, 103.85}, "SLB": {"Honiara", -9.43, 159.95},
	"SLE": {"Freetown", 8.48, -13.23}, "SLV": {"San Salvador", 13.69, -89.19}, "SMR": {"San Marino", 43.94, 12.45},
	"SOL": {"Hargeisa", 9.56, 44.06}, "SOM": {"Mogadishu", 2.04, 45.34}, "SRB": {"Belgrade", 44.82, 20.46},
	"STP": {"São Tomé", 0.34, 6.73}, "SUR": {"Paramaribo", 5.85, -55.2}, "SVK": {"Bratislava", 48.15, 17.11},
	"SVN": {"Ljubljana", 46.05, 14.51}, "SWE": {"Stockholm", 59.33, 18.07}, "SWZ": {"Mbabane", -26.32, 31.14},
	"SYC": {"Victoria", -4.62, 55.45}, "SYR": {"Damascus", 33.51, 36.29}, "TCD": {"N'Djamena", 12.11, 15.04},
	"TGO": {"Lomé", 6.13, 1.22}, "THA": {"Bangkok", 13.75, 100.5}, "TJK": {"Dushanbe", 38.56, 68.77},
	"TKM": {"Ashgabat", 37.95, 58.38}, "TLS": {"Dili", -8.56, 125.57}, "TON": {"Nuku'alofa", -21.14, -175.2},
	"TTO": {"Port of Spain", 10.66, -61.51}, "TUN": {"Tunis", 36.8, 10.18}, "TUR": {"Ankara", 39.93, 32.85},
	"TUV": {"Funafuti", -8.52, 179.2}, "TWN": {"Taipei", 25.04, 121.56}, "TZA": {"Dodoma", -6.17, 35.74},
	"UGA": {"Kampala", 0.32, 32.58}, "UKR": {"Kyiv", 50.45, 30.52}, "URY": {"Montevideo", -34.9, -56.17},
	"USA": {"Washington", 38.9, -77.04}, "UZB": {"Tashkent", 41.3, 69.27}, "VAT": {"Vatican City", 41.9, 12.45},
	"VCT": {"Kingstown", 13.16, -61.23}, "VEN": {"Caracas", 10.49, -66.88}, "VNM": {"Hanoi", 21.03, 105.85},
	"VUT": {"Port Vila", -17.73, 168.32}, "WSM": {"Apia", -13.83, -171.76}, "YEM": {"Sana'a", 15.35, 44.21},
	"ZAF": {"Pretoria", -25.75, 28.19}, "ZMB": {"Lusaka", -15.41, 28.29}, "ZWE": {"Harare", -17.83, 31.05},
}
