package fact

import "strings"

// The patterns of citations are looked for by hand: there are several for each row, and regular expressions took most of the time.

// months are the names of months as they stand in citations.
var months = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// dayIn finds the first date in a citation: 24 February 2011, February 24, 2011 or 2011-02-24, not within a word. "" for none.
func dayIn(text string) string {
	for i := 0; i < len(text); i++ {
		if !wordByte(text[i]) || i > 0 && wordByte(text[i-1]) {
			continue
		}
		if n := dayAt(text[i:]); n > 0 {
			return text[i : i+n]
		}
	}
	return ""
}

// dayAt is the length of the date with which a text begins, 0 for none.
func dayAt(text string) int {
	n := digitsAt(text)
	switch {
	case n == 4: // 2011-02-24
		if rest := text[4:]; len(rest) >= 6 && rest[0] == '-' && digitsAt(rest[1:]) == 2 && rest[3] == '-' && digitsAt(rest[4:]) == 2 && wordEnds(rest[6:]) {
			return 10
		}
	case n == 1 || n == 2: // 24 February 2011
		if m := monthAt(strings.TrimPrefix(text[n:], " ")); m > 0 && text[n] == ' ' {
			if end := n + 1 + m; yearAt(text[end:]) {
				return end + 5
			}
		}
	case n == 0: // February 24, 2011
		m := monthAt(text)
		if m == 0 || m == len(text) || text[m] != ' ' {
			return 0
		}
		d := digitsAt(text[m+1:])
		if d != 1 && d != 2 {
			return 0
		}
		end := m + 1 + d
		if end < len(text) && text[end] == ',' {
			end++
		}
		if yearAt(text[end:]) {
			return end + 5
		}
	}
	return 0
}

// yearAt reports whether a text goes on with a space and a year.
func yearAt(text string) bool {
	return len(text) >= 5 && text[0] == ' ' && digitsAt(text[1:]) == 4 && wordEnds(text[5:])
}

func digitsAt(text string) int {
	n := 0
	for n < len(text) && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	return n
}

// monthAt is the length of the month with which a text begins, 0 for none.
func monthAt(text string) int {
	for _, m := range months {
		if strings.HasPrefix(text, m) {
			return len(m)
		}
	}
	return 0
}

// wordByte reports letters, digits and the underscore of ASCII.
func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
}

func wordEnds(rest string) bool { return rest == "" || !wordByte(rest[0]) }

const spaces = "\t\n\f\r "

// withoutMonth cuts the name of a month off the end of a text.
func withoutMonth(text string) string {
	short := strings.TrimRight(text, spaces)
	for _, m := range months {
		if s, ok := strings.CutSuffix(short, m); ok && strings.HasSuffix(s, " ") {
			return s[:len(s)-1]
		}
	}
	return text
}

// withoutAddresses drops the addresses of the web out of a text, each up to the next space.
func withoutAddresses(text string) string {
	var out strings.Builder
	done := 0
	for i := 0; i < len(text); i++ {
		if c := text[i] | 0x20; c != 'h' && c != 'w' || i > 0 && wordByte(text[i-1]) {
			continue
		}
		n := addressAt(text[i:])
		if n == 0 {
			continue
		}
		out.WriteString(text[done:i])
		done = i + n
		i = done - 1
	}
	if done == 0 {
		return text
	}
	out.WriteString(text[done:])
	return out.String()
}

// addressAt is the length of the address with which a text begins, 0 for none.
func addressAt(text string) int {
	for _, begin := range []string{"http://", "https://", "www."} {
		if len(text) <= len(begin) || !strings.EqualFold(text[:len(begin)], begin) {
			continue
		}
		n := strings.IndexAny(text, spaces)
		if n < 0 {
			n = len(text)
		}
		if n > len(begin) {
			return n
		}
	}
	return 0
}

// report reads one report of source_article of UCDP GED: office,date,headline, with or without a time behind the date.
func report(item string) (office, date, headline string, ok bool) {
	office, rest, found := strings.Cut(item, ",")
	if !found || len(rest) < 10 || digitsAt(rest) != 4 || rest[4] != '-' || digitsAt(rest[5:]) != 2 || rest[7] != '-' || digitsAt(rest[8:]) < 2 {
		return "", "", "", false
	}
	date, rest = rest[:10], rest[10:]
	if strings.HasPrefix(rest, " ") {
		clock := strings.TrimLeft(rest[1:], "0123456789:.")
		if len(clock) == len(rest)-1 {
			return "", "", "", false
		}
		rest = clock
	}
	headline, found = strings.CutPrefix(rest, ",")
	return office, date, headline, found && !strings.Contains(headline, "\n")
}

// listed splits a list of quoted or plain items at semicolons, false where marks or line ends need a closer look.
func listed(text string) ([]string, bool) {
	if strings.ContainsAny(text, "\r\n") {
		return nil, false
	}
	if strings.IndexByte(text, '"') < 0 {
		return strings.Split(text, ";"), true
	}
	out := make([]string, 0, 1+strings.Count(text, `";"`))
	for {
		item, ok := strings.CutPrefix(text, `"`)
		end := strings.IndexByte(item, '"')
		if !ok || end < 0 {
			return nil, false
		}
		out = append(out, item[:end])
		if text = item[end+1:]; text == "" {
			return out, true
		}
		if text, ok = strings.CutPrefix(text, ";"); !ok {
			return nil, false
		}
	}
}
