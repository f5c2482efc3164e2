package overlap

import "github.com/assaydata/assay/internal/place"

// gazetteer remembers what names of countries and divisions are on the map: datasets write one country in several ways.
type gazetteer map[[2]string][2]string

// names returns the names on the map; a name that is not there stays.
func (g gazetteer) names(country, admin1 string) (string, string) {
	key := [2]string{country, admin1}
	if n, ok := g[key]; ok {
		return n[0], n[1]
	}
	world := place.World()
	if c, ok := world.FindCountry(country); ok {
		country = world.CountryName(c)
		if u, ok := world.FindUnit(c, admin1); ok {
			admin1 = world.UnitName(u)
		}
	}
	g[key] = [2]string{country, admin1}
	return country, admin1
}
