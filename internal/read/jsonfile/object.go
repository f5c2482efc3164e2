package jsonfile

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// fields calls visit with each key and value of an object that json.Valid accepts. Both are slices of the object; the key
// keeps its quotation marks.
func fields(object []byte, visit func(key, value []byte)) {
	i := 1
	for {
		i = space(object, i)
		if i >= len(object) || object[i] == '}' {
			return
		}
		if object[i] == ',' {
			i++
			continue
		}
		k := end(object, i)
		key := object[i:k]
		i = space(object, space(object, k)+1) // over the colon
		k = end(object, i)
		visit(key, object[i:k])
		i = k
	}
}

func space(p []byte, i int) int {
	for i < len(p) && (p[i] == ' ' || p[i] == '\t' || p[i] == '\n' || p[i] == '\r') {
		i++
	}
	return i
}

// end returns where the valid value that begins at i ends.
func end(p []byte, i int) int {
	depth := 0
	for i < len(p) {
		switch p[i] {
		case '"':
			for i++; p[i] != '"'; i++ {
				if p[i] == '\\' {
					i++
				}
			}
			if depth == 0 {
				return i + 1
			}
		case '{', '[':
			depth++
		case '}', ']':
			if depth == 0 {
				return i
			}
			if depth--; depth == 0 {
				return i + 1
			}
		case ',', ' ', '\t', '\n', '\r':
			if depth == 0 {
				return i
			}
		}
		i++
	}
	return i
}

// unquote appends the text of a valid JSON string with its quotation marks. Bytes that are no UTF-8 stay as they are: the
// caller knows the encoding of the file. Half a surrogate pair becomes U+FFFD.
func unquote(dst, raw []byte) []byte {
	if len(raw) < 2 {
		return dst
	}
	raw = raw[1 : len(raw)-1]
	for {
		i := bytes.IndexByte(raw, '\\')
		if i < 0 || i+1 >= len(raw) {
			return append(dst, raw...)
		}
		dst = append(dst, raw[:i]...)
		c := raw[i+1]
		raw = raw[i+2:]
		switch c {
		case 'b':
			c = '\b'
		case 'f':
			c = '\f'
		case 'n':
			c = '\n'
		case 'r':
			c = '\r'
		case 't':
			c = '\t'
		case 'u':
			r := hex4(raw)
			raw = raw[min(4, len(raw)):]
			if utf16.IsSurrogate(r) {
				pair := rune(utf8.RuneError)
				if len(raw) >= 6 && raw[0] == '\\' && raw[1] == 'u' {
					pair = utf16.DecodeRune(r, hex4(raw[2:]))
				}
				if r = pair; r != utf8.RuneError {
					raw = raw[6:]
				}
			}
			dst = utf8.AppendRune(dst, r)
			continue
		}
		dst = append(dst, c)
	}
}

func hex4(p []byte) rune {
	if len(p) < 4 {
		return utf8.RuneError
	}
	var r rune
	for _, c := range p[:4] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return utf8.RuneError
		}
		r = r<<4 | rune(c)
	}
	return r
}

// repair rewrites what other programs write although JSON forbids it: NaN and Infinity (Python, R) become null, control
// characters within strings are escaped. Everything else stays.
func repair(raw []byte) []byte {
	const digits = "0123456789abcdef"
	out := make([]byte, 0, len(raw)+16)
	inString := false
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		switch {
		case inString && c == '\\' && i+1 < len(raw) && raw[i+1] >= 0x20:
			out = append(out, c, raw[i+1])
			i++
			continue
		case c == '"':
			inString = !inString
		case inString && c < 0x20:
			out = append(out, '\\', 'u', '0', '0', digits[c>>4], digits[c&15])
			continue
		case !inString:
			if n := notNumber(raw[i:]); n > 0 {
				out = append(out, "null"...)
				i += n - 1
				continue
			}
		}
		out = append(out, c)
	}
	return out
}

// notNumber returns the length of NaN, Infinity or -Infinity at the start of p, 0 if there is none.
func notNumber(p []byte) int {
	for _, word := range [...]string{"NaN", "Infinity", "-Infinity"} {
		if len(p) >= len(word) && string(p[:len(word)]) == word {
			return len(word)
		}
	}
	return 0
}
