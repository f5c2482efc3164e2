package casefile

import (
	"fmt"
	"path/filepath"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/assaydata/assay/internal/record"
)

// terms are the owners' terms of use as far as known; users are asked to check them.
var terms = map[string]struct{ licence, citation string }{
	"acled": {"ACLED terms of use: attribution, no redistribution of raw data (check the current text)", "Raleigh et al. 2010, doi 10.1177/0022343310378914; add the access date"},
	"ged":   {"CC BY 4.0 (check the release)", "Sundberg and Melander 2013, doi 10.1177/0022343313484347; add the article of the yearly release"},
	"gtd":   {"START end-user licence: no redistribution, non-commercial (check the current text)", "LaFree and Dugan 2007, doi 10.1080/09546550701246817; add the access date"},
	"scad":  {"SCAD terms: acknowledge and cite; no commercial distribution without permission", "Salehyan et al. 2012, doi 10.1080/03050629.2012.697426"},
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
	for _, d := range ds {
		path := d.Path
		if rel, err := filepath.Rel(dir, path); err == nil && path != "-" {
			path = filepath.ToSlash(rel)
		}
		fmt.Fprintf(&b, "  # recognised as %s; %d rows\n", d.Format.Title, d.N)
		fmt.Fprintf(&b, "  - file: %s\n    name: %s\n", scalar(path), scalar(d.Name))
		b.WriteString("    version: \"\" # release and access date, as a reader needs them to get the same file\n")
		t := terms[d.Format.ID]
		fmt.Fprintf(&b, "    licence: %s\n    citation: %s\n", scalar(t.licence), scalar(t.citation))
		if d.Mapping != "" {
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
#  DUP003: {severity: note, options: {length: 120}}

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

// scalar writes a text as YAML, quoted where it must be.
func scalar(s string) string {
	out, err := yaml.Marshal(s)
	if err != nil {
		return fmt.Sprintf("%q", s)
	}
	return strings.TrimSpace(string(out))
}
