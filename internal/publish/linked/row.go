package linked

import (
	"context"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/parquet-go/parquet-go"

	"github.com/assaydata/assay/internal/fact"
)

// event is one row of the consolidated events, as it stands in events.parquet. A number or date that is not known is absent;
// so is the upper bound of a count of which only a lower one is stated, and the radius of a point that says nothing.
type event struct {
	Entity   string   `parquet:"entity"`
	Records  int32    `parquet:"records"` // that describe the event
	Datasets []string `parquet:"datasets,list"`
	Origins  int32    `parquet:"origins"` // independent voices among the records

	DateFirst   *int32   `parquet:"date_first,optional,date"`
	DateLast    *int32   `parquet:"date_last,optional,date"`
	DateVerdict string   `parquet:"date_verdict,dict"`
	DateCells   []string `parquet:"date_cells,list"`
	DateOrigins int32    `parquet:"date_origins"`
	DateWhy     string   `parquet:"date_why,dict"`

	Latitude     *float64 `parquet:"latitude,optional"`
	Longitude    *float64 `parquet:"longitude,optional"`
	RadiusKm     *float64 `parquet:"radius_km,optional"`
	PlaceVerdict string   `parquet:"place_verdict,dict"`
	PlaceCells   []string `parquet:"place_cells,list"`
	PlaceOrigins int32    `parquet:"place_origins"`
	PlaceWhy     string   `parquet:"place_why,dict"`

	Country        string   `parquet:"country,dict"`
	CountryVerdict string   `parquet:"country_verdict,dict"`
	CountryCells   []string `parquet:"country_cells,list"`
	CountryOrigins int32    `parquet:"country_origins"`
	CountryWhy     string   `parquet:"country_why,dict"`

	Admin1        string   `parquet:"admin1,dict"`
	Admin1Verdict string   `parquet:"admin1_verdict,dict"`
	Admin1Cells   []string `parquet:"admin1_cells,list"`
	Admin1Origins int32    `parquet:"admin1_origins"`
	Admin1Why     string   `parquet:"admin1_why,dict"`

	PlaceName        string   `parquet:"place"`
	PlaceNameVerdict string   `parquet:"place_name_verdict,dict"`
	PlaceNameCells   []string `parquet:"place_name_cells,list"`
	PlaceNameOrigins int32    `parquet:"place_name_origins"`
	PlaceNameWhy     string   `parquet:"place_name_why,dict"`

	Kind        string   `parquet:"kind,dict"`
	KindVerdict string   `parquet:"kind_verdict,dict"`
	KindCells   []string `parquet:"kind_cells,list"`
	KindOrigins int32    `parquet:"kind_origins"`
	KindWhy     string   `parquet:"kind_why,dict"`

	Actors        []string `parquet:"actors,list"`
	ActorsVerdict string   `parquet:"actors_verdict,dict"`
	ActorsCells   []string `parquet:"actors_cells,list"`
	ActorsOrigins int32    `parquet:"actors_origins"`
	ActorsWhy     string   `parquet:"actors_why,dict"`

	DeathsLow     *float64 `parquet:"deaths_low,optional"`
	DeathsBest    *float64 `parquet:"deaths_best,optional"`
	DeathsHigh    *float64 `parquet:"deaths_high,optional"`
	DeathsVerdict string   `parquet:"deaths_verdict,dict"`
	DeathsCells   []string `parquet:"deaths_cells,list"`
	DeathsOrigins int32    `parquet:"deaths_origins"`
	DeathsWhy     string   `parquet:"deaths_why,dict"`

	InjuredLow     *float64 `parquet:"injured_low,optional"`
	InjuredBest    *float64 `parquet:"injured_best,optional"`
	InjuredHigh    *float64 `parquet:"injured_high,optional"`
	InjuredVerdict string   `parquet:"injured_verdict,dict"`
	InjuredCells   []string `parquet:"injured_cells,list"`
	InjuredOrigins int32    `parquet:"injured_origins"`
	InjuredWhy     string   `parquet:"injured_why,dict"`

	Parts   int32    `parquet:"parts"`        // further records, which describe parts of it
	Refuted []string `parquet:"refuted,list"` // values that two or more origins contradict and one alone holds
}

// standing is how the value of a field stands, in the places that an event has for it.
type standing struct {
	verdict *string
	cells   *[]string
	origins *int32
	why     *string
}

