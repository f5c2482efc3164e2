package linked

import (
	"context"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"

	"github.com/assaydata/assay/internal/fact"
)

// EventsCSV writes one row for each event; ids are those of [fact.IDs]. Lists are separated by spaces (cells, datasets) or by
// a semicolon and a space (actors).
func EventsCSV(ctx context.Context, w io.Writer, b *fact.Book, ids []string) error {
	return write(ctx, b, ids, newCSVEvents(w))
}

// EventsParquet writes the rows of [EventsCSV] with typed columns and lists.
func EventsParquet(ctx context.Context, w io.Writer, b *fact.Book, ids []string) error {
	return write(ctx, b, ids, newParquetEvents(w))
}

var head = []string{
	"entity", "records", "datasets", "origins", "date_first", "date_last", "date_verdict", "date_cells", "latitude", "longitude", "radius_km",
	"place_verdict", "place_cells", "country", "admin1", "place", "kind", "kind_verdict", "kind_cells", "actors", "actors_verdict",
	"actors_cells", "deaths_low", "deaths_best", "deaths_high", "deaths_verdict", "deaths_cells", "injured_low", "injured_best",
	"injured_high", "injured_verdict", "injured_cells",
}

// csvEvents writes events as CSV after RFC 4180 in UTF-8.
type csvEvents struct {
	out   *csv.Writer
	begun bool
	line  []string
}

func newCSVEvents(w io.Writer) *csvEvents {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	return &csvEvents{out: out}
}

func (s *csvEvents) begin() error {
	if s.begun {
		return nil
	}
	s.begun = true
	return s.out.Write(head)
}

func (s *csvEvents) add(e *event) error {
	if err := s.begin(); err != nil {
		return err
	}
	names := make([]string, len(e.Datasets))
	for i, n := range e.Datasets {
		names[i] = separators.Replace(n)
	}
	s.line = append(s.line[:0], e.Entity, strconv.Itoa(int(e.Records)), list(names), strconv.Itoa(int(e.Origins)),
		date(e.DateFirst), date(e.DateLast), e.DateVerdict, list(e.DateCells),
		digits(e.Latitude), digits(e.Longitude), digits(e.RadiusKm), e.PlaceVerdict, list(e.PlaceCells), guard(e.Country), guard(e.Admin1), guard(e.Place),
		guard(e.Kind), e.KindVerdict, list(e.KindCells),
		guard(strings.Join(e.Actors, "; ")), e.ActorsVerdict, list(e.ActorsCells),
		digits(e.DeathsLow), digits(e.DeathsBest), digits(e.DeathsHigh), e.DeathsVerdict, list(e.DeathsCells),
		digits(e.InjuredLow), digits(e.InjuredBest), digits(e.InjuredHigh), e.InjuredVerdict, list(e.InjuredCells))
	return s.out.Write(s.line)
}

func (s *csvEvents) close() error {
	if err := s.begin(); err != nil {
		return err
	}
	s.out.Flush()
	return s.out.Error()
}

func list(items []string) string { return guard(strings.Join(items, " ")) }

func digits(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

// batch is how many rows are handed to the Parquet writer at a time.
const batch = 1024

// parquetEvents writes events as Parquet.
type parquetEvents struct {
	out  *parquet.GenericWriter[event]
	rows []event
}

func newParquetEvents(w io.Writer) *parquetEvents {
	return &parquetEvents{
		out:  parquet.NewGenericWriter[event](w, parquet.Compression(&parquet.Snappy), parquet.CreatedBy("assay", "", "")),
		rows: make([]event, 0, batch),
	}
}

func (s *parquetEvents) add(e *event) error {
	if s.rows = append(s.rows, *e); len(s.rows) < batch {
		return nil
	}
	return s.flush()
}

func (s *parquetEvents) flush() error {
	_, err := s.out.Write(s.rows)
	s.rows = s.rows[:0]
	return err
}

func (s *parquetEvents) close() error {
	if err := s.flush(); err != nil {
		return err
	}
	return s.out.Close()
}
