package casefile

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/assaydata/assay/internal/record"
)

// terms are the owners' terms of use as far as known; users are asked to check them.
var terms = map[string]struct{ licence, citation string }{
	"acled": {"ACLED terms of use: attribution, no redistribution of raw data (check the current text)", "Raleigh, C., Kishi, R., Linke, A. (2023). Political instability patterns are obscured by conflict dataset scope conditions, sources, and coding choices. Humanities and Social Sciences Communications 10: 74. https://doi.org/10.1057/s41599-023-01559-4 (the article that ACLED asks for: check the current text); add the access date"},
	"ged":   {"CC BY 4.0 (check the release)", "Sundberg, R., Melander, E. (2013). Introducing the UCDP Georeferenced Event Dataset. Journal of Peace Research 50(4): 523-532. https://doi.org/10.1177/0022343313484347; add the article of the yearly release"},
	"gtd":   {"START end-user licence: no redistribution, non-commercial (check the current text)", "LaFree, G., Dugan, L. (2007). Introducing the Global Terrorism Database. Terrorism and Political Violence 19(2): 181-204. https://doi.org/10.1080/09546550701246817; add the access date"},
	"scad":  {"SCAD terms: acknowledge and cite; no commercial distribution without permission", "Salehyan, I., Hendrix, C. S., Hamner, J., Case, C., Linebarger, C., Stull, E., Williams, J. (2012). Social Conflict in Africa: A New Database. International Interactions 38(4): 503-511. https://doi.org/10.1080/03050629.2012.697426"},
}

// Template writes a commented assay.yaml for datasets as they were recognised. Paths are made relative to dir.
func Template(ds []*record.Dataset, dir string) string {
	var b strings.Builder
	b.WriteString(`# A case of assay: what is audited, and how. Everything but the files is optional.
# Run "assay check" in this folder. Mistakes in this file are reported with their line.

# Day on which the data was obtained; events after it are impossible.
# as_of: 2016-12-31

datasets:
`)
	used := map[string]bool{}
	for _, members := range files(ds) {
		d := members[0]
		path := d.Path
		if rel, err := filepath.Rel(dir, path); err == nil {
			path = filepath.ToSlash(rel)
		}
		for _, m := range members {
			what := fmt.Sprintf("recognised as %s; %d rows", m.Format.Title, m.N)
			if len(members) > 1 {
				what = m.Member + ": " + what
			}
			b.WriteString("  # " + oneLine(what) + "\n")
		}
		fmt.Fprintf(&b, "  - file: %s\n", scalar(path))
		if len(members) == 1 { // members of an archive keep their own names
			fmt.Fprintf(&b, "    name: %s\n", scalar(unused(d.Name, used)))
		}
		b.WriteString("    version: \"\" # release and access date, as a reader needs them to get the same file\n")
		t := terms[d.Format.ID]
		fmt.Fprintf(&b, "    licence: %s\n    citation: %s\n", scalar(t.licence), scalar(t.citation))
		// One mapping cannot serve members of different layouts; without one each is recognised again.
		if d.Mapping != "" && len(members) == 1 {
			b.WriteString("    mapping:\n")
			for _, line := range strings.Split(strings.TrimRight(d.Mapping, "\n"), "\n") {
				b.WriteString("      " + line + "\n")
			}
		}
	}
	b.WriteString(`
# Rules and families can be switched off or given another severity (note, warning, error) and options.
# "assay rules" lists them, "assay explain CODE" shows their options.
rules: {}
#  GEO005: off
#  ATT: note
#  DUP003: {severity: note, options: {min-length: 120}}

# Rules of your own, in CEL (https://cel.dev). Names are roles (best, low, high, date, country, actor1 …) or columns.
# checks:
#   - code: USR001
#     title: best lies outside low and high
#     expect: best >= low && best <= high
#     severity: error
#     message: best {best} is not between {low} and {high}

# Findings that are known already and are not shown again: written by "assay check --write-baseline".
# baseline: baseline.jsonl
`)
	return b.String()
}

// files groups the datasets by the file that they come from: several only for an archive, which a case names once so that
// it is read once.
func files(ds []*record.Dataset) [][]*record.Dataset {
	var out [][]*record.Dataset
	for i, d := range ds {
		if i > 0 && d.Path == ds[i-1].Path && d.Member != ds[i-1].Member {
			out[len(out)-1] = append(out[len(out)-1], d)
			continue
		}
		out = append(out, []*record.Dataset{d})
	}
	return out
}

// unused returns the name, with a number behind it where another dataset has it already.
func unused(name string, used map[string]bool) string {
	out := name
	for n := 2; used[out]; n++ {
		out = fmt.Sprintf("%s-%d", name, n)
	}
	used[out] = true
	return out
}

// oneLine makes a text fit for a comment: names of files and columns may hold line ends.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// scalar writes a text as YAML on one line, quoted where it must be.
func scalar(s string) string {
	out, err := yaml.Marshal(s)
	if err == nil && bytes.Count(out, []byte("\n")) > 1 { // the name of a file may hold a line end
		out, err = yaml.Marshal(&yaml.Node{Kind: yaml.ScalarNode, Value: s, Style: yaml.DoubleQuotedStyle})
	}
	if err != nil {
		return strconv.Quote(s)
	}
	return strings.TrimSpace(string(out))
}
