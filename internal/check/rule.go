package check

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/record"
)

// Severity says how bad a finding is.
type Severity uint8

const (
	Note    Severity = iota + 1 // limits the use of the data
	Warning                     // probably wrong or misleading
	Error                       // cannot be right
)

var severityNames = [...]string{"", "note", "warning", "error"}

func (s Severity) String() string { return severityNames[min(s, Error)] }

// ParseSeverity reads "note", "warning" or "error".
func ParseSeverity(s string) (Severity, error) {
	for i, n := range severityNames {
		if i > 0 && n == s {
			return Severity(i), nil
		}
	}
	return 0, fmt.Errorf("unknown severity %q (hint: note, warning or error)", s)
}

// Method says how a rule reaches its findings.
type Method uint8

const (
	Deterministic Method = iota // follows from the cells and the codebook
	Statistical                 // a test; its findings carry a Stat
)

// Rule is one check. Code is stable: a rule is never renumbered, only withdrawn.
type Rule struct {
	Code       string // VAL003
	Name       string // count-range
	Title      string // what a finding of it says, one clause without a full stop
	Severity   Severity
	Confidence float64 // default probability that a finding is right, 0-1; a finding may carry its own
	Method     Method
	Lead       bool // findings are leads to look at, not errors, whatever their severity
	Doc        Doc
	Options    []Option

	Formats []string           // formats it is made for; nil = any
	Needs   []record.Role      // roles without which it can't work
	Applies func(*Pass) string // further reasons why it can't work on a dataset; "" = it can. May be nil

	// Case makes it a rule about the claims of a case as a whole: it runs once an audit, with Pass.Case, instead of Check.
	Case func(*Pass)
	// Across makes it a rule about what several datasets say of the same events: it runs once an audit, with Pass.Across, instead of
	// Check.
	Across func(*Pass)

	// Entries makes it a rule about entries of lists of persons and groups: it runs once an audit, with Pass.Entries, instead of Check.
	Entries func(*Pass)
	Claims  bool // Check also works on claim tables, one by one; without it they are left alone

	Check func(*Pass)
	Plant func(s *Sheet, n int) // plants n errors of its kind into clean data, fewer where the data has no room; nil = not possible
}

// Family is the letters of the code: VAL, TIM, GEO …
func (r *Rule) Family() string { return strings.TrimRight(r.Code, "0123456789") }

// Families names the families in the order in which they are shown.
var Families = []struct{ Code, Title string }{
	{"VAL", "validity"},
	{"TIM", "time"},
	{"GEO", "place"},
	{"DUP", "duplicates"},
	{"CON", "contradictions"},
	{"ATT", "attribution"},
	{"SRC", "sources"},
	{"IDN", "identity"},
	{"FIG", "figures"},
	{"COV", "coverage"},
	{"VER", "versions"},
	{"USR", "your own rules"},
}

// Doc is the documentation of a rule. Terminal, report and docs/rules are generated from it. All texts are Markdown
// without headings.
type Doc struct {
	Why         string   // why it matters to somebody who uses the data
	How         string   // how it is computed
	FalseAlarms string   // known cases in which a finding is no error
	Fix         string   // what to do about a finding
	Literature  []string // citations with DOI where there is one
	Before      string   // example that fires, a few lines of CSV (invented)
	After       string   // the same, corrected
}

// Option is a setting of a rule. Default fixes its type: float64, int, bool or string.
type Option struct {
	Name    string
	Default any
	Doc     string
}

// CanRun returns "" where the rule can work on the dataset of the pass, else the reason why not.
func (r *Rule) CanRun(p *Pass) string {
	switch {
	case r.Case != nil && p.Case == nil:
		return "no claim tables"
	case r.Across != nil && p.Across == nil:
		return "no two datasets of events"
	case r.Entries != nil && p.Entries == nil:
		return "no list of persons or groups"
	case r.Case != nil, r.Across != nil, r.Entries != nil:
		return ""
	case p.Data.Format.Claims && !r.Claims:
		return "not for claim tables, where several rows speak of one thing"
	}
	if len(r.Formats) > 0 {
		ok := false
		for _, f := range r.Formats {
			ok = ok || f == p.Data.Format.ID
		}
		if !ok {
			return "made for " + strings.Join(r.Formats, ", ") + " only"
		}
	}
	var missing []string
	for _, need := range r.Needs {
		if p.Data.Role(need) == nil {
			missing = append(missing, need.String())
		}
	}
	if len(missing) > 0 {
		return "no column for " + strings.Join(missing, ", ")
	}
	if r.Applies != nil {
		return r.Applies(p)
	}
	return ""
}
