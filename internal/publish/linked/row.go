package linked

import (
	"context"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/record"
)

// event is one row of the consolidated events, as it stands in events.parquet. A number or date that is not known is absent;
// so is the upper bound of a count of which only a lower one is stated, and the radius of a point that says nothing.
type event struct {
	Entity   string   `parquet:"entity"`
	Records  int32    `parquet:"records"` // that describe the event; parts are in entities.csv
	Datasets []string `parquet:"datasets,list"`
	Origins  int32    `parquet:"origins"` // independent voices among the records

	DateFirst   *int32   `parquet:"date_first,optional,date"`
	DateLast    *int32   `parquet:"date_last,optional,date"`
	DateVerdict string   `parquet:"date_verdict,dict"`
	DateCells   []string `parquet:"date_cells,list"`

	Latitude     *float64 `parquet:"latitude,optional"`
	Longitude    *float64 `parquet:"longitude,optional"`
	RadiusKm     *float64 `parquet:"radius_km,optional"`
	PlaceVerdict string   `parquet:"place_verdict,dict"`
	PlaceCells   []string `parquet:"place_cells,list"`
	Country      string   `parquet:"country,dict"`
	Admin1       string   `parquet:"admin1,dict"`
	Place        string   `parquet:"place"`

	Kind        string   `parquet:"kind,dict"`
	KindVerdict string   `parquet:"kind_verdict,dict"`
	KindCells   []string `parquet:"kind_cells,list"`

	Actors        []string `parquet:"actors,list"`
	ActorsVerdict string   `parquet:"actors_verdict,dict"`
	ActorsCells   []string `parquet:"actors_cells,list"`

	DeathsLow     *float64 `parquet:"deaths_low,optional"`
	DeathsBest    *float64 `parquet:"deaths_best,optional"`
	DeathsHigh    *float64 `parquet:"deaths_high,optional"`
	DeathsVerdict string   `parquet:"deaths_verdict,dict"`
	DeathsCells   []string `parquet:"deaths_cells,list"`

	InjuredLow     *float64 `parquet:"injured_low,optional"`
	InjuredBest    *float64 `parquet:"injured_best,optional"`
	InjuredHigh    *float64 `parquet:"injured_high,optional"`
	InjuredVerdict string   `parquet:"injured_verdict,dict"`
	InjuredCells   []string `parquet:"injured_cells,list"`
}

// sink takes the rows of events.
type sink interface {
	add(*event) error
	close() error
}

// write hands every event to the sinks, in the order of the entities.
func write(ctx context.Context, b *fact.Book, ids []string, to ...sink) error {
	err := b.Each(ctx, func(v *fact.Event) error {
		e := consolidated(b, ids[v.Entity], v)
		for _, s := range to {
			if err := s.add(e); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	var errs []error
	for _, s := range to {
		errs = append(errs, s.close())
	}
	return errors.Join(errs...)
}

// consolidated is the row of one event.
func consolidated(b *fact.Book, id string, v *fact.Event) *event {
	e := &event{Entity: id, Records: int32(len(v.Same)), Origins: int32(v.Voices)}
	for _, r := range v.Same {
		if name := b.Result.Datasets[r.Data].Name; !slices.Contains(e.Datasets, name) {
			e.Datasets = append(e.Datasets, name)
		}
	}
	slices.Sort(e.Datasets)
	unstated := fact.Unstated.String()
	e.DateVerdict, e.PlaceVerdict, e.KindVerdict, e.ActorsVerdict, e.DeathsVerdict, e.InjuredVerdict = unstated, unstated, unstated, unstated, unstated, unstated
	for i := range v.Facts {
		f := &v.Facts[i]
		if f.Verdict == fact.Unstated {
			continue
		}
		verdict, cells := f.Verdict.String(), addresses(b, f)
		switch f.Field {
		case fact.Date:
			first, last := f.Value.Days()
			e.DateFirst, e.DateLast, e.DateVerdict, e.DateCells = ref(int32(first)), ref(int32(last)), verdict, cells
		case fact.Place:
			e.Latitude, e.Longitude, e.RadiusKm = number(f.Value.Lat), number(f.Value.Lon), number(f.Value.Radius)
			e.PlaceVerdict, e.PlaceCells = verdict, cells
		case fact.Country:
			e.Country = f.Value.Text
		case fact.Admin1:
			e.Admin1 = f.Value.Text
		case fact.PlaceName:
			e.Place = f.Value.Text
		case fact.Kind:
			e.Kind, e.KindVerdict, e.KindCells = f.Value.String(), verdict, cells
		case fact.Actors:
			e.Actors, e.ActorsVerdict, e.ActorsCells = f.Value.ActorNames(), verdict, cells
		case fact.Deaths:
			low, best, high := f.Value.Bounds()
			e.DeathsLow, e.DeathsBest, e.DeathsHigh = number(low), number(best), number(high)
			e.DeathsVerdict, e.DeathsCells = verdict, cells
		case fact.Injured:
			low, best, high := f.Value.Bounds()
			e.InjuredLow, e.InjuredBest, e.InjuredHigh = number(low), number(best), number(high)
			e.InjuredVerdict, e.InjuredCells = verdict, cells
		}
	}
	return e
}

func ref[T any](v T) *T { return &v }

// number is a number as it is written, nil for one that is not known or has no bound.
func number(v float64) *float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	if v == math.Trunc(v) {
		return &v
	}
	// Columns hold 32-bit counts and degrees with few decimals: more digits would be noise.
	short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 7, 64), 64)
	if err != nil {
		return &v
	}
	return &short
}

// separators are those of the addresses and of lists of them; in the names of datasets and columns they are written as in
// addresses of the web.
var separators = strings.NewReplacer("%", "%25", " ", "%20", ":", "%3A", ";", "%3B", "\t", "%09", "\n", "%0A", "\r", "%0D")

// addresses lists the cells that a value comes from: dataset:row:column.
func addresses(b *fact.Book, f *fact.Fact) []string {
	var out []string
	for _, c := range f.Support() {
		d := b.Result.Datasets[c.Data]
		begin := separators.Replace(d.Name) + ":" + strconv.Itoa(d.RowNumber(int(c.Row))) + ":"
		for _, i := range c.Columns {
			out = append(out, begin+separators.Replace(d.Columns[i].Name))
		}
	}
	return out
}

// date prints a day, nothing for none.
func date(d *int32) string {
	if d == nil {
		return ""
	}
	return record.Day(*d).String()
}
