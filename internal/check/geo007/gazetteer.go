package geo007

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/groups"
	"github.com/assaydata/assay/internal/incident"
	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
)

// Distances in km.
const (
	apart = 25.0 // claims of one incident
	far   = 40.0 // an incident from where its place lies
	near  = 30.0 // the other incident from there
)

// closeDays is how many days two incidents that swapped may lie apart: they were entered together.
const closeDays = 10

// site is an incident with its coordinates and the names of its places.
type site struct {
	in       *incident.Incident
	lat, lon float64 // most given, NaN where none
	names    []string
	day      record.Day
}

// common words of places that name no place.
var common = map[string]bool{}

func init() {
	for _, w := range strings.Fields(`north south east west northern southern eastern western central center centre near area region district
		village town city road highway street avenue airport station market square bridge border checkpoint fortress citadel church
		mosque school hospital police military base vicinity outskirts province republic metro embassy hotel block apartment`) {
		common[w] = true
	}
}

func sites(list []*incident.Incident) []*site {
	var out []*site
	for _, in := range list {
		s := &site{in: in, lat: math.NaN(), lon: math.NaN(), day: in.Day()}
		regions := map[string]bool{}
		best := 0
		for _, c := range in.Claims {
			for _, w := range strings.Fields(groups.Fold(c.Region)) {
				regions[w] = true
			}
			n := 0
			for _, o := range in.Claims {
				if o.Lat == c.Lat && o.Lon == c.Lon {
					n++
				}
			}
			if n > best {
				best, s.lat, s.lon = n, c.Lat, c.Lon
			}
		}
		for _, c := range in.Claims {
			for _, w := range properWords(c.Place) {
				if !regions[w] && !common[w] && !slices.Contains(s.names, w) {
					s.names = append(s.names, w)
				}
			}
		}
		out = append(out, s)
	}
	return out
}

// properWords returns the words of a place that begin with a capital, folded.
func properWords(text string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) && utf8.RuneCountInString(w) >= 4 {
			out = append(out, groups.Fold(w))
		}
	}
	return out
}

// known reports whether the incident has coordinates.
func (s *site) known() bool { return !math.IsNaN(s.lat) && !math.IsNaN(s.lon) }

// anchor is where other incidents put a place that this one names.
type anchor struct {
	lat, lon float64
	of       *site // an incident that says so
}

// anchors looks up the places of an incident in all others but two. A name that stands for places far apart is left out.
func anchors(s, other *site, all []*site) []anchor {
	var out []anchor
	for _, name := range s.names {
		var found []anchor
		for _, o := range all {
			if o != s && o != other && o.known() && slices.Contains(o.names, name) {
				found = append(found, anchor{o.lat, o.lon, o})
			}
		}
		spread := false
		for _, a := range found {
			spread = spread || place.Haversine(a.lat, a.lon, found[0].lat, found[0].lon) > far
		}
		if !spread {
			out = append(out, found...)
		}
	}
	return out
}

// misplaced reports whether a site lies far from where its places are while the other's coordinates lie near, and says by
// which incident.
func misplaced(s, other *site, all []*site) (by anchor, ok bool) {
	for _, a := range anchors(s, other, all) {
		if place.Haversine(s.lat, s.lon, a.lat, a.lon) <= far || place.Haversine(other.lat, other.lon, a.lat, a.lon) >= near {
			return anchor{}, false // one place speaks against it
		}
		by, ok = a, true
	}
	return by, ok
}

// fits reports whether a site's own places contradict that it has swapped.
func fits(s, other *site, all []*site) bool {
	for _, a := range anchors(s, other, all) {
		if place.Haversine(s.lat, s.lon, a.lat, a.lon) <= near {
			return true
		}
	}
	return false
}
