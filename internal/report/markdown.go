package report

import (
	"html"
	"html/template"
	"regexp"
	"strings"
)

// markdown renders the small part of Markdown that the documentation of rules uses: paragraphs, lists with "- ", `code`,
// *emphasis*, **strong** and bare addresses. Everything else is text.
func markdown(s string) template.HTML {
	var b strings.Builder
	for _, block := range strings.Split(strings.TrimSpace(s), "\n\n") {
		list := false
		var para []string
		flush := func() {
			if len(para) > 0 {
				tag := "p"
				if list {
					tag = "li"
				}
				b.WriteString("<" + tag + ">" + inline(strings.Join(para, " ")) + "</" + tag + ">")
				para = nil
			}
		}
		for _, line := range strings.Split(block, "\n") {
			item, isItem := strings.CutPrefix(strings.TrimSpace(line), "- ")
			if isItem {
				flush()
				if !list {
					b.WriteString("<ul>")
					list = true
				}
				line = item
			}
			if t := strings.TrimSpace(line); t != "" {
				para = append(para, t)
			}
		}
		flush()
		if list {
			b.WriteString("</ul>")
		}
	}
	return template.HTML(b.String())
}

var (
	codeSpan   = regexp.MustCompile("`([^`]+)`")
	strong     = regexp.MustCompile(`\*\*([^*]+)\*\*`)
	emphasis   = regexp.MustCompile(`\*([^*\s][^*]*)\*`)
	webAddress = regexp.MustCompile(`https?://[^\s<>"]+[^\s<>".,;:)]`)
)

// inline renders one paragraph. Code spans are set aside first: nothing in them is marked up.
func inline(s string) string {
	var out strings.Builder
	at := 0
	text := func(t string) {
		t = html.EscapeString(t)
		t = webAddress.ReplaceAllString(t, `<a href="$0" rel="noreferrer">$0</a>`)
		t = strong.ReplaceAllString(t, "<strong>$1</strong>")
		out.WriteString(emphasis.ReplaceAllString(t, "<em>$1</em>"))
	}
	for _, m := range codeSpan.FindAllStringSubmatchIndex(s, -1) {
		text(s[at:m[0]])
		out.WriteString("<code>" + html.EscapeString(s[m[2]:m[3]]) + "</code>")
		at = m[1]
	}
	text(s[at:])
	return out.String()
}
