package table

import (
	"strings"

	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

// typed parses each distinct text once.
func typed(n *interner, f *record.Field) *record.Dict {
	d := &record.Dict{Texts: n.texts(), States: make([]record.State, n.len()), Damage: append([]bool(nil), n.damage...)}
	number, date := false, false
	if f != nil {
		switch f.Type {
		case record.TypeInt, record.TypeNumber, record.TypeCode, record.TypeCoord, record.TypeSerial:
			number = true
		case record.TypeDate:
			date = true
		}
	}
	if number {
		d.Nums = make([]float64, n.len())
	}
	if date {
		d.Days = make([]record.Day, n.len())
	}
	for code, text := range d.Texts {
		state, num, day := record.Present, 0.0, record.NoDay
		switch {
		case strings.TrimSpace(text) == "":
			state = record.Empty
		case f != nil && isMissing(f, text):
			state = record.Missing
		case number:
			num, state = cell.Number(n.text(uint32(code)))
			if state == record.Invalid && f.Type == record.TypeCode && isCode(f, text) {
				// A code may be written as its label (ACLED's interaction classes since 2025): a value, but no number.
				state, num = record.Present, record.NaNOf(record.Empty)
			}
		case date:
			if f.Separator != "" {
				missing := func(item string) bool { return isMissing(f, item) }
				if first, _, ok := cell.ParseDates(text, f.Separator, f.Dates, missing); ok {
					day = first
				} else {
					state = record.Invalid
				}
			} else if parsed, _, ok := cell.ParseDate(text, f.Dates); ok {
				day = parsed
			} else {
				state = record.Invalid
			}
		}
		d.States[code] = state
		if number {
			if state != record.Present {
				num = record.NaNOf(state)
			}
			d.Nums[code] = num
		}
		if date {
			d.Days[code] = day
		}
	}
	return d
}

func isMissing(f *record.Field, text string) bool {
	text = strings.TrimSpace(text)
	for i := range f.Missing {
		if f.Missing[i].Value == text || f.Missing[i].Value+".0" == text {
			return true
		}
	}
	return false
}

func isCode(f *record.Field, text string) bool {
	for i := range f.Codes {
		if f.Codes[i].Value == text {
			return true
		}
	}
	return false
}
