package geo007

import (
	"fmt"
	"math"
	"regexp"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/incident"
	"github.com/assaydata/assay/internal/place"
)

func run(p *check.Pass) {
	all := sites(p.Case.Incidents.Incidents)
	for i, s := range all {
		for _, o := range all[:i] {
			if s.known() && o.known() && place.Haversine(s.lat, s.lon, o.lat, o.lon) > far {
				pair(p, o, s, all)
			}
		}
		scattered(p, s.in)
	}
}

var swapped = regexp.MustCompile(`(?i)\bswap\w*|\bexchanged\b|\binterchanged\b`)

// pair reports two incidents that have probably swapped their coordinates.
func pair(p *check.Pass, a, b *site, all []*site) {
	remark := remarks(a.in, b.in) || remarks(b.in, a.in)
	first, data := misplaced(a, b, all)
	if !data {
		if first, data = misplaced(b, a, all); data {
			a, b = b, a
		}
	}
	days := int(a.day - b.day)
	if !remark && (!data || days > closeDays || days < -closeDays || fits(b, a, all)) {
		return
	}
	claims := append(withCoordinates(a.in), withCoordinates(b.in)...)
	f := citing.Finding("lat", citing.All(claims)...)
	f.Key = "swap " + b.in.Key
	f.Message = fmt.Sprintf("the coordinates of %s (%s) and of %s (%s) are probably swapped", a.in.Key, point(a.lat, a.lon), b.in.Key, point(b.lat, b.lon))
	f.Help = "check both places on a map and exchange the coordinates"
	f.Found, f.Expected = point(a.lat, a.lon), point(b.lat, b.lon)
	f.Weight = place.Haversine(a.lat, a.lon, b.lat, b.lon)
	var why []string
	if data {
		why = append(why, fmt.Sprintf("a place that %s names lies at %s according to %s: %.0f km from its own coordinates and %.0f km from those of %s",
			a.in.Key, point(first.lat, first.lon), first.of.in.Key, place.Haversine(a.lat, a.lon, first.lat, first.lon),
			place.Haversine(b.lat, b.lon, first.lat, first.lon), b.in.Key))
	}
	if remark {
		why = append(why, "a remark in the rows says so")
	}
	f.Why = strings.Join(why, "; ")
	switch {
	case data && remark:
		f.Confidence = 0.95
	case remark:
		f.Severity, f.Confidence = check.Warning, 0.8
	default:
		f.Severity, f.Confidence = check.Warning, 0.7
	}
	p.Report(f)
}

// remarks reports whether a row of one incident says that its coordinates are swapped with those of the other.
func remarks(in, other *incident.Incident) bool {
	for _, c := range in.Claims {
		if swapped.MatchString(c.CoordSource) && strings.Contains(c.CoordSource, other.Key) {
			return true
		}
	}
	return false
}

func withCoordinates(in *incident.Incident) []*claim.Incident {
	var out []*claim.Incident
	for _, c := range in.Claims {
		if !math.IsNaN(c.Lat) && !math.IsNaN(c.Lon) {
			out = append(out, c)
		}
	}
	return out
}

// scattered reports claims of one incident whose coordinates lie far apart.
func scattered(p *check.Pass, in *incident.Incident) {
	list := withCoordinates(in)
	var a, b *claim.Incident
	most := apart
	for i, x := range list {
		for _, y := range list[:i] {
			if d := place.Haversine(x.Lat, x.Lon, y.Lat, y.Lon); d > most {
				a, b, most = y, x, d
			}
		}
	}
	if a == nil {
		return
	}
	f := citing.Finding("lat", citing.All(append([]*claim.Incident{b, a}, list...))...)
	f.Key = "apart"
	f.Message = fmt.Sprintf("%s: its claims give coordinates %.0f km apart: %s by %s, %s by %s", in.Key, most,
		point(a.Lat, a.Lon), incident.Cite(a), point(b.Lat, b.Lon), incident.Cite(b))
	f.Why = "one incident is in one place, unless it had several scenes"
	f.Help = "check which coordinates fit the place that the claims name, or split the scenes"
	f.Found, f.Expected = fmt.Sprintf("%.0f km", most), fmt.Sprintf("at most %.0f km", apart)
	f.Weight = most
	f.Severity = check.Warning
	p.Report(f)
}

func point(lat, lon float64) string { return fmt.Sprintf("%.4f, %.4f", lat, lon) }
