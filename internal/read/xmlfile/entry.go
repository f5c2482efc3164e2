package xmlfile

import (
	"strings"
)

// fill lays an entry out in cells.
func (r *Reader) fill(kind string, e *element) {
	set := func(column, text string) {
		for i, h := range Header {
			if h == column {
				r.cells[i] = []byte(text)
			}
		}
	}
	for i := range r.cells {
		r.cells[i] = nil
	}
	var name []string
	for _, part := range []string{"FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"} {
		if s := e.of(part); s != "" {
			name = append(name, s)
		}
	}
	set("reference_number", e.of("REFERENCE_NUMBER"))
	set("data_id", e.of("DATAID"))
	set("kind", kind)
	set("name", item(strings.Join(name, " ")))
	set("original_name", item(e.of("NAME_ORIGINAL_SCRIPT")))
	var good, low, births, places, documents, addresses []string
	for _, c := range e.children {
		switch c.name {
		case "INDIVIDUAL_ALIAS", "ENTITY_ALIAS":
			// The list grades aliases of persons as good or low; those of groups are a.k.a. and f.k.a.
			if strings.EqualFold(c.of("QUALITY"), "low") {
				low = add(low, c.of("ALIAS_NAME"))
			} else {
				good = add(good, c.of("ALIAS_NAME"))
			}
		case "INDIVIDUAL_DATE_OF_BIRTH":
			births = add(births, birth(c))
		case "INDIVIDUAL_PLACE_OF_BIRTH":
			places = add(places, c.join("CITY", "STATE_PROVINCE", "COUNTRY"))
		case "INDIVIDUAL_DOCUMENT":
			if n := c.of("NUMBER"); n != "" {
				kind := c.of("TYPE_OF_DOCUMENT")
				if kind == "" {
					kind = c.of("TYPE_OF_DOCUMENT2")
				}
				if kind == "" {
					kind = "document"
				}
				documents = add(documents, strings.ReplaceAll(kind, ":", " ")+": "+n)
			}
		case "INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS":
			addresses = add(addresses, c.join("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY"))
		}
	}
	set("aliases", strings.Join(good, "; "))
	set("weak_aliases", strings.Join(low, "; "))
	set("title", strings.Join(e.values("TITLE"), "; "))
	set("role", strings.Join(e.values("DESIGNATION"), "; "))
	set("sex", strings.ToLower(e.of("GENDER")))
	set("birth_date", strings.Join(births, "; "))
	set("birth_place", strings.Join(places, "; "))
	set("nationality", strings.Join(e.values("NATIONALITY"), "; "))
	set("documents", strings.Join(documents, "; "))
	set("address", strings.Join(addresses, "; "))
	set("un_list", e.of("UN_LIST_TYPE"))
	listed, _, _ := strings.Cut(e.of("LISTED_ON"), "T")
	set("listed_on", listed)
	set("remarks", e.of("COMMENTS1"))
}

// of is the text of the first child of a name.
func (e *element) of(name string) string {
	for _, c := range e.children {
		if c.name == name {
			return c.text
		}
	}
	return ""
}

// values are the texts in VALUE elements of the children of a name.
func (e *element) values(name string) []string {
	var out []string
	for _, c := range e.children {
		if c.name != name {
			continue
		}
		for _, v := range c.children {
			if v.name == "VALUE" {
				out = add(out, v.text)
			}
		}
	}
	return out
}

// join joins the texts of children with commas.
func (e *element) join(names ...string) string {
	var out []string
	for _, n := range names {
		if s := e.of(n); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}

// item makes a text an item of a list that semicolons part.
func item(s string) string { return strings.TrimSpace(strings.ReplaceAll(s, ";", ",")) }

func add(list []string, s string) []string {
	if s = item(s); s != "" {
		return append(list, s)
	}
	return list
}

// birth is a date of birth: exact, approximate, or between two years.
func birth(e *element) string {
	date, _, _ := strings.Cut(e.of("DATE"), "T")
	if date == "" {
		date = e.of("YEAR")
	}
	from, to := e.of("FROM_YEAR"), e.of("TO_YEAR")
	switch kind := strings.ToUpper(e.of("TYPE_OF_DATE")); {
	case from != "" && to != "":
		return from + "/" + to
	case date == "":
		return from + to
	case strings.HasPrefix(kind, "APPROX"):
		return date + "~"
	}
	return date
}
