package report

import (
	"fmt"
	"html/template"
	"math"
	"strings"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/finding"
)

// scoreView is a line of the scorecard.
type scoreView struct {
	Label                          string
	Total                          bool // of a dataset, all families together
	Quiet                          bool // only a label and the number of rules
	Errors, Warnings, Notes, Leads string
	Rows, Of, Share, Interval      string
	Bar                            template.HTML
	Rules                          string // "5 rules" or "5 of 7 rules"
}

// cardView is what the head of the report says about a dataset.
type cardView struct {
	Name, Format, Rows, Link       string
	Share, Interval                string
	InQuestion                     string
	Errors, Warnings, Notes, Leads string
	Spark, Map                     *figure
	Remarks                        []string
	Unread                         string
	Clean                          bool
}

const (
	mostCards  = 12  // datasets with a card and a scorecard by family
	mostMaps   = 6   // datasets up to which each card has a map
	mostScores = 150 // datasets with a line of the scorecard
)

// percent writes a share in per cent; the sign stays on the line of its number.
func percent(share float64) string { return hold(finding.Percent(share)) }

// hold keeps numbers and their per-cent signs together.
func hold(s string) string { return strings.ReplaceAll(s, " %", "\u00a0%") }

// interval writes the bounds of a share in per cent.
func interval(s audit.Share) string {
	t := finding.Interval(s)
	if low, ok := strings.CutSuffix(t, "–0.00"); ok {
		return low + "–<0.01"
	}
	return t
}

// number writes a count, or a middle dot for none.
func number(n int) string {
	if n == 0 {
		return "·"
	}
	return finding.Thousands(n)
}

func (b *builder) scorecard() {
	top := 0.0
	sets := 0
	var quiet []string // families of the dataset that found nothing
	quietRules := 0
	for i := range b.cards {
		if b.cards[i].Data.N > 0 {
			top = max(top, min(b.cards[i].Rows.High, b.cards[i].Rows.Value()*2+0.001))
		}
	}
	top = niceStep(top)
	b.view.ScoreTop = percentTick(top)
	for i := range b.cards {
		c := &b.cards[i]
		if c.Family == "" {
			sets++
		}
		if sets > mostScores {
			continue
		}
		if c.Family != "" && len(b.audit.Datasets) > mostCards {
			continue
		}
		if c.Family != "" && c.Findings() == 0 {
			if c.Run > 0 {
				quiet, quietRules = append(quiet, c.Title), quietRules+c.Run
			}
			if i+1 == len(b.cards) || b.cards[i+1].Family == "" {
				b.quietFamilies(quiet, quietRules)
			}
			continue
		}
		if c.Family == "" {
			quiet, quietRules = nil, 0
		}
		v := scoreView{
			Label: c.Title, Errors: number(c.Errors), Warnings: number(c.Warnings), Notes: number(c.Notes), Leads: number(c.Leads),
			Rows: number(c.Rows.Count), Of: finding.Thousands(c.Data.N), Rules: finding.Plural(c.Run, "rule", "rules"),
		}
		if c.Family == "" {
			v.Label, v.Total = c.Data.Name, true
		} else {
			v.Label = upper(c.Title)
		}
		if c.Skipped > 0 {
			v.Rules = fmt.Sprintf("%d of %d rules", c.Run, c.Run+c.Skipped)
		}
		if c.Data.N > 0 {
			v.Share, v.Interval = percent(c.Rows.Value()), interval(c.Rows)
			v.Bar = whisker(c.Rows, top)
		}
		b.view.Scores = append(b.view.Scores, v)
		if c.Family != "" && (i+1 == len(b.cards) || b.cards[i+1].Family == "") {
			b.quietFamilies(quiet, quietRules)
		}
	}
	if n := len(b.audit.Datasets); n > mostCards {
		b.view.ScoreNote = fmt.Sprintf("%d datasets: one line each; by family in scorecard.csv.", n)
		if n > mostScores {
			b.view.ScoreNote = fmt.Sprintf("Showing %d of %d datasets; all of them, by family, are in scorecard.csv.", mostScores, n)
		}
	}
}

// quietFamilies names in one line the families of which no rule found anything.
func (b *builder) quietFamilies(titles []string, n int) {
	if len(titles) > 0 {
		b.view.Scores = append(b.view.Scores, scoreView{Label: "Nothing found: " + strings.Join(titles, ", "), Quiet: true, Rules: finding.Plural(n, "rule", "rules")})
	}
}

// whisker draws a share as a bar with its interval as a line.
func whisker(s audit.Share, top float64) template.HTML {
	const w, h = 140, 14
	x := func(v float64) string { return coordinate(math.Min(w, w*v/top)) }
	var b strings.Builder
	fmt.Fprintf(&b, `<svg viewBox="0 0 %d %d" width="%d" height="%d" aria-hidden="true"><path class="s grid" d="M.5 0V%d"/>`, w, h, w, h, h)
	if s.Count > 0 {
		fmt.Fprintf(&b, `<path class="mark" d="M0 3H%sV11H0z"/>`, coordinate(math.Max(1, math.Min(w, w*s.Value()/top))))
	}
	fmt.Fprintf(&b, `<path class="s text" d="M%s 7H%sM%s 4V10"/></svg>`, x(s.Low), x(s.High), x(s.High))
	return template.HTML(b.String())
}

