package cell_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

var everyOrder = []record.DateOrder{
	record.DateISO, record.DateDMY, record.DateMDY, record.DateDMonY, record.DateSerial, record.DateExcel, record.DateUnix,
	record.DateYear, record.DateYearMonth, record.DateCompactISO,
}

func TestParseDate(t *testing.T) {
	iso, dmy, mdy, mon := record.DateISO, record.DateDMY, record.DateMDY, record.DateDMonY
	for _, c := range []struct {
		text   string
		orders []record.DateOrder
		want   string // "" = no date
		part   cell.DatePart
	}{
		{"2016-01-31", []record.DateOrder{iso}, "2016-01-31", 0},
		{" 2016-1-3 ", []record.DateOrder{iso}, "2016-01-03", 0},
		{"2016/01/31", []record.DateOrder{iso}, "2016-01-31", 0},
		{"2011-09-17 00:00:00.000", []record.DateOrder{iso}, "2011-09-17", 0},
		{"2009-02-20T00:00:00", []record.DateOrder{iso}, "2009-02-20", 0},
		{"2009-02-20T23:59:59.123Z", []record.DateOrder{iso}, "2009-02-20", 0},
		{"2009-02-20T23:59+03:00", []record.DateOrder{iso}, "2009-02-20", 0},
		{"2009-02-20T23:59+0300", []record.DateOrder{iso}, "2009-02-20", 0},
		{"2009-02-20 1:05 PM", []record.DateOrder{iso}, "2009-02-20", 0},
		{"2009-02-20 noon", []record.DateOrder{iso}, "", 0},
		{"2009-02-20T25:00", []record.DateOrder{iso}, "", 0},
		{"2009-02-20T", []record.DateOrder{iso}, "", 0},
		{"2009-02-30", []record.DateOrder{iso}, "", 0},
		{"2009-13-01", []record.DateOrder{iso}, "", 0},
		{"2009-00-01", []record.DateOrder{iso}, "", 0},
		{"0000-01-01", []record.DateOrder{iso}, "", 0},
		{"2009-02/20", []record.DateOrder{iso}, "", 0},
		{"16-01-31", []record.DateOrder{iso}, "", 0},
		{"2016-02-29", []record.DateOrder{iso}, "2016-02-29", 0},
		{"2015-02-29", []record.DateOrder{iso}, "", 0},

		{"31/12/2015", []record.DateOrder{iso, dmy}, "2015-12-31", 0},
		{"1.2.2015", []record.DateOrder{dmy}, "2015-02-01", 0},
		{"01/02/15", []record.DateOrder{dmy}, "2015-02-01", 0},
		{"01/02/30", []record.DateOrder{dmy}, "1930-02-01", 0},
		{"01/02/29", []record.DateOrder{dmy}, "2029-02-01", 0},
		{"12/31/2015", []record.DateOrder{iso, dmy}, "", 0},
		{"31/06/2015", []record.DateOrder{dmy}, "", 0},
		{"31/12/2015 00:00", []record.DateOrder{dmy}, "2015-12-31", 0},
		{"31/12/201", []record.DateOrder{dmy}, "", 0},
		{"12/31/2015", []record.DateOrder{mdy}, "2015-12-31", 0},
		{"3/8/12", []record.DateOrder{iso, mdy}, "2012-03-08", 0},

		{"31 December 2015", []record.DateOrder{mon}, "2015-12-31", 0},
		{"31-Dec-15", []record.DateOrder{mon}, "2015-12-31", 0},
		{"5-Mar-90", []record.DateOrder{mon}, "1990-03-05", 0},
		{"5 SEPT 1990", []record.DateOrder{mon}, "1990-09-05", 0},
		{"December 31st, 2015", []record.DateOrder{mon}, "2015-12-31", 0},
		{"Thursday, 31 December 2015", []record.DateOrder{mon}, "2015-12-31", 0},
		{"2015-Dec-31", []record.DateOrder{mon}, "2015-12-31", 0},
		{"31-Dec-15 00:00:00", []record.DateOrder{mon}, "2015-12-31", 0},
		{"31-Nov-15", []record.DateOrder{mon}, "", 0},
		{"31 Dezember 2015", []record.DateOrder{mon}, "", 0},
		{"December 2015", []record.DateOrder{mon}, "", 0},
		{"Dec-31", []record.DateOrder{mon}, "", 0},
		{"May 4-5, 2007", []record.DateOrder{mon}, "", 0},
		{"Mayor 4, 2007", []record.DateOrder{mon}, "", 0},

		{"16081", []record.DateOrder{iso, record.DateSerial}, "2014-01-11", 0},
		{"16081.0", []record.DateOrder{record.DateSerial}, "2014-01-11", 0},
		{"-1", []record.DateOrder{record.DateSerial}, "1969-12-31", 0},
		{"20140111", []record.DateOrder{record.DateSerial}, "", 0},
		{"42370", []record.DateOrder{record.DateExcel}, "2016-01-01", 0},
		{"42370.75", []record.DateOrder{record.DateExcel}, "2016-01-01", 0},
		{"1", []record.DateOrder{record.DateExcel}, "1900-01-01", 0},
		{"59", []record.DateOrder{record.DateExcel}, "1900-02-28", 0},
		{"60", []record.DateOrder{record.DateExcel}, "", 0},
		{"61", []record.DateOrder{record.DateExcel}, "1900-03-01", 0},
		{"4e4", []record.DateOrder{record.DateExcel}, "", 0},
		{"1561469368", []record.DateOrder{record.DateUnix}, "2019-06-25", 0},
		{"-86400000", []record.DateOrder{record.DateUnix}, "1967-04-07", 0},
		{"2016", []record.DateOrder{record.DateUnix}, "", 0},
		{"2016", []record.DateOrder{record.DateYear}, "2016-01-01", cell.PartYear},
		{"2016.0", []record.DateOrder{record.DateYear}, "2016-01-01", cell.PartYear},
		{"201", []record.DateOrder{record.DateYear}, "", 0},
		{"2016-03", []record.DateOrder{record.DateYearMonth}, "2016-03-01", cell.PartMonth},
		{"March 2016", []record.DateOrder{record.DateYearMonth}, "2016-03-01", cell.PartMonth},
		{"2016-13", []record.DateOrder{record.DateYearMonth}, "", 0},
		{"20160131", []record.DateOrder{record.DateCompactISO}, "2016-01-31", 0},
		{"20160131T1200", []record.DateOrder{record.DateCompactISO}, "", 0},
		{"201601310005", []record.DateOrder{record.DateCompactISO}, "", 0},

		{"", everyOrder, "", 0},
		{"unknown", everyOrder, "", 0},
		{strings.Repeat("1", 60), everyOrder, "", 0},
		{"2016-01-31", nil, "", 0},
	} {
		day, part, ok := cell.ParseDate(c.text, c.orders)
		got := ""
		if ok {
			got = day.String()
		}
		if got != c.want || part != c.part && ok {
			t.Errorf("ParseDate(%q, %v) = %q part %d, want %q part %d", c.text, c.orders, got, part, c.want, c.part)
		}
		if !ok && day != record.NoDay {
			t.Errorf("ParseDate(%q, %v) returns a day without ok", c.text, c.orders)
		}
	}
}

