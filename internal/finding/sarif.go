package finding

import (
	"bufio"
	"encoding/json"
	"io"
	"math"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/privacy"
	"github.com/assaydata/assay/internal/record"
)

const (
	home         = "https://github.com/assaydata/assay"
	sarifSchema  = "https://json.schemastore.org/sarif-2.1.0.json"
	sarifRelated = 1000 // related locations of one result; consumers refuse more
)

// SARIF writes the Static Analysis Results Interchange Format, version 2.1.0 (OASIS standard of 27 March 2020), one result
// a line. It holds no cells and no paths of the computer it was made on, since such files travel to other machines.
//
// A finding in a text file points at the physical line on which its record begins, at no column, since a cell has no fixed
// one. A finding in a compressed file, an archive, a workbook or a Parquet file points at the file as a whole. In both
// cases the logical location "dataset/id/column" names the cell. Leads have the level note. The rank is the confidence in
// per cent, and the fingerprint is that of [audit.Fingerprint].
func SARIF(w io.Writer, a *audit.Audit, o Options) error {
	s := &sarifWriter{w: bufio.NewWriterSize(w, 1<<16), o: o, shield: a.Shield, rules: map[*check.Rule]int{}, files: map[*record.Dataset]int{}}
	rules := slices.Clone(a.Rules)
	for i := range a.Findings {
		if !slices.Contains(rules, a.Findings[i].Rule) {
			rules = append(rules, a.Findings[i].Rule)
		}
	}
	driver := sarifDriver{Name: "assay", Version: o.Version, InformationURI: home, Rules: []sarifRule{}}
	for i, r := range rules {
		s.rules[r] = i
		driver.Rules = append(driver.Rules, sarifRuleOf(r))
	}
	s.raw(`{"$schema":`).value(sarifSchema).raw(`,"version":"2.1.0","runs":[{"tool":`)
	s.value(sarifTool{driver}).raw(`,"invocations":`).value([]sarifInvocation{invocation(a)})
	s.raw(`,"artifacts":`).value(s.artifacts(a)).raw(`,"results":[`)
	for i, first := 0, true; i < len(a.Findings) && s.err == nil; i++ {
		if !o.selects(a.Findings[i].Rule) {
			continue
		}
		if !first {
			s.raw(",")
		}
		first = false
		s.raw("\n").value(s.result(&a.Findings[i]))
	}
	s.raw("\n]}]}\n")
	if s.err != nil {
		return s.err
	}
	return s.w.Flush()
}

// sarifWriter writes the parts of a log one after the other, so that the whole of it is never in memory.
type sarifWriter struct {
	shield *privacy.Shield
	w      *bufio.Writer
	o      Options
	rules  map[*check.Rule]int
	files  map[*record.Dataset]int
	err    error
}

func (s *sarifWriter) raw(text string) *sarifWriter {
	if s.err == nil {
		_, s.err = s.w.WriteString(text)
	}
	return s
}

func (s *sarifWriter) value(v any) *sarifWriter {
	if s.err != nil {
		return s
	}
	b, err := json.Marshal(v)
	if err == nil {
		_, err = s.w.Write(escapeControls(b))
	}
	s.err = err
	return s
}

// artifacts lists the files with their hashes; several datasets may come from one file.
func (s *sarifWriter) artifacts(a *audit.Audit) []sarifArtifact {
	out := []sarifArtifact{}
	for _, d := range a.Datasets {
		uri := sarifURI(d, s.o.Base)
		i := slices.IndexFunc(out, func(have sarifArtifact) bool { return have.Location.URI == uri })
		if i < 0 {
			i = len(out)
			one := sarifArtifact{Location: sarifArtifactLocation{URI: uri}, Roles: []string{"analysisTarget"}}
			if d.SHA256 != "" {
				one.Hashes = map[string]string{"sha-256": d.SHA256}
			}
			out = append(out, one)
		}
		s.files[d] = i
	}
	return out
}

func sarifURI(d *record.Dataset, base string) string {
	return (&url.URL{Path: slashPath(d, base)}).String()
}

