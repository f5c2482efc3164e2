package cli

import (
	"bytes"
	"encoding/csv"
	"strings"

	"github.com/assaydata/assay/internal/read/format"
	"github.com/assaydata/assay/internal/record"
)

// claimHeader returns the columns of a claim table as its format knows them.
func claimHeader(id string) []string {
	var out []string
	for _, f := range format.Codebook(id) {
		out = append(out, f.Name)
	}
	return out
}

// claimTemplate is an empty table: its header line.
func claimTemplate(id string) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.Write(claimHeader(id)); err != nil {
		return nil, err
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// claimCodebook explains every column of every claim table to the people who fill them in. It is the CODEBOOK.md that
// init --claims writes.
func claimCodebook() string {
	var b strings.Builder
	b.WriteString(`# Codebook

One row is what **one source** says about **one thing**. It is never what you think is true: two sources that disagree are
two rows, and assay finds the disagreement. Files are CSV in UTF-8 (a spreadsheet saves them), in the folder data/. Cells that a source
says nothing about stay empty. The order of the columns is free, and columns of your own are left alone.

`)
	b.WriteString(claimBasics)
	for i := range claimTables {
		claimTables[i].write(&b)
	}
	return b.String()
}

// claimGuide is docs/claims.md.
func claimGuide() string {
	var b strings.Builder
	b.WriteString(`<!-- Generated from the formats in internal/read/format/claims.go: go test ./internal/cli -run Guide -update -->
# Claim tables

Much of what is "known" about political violence is not rows of events but claims: a minister's number that twelve papers repeat, an attack that
one agency ascribes to a group and another to somebody else, a leader reported killed seven times. Claim tables hold such statements, one row for each
source and thing, so that assay can say which of them cannot all be true, who repeats whom, and what remains.

` + "```sh" + `
assay init --claims my-case     # empty tables, assay.yaml and this codebook
# fill in data/*.csv with a spreadsheet
assay check my-case             # what contradicts what
assay check my-case --report out/
` + "```" + `

A table is recognised by its header, whatever the file is called. No column has to be filled but the identifier, the source and, for figures, the measure.
` + "`assay demo`" + ` shows a case of nearly a thousand rows.

`)
	b.WriteString(claimBasics)
	for i := range claimTables {
		claimTables[i].write(&b)
	}
	return b.String()
}

// claimBasics is what holds for all tables.
const claimBasics = `## What holds for all tables
- **Empty is "not stated", 0 is "the source says none".** They are different claims.
- **Never correct a source.** A slip of the source is what assay looks for. What you think of it goes into ` + "`notes`" + `.
- **Give every row an identifier** that never changes and is never used again (F1, F2 …), and every source a short key. Findings name them.
- **Keys** (` + "`incident_key`, `person_key`, `group_key`" + `) say which rows speak of the same thing. Leave them empty where you are not sure.
- **Numbers are digits**, without words, units or separators of thousands.
- **Quote little.** ` + "`locator`" + ` says where it stands, and in a few words what stands there.
- **A role or an accusation is what the source says**, not a fact. Only persons in public roles have rows.

Dates are written as in ISO 8601-2 (EDTF), as precisely as the source gives them and no more:

| write | for |
|---|---|
` + claimDates + `
Grades: ` + "`reliability`" + ` is the first half of the Admiralty code, A (completely reliable) to E (unreliable), F where nobody can judge; give the reason beside it. The other
half, how credible a statement is, is never typed: assay computes it from the number of independent origins.

`

// claimDates are rows of Markdown; a test reads the forms.
const claimDates = "" +
	"| `2016-05-10` | a day |\n" +
	"| `2016-05`, `2016` | a month, a year |\n" +
	"| `2016-05-10/2016-05-11` | one of these days, or a night between them |\n" +
	"| `2016-05~`, `2016?` | about May 2016; perhaps 2016 |\n" +
	"| `201X` | some year of that decade |\n" +
	"| `2016-23`, `2016 (autumn)` | autumn 2016 (21 spring, 22 summer, 23 autumn, 24 winter) |\n" +
	"| `c.1980` | about 1980 |\n" +
	"| `n.d.` | the source gives no date |\n"

func (t *claimTable) write(b *strings.Builder) {
	b.WriteString("## " + t.file() + "\nOne row is " + t.row + ".\n\n" + t.advice + "\n\n| column | kind | what to write | examples |\n|---|---|---|---|\n")
	for _, f := range format.Codebook(t.format) {
		name := "`" + f.Name + "`"
		if f.Required {
			name = "**" + name + "**"
		}
		b.WriteString("| " + name + " | " + columnKind(f) + " | " + strings.ReplaceAll(f.Doc, "|", `\|`) + " | " + t.shown(f.Name) + " |\n")
	}
	b.WriteString("\nColumns in bold must be filled.\n\n")
}

// shown lists the different examples of a column.
func (t *claimTable) shown(column string) string {
	var out []string
	for _, row := range t.examples {
		if v := row[column]; v != "" && (len(out) == 0 || out[0] != "`"+v+"`") {
			out = append(out, "`"+v+"`")
		}
	}
	return strings.Join(out, "; ")
}

// columnKind is the type of a column in the words of a coder.
func columnKind(f *record.Field) string {
	switch f.Type {
	case record.TypeNumber:
		return "number"
	case record.TypeDate:
		return "date"
	case record.TypeCoord:
		return "degrees"
	case record.TypeID:
		return "identifier"
	}
	return "text"
}

// claimCase is the assay.yaml for empty claim tables in data/.
func claimCase() string {
	var b strings.Builder
	b.WriteString(`# A case made of claims: what sources say about figures, incidents, groups and people. CODEBOOK.md explains every column.
# Fill in the tables under data/, then run "assay check" in this folder. A table that is not needed can be removed here.

# Day on which the claims were collected; nothing can have happened after it.
# as_of: 2026-01-31

datasets:
`)
	for i := range claimTables {
		t := &claimTables[i]
		b.WriteString("  # one row is " + t.row + "\n  - file: data/" + t.file() + "\n    name: " + t.format + "\n    licence: \"\"\n    citation: \"\"\n")
	}
	b.WriteString(`
# Persons appear under pseudonyms in every output. Who has a public role is listed here, one by one, with the reason.
# persons:
#   - key: front_leader          # as in the column person_key of data/people.csv
#     name: A. Example           # as outputs are to show it
#     reason: publicly announced leader of the group (P1)

# The text under which pseudonyms are made: any text of 16 characters or more that stays the same and is not published.
# pseudonym_key: change this to a text of your own

# Rules and families can be switched off or given another severity; "assay rules" lists them.
rules: {}
#  FIG: note
`)
	return b.String()
}
