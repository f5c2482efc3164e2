package cli

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/coverage"
	"github.com/assaydata/assay/internal/coverage/loglinear"
)

// writeCoverage writes the tables of --out. Their columns are part of the interface: new ones come last.
func writeCoverage(dir string, rep *coverage.Report) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, t := range []struct {
		name   string
		header []string
		rows   func(*coverage.Result, func(...string))
	}{
		{"estimates.csv", []string{"stratum", "model", "detail", "estimate", "low", "high", "interval", "lower_bound", "headline", "assumption", "wrong_if", "reason", "documented_minimum", "verdict"}, estimateRows},
		{"models.csv", []string{"stratum", "family", "rank", "model", "estimate", "wald_low", "wald_high", "bic", "aic", "bic_weight", "aic_weight", "parameters", "degrees_of_freedom"}, modelRows},
		{"sensitivity.csv", []string{"stratum", "change", "what", "model", "estimate", "low", "high", "known", "ratio", "covers", "reason"}, sensitivityRows},
		{"gates.csv", []string{"stratum", "gate", "verdict", "text"}, gateRows},
		{"lists.csv", []string{"stratum", "list", "cases", "on_no_other_list"}, listRows},
		{"draws.csv", []string{"stratum", "chain", "seed", "draws", "mean", "p2.5", "median", "p97.5"}, drawRows},
	} {
		err := casefile.Replace(filepath.Join(dir, t.name), func(out io.Writer) error {
			w := csv.NewWriter(out)
			w.Write(t.header)
			for _, r := range rep.Results {
				t.rows(r, func(cells ...string) { w.Write(append([]string{cellText(r.Stratum)}, cells...)) })
			}
			w.Flush()
			return w.Error()
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// decimals is a number with some decimals, empty if there is none.
func decimals(v float64, places int) string {
	if math.IsNaN(v) {
		return ""
	}
	return strconv.FormatFloat(v, 'f', places, 64)
}

func estimateRows(r *coverage.Result, row func(...string)) {
	seen, verdict := strconv.FormatInt(r.Seen, 10), r.Verdict.String()
	if len(r.Lines) == 0 {
		row("", "", "", "", "", "", "", "", "", "", "refused by a gate", seen, verdict)
	}
	for i := range r.Lines {
		l := &r.Lines[i]
		row(l.Model, cellText(l.Detail), decimals(l.N, 2), decimals(l.Low, 2), decimals(l.High, 2), l.Interval, strconv.FormatBool(l.LowerBound),
			strconv.FormatBool(l == r.Headline), l.Assumes, l.WrongIf, l.Why, seen, verdict)
	}
}

func modelRows(r *coverage.Result, row func(...string)) {
	lists := r.Table.Lists
	search := func(family string, s *loglinear.Search) {
		if s == nil {
			return
		}
		for i := range s.Models {
			m := &s.Models[i]
			row(family, strconv.Itoa(i+1), cellText(loglinear.Name(lists, m.Interactions)), decimals(m.N, 2), decimals(m.Low, 2), decimals(m.High, 2),
				decimals(m.BIC, 3), decimals(m.AIC, 3), decimals(m.BICWeight, 6), decimals(m.AICWeight, 6), strconv.Itoa(m.Params), strconv.Itoa(m.Freedom))
		}
	}
	search("log-linear", r.Search)
	search("log-linear with three-list terms", r.Triples)
	for _, g := range r.Graphs {
		for i, m := range g.Models {
			row(fmt.Sprintf("graph, delta %.6g", g.Options.Delta), strconv.Itoa(i+1), cellText(edges(lists, m.Edges)), decimals(m.Mean, 2), "", "", "", "", decimals(m.Weight, 6), "", "", "")
		}
	}
}

// edges writes a graph as the pairs of lists that depend on each other.
func edges(lists []string, pairs [][2]int) string {
	var sets []uint32
	for _, p := range pairs {
		sets = append(sets, 1<<p[0]|1<<p[1])
	}
	return loglinear.Name(lists, sets)
}

func sensitivityRows(r *coverage.Result, row func(...string)) {
	for i := range r.Changes {
		c := &r.Changes[i]
		known, ratio, covers := "", "", ""
		if c.Kind == coverage.FromOthers {
			known = strconv.FormatInt(c.Known, 10)
			if c.Why == "" {
				ratio, covers = decimals(c.Ratio(), 3), strconv.FormatBool(c.Covers())
			}
		}
		row(string(c.Kind), cellText(c.What), c.Model, decimals(c.N, 2), decimals(c.Low, 2), decimals(c.High, 2), known, ratio, covers, c.Why)
	}
}

func gateRows(r *coverage.Result, row func(...string)) {
	for _, g := range r.Gates {
		row(g.Name, g.Verdict.String(), cellText(g.Text))
	}
}

func listRows(r *coverage.Result, row func(...string)) {
	dense := r.All.Dense()
	for i, name := range r.All.Lists {
		row(cellText(name), strconv.FormatInt(r.All.Size(i), 10), strconv.FormatInt(dense[1<<i], 10))
	}
}

func drawRows(r *coverage.Result, row func(...string)) {
	if r.Latent == nil {
		return
	}
	for i, chain := range r.Latent.Draws {
		sorted := make([]float64, len(chain))
		var sum float64
		for k, n := range chain {
			sorted[k] = float64(n)
			sum += float64(n)
		}
		slices.Sort(sorted)
		at := func(p float64) string { return decimals(loglinear.Quantile(sorted, p), 1) }
		row(strconv.Itoa(i+1), strconv.FormatUint(r.Latent.Seeds[i], 10), strconv.Itoa(len(chain)), decimals(sum/float64(len(chain)), 1), at(.025), at(.5), at(.975))
	}
}

// The record of --format json, one a stratum and line. Absent numbers are null.
type (
	coverageRecord struct {
		Study             string           `json:"study"`
		Stratum           string           `json:"stratum"`
		DocumentedMinimum int64            `json:"documented_minimum"`
		Verdict           string           `json:"verdict"`
		Gates             []gateRecord     `json:"gates"`
		Lists             []string         `json:"lists"`
		Patterns          []patternRecord  `json:"patterns"`
		ListsModelled     []string         `json:"lists_modelled"`
		Headline          *estimateRecord  `json:"headline"`
		Range             *rangeRecord     `json:"range_over_choices"`
		LikelyTooLow      []string         `json:"likely_too_low"`
		Estimates         []estimateRecord `json:"estimates"`
		WithinSixBIC      *bandRecord      `json:"log_linear_within_6_bic"`
		Sensitivity       []changeRecord   `json:"sensitivity"`
		Sampler           *samplerRecord   `json:"sampler"`
		Notes             []string         `json:"notes"`
		Seed              uint64           `json:"seed"`
		Quick             bool             `json:"quick"`
		Linkage           *linkageRecord   `json:"linkage"`
	}
	gateRecord struct {
		Gate    string `json:"gate"`
		Verdict string `json:"verdict"`
		Text    string `json:"text"`
	}
	patternRecord struct {
		Lists []string `json:"lists"`
		Count int64    `json:"count"`
	}
	estimateRecord struct {
		Model      string   `json:"model"`
		Detail     string   `json:"detail"`
		Estimate   *float64 `json:"estimate"`
		Low        *float64 `json:"low"`
		High       *float64 `json:"high"`
		Interval   string   `json:"interval"`
		LowerBound bool     `json:"lower_bound"`
		Assumption string   `json:"assumption"`
		WrongIf    string   `json:"wrong_if"`
		Reason     string   `json:"reason,omitempty"`
	}
	rangeRecord struct {
		Low      float64 `json:"low"`
		LowFrom  string  `json:"low_from"`
		High     float64 `json:"high"`
		HighFrom string  `json:"high_from"`
		Choices  int     `json:"choices"`
	}
	bandRecord struct {
		Models int     `json:"models"`
		Low    float64 `json:"low"`
		High   float64 `json:"high"`
	}
	changeRecord struct {
		Change   string   `json:"change"`
		What     string   `json:"what"`
		Model    string   `json:"model"`
		Estimate *float64 `json:"estimate"`
		Low      *float64 `json:"low"`
		High     *float64 `json:"high"`
		Known    int64    `json:"known,omitempty"`
		Reason   string   `json:"reason,omitempty"`
	}
	samplerRecord struct {
		Converged bool         `json:"converged"`
		RHat      *float64     `json:"r_hat"`
		ESS       *float64     `json:"effective_sample_size"`
		Chains    int          `json:"chains"`
		Seeds     []uint64     `json:"seeds"`
		Modes     []modeRecord `json:"modes"`
		Cap       int64        `json:"cap"`
		AtCap     float64      `json:"share_at_cap"`
	}
	modeRecord struct {
		N     float64 `json:"n"`
		Share float64 `json:"share"`
	}
	linkageRecord struct {
		Precision float64 `json:"precision"`
		Recall    float64 `json:"recall"`
		Source    string  `json:"source"`
	}
)

func finite(v float64) *float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return &v
}

func coverageJSON(out io.Writer, rep *coverage.Report) error {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	for _, r := range rep.Results {
		if err := e.Encode(recordOfCoverage(rep, r)); err != nil {
			return err
		}
	}
	return nil
}

func recordOfCoverage(rep *coverage.Report, r *coverage.Result) coverageRecord {
	c := coverageRecord{
		Study: rep.Study.Name, Stratum: r.Stratum, DocumentedMinimum: r.Seen, Verdict: r.Verdict.String(), Lists: r.All.Lists, ListsModelled: r.Table.Lists,
		LikelyTooLow: orEmpty(r.Signs), Notes: orEmpty(r.Notes), Seed: rep.Options.Seed, Quick: rep.Options.Quick,
		Gates: []gateRecord{}, Patterns: []patternRecord{}, Estimates: []estimateRecord{}, Sensitivity: []changeRecord{},
	}
	if l := rep.Study.Linkage; l.Measured {
		c.Linkage = &linkageRecord{l.Precision, l.Recall, l.Source}
	}
	for _, g := range r.Gates {
		c.Gates = append(c.Gates, gateRecord{g.Name, g.Verdict.String(), g.Text})
	}
	for k, p := range r.All.Pattern {
		x := patternRecord{Count: r.All.Count[k]}
		for i, name := range r.All.Lists {
			if p>>i&1 == 1 {
				x.Lists = append(x.Lists, name)
			}
		}
		c.Patterns = append(c.Patterns, x)
	}
	for i := range r.Lines {
		l := &r.Lines[i]
		x := estimateRecord{l.Model, l.Detail, finite(l.N), finite(l.Low), finite(l.High), l.Interval, l.LowerBound, l.Assumes, l.WrongIf, l.Why}
		c.Estimates = append(c.Estimates, x)
		if l == r.Headline {
			c.Headline = &x
		}
	}
	for i := range r.Changes {
		x := &r.Changes[i]
		c.Sensitivity = append(c.Sensitivity, changeRecord{string(x.Kind), x.What, x.Model, finite(x.N), finite(x.Low), finite(x.High), x.Known, x.Why})
	}
	if r.Range.Choices > 0 {
		c.Range = &rangeRecord{r.Range.Low, r.Range.LowFrom, r.Range.High, r.Range.HighFrom, r.Range.Choices}
	}
	if r.Best() != nil {
		b := r.Search.Within(6, false)
		c.WithinSixBIC = &bandRecord{b.Models, b.Low, b.High}
	}
	if p := r.Latent; p != nil {
		c.Sampler = &samplerRecord{Converged: p.Converged, RHat: finite(p.RHat), ESS: finite(p.ESS), Chains: len(p.Draws), Seeds: p.Seeds, Cap: p.Cap, AtCap: p.AtCap, Modes: []modeRecord{}}
		for _, m := range p.Modes {
			c.Sampler.Modes = append(c.Sampler.Modes, modeRecord{m.N, m.Share})
		}
	}
	return c
}

func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