func TestParseDates(t *testing.T) {
	null := func(s string) bool { return s == "1753-01-01" }
	orders := []record.DateOrder{record.DateISO, record.DateSerial}
	for _, c := range []struct{ text, first, last string }{
		{"2015-01-02;2015-01-05;2014-12-31", "2014-12-31", "2015-01-05"},
		{"1753-01-01;2017-01-03", "2017-01-03", "2017-01-03"},
		{"16081", "2014-01-11", "2014-01-11"},
		{"2015-01-02;;", "2015-01-02", "2015-01-02"},
		{"1753-01-01", "", ""},
		{"2015-01-02;soon", "", ""},
		{"", "", ""},
	} {
		first, last, ok := cell.ParseDates(c.text, ";", orders, null)
		if ok != (c.first != "") || ok && (first.String() != c.first || last.String() != c.last) {
			t.Errorf("ParseDates(%q) = %v, %v, %v; want %q, %q", c.text, first, last, ok, c.first, c.last)
		}
	}
	if first, _, ok := cell.ParseDates("2015-01-02", "", orders, nil); !ok || first.String() != "2015-01-02" {
		t.Errorf("a single date without a separator: %v, %v", first, ok)
	}
}

func TestCentury(t *testing.T) {
	read := func(s string) record.Day {
		d, _, _ := cell.ParseDate(s, []record.DateOrder{record.DateDMonY})
		return d
	}
	if d, ok := cell.Century(read("5-Mar-25"), 1925); !ok || d.String() != "1925-03-05" {
		t.Errorf("1925: %v, %v", d, ok)
	}
	if d, ok := cell.Century(read("5-Mar-25"), 1926); ok || d.String() != "2025-03-05" {
		t.Errorf("years that disagree: %v, %v", d, ok)
	}
	if d, ok := cell.Century(read("29-Feb-00"), 1900); ok || d.String() != "2000-02-29" {
		t.Errorf("a day that does not exist in the other century: %v, %v", d, ok)
	}
	if _, ok := cell.Century(record.NoDay, 1900); ok {
		t.Error("no day has no century")
	}
}

