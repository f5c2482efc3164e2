package linked

import (
	"context"
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

// write writes every event, in the order of the entities, as CSV and as Parquet, and adds it to the tally; any of the three may be nil.
// Rows are made on all cores, a block at a time, and the two files are written side by side.
func write(ctx context.Context, b *fact.Book, ids []string, asCSV, asParquet io.Writer, tally *fact.Tally) error {
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
		rows  []event
		text  *lines
		tally *fact.Tally
	}
	texts := sync.Pool{New: func() any { return &lines{} }}
	var out *parquet.GenericWriter[event]
	if asParquet != nil {
		out = parquetWriter(asParquet)
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	queue := make(chan []event, 1)
	done := make(chan error, 1)
	go func() {
		var err error
		for rows := range queue {
			if err != nil || out == nil {
				continue
			}
			if _, err = out.Write(rows); err != nil {
				stop(err)
			}
		}
		done <- err
	}()
	rooms := sync.Pool{New: func() any { return &fact.Room{} }}
	a := newAddresses(b)
	err := fact.Blocks(ctx, b, func(from, to int) *block {
		x := &block{make([]event, to-from), texts.Get().(*lines), b.Tally()}
		x.text.buf = x.text.buf[:0]
		room := rooms.Get().(*fact.Room)
		defer rooms.Put(room)
		for i := from; i < to; i++ {
			e := &x.rows[i-from]
			v := b.EventIn(room, i)
			consolidated(e, a, ids[i], v)
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
	if failed := <-done; failed != nil {
		return failed
	}
	if err == nil && out != nil {
		err = out.Close()
	}
	return err
}

// consolidated is the row of one event.
func consolidated(e *event, a *addresses, id string, v *fact.Event) {
	b := a.book
	e.Entity, e.Records, e.Origins = id, int32(len(v.Same)), int32(v.Voices)
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
		verdict, cells := f.Verdict.String(), a.of(f)
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

// addresses writes the addresses of cells: dataset:row:column.
type addresses struct {
	book    *fact.Book
	data    []string   // beginning of the addresses of each dataset
	columns [][]string // their ends, by dataset and column
}

func newAddresses(b *fact.Book) *addresses {
	a := &addresses{book: b}
	for _, d := range b.Result.Datasets {
		var names []string
		for i := range d.Columns {
			names = append(names, ":"+separators.Replace(d.Columns[i].Name))
		}
		a.data, a.columns = append(a.data, separators.Replace(d.Name)+":"), append(a.columns, names)
	}
	return a
}

// of lists the cells that a value comes from.
func (a *addresses) of(f *fact.Fact) []string {
	// All in one piece of memory.
	var room [1024]byte
	all, ends := room[:0], make([]int, 0, 32)
	for c := range f.Supporting {
		row := a.book.Result.Datasets[c.Data].RowNumber(int(c.Row))
		for _, k := range c.Columns {
			all = append(all, a.data[c.Data]...)
			all = strconv.AppendInt(all, int64(row), 10)
			all = append(all, a.columns[c.Data][k]...)
			ends = append(ends, len(all))
		}
	}
	if len(ends) == 0 {
		return nil
	}
	text, begin := string(all), 0
	out := make([]string, len(ends))
	for i, end := range ends {
		out[i], begin = text[begin:end], end
	}
	return out
}
