package finding

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

const junitMessages = 20 // findings listed in one test case

// JUnit writes the XML that test runners of continuous integration read: a test suite for each dataset and in it a test
// case for each rule. A case fails where the rule found something of at least the severity Options.FailOn; what is below
// it, and leads, stands in the output of a case that passes. A rule that could not run is a skipped case. Of a rule with
// many findings the worst are listed with the number of the others. Inputs that could not be read are errors of a suite of
// their own.
func JUnit(w io.Writer, a *audit.Audit, o Options) error {
	if o.FailOn == 0 {
		o.FailOn = check.Warning
	}
	var suites []junitSuite
	var tests, failures, skips int
	byRule := map[junitKey]*group{}
	gs := groups(a, o)
	for i := range gs {
		byRule[junitKey{gs[i].data, gs[i].rule}] = &gs[i]
	}
	skipped := map[junitKey]string{}
	for _, s := range a.Skipped {
		skipped[junitKey{s.Data, s.Rule}] = s.Reason
	}
	for _, d := range a.Datasets {
		suite := junitSuite{data: d}
		for _, r := range a.Rules {
			if !o.selects(r) {
				continue
			}
			c := junitCase{rule: r, group: byRule[junitKey{d, r}], skipped: skipped[junitKey{d, r}]}
			c.failed = c.group != nil && fails(c.group, o.FailOn)
			suite.add(c)
		}
		tests, failures, skips = tests+len(suite.cases), failures+suite.failures, skips+suite.skips
		suites = append(suites, suite)
	}
	b := bufio.NewWriter(w)
	unread := len(a.Failed)
	fmt.Fprintf(b, "%s<testsuites name=\"assay\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" time=\"%.3f\">\n",
		xml.Header, tests+unread, failures, unread, skips, o.Elapsed.Seconds())
	for i := range suites {
		suites[i].write(b)
	}
	if unread > 0 {
		fmt.Fprintf(b, "  <testsuite name=\"reading\" tests=\"%d\" failures=\"0\" errors=\"%d\" skipped=\"0\">\n", unread, unread)
		for _, f := range a.Failed {
			fmt.Fprintf(b, "    <testcase classname=\"reading\" name=\"%s\">\n      <error message=\"%s\"/>\n    </testcase>\n",
				xmlText(f.Path), xmlText(f.Error()))
		}
		b.WriteString("  </testsuite>\n")
	}
	b.WriteString("</testsuites>\n")
	return b.Flush()
}

type junitKey struct {
	data *record.Dataset
	rule *check.Rule
}

type junitSuite struct {
	data            *record.Dataset
	cases           []junitCase
	failures, skips int
}

type junitCase struct {
	rule    *check.Rule
	group   *group // nil = nothing found
	failed  bool
	skipped string // reason, "" = the rule ran
}

func fails(g *group, least check.Severity) bool {
	if g.rule.Lead {
		return false
	}
	for i := range g.findings {
		if g.findings[i].Severity >= least {
			return true
		}
	}
	return false
}

func (s *junitSuite) add(c junitCase) {
	switch {
	case c.failed:
		s.failures++
	case c.group == nil && c.skipped != "":
		s.skips++
	}
	s.cases = append(s.cases, c)
}

func (s *junitSuite) write(b *bufio.Writer) {
	fmt.Fprintf(b, "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\">\n",
		xmlText(s.data.Name), len(s.cases), s.failures, s.skips)
	for i := range s.cases {
		c := &s.cases[i]
		fmt.Fprintf(b, "    <testcase classname=\"%s.%s\" name=\"%s\"", xmlText(s.data.Name), xmlText(c.rule.Family()),
			xmlText(strings.TrimSpace(c.rule.Code+" "+c.rule.Name)))
		switch {
		case c.failed:
			fmt.Fprintf(b, ">\n      <failure type=\"%s\" message=\"%s\">%s</failure>\n    </testcase>\n",
				c.group.class, xmlText(c.rule.Title+": "+c.group.extent()), xmlLines(c.group.messages()))
		case c.group != nil:
			fmt.Fprintf(b, ">\n      <system-out>%s</system-out>\n    </testcase>\n", xmlLines(c.group.messages()))
		case c.skipped != "":
			fmt.Fprintf(b, ">\n      <skipped message=\"%s\"/>\n    </testcase>\n", xmlText(c.skipped))
		default:
			b.WriteString("/>\n")
		}
	}
	b.WriteString("  </testsuite>\n")
}

// messages lists the worst findings, one a line.
func (g *group) messages() []string {
	var out []string
	worst := g.worst(junitMessages)
	for _, f := range worst {
		at := file(f.Data)
		if f.Row >= 0 {
			at += fmt.Sprintf(", row %d", f.Data.RowNumber(f.Row))
			if n := f.Data.Line(f.Row); n > 0 {
				at += fmt.Sprintf(", line %d", n)
			}
		}
		if c := columnName(f.Data, f.Column); c != "" {
			at += ", " + c
		}
		out = append(out, clean(at+": "+classOf(f).String()+": "+f.Message))
	}
	if more := len(g.findings) - len(worst); more > 0 {
		out = append(out, "… and "+wording.Thousands(more)+" more")
	}
	return out
}

// xmlText escapes one line of text for XML; control characters become U+FFFD.
func xmlText(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(clean(s))) // a strings.Builder returns no error
	return b.String()
}

func xmlLines(texts []string) string {
	var b strings.Builder
	for _, s := range texts {
		b.WriteString(xmlText(s) + "\n")
	}
	return b.String()
}