// standing returns the places for a field.
func (e *event) standing(f fact.Field) standing {
	switch f {
	case fact.Date:
		return standing{&e.DateVerdict, &e.DateCells, &e.DateOrigins, &e.DateWhy}
	case fact.Place:
		return standing{&e.PlaceVerdict, &e.PlaceCells, &e.PlaceOrigins, &e.PlaceWhy}
	case fact.Country:
		return standing{&e.CountryVerdict, &e.CountryCells, &e.CountryOrigins, &e.CountryWhy}
	case fact.Admin1:
		return standing{&e.Admin1Verdict, &e.Admin1Cells, &e.Admin1Origins, &e.Admin1Why}
	case fact.PlaceName:
		return standing{&e.PlaceNameVerdict, &e.PlaceNameCells, &e.PlaceNameOrigins, &e.PlaceNameWhy}
	case fact.Kind:
		return standing{&e.KindVerdict, &e.KindCells, &e.KindOrigins, &e.KindWhy}
	case fact.Actors:
		return standing{&e.ActorsVerdict, &e.ActorsCells, &e.ActorsOrigins, &e.ActorsWhy}
	case fact.Deaths:
		return standing{&e.DeathsVerdict, &e.DeathsCells, &e.DeathsOrigins, &e.DeathsWhy}
	}
	return standing{&e.InjuredVerdict, &e.InjuredCells, &e.InjuredOrigins, &e.InjuredWhy}
}

// write writes every event, in the order of the entities, as CSV and as Parquet, and adds it to the tally; any of the three may be nil.
// Rows are made on all cores, a block at a time, and the two files are written side by side. Finishing the Parquet file keeps one core
// busy; meanwhile, which may be nil, is for the others.
func write(ctx context.Context, b *fact.Book, ids []string, asCSV, asParquet io.Writer, tally *fact.Tally, meanwhile func() error) error {
	if asCSV != nil {
		var l lines
		for _, name := range head {
			l.word(name)
		}
		l.end()
		if _, err := asCSV.Write(l.buf); err != nil {
			return err
		}
	}
	type block struct {
		rows  *[]event
		text  *lines
		tally *fact.Tally
	}
	a := newAddresses(b)
	texts := sync.Pool{New: func() any { return &lines{plainCells: a.plain} }}
	tables := sync.Pool{New: func() any { return new([]event) }}
	var out *parquet.GenericWriter[event]
	if asParquet != nil {
		out = parquetWriter(asParquet)
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	queue := make(chan *[]event, 1)
	done := make(chan error, 1)
	var made error // of the rows; settled before the queue is closed
	go func() {
		var failed error
		for rows := range queue {
			if failed == nil && out != nil {
				if _, failed = out.Write(*rows); failed != nil {
					stop(failed)
				}
			}
			tables.Put(rows)
		}
		if failed == nil && made == nil && out != nil {
			failed = out.Close()
		}
		done <- failed
	}()
	rooms := sync.Pool{New: func() any { return &fact.Room{} }}
	made = fact.Blocks(ctx, b, func(from, to int) *block {
		x := &block{tables.Get().(*[]event), texts.Get().(*lines), b.Tally()}
		x.text.buf = x.text.buf[:0]
		rows := slices.Grow((*x.rows)[:0], to-from)[:to-from]
		clear(rows)
		*x.rows = rows
		room := rooms.Get().(*fact.Room)
		defer rooms.Put(room)
		cells := newCells(to - from)
		for i := from; i < to; i++ {
			e := &rows[i-from]
			v := b.EventIn(room, i)
			consolidated(e, a, cells, ids[i], v)
			if tally != nil {
				x.tally.Add(v)
			}
			if asCSV != nil {
				x.text.event(e)
			}
		}
		return x
	}, func(x *block) error {
		defer texts.Put(x.text)
		queue <- x.rows
		if tally != nil {
			tally.Merge(x.tally)
		}
		if asCSV == nil {
			return nil
		}
		_, err := asCSV.Write(x.text.buf)
		return err
	})
	close(queue)
	var besides error
	if made == nil && meanwhile != nil {
		besides = meanwhile()
	}
	if failed := <-done; failed != nil { // then the rows were stopped for it
		return errors.Join(failed, besides)
	}
	return errors.Join(made, besides)
}

// consolidated is the row of one event.
func consolidated(e *event, a *addresses, c *cells, id string, v *fact.Event) {
	b := a.book
	e.Entity, e.Records, e.Parts, e.Origins = id, int32(len(v.Same)), int32(len(v.Parts)), int32(v.Voices)
	for _, r := range v.Same {
		if name := b.Result.Datasets[r.Data].Name; !slices.Contains(e.Datasets, name) {
			e.Datasets = append(e.Datasets, name)
		}
	}
	slices.Sort(e.Datasets)
	for f := range fact.NumFields {
		*e.standing(f).verdict = fact.Unstated.String()
	}
	for i := range v.Facts {
		f := &v.Facts[i]
		to := e.standing(f.Field)
		if f.Why != fact.Alone {
			*to.why = f.Why
		}
		if f.Verdict == fact.Unstated {
			continue
		}
		*to.verdict, *to.origins, *to.cells = f.Verdict.OfValue().String(), int32(f.Origins), c.of(a, f)
		for _, text := range f.Refuted() {
			e.Refuted = append(e.Refuted, f.Field.String()+": "+text)
		}
		switch f.Field {
		case fact.Date:
			first, last := f.Value.Days()
			e.DateFirst, e.DateLast = ref(int32(first)), ref(int32(last))
		case fact.Place:
			e.Latitude, e.Longitude, e.RadiusKm = number(f.Value.Lat), number(f.Value.Lon), number(f.Value.Radius)
		case fact.Country:
			e.Country = f.Value.Text
		case fact.Admin1:
			e.Admin1 = f.Value.Text
		case fact.PlaceName:
			e.PlaceName = f.Value.Text
		case fact.Kind:
			e.Kind = f.Value.String()
		case fact.Actors:
			e.Actors = f.Value.ActorNames()
		case fact.Deaths:
			low, best, high := f.Value.Bounds()
			e.DeathsLow, e.DeathsBest, e.DeathsHigh = number(low), number(best), number(high)
		case fact.Injured:
			low, best, high := f.Value.Bounds()
			e.InjuredLow, e.InjuredBest, e.InjuredHigh = number(low), number(best), number(high)
		}
	}
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
	if math.Abs(v) < 1000 && math.Round(v*1e4)/1e4 == v { // a number of up to seven digits as it is
		return &v
	}
	short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 7, 64), 64)
	if err != nil {
		return &v
	}
	return &short
}

