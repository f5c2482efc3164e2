package fact

import (
	"fmt"
	"math"
	"strings"

	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// Value is what a record, or several together, say of one field. Which part counts depends on the field.
type Value struct {
	When   record.When  // Date
	Lat    float64      // Place, degrees; NaN for other fields
	Lon    float64      //
	Radius float64      // Place: km within which the event may lie, +Inf where the point says nothing
	Count  record.Count // Deaths, Injured: low to high; High is +Inf where only a lower bound is stated
	Kind   record.Kind  // Kind; KindUnknown with a Text where several are possible
	Actors []*Actor     // Actors, each once
	Text   string       // Country, Admin1, PlaceName as written; kinds of a tie
	key    uint64       // what the text means: the country or unit, or its folded form
	exact  bool         // PlaceName: the record's point is that of a named place
	words  []uint64     // PlaceName, Admin1: hashes of the words that tell places apart
	where  *Value       // PlaceName: the point of the same record
}

func noValue() Value {
	return Value{
		When: record.When{First: record.NoDay, Last: record.NoDay}, Lat: record.NaNOf(record.Empty), Lon: record.NaNOf(record.Empty),
		Radius: math.Inf(1), Count: record.NoCount(),
	}
}

// String prints the value for people, without names of persons.
func (v *Value) String() string {
	switch {
	case v.When.Known():
		first, last := span(v.When)
		if first == last {
			return first.String()
		}
		return first.String() + " to " + last.String()
	case v.Lat == v.Lat:
		if math.IsInf(v.Radius, 1) {
			return fmt.Sprintf("%.4f, %.4f", v.Lat, v.Lon)
		}
		return fmt.Sprintf("%.4f, %.4f ± %.0f km", v.Lat, v.Lon, v.Radius)
	case stated(v.Count):
		return countText(v.Count)
	case v.Kind != record.KindUnknown:
		return v.Kind.String()
	case len(v.Actors) > 0:
		return strings.Join(v.ActorNames(), "; ")
	}
	return v.Text
}

// Days is the interval of days of a date with its precision, NoDay where the value is no date.
func (v *Value) Days() (first, last record.Day) {
	if !v.When.Known() {
		return record.NoDay, record.NoDay
	}
	return span(v.When)
}

// Bounds is the interval of a count, with the best estimate, which is NaN where none is stated; high is +Inf where only a
// lower bound is. All are NaN where the value is no count.
func (v *Value) Bounds() (low, best, high float64) {
	if !stated(v.Count) {
		return math.NaN(), math.NaN(), math.NaN()
	}
	low, high = bounds(v.Count)
	return low, float64(v.Count.Best), high
}

// ActorNames are the names of the actors as they may be published, each once.
func (v *Value) ActorNames() []string {
	var out []string
next:
	for _, a := range v.Actors {
		name := a.Name()
		for _, o := range out {
			if o == name {
				continue next
			}
		}
		out = append(out, name)
	}
	return out
}

// stated reports whether any part of a count is.
func stated(c record.Count) bool { return c.Low == c.Low || c.Best == c.Best || c.High == c.High }

// bounds is the interval of a count: a number without bounds is a point, a missing upper bound is open.
func bounds(c record.Count) (low, high float64) {
	low, high = float64(c.Low), float64(c.High)
	if low != low {
		low = float64(c.Best)
	}
	if high != high {
		high = float64(c.Best)
	}
	if low != low {
		low = 0
	}
	if high != high {
		high = math.Inf(1)
	}
	// A best estimate outside its own bounds is a matter of another rule; here it widens them.
	if b := float64(c.Best); b == b {
		low, high = min(low, b), max(high, b)
	}
	return min(low, high), max(low, high)
}

// central is the number that stands for a count: the best estimate, else what its bounds say.
func central(c record.Count) float64 {
	if c.Known() {
		return float64(c.Best)
	}
	low, high := bounds(c)
	if math.IsInf(high, 1) {
		return low
	}
	return middle(low, high)
}

// middle is the mean on the log scale, with one added so that zero has a place on it.
func middle(a, b float64) float64 { return math.Expm1((math.Log1p(a) + math.Log1p(b)) / 2) }

func countText(c record.Count) string {
	low, high := bounds(c)
	switch {
	case low == high:
		return wording.Number(float32(low))
	case math.IsInf(high, 1) && c.Known():
		return fmt.Sprintf("%s (at least %s)", wording.Number(c.Best), wording.Number(float32(low)))
	case math.IsInf(high, 1):
		return "at least " + wording.Number(float32(low))
	case c.Known():
		return fmt.Sprintf("%s (%s to %s)", wording.Number(c.Best), wording.Number(float32(low)), wording.Number(float32(high)))
	}
	return wording.Number(float32(low)) + " to " + wording.Number(float32(high))
}

// span is the interval of days in which an event may lie: that of the record, and around a single day as much as its
// precision allows.
func span(w record.When) (first, last record.Day) {
	if w.First != w.Last {
		return w.First, w.Last
	}
	pad := record.Day(0)
	switch w.Precision {
	case record.TimeWeek:
		pad = 3
	case record.TimeMonth:
		pad = 15
	case record.TimeLonger:
		pad = 183
	}
	return w.First - pad, w.Last + pad
}