// What is printed in an order is read back as the same day.
func TestParseDateReadsWhatIsPrinted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.IntRange(1000, 2999).Draw(t, "year")
		month := rapid.IntRange(1, 12).Draw(t, "month")
		day := rapid.IntRange(1, record.DaysIn(year, month)).Draw(t, "day")
		want, _ := record.MakeDay(year, month, day)
		for order, text := range map[record.DateOrder]string{
			record.DateISO:   want.String(),
			record.DateDMY:   itoa(day) + "/" + itoa(month) + "/" + itoa(year),
			record.DateMDY:   itoa(month) + "/" + itoa(day) + "/" + itoa(year),
			record.DateDMonY: itoa(day) + "-" + [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}[month-1] + "-" + itoa(year),
		} {
			if got, _, ok := cell.ParseDate(text, []record.DateOrder{order}); !ok || got != want {
				t.Fatalf("%q read as %v, %v; want %v", text, got, ok, want)
			}
		}
	})
}

func itoa(n int) string {
	s := ""
	for ; n > 0; n /= 10 {
		s = string(rune('0'+n%10)) + s
	}
	return s
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{
		"2016-01-31", "31/12/2015", "31-Dec-15", "December 31st, 2015", "16081.0", "42370.5", "1561469368", "2016", "2016-03",
		"20160131", "2009-02-20T23:59:59.123+03:00", "5-Mar-90 1:05 PM", "-1", "", "é", "1e9",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, order := range everyOrder {
			day, _, ok := cell.ParseDate(text, []record.DateOrder{order})
			if ok == (day == record.NoDay) {
				t.Fatalf("%q: day %d and ok %v", text, day, ok)
			}
			if !ok {
				continue
			}
			y, m, d := day.Date()
			if back, real := record.MakeDay(y, m, d); !real || back != day {
				t.Fatalf("%q gives a day that does not exist: %d-%d-%d", text, y, m, d)
			}
			if again, _, ok := cell.ParseDate("  "+text+"\t", []record.DateOrder{order}); !ok && len(strings.TrimSpace(text)) <= 40 || ok && again != day {
				t.Fatalf("%q is read otherwise with spaces around it", text)
			}
			if again, _, ok := cell.ParseDate(day.String(), []record.DateOrder{record.DateISO}); y >= 1000 && (!ok || again != day) {
				t.Fatalf("%q: %v is not read back", text, day)
			}
		}
	})
}
