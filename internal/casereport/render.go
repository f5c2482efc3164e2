package casereport

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"regexp"
)

// Start is the name of the page with the chapters.
const Start = "case.html"

//go:embed templates
var files embed.FS

var (
	pages = template.Must(template.New("").Parse(indent.ReplaceAllString(mustRead("templates/case.html"), "\n")))
	extra = mustRead("templates/case.css")

	indent = regexp.MustCompile(`\n\s*`)
)

func mustRead(name string) string {
	data, err := files.ReadFile(name)
	if err != nil {
		panic(err) // the files are part of the program
	}
	return string(data)
}

// Frame is what the pages share with the other pages of a report.
type Frame struct {
	Version string
	Style   string // style sheet of the accuracy report, to which the case adds its own
}

type page struct {
	Title, Version, Policy string
	Style                  template.CSS
	Report                 *Report
}

// Render writes the page with the chapters.
func (r *Report) Render(w io.Writer, f Frame) error { return r.render(w, Start, r.Title, f) }

// RenderClaims writes the page with all claims.
func (r *Report) RenderClaims(w io.Writer, f Frame) error {
	return r.render(w, Page, "Claims: "+r.Title, f)
}

// render executes a template completely before it writes, so that a mistake never leaves half a page. The content security
// policy names the style by its hash and allows nothing else.
func (r *Report) render(w io.Writer, name, title string, f Frame) error {
	css := f.Style + extra
	sum := sha256.Sum256([]byte(css))
	p := page{
		Title: title, Version: f.Version, Style: template.CSS(css), Report: r,
		Policy: "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; img-src data:; base-uri 'none'; form-action 'none'",
	}
	var buf bytes.Buffer
	if err := pages.ExecuteTemplate(&buf, name, p); err != nil {
		return err
	}
	_, err := w.Write(buf.Bytes())
	return err
}
