package report

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

var voidElements = []string{"meta", "link", "br", "hr", "img", "input", "wbr"}

func TestPagesAreWellFormed(t *testing.T) { checkPages(t, write(t, smallAudit(t))) }

// checkPages checks every page of a report: elements are closed in order, identifiers are unique, and links lead somewhere.
func checkPages(t *testing.T, dir string) {
	t.Helper()
	ids := map[string]map[string]bool{} // by page
	links := map[string][]string{}
	errors := 0
	fail := func(format string, args ...any) {
		if errors++; errors < 20 {
			t.Errorf(format, args...)
		}
	}
	for name, text := range contents(t, dir) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		ids[name] = map[string]bool{}
		var open []string
		foreign := 0 // depth within SVG, where elements may close themselves
		z := html.NewTokenizer(strings.NewReader(text))
		for {
			kind := z.Next()
			if kind == html.ErrorToken {
				break
			}
			tok := z.Token()
			switch kind {
			case html.StartTagToken, html.SelfClosingTagToken:
				for _, a := range tok.Attr {
					switch a.Key {
					case "id":
						if ids[name][a.Val] {
							fail("%s: the identifier %s stands twice", name, a.Val)
						}
						ids[name][a.Val] = true
					case "href":
						links[name] = append(links[name], a.Val)
					case "style":
						fail("%s: a style attribute, which the policy forbids: %s", name, tok)
					}
					if strings.HasPrefix(a.Key, "on") {
						fail("%s: a handler, which the policy forbids: %s", name, tok)
					}
				}
				if kind == html.StartTagToken && !slices.Contains(voidElements, tok.Data) {
					open = append(open, tok.Data)
				}
				if tok.Data == "svg" {
					foreign++
				}
				if kind == html.SelfClosingTagToken && foreign == 0 {
					fail("%s: %s closes itself outside of SVG", name, tok)
				}
			case html.EndTagToken:
				if tok.Data == "svg" {
					foreign--
				}
				if len(open) == 0 || open[len(open)-1] != tok.Data {
					fail("%s: </%s> closes %v", name, tok.Data, open[max(0, len(open)-3):])
					return
				}
				open = open[:len(open)-1]
			}
		}
		if len(open) > 0 {
			fail("%s: not closed: %v", name, open)
		}
	}
	for name, hrefs := range links {
		for _, href := range hrefs {
			if strings.HasPrefix(href, "https://") {
				continue
			}
			file, id, _ := strings.Cut(href, "#")
			target := name
			if file != "" {
				target = path.Join(path.Dir(name), file)
			}
			if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(target))); err != nil {
				fail("%s links to %s, which is not there", name, href)
			} else if id != "" && !ids[target][id] {
				fail("%s links to %s, where nothing has this identifier", name, href)
			}
		}
	}
}

func TestEveryFigureSaysWhatItShows(t *testing.T) {
	a := bigAudit(t, 1, 3000, 4, 400)
	page := contents(t, write(t, a))["index.html"]
	figures := strings.Count(page, "<figure")
	if figures < 6 {
		t.Errorf("only %d figures", figures)
	}
	drawn := strings.Count(page, `role="img" aria-label="`)
	if drawn < figures {
		t.Errorf("%d figures, but %d drawings with a label", figures, drawn)
	}
	for _, part := range strings.Split(page, "<svg")[1:] {
		tag, _, _ := strings.Cut(part, ">")
		if !strings.Contains(tag, `aria-label="`) && !strings.Contains(tag, `aria-hidden="true"`) {
			t.Errorf("a drawing says nothing to those who do not see it: <svg%s>", tag)
		}
	}
	for _, table := range strings.Split(page, "<table")[1:] {
		if _, rest, _ := strings.Cut(table, ">"); !strings.HasPrefix(strings.TrimSpace(rest), "<caption") {
			t.Errorf("a table without caption: %.80s", rest)
		}
	}
}
