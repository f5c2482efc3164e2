package geo001

import (
	"fmt"
	"math"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/check/territory"
	"github.com/assaydata/assay/internal/record"
)

func run(p *check.Pass) {
	d := p.Data
	lat, lon := d.Events.Lat, d.Events.Lon
	stated := territory.NewStated(d)
	var finder *territory.Finder
	if stated != nil {
		finder = stated.NewFinder()
	}
	half := tabular.Test{
		What: "latitude and longitude stand together", Columns: p.Cols(record.RoleLat, record.RoleLon), Checked: d.N,
		Whole: "the columns of coordinates do not belong together: check the mapping",
	}
	for row := range lat {
		if row&0xffff == 0 && p.Cancelled() {
			return
		}
		a, o := lat[row], lon[row]
		switch {
		case math.IsNaN(a) || math.IsNaN(o):
			if math.IsNaN(a) != math.IsNaN(o) && !invalid(d, row) {
				half.Hit(row)
			}
		case math.Abs(a) > record.MostLat || math.Abs(o) > record.MostLon:
			outOfRange(p, stated, row, a, o)
		case a == 0 && o == 0:
			null(p, row)
		case stated != nil && stated.Known(row):
			if spot := finder.Find(row); !spot.InUnit {
				slip(p, stated, row, a, o, spot.InCountry)
			}
		}
	}
	half.Report(p, func(row int) check.Finding { return alone(p, row) })
}

// invalid reports whether a coordinate could not be read: VAL001 tells that.
func invalid(d *record.Dataset, row int) bool {
	return d.Role(record.RoleLat).State(row) == record.Invalid || d.Role(record.RoleLon).State(row) == record.Invalid
}

func outOfRange(p *check.Pass, stated *territory.Stated, row int, lat, lon float64) {
	f := check.Finding{
		Row: row, Column: p.Col(record.RoleLat), Marked: p.Cols(record.RoleLon), Confidence: 0.99,
		Message:  fmt.Sprintf("latitude %v is outside ±90", lat),
		Why:      "no such point is on the globe",
		Help:     "look the place up in the source",
		Expected: "latitude within ±90, longitude within ±180", Found: territory.Coordinates(lat, lon), Weight: 10,
	}
	if math.Abs(lat) <= 90 {
		f.Message, f.Column, f.Marked = fmt.Sprintf("longitude %v is outside ±180", lon), p.Col(record.RoleLon), p.Cols(record.RoleLat)
	}
	if stated != nil && stated.Known(row) {
		if s, ok := stated.Explain(row, lat, lon); ok {
			f.Why += fmt.Sprintf("; it lies in %s if %s", stated.Country(row), s.What)
			f.Expected = territory.Coordinates(s.Lat, s.Lon)
			f.Help = "check against the source, then use " + f.Expected
		}
	}
	p.Report(f)
}

func null(p *check.Pass, row int) {
	p.Report(check.Finding{
		Row: row, Column: p.Col(record.RoleLat), Marked: p.Cols(record.RoleLon), Confidence: 0.98,
		Message:  "latitude and longitude are both 0",
		Why:      "the point lies in the Gulf of Guinea; zeros usually stand for a missing point",
		Help:     "empty both cells, or fill in the point of the place named",
		Expected: "no coordinates, or those of the place", Found: "0, 0", Weight: 10,
	})
}

func alone(p *check.Pass, row int) check.Finding {
	d := p.Data
	has, lacks := d.Role(record.RoleLat), d.Role(record.RoleLon)
	if math.IsNaN(d.Events.Lat[row]) {
		has, lacks = lacks, has
	}
	text, _ := has.Text(row)
	return check.Finding{
		Confidence: 0.95,
		Message:    fmt.Sprintf("%s is %s, but %s is empty", tabular.Name(has), text, tabular.Name(lacks)),
		Why:        "one coordinate alone is no point; the other was lost or stands in another column",
		Help:       "fill in the missing one from the source, or empty both",
		Expected:   "both or neither", Found: text, Weight: 5,
	}
}

// slip looks for what explains a point that is not in the country, or not in the unit, that its row states.
func slip(p *check.Pass, stated *territory.Stated, row int, lat, lon float64, inCountry bool) {
	// A point that says no more than the country or a part of it need not lie in the unit.
	if prec := p.Data.Events.Where(row).Precision; prec == record.PlaceRegion || prec == record.PlaceCountry {
		return
	}
	s, ok := stated.Explain(row, lat, lon)
	if !ok {
		return
	}
	area, confidence := stated.Country(row), 0.95
	if inCountry {
		area, confidence = stated.Admin(row)+", "+area, 0.85
	}
	p.Report(check.Finding{
		Row: row, Column: p.Col(record.RoleLat), Marked: p.Cols(record.RoleLon, record.RoleCountry, record.RoleAdmin1), Confidence: confidence,
		Message:  fmt.Sprintf("%s: %s lies %s, not in %s", s.What, territory.Coordinates(lat, lon), territory.Where(stated.Index, lat, lon), area),
		Why:      fmt.Sprintf("%s lies %s", territory.Coordinates(s.Lat, s.Lon), territory.Where(stated.Index, s.Lat, s.Lon)),
		Help:     "check against the source, then use " + territory.Coordinates(s.Lat, s.Lon),
		Expected: territory.Coordinates(s.Lat, s.Lon), Found: territory.Coordinates(lat, lon), Weight: 8,
	})
}
