package synth

import (
	"fmt"
	"math"
	"math/rand/v2"
	"sync"

	"github.com/assaydata/assay/internal/place"
)

// country is a place where the invented events happen.
type country struct {
	name    string
	iso     int    // ISO 3166-1 numeric
	iso3    string // ISO 3166-1 alpha-3
	code    string // prefix of ACLED-like identifiers
	gw      int    // Gleditsch-Ward number
	region  string
	towns   []town
	places  []site
	regimes []string // labels of the armed forces with their years
	rebels  []string
	militia []string
}

type town struct {
	name, unit string
	lat, lon   float64
}

// site is a named place at which events happen.
type site struct {
	name, admin1, admin2 string
	lat, lon             float64
	town                 bool
}

var countries = []country{
	{
		name: "Portugal", iso: 620, iso3: "PRT", code: "XPT", gw: 235, region: "Europe",
		towns: []town{
			{"Braga", "Braga", 41.551, -8.423},
			{"Coimbra", "Coimbra", 40.211, -8.429},
			{"Beja", "Beja", 38.015, -7.865},
			{"Castelo Branco", "Castelo Branco", 39.822, -7.491},
			{"Guarda", "Guarda", 40.537, -7.268},
			{"Santarem", "Santarém", 39.236, -8.686},
			{"Viseu", "Viseu", 40.661, -7.909},
			{"Vila Real", "Vila Real", 41.300, -7.744},
			{"Evora", "Évora", 38.571, -7.909},
			{"Mirandela", "Bragança", 41.486, -7.183},
			{"Ponte de Sor", "Portalegre", 39.249, -8.010},
			{"Pombal", "Leiria", 39.916, -8.628},
		},
		regimes: []string{"Military Forces of Portugal (1999-2014)", "Military Forces of Portugal (2015-)"},
		rebels:  []string{"Northern Ridge Front", "Cork Oak Brigade", "Liberation Column of the Interior", "Tejo Valley Army"},
		militia: []string{"Beira Herders Militia", "Alentejo Farmers Militia", "Riverside Youth Militia"},
	},
	{
		name: "Uruguay", iso: 858, iso3: "URY", code: "XUY", gw: 165, region: "South America",
		towns: []town{
			{"Tacuarembo", "Tacuarembó", -31.711, -55.981},
			{"Durazno", "Durazno", -33.380, -56.523},
			{"Florida", "Florida", -34.099, -56.214},
			{"Treinta y Tres", "Treinta y Tres", -33.233, -54.383},
			{"Minas", "Lavalleja", -34.375, -55.237},
			{"Trinidad", "Flores", -33.516, -56.899},
			{"Guichon", "Paysandú", -32.350, -57.200},
			{"Young", "Río Negro", -32.698, -57.627},
			{"Velazquez", "Rocha", -34.038, -54.284},
		},
		regimes: []string{"Military Forces of Uruguay (1999-2014)", "Military Forces of Uruguay (2015-)"},
		rebels:  []string{"Pampas Resistance", "Cuchilla Front", "Eastern Lagoon Movement"},
		militia: []string{"Stockmen Militia", "Black River Youth Militia"},
	},
}

// outlets are the invented sources.
var outlets = []string{
	"Invented Wire", "Daily Ledger", "Radio Meridian", "Evening Courier", "Provincial Herald", "Northern Post", "Interior Gazette",
	"The Observer of Record", "Open Desk", "Monitor Agency", "Coast Broadcasting", "Public Bulletin", "City Chronicle", "Lantern Press",
	"Review Weekly", "Signal News", "Harbour Times", "Union Dispatch", "Civic Watch", "Hill Country Radio",
}

var syllables = []string{
	"al", "be", "car", "dou", "es", "fon", "gra", "hor", "is", "ju", "la", "mon", "nor", "ou", "pe", "quin", "ri", "sal", "ta", "ur",
	"va", "xe", "zu", "bra", "cla", "fer", "gui", "lo", "mar", "no", "os", "pin", "ro", "so", "tor", "vi",
}

var world = sync.OnceValue(func() []country {
	r := rand.New(rand.NewPCG(1, 2))
	w := place.World()
	names := map[string]bool{}
	out := append([]country(nil), countries...)
	for i := range out {
		c := &out[i]
		for _, t := range c.towns {
			unit := w.Locate(t.lat, t.lon)
			c.places = append(c.places, site{t.name, t.unit, t.name, t.lat, t.lon, true})
			for n := 0; n < 40; {
				// Villages lie within 20 km of their town and in the same unit.
				angle, dist := r.Float64()*2*math.Pi, 3+17*r.Float64()
				lat := t.lat + dist*math.Sin(angle)/111.2
				lon := t.lon + dist*math.Cos(angle)/(111.2*math.Cos(t.lat*math.Pi/180))
				lat, lon = math.Round(lat*1e4)/1e4, math.Round(lon*1e4)/1e4
				name := villageName(r)
				n++
				if names[name] || w.Locate(lat, lon) != unit {
					continue
				}
				names[name] = true
				c.places = append(c.places, site{name, t.unit, fmt.Sprintf("%s District", t.name), lat, lon, false})
			}
		}
	}
	return out
})

func villageName(r *rand.Rand) string {
	s := ""
	for range 3 + r.IntN(2) {
		s += syllables[r.IntN(len(syllables))]
	}
	return string(s[0]-'a'+'A') + s[1:]
}
