package place

import (
	"math"
	"strings"
	"testing"
)

// Cities and their countries and units; where the unit is "" only the country is tested.
var cities = []struct {
	name     string
	lat, lon float64
	country  string
	unit     string
}{
	{"Maiduguri", 11.85, 13.16, "Nigeria", "Borno"},
	{"Abuja", 9.06, 7.49, "Nigeria", "Federal Capital Territory"},
	{"Port Harcourt", 4.85, 7.01, "Nigeria", "Rivers State"},
	{"Aleppo", 36.2, 37.16, "Syria", "Aleppo Governorate"},
	{"Damascus", 33.51, 36.29, "Syria", "Damascus"},
	{"Raqqa", 35.95, 39.01, "Syria", "Ar Raqqah Governorate"},
	{"Deir ez-Zor", 35.34, 40.14, "Syria", "Deir ez Zor Governorate"},
	{"Baghdad", 33.33, 44.4, "Iraq", "Baghdad"},
	{"Mosul", 36.34, 43.13, "Iraq", "Ninawa"},
	{"Kabul", 34.53, 69.17, "Afghanistan", "Kabul"},
	{"Kandahar", 31.62, 65.71, "Afghanistan", "Kandahar"},
	{"Peshawar", 34.01, 71.55, "Pakistan", ""},
	{"Karachi", 24.87, 67.02, "Pakistan", "Sindh"},
	{"Srinagar", 34.08, 74.8, "India", "Jammu and Kashmir"},
	{"Delhi", 28.65, 77.22, "India", "Delhi"},
	{"Mumbai", 19.1, 72.87, "India", "Maharashtra"},
	{"Dhaka", 23.72, 90.4, "Bangladesh", ""},
	{"Yangon", 16.85, 96.17, "Myanmar", "Yangon Region"},
	{"Grozny", 43.3, 45.7, "Russia", "Chechnya"},
	{"Moscow", 55.75, 37.62, "Russia", ""},
	{"inland Chukotka", 66.5, 175.0, "Russia", "Chukotka Autonomous Okrug"},
	{"Chukotka east of the antimeridian", 66.5, -175.0, "Russia", "Chukotka"},
	{"Kyiv", 50.45, 30.52, "Ukraine", ""},
	{"Kharkiv", 49.99, 36.23, "Ukraine", "Kharkiv oblast"},
	{"Bangui", 4.39, 18.56, "Central African Republic", "Bangui"},
	{"N'Djamena", 12.11, 15.05, "Chad", ""},
	{"Kinshasa", -4.33, 15.31, "DR Congo (Zaire)", ""},
	{"Brazzaville", -4.27, 15.24, "Congo", ""},
	{"Goma", -1.66, 29.22, "DR Congo (Zaire)", "Nord-Kivu"},
	{"Kigali", -1.95, 30.06, "Rwanda", ""},
	{"Juba", 4.85, 31.6, "South Sudan", "Central Equatoria"},
	{"Khartoum", 15.55, 32.53, "Sudan", "Khartoum"},
	{"Mogadishu", 2.05, 45.34, "Somalia", "Banaadir"},
	{"Hargeisa", 9.56, 44.06, "Somaliland", ""},
	{"Addis Ababa", 9.03, 38.74, "Ethiopia", "Addis Ababa"},
	{"Asmara", 15.33, 38.93, "Eritrea", ""},
	{"Maseru", -29.35, 27.52, "Lesotho", "Maseru"},
	{"Bloemfontein", -29.12, 26.21, "South Africa", "Free State"},
	{"Mbabane", -26.32, 31.14, "eSwatini", ""},
	{"Banjul hinterland", 13.45, -15.5, "Gambia", ""},
	{"Luanda", -8.85, 13.25, "Angola", "Luanda Province"},
	{"Cabinda", -5.3, 12.3, "Angola", "Cabinda"},
	{"Kampala", 0.32, 32.58, "Uganda", "Kampala"},
	{"Bamako", 12.63, -7.99, "Mali", "Bamako"},
	{"Algiers", 36.72, 3.08, "Algeria", ""},
	{"Benghazi", 32.1, 20.1, "Libya", "Benghazi"},
	{"Cairo", 30.05, 31.25, "Egypt", "Cairo Governorate"},
	{"Tifariti", 26.15, -10.57, "Western Sahara", ""},
	{"Hebron", 31.53, 35.09, "Palestine", "West Bank"},
	{"Tel Aviv", 32.08, 34.8, "Israel", "Tel Aviv District"},
	{"Sana'a", 15.35, 44.21, "Yemen", ""},
	{"Bogotá", 4.65, -74.08, "Colombia", ""},
	{"Medellín", 6.24, -75.58, "Colombia", "Antioquia"},
	{"Lima", -12.05, -77.03, "Peru", ""},
	{"Port-au-Prince hinterland", 18.53, -72.25, "Haiti", "Ouest"},
	{"Havana", 23.1, -82.37, "Cuba", ""},
	{"Denver", 39.74, -104.98, "United States", "Colorado"},
	{"Anchorage", 61.2, -149.8, "United States", "Alaska"},
	{"Belfast", 54.58, -5.95, "United Kingdom", "Northern Ireland"},
	{"Manchester", 53.48, -2.24, "United Kingdom", "England"},
	{"Bilbao", 43.25, -2.93, "Spain", "País Vasco"},
	{"Ajaccio hinterland", 41.95, 8.8, "France", "Corse"},
	{"Cayenne hinterland", 4.8, -52.4, "French Guiana", ""},
	{"Pristina", 42.66, 21.17, "Kosovo", ""},
	{"Belgrade", 44.8, 20.46, "Serbia", ""},
	{"Sarajevo", 43.85, 18.38, "Bosnia-Herzegovina", ""},
	{"San Marino", 43.94, 12.45, "San Marino", ""},
	{"Davao", 7.1, 125.6, "Philippines", ""},
	{"Dili hinterland", -8.7, 125.6, "East Timor", ""},
	{"Suva hinterland", -17.95, 178.3, "Fiji", ""},
	{"Taveuni, east of the antimeridian", -16.85, -179.97, "Fiji", ""},
	{"South Pole", -90, 0, "Antarctica", ""},
}

