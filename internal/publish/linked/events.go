package linked

import (
	"context"
	"io"

	"github.com/parquet-go/parquet-go"

	"github.com/assaydata/assay/internal/fact"
)

// EventsCSV writes one row for each event; ids are those of [fact.IDs]. Lists are separated by spaces (cells, datasets) or by
// a semicolon and a space (actors).
func EventsCSV(ctx context.Context, w io.Writer, b *fact.Book, ids []string) error {
	return write(ctx, b, ids, w, nil, nil, nil)
}

// EventsParquet writes the rows of [EventsCSV] with typed columns and lists.
func EventsParquet(ctx context.Context, w io.Writer, b *fact.Book, ids []string) error {
	return write(ctx, b, ids, nil, w, nil, nil)
}

var head = []string{
	"entity", "records", "datasets", "origins",
	"date_first", "date_last", "date_verdict", "date_cells", "date_origins", "date_why",
	"latitude", "longitude", "radius_km", "place_verdict", "place_cells", "place_origins", "place_why",
	"country", "country_verdict", "country_cells", "country_origins", "country_why",
	"admin1", "admin1_verdict", "admin1_cells", "admin1_origins", "admin1_why",
	"place", "place_name_verdict", "place_name_cells", "place_name_origins", "place_name_why",
	"kind", "kind_verdict", "kind_cells", "kind_origins", "kind_why",
	"actors", "actors_verdict", "actors_cells", "actors_origins", "actors_why",
	"deaths_low", "deaths_best", "deaths_high", "deaths_verdict", "deaths_cells", "deaths_origins", "deaths_why",
	"injured_low", "injured_best", "injured_high", "injured_verdict", "injured_cells", "injured_origins", "injured_why",
	"parts", "refuted",
}

// event adds the line of an event.
func (l *lines) event(e *event) {
	l.word(e.Entity)
	l.int(int(e.Records))
	l.next()
	begin := len(l.buf)
	for i, name := range e.Datasets {
		if i > 0 {
			l.buf = append(l.buf, ' ')
		}
		l.buf = append(l.buf, separated(name)...)
	}
	l.tame(begin)
	l.int(int(e.Origins))
	l.date(e.DateFirst)
	l.date(e.DateLast)
	l.standing(e.standing(fact.Date))
	l.digits(e.Latitude)
	l.digits(e.Longitude)
	l.digits(e.RadiusKm)
	l.standing(e.standing(fact.Place))
	l.text(e.Country)
	l.standing(e.standing(fact.Country))
	l.text(e.Admin1)
	l.standing(e.standing(fact.Admin1))
	l.text(e.PlaceName)
	l.standing(e.standing(fact.PlaceName))
	l.text(e.Kind)
	l.standing(e.standing(fact.Kind))
	l.list(e.Actors, "; ")
	l.standing(e.standing(fact.Actors))
	l.digits(e.DeathsLow)
	l.digits(e.DeathsBest)
	l.digits(e.DeathsHigh)
	l.standing(e.standing(fact.Deaths))
	l.digits(e.InjuredLow)
	l.digits(e.InjuredBest)
	l.digits(e.InjuredHigh)
	l.standing(e.standing(fact.Injured))
	l.int(int(e.Parts))
	l.list(e.Refuted, "; ")
	l.end()
}

// standing adds how the value of a field stands.
func (l *lines) standing(s standing) {
	l.word(*s.verdict)
	l.cells(*s.cells)
	l.int(int(*s.origins))
	l.text(*s.why)
}

// parquetWriter takes the rows of events.parquet, a block of entities at a time. The bounds of pages, by which readers skip what they do not
// look for, stand in the index of columns and not a second time before each page.
func parquetWriter(w io.Writer) *parquet.GenericWriter[event] {
	return parquet.NewGenericWriter[event](w, parquet.Compression(&parquet.Snappy), parquet.CreatedBy("assay", "", ""), parquet.DataPageStatistics(false))
}
