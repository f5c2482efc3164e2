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
	return write(ctx, b, ids, w, nil, nil)
}

// EventsParquet writes the rows of [EventsCSV] with typed columns and lists.
func EventsParquet(ctx context.Context, w io.Writer, b *fact.Book, ids []string) error {
	return write(ctx, b, ids, nil, w, nil)
}

var head = []string{
	"entity", "records", "datasets", "origins", "date_first", "date_last", "date_verdict", "date_cells", "latitude", "longitude", "radius_km",
	"place_verdict", "place_cells", "country", "admin1", "place", "kind", "kind_verdict", "kind_cells", "actors", "actors_verdict",
	"actors_cells", "deaths_low", "deaths_best", "deaths_high", "deaths_verdict", "deaths_cells", "injured_low", "injured_best",
	"injured_high", "injured_verdict", "injured_cells",
}

// event adds the line of an event.
func (l *lines) event(e *event) {
	l.word(e.Entity)
	l.int(int(e.Records))
	names := make([]string, len(e.Datasets))
	for i, n := range e.Datasets {
		names[i] = separators.Replace(n)
	}
	l.list(names, " ")
	l.int(int(e.Origins))
	l.date(e.DateFirst)
	l.date(e.DateLast)
	l.word(e.DateVerdict)
	l.list(e.DateCells, " ")
	l.digits(e.Latitude)
	l.digits(e.Longitude)
	l.digits(e.RadiusKm)
	l.word(e.PlaceVerdict)
	l.list(e.PlaceCells, " ")
	l.text(e.Country)
	l.text(e.Admin1)
	l.text(e.Place)
	l.text(e.Kind)
	l.word(e.KindVerdict)
	l.list(e.KindCells, " ")
	l.list(e.Actors, "; ")
	l.word(e.ActorsVerdict)
	l.list(e.ActorsCells, " ")
	l.digits(e.DeathsLow)
	l.digits(e.DeathsBest)
	l.digits(e.DeathsHigh)
	l.word(e.DeathsVerdict)
	l.list(e.DeathsCells, " ")
	l.digits(e.InjuredLow)
	l.digits(e.InjuredBest)
	l.digits(e.InjuredHigh)
	l.word(e.InjuredVerdict)
	l.list(e.InjuredCells, " ")
	l.end()
}

// parquetWriter takes the rows of events.parquet, a block of entities at a time.
func parquetWriter(w io.Writer) *parquet.GenericWriter[event] {
	return parquet.NewGenericWriter[event](w, parquet.Compression(&parquet.Snappy), parquet.CreatedBy("assay", "", ""))
}
