package note

import "github.com/assaydata/assay/internal/record"

// opens reads the date at the very beginning of a note: "On 3 April 2020, …", "3rd April 2020: …", "On April 3, 2020"
// and, month first as the Global Terrorism Database writes its summaries, "04/03/2020: …". A day or month written as 0,
// a date without its year, a range of days and a date that does not exist give NoDay.
func opens(text []byte) record.Day {
	s := scan{text: text}
	s.spaces()
	if s.word() == wOn {
		s.spaces()
	} else {
		s.at = 0
		s.spaces()
	}
	var year, month, day int
	if n, digits := s.number(); digits > 0 {
		if s.peek() == '/' {
			return monthFirst(&s, n)
		}
		if digits > 2 {
			return record.NoDay
		}
		s.ordinal()
		s.spaces()
		day, month = n, monthOf(s.word())
	} else {
		month = monthOf(s.word())
		s.spaces()
		if day, digits = s.number(); digits == 0 || digits > 2 {
			return record.NoDay
		}
		s.ordinal()
	}
	if month == 0 {
		return record.NoDay
	}
	s.accept(',')
	s.spaces()
	year, digits := s.number()
	if digits != 4 || s.rangeFollows() {
		return record.NoDay
	}
	return stated(year, month, day)
}

// monthFirst reads the rest of "mm/dd/yyyy:".
func monthFirst(s *scan, month int) record.Day {
	s.at++
	day, digits := s.number()
	if digits == 0 || digits > 2 || !s.accept('/') {
		return record.NoDay
	}
	year, digits := s.number()
	if digits != 4 || !s.accept(':') {
		return record.NoDay
	}
	return stated(year, month, day)
}

func stated(year, month, day int) record.Day {
	if year < 1900 {
		return record.NoDay
	}
	d, _ := record.MakeDay(year, month, day)
	return d
}

// scan walks over the first bytes of a note.
type scan struct {
	text []byte
	at   int
}

func (s *scan) peek() byte {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

func (s *scan) spaces() {
	for s.peek() == ' ' {
		s.at++
	}
}

func (s *scan) accept(c byte) bool {
	if s.peek() == c {
		s.at++
		return true
	}
	return false
}

// number reads up to five digits, enough to tell a year from something longer.
func (s *scan) number() (n, digits int) {
	for digits < 5 && classes[s.peek()] == digit {
		n = n*10 + int(s.text[s.at]-'0')
		s.at++
		digits++
	}
	return n, digits
}

// word reads a word as the key under which the lexicon knows it.
func (s *scan) word() key {
	k, n := wordKey(s.text[s.at:])
	s.at += n
	return k
}

// ordinal passes over the ending of "3rd".
func (s *scan) ordinal() {
	before := s.at
	if k := s.word(); k != wSt && k != wNd && k != wRd && k != wTh {
		s.at = before
	}
}

// rangeFollows reports whether a second date or day follows, so that the first is no statement about one day.
func (s *scan) rangeFollows() bool {
	s.spaces()
	if !s.accept('-') && !(s.accept(0xE2) && s.accept(0x80)) {
		if k := s.word(); k != wAnd && k != wTo && k != wOr && k != wUntil {
			return false
		}
	} else if s.peek() >= 0x80 {
		s.at++
	}
	s.spaces()
	if classes[s.peek()] == digit {
		return true
	}
	return monthOf(s.word()) > 0
}
