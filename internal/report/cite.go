package report

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/record"
)

// citeView says how to cite a dataset.
type citeView struct {
	Dataset, Cite, Licence, Version string
	Paper                           string // the publication that describes the dataset, where the format is a known one
	DOI                             string
}

// paper is the publication in which the makers of a format describe it.
type paper struct {
	Key, Authors, Title, Journal, Volume, Issue, Pages, DOI string
	Year                                                    int
}

var papers = map[string]paper{
	"acled": {
		"raleigh2010", "Raleigh, Clionadh and Linke, Andrew and Hegre, Håvard and Karlsen, Joakim",
		"Introducing ACLED: An Armed Conflict Location and Event Dataset", "Journal of Peace Research", "47", "5", "651-660",
		"10.1177/0022343310378914", 2010,
	},
	"ged": {
		"sundberg2013", "Sundberg, Ralph and Melander, Erik", "Introducing the UCDP Georeferenced Event Dataset",
		"Journal of Peace Research", "50", "4", "523-532", "10.1177/0022343313484347", 2013,
	},
	"gtd": {
		"lafree2007", "LaFree, Gary and Dugan, Laura", "Introducing the Global Terrorism Database", "Terrorism and Political Violence",
		"19", "2", "181-204", "10.1080/09546550701246817", 2007,
	},
	"scad": {
		"salehyan2012", "Salehyan, Idean and Hendrix, Cullen S. and Hamner, Jesse and Case, Christina and Linebarger, Christopher and Stull, Emily and Williams, Jennifer",
		"Social Conflict in Africa: A New Database", "International Interactions", "38", "4", "503-511", "10.1080/03050629.2012.697426", 2012,
	},
}

// text is the paper in one line.
func (p paper) text() string {
	authors := strings.Split(p.Authors, " and ")
	who := authors[0]
	if len(authors) > 1 {
		who = strings.Join(authors[:len(authors)-1], "; ") + "; " + authors[len(authors)-1]
	}
	return fmt.Sprintf("%s (%d). %s. %s %s(%s): %s.", who, p.Year, p.Title, p.Journal, p.Volume, p.Issue, strings.ReplaceAll(p.Pages, "-", "–"))
}

const toolURL = "https://github.com/assaydata/assay"

func (b *builder) cite() {
	for i, d := range b.audit.Datasets {
		if i == mostInputs {
			b.view.CitesNote = fmt.Sprintf("Showing %d of %d datasets; cite.json and cite.bib hold all of them.", mostInputs, len(b.audit.Datasets))
			break
		}
		v := citeView{Dataset: d.Name, Cite: finding.Clean(d.Cite), Licence: finding.Clean(d.Licence), Version: finding.Clean(d.Version)}
		if p, ok := papers[d.Format.ID]; ok {
			v.Paper, v.DOI = p.text(), p.DOI
		}
		b.view.Cites = append(b.view.Cites, v)
	}
	b.view.BibTeX = b.bibTeX(mostInputs)
}

// usedPapers are the papers of the formats that occur, in the order of the datasets.
func (b *builder) usedPapers() []paper {
	var out []paper
	seen := map[string]bool{}
	for _, d := range b.audit.Datasets {
		if p, ok := papers[d.Format.ID]; ok && !seen[p.Key] {
			seen[p.Key] = true
			out = append(out, p)
		}
	}
	return out
}

// bibTeX writes entries for assay, the datasets (up to most) and the papers that describe them.
func (b *builder) bibTeX(most int) string {
	var s strings.Builder
	fmt.Fprintf(&s, "@software{assay,\n  title   = {assay: accuracy of data about political violence},\n  version = {%s},\n  url     = {%s}\n}\n", texEscape(b.options.Version), toolURL)
	for i, d := range b.audit.Datasets {
		if i == most {
			break
		}
		fmt.Fprintf(&s, "\n@misc{%s,\n  title   = {%s},\n", strings.ReplaceAll(b.slug[d], "-", "_"), texEscape(datasetTitle(d)))
		for _, kv := range [][2]string{{"version", d.Version}, {"note", noteOf(d)}} {
			if kv[1] != "" {
				fmt.Fprintf(&s, "  %-7s = {%s},\n", kv[0], texEscape(finding.Clean(kv[1])))
			}
		}
		s.WriteString("}\n")
	}
	for _, p := range b.usedPapers() {
		fmt.Fprintf(&s, "\n@article{%s,\n  author  = {%s},\n  title   = {%s},\n  journal = {%s},\n  year    = {%d},\n  volume  = {%s},\n  number  = {%s},\n  pages   = {%s},\n  doi     = {%s}\n}\n",
			p.Key, p.Authors, p.Title, p.Journal, p.Year, p.Volume, p.Issue, strings.ReplaceAll(p.Pages, "-", "--"), p.DOI)
	}
	return s.String()
}

func datasetTitle(d *record.Dataset) string {
	if d.Format.Title != "" {
		return finding.Clean(d.Name + ": " + d.Format.Title)
	}
	return finding.Clean(d.Name)
}

// noteOf is what tells one file from another of the same name.
func noteOf(d *record.Dataset) string {
	var parts []string
	if d.Cite != "" {
		parts = append(parts, d.Cite)
	}
	if d.Licence != "" {
		parts = append(parts, "licence "+d.Licence)
	}
	if d.SHA256 != "" {
		parts = append(parts, "SHA-256 "+d.SHA256)
	}
	return strings.Join(parts, "; ")
}

// texEscape makes text safe between braces.
func texEscape(s string) string {
	return strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "%", `\%`, "&", `\&`, "#", `\#`, "_", `\_`, "$", `\$`).Replace(s)
}

// cslItem is an item of CSL-JSON (Citation Style Language, schema 1.0.2).
type cslItem struct {
	ID      string         `json:"id"`
	Type    string         `json:"type"`
	Title   string         `json:"title"`
	Authors []cslName      `json:"author,omitempty"`
	Journal string         `json:"container-title,omitempty"`
	Volume  string         `json:"volume,omitempty"`
	Issue   string         `json:"issue,omitempty"`
	Page    string         `json:"page,omitempty"`
	DOI     string         `json:"DOI,omitempty"`
	URL     string         `json:"URL,omitempty"`
	Version string         `json:"version,omitempty"`
	Note    string         `json:"note,omitempty"`
	Issued  map[string]any `json:"issued,omitempty"`
}

type cslName struct {
	Family string `json:"family"`
	Given  string `json:"given"`
}

func (b *builder) cslJSON() ([]byte, error) {
	items := []cslItem{{ID: "assay", Type: "software", Title: "assay: accuracy of data about political violence", Version: b.options.Version, URL: toolURL}}
	for _, d := range b.audit.Datasets {
		items = append(items, cslItem{ID: b.slug[d], Type: "dataset", Title: datasetTitle(d), Version: d.Version, Note: finding.Clean(noteOf(d))})
	}
	for _, p := range b.usedPapers() {
		it := cslItem{
			ID: p.Key, Type: "article-journal", Title: p.Title, Journal: p.Journal, Volume: p.Volume, Issue: p.Issue, Page: p.Pages, DOI: p.DOI,
			Issued: map[string]any{"date-parts": [][]int{{p.Year}}},
		}
		for _, a := range strings.Split(p.Authors, " and ") {
			family, given, _ := strings.Cut(a, ", ")
			it.Authors = append(it.Authors, cslName{family, given})
		}
		items = append(items, it)
	}
	out, err := json.MarshalIndent(items, "", "  ")
	return append(out, '\n'), err
}
