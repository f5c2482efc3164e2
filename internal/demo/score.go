package demo

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/cases"
	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
)

// Answer is one contradiction of the key, found by reading.
type Answer struct {
	Key, Title, Kind string
	Field            string // the column that the contradiction is about; "text" for what stands in free text
	Claims           []string
	Least            int  // how many of the claims one finding must name
	Visible          bool // can be seen from the cells alone
}

// Linking reports whether the answer is about which rows are one person or group, which rules do not decide.
func (a Answer) Linking() bool { return strings.HasPrefix(a.Kind, "must_") }

// Key reads the answer key of the case.
func Key() ([]Answer, error) {
	rows, err := table("answer-key.csv", "key", "title", "kind", "claim_ids", "min_ids", "visible", "field")
	if err != nil {
		return nil, err
	}
	var out []Answer
	for i, r := range rows {
		n, err := strconv.Atoi(r[4])
		if err != nil {
			return nil, fmt.Errorf("answer-key.csv:%d:min_ids: %w", i+2, err)
		}
		out = append(out, Answer{Key: r[0], Title: r[1], Kind: r[2], Claims: strings.Fields(r[3]), Least: n, Visible: r[5] == "yes", Field: r[6]})
	}
	return out, nil
}

// Reading is our own judgement of a finding that is not in the key.
type Reading struct {
	Rule   string
	Claims string // ids of the finding's row and of its related rows, in order, separated by spaces
	Wrong  bool
	Why    string
}

// Readings reads what was judged by hand.
func Readings() ([]Reading, error) {
	rows, err := table("judged.csv", "rule", "claim_ids", "verdict", "why")
	if err != nil {
		return nil, err
	}
	var out []Reading
	for _, r := range rows {
		out = append(out, Reading{r[0], r[1], r[2] == "wrong", r[3]})
	}
	return out, nil
}

// table reads columns of a CSV file of the case by their names.
func table(name string, columns ...string) ([][]string, error) {
	f, err := cases.Founding().Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(records) == 0 {
		return nil, fmt.Errorf("%s: %w", name, fs.ErrInvalid)
	}
	at := map[string]int{}
	for i, h := range records[0] {
		at[h] = i
	}
	var out [][]string
	for _, r := range records[1:] {
		var row []string
		for _, c := range columns {
			i, ok := at[c]
			if !ok {
				return nil, fmt.Errorf("%s has no column %s", name, c)
			}
			row = append(row, r[i])
		}
		out = append(out, row)
	}
	return out, nil
}

// Score compares an audit of the case with its key.
type Score struct {
	Answers []Answer         // those that rules can find
	Found   []*check.Finding // for each of them the finding that tells it best, nil where there is none
	Named   int              // of those found: the answer names a column, not free text
	OnField int              // of these: the finding is about that column
	Linking int              // answers about merging, left to linking
	Hidden  int              // answers that cannot be seen from the cells

	// Errors and warnings, without leads.
	Serious   int
	InKey     int              // that name enough claims of an answer
	Right     int              // judged right by reading
	Wrong     []*check.Finding // judged wrong: false alarms
	Unjudged  int
	WrongWhys []string
}

// Missed returns the answers that no finding names.
func (s *Score) Missed() []Answer {
	var out []Answer
	for i, a := range s.Answers {
		if s.Found[i] == nil {
			out = append(out, a)
		}
	}
	return out
}

// Compare scores an audit. An answer is found when one finding's row and related rows name at least min_ids of its claims. What
// is true but missing from the key is no false alarm; findings that reading judged wrong are.
func Compare(a *audit.Audit, key []Answer, read []Reading) *Score {
	s := &Score{}
	var visible []Answer
	for _, k := range key {
		switch {
		case k.Linking():
			s.Linking++
		case !k.Visible:
			s.Hidden++
		default:
			visible = append(visible, k)
		}
	}
	s.Answers = visible
	s.Found = make([]*check.Finding, len(visible))
	judged := map[string]Reading{}
	for _, r := range read {
		judged[r.Rule+" "+r.Claims] = r
	}
	for i := range a.Findings {
		f := &a.Findings[i]
		ids := IDs(f)
		hit := false
		for j, k := range visible {
			if names(ids, k) {
				hit = true
				if s.Found[j] == nil || closer(f, s.Found[j], k) {
					s.Found[j] = f
				}
			}
		}
		if f.Severity < check.Warning || f.Rule.Lead {
			continue
		}
		s.Serious++
		r, ok := judged[f.Rule.Code+" "+strings.Join(ids, " ")]
		switch {
		case ok && r.Wrong:
			s.Wrong = append(s.Wrong, f)
			s.WrongWhys = append(s.WrongWhys, r.Why)
		case hit:
			s.InKey++
		case ok:
			s.Right++
		default:
			s.Unjudged++
		}
	}
	for j, f := range s.Found {
		if f == nil || visible[j].Field == "text" {
			continue
		}
		s.Named++
		if onField(f, visible[j]) {
			s.OnField++
		}
	}
	return s
}

// closer reports whether a tells the answer better than b: it is about the column in question, else names fewer rows, else
// is graver.
func closer(a, b *check.Finding, k Answer) bool {
	if x, y := onField(a, k), onField(b, k); x != y {
		return x
	}
	if len(a.Related) != len(b.Related) {
		return len(a.Related) < len(b.Related)
	}
	return a.Severity > b.Severity
}

// onField reports whether a finding is about the column that the answer names. The three columns of a figure are one number, and
// what stands in free text has no column of its own.
func onField(f *check.Finding, k Answer) bool {
	number := func(name string) string {
		if name == "low" || name == "high" {
			return "best"
		}
		return name
	}
	if k.Field == "text" {
		return true
	}
	is := func(r check.Ref) bool {
		return r.Column >= 0 && number(r.Data.Columns[r.Column].Name) == number(k.Field)
	}
	for _, m := range f.Marked {
		if is(check.Ref{Data: f.Data, Column: m}) {
			return true
		}
	}
	return is(check.Ref{Data: f.Data, Column: f.Column}) || slices.ContainsFunc(f.Related, is)
}

func names(ids []string, k Answer) bool {
	n := 0
	for _, c := range k.Claims {
		for _, id := range ids {
			if c == id {
				n++
				break
			}
		}
	}
	return n >= k.Least
}

// IDs returns the claim ids of a finding's row and of its related rows.
func IDs(f *check.Finding) []string {
	if f.Row < 0 {
		return nil
	}
	out := []string{f.Data.ID(f.Row)}
	for _, r := range f.Related {
		if r.Row >= 0 {
			out = append(out, r.Data.ID(r.Row))
		}
	}
	return out
}
