package format

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/record"
)

// MappingYAML prints what the columns are taken to mean as a commented mapping, ready to be corrected. Read back, it gives
// the same meaning to the same columns.
func (m Match) MappingYAML() string {
	var b strings.Builder
	b.WriteString("# What the columns are taken to mean. Correct it and give it with --map FILE, or put it under mapping: in assay.yaml.\n")
	b.WriteString("# column: role, or column: {role: …, type: …, dates: […], missing: {…}, codes: {…}}, or column: none.\n")
	if m.base != nil {
		fmt.Fprintf(&b, "format: %s # %s\n", m.base.id, m.base.title)
	}
	b.WriteString("columns:\n")
	seen := map[string]bool{}
	for i, name := range m.Header {
		if Normalise(name) == "" || seen[Normalise(name)] {
			continue
		}
		seen[Normalise(name)] = true
		entry, comment := "none", "not used"
		if i < len(m.Fields) && m.Fields[i] != nil {
			entry, comment = m.entry(m.Fields[i]), m.Fields[i].Doc
			if strings.Contains(entry, "doc: ") {
				comment = ""
			}
		}
		if i < len(m.guesses) && m.guesses[i].confidence != notGuessed {
			comment = "guessed, confidence " + m.guesses[i].confidence.String()
		}
		// YAML ends a key in front of a colon after 1024 characters; a longer one is announced by a question mark.
		key := scalar(bare(name))
		if len(key) > 1000 {
			key = "? " + key + "\n  "
		}
		fmt.Fprintf(&b, "  %s: %s", key, entry)
		if comment != "" {
			b.WriteString(" # " + strings.Join(strings.Fields(comment), " "))
		}
		b.WriteByte('\n')
	}
	if len(seen) == 0 {
		return strings.TrimSuffix(b.String(), "columns:\n") + "columns: {}\n"
	}
	return b.String()
}

// entry prints how a field differs from the one that would be taken without saying anything.
func (m Match) entry(f *record.Field) string {
	var parts []string
	from := roleField(f.Role)
	short := f.Role != record.RoleNone
	if m.base != nil && m.base.index[f.Name] != nil {
		from, short = *m.base.index[f.Name], false
		parts = append(parts, "as: "+f.Name)
		if from.Role != f.Role && f.Role != record.RoleNone {
			parts = append(parts, "role: "+f.Role.String())
		}
	} else if f.Role != record.RoleNone {
		parts = append(parts, "role: "+f.Role.String())
	}
	implied := from.Type // codes and dates bring a type with them
	if !slices.Equal(f.Codes, from.Codes) {
		if implied == record.TypeLabel {
			implied = record.TypeEnum
		}
		parts = append(parts, "codes: "+flow(f.Codes))
	}
	if f.Type == record.TypeDate && !slices.Equal(f.Dates, from.Dates) {
		implied = record.TypeDate
		names := make([]string, len(f.Dates))
		for i, o := range f.Dates {
			names[i] = orderNames[o]
		}
		parts = append(parts, "dates: ["+strings.Join(names, ", ")+"]")
	}
	if f.Type != implied || len(parts) == 0 {
		parts = append(parts, "type: "+typeNames[f.Type])
	}
	if !slices.Equal(f.Missing, from.Missing) {
		parts = append(parts, "missing: "+flow(f.Missing))
	}
	for _, flag := range []struct {
		name      string
		now, then bool
	}{{"open", f.Open, from.Open}, {"negative", f.Negative, from.Negative}, {"required", f.Required, from.Required}} {
		if flag.now != flag.then {
			parts = append(parts, flag.name+": "+strconv.FormatBool(flag.now))
		}
	}
	if f.Separator != from.Separator {
		parts = append(parts, "separator: "+strconv.Quote(f.Separator))
	}
	if f.Doc != from.Doc && f.Doc != "" {
		parts = append(parts, "doc: "+strconv.Quote(f.Doc))
	}
	if short && len(parts) == 1 {
		return f.Role.String()
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// flow prints codes as {value: meaning}, or as a list where none has a meaning, always quoted: values look like numbers,
// meanings hold colons and commas.
func flow(list []record.Code) string {
	values, pairs := make([]string, len(list)), make([]string, len(list))
	meant := false
	for i, c := range list {
		values[i] = strconv.Quote(c.Value)
		pairs[i] = values[i] + ": " + strconv.Quote(c.Meaning)
		meant = meant || c.Meaning != ""
	}
	if meant {
		return "{" + strings.Join(pairs, ", ") + "}"
	}
	return "[" + strings.Join(values, ", ") + "]"
}

// scalar quotes a name unless it can be nothing but a plain word.
func scalar(s string) string {
	plain := s != "" && (s[0] >= 'a' && s[0] <= 'z' || s[0] >= 'A' && s[0] <= 'Z')
	for i := 0; plain && i < len(s); i++ {
		c := s[i]
		plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
	}
	switch strings.ToLower(s) {
	case "true", "false", "yes", "no", "on", "off", "y", "n", "null":
		plain = false
	}
	if plain {
		return s
	}
	return strconv.Quote(strings.ToValidUTF8(s, "\ufffd"))
}
