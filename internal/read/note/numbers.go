package note

import "math"

// number reads the figure at text[i] and returns it as a token of class numeral with the bytes it takes. What is no count
// of things becomes a plain word: ordinals, decimals, percentages, sums of money, dates, times, and the first part of
// compounds such as "20-year-old".
func number(text []byte, i int) (token, int) {
	start := i
	lo, i, digits := figure(text, i)
	t := token{class: numeral, lo: lo, hi: lo}
	if start > 0 {
		switch text[start-1] {
		case '$', '#':
			t.class = plain
		}
	}
	// Four digits in the range of years are a year unless they are written as a count ("2,000").
	if digits == 4 && i-start == 4 && lo >= 1900 && lo < 2100 {
		t.class, t.key = plain, wYear
	}
	for i < len(text) {
		c := text[i]
		next := byte(0)
		if i+1 < len(text) {
			next = text[i+1]
		}
		switch {
		case c == '-' && classes[next] == digit, c == 0xE2 && mark(text[i:]) && text[i+2] == 0x93 && i+3 < len(text) && classes[text[i+3]] == digit:
			i++
			if c != '-' {
				i += 2
			}
			var hi float32
			hi, i, _ = figure(text, i)
			if t.hi != t.lo || hi <= t.lo { // the third part of a date, or no range
				t.class = plain
			}
			t.hi = hi
		case c == '/' && classes[next] == digit:
			t.class = dated
			i++
		case c == '/' || c == ':' && classes[next] == digit, c == '.' && classes[next] == digit, c == '%':
			t.class = plain
			i++
		case c == '+':
			t.hi = float32(math.Inf(1))
			i++
		case c == '-' && classes[next] == letter:
			t.class = plain
			i++
		case classes[c] == digit:
			i++
		case classes[c] == letter:
			t.class = plain
			i++
		default:
			return t, i - start
		}
	}
	return t, i - start
}

// figure reads digits with commas between groups of three.
func figure(text []byte, i int) (value float32, end, digits int) {
	v := 0.0
	for i < len(text) {
		c := text[i]
		if classes[c] == digit {
			v = v*10 + float64(c-'0')
			digits++
			i++
			continue
		}
		if c == ',' && digits > 0 && i+3 < len(text) && classes[text[i+1]] == digit && classes[text[i+2]] == digit &&
			classes[text[i+3]] == digit && (i+4 >= len(text) || classes[text[i+4]] != digit) {
			i++
			continue
		}
		break
	}
	return float32(min(v, 1e9)), i, digits
}

// addNumeral appends a number word, joining it with those before it: twenty + five, two + hundred, hundred + and + ten.
func addNumeral(buf []token, n int, t token) int {
	scale := func(k key) float32 {
		switch k {
		case wHundred:
			return 100
		case wThousand:
			return 1000
		case wDozen:
			return 12
		}
		return 0
	}
	if n == 0 {
		buf[0] = t
		return 1
	}
	last := &buf[n-1]
	if by := scale(t.key); by > 0 {
		switch {
		case last.class == numeral && scale(last.key) == 0:
			last.lo, last.hi, last.key = last.lo*by, last.hi*by, t.key
			return n
		case last.class == article:
			half := n > 1 && buf[n-2].key == wHalf
			*last = t
			if half {
				last.lo, last.hi = by/2, by/2
			}
			return n
		}
	}
	join := last
	if last.key == wAnd && n > 1 && buf[n-2].class == numeral && scale(buf[n-2].key) >= 100 && t.lo < 100 {
		join, n = &buf[n-2], n-1
	} else if last.class != numeral || last.key == 0 { // figures do not join with words
		buf[n] = t
		return n + 1
	}
	tens := join.lo >= 20 && join.lo < 100 && int(join.lo)%10 == 0 && t.lo < 10
	if tens || scale(join.key) >= 100 && t.lo < 100 {
		join.lo, join.hi, join.key = join.lo+t.lo, join.hi+t.lo, t.key
		return n
	}
	buf[n] = t
	return n + 1
}

// about widens a rounded number to the interval that rounds to it: half a unit of its last digit that is not zero, so
// that "about 300" is 250 to 350.
func about(v float32) (lo, hi float32) {
	unit := float32(1)
	for v >= unit*10 && math.Mod(float64(v), float64(unit*10)) == 0 {
		unit *= 10
	}
	return v - unit/2, v + unit/2
}
