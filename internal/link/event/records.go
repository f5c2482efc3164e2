// Package event links records of events: the same attack, clash or protest in several datasets, or told by several sources in
// one table of claims. It brings the blocking keys, the comparisons and the reference weights of events to package link.
package event

import (
	"cmp"
	"context"
	"math"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

// Records is the view of datasets that linking works on: one element a record in every slice, in an order that follows from
// the content of the records alone (day, then a hash of all cells), so that no result can depend on the order of files or rows.
type Records struct {
	Datasets []*record.Dataset
	Refs     []link.Ref

	data        []uint16 // index of the dataset
	claims      []bool   // by dataset: several records about one event are normal
	single      []bool   // by dataset: it is known to tell nothing twice; nil = of none is that known
	hash        []uint64 // of all cells
	first, last []int32  // days; first > last where not known
	lat, lon    []float32
	cosLat      []float32 // cosine of the latitude
	radius      []float32 // km of uncertainty; NaN where there is no point
	country     []int32   // number of the country, below 0 where not known; nil where every record has a point
	kind        []record.Kind
	means       []uint64
	targets     []uint64
	deaths      []count // coded
	noted       []count // dead as the note states; none where its texts deny harm and no column counts dead
	injured     []count
	admin1      []uint32 // token of the name, 0 = none
	admin2      []uint32
	note        []uint64 // digest of the note, 0 = none
	series      []uint64 // rows of one event or one series within a dataset, 0 = none
	linked      []uint64 // coordinated attacks that the dataset itself ties together (GTD), 0 = none
	extent      []uint8  // bits: multi, linked
	unit        []int32  // the first of the rows into which the dataset splits or repeats one event; the record itself where it does not
	content     []uint64 // digest of all that is compared, 0 = too little
	only        []bool   // no other record of the dataset has that digest
	rows        []uint8  // how many rows its unit has, at most severalRows
	sums        []count  // deaths over the unit
	daySums     []count  // deaths over the records of the dataset of that day and place, and over its series of linked incidents, whichever is more
	crowd       []uint8  // class of how many other records lie nearby in time and place

	kindCategories, actorCategories *categories // in taxonomies of the user, nil = none

	actors   lists // tokens of the names of specific actors
	classes  []uint8
	places   lists    // tokens of the names of the place
	text     lists    // tokens of all that the row says in words, each once: those that name neither its places nor its actors, sorted, then the others
	abouts   []uint32 // how many the former are
	headline lists    // tokens of the cited articles
	outlets  lists    // tokens of the names of the sources

	aboutInfo, headInfo []float32 // information of all tokens of about and headline

	df                 []uint32    // in how many records a token of a text occurs, by bucket
	textBits, headBits [][]float32 // by dataset and bucket: the information of a token
	actorDF            []uint32
	meansDF, targetDF  [][64]float32 // by dataset: rarity of a concept in bits
}

// count is a number of persons: low to high, best NaN where not stated.
type count struct{ low, best, high float32 }

var nan32 = float32(math.NaN())

// lists holds a list of tokens for each record, end to end.
type lists struct {
	ends []uint32
	all  []uint32
}

func (l *lists) of(i int32) []uint32 {
	start := uint32(0)
	if i > 0 {
		start = l.ends[i-1]
	}
	return l.all[start:l.ends[i]]
}

func (l *lists) add(tokens []uint32) {
	l.all = append(l.all, tokens...)
	l.ends = append(l.ends, uint32(len(l.all)))
}

// Bits of the classes of actors.
const (
	classState = 1 << iota
	classArmed
	classCivilians
	classProtesters
	classUnknown
)

// bucketBits is the size of the tables that count tokens: a token is counted by its upper bits.
const bucketBits = 18

func bucket(t uint32) uint32 { return t >> (32 - bucketBits) }

// N is the number of records.
func (r *Records) N() int { return len(r.Refs) }

// Read builds the view. Datasets that hold no events are left out; those that remain are in the order of their names. Texts are read
// again from the files.
func Read(ctx context.Context, datasets []*record.Dataset) (*Records, error) {
	r := &Records{}
	for _, d := range datasets {
		if d.Events != nil && d.Events.When != nil {
			r.Datasets = append(r.Datasets, d)
		}
	}
	slices.SortStableFunc(r.Datasets, func(a, b *record.Dataset) int { return strings.Compare(a.Name, b.Name) })
	readers := make(chan *reader, max(1, runtime.GOMAXPROCS(0)))
	for range cap(readers) {
		readers <- newReader()
	}
	parts := make([]*part, len(r.Datasets))
	errs := make([]error, len(r.Datasets))
	var pool sync.WaitGroup
	for i, d := range r.Datasets {
		pool.Add(1)
		go func() {
			defer pool.Done()
			parts[i], errs[i] = readPart(ctx, d, readers)
		}()
	}
	pool.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	r.merge(parts)
	return r, nil
}

// merge brings the records of all parts into the order of their content.
func (r *Records) merge(parts []*part) {
	total := 0
	r.df = make([]uint32, 1<<bucketBits)
	for i, p := range parts {
		total += p.n
		r.claims = append(r.claims, r.Datasets[i].Format.Claims)
		for b, n := range p.df {
			r.df[b] += n
		}
		r.textBits = append(r.textBits, information(p.df, p.n))
		r.headBits = append(r.headBits, information(p.headDF, p.n))
		r.meansDF = append(r.meansDF, rarities(p.meansDF, p.n))
		r.targetDF = append(r.targetDF, rarities(p.targetDF, p.n))
	}
	refs := order(parts, total)
	r.Refs = refs
	r.data = make([]uint16, total)
	for i, ref := range refs {
		r.data[i] = uint16(ref.Data)
	}
	take(&r.hash, refs, parts, func(p *part) []uint64 { return p.hash })
	take(&r.first, refs, parts, func(p *part) []int32 { return p.first })
	take(&r.last, refs, parts, func(p *part) []int32 { return p.last })
	take(&r.lat, refs, parts, func(p *part) []float32 { return p.lat })
	take(&r.lon, refs, parts, func(p *part) []float32 { return p.lon })
	take(&r.radius, refs, parts, func(p *part) []float32 { return p.radius })
	take(&r.kind, refs, parts, func(p *part) []record.Kind { return p.kind })
	take(&r.means, refs, parts, func(p *part) []uint64 { return p.means })
	take(&r.targets, refs, parts, func(p *part) []uint64 { return p.targets })
	take(&r.deaths, refs, parts, func(p *part) []count { return p.deaths })
	take(&r.noted, refs, parts, func(p *part) []count { return p.noted })
	take(&r.injured, refs, parts, func(p *part) []count { return p.injured })
	take(&r.admin1, refs, parts, func(p *part) []uint32 { return p.admin1 })
	take(&r.admin2, refs, parts, func(p *part) []uint32 { return p.admin2 })
	take(&r.note, refs, parts, func(p *part) []uint64 { return p.note })
	take(&r.series, refs, parts, func(p *part) []uint64 { return p.series })
	take(&r.linked, refs, parts, func(p *part) []uint64 { return p.linked })
	take(&r.extent, refs, parts, func(p *part) []uint8 { return p.extent })
	take(&r.classes, refs, parts, func(p *part) []uint8 { return p.classes })
	r.country = r.countries()
	r.cosLat = make([]float32, total)
	for i, lat := range r.lat {
		r.cosLat[i] = float32(math.Cos(float64(lat) * math.Pi / 180))
	}
	r.actors = gather(refs, parts, func(c *chunk) *lists { return &c.actors })
	r.places = gather(refs, parts, func(c *chunk) *lists { return &c.places })
	r.text = gather(refs, parts, func(c *chunk) *lists { return &c.text })
	r.headline = gather(refs, parts, func(c *chunk) *lists { return &c.headline })
	r.outlets = gather(refs, parts, func(c *chunk) *lists { return &c.outlets })
	r.actorDF = make([]uint32, 1<<bucketBits)
	for _, t := range r.actors.all {
		r.actorDF[bucket(t)]++
	}
	r.abouts, r.aboutInfo, r.headInfo = make([]uint32, total), make([]float32, total), make([]float32, total)
	r.content = make([]uint64, total)
	link.Each(total, blockRows, func(from, to int) {
		var named []uint32
		for i := int32(from); i < int32(to); i++ {
			named = r.setAbout(i, named[:0])
			r.headInfo[i] = informationOf(r.headline.of(i), r.headBits[r.data[i]])
			r.content[i] = r.digest(i)
		}
	})
	r.setOnly()
}

// blockRows is how many records are worked on at a time by one core.
const blockRows = 2048

// order lists the records of all parts by day and content.
func order(parts []*part, total int) []link.Ref {
	type key struct {
		first int32
		hash  uint64
		ref   link.Ref
	}
	keys := make([]key, 0, total)
	for i, p := range parts {
		for row := range p.n {
			keys = append(keys, key{p.first[row], p.hash[row], link.Ref{Data: int32(i), Row: int32(row)}})
		}
	}
	link.Sort(keys, func(a, b key) int {
		if a.first != b.first {
			return cmp.Compare(a.first, b.first)
		}
		return cmp.Or(cmp.Compare(a.hash, b.hash), a.ref.Compare(b.ref))
	})
	refs := make([]link.Ref, total)
	for i := range keys {
		refs[i] = keys[i].ref
	}
	return refs
}

// gather brings one sort of lists of all parts into the order of refs.
func gather(refs []link.Ref, parts []*part, of func(*chunk) *lists) lists {
	at := func(i int) []uint32 {
		c, row := parts[refs[i].Data].of(refs[i].Row)
		return of(c).of(row)
	}
	out := lists{ends: make([]uint32, len(refs))}
	n := 0
	for i := range refs {
		n += len(at(i))
		out.ends[i] = uint32(n)
	}
	out.all = make([]uint32, n)
	link.Each(len(refs), blockRows, func(from, to int) {
		for i := from; i < to; i++ {
			copy(out.of(int32(i)), at(i))
		}
	})
	return out
}

func take[T any](to *[]T, refs []link.Ref, parts []*part, of func(*part) []T) {
	out := make([]T, len(refs))
	lists := make([][]T, len(parts))
	for i, p := range parts {
		lists[i] = of(p)
	}
	for i, ref := range refs {
		out[i] = lists[ref.Data][ref.Row]
	}
	*to = out
}

// rarities turns counts of concepts into bits of information.
func rarities(df [64]uint32, n int) (out [64]float32) {
	for b, k := range df {
		out[b] = float32(min(10, -math.Log2((float64(k)+0.5)/(float64(n)+1))))
	}
	return out
}

// setAbout brings the words of a text that name no place, actor or division of the record before those that do.
func (r *Records) setAbout(i int32, named []uint32) []uint32 {
	places, actors, division := r.places.of(i), r.actors.of(i), r.admin1[i]
	text := r.text.of(i)
	about := text[:0]
	for _, t := range text {
		if t != division && !has(places, t) && !has(actors, t) {
			about = append(about, t)
		} else {
			named = append(named, t)
		}
	}
	copy(text[len(about):], named)
	r.abouts[i] = uint32(len(about))
	r.aboutInfo[i] = informationOf(about, r.textBits[r.data[i]])
	return named
}

// about lists the words of a text that name neither its places nor its actors.
func (r *Records) about(i int32) []uint32 { return r.text.of(i)[:r.abouts[i]] }
