package entry

import (
	"encoding/json"
	"strings"
)

// ftmKinds says what the schemata of FollowTheMoney are that can be matched; all others are no entries.
var ftmKinds = map[string]Kind{
	"Person": Person, "Organization": Group, "Company": Group, "LegalEntity": Group, "PublicBody": Group,
}

// followTheMoney reads an entity. All of its values have the cell of its properties.
func (l *List) followTheMoney(e *Entry) {
	schema, _ := l.text(e, "schema")
	e.Kind = ftmKinds[schema]
	if e.Kind == None {
		return
	}
	text, c := l.text(e, "properties")
	var p map[string]any
	if json.Unmarshal([]byte(text), &p) != nil {
		p = nil
	}
	each := func(property string, add func(string)) {
		switch v := p[property].(type) {
		case string:
			add(strings.TrimSpace(v))
		case []any:
			for _, x := range v {
				if s, ok := x.(string); ok && strings.TrimSpace(s) != "" {
					add(strings.TrimSpace(s))
				}
			}
		}
	}
	name := func(q Quality) func(string) {
		return func(s string) { e.Names = append(e.Names, Name{s, q, c}) }
	}
	value := func(to *[]Value) func(string) {
		return func(s string) { *to = append(*to, Value{s, c}) }
	}
	each("name", name(Primary))
	each("alias", name(Alias))
	each("previousName", name(Alias))
	each("abbreviation", name(Weak))
	each("weakAlias", name(Weak))
	if len(e.Names) == 0 {
		if s, at := l.text(e, "caption"); s != "" {
			e.Names = append(e.Names, Name{s, Primary, at})
		}
	}
	if len(e.Names) == 0 { // parts of a name, each of which may come several times: the first stand for it
		set := func(to *Value) func(string) {
			return func(s string) {
				if to.Text == "" {
					*to = Value{s, c}
				}
			}
		}
		each("firstName", set(&e.Given))
		each("middleName", set(&e.Middle))
		each("fatherName", set(&e.Middle))
		each("lastName", set(&e.Family))
	}
	each("birthDate", func(s string) { e.Births = appendDates(e.Births, s, c) })
	each("deathDate", func(s string) { e.Deaths = appendDates(e.Deaths, s, c) })
	each("incorporationDate", func(s string) { e.Births = appendDates(e.Births, s, c) })
	each("dissolutionDate", func(s string) { e.Deaths = appendDates(e.Deaths, s, c) })
	each("gender", func(s string) { e.Sex = sexOf(s) })
	each("birthPlace", value(&e.BirthPlaces))
	for _, property := range []string{"nationality", "citizenship", "country", "jurisdiction"} {
		each(property, value(&e.Countries))
	}
	for _, x := range [][2]string{
		{"passportNumber", "passport"},
		{"idNumber", "national_id"},
		{"registrationNumber", "registration"},
		{"ogrnCode", "registration"},
		{"taxNumber", "tax_id"},
		{"innCode", "tax_id"},
		{"vatCode", "tax_id"},
		{"leiCode", "lei"},
		{"imoNumber", "imo"},
	} {
		each(x[0], func(s string) { e.Identifiers = append(e.Identifiers, Identifier{x[1], s, c}) })
	}
	each("email", value(&e.Emails))
	each("phone", value(&e.Phones))
	each("address", value(&e.Addresses))
	each("position", value(&e.Roles))
	each("sourceUrl", value(&e.Sources))
}
