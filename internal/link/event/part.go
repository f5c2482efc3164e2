package event

import (
	"context"
	"math"
	"slices"
	"sync"

	"github.com/assaydata/assay/internal/record"
)

// part is the view of one dataset, by row.
type part struct {
	n                 int
	hash              []uint64
	first, last       []int32
	lat, lon          []float32
	radius            []float32
	kind              []record.Kind
	means             []uint64
	targets           []uint64
	deaths            []count
	noted             []count
	injured           []count
	admin1            []uint32
	admin2            []uint32
	note              []uint64
	series            []uint64
	linked            []uint64
	extent            []uint8
	classes           []uint8
	chunks            []chunk
	df, headDF        []uint32
	meansDF, targetDF [64]uint32
}

// chunkRows is how many rows are read at a time, by one goroutine.
const chunkRows = 512

// chunk is what chunkRows rows say in words.
type chunk struct{ actors, places, text, headline, outlets lists }

// of is the chunk of a row and the place of the row in it.
func (p *part) of(row int32) (*chunk, int32) { return &p.chunks[row/chunkRows], row % chunkRows }

// Bits of the extent of a record.
const (
	extentMulti   = 1 << iota // it sums up several days, places or incidents, or its words say so
	extentLinked              // its dataset says that it is one of several linked incidents
	extentPlaces              // it names several places
	extentSummary             // its dataset says that it is a summary
)

// column finds a column by its canonical name, nil where there is none.
func column(d *record.Dataset, name string) *record.Column {
	for i := range d.Columns {
		if f := d.Columns[i].Field; f != nil && f.Name == name {
			return &d.Columns[i]
		}
	}
	return nil
}

// farAway is the radius from which on distance says nothing.
const farAway = 1000

// readPart reads a dataset. The readers are shared with other datasets: there are as many as cores.
func readPart(ctx context.Context, d *record.Dataset, readers chan *reader) (*part, error) {
	p := &part{
		n: d.N, hash: d.RowHash, first: make([]int32, d.N), last: make([]int32, d.N),
		lat: make([]float32, d.N), lon: make([]float32, d.N), radius: make([]float32, d.N), kind: make([]record.Kind, d.N),
		means: make([]uint64, d.N), targets: make([]uint64, d.N), classes: make([]uint8, d.N),
		admin1: nameTokens(d, record.RoleAdmin1), admin2: nameTokens(d, record.RoleAdmin2),
		note: make([]uint64, d.N), series: series(d), linked: make([]uint64, d.N), extent: make([]uint8, d.N),
	}
	if p.hash == nil {
		p.hash = make([]uint64, d.N)
	}
	e := d.Events
	p.deaths, p.noted, p.injured = deaths(d), noted(e, d.N), injured(d)
	noteColumn := d.Role(record.RoleNote)
	for row := range d.N {
		w := e.When[row]
		p.first[row], p.last[row] = math.MaxInt32, math.MinInt32
		if w.Known() {
			p.first[row], p.last[row] = int32(w.First), int32(w.Last)
		}
		at := e.Where(row)
		p.lat[row], p.lon[row], p.radius[row] = nan32, nan32, nan32
		if at.OnGlobe() {
			p.lat[row], p.lon[row] = float32(at.Lat), float32(at.Lon)
			p.radius[row] = float32(min(at.Precision.RadiusKm(), farAway))
		}
		if e.Kinds != nil {
			p.kind[row] = e.Kinds[row]
		}
		if w.Known() && w.Duration && w.Days() >= 3 {
			p.extent[row] |= extentMulti
		}
		if noteColumn != nil && noteColumn.Has(row) {
			p.note[row] = noteColumn.Same(row)
		}
	}
	size := map[uint64]int{}
	for _, s := range p.series {
		if s != 0 {
			size[s]++
		}
	}
	for row, s := range p.series {
		if size[s] > 1 {
			p.extent[row] |= extentMulti | extentPlaces
		}
	}
	if c := column(d, "event_clarity"); c != nil {
		for row := range d.N {
			if n, ok := c.Number(row); ok && n == 2 {
				p.extent[row] |= extentMulti | extentSummary
			}
		}
	}
	if err := p.read(ctx, d, readers); err != nil {
		return nil, err
	}
	p.count()
	return p, nil
}

// read makes one pass over the file for all that is words: actors and places as codes were read before, long texts only now.
func (p *part) read(ctx context.Context, d *record.Dataset, readers chan *reader) error {
	r := <-readers
	t := newTexts(d, r)
	readers <- r
	p.chunks = make([]chunk, (p.n+chunkRows-1)/chunkRows)
	var pool sync.WaitGroup
	defer pool.Wait()
	// cells are those of the rows from a multiple of chunkRows on; nil where no text has to be read from the file.
	take := func(k int, cells [][]string) {
		r := <-readers
		pool.Go(func() {
			r.chunk.reset()
			for row := k * chunkRows; row < min(p.n, (k+1)*chunkRows); row++ {
				var c []string
				if cells != nil {
					c = cells[row-k*chunkRows]
				}
				t.row(r, p, row, c)
			}
			p.chunks[k] = r.chunk.clone()
			readers <- r
		})
	}
	if !t.needsFile {
		for k := range p.chunks {
			take(k, nil)
		}
		return ctx.Err()
	}
	rows := make([]int, p.n)
	for i := range rows {
		rows[i] = i
	}
	var cells [][]string
	return d.RereadColumns(ctx, rows, t.fromFile(), func(row int, c []string) error {
		if cells == nil {
			cells = make([][]string, 0, chunkRows)
		}
		cells = append(cells, c)
		if len(cells) == chunkRows || row == p.n-1 {
			take(row/chunkRows, cells)
			cells = nil
		}
		return nil
	})
}

