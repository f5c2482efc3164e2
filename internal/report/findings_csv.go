package report

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/record"
)

var csvHead = []string{
	"rule", "severity", "lead", "confidence", "dataset", "file", "member", "row", "line", "column", "id", "date", "message",
	"expected", "found", "why", "help", "related", "p", "p_adjusted", "effect", "fingerprint",
}

// findingsCSV writes every finding, one a line, as CSV after RFC 4180 in UTF-8. Text that a spreadsheet program would run
// as a formula gets an apostrophe before it; columns of numbers do not.
func findingsCSV(w io.Writer, a *audit.Audit) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(csvHead); err != nil {
		return err
	}
	line := make([]string, len(csvHead))
	for i := range a.Findings {
		f := &a.Findings[i]
		p, adjusted, effect := "", "", ""
		if s := f.Stat; s != nil {
			p, adjusted, effect = decimal(s.P), decimal(s.Adjusted), decimal(s.Effect)
		}
		line = append(line[:0], f.Rule.Code, f.Severity.String(), strconv.FormatBool(f.Rule.Lead), decimal(f.Confidence),
			guard(f.Data.Name), guard(finding.File(f.Data)), guard(f.Data.Member), positive(f.Data.RowNumber(f.Row)), positive(f.Data.Line(f.Row)),
			guard(finding.ColumnName(f.Data, f.Column)), guard(a.Shield.ID(f.Data, f.Row)), day(f), guard(f.Message), guard(f.Expected), guard(f.Found),
			guard(f.Why), guard(f.Help), guard(related(f)), p, adjusted, effect, f.Fingerprint)
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// guard keeps a text from being taken for a formula, and drops control characters.
func guard(s string) string {
	if s == "" {
		return s
	}
	switch s[0] {
	case '=', '+', '-', '@', '\t', '\r', 0:
		s = "'" + s
	}
	return finding.Clean(s)
}

// positive writes a number, nothing for 0, which stands for none.
func positive(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func decimal(v float64) string {
	if v != v {
		return ""
	}
	return strconv.FormatFloat(v, 'g', 6, 64)
}

// day is the first day of the record in question.
func day(f *check.Finding) string {
	if e := f.Data.Events; f.Row >= 0 && e != nil && e.When != nil && e.When[f.Row].First != record.NoDay {
		return e.When[f.Row].First.String()
	}
	return ""
}

// related names the rows that a finding rests on: "east:12; east:17".
func related(f *check.Finding) string {
	var b strings.Builder
	for _, r := range f.Related {
		if r.Row < 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("; ")
		}
		b.WriteString(r.Data.Name + ":" + strconv.Itoa(r.Data.RowNumber(r.Row)))
	}
	return b.String()
}

// scorecardCSV writes the scorecard of all datasets.
func scorecardCSV(w io.Writer, cards []audit.Card) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	err := out.Write([]string{
		"dataset", "family", "rows", "errors", "warnings", "notes", "leads", "error_rows", "warning_rows", "rows_in_question", "share",
		"share_low", "share_high", "rules_run", "rules_skipped", "sha256",
	})
	if err != nil {
		return err
	}
	for i := range cards {
		c := &cards[i]
		family := c.Family
		if family == "" {
			family = "all"
		}
		n := strconv.Itoa
		err := out.Write([]string{
			guard(c.Data.Name), family, n(c.Data.N), n(c.Errors), n(c.Warnings), n(c.Notes), n(c.Leads), n(c.ErrorRows.Count),
			n(c.WarningRows.Count), n(c.Rows.Count), decimal(c.Rows.Value()), decimal(c.Rows.Low), decimal(c.Rows.High), n(c.Run), n(c.Skipped),
			c.Data.SHA256,
		})
		if err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