func mustCountry(t testing.TB, name string) Country {
	t.Helper()
	c, ok := World().FindCountry(name)
	if !ok {
		t.Fatalf("country %q not found", name)
	}
	return c
}

func TestCities(t *testing.T) {
	x := World()
	for _, city := range cities {
		c := mustCountry(t, city.country)
		if got := x.CountryAt(city.lat, city.lon); got != c {
			t.Errorf("%s lies in %s (%s), want %s", city.name, x.CountryName(got), x.UnitName(x.Locate(city.lat, city.lon)), city.country)
		}
		if d := x.DistanceToCountry(c, city.lat, city.lon); d != 0 {
			t.Errorf("%s lies %g km from %s", city.name, d, city.country)
		}
		if city.unit == "" {
			continue
		}
		units := x.FindUnits(c, city.unit)
		if len(units) == 0 {
			t.Errorf("no unit %q in %s", city.unit, city.country)
		}
		if d := x.DistanceToUnits(units, city.lat, city.lon); d != 0 {
			t.Errorf("%s lies in %s, %g km from %s", city.name, x.UnitName(x.Locate(city.lat, city.lon)), d, city.unit)
		}
	}
}

func TestNowhere(t *testing.T) {
	x := World()
	for _, p := range []Point{
		{0, 0}, {30, -40}, {90, 0}, {-60, 180}, {math.NaN(), 10}, {10, math.NaN()}, {91, 0}, {0, 181}, {math.Inf(1), 0}, {0, math.Inf(-1)},
	} {
		if u := x.Locate(p.Lat, p.Lon); u != NoUnit {
			t.Errorf("%v lies in %s", p, x.UnitName(u))
		}
	}
	if d := x.DistanceToCountry(0, math.NaN(), 0); !math.IsNaN(d) {
		t.Errorf("distance from NaN is %g", d)
	}
	if d := x.DistanceToCountry(NoCountry, 1, 1); !math.IsNaN(d) {
		t.Errorf("distance to no country is %g", d)
	}
	if x.CountryName(NoCountry) != "" || x.UnitName(NoUnit) != "" || x.UnitCountry(NoUnit) != NoCountry {
		t.Error("none has a name")
	}
}

