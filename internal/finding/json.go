package finding

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"math"
	"strconv"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/privacy"
)

// jsonFinding is one line of JSON. The order of the keys is that of the fields.
type jsonFinding struct {
	Rule        string    `json:"rule"`
	Severity    string    `json:"severity"`
	Lead        bool      `json:"lead"`
	Confidence  number    `json:"confidence"`
	Dataset     string    `json:"dataset"`
	File        string    `json:"file"`
	Member      string    `json:"member,omitempty"`
	Row         int       `json:"row"`
	Line        int       `json:"line"`
	Column      string    `json:"column"`
	ID          string    `json:"id"`
	Message     string    `json:"message"`
	Expected    string    `json:"expected,omitempty"`
	Found       string    `json:"found,omitempty"`
	Why         string    `json:"why,omitempty"`
	Help        string    `json:"help,omitempty"`
	Related     []jsonRef `json:"related"`
	Stat        *jsonStat `json:"stat,omitempty"`
	Fingerprint string    `json:"fingerprint"`
}

type jsonRef struct {
	Dataset string `json:"dataset"`
	Row     int    `json:"row"`
	ID      string `json:"id"`
	Column  string `json:"column,omitempty"`
}

type jsonStat struct {
	Test      string `json:"test"`
	Statistic number `json:"statistic"`
	P         number `json:"p"`
	Adjusted  number `json:"adjusted"`
	Tests     int    `json:"tests"`
	Method    string `json:"method,omitempty"`
	Effect    number `json:"effect"`
	EffectIs  string `json:"effect_is,omitempty"`
}

// number is a float64 that JSON can hold: null where it is not finite.
type number float64

func (n number) MarshalJSON() ([]byte, error) {
	if v := float64(n); math.IsNaN(v) || math.IsInf(v, 0) {
		return []byte("null"), nil
	}
	return strconv.AppendFloat(nil, float64(n), 'g', -1, 64), nil
}

// JSON writes JSON Lines: one finding a line, in the order of the audit, each with all that is known of it.
//
//	rule, severity, lead, confidence    lead is true where the rule only gives leads; confidence is from 0 to 1
//	dataset, file, member               file as the user named it; member: file in an archive, or sheet, where there is one
//	row, line, column, id               address of the cell
//	message, expected, found, why, help left out where empty, message excepted
//	related                             rows that the finding rests on: dataset, row, id and, for a cell, column
//	stat                                evidence of a statistical rule: test, statistic, p, adjusted, tests, method, effect, effect_is
//	fingerprint                         names the finding from run to run, see [audit.Fingerprint]
//
// Row is the data row, counted from 1 without the header and an HXL row, 0 for a finding about the dataset as a whole.
// Line is the physical line on which the record begins, 0 where the file has no lines or there is no row. Column is the
// name in the file, "" for a row or dataset as a whole. ID is the record's own identifier, "" where it has none. Numbers
// that are not finite are null.
func JSON(w io.Writer, a *audit.Audit, o Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	for i := range a.Findings {
		f := &a.Findings[i]
		if !o.selects(f.Rule) {
			continue
		}
		buf.Reset()
		if err := enc.Encode(jsonOf(f, a.Shield)); err != nil {
			return err
		}
		if _, err := b.Write(escapeControls(buf.Bytes())); err != nil {
			return err
		}
	}
	return b.Flush()
}

func jsonOf(f *check.Finding, shield *privacy.Shield) *jsonFinding {
	out := &jsonFinding{
		Rule: f.Rule.Code, Severity: f.Severity.String(), Lead: f.Rule.Lead, Confidence: number(f.Confidence),
		Dataset: f.Data.Name, File: f.Data.Path, Member: f.Data.Member,
		Row: rowNumber(f.Data, f.Row), Line: f.Data.Line(f.Row), Column: columnName(f.Data, f.Column), ID: shield.ID(f.Data, f.Row),
		Message: f.Message, Expected: f.Expected, Found: f.Found, Why: f.Why, Help: f.Help,
		Related: make([]jsonRef, len(f.Related)), Fingerprint: f.Fingerprint,
	}
	for i, r := range f.Related {
		out.Related[i] = jsonRef{r.Data.Name, rowNumber(r.Data, r.Row), shield.ID(r.Data, r.Row), columnName(r.Data, r.Column)}
	}
	if s := f.Stat; s != nil {
		out.Stat = &jsonStat{
			s.Test, number(s.Statistic), number(s.P), number(s.Adjusted), s.Tests, s.Method, number(s.Effect), s.EffectIs,
		}
	}
	return out
}

// escapeControls writes DEL and the C1 controls of UTF-8 text inside JSON as escapes: encoding/json leaves them as they
// are, and a terminal may act upon them.
func escapeControls(b []byte) []byte {
	var out []byte
	from := 0
	for i := 0; i < len(b); i++ {
		n := 0
		switch {
		case b[i] == 0x7f:
			n = 1
		case b[i] == 0xc2 && i+1 < len(b) && b[i+1] >= 0x80 && b[i+1] <= 0x9f:
			n = 2
		default:
			continue
		}
		out = append(out, b[from:i]...)
		out = append(out, `\u00`...)
		out = append(out, "0123456789abcdef"[b[i+n-1]>>4], "0123456789abcdef"[b[i+n-1]&15])
		i += n - 1
		from = i + 1
	}
	if out == nil {
		return b
	}
	return append(out, b[from:]...)
}
