package format_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/read/format"
	"github.com/assaydata/assay/internal/record"
)

func TestGuess(t *testing.T) {
	for _, c := range []struct {
		name           string
		header, second string
		roles          string // one per column, "" = none
		confidence     string
	}{
		{
			"usual names", "event_id,date,latitude,longitude,country,admin1,perpetrator,fatalities,notes", "a1,2020-01-02,1,2,X,Y,Z,3,text",
			"id,date,latitude,longitude,country,admin1,actor1,best,note", "high,high,high,high,high,high,high,high,high",
		},
		{
			"short names", "uid,start_date,end_date,lat,lng,iso3,province,district,village,actor,killed,wounded,source,url,description", "1,01/02/2020,02/02/2020,1.5,2.5,UGA,a,b,c,d,1,2,e,http://x,f",
			"id,date,date_end,latitude,longitude,country_code,admin1,admin2,place,actor1,best,injured,source,article,note", "medium,high,high,high,high,high,high,high,high,medium,high,high,high,medium,high",
		},
		{
			"letters for coordinates", "x,y,type,n", "2.5,1.5,clash,4", "longitude,latitude,kind,", "low,low,low,",
		},
		{
			"parts of longer names", "gps_latitude,gps_longitude,Incident Date,total fatalities count", "1,2,2020-05-06,7",
			"latitude,longitude,date,best", "medium,medium,high,medium",
		},
		{
			"values that cannot be it", "lat,lon,date,killed,year,country", "north,2,someday,many,soon,12", ",longitude,,,,", ",high,,,,",
		},
		{
			"a better name elsewhere", "id,event_id,best,deaths", "1,2,3,4", ",id,best,", ",high,high,",
		},
		{
			"nothing known", "a,b,c", "1,2,3", ",,", ",,",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := format.Recognise(cells(c.header), cells(c.second), nil)
			if m.Format.ID != "table" || !m.Format.Assumed {
				t.Fatalf("format %+v", m.Format)
			}
			remarks := strings.Join(m.Remarks, "\n")
			roles, confidence := cells(c.roles), cells(c.confidence)
			for i, f := range m.Fields {
				got := ""
				if f != nil {
					got = f.Role.String()
					if !strings.Contains(remarks, "column "+m.Header[i]+" is read as "+got+" (confidence "+confidence[i]+")") {
						t.Errorf("column %s: no remark with confidence %s:\n%s", m.Header[i], confidence[i], remarks)
					}
				}
				if got != roles[i] {
					t.Errorf("column %s is read as %q, want %q", m.Header[i], got, roles[i])
				}
			}
		})
	}
}

func TestGuessOrderOfDates(t *testing.T) {
	for value, want := range map[string]record.DateOrder{
		"03/04/2020": record.DateDMY,
		"04/30/2020": record.DateMDY,
		"2020-03":    record.DateYearMonth,
		"2020":       record.DateYear,
		"43831":      record.DateExcel,
		"1561469368": record.DateUnix,
	} {
		m := format.Recognise([]string{"date", "killed"}, []string{value, "1"}, nil)
		if m.Fields[0] == nil || !slices.Contains(m.Fields[0].Dates, want) {
			t.Errorf("%s: %+v", value, m.Fields[0])
			continue
		}
		if mdy := slices.Contains(m.Fields[0].Dates, record.DateMDY); mdy != (want == record.DateMDY) {
			t.Errorf("%s: month first is %v", value, mdy)
		}
	}
	m := format.Recognise([]string{"date", "killed"}, []string{"31/04/2020", "1"}, nil)
	if m.Fields[0] != nil {
		t.Errorf("31 April is no date in any order: %+v", m.Fields[0])
	}
}
