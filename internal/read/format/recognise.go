package format

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

// Match says what a table was recognised as and what each of its columns means.
type Match struct {
	Format   record.Format
	Fields   []*record.Field // one per header cell; nil = a column that the format does not know, which is kept as it is
	HXL      bool            // the second record is a row of HXL tags: no data, and it takes no row number
	NoHeader bool            // the first record is data; Header holds assumed names
	Header   []string        // the header as given, or the assumed names
	Remarks  []string        // what was assumed, for people
	Problems []string        // mistakes of the mapping that was given: columns that it names and the file does not have

	mapping *Mapping // the mapping that was given or applied
	base    *book    // codebook whose entries are used, nil for none
	guesses []guess  // for a table whose columns were guessed, one per header cell
}

// Recognise tells the layout of a table from its header. second is the record behind the header, nil where there is none;
// it shows an HXL row, data under a missing header, and how dates are written. A mapping, where one is given, wins over
// everything that would be recognised.
func Recognise(header, second []string, m *Mapping) Match {
	match := Match{Header: header, HXL: hxlRow(second)}
	names := normalise(header)
	if match.HXL {
		match.Remarks = append(match.Remarks, "the second record is a row of HXL tags and no data")
	}
	switch {
	case m != nil:
		match.apply(m)
	case match.known(names, second):
	case candidateRow(header):
		match.NoHeader, match.HXL, match.Header = true, false, gedHeader
		match.known(gedHeader, nil)
		match.Format.Layout, match.Format.Assumed = "candidate", true
		match.Format.Title = "UCDP GED candidate events, 49 columns without a header"
		match.Remarks = []string{"the first record is data: the 49 column names of UCDP GED from 20.1 are assumed"}
	default:
		if assumed, b := ofacRow(header); b != nil {
			match.NoHeader, match.HXL, match.Header = true, false, assumed
			match.base = b
			match.Format = record.Format{ID: b.id, Title: b.title, Layout: "published"}
			match.Fields, _ = b.bind(assumed)
			match.Remarks = []string{"the first record is data: the file has no header, as OFAC publishes it"}
			break
		}
		match.guess(names, second)
	}
	return match
}

// known fills the match if the names are those of a layout with a codebook.
func (m *Match) known(names, second []string) bool {
	set := nameSet(names)
	layout, b := detect(set)
	if b == nil {
		return false
	}
	if b == gtd && layout.short == gtdReworked {
		m.apply(reworkedMapping())
		m.Format.Layout, m.Format.Title, m.Format.Assumed = gtdReworked, "GTD, a re-worked copy with other column names", true
		m.Remarks = append(m.Remarks,
			"this is a re-worked copy of GTD: columns were renamed and values altered (shared deaths rounded, unknown values emptied or estimated)",
			"read through the mapping "+m.mapping.Name+"; assay init prints it")
		return true
	}
	m.base = b
	m.Format = record.Format{ID: b.id, Title: layout.title, Layout: layout.short, Release: layout.release, Claims: claimBooks[b.id]}
	var doubled []string
	m.Fields, doubled = b.bind(names)
	if b == acled {
		acledVariants(m.Fields, second, set)
	}
	m.Remarks = append(m.Remarks, layout.remarks...)
	for _, name := range doubled {
		m.Remarks = append(m.Remarks, fmt.Sprintf("column %s means the same as another one and is kept without its meaning", name))
	}
	if extra := unknown(m.Header, m.Fields); len(extra) > 0 {
		m.Remarks = append(m.Remarks, fmt.Sprintf("%s not of %s, kept as %s: %s", plural(len(extra), "column is", "columns are"), b.title, itIs(len(extra)), listed(extra)))
	}
	return true
}

// acledVariants gives two columns the entries under which some exports write them.
func acledVariants(fields []*record.Field, second []string, set map[string]bool) {
	for i, f := range fields {
		switch {
		case f == nil:
		case f.Name == "timestamp" && set["event_id_c"] && !set["event_date"]:
			fields[i] = acledStumpDate
		case f.Name == "interaction" && (set["population_best"] || i < len(second) && wordy(second[i])):
			fields[i] = acledWordyInteraction
		}
	}
}

func wordy(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && (s[0] < '0' || s[0] > '9') && s[0] != '#'
}

// unknown lists the named columns without an entry.
func unknown(header []string, fields []*record.Field) []string {
	var list []string
	for i, f := range fields {
		if f == nil && Normalise(header[i]) != "" {
			list = append(list, bare(header[i]))
		}
	}
	return list
}

// listed joins names, of many only the first.
func listed(names []string) string {
	const shown = 20
	if len(names) > shown {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:shown], ", "), len(names)-shown)
	}
	return strings.Join(names, ", ")
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

func itIs(n int) string {
	if n == 1 {
		return "it is"
	}
	return "they are"
}

// Normalise brings a header cell to the form in which names are compared: without byte order mark, quotes and spaces
// around it, in lower case, with single underscores for spaces and hyphens within.
func Normalise(name string) string {
	name = strings.ToLower(bare(name))
	if strings.ContainsAny(name, " -\t\u00a0") {
		name = strings.Join(strings.FieldsFunc(name, func(r rune) bool {
			return r == ' ' || r == '-' || r == '_' || r == '\t' || r == '\u00a0'
		}), "_")
	}
	return name
}

// bare takes from a header cell what does not belong to the name.
func bare(name string) string {
	name = strings.TrimSpace(strings.TrimPrefix(strings.ToValidUTF8(name, "\ufffd"), "\ufeff"))
	return strings.TrimSpace(strings.Trim(name, "\"'`"))
}

func normalise(header []string) []string {
	names := make([]string, len(header))
	for i, h := range header {
		names[i] = Normalise(h)
	}
	return names
}

func nameSet(names []string) map[string]bool {
	set := make(map[string]bool, len(names))
	for _, n := range names {
		set[n] = true
	}
	return set
}

// hxlRow reports whether most cells that hold anything are HXL tags. One tag proves nothing: a cell may begin with "#".
func hxlRow(record []string) bool {
	tags, filled := 0, 0
	for _, s := range record {
		s = strings.TrimSpace(s)
		if s == "" {
			continue
		}
		filled++
		if len(s) > 1 && s[0] == '#' && (s[1] >= 'a' && s[1] <= 'z' || s[1] >= 'A' && s[1] <= 'Z') {
			tags++
		}
	}
	return tags >= 2 && 2*tags > filled
}

// candidateRow reports whether a record looks like a row of GED in the order of its 49 columns.
func candidateRow(row []string) bool {
	if len(row) != len(gedHeader) {
		return false
	}
	whole := func(name string, from, to int) bool {
		n, err := strconv.ParseFloat(strings.TrimSpace(row[slices.Index(gedHeader, name)]), 64)
		return err == nil && n == float64(int64(n)) && n >= float64(from) && n <= float64(to)
	}
	day := func(name string) bool {
		_, _, ok := cell.ParseDate(row[slices.Index(gedHeader, name)], isoDates)
		return ok
	}
	return whole("id", 1, 1<<31) && whole("type_of_violence", 1, 3) && whole("where_prec", 1, 7) &&
		whole("date_prec", 1, 5) && day("date_start") && day("date_end")
}
