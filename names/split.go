package names

import "strings"

// Split parts a cell that holds several names: at semicolons, line breaks and spaced slashes, and where the same name follows in
// brackets in another script or as aliases parted by semicolons. Commas stay: they part family and given names.
func Split(text string) []string {
	var out []string
	add := func(s string) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' || r == '؛' }) {
		for _, name := range splitOutside(line) {
			for _, n := range strings.Split(name, " / ") {
				open, end := strings.IndexByte(n, '('), strings.LastIndexByte(n, ')')
				if open <= 0 || end < open {
					add(n)
					continue
				}
				inside, outside := n[open+1:end], n[:open]+" "+n[end+1:]
				if strings.Contains(inside, ";") || script(inside) != script(outside) && strings.TrimSpace(outside) != "" {
					add(strings.Join(strings.Fields(outside), " "))
					for _, alias := range strings.Split(inside, ";") {
						add(alias)
					}
					continue
				}
				add(n)
			}
		}
	}
	return out
}

// splitOutside splits at semicolons that do not stand in brackets.
func splitOutside(s string) []string {
	var out []string
	depth, from := 0, 0
	for i, r := range s {
		switch r {
		case '(':
			depth++
		case ')':
			depth = max(0, depth-1)
		case ';':
			if depth == 0 {
				out = append(out, s[from:i])
				from = i + 1
			}
		}
	}
	return append(out, s[from:])
}

// script is that of the first letter.
func script(s string) Script {
	for _, t := range tokenise(s) {
		if t.script != 0 {
			return t.script
		}
	}
	return 0
}
