package synth

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
)

// Overlapping makes datasets that watch one invented world and contradict each other nowhere, as CSV by layout. Each of n events
// is in a dataset by chance: its size and place have no part in it. Dates, places and numbers are those of the event as far as
// the layout's precision goes; sources and wording are a dataset's own, so that no two of them are one voice.
func Overlapping(n int, seed uint64) map[string]string { return watch(n, seed, false) }

// Apart is Overlapping with every event in one dataset only.
func Apart(n int, seed uint64) map[string]string { return watch(n, seed, true) }

// caught is the chance with which a dataset has an event that is of its kind.
const caught = 0.6

var layouts = map[string]struct {
	header string
	row    func(*bufio.Writer, *event)
}{
	"acled": {acledHeader, writeACLED},
	"ged":   {gedHeader, writeGED},
	"gtd":   {gtdHeader, writeGTD},
	"scad":  {scadHeader, writeSCAD},
}

// desk is one of the datasets: what it has written, and its serial numbers.
type desk struct {
	layout string
	text   strings.Builder
	out    *bufio.Writer
	r      *rand.Rand
	n      int
	days   map[int32]int
	land   map[string]int
}

func watch(n int, seed uint64, apart bool) map[string]string {
	g := newGenerator(seed, 0, true)
	r := rand.New(rand.NewPCG(seed, 0x4d5e))
	var desks []*desk
	for i, layout := range Layouts {
		d := &desk{layout: layout, r: rand.New(rand.NewPCG(seed, uint64(0x100+i))), days: map[int32]int{}, land: map[string]int{}}
		d.out = bufio.NewWriter(&d.text)
		io.WriteString(d.out, layouts[layout].header)
		desks = append(desks, d)
	}
	for range n {
		e := g.next()
		if strings.HasPrefix(e.actor1, "Unidentified") {
			e.ally1 = "" // else one layout would name somebody
		}
		var in []*desk
		for _, d := range desks {
			hit := r.Float64() < caught
			if hit && d.covers(&e) {
				in = append(in, d)
			}
		}
		if apart && len(in) > 1 {
			k := r.IntN(len(in))
			in = in[k : k+1]
		}
		for _, d := range in {
			d.write(e)
		}
	}
	out := map[string]string{}
	for _, d := range desks {
		d.out.Flush()
		out[d.layout] = d.text.String()
	}
	return out
}

// covers reports whether an event is of a dataset's kind. Where a layout can't hold what happened (an unidentified side in UCDP
// GED, an attack by the state in GTD) the dataset leaves the event out, since it would have to say something else.
func (d *desk) covers(e *event) bool {
	unnamed := strings.HasPrefix(e.actor1, "Unidentified") || strings.HasPrefix(e.actor2, "Unidentified")
	armed := e.kind == battle || e.kind == attack || e.kind == bombing
	switch d.layout {
	case "ged":
		return armed && e.deaths > 0 && !unnamed
	case "gtd":
		return armed && !(e.class1 == 1 && e.class2 == 7)
	case "scad":
		return e.timePrec != 3 // a range is how long the event lasted: doubt about the day can't be written
	}
	return true
}

// write puts down what a dataset says of an event.
func (d *desk) write(e event) {
	d.n++
	d.days[int32(e.first)]++
	d.land[e.country.name]++
	e.n, e.serial, e.serialInCountry = d.n, d.days[int32(e.first)], d.land[e.country.name]
	e.noise = d.r.Uint64()
	if d.layout == "scad" {
		e.noise |= 1 << 50 // one row, one place
	}
	// Each dataset takes the point from a gazetteer of its own: within 2 km.
	s := *e.site
	angle, km := d.r.Float64()*2*math.Pi, 2*d.r.Float64()
	s.lat += km * math.Sin(angle) / 111.2
	s.lon += km * math.Cos(angle) / (111.2 * math.Cos(s.lat*math.Pi/180))
	s.lat, s.lon = math.Round(s.lat*1e4)/1e4, math.Round(s.lon*1e4)/1e4
	e.site, e.lat, e.lon = &s, s.lat, s.lon
	e.sources = slices.Clone(e.sources)
	for i, o := range e.sources {
		e.sources[i] = fmt.Sprintf("%s %s", o, deskNames[d.layout])
	}
	layouts[d.layout].row(d.out, &e)
}

// deskNames tell the outlets that a dataset reads from those of the others.
var deskNames = map[string]string{"acled": "Evening Edition", "ged": "World Service", "gtd": "Online", "scad": "Weekly"}
