package place

import (
	"math"
	"slices"
	"strings"
)

// territory describes disputed ground by what the map draws (countries by Natural Earth code, units by ISO 3166-2 code or
// by country and name) or, where it draws nothing, by a polygon. Polygons are hand-drawn from general maps, good to some
// 10 km, and meant to err on the large side: they say "disputed", never "wrong".
type territory struct {
	name      string
	parties   string // Natural Earth codes of the states that hold or claim it
	countries string
	units     []string
	polygon   []Point
}

var territories = []territory{
	{name: "Crimea", parties: "UKR RUS", units: []string{"RUS/Crimea", "RUS/Sevastopol", "UKR/Crimea", "UKR/Sevastopol"}},
	{name: "Donetsk, Luhansk, Zaporizhzhia and Kherson oblasts", parties: "UKR RUS", units: []string{"UA-14", "UA-09", "UA-23", "UA-65"}},
	{name: "Western Sahara", parties: "SAH MAR", countries: "SAH", units: []string{"MA-15", "MA-16"}, polygon: []Point{
		{27.667, -13.3},
		{27.667, -8.67},
		{26.0, -8.67},
		{26.0, -12.0},
		{23.4, -12.0},
		{21.33, -13.0},
		{21.33, -16.95},
		{20.77, -16.95},
		{20.77, -17.2},
		{22.0, -17.1},
		{24.0, -16.3},
		{26.0, -14.7},
	}},
	{name: "Siachen Glacier", parties: "IND PAK", countries: "KAS"},
	{name: "Aksai Chin", parties: "CHN IND", polygon: []Point{
		{35.95, 78.0}, {36.1, 79.2}, {35.9, 80.3}, {35.4, 80.4}, {34.6, 79.9}, {34.2, 79.8}, {33.9, 79.0}, {34.7, 78.6}, {35.3, 78.0},
	}},
	{name: "Shaksgam Valley", parties: "CHN IND PAK", polygon: []Point{
		{36.9, 75.0}, {36.9, 75.9}, {36.4, 76.6}, {36.1, 77.7}, {35.6, 77.9}, {35.5, 77.2}, {36.0, 76.2}, {36.5, 75.3},
	}},
	{name: "Kashmir", parties: "IND PAK CHN", units: []string{"IN-JK", "IN-LA", "PK-JK", "PK-GB"}},
	{name: "Arunachal Pradesh", parties: "IND CHN", units: []string{"IN-AR"}},
	{name: "Golan Heights", parties: "ISR SYR", units: []string{"SYR/UNDOF"}, polygon: []Point{
		{33.33, 35.68}, {33.43, 35.82}, {33.12, 35.88}, {32.9, 35.9}, {32.68, 35.78}, {32.7, 35.63}, {32.9, 35.62}, {33.1, 35.61}, {33.25, 35.61},
	}},
	{name: "West Bank and Gaza Strip", parties: "PSX ISR", countries: "PSX"},
	{name: "East Jerusalem", parties: "PSX ISR", polygon: []Point{
		{31.87, 35.21}, {31.87, 35.25}, {31.82, 35.28}, {31.77, 35.27}, {31.72, 35.24}, {31.73, 35.2}, {31.76, 35.228}, {31.79, 35.224},
	}},
	{name: "Abkhazia", parties: "GEO RUS", units: []string{"GE-AB"}},
	{name: "South Ossetia", parties: "GEO RUS", polygon: []Point{
		{42.6, 43.6},
		{42.68, 43.8},
		{42.6, 44.1},
		{42.7, 44.25},
		{42.5, 44.5},
		{42.2, 44.45},
		{42.1, 44.25},
		{42.13, 44.0},
		{42.22, 43.85},
		{42.3, 43.6},
		{42.45, 43.45},
	}},
	{name: "Transnistria", parties: "MDA", units: []string{"MDA/Transnistria", "MD-SN", "MD-BD", "MD-CAM", "MD-GRI"}},
	{name: "Nagorno-Karabakh", parties: "AZE ARM", units: []string{
		"AZ-XA", "AZ-XCI", "AZ-XVD", "AZ-SUS", "AZE/Şuşa", "AZ-AGM", "AZ-KAL", "AZ-LAC", "AZ-QBI", "AZ-ZAN", "AZ-CAB", "AZ-FUZ",
	}},
	{name: "Northern Cyprus", parties: "CYP CYN TUR", countries: "CYN"},
	{name: "Kosovo", parties: "KOS SRB", countries: "KOS"},
	{name: "Taiwan", parties: "TWN CHN", countries: "TWN"},
	{name: "Somaliland", parties: "SOL SOM", countries: "SOL"},
	{name: "Abyei", parties: "SDN SDS", polygon: []Point{
		{10.18, 27.8}, {10.18, 29.0}, {9.35, 29.05}, {9.3, 28.6}, {9.35, 27.8},
	}},
	{name: "Kafia Kingi", parties: "SDN SDS", polygon: []Point{
		{9.9, 24.0}, {9.6, 24.9}, {8.7, 24.6}, {8.6, 24.2}, {9.0, 23.6}, {9.5, 23.6},
	}},
	{name: "Ilemi Triangle", parties: "KEN SDS ETH", polygon: []Point{
		{4.62, 34.0}, {5.4, 35.0}, {5.45, 35.3}, {5.3, 35.85}, {4.6, 35.95}, {4.55, 35.6}, {4.25, 34.4},
	}},
	{name: "Hala'ib Triangle", parties: "EGY SDN", polygon: []Point{
		{21.99, 34.0}, {22.2, 34.2}, {22.9, 35.3}, {23.2, 35.7}, {22.6, 36.4}, {21.99, 36.95},
	}},
	{name: "Bir Tawil", parties: "EGY SDN", polygon: []Point{{22.01, 33.1}, {22.01, 34.1}, {21.6, 34.1}, {21.6, 33.3}}},
	{name: "Wadi Halfa Salient", parties: "EGY SDN", polygon: []Point{{21.99, 31.2}, {22.25, 31.3}, {22.25, 31.55}, {21.99, 31.6}}},
	{name: "Badme", parties: "ETH ERI", polygon: []Point{
		{14.9, 37.5}, {14.9, 38.1}, {14.5, 38.3}, {14.3, 37.9}, {14.3, 37.5},
	}},
	{name: "Southern Kuril Islands", parties: "RUS JPN", polygon: []Point{
		{45.6, 147.9}, {45.6, 149.2}, {43.3, 147.2}, {43.3, 145.75}, {43.7, 145.6}, {44.2, 145.45}, {44.55, 145.9},
	}},
	{name: "Essequibo", parties: "GUY VEN", units: []string{"GY-BA", "GY-CU", "GY-PM", "GY-PT", "GY-UT", "GY-ES"}},
	{name: "Ceuta and Melilla", parties: "ESP MAR", units: []string{"ES-CE", "ES-ML"}},
	{name: "Paracel Islands", parties: "CHN VNM TWN", units: []string{"CHN/Paracel Islands"}},
	{name: "Spratly Islands", parties: "CHN TWN VNM PHL MYS BRN PGA", countries: "PGA"},
	{name: "Falkland Islands", parties: "FLK GBR ARG", countries: "FLK"},
	{name: "Gibraltar", parties: "GIB GBR ESP", countries: "GIB"},
	{name: "Chagos Archipelago", parties: "IOT GBR MUS", countries: "IOT"},
	{name: "Mayotte", parties: "MYT FRA COM", countries: "MYT"},
	{name: "Guantanamo Bay", parties: "USG USA CUB", countries: "USG"},
}

