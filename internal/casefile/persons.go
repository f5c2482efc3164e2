package casefile

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

// Person is somebody whom the outputs of a case may name. Everybody else appears under a pseudonym.
type Person struct {
	Key    string // person_key in the claim tables
	Name   string // the form of the name in outputs
	Reason string // which public role the person has, and who says so
}

var personKeys = []string{"key", "name", "reason"}

// person reads one person in a public role. A person without a reason is a mistake: whoever names somebody says why.
func (p *parser) person(n *yaml.Node) {
	var one Person
	var key *yaml.Node
	before := p.Count()
	p.Pairs(n, "a person", func(k, value *yaml.Node) {
		text := func() string { return strings.TrimSpace(p.Text(value, k.Value)) }
		switch k.Value {
		case "key":
			one.Key, key = text(), value
		case "name":
			one.Name = text()
		case "reason":
			one.Reason = text()
		default:
			p.Unknown(k, "key", personKeys)
		}
	})
	switch {
	case p.Count() > before:
		return
	case one.Key == "":
		p.Fail(n, "this person has no key", "write key: as in the column person_key")
		return
	case one.Name == "":
		p.Fail(n, "person "+one.Key+" has no name", "write name: as outputs are to show it")
		return
	case len(strings.Fields(one.Reason)) < minReason:
		p.Fail(n, "person "+one.Key+" is named without a reason", "say in a few words which public role it is, and who says so")
		return
	}
	for _, other := range p.c.Persons {
		if other.Key == one.Key {
			p.Fail(key, "person "+one.Key+" stands here twice", "keep one of them")
			return
		}
	}
	p.c.Persons = append(p.c.Persons, one)
}

// minReason is the least number of words of a reason: "leader" alone is none.
const minReason = 3

// pseudonymKey reads the text under which pseudonyms are made.
func (p *parser) pseudonymKey(n *yaml.Node) {
	s := strings.TrimSpace(p.Text(n, "pseudonym_key"))
	if len(s) < minPseudonymKey {
		p.Fail(n, "pseudonym_key is too short", "any text of 16 characters or more that stays the same and is not published with the report")
		return
	}
	p.c.PseudonymKey = s
}

// minPseudonymKey is the least length of a key in bytes.
const minPseudonymKey = 16