func (s *sarifWriter) result(f *check.Finding) sarifResult {
	r := sarifResult{
		RuleID: f.Rule.Code, RuleIndex: s.rules[f.Rule], Level: sarifLevel(f.Severity, f.Rule.Lead),
		Message: sarifText{Text: f.Message}, Locations: []sarifLocation{s.location(f.Data, f.Row, f.Column)},
	}
	if f.Confidence > 0 { // not NaN
		r.Rank = sarifRank(f.Confidence)
	}
	if f.Fingerprint != "" {
		r.Fingerprints = map[string]string{"assay/v1": f.Fingerprint}
	}
	for i, ref := range f.Related {
		if i == sarifRelated {
			break
		}
		l := s.location(ref.Data, ref.Row, ref.Column)
		id := i + 1
		l.ID, l.Message = &id, &sarifText{Text: refersTo(ref)}
		r.Related = append(r.Related, l)
	}
	return r
}

func refersTo(r check.Ref) string {
	if r.Row < 0 {
		return r.Data.Name
	}
	return r.Data.Name + ", row " + strconv.Itoa(r.Data.RowNumber(r.Row))
}

func (s *sarifWriter) location(d *record.Dataset, row, column int) sarifLocation {
	at := sarifArtifactLocation{URI: sarifURI(d, s.o.Base)}
	if i, ok := s.files[d]; ok {
		at.Index = &i
	}
	l := sarifLocation{Physical: &sarifPhysical{Artifact: at}}
	if n := d.Line(row); n > 0 && linesInFile(d) {
		l.Physical.Region = &sarifRegion{StartLine: n}
	}
	name, kind := d.Name, "resource"
	if row >= 0 {
		kind = "member"
		if id := s.shield.ID(d, row); id != "" {
			name += "/" + id
		} else {
			name += "/row " + strconv.Itoa(d.RowNumber(row))
		}
	}
	if c := columnName(d, column); c != "" {
		name += "/" + c
	}
	l.Logical = []sarifLogical{{FullyQualifiedName: name, Kind: kind}}
	return l
}

// invocation says whether all could be read, and which rules could not run.
func invocation(a *audit.Audit) sarifInvocation {
	out := sarifInvocation{Successful: !a.Partial && len(a.Failed) == 0}
	for _, f := range a.Failed {
		out.Notifications = append(out.Notifications, sarifNotification{
			Level: "error", Message: sarifText{Text: filepath.Base(f.Path) + " could not be read"},
		})
	}
	for _, s := range a.Skipped {
		out.Notifications = append(out.Notifications, sarifNotification{
			Level: "note", Rule: &sarifRuleRef{ID: s.Rule.Code},
			Message: sarifText{Text: s.Data.Name + ": " + s.Rule.Code + " could not run: " + s.Reason},
		})
	}
	return out
}

func sarifRuleOf(r *check.Rule) sarifRule {
	out := sarifRule{
		ID: r.Code, Name: r.Name, Short: sarifText{Text: r.Title},
		HelpURI: home + "/blob/main/docs/rules/" + r.Code + ".md",
		Default: sarifDefault{Level: sarifLevel(r.Severity, r.Lead)},
	}
	if r.Confidence > 0 {
		out.Default.Rank = sarifRank(r.Confidence)
	}
	help := ""
	for _, part := range []string{r.Doc.Why, r.Doc.Fix} {
		if part != "" && help != "" {
			help += "\n\n"
		}
		help += part
	}
	if r.Doc.Why != "" {
		out.Full = &sarifText{Text: r.Doc.Why}
	}
	if help != "" {
		out.Help = &sarifText{Text: help, Markdown: help}
	}
	out.Properties.Tags = []string{r.Family()}
	if r.Lead {
		out.Properties.Tags = append(out.Properties.Tags, "lead")
	}
	return out
}

// sarifRank is a confidence as a rank from 0 to 100.
func sarifRank(confidence float64) *float64 {
	rank := math.Round(1000*min(confidence, 1)) / 10
	return &rank
}

func sarifLevel(s check.Severity, lead bool) string {
	if lead || s < check.Note {
		return "note"
	}
	return s.String()
}