// headline says in one sentence how much of the data is in question.
func (b *builder) headline() {
	rows, marked, errors, warnings, whole := 0, 0, 0, 0, 0
	var leads, notes int
	for i := range b.cards {
		if c := &b.cards[i]; c.Family == "" {
			rows, marked = rows+c.Data.N, marked+c.Rows.Count
			errors, warnings = errors+c.ErrorRows.Count, warnings+c.WarningRows.Count
			leads, notes = leads+c.Leads, notes+c.Notes
		}
	}
	for i := range b.audit.Findings {
		if f := &b.audit.Findings[i]; f.Row < 0 && finding.Class(f) != "note" && finding.Class(f) != "lead" {
			whole++
		}
	}
	v := &b.view
	about := fmt.Sprintf("these %d datasets", len(b.audit.Datasets))
	if len(b.audit.Datasets) == 1 {
		about = b.audit.Datasets[0].Name
	}
	v.Kicker = finding.Plural(len(b.audit.Datasets), "dataset", "datasets") + " · " + finding.Plural(rows, "row", "rows") + " · " +
		finding.Plural(len(b.audit.Rules), "rule", "rules")
	share := audit.NewShare(marked, rows)
	switch {
	case len(b.audit.Datasets) == 0:
		v.Headline = "Nothing could be read"
		v.Lede = "None of the inputs could be read as a table, so nothing was checked."
		return
	case rows == 0:
		v.Headline = "There are no rows to check"
		v.Lede = "The inputs were read, but hold no records."
		return
	case marked == 0 && whole == 0:
		v.Headline = "No rule found anything wrong in " + about
		v.Lede = fmt.Sprintf("All %s rows passed the %s that could work on them. That is no proof that the data are accurate: rules see what contradicts a codebook, a map, a calendar or other rows, not whether an event happened.",
			finding.Thousands(rows), finding.Plural(len(b.audit.Rules), "rule", "rules"))
	case marked == 0:
		v.Headline = "No single row of " + about + " is in question, but " + finding.Plural(whole, "finding concerns", "findings concern") + " the data as a whole"
	case marked == rows:
		v.Headline = "Every row of " + about + " is in question"
	default:
		v.Headline = upper(oneIn(share.Value())) + " of " + about + " is in question"
		if share.Value() >= 0.1 {
			v.Headline = upper(oneIn(share.Value())) + " of " + about + " are in question"
		}
	}
	if marked > 0 {
		v.Lede = fmt.Sprintf("Of %s rows, %s at least one error or warning: %s, with a 95 %% interval of %s %%. ",
			finding.Thousands(rows), has(marked), percent(share.Value()), interval(share))
		var parts []string
		if errors > 0 {
			parts = append(parts, fmt.Sprintf("%s something that cannot be right", states(errors)))
		}
		if warnings > 0 {
			parts = append(parts, fmt.Sprintf("%s something that is probably wrong or misleading", states(warnings)))
		}
		v.Lede += upper(strings.Join(parts, ", and ")) + "."
	}
	if whole > 0 && marked > 0 {
		v.Lede += " " + finding.Plural(whole, "finding concerns", "findings concern") + " a dataset as a whole."
	}
	var also []string
	if leads > 0 {
		also = append(also, finding.Plural(leads, "lead names", "leads name")+" what deserves a look but may be right")
	}
	if notes > 0 {
		also = append(also, finding.Plural(notes, "note says", "notes say")+" what the data cannot be used for")
	}
	if len(also) > 0 {
		v.Lede += " " + strings.Join(also, "; ") + "."
	}
}

func has(n int) string {
	if n == 1 {
		return "1 has"
	}
	return finding.Thousands(n) + " have"
}

func states(n int) string {
	if n == 1 {
		return "1 row states"
	}
	return finding.Thousands(n) + " rows state"
}

// oneIn says a share as people do: "about 1 row in 170", "about 23 rows in 100".
func oneIn(share float64) string {
	if share >= 0.1 {
		return fmt.Sprintf("about %d rows in 100", int(math.Round(100*share)))
	}
	n := 1 / share
	unit := math.Pow(10, math.Max(0, math.Floor(math.Log10(n))-1))
	return "about 1 row in " + finding.Thousands(int(math.Round(n/unit)*unit))
}

func (b *builder) datasetCards() {
	for i := range b.cards {
		c := &b.cards[i]
		if c.Family != "" {
			continue
		}
		if len(b.view.Cards) == mostCards {
			b.view.CardsNote = fmt.Sprintf("Showing %d of %d datasets; all are in the scorecard below.", mostCards, len(b.audit.Datasets))
			break
		}
		d := c.Data
		v := cardView{
			Name: d.Name, Format: finding.Clean(d.Format.Title), Rows: finding.Plural(d.N, "row", "rows"), Share: percent(c.Rows.Value()),
			Interval: interval(c.Rows), InQuestion: finding.Thousands(c.Rows.Count), Link: "#coverage-" + b.slug[d],
			Errors: finding.Thousands(c.Errors), Warnings: finding.Thousands(c.Warnings), Notes: finding.Thousands(c.Notes), Leads: finding.Thousands(c.Leads),
			Spark: b.profiles[d].spark(), Clean: c.Rows.Count == 0,
		}
		if len(b.audit.Datasets) <= mostMaps {
			v.Map = b.profiles[d].worldMap(smallMap)
		}
		if d.Unread > 0 {
			v.Unread = finding.Plural(d.Unread, "record", "records") + " could not be read"
		}
		b.view.Cards = append(b.view.Cards, v)
	}
}
