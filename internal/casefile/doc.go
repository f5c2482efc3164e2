// Package casefile reads assay.yaml: which files an audit looks at, how they are to be read, which rules run and how severe
// they are, rules of the user's own, and the findings that are known already.
//
//	as_of: 2016-12-31               # day on which the data was obtained; nothing may happen after it
//	datasets:
//	  - file: data/acled.csv        # relative to assay.yaml
//	    name: acled                 # short name, by default the file's base name
//	    version: "7"
//	    licence: ACLED terms of use
//	    citation: …
//	    delimiter: tab              # also encoding, sheet
//	    mapping: mapping.yaml       # a file, the name of a shipped example, or the mapping itself
//	rules:
//	  GEO005: off
//	  ATT: note                     # a family
//	  DUP001: {severity: note, options: {days: 3}}
//	checks:                         # rules of your own, in CEL
//	  - code: USR001
//	    title: best lies outside low and high
//	    expect: best >= low && best <= high
//	    severity: error
//	    message: best {best} is not between {low} and {high}
//	baseline: baseline.jsonl        # written by assay check --write-baseline
package casefile
