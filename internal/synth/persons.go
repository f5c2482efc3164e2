package synth

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"

	"github.com/assaydata/assay/internal/record"
)

// PersonOptions say what register of persons to make.
type PersonOptions struct {
	Rows   int
	Seed   uint64
	Single bool // everybody stands in it once
	Whole  bool // one column for the name as a whole instead of given and family name
}

// repeated is the share of persons that a register holds more than once.
const repeated = 0.2

// Persons writes an invented register of persons in which some stand two to five times, with the slips that typists make, as CSV. The
// column cluster says who is who. Names are put together out of syllables, so that they are nobody's, and spread as names are: some
// common, most rare. The same options give the same bytes.
func Persons(w io.Writer, o PersonOptions) error {
	out := bufio.NewWriterSize(w, 1<<20)
	header := "id,given_name,family_name,date_of_birth,sex,street_number,street,city,postcode,email,phone,active_from,death_date,cluster\n"
	if o.Whole {
		header = "id,full_name,date_of_birth,sex,birth_place,nationality,passport,active_from,death_date,cluster\n"
	}
	if _, err := out.WriteString(header); err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(o.Seed, 0x9e52))
	g := newPeople(r)
	// Records are written in an order in which those of one person are not together.
	var waiting []person
	flush := func(most int) {
		for len(waiting) > most {
			k := r.IntN(len(waiting))
			waiting[k].write(out, o.Whole)
			waiting[k] = waiting[len(waiting)-1]
			waiting = waiting[:len(waiting)-1]
		}
	}
	for row, cluster := 0, 0; row < o.Rows; cluster++ {
		p := g.next(cluster)
		copies := 1
		if r.Float64() < repeated && !o.Single {
			copies = 2 + min(3, int(r.ExpFloat64()*0.8))
		}
		for k := 0; k < copies && row < o.Rows; k++ {
			x := p
			if k > 0 {
				g.spoil(&x)
			}
			x.id = row + 1
			waiting = append(waiting, x)
			row++
		}
		flush(10_000)
	}
	flush(0)
	return out.Flush()
}

type person struct {
	id, cluster          int
	given, family        string
	born                 string
	sex                  string
	number, street, city string
	postcode             string
	email, phone         string
	passport, nation     string
	active, died         string
}

type people struct {
	r                       *rand.Rand
	given, family, streets  []string
	cities, nations, emails []string
}

var ofNames = strings.Fields("an ar ba bel dan der el fa gor ha il ir ja ka kel la lin ma mar mi na nor ol per ra ri ro sa sel ta tor ul va vin wen yar za zor " +
	"bre cho dri fro gla kli pra sho tri")

func newPeople(r *rand.Rand) *people {
	word := func(least, most int) string {
		var b strings.Builder
		for range least + r.IntN(most-least+1) {
			b.WriteString(ofNames[r.IntN(len(ofNames))])
		}
		return b.String()
	}
	list := func(n, least, most int) []string {
		out := make([]string, n)
		for i := range out {
			out[i] = word(least, most)
		}
		return out
	}
	return &people{
		r: r, given: list(3_000, 2, 3), family: list(60_000, 2, 4), streets: list(5_000, 2, 3), cities: list(800, 2, 3), nations: list(40, 2, 3),
		emails: []string{"post.example", "mail.example", "letters.example", "web.example"},
	}
}

// often draws a value of a list, the first ones far more often than the last.
func (g *people) often(list []string) string {
	u := g.r.Float64()
	return list[int(u*u*u*float64(len(list)))]
}

func (g *people) date() string {
	y, m := 1930+g.r.IntN(80), 1+g.r.IntN(12)
	return fmt.Sprintf("%04d-%02d-%02d", y, m, 1+g.r.IntN(record.DaysIn(y, m)))
}

