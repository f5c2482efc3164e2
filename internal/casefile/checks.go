package casefile

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/rules"
)

var (
	checkKeys = []string{"code", "title", "expect", "severity", "message", "datasets", "why", "help"}
	ownCode   = regexp.MustCompile(`^[A-Z]{2,5}[0-9]{3}$`)
)

// check reads one rule of the user's own.
func (p *parser) check(n *yaml.Node) {
	own := ownRule{severity: check.Warning}
	var expr *yaml.Node
	p.Pairs(n, "a check", func(key, value *yaml.Node) {
		text := func() string { return strings.TrimSpace(p.Text(value, key.Value)) }
		switch key.Value {
		case "code":
			own.code = text()
			p.checkCode(value, own.code)
		case "title":
			own.title = text()
		case "expect":
			own.expect, expr = text(), value
		case "severity":
			sev, err := check.ParseSeverity(text())
			if err != nil {
				p.Unknown(value, "severity", []string{"note", "warning", "error"})
				return
			}
			own.severity = sev
		case "message":
			own.message = text()
		case "why":
			own.why = text()
		case "help":
			own.help = text()
		case "datasets":
			p.Items(value, "datasets", func(v *yaml.Node) { own.datasets = append(own.datasets, p.Text(v, "a dataset")) })
		default:
			p.Unknown(key, "key", checkKeys)
		}
	})
	switch {
	case own.code == "":
		p.Fail(n, "this check has no code", "write code: USR001")
		return
	case own.expect == "":
		p.Fail(n, "check "+own.code+" expects nothing", "write expect: best >= low && best <= high")
		return
	}
	if err := own.compile(); err != nil {
		p.Fail(expr, fmt.Sprintf("the expression of %s cannot be used: %s", own.code, err), "CEL compares with == != < <= > >=, joins with && || ! and quotes text with \"\"")
		return
	}
	for _, name := range own.placeholders() {
		if !slices.Contains(own.names, name) {
			p.Fail(n, fmt.Sprintf("the message of %s names {%s}, which the expression does not use", own.code, name), "name only columns of the expression")
		}
	}
	p.c.Checks = append(p.c.Checks, own.rule())
}

func (p *parser) checkCode(n *yaml.Node, code string) {
	if !ownCode.MatchString(code) {
		p.Fail(n, fmt.Sprintf("%q is no code", code), "letters and three digits, such as USR001")
		return
	}
	for _, r := range slices.Concat(rules.All(), p.c.Checks) {
		if r.Code == code {
			p.Fail(n, "the code "+code+" is taken by: "+r.Title, "take another, such as USR001")
		}
	}
}
