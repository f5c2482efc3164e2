package fact

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

var (
	quotes     = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‟", `"`)
	citedDates = []record.DateOrder{record.DateISO, record.DateDMonY, record.DateMDY}
)

// straight replaces the quotation marks of print.
func straight(text string) string {
	if strings.IndexByte(text, 0xE2) < 0 { // with which all of them begin
		return text
	}
	return quotes.Replace(text)
}

// citing finds the columns with citations, by the names that a layout has for them.
func citing(d *record.Dataset) (out []int) {
	var names []string
	switch {
	case d.Format.Claims:
		names = []string{"source_publisher", "source_title", "source_date"}
	case d.Format.ID == "ged":
		names = []string{"source_article"}
	case d.Format.ID == "gtd":
		names = []string{"scite1", "scite2", "scite3"}
	}
	for _, name := range names {
		column := -1
		if c := known(d, name); c != nil {
			column = c.Index
		}
		out = append(out, column)
	}
	return out
}

// citing lists the columns that [table.cited] looks at.
func (t *table) citing() (columns []int) {
	for _, c := range t.cites {
		if c >= 0 {
			columns = append(columns, c)
		}
	}
	if c := t.d.Role(record.RoleArticle); c != nil {
		columns = append(columns, c.Index)
	}
	return columns
}

// cited reads the sources of a row out of its original cells.
func (t *table) cited(row int, cells []string) []Source {
	text := func(k int) (string, int) {
		column := t.cites[k]
		if column < 0 || column >= len(cells) {
			return "", -1
		}
		return strings.TrimSpace(cells[column]), column
	}
	var out []Source
	add := func(list []Source, column int) {
		for _, s := range list {
			s.Column = column
			out = append(out, s)
		}
	}
	switch {
	case t.d.Format.Claims:
		publisher, column := text(0)
		title, _ := text(1)
		date, _ := text(2)
		s := outletNames.outlet(publisher)
		s.entitle(title)
		s.Date = day(date)
		if s.Outlet != "" || s.Title != 0 {
			add([]Source{s}, column)
		}
	case t.d.Format.ID == "ged":
		article, column := text(0)
		add(gedSources(article), column)
	case t.d.Format.ID == "gtd":
		for k := range t.cites {
			cite, column := text(k)
			add(gtdSource(cite), column)
		}
	case t.d.Format.ID == "scad":
		out = append(out, pool...)
	default:
		if c := t.d.Role(record.RoleArticle); c != nil && c.Index < len(cells) {
			if s := (Source{Date: record.NoDay}); cells[c.Index] != "" {
				s.entitle(cells[c.Index])
				add([]Source{s}, c.Index)
			}
		}
	}
	if coded, ok := t.sources.of(row); ok && (len(out) == 0 || t.d.Format.ID != "ged") {
		out = append(out, coded...)
	}
	return out
}

// csvBuffers are those of readers of CSV, which take one over where it is large enough.
var csvBuffers = sync.Pool{New: func() any { return bufio.NewReader(nil) }}

// gedSources reads source_article: a list of reports, each "office,date,headline"; on rows coded before sources were
// structured free text such as `Reuters News 24 February 2011 "Bomb in Northtown`.
func gedSources(text string) []Source {
	if text == "" {
		return nil
	}
	var out []Source
	items, ok := listed(text)
	if !ok {
		in := csvBuffers.Get().(*bufio.Reader)
		defer csvBuffers.Put(in)
		in.Reset(strings.NewReader(text))
		r := csv.NewReader(in)
		r.Comma, r.LazyQuotes = ';', true
		var err error
		if items, err = r.Read(); err != nil {
			items = strings.Split(text, ";")
		}
	}
	for _, item := range items {
		item = strings.TrimSpace(item)
		if office, date, headline, ok := report(strings.Trim(item, `"`)); ok {
			s := outletNames.outlet(office)
			s.entitle(headline)
			s.Date = day(date)
			out = append(out, s)
			continue
		}
		out = append(out, loose(item)...)
	}
	return out
}

// loose reads a citation in words: an outlet, a date and a headline after a quotation mark.
func loose(item string) []Source {
	item = straight(item)
	head, title, quoted := strings.Cut(item, `"`)
	if !quoted {
		title = ""
	}
	title, _, _ = strings.Cut(title, `"`)
	at := dayIn(item)
	outlet := head
	if i := strings.IndexFunc(outlet, func(r rune) bool { return r >= '0' && r <= '9' }); i >= 0 {
		outlet = outlet[:i]
	}
	outlet = strings.TrimRight(withoutMonth(outlet), " ,/")
	if !strings.ContainsFunc(outlet, unicode.IsUpper) { // the rest of a headline with a semicolon
		outlet = ""
	}
	s := outletNames.outlet(outlet)
	s.entitle(title)
	s.Date = day(at)
	if s.Outlet == "" && s.Title == 0 {
		return nil
	}
	return []Source{s}
}

// publisher reports whether a name before a headline is that of a publisher, not of an author: sources are shown, and
// authors are persons.
func publisher(name string) bool {
	return outletNames.publisher(name)
}

func isPublisher(name string, o Source) bool {
	if o.Agency != "" || o.Relay || evidence.KindOf(&claim.Source{Publisher: name}) != evidence.UnknownKind {
		return true
	}
	fields := strings.Fields(name)
	return len(fields) == 1 || slices.Contains(fields, "of") || slices.Contains(fields, "The")
}

// gtdSource reads a citation of GTD: Author, "Headline," Agency or outlet, Month d, yyyy, address. What stands before the
// headline is the outlet where only an address stands behind it, else an author, who is dropped.
func gtdSource(text string) []Source {
	if text == "" {
		return nil
	}
	text = withoutAddresses(straight(text))
	before, rest, ok := strings.Cut(text, `"`)
	if !ok {
		return loose(text)
	}
	title, after, _ := strings.Cut(rest, `"`)
	at := dayIn(after)
	after = strings.ReplaceAll(after, at, "")
	s := Source{Date: record.NoDay}
	var relay Source
	for part := range strings.SplitSeq(after, ",") {
		o := outletNames.outlet(strings.Trim(part, " .()"))
		switch {
		case o.Outlet == "":
		case o.Relay:
			relay = o
		case o.Agency != "" && s.Agency == "":
			s.Agency = o.Agency
			if s.Outlet == "" {
				s.Outlet = o.Outlet
			}
		case s.Outlet == "":
			s.Outlet = o.Outlet
		}
	}
	if head := strings.Trim(before, " ,."); s.Outlet == "" && publisher(head) {
		o := outletNames.outlet(head)
		s.Outlet, s.Agency, s.Relay = o.Outlet, o.Agency, o.Relay
	}
	if s.Outlet == "" {
		s.Outlet, s.Relay = relay.Outlet, relay.Relay
	}
	s.entitle(title)
	s.Date = day(at)
	return []Source{s}
}

func day(text string) record.Day {
	d, part, ok := cell.ParseDate(strings.ReplaceAll(text, ",", ""), citedDates)
	if !ok {
		d, part, ok = cell.ParseDate(text, citedDates)
	}
	if !ok || part != cell.PartDay {
		return record.NoDay
	}
	return d
}

// entitle takes in a headline.
func (s *Source) entitle(title string) {
	var room [256]byte
	folded := fold(room[:0], title)
	if len(folded) == 0 {
		return
	}
	s.Title = record.Hash(folded)
	n := 1 + bytes.Count(folded, []byte{' '})
	s.words = make([]uint32, 0, n)
	for w := range bytes.SplitSeq(folded, []byte{' '}) {
		h := uint32(record.Hash(w) >> 32)
		number := len(bytes.Trim(w, "0123456789")) == 0
		if number {
			s.about = append(s.about, h)
		}
		if len(w) > 2 || number {
			s.words = append(s.words, h)
		}
	}
	slices.Sort(s.words)
	s.words = slices.Compact(s.words)
	slices.Sort(s.about)
}
