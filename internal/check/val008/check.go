package val008

import (
	"fmt"
	"math"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func applies(p *check.Pass) string {
	if p.Data.N == 0 || p.Data.N < p.Int("min_rows") {
		return fmt.Sprintf("only %s: a column may be empty by chance", wording.Count(p.Data.N, "row"))
	}
	return ""
}

func run(p *check.Pass) {
	for i := range p.Data.Columns {
		if p.Cancelled() {
			return
		}
		c := &p.Data.Columns[i]
		if !expected(p.Data, c) {
			continue
		}
		value, isEmpty, same := constant(c, p.Data.N)
		switch {
		case !same:
		case isEmpty:
			p.Report(emptyColumn(p.Data, c))
		case varies(c):
			p.Report(sameColumn(p.Data, c, value))
		}
	}
}

// expected reports whether the codebook expects values in a column.
func expected(d *record.Dataset, c *record.Column) bool {
	if c.Field == nil {
		// A table without codebook: a named column says by its name that it holds something.
		return (d.Format.ID == "table" || d.Format.ID == "mapped") && c.Name != ""
	}
	return !c.Field.Required && !sparse(d.Format.ID, c.Field)
}

// sparseNames are columns that the codebooks leave empty in most records, so that all may be empty in a real dataset.
var sparseNames = map[string]bool{
	// ACLED
	"admin2": true, "admin3": true, "actor2": true, "assoc_actor_1": true, "assoc_actor_2": true,
	// UCDP GED
	"adm_1": true, "adm_2": true, "gwnoa": true, "gwnob": true,
	// GTD
	"approxdate": true, "resolution": true, "alternative": true, "alternative_txt": true, "gsubname": true, "individual": true,
	"motive": true, "related": true, "propvalue": true, "propcomment": true, "propextent": true, "propextent_txt": true,
	"nhostkid": true, "nhostkidus": true, "nhours": true, "ndays": true, "divert": true, "kidhijcountry": true, "ransom": true,
	"ransomamt": true, "ransomamtus": true, "ransompaid": true, "ransompaidus": true, "ransomnote": true,
	"hostkidoutcome": true, "hostkidoutcome_txt": true, "nreleased": true, "claimmode": true, "claimmode_txt": true,
	"compclaim": true, "addnotes": true, "location": true, "weapdetail": true, "scite2": true, "scite3": true,
	// SCAD
	"target2": true, "issue2": true, "issue3": true, "geo_comments": true, "location_precision": true, "notes": true,
	"acd_questionable": true,
}

// sparse reports whether a column is empty for most records by design.
func sparse(format string, f *record.Field) bool {
	if format == "acled" && f.Name == "notes" {
		return false
	}
	if sparseNames[f.Name] {
		return true
	}
	if format != "gtd" && format != "scad" {
		return false
	}
	// The second, third and fourth of several: attacktype2, targsubtype3_txt, actor3.
	switch name := strings.TrimSuffix(f.Name, "_txt"); name[len(name)-1] {
	case '2', '3', '4':
		return name != "crit2" && name != "crit3"
	}
	return false
}

// constant reports whether all cells of a column are the same, whether they are empty, and the value for people.
func constant(c *record.Column, n int) (value string, isEmpty, same bool) {
	switch c.Storage {
	case record.Coded:
		for _, code := range c.Codes {
			if code != c.Codes[0] && (c.Dict.States[code] != record.Empty || c.Dict.States[c.Codes[0]] != record.Empty) {
				return "", false, false
			}
		}
		return c.Dict.Texts[c.Codes[0]], c.Dict.States[c.Codes[0]] == record.Empty, true
	case record.Real:
		for _, v := range c.Reals {
			if math.Float64bits(v) != math.Float64bits(c.Reals[0]) {
				return "", false, false
			}
		}
	default:
		for row := 1; row < n; row++ {
			if c.Same(row) != c.Same(0) {
				return "", false, false
			}
		}
	}
	value, _ = c.Text(0)
	return value, c.State(0) == record.Empty, true
}

// varies reports whether the rows of a column must differ.
func varies(c *record.Column) bool {
	f := c.Field
	if f == nil {
		return false
	}
	switch f.Role {
	case record.RoleID, record.RoleLat, record.RoleLon, record.RoleDate, record.RoleDateEnd, record.RoleNote, record.RoleArticle:
		return true
	}
	return f.Type == record.TypeID || f.Type == record.TypeSerial
}

func emptyColumn(d *record.Dataset, c *record.Column) check.Finding {
	f := check.Finding{
		Row: -1, Column: c.Index,
		Message:  fmt.Sprintf("%s is empty in all %s", tabular.Name(c), wording.Count(d.N, "row")),
		Why:      "the column has a name and no value",
		Help:     "obtain the column from the dataset's release, or drop it, so that nobody filters on it",
		Expected: "values", Found: "nothing", Weight: 2,
	}
	if c.Field != nil {
		f.Why = "the codebook expects values in some rows at least"
		if c.Field.Doc != "" {
			f.Why += " (" + c.Field.Doc + ")"
		}
	} else {
		f.Confidence = 0.7
	}
	return f
}

func sameColumn(d *record.Dataset, c *record.Column, value string) check.Finding {
	f := check.Finding{
		Row: -1, Column: c.Index,
		Message:  fmt.Sprintf("%s is the same in all %s", tabular.Name(c), wording.Count(d.N, "row")),
		Why:      "rows must differ in this column",
		Help:     "obtain the column from the dataset's release; it can't tell rows apart here",
		Expected: "different values", Weight: 1,
	}
	if !tabular.Prose(c) && value != "" {
		f.Found = wording.Quote(value, wording.Cell)
		f.Message = fmt.Sprintf("%s is %s in all %s", tabular.Name(c), f.Found, wording.Count(d.N, "row"))
	}
	return f
}

// plant empties one whole column: the first that holds something and that the rule looks at.
func plant(s *check.Sheet, n int) {
	var columns []*record.Column
	for i := range s.Data.Columns {
		c := &s.Data.Columns[i]
		if _, _, same := constant(c, s.Data.N); !same && expected(s.Data, c) && c.Field != nil {
			columns = append(columns, c)
		}
	}
	if n == 0 || len(columns) == 0 {
		return
	}
	c := columns[s.Rand.IntN(len(columns))]
	for row := range s.Rows {
		s.Rows[row][c.Index] = ""
	}
	s.Add(c.Key() + " emptied")
}
