package bench

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/planting"
	"github.com/assaydata/assay/internal/check/rules"
)

// Summaries add the results of each rule over the tables on which it ran, in the order of the results.
func Summaries(results []*planting.Result) []rules.Rates {
	var out []rules.Rates
	at := map[string]int{}
	for _, r := range results {
		i, known := at[r.Rule.Code]
		if !known {
			i = len(out)
			at[r.Rule.Code] = i
			out = append(out, rules.Rates{Code: r.Rule.Code})
		}
		if r.Skipped != "" {
			continue
		}
		s := &out[i]
		s.Planted += r.Planted
		s.Found += r.Found
		s.Alarms += len(r.Alarms)
		s.Rows += r.Rows
		if r.Planted > 0 {
			s.Formats = append(s.Formats, r.Format)
		}
	}
	return out
}

// Falls reports whether rates are too poor for findings to be called errors.
func Falls(s rules.Rates) bool {
	return s.Planted > 0 && s.Recall() < LeastRecall || s.AlarmsPer10000() > MostAlarmsPer10000
}

// WriteTable prints the rates for people.
func WriteTable(w io.Writer, all []*check.Rule, sums []rules.Rates) error {
	byCode := map[string]*check.Rule{}
	for _, r := range all {
		byCode[r.Code] = r
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "rule\tname\tplanted\tfound\trecall\talarms per 10,000\tshown as")
	for _, s := range sums {
		r := byCode[s.Code]
		shown := r.Severity.String()
		if r.Lead || Falls(s) {
			shown = "lead"
		}
		planted, found, recall, alarms := "·", "·", "·", "·"
		if s.Planted > 0 {
			planted, found, recall = strconv.Itoa(s.Planted), strconv.Itoa(s.Found), fmt.Sprintf("%.3f", s.Recall())
		}
		if s.Rows > 0 {
			alarms = fmt.Sprintf("%.1f", s.AlarmsPer10000())
		} else {
			shown = "can't run"
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", s.Code, r.Name, planted, found, recall, alarms, shown)
	}
	return t.Flush()
}

// WriteCSV writes the rates as the file that package rules embeds.
func WriteCSV(w io.Writer, sums []rules.Rates) error {
	out := csv.NewWriter(w)
	out.Write([]string{"code", "planted", "found", "clean_rows", "false_alarms", "formats"})
	for _, s := range sums {
		out.Write([]string{
			s.Code, strconv.Itoa(s.Planted), strconv.Itoa(s.Found), strconv.Itoa(s.Rows), strconv.Itoa(s.Alarms), strings.Join(s.Formats, " "),
		})
	}
	out.Flush()
	return out.Error()
}
