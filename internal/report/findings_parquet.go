package report

import (
	"io"

	"github.com/parquet-go/parquet-go"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/finding"
)

// parquetFinding is one row of findings.parquet. In contrast to the CSV, text stands as it is.
type parquetFinding struct {
	Rule        string       `parquet:"rule,dict"`
	Severity    string       `parquet:"severity,dict"`
	Lead        bool         `parquet:"lead"`
	Confidence  float64      `parquet:"confidence"`
	Dataset     string       `parquet:"dataset,dict"`
	File        string       `parquet:"file,dict"`
	Member      string       `parquet:"member,dict"`
	Row         int64        `parquet:"row"`  // 0 = the dataset as a whole
	Line        int64        `parquet:"line"` // 0 = none
	Column      string       `parquet:"column,dict"`
	ID          string       `parquet:"id"`
	Date        string       `parquet:"date"`
	Message     string       `parquet:"message"`
	Expected    string       `parquet:"expected"`
	Found       string       `parquet:"found"`
	Why         string       `parquet:"why"`
	Help        string       `parquet:"help,dict"`
	Related     []parquetRef `parquet:"related,list"`
	P           *float64     `parquet:"p,optional"`
	Adjusted    *float64     `parquet:"p_adjusted,optional"`
	Effect      *float64     `parquet:"effect,optional"`
	Fingerprint string       `parquet:"fingerprint"`
}

type parquetRef struct {
	Dataset string `parquet:"dataset,dict"`
	Row     int64  `parquet:"row"`
}

// findingsParquet writes every finding.
func findingsParquet(w io.Writer, a *audit.Audit) error {
	out := parquet.NewGenericWriter[parquetFinding](w, parquet.Compression(&parquet.Snappy), parquet.CreatedBy("assay", "", ""))
	const batch = 1024
	rows := make([]parquetFinding, 0, batch)
	flush := func() error {
		_, err := out.Write(rows)
		rows = rows[:0]
		return err
	}
	for i := range a.Findings {
		f := &a.Findings[i]
		r := parquetFinding{
			Rule: f.Rule.Code, Severity: f.Severity.String(), Lead: f.Rule.Lead, Confidence: f.Confidence, Dataset: f.Data.Name,
			File: finding.File(f.Data), Member: f.Data.Member, Row: int64(f.Data.RowNumber(f.Row)), Line: int64(f.Data.Line(f.Row)),
			Column: finding.ColumnName(f.Data, f.Column), ID: a.Shield.ID(f.Data, f.Row), Date: day(f), Message: f.Message, Expected: f.Expected,
			Found: f.Found, Why: f.Why, Help: f.Help, Fingerprint: f.Fingerprint,
		}
		for _, ref := range f.Related {
			if ref.Row >= 0 {
				r.Related = append(r.Related, parquetRef{ref.Data.Name, int64(ref.Data.RowNumber(ref.Row))})
			}
		}
		if s := f.Stat; s != nil {
			r.P, r.Adjusted, r.Effect = &s.P, &s.Adjusted, &s.Effect
		}
		if rows = append(rows, r); len(rows) == batch {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if err := flush(); err != nil {
		return err
	}
	return out.Close()
}
