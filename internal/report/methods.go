package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/record"
)

// inputView describes a file and how it was read.
type inputView struct {
	Dataset, File, Format, Layout string
	Rows, Columns, Size, Encoding string
	SHA256, Version               string
	Assumed                       bool
	Remarks                       []string
	Problems                      []string
	Mapping                       string
}

// skipView is a reason why rules could not run.
type skipView struct{ Rules, Reason, Datasets string }

const (
	mostRemarks  = 12
	mostProblems = 8
	mostInputs   = 60 // described in full
)

func (b *builder) methods() {
	for i, d := range b.audit.Datasets {
		if i == mostInputs {
			b.view.InputsNote = fmt.Sprintf("Showing %d of %d inputs; all of them are in scorecard.csv.", mostInputs, len(b.audit.Datasets))
			break
		}
		v := inputView{
			Dataset: d.Name, File: finding.Clean(finding.File(d)), Format: finding.Clean(d.Format.Title), Layout: d.Format.Layout,
			Rows: finding.Thousands(d.N), Columns: finding.Thousands(len(d.Columns)), Encoding: d.Encoding, SHA256: d.SHA256,
			Version: finding.Clean(d.Version), Assumed: d.Format.Assumed,
			Mapping: strings.Map(func(r rune) rune {
				if r == '\n' {
					return r
				}
				return []rune(finding.Clean(string(r)))[0]
			}, d.Mapping),
		}
		if d.Member != "" {
			v.File += ", " + finding.Clean(d.Member)
		}
		if d.Bytes > 0 {
			v.Size = size(d.Bytes)
		}
		for k, r := range d.Remarks {
			if k == mostRemarks {
				v.Remarks = append(v.Remarks, finding.Plural(len(d.Remarks)-k, "more remark", "more remarks")+", shown by assay check --all.")
				break
			}
			v.Remarks = append(v.Remarks, sentence(r, nil))
		}
		for k, p := range d.Problems {
			if k == mostProblems {
				v.Problems = append(v.Problems, finding.Plural(len(d.Problems)-k, "more problem", "more problems")+", in findings.csv under VAL001.")
				break
			}
			at := ""
			if p.Line > 0 {
				at = "Line " + finding.Thousands(p.Line) + ": "
			}
			v.Problems = append(v.Problems, at+finding.Clean(p.Text))
		}
		b.view.Inputs = append(b.view.Inputs, v)
	}
	b.skips()
	for _, r := range b.audit.Rules {
		b.view.RuleCodes = append(b.view.RuleCodes, r.Code)
	}
	for _, c := range b.options.Rules {
		b.view.Settings = append(b.view.Settings, settings(c.Rule, c.Severity, c.Options)...)
	}
	if b.options.AsOf != 0 && b.options.AsOf != record.NoDay {
		b.view.AsOf = b.options.AsOf.String()
	}
	b.view.Known, b.view.Suppressed = b.audit.Known, b.audit.Suppressed
}

// settings names what was changed about a rule.
func settings(r *check.Rule, severity check.Severity, options map[string]any) []string {
	var out []string
	if severity != 0 && severity != r.Severity {
		out = append(out, fmt.Sprintf("%s: severity %s instead of %s", r.Code, severity, r.Severity))
	}
	for _, o := range r.Options {
		if v, ok := options[o.Name]; ok && v != o.Default {
			out = append(out, fmt.Sprintf("%s: %s = %v instead of %v", r.Code, o.Name, v, o.Default))
		}
	}
	return out
}

// skips brings the reasons together: rules that could not run for one reason on the same datasets are one line.
func (b *builder) skips() {
	type key struct{ reason, datasets string }
	byRule := map[string][]string{} // rule and reason → datasets
	var order []string
	for _, s := range b.audit.Skipped {
		k := s.Rule.Code + "\x00" + s.Reason
		if byRule[k] == nil {
			order = append(order, k)
		}
		byRule[k] = append(byRule[k], s.Data.Name)
	}
	slices.Sort(order)
	lines := map[key]int{}
	for _, k := range order {
		code, reason, _ := strings.Cut(k, "\x00")
		where := list(byRule[k], len(b.audit.Datasets))
		i, ok := lines[key{reason, where}]
		if !ok {
			i = len(b.view.Skips)
			lines[key{reason, where}] = i
			b.view.Skips = append(b.view.Skips, skipView{Reason: sentence(reason, nil), Datasets: where})
			b.view.Skips[i].Rules = code
			continue
		}
		b.view.Skips[i].Rules += ", " + code
	}
	const most = 150
	if n := len(b.view.Skips); n > most {
		b.view.Skips = b.view.Skips[:most]
		b.view.SkipsNote = fmt.Sprintf("Showing %d of %s reasons; assay check --all prints all.", most, finding.Thousands(n))
	}
}

// list names datasets, or counts them where they are many.
func list(names []string, of int) string {
	switch {
	case len(names) == of && of > 1:
		return "all datasets"
	case len(names) > 6:
		return fmt.Sprintf("%d datasets, among them %s", len(names), strings.Join(names[:3], ", "))
	}
	return strings.Join(names, ", ")
}

// size writes a number of bytes for people.
func size(n int64) string {
	switch {
	case n >= 1e9:
		return fmt.Sprintf("%.2f GB", float64(n)/1e9)
	case n >= 1e6:
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	case n >= 1e3:
		return fmt.Sprintf("%.1f kB", float64(n)/1e3)
	}
	return finding.Plural(int(n), "byte", "bytes")
}
