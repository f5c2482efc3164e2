package privacy

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

// nameColumns hold nothing but names of the person of the row.
var nameColumns = map[string]bool{"name_in_source": true, "name_variants": true, "kunya_nisba": true, "person_key": true}

// personal are columns by which a person can be found or harmed: birth, address, documents, telephone. A coder may add such
// columns under any name.
var personal = regexp.MustCompile(`(?i)(?:^|[^a-z])(?:birth\w*|born|dob|yob|address\w*|residence|street|passport\w*|document\w*|national_?id\w*|` +
	`id_?(?:no|nr|card|number)\w*|tax_?id\w*|phone\w*|telephone\w*|mobile|e_?mail\w*|photo\w*|relatives?|parents?|spouse|children)(?:$|[^a-z])`)

// Cell is a cell as it may be shown. In tables of people the columns of names become the pseudonym, birth, address and
// documents are withheld, and a role is shown with its legal status; other cells lose the names in them.
func (s *Shield) Cell(d *record.Dataset, row, column int, text string) string {
	if s == nil || text == "" || d == nil || column < 0 || column >= len(d.Columns) {
		return text
	}
	if shown, ok := s.listCell(d, row, column); ok {
		return shown
	}
	name := d.Columns[column].Key()
	if isLeaders(d, column) {
		return s.leadersOf(text)
	}
	if isURL(text) {
		if s.URL(text) == "" {
			return Withheld
		}
		return text
	}
	r := s.claims[rowOf{d, row}]
	if r == nil {
		return s.Text(text)
	}
	status := ""
	if name == "role" {
		if c := d.Column("legal_status"); c != nil {
			if t, ok := c.Text(row); ok && strings.TrimSpace(t) != "" {
				status = " (" + strings.TrimSpace(t) + ")"
			}
		}
	}
	switch {
	case r.who.public:
		return s.Text(text) + status
	case nameColumns[name]:
		return r.who.label
	case personal.MatchString(name):
		return Withheld
	}
	return s.local(text, []*personRow{r}) + status
}

// URL is an address as it may be shown: "" where somebody's name stands in it, since an address with a pseudonym in it leads
// nowhere.
func (s *Shield) URL(address string) string {
	if s == nil {
		return address
	}
	plain := address
	if u, err := url.QueryUnescape(address); err == nil {
		plain = u
	}
	if s.Text(address) != address || s.Text(plain) != plain {
		return ""
	}
	return address
}

func isURL(s string) bool {
	return (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")) && !strings.ContainsAny(s, " \t\n")
}

// isLeaders reports whether a column holds the leaders of groups.
func isLeaders(d *record.Dataset, column int) bool {
	return d.Format.Claims && d.Format.ID == "groups" && column >= 0 && column < len(d.Columns) && d.Columns[column].Key() == "leaders"
}

// leadersOf shields a cell of names separated by semicolons, one by one.
func (s *Shield) leadersOf(text string) string {
	var out []string
	for _, part := range strings.Split(text, ";") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		switch who := s.leaders[folded(part)]; {
		case who == nil:
			out = append(out, Withheld)
		case who.public:
			out = append(out, part)
		default:
			out = append(out, who.label)
		}
	}
	return strings.Join(out, "; ")
}

// ID is the identifier of a row as it may be shown.
func (s *Shield) ID(d *record.Dataset, row int) string {
	id := d.ID(row)
	if s == nil || id == "" {
		return id
	}
	if r := s.claims[rowOf{d, row}]; r != nil && !r.who.public {
		return replace(id, r.words, s.names)
	}
	return s.Text(id)
}

// bornOn is a date after a word for birth, in whatever way it is written.
var bornOn = regexp.MustCompile(`(?i)(\b(?:born|birth|dob|yob)\b(?:[\s:(,]|(?:in|on|date|year|circa|about|around|is|was|as|of|given)\b)*)` +
	`(?:[0-9]{1,2}\.? +[a-z]{3,9}\.?,? +)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? +(?:[0-9]{1,2}, *)?)?` +
	`(?:[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|[0-9]{4}(?:[./-][0-9]+)*)`)

// local is a text in which the persons of some rows are in question: single words of their names, their keys, their birth
// dates and what else is withheld of them are recognised too.
func (s *Shield) local(text string, rows []*personRow) string {
	if len(rows) == 0 {
		return s.Text(text)
	}
	by := make([]index, 0, len(rows)+1)
	by = append(by, s.names)
	var never []string
	for _, r := range rows {
		by = append(by, r.words)
		never = append(never, r.never...)
	}
	text = replace(text, by...)
	for _, w := range never {
		text = replaceWord(text, w, Withheld)
	}
	return bornOn.ReplaceAllString(text, "${1}"+Withheld)
}

// replaceWord puts something else in the place of a text where it stands by itself and is no part of a longer word or number.
func replaceWord(text, what, with string) string {
	var b strings.Builder
	for from := 0; ; {
		i := strings.Index(text[from:], what)
		if i < 0 {
			b.WriteString(text[from:])
			return b.String()
		}
		i += from
		end := i + len(what)
		b.WriteString(text[from:i])
		if inner(text, i-1) || inner(text, end) {
			b.WriteString(what)
		} else {
			b.WriteString(with)
		}
		from = end
	}
}

func inner(text string, i int) bool {
	if i < 0 || i >= len(text) {
		return false
	}
	c := text[i]
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// dateForms lists how texts write a birth date.
func dateForms(s cell.Span) []string {
	var out []string
	if s.Text != "" {
		out = append(out, s.Text)
	}
	if !s.Known() || s.First != s.Last {
		return out
	}
	y, m, d := s.First.Date()
	year, day := strconv.Itoa(y), strconv.Itoa(d)
	out = append(out, s.First.String())
	two := func(n int) string {
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
		return strconv.Itoa(n)
	}
	for _, sep := range []string{".", "/"} {
		out = append(out, two(d)+sep+two(m)+sep+year, day+sep+strconv.Itoa(m)+sep+year, two(m)+sep+two(d)+sep+year)
	}
	for _, month := range []string{months[m-1], months[m-1][:3]} {
		out = append(out, day+" "+month+" "+year, two(d)+" "+month+" "+year, month+" "+day+", "+year, month+" "+day+" "+year)
	}
	return out
}

var months = [...]string{
	"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
}
