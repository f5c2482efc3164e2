// Package report renders an audit as a folder of static HTML that a person reads, keeps, prints and sends to others.
//
// The folder needs no program but a browser, no network and no JavaScript. index.html stays under 3 MB whatever the size
// of the data: what it leaves out is counted, and stands in the pages and side files beside it:
//
//	index.html        the report
//	rules/            all findings of a rule in a dataset, some hundred to a page, where the index shows only the worst
//	data/             the charts of each dataset, where there are too many datasets for one page
//	findings.csv      every finding, one a line; findings.parquet holds the same
//	scorecard.csv     shares of rows in question, by dataset and family
//	cite.json         citations as CSL-JSON; cite.bib as BibTeX
//	case.html         where the data are claims: the report of the case, in words and pictures (package casereport)
//	claims.html       every claim that it rests on
//	linked.html       where several datasets of events were linked: overlap, agreement, contradictions with their sources
//	coverage.html     where three datasets of events or more share enough: what none of them has
//	report.json       the list of these files, with their hashes
//
// The same audit gives the same bytes: no clock, no order of maps, no number of cores. Notes, targets, references and
// other text that may name people are never shown.
package report

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/record"
)

// Options is what a report says besides the audit itself.
type Options struct {
	Version string         // of assay
	Rules   []audit.Chosen // the settings of the audit; the report names those that differ from the defaults
	AsOf    record.Day     // day on which the data was obtained; 0 or NoDay = not known
}

// Write writes the report into a folder, which is made where it is missing. Files of an earlier report are replaced, all
// other files are left alone; where one of them has the name of a file of the report, Write returns an error. All files
// are complete before the first one takes its place, so that an error leaves an earlier report as it was.
func Write(ctx context.Context, dir string, a *audit.Audit, o Options) error {
	b, err := newBuilder(ctx, a, o)
	if err != nil {
		return fmt.Errorf("report: %w", err)
	}
	f, err := openFolder(dir)
	if err != nil {
		return fmt.Errorf("report: %w", err)
	}
	defer f.discard()
	if err := b.write(ctx, f); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	if err := f.commit(o.Version); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

func (b *builder) write(ctx context.Context, f *folder) error {
	for _, side := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"findings.csv", func(w io.Writer) error { return findingsCSV(w, b.audit) }},
		{"findings.parquet", func(w io.Writer) error { return findingsParquet(w, b.audit) }},
		{"scorecard.csv", func(w io.Writer) error { return scorecardCSV(w, b.cards) }},
		{"cite.bib", func(w io.Writer) error { _, err := io.WriteString(w, b.bibTeX(len(b.audit.Datasets))); return err }},
		{"cite.json", func(w io.Writer) error {
			data, err := b.cslJSON()
			if err != nil {
				return err
			}
			_, err = w.Write(data)
			return err
		}},
	} {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := f.file(side.name, side.write); err != nil {
			return err
		}
	}
	for _, l := range b.listings {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := b.pages(f, l); err != nil {
			return err
		}
	}
	if b.apart {
		for i := range b.view.Coverage {
			v := &b.view.Coverage[i]
			page := datasetPage{head: b.head(v.Dataset+": coverage and figures", 1), Set: *v}
			if err := f.file("data/"+v.Slug+".html", func(w io.Writer) error { return render(w, "dataset.html", page) }); err != nil {
				return err
			}
		}
	}
	if err := b.writeCase(f); err != nil {
		return err
	}
	if err := b.writeAcross(f); err != nil {
		return err
	}
	if err := b.writeMissing(f); err != nil {
		return err
	}
	return f.file("index.html", func(w io.Writer) error { return render(w, "index.html", &b.view) })
}

// render executes a template completely before it writes, so that a mistake never leaves half a page.
func render(w io.Writer, name string, data any) error {
	var buf bytes.Buffer
	if err := templates.ExecuteTemplate(&buf, name, data); err != nil {
		return err
	}
	_, err := w.Write(buf.Bytes())
	return err
}