// Distances checked against maps, to a tolerance that generalised lines allow.
func TestDistances(t *testing.T) {
	x := World()
	for _, c := range []struct {
		name, country string
		lat, lon      float64
		km, tolerance float64
	}{
		{"Grozny", "Iraq", 43.3, 45.7, 660, 25},
		{"Konar", "Iraq", 34.85, 71.10, 2181, 20},
		{"Khost", "Iraq", 33.47, 70.09, 2072, 20},
		{"Goma", "Rwanda", -1.66, 29.22, 3, 4},
		{"Strait of Dover", "France", 51.05, 1.35, 29, 6},
		{"Bering Strait, across the antimeridian", "Russia", 65.8, -168.8, 12, 40},
		{"Gulf of Guinea", "Ghana", 0, 0, 574, 10},
		{"Fiji from the east", "Fiji", -17, -175, 400, 80},
	} {
		got := x.DistanceToCountry(mustCountry(t, c.country), c.lat, c.lon)
		if math.Abs(got-c.km) > c.tolerance {
			t.Errorf("%s to %s: %.1f km, want %g ± %g", c.name, c.country, got, c.km, c.tolerance)
		}
	}
}

func TestDisputed(t *testing.T) {
	x := World()
	for _, c := range []struct {
		name     string
		lat, lon float64
		stated   string
	}{
		{"Crimea", 44.95, 34.1, "Ukraine"},
		{"Crimea", 44.6, 33.55, "Russia"},
		{"Donetsk", 48.0, 37.8, "Ukraine"},
		{"Kashmir", 34.08, 74.8, "Pakistan"},
		{"Kashmir", 34.37, 73.47, "India"},
		{"Aksai Chin", 35.2, 79.3, "India"},
		{"Golan", 33.05, 35.78, "Syria"},
		{"Golan", 33.05, 35.78, "Israel"},
		{"West Bank", 31.9, 35.2, "Palestine"},
		{"Abkhazia", 43.0, 41.02, "Georgia"},
		{"South Ossetia", 42.22, 43.97, "Georgia"},
		{"Transnistria", 46.84, 29.63, "Moldova"},
		{"Karabakh", 39.82, 46.75, "Armenia"},
		{"Cyprus", 35.2, 33.7, "Cyprus"},
		{"Kosovo", 42.66, 21.17, "Serbia"},
		{"Abyei", 9.6, 28.43, "Sudan"},
		{"Abyei", 9.6, 28.43, "South Sudan"},
		{"Ilemi", 4.9, 35.3, "Kenya"},
		{"Hala", 22.22, 36.64, "Sudan"},
		{"Somaliland", 9.56, 44.06, "Somalia"},
		{"Taiwan", 24.0, 121.0, "China"},
		{"Western Sahara", 27.13, -13.18, "Western Sahara"},
		{"East Jerusalem", 31.78, 35.24, "Palestine"},
		{"Western Sahara", 25.0, -13.5, "Morocco"},
		{"Badme", 14.73, 37.8, "Eritrea"},
		{"Kuril", 44.1, 145.86, "Japan"},
	} {
		name, parties := x.Disputed(c.lat, c.lon)
		if !strings.Contains(name, c.name) || len(parties) == 0 {
			t.Errorf("%g, %g is %q, want %q", c.lat, c.lon, name, c.name)
		}
		if d := x.Outside([]Country{mustCountry(t, c.stated)}, c.lat, c.lon); d != 0 {
			t.Errorf("%s lies %g km outside %s, which is a party", c.name, d, c.stated)
		}
	}
	for _, p := range []Point{{33.51, 36.29}, {50.45, 30.52}, {9.03, 38.74}, {31.77, 35.0}, {41.7, 44.8}, {0, 0}} {
		if name, _ := x.Disputed(p.Lat, p.Lon); name != "" {
			t.Errorf("%v is called disputed: %s", p, name)
		}
	}
	// Every entry resolves to ground and at least two parties, or one with ground of its own.
	for _, d := range x.disputes {
		if len(d.units) == 0 && len(d.polygon) == 0 {
			t.Errorf("%s has no ground in the data", d.name)
		}
		if len(d.parties) == 0 {
			t.Errorf("%s has no parties in the data", d.name)
		}
	}
}