func (c *chunk) lists() []*lists {
	return []*lists{&c.actors, &c.places, &c.text, &c.headline, &c.outlets}
}

func (c *chunk) reset() {
	for _, l := range c.lists() {
		l.ends, l.all = l.ends[:0], l.all[:0]
	}
}

func (c *chunk) clone() chunk {
	out := *c
	for _, l := range out.lists() {
		l.ends, l.all = slices.Clip(slices.Clone(l.ends)), slices.Clip(slices.Clone(l.all))
	}
	return out
}

// count counts in how many rows each token and concept occurs.
func (p *part) count() {
	p.df, p.headDF = make([]uint32, 1<<bucketBits), make([]uint32, 1<<bucketBits)
	for k := range p.chunks {
		for _, t := range p.chunks[k].text.all {
			p.df[bucket(t)]++
		}
		for _, t := range p.chunks[k].headline.all {
			p.headDF[bucket(t)]++
		}
	}
	for row := range p.n {
		setBits(p.means[row], &p.meansDF)
		setBits(p.targets[row], &p.targetDF)
	}
}

// nameTokens gives one token for the core of each name in a column: "Borno state" and "Borno" are one.
func nameTokens(d *record.Dataset, role record.Role) []uint32 {
	out := make([]uint32, d.N)
	c := d.Role(role)
	if c == nil || c.Storage != record.Coded {
		return out
	}
	by := make([]uint32, len(c.Dict.Texts))
	for i, text := range c.Dict.Texts {
		if c.Dict.States[i] == record.Present {
			for _, t := range coreTokens(text) {
				by[i] += t // the order of words does not matter
			}
		}
	}
	for row := range out {
		out[row] = by[c.Codes[row]]
	}
	return out
}

// unitWords name kinds of divisions and places, not one of them.
var unitWords = stopWords("state province region district lga county governorate department departamento departement prefecture oblast republic rayon territory city town village municipality area north south east west northern southern eastern western near around")

// coreTokens lists the tokens of a place's name without words for kinds of places; all tokens where nothing else is left.
func coreTokens(name string) []uint32 {
	var out, all []uint32
	for _, s := range fields(name) {
		t := tokenOf(s)
		all = append(all, t)
		if !unitWords[s] && !idle[s] {
			out = append(out, t)
		}
	}
	if len(out) == 0 {
		return all
	}
	return out
}

// series finds the rows over which a dataset tells one event (SCAD: one row a place), by its identifier.
func series(d *record.Dataset) []uint64 {
	out := make([]uint64, d.N)
	id := d.Role(record.RoleID)
	if id == nil {
		return out
	}
	switch d.Format.ID {
	case "scad":
		for row := range out {
			if text, ok := id.Text(row); ok && text != "" {
				out[row] = record.Hash([]byte(text))
			}
		}
	}
	return out
}

func deaths(d *record.Dataset) []count {
	out := make([]count, d.N)
	if d.Format.Claims {
		claimed(d, out)
		return out
	}
	for row := range out {
		out[row] = count{nan32, nan32, nan32}
		if d.Events.Deaths == nil {
			continue
		}
		c := d.Events.Deaths[row]
		x := count{c.Low, c.Best, c.High}
		if x.best != x.best && x.low == x.low && x.low == x.high {
			x.best = x.low
		}
		if x.low != x.low {
			x.low = x.best
		}
		if x.high != x.high {
			x.high = x.best
		}
		// Only a lower or only an upper bound: the number that is stated is all there is to compare.
		if x.high != x.high {
			x.high = x.low
		}
		if x.low != x.low {
			x.low = x.high
		}
		out[row] = x
	}
	return out
}

// claimed adds up the dead of a row of a claim table, once without the attackers and once with them.
func claimed(d *record.Dataset, out []count) {
	civilians, security, attackers := column(d, "killed_civilians"), column(d, "killed_security"), column(d, "killed_perpetrators")
	for row := range out {
		out[row] = count{nan32, nan32, nan32}
		sum, some := float32(0), false
		for _, c := range []*record.Column{civilians, security} {
			if c != nil {
				if v, ok := c.Number(row); ok {
					sum, some = sum+float32(v), true
				}
			}
		}
		with, all := sum, some
		if attackers != nil {
			if v, ok := attackers.Number(row); ok {
				with, all = sum+float32(v), true
			}
		}
		if all {
			out[row] = count{sum, sum, with}
			if !some {
				out[row].best = with
			}
		}
	}
}

func noted(e *record.Events, n int) []count {
	out := make([]count, n)
	for row := range out {
		out[row] = count{nan32, nan32, nan32}
		if e.Note == nil {
			continue
		}
		switch {
		case e.Note.DeadLow != nil && e.Note.DeadLow[row] == e.Note.DeadLow[row] && e.Note.DeadHigh[row] < 1e6:
			out[row] = count{e.Note.DeadLow[row], e.Note.DeadLow[row], e.Note.DeadHigh[row]}
		case e.Note.SaidLow != nil && e.Note.SaidLow[row] == e.Note.SaidLow[row]:
			out[row] = count{e.Note.SaidLow[row], e.Note.SaidLow[row], e.Note.SaidHigh[row]}
		case e.Note.NoDead != nil && e.Note.NoDead[row]:
			out[row] = count{}
		}
	}
	return out
}

func injured(d *record.Dataset) []count {
	out := make([]count, d.N)
	list := d.Events.Injured
	for row := range out {
		out[row] = count{nan32, nan32, nan32}
		if list != nil && list[row] == list[row] {
			out[row] = count{list[row], list[row], list[row]}
		}
	}
	return out
}

// distinct sorts tokens and drops repetitions.
func distinct(list []uint32) []uint32 {
	slices.Sort(list)
	return slices.Compact(list)
}
