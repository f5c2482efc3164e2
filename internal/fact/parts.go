package fact

import (
	"fmt"
	"slices"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// Violation is where parts do not fit into their whole: together they count more than any record of the whole allows, or
// one lies outside the whole's dates. It is a finding about the records or about the link, and unlinks nothing.
type Violation struct {
	Entity int
	Field  Field // Date, Deaths or Injured
	Parts  []link.Ref
	Whole  link.Ref // the record of the whole that leaves the most room
	Sum    float64  // least number that the parts count together; 0 for dates
	High   float64  // most that the whole allows; 0 for dates
	Days   int      // dates: how many days the part lies outside
	Text   string
}

// violations compares parts with the whole. Parts of different datasets are the same dead counted twice, so that sums are
// made dataset by dataset.
func (e *entity) violations() []Violation {
	if len(e.parts) == 0 {
		return nil
	}
	out := e.outside()
	for _, f := range []Field{Deaths, Injured} {
		out = append(out, e.tooMany(f)...)
	}
	return out
}

// tooMany finds datasets whose parts count more than the whole may be.
func (e *entity) tooMany(f Field) []Violation {
	var whole *Claim
	high := -1.0
	var data []int32
	for i := range e.claims[f] {
		c := &e.claims[f][i]
		if c.Relation == link.PartOf {
			if !slices.Contains(data, c.Data) {
				data = append(data, c.Data)
			}
			continue
		}
		if _, h := bounds(c.Value.Count); !c.Repeat && h > high {
			high, whole = h, c
		}
	}
	if whole == nil {
		return nil
	}
	var out []Violation
	for _, d := range data {
		v := Violation{Field: f, Whole: whole.Ref, High: high}
		for i := range e.claims[f] {
			if c := &e.claims[f][i]; c.Relation == link.PartOf && c.Data == d && !c.Repeat {
				low, _ := bounds(c.Value.Count)
				if c.Shared { // the series' total was counted once, or its share stands for itself
					low = central(c.Value.Count)
				}
				v.Sum += low
				v.Parts = append(v.Parts, c.Ref)
			}
		}
		// Shares of a total are printed with few digits.
		if v.Sum <= high+0.01*float64(len(v.Parts)) {
			continue
		}
		name := e.b.Result.Datasets[d].Name
		if len(v.Parts) == 1 {
			v.Text = fmt.Sprintf("a part in %s counts %s, the whole at most %s", name, persons(f, v.Sum), wording.Number(float32(high)))
		} else {
			v.Text = fmt.Sprintf("%d parts in %s count %s together, the whole at most %s", len(v.Parts), name, persons(f, v.Sum), wording.Number(float32(high)))
		}
		out = append(out, v)
	}
	return out
}

// outside finds parts that lie outside the dates of every record of the whole, certainly: doubt about a day is no
// contradiction, a duration that reaches beyond is.
func (e *entity) outside() []Violation {
	var out []Violation
	for i := range e.claims[Date] {
		p := &e.claims[Date][i]
		if p.Relation != link.PartOf {
			continue
		}
		best := -1
		var whole link.Ref
		for j := range e.claims[Date] {
			w := &e.claims[Date][j]
			if w.Relation != link.Same {
				continue
			}
			if d := beyond(p.Value.When, w.Value.When); best < 0 || d < best {
				best, whole = d, w.Ref
			}
		}
		if best > 0 {
			out = append(out, Violation{
				Field: Date, Parts: []link.Ref{p.Ref}, Whole: whole, Days: best,
				Text: fmt.Sprintf("a part lies %s outside the dates of the whole", wording.Count(best, "day")),
			})
		}
	}
	return out
}

// beyond is how many days a part certainly lies outside of a whole.
func beyond(part, whole record.When) int {
	first, last := span(part)
	begin, end := span(whole)
	if part.Duration {
		return int(max(begin-first, last-end, 0))
	}
	return int(max(begin-last, first-end, 0))
}

// persons writes a number of dead or injured.
func persons(f Field, n float64) string {
	if f == Deaths {
		return wording.Deaths(n)
	}
	return wording.Number(float32(n)) + " injured"
}