// separators are those of the addresses and of lists of them; in the names of datasets and columns they are written as in
// addresses of the web.
var separators = strings.NewReplacer("%", "%25", " ", "%20", ":", "%3A", ";", "%3B", "\t", "%09", "\n", "%0A", "\r", "%0D")

func separated(name string) string {
	if !strings.ContainsAny(name, "% :;\t\n\r") {
		return name
	}
	return separators.Replace(name)
}

// addresses are the parts that make up the addresses of cells, dataset:row:column.
type addresses struct {
	book    *fact.Book
	data    []string   // beginning of the addresses of each dataset
	columns [][]string // their ends, by dataset and column
	plain   bool       // lists of addresses stand in CSV as they are
}

func newAddresses(b *fact.Book) *addresses {
	a := &addresses{book: b, plain: true}
	for _, d := range b.Result.Datasets {
		begin := separated(d.Name) + ":"
		a.plain = a.plain && verbatim(begin)
		var names []string
		for i := range d.Columns {
			end := ":" + separated(d.Columns[i].Name)
			a.plain = a.plain && verbatim(end)
			names = append(names, end)
		}
		a.data, a.columns = append(a.data, begin), append(a.columns, names)
	}
	return a
}

// cells holds the addresses of many values in few pieces of memory.
type cells struct {
	text strings.Builder
	list []string
}

// newCells makes room for the addresses of so many events.
func newCells(events int) *cells {
	const most, long = 24, 24 // of most events, and in bytes
	c := &cells{list: make([]string, 0, most*events)}
	c.text.Grow(most * long * events)
	return c
}

// of lists the cells that a value comes from.
func (c *cells) of(a *addresses, f *fact.Fact) []string {
	begin := len(c.list)
	var room [20]byte
	for claim := range f.Supporting {
		row := strconv.AppendInt(room[:0], int64(a.book.Result.Datasets[claim.Data].RowNumber(int(claim.Row))), 10)
		for _, k := range claim.Columns {
			at := c.text.Len()
			c.text.WriteString(a.data[claim.Data])
			c.text.Write(row)
			c.text.WriteString(a.columns[claim.Data][k])
			c.list = append(c.list, c.text.String()[at:])
		}
	}
	if len(c.list) == begin {
		return nil
	}
	return c.list[begin:len(c.list):len(c.list)]
}