func (g *people) next(cluster int) person {
	r := g.r
	p := person{
		cluster: cluster, given: g.often(g.given), family: g.often(g.family), born: g.date(), sex: [...]string{"f", "m"}[r.IntN(2)],
		number: fmt.Sprint(1 + r.IntN(200)), street: g.often(g.streets) + " street", city: g.often(g.cities),
		phone: fmt.Sprintf("0%09d", r.IntN(1_000_000_000)), passport: fmt.Sprintf("%c%07d", 'A'+rune(r.IntN(26)), r.IntN(10_000_000)),
		nation: g.often(g.nations),
	}
	if year := (int(p.born[0])*1000 + int(p.born[1])*100 + int(p.born[2])*10 + int(p.born[3])) - '0'*1111; r.Float64() < 0.3 {
		p.active = fmt.Sprint(year + 20 + r.IntN(20))
		if r.Float64() < 0.5 {
			p.died = fmt.Sprintf("%d-%02d", year+41+r.IntN(40), 1+r.IntN(12))
		}
	}
	p.postcode = fmt.Sprintf("%05d", 10_000+r.IntN(80_000))
	p.email = fmt.Sprintf("%s.%s%d@%s", p.given, p.family, r.IntN(100), g.emails[r.IntN(len(g.emails))])
	for _, field := range []*string{&p.email, &p.phone, &p.passport} {
		if r.Float64() < 0.3 {
			*field = ""
		}
	}
	return p
}

// spoil does to a copy what happens to records on the way.
func (g *people) spoil(p *person) {
	r := g.r
	chance := func(c float64) bool { return r.Float64() < c }
	for _, x := range []struct {
		field *string
		slip  float64
		lost  float64
	}{
		{&p.given, .15, .04},
		{&p.family, .15, .02},
		{&p.street, .10, .10},
		{&p.city, .08, .10},
		{&p.email, .06, .15},
		{&p.phone, .05, .15},
		{&p.postcode, .04, .08},
		{&p.passport, .05, .15},
	} {
		switch {
		case chance(x.lost):
			*x.field = ""
		case chance(x.slip):
			*x.field = g.slip(*x.field)
		}
	}
	switch {
	case chance(.05):
		p.born = ""
	case chance(.06):
		b := []byte(p.born)
		at := [...]int{2, 3, 5, 6, 8, 9}[r.IntN(6)]
		b[at] = '0' + byte(r.IntN(10))
		p.born = string(b)
	case chance(.02):
		p.born = p.born[:5] + p.born[8:] + "-" + p.born[5:7]
	}
	if chance(.03) {
		p.given, p.family = p.family, p.given
	}
	if chance(.03) && p.given != "" {
		p.given = p.given[:1]
	}
	if chance(.12) { // moved
		p.number, p.street, p.city = fmt.Sprint(1+r.IntN(200)), g.often(g.streets)+" street", g.often(g.cities)
		p.postcode = fmt.Sprintf("%05d", 10_000+r.IntN(80_000))
	}
	if chance(.10) && p.phone != "" {
		p.phone = fmt.Sprintf("0%09d", r.IntN(1_000_000_000))
	}
}

// slip makes one slip of the pen in a text of ASCII letters and digits.
func (g *people) slip(s string) string {
	if len(s) < 2 {
		return s
	}
	b := []byte(s)
	i := g.r.IntN(len(b) - 1)
	c := byte('a' + g.r.IntN(26))
	if b[i] >= '0' && b[i] <= '9' {
		c = byte('0' + g.r.IntN(10))
	}
	switch g.r.IntN(4) {
	case 0:
		b[i] = c
	case 1:
		b[i], b[i+1] = b[i+1], b[i]
	case 2:
		b = append(b[:i], b[i+1:]...)
	default:
		b = append(b[:i], append([]byte{c}, b[i:]...)...)
	}
	return string(b)
}

func (p *person) write(w *bufio.Writer, whole bool) {
	if whole {
		fmt.Fprintf(w, "%d,%s,%s,%s,%s,%s,%s,%s,%s,%d\n", p.id, strings.TrimSpace(p.given+" "+p.family), p.born, p.sex, p.city, p.nation, p.passport, p.active, p.died, p.cluster)
		return
	}
	fmt.Fprintf(w, "%d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%d\n", p.id, p.given, p.family, p.born, p.sex, p.number, p.street, p.city, p.postcode, p.email, p.phone,
		p.active, p.died, p.cluster)
}
