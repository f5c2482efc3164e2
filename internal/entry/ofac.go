package entry

import "strings"

// ofac reads a row of the list of specially designated nationals. Most of what it says of a person stands in its remarks, as
// sentences that semicolons end: "DOB 12 Mar 1970; alt. DOB 1971; POB Baghdad, Iraq; Passport A123 (Iraq) expires 01 Jan 2010".
func (l *List) ofac(e *Entry) {
	kind, _ := l.text(e, "kind")
	e.Kind = kindOf(kind, false)
	s, c := l.text(e, "name")
	if s != "" {
		e.Names = append(e.Names, Name{s, Primary, c})
	}
	for _, a := range l.alt[e.ID] {
		e.Names = append(e.Names, Name{a.text, a.quality, a.cell})
	}
	e.Roles = l.values(e.Roles, e, "title")
	text, c := l.text(e, "remarks")
	for text != "" {
		var item string
		item, text, _ = strings.Cut(text, ";")
		l.remark(e, strings.TrimSuffix(strings.TrimSpace(item), "."), c)
	}
}

func (l *List) remark(e *Entry, s string, c Cell) {
	s = strings.TrimPrefix(s, "alt. ")
	switch head, rest, _ := strings.Cut(s, " "); head {
	case "DOB":
		e.Births = appendDates(e.Births, rest, c)
	case "POB":
		e.BirthPlaces = append(e.BirthPlaces, Value{rest, c})
	case "nationality", "citizen":
		e.Countries = append(e.Countries, Value{rest, c})
	case "Gender":
		e.Sex = sexOf(rest)
	case "Passport":
		number, _, _ := strings.Cut(rest, " ")
		e.Identifiers = append(e.Identifiers, Identifier{"passport", number, c})
	case "a.k.a.", "f.k.a.", "n.k.a.":
		addName(e, strings.Trim(rest, "'"), Weak, c)
	default:
		for _, k := range []string{"National ID No.", "Identification Number", "Tax ID No.", "Registration ID", "Registration Number"} {
			if number, ok := strings.CutPrefix(s, k); ok {
				number, _, _ = strings.Cut(strings.TrimSpace(number), " ")
				if number != "" {
					e.Identifiers = append(e.Identifiers, Identifier{documentKind(k), number, c})
				}
				return
			}
		}
	}
}
