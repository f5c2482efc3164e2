package report

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"regexp"

	"github.com/assaydata/assay/internal/finding"
)

//go:embed templates
var files embed.FS

var templates = func() *template.Template {
	t := template.New("").Funcs(template.FuncMap{"icon": icon})
	for _, name := range []string{"index", "sections", "dataset", "rule", "linked", "coverage", "parts"} {
		// The indentation of the templates would make up a good part of a large page.
		template.Must(t.New(name + ".html").Parse(blank.ReplaceAllString(mustRead("templates/"+name+".html"), "\n")))
	}
	return t
}()

var blank = regexp.MustCompile(`\n\s*`)

// icon is the sign of a class of findings: a shape of its own, so that it can be told apart without colour.
func icon(class string) template.HTML {
	shape := map[string]string{
		"error":   `<path d="M8 1.2 14.8 8 8 14.8 1.2 8z"/><path class="on" d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8"/>`,
		"warning": `<path d="M8 1.4 15.2 14.4H.8z"/><path class="on" d="M8 6v4M8 11.6v1.2"/>`,
		"lead":    `<circle cx="7" cy="7" r="5" class="line"/><path class="line" d="M10.8 10.8 15 15"/>`,
		"note":    `<rect x="1.5" y="1.5" width="13" height="13" rx="3" class="line"/><path class="line" d="M8 7v4.5M8 4.4v1"/>`,
	}[class]
	return template.HTML(`<svg class="icon ` + class + `" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">` + shape + `</svg>`)
}

// head is what every page needs. Style and script stand in the page itself, so that a single file can be sent to a
// colleague; the content security policy names them by their hashes and allows nothing else.
type head struct {
	Title   string
	Version string
	Root    string // path to the folder of the index: "" or "../"
	Style   template.CSS
	Script  template.JS
	Policy  string
}

var style, script = mustRead("templates/style.css"), mustRead("templates/script.js")

func mustRead(name string) string {
	data, err := files.ReadFile(name)
	if err != nil {
		panic(err) // the files are part of the program
	}
	return string(data)
}

var policy = fmt.Sprintf("default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; base-uri 'none'; form-action 'none'",
	hashOf(style), hashOf(script))

func hashOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

func (b *builder) head(title string, depth int) head {
	h := head{Title: title, Version: b.options.Version, Style: template.CSS(style), Script: template.JS(script), Policy: policy}
	if depth > 0 {
		h.Root = "../"
	}
	return h
}

// rulePage is one page of the findings of a rule in a dataset.
type rulePage struct {
	head
	Rule                  ruleView
	Dataset, Extent, Slug string
	Showing, Problem      string
	Samples               []sample
	Page, Pages           int
	Previous, Next        string
	All                   []pageLink
}

type pageLink struct {
	Number int
	Name   string // "" for the page itself
}

// pages writes the pages of a group of which the index does not show all findings.
func (b *builder) pages(f *folder, l listing) error {
	g := &l.group
	total := len(g.Findings)
	if total <= b.perGroup {
		return nil
	}
	n := (len(l.worst) + pageRows - 1) / pageRows
	name := func(i int) string { return fmt.Sprintf("%s-%d.html", l.slug, i) }
	for i := 1; i <= n; i++ {
		from, to := (i-1)*pageRows, min(i*pageRows, len(l.worst))
		p := rulePage{
			head: b.head(fmt.Sprintf("%s in %s, page %d of %d", g.Rule.Code, g.Data.Name, i, n), 1),
			Rule: describe(g.Rule, g.Class), Dataset: g.Data.Name, Extent: hold(g.Extent), Slug: l.slug, Problem: b.vault.problem(g.Data),
			Samples: b.vault.samples(l.worst[from:to]), Page: i, Pages: n,
			Showing: fmt.Sprintf("Findings %s to %s of %s, the gravest first.", finding.Thousands(from+1), finding.Thousands(to), finding.Thousands(total)),
		}
		if len(l.worst) < total {
			p.Showing += fmt.Sprintf(" These pages show %s of %s; the full list is in findings.csv.", finding.Thousands(len(l.worst)), finding.Thousands(total))
		}
		if i > 1 {
			p.Previous = name(i - 1)
		}
		if i < n {
			p.Next = name(i + 1)
		}
		for k := 1; k <= n; k++ {
			link := pageLink{Number: k, Name: name(k)}
			if k == i {
				link.Name = ""
			}
			p.All = append(p.All, link)
		}
		if err := f.file("rules/"+name(i), func(w io.Writer) error { return render(w, "rule.html", p) }); err != nil {
			return err
		}
	}
	return nil
}
