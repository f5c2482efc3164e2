package fact

import (
	"encoding/csv"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/groups"
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

var (
	// gedItem is one report of source_article: "office,date,headline", each in quotes.
	gedItem = regexp.MustCompile(`^([^,]*),(\d{4}-\d\d-\d\d)(?: [\d:.]+)?,(.*)$`)
	// dayInText is a date in a citation: 24 February 2011, February 24, 2011, 2011-02-24.
	dayInText = regexp.MustCompile(`\b(?:\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}|` +
		`(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2},? \d{4}|\d{4}-\d\d-\d\d)\b`)
	lastMonth  = regexp.MustCompile(` (?:January|February|March|April|May|June|July|August|September|October|November|December)\s*$`)
	webAddress = regexp.MustCompile(`(?i)\b(?:https?://|www\.)\S+`)
	quotes     = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‟", `"`)
	citedDates = []record.DateOrder{record.DateISO, record.DateDMonY, record.DateMDY}
)

// cited reads the sources of a row out of its original cells.
func (t *table) cited(row int, cells []string) []Source {
	text := func(name string) (string, int) {
		c := known(t.d, name)
		if c == nil || c.Index >= len(cells) {
			return "", -1
		}
		return strings.TrimSpace(cells[c.Index]), c.Index
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
		publisher, column := text("source_publisher")
		title, _ := text("source_title")
		date, _ := text("source_date")
		s := outletNames.outlet(publisher)
		s.entitle(title)
		s.Date = day(date)
		if s.Outlet != "" || s.Title != 0 {
			add([]Source{s}, column)
		}
	case t.d.Format.ID == "ged":
		article, column := text("source_article")
		add(gedSources(article), column)
	case t.d.Format.ID == "gtd":
		for _, name := range []string{"scite1", "scite2", "scite3"} {
			cite, column := text(name)
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

// gedSources reads source_article: a list of reports, each "office,date,headline"; on rows coded before sources were
// structured free text such as `Reuters News 24 February 2011 "Bomb in Northtown`.
func gedSources(text string) []Source {
	if text == "" {
		return nil
	}
	var out []Source
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes = ';', true
	items, err := r.Read()
	if err != nil {
		items = strings.Split(text, ";")
	}
	for _, item := range items {
		item = strings.TrimSpace(item)
		if m := gedItem.FindStringSubmatch(strings.Trim(item, `"`)); m != nil {
			s := outletNames.outlet(m[1])
			s.entitle(m[3])
			s.Date = day(m[2])
			out = append(out, s)
			continue
		}
		out = append(out, loose(item)...)
	}
	return out
}

// loose reads a citation in words: an outlet, a date and a headline after a quotation mark.
func loose(item string) []Source {
	item = quotes.Replace(item)
	head, title, quoted := strings.Cut(item, `"`)
	if !quoted {
		title = ""
	}
	title, _, _ = strings.Cut(title, `"`)
	at := dayInText.FindString(item)
	outlet := head
	if i := strings.IndexFunc(outlet, func(r rune) bool { return r >= '0' && r <= '9' }); i >= 0 {
		outlet = outlet[:i]
	}
	outlet = strings.TrimRight(lastMonth.ReplaceAllString(outlet, ""), " ,/")
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
	o := outletNames.outlet(name)
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
	text = webAddress.ReplaceAllString(quotes.Replace(text), "")
	before, rest, ok := strings.Cut(text, `"`)
	if !ok {
		return loose(text)
	}
	title, after, _ := strings.Cut(rest, `"`)
	at := dayInText.FindString(after)
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
	folded := groups.Fold(title)
	if folded == "" {
		return
	}
	s.Title = record.Hash([]byte(folded))
	for w := range strings.FieldsSeq(folded) {
		h := uint32(record.Hash([]byte(w)) >> 32)
		if strings.Trim(w, "0123456789") == "" {
			s.about = append(s.about, h)
		}
		if len(w) > 2 || strings.Trim(w, "0123456789") == "" {
			s.words = append(s.words, h)
		}
	}
	slices.Sort(s.words)
	s.words = slices.Compact(s.words)
	slices.Sort(s.about)
}