// dispute is a territory resolved against the index.
type dispute struct {
	name    string
	parties []Country
	units   []Unit
	polygon []Point
}

func (x *Index) buildDisputes() {
	x.disputeOf = make([]int8, len(x.units))
	for u := range x.disputeOf {
		x.disputeOf[u] = -1
	}
	for _, t := range territories {
		d := dispute{name: t.name, parties: x.byCodes(strings.Fields(t.parties)), polygon: t.polygon}
		for _, c := range x.byCodes(strings.Fields(t.countries)) {
			d.units = append(d.units, x.members[c]...)
		}
		for _, name := range t.units {
			country, unitName, byName := strings.Cut(name, "/")
			for u := range x.units {
				if !byName && x.units[u].code == name ||
					byName && x.units[u].name == unitName && x.countries[x.units[u].country].code == country {
					d.units = append(d.units, Unit(u))
				}
			}
		}
		for _, u := range d.units {
			x.disputeOf[u] = int8(len(x.disputes))
		}
		slices.Sort(d.parties)
		x.disputes = append(x.disputes, d)
	}
}

// Disputed returns the name of the well-known disputed territory that contains the position and the states and territories
// that hold or claim it; "" and nil if it is in none. The territories are those that Natural Earth draws by themselves,
// first-level units, or hand-drawn outlines good to some 10 km (Golan, South Ossetia, Aksai Chin, Abyei, Ilemi and others).
// The list is not complete and being on it says nothing about the merits of a claim. The slice must not be changed.
func (x *Index) Disputed(lat, lon float64) (name string, parties []Country) {
	if !onGlobe(lat, lon) || len(x.units) == 0 {
		return "", nil
	}
	if u := x.Locate(lat, lon); u >= 0 && x.disputeOf[u] >= 0 {
		d := &x.disputes[x.disputeOf[u]]
		return d.name, d.parties
	}
	for i := range x.disputes {
		if d := &x.disputes[i]; inPolygon(d.polygon, lat, lon) {
			return d.name, d.parties
		}
	}
	return "", nil
}

// Outside returns how far in km the position lies outside the stated countries: 0 inside any of them or on disputed ground
// that one of them is a party to, NaN if the position is not on the globe or no country is stated.
func (x *Index) Outside(stated []Country, lat, lon float64) float64 {
	if len(stated) == 0 || !onGlobe(lat, lon) {
		return math.NaN()
	}
	for _, c := range stated {
		if x.InCountry(c, lat, lon) {
			return 0
		}
	}
	if _, parties := x.Disputed(lat, lon); slices.ContainsFunc(stated, func(c Country) bool { return slices.Contains(parties, c) }) {
		return 0
	}
	km := x.DistanceToCountries(stated, lat, lon)
	// Just off the coast of Crimea is just off disputed ground too.
	for i := range x.disputes {
		d := &x.disputes[i]
		if slices.ContainsFunc(stated, func(c Country) bool { return slices.Contains(d.parties, c) }) {
			for _, u := range d.units {
				km = min(km, x.DistanceToUnit(u, lat, lon))
			}
		}
	}
	return km
}

func inPolygon(ring []Point, lat, lon float64) bool {
	inside := false
	for i, j := 0, len(ring)-1; i < len(ring); i, j = i+1, i {
		a, b := ring[i], ring[j]
		if (a.Lat > lat) != (b.Lat > lat) && lon < a.Lon+(lat-a.Lat)*(b.Lon-a.Lon)/(b.Lat-a.Lat) {
			inside = !inside
		}
	}
	return inside
}
