package xlsxfile

import (
	"github.com/xuri/excelize/v2"
	"github.com/xuri/nfp"
)

// What the number format of a cell says that its number is.
type meaning uint8

const (
	number meaning = iota
	date
	dateTime
	timeOfDay
)

// unformatted is a number format that does not exist: excelize then returns the number in full.
const unformatted = 1_000_000

// plainStyles rewrites the styles of a workbook in memory, so that excelize prints dates in ISO form and numbers in full:
// its row iterator does not tell the style of a cell, and its raw values do not tell a date from a number.
func plainStyles(f *excelize.File) error {
	if f.Styles == nil || f.Styles.CellXfs == nil {
		return nil
	}
	codes := map[int]string{}
	if f.Styles.NumFmts != nil {
		for _, n := range f.Styles.NumFmts.NumFmt {
			switch {
			case n == nil:
			case n.FormatCode16 != "":
				codes[n.NumFmtID] = n.FormatCode16
			default:
				codes[n.NumFmtID] = n.FormatCode
			}
		}
	}
	formats := map[meaning]int{number: unformatted}
	for m, code := range [...]string{date: "yyyy-mm-dd", dateTime: "yyyy-mm-dd hh:mm:ss", timeOfDay: "hh:mm:ss"} {
		if code == "" {
			continue
		}
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		if err != nil {
			return err
		}
		formats[meaning(m)] = *f.Styles.CellXfs.Xf[style].NumFmtID
	}
	for i := range f.Styles.CellXfs.Xf {
		x := &f.Styles.CellXfs.Xf[i]
		id := 0
		if x.NumFmtID != nil {
			id = *x.NumFmtID
		}
		m := builtIn(id)
		if code, ok := codes[id]; ok {
			m = parseFormat(code)
		} else if id == formats[date] || id == formats[dateTime] || id == formats[timeOfDay] {
			continue
		}
		stand := formats[m]
		x.NumFmtID = &stand
	}
	return nil
}

// builtIn says what the formats without a code mean (ECMA-376 part 1, section 18.8.30; 27-36 and 50-58 are dates in East
// Asian versions).
func builtIn(id int) meaning {
	switch {
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 58:
		return date
	case id == 22:
		return dateTime
	case id >= 18 && id <= 21, id >= 32 && id <= 35:
		return timeOfDay
	}
	return number
}

// parseFormat says whether a format code prints dates. Elapsed time ([h]:mm) is a number.
func parseFormat(code string) meaning {
	p := nfp.NumberFormatParser()
	sections := p.Parse(code)
	if len(sections) == 0 {
		return number
	}
	var day, clock, month bool
	for _, t := range sections[0].Items {
		switch t.TType {
		case nfp.TokenTypeElapsedDateTimes:
			return number
		case nfp.TokenTypeDateTimes:
			switch c := t.TValue[0] | 0x20; c {
			case 'y', 'd', 'e', 'b', 'g':
				day = true
			case 'h', 's':
				clock = true
			case 'm':
				month = true // or minutes, beside hours
			}
		}
	}
	day = day || month && !clock
	switch {
	case day && clock:
		return dateTime
	case day:
		return date
	case clock:
		return timeOfDay
	}
	return number
}
