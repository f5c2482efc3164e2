// Package sample writes small invented tables in the layouts of the event datasets, for tests of the rules on duplicates
// and sources. A field that is left empty gets a value that gives no rule a reason to speak.
package sample

import (
	"fmt"
	"strings"
)

// Long is a note that is long enough to be compared, about whatever is appended to it.
const Long = "Gunmen of the Red Column attacked a convoy of traders on the road to the market, witnesses told the press. "

// Event is one row of any layout. What a layout has no column for is left out.
type Event struct {
	ID        string
	Date, End string // ISO; End "" = Date
	TimePrec  string // in the layout's own code
	Lat, Lon  string
	PlacePrec string
	Place     string
	Kind      string
	Actor1    string
	Actor2    string
	Deaths    string
	Sides     [4]string // GED: deaths of side a, side b, civilians, unknown
	Sources   string    // names; GED and SCAD: as written in the file
	Number    string    // GED: number of sources
	Article   string
	Article2  string // GTD
	Note      string
	Multiple  string // GTD
	Series    string // SCAD: number of the place
	Clarity   string // GED
	Extent    string // SCAD: locnum
	Serial    string // ACLED: data_id
}

func or(v, otherwise string) string {
	if v == "" {
		return otherwise
	}
	return v
}

func quote(v string) string {
	if strings.ContainsAny(v, "\",\n") {
		return `"` + strings.ReplaceAll(v, `"`, `""`) + `"`
	}
	return v
}

func row(b *strings.Builder, cells ...string) {
	for i, c := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(quote(c))
	}
	b.WriteByte('\n')
}

// Blank stands for a cell that is empty on purpose.
const Blank = "-blank-"

func blanks(cells []string) []string {
	for i := range cells {
		if cells[i] == Blank {
			cells[i] = ""
		}
	}
	return cells
}

// ACLED writes rows with the columns of the exports of 2018 to 2022 that matter.
func ACLED(events ...Event) string {
	var b strings.Builder
	b.WriteString("data_id,event_id_cnty,event_date,year,time_precision,event_type,actor1,inter1,actor2,inter2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities\n")
	for i, e := range events {
		row(&b, blanks([]string{
			or(e.Serial, fmt.Sprint(1000+i)), or(e.ID, fmt.Sprintf("VEL%d", i+1)), e.Date, e.Date[:4], or(e.TimePrec, "1"), or(e.Kind, "Violence against civilians"),
			or(e.Actor1, "Red Column"), "2", or(e.Actor2, "Civilians (Velia)"), "7", "27", "Velia", "North", or(e.Place, "Ostra"),
			or(e.Lat, "12.5"), or(e.Lon, "41.2"), or(e.PlacePrec, "1"), or(e.Sources, "Ostra Courier"), "National",
			or(e.Note, fmt.Sprintf("Report %d", i)), or(e.Deaths, "0"),
		})...)
	}
	return b.String()
}

// GED writes rows with the columns of the releases from 20.1 that matter.
func GED(events ...Event) string {
	var b strings.Builder
	b.WriteString("id,relid,year,type_of_violence,dyad_new_id,dyad_name,side_a,side_b,number_of_sources,source_article,source_office,where_prec,where_coordinates,latitude,longitude,country,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low\n")
	for i, e := range events {
		deaths := or(e.Deaths, "1")
		sides := e.Sides
		if sides == [4]string{} {
			sides = [4]string{"0", "0", deaths, "0"}
		}
		actor := or(e.Actor1, "Red Column")
		row(&b, blanks([]string{
			or(e.ID, fmt.Sprint(5001+i)), fmt.Sprintf("VEL-%d", i), e.Date[:4], or(e.Kind, "3"), fmt.Sprint(1000 + len(actor)), actor + " - Civilians", actor,
			or(e.Actor2, "Civilians"), or(e.Number, "1"), or(e.Article, fmt.Sprintf("Courier,%s,Report number %d of the day", e.Date, i)), or(e.Sources, "Courier"),
			or(e.PlacePrec, "1"), or(e.Place, "Ostra town"), or(e.Lat, "12.5"), or(e.Lon, "41.2"), "Velia", or(e.Clarity, "1"), or(e.TimePrec, "1"), e.Date, or(e.End, e.Date),
			sides[0], sides[1], sides[2], sides[3], deaths, deaths, deaths,
		})...)
	}
	return b.String()
}

// GTD writes rows with the original columns that matter.
func GTD(events ...Event) string {
	var b strings.Builder
	b.WriteString("eventid,iyear,imonth,iday,country_txt,city,latitude,longitude,specificity,summary,multiple,attacktype1,attacktype1_txt,targtype1_txt,target1,gname,weaptype1_txt,nkill,nwound,scite1,scite2,scite3,dbsource,related\n")
	for i, e := range events {
		row(&b, blanks([]string{
			or(e.ID, fmt.Sprintf("%s%04d", strings.ReplaceAll(e.Date, "-", ""), i+1)), e.Date[:4], strings.TrimLeft(e.Date[5:7], "0"), or(strings.TrimLeft(e.Date[8:], "0"), "0"),
			"Velia", or(e.Place, "Ostra"), or(e.Lat, "12.5"), or(e.Lon, "41.2"), or(e.PlacePrec, "1"), or(e.Note, fmt.Sprintf("Summary %d", i)), or(e.Multiple, "0"),
			"3", "Bombing/Explosion", "Police", "Police Post", or(e.Actor1, "Red Column"), "Explosives", or(e.Deaths, "0"), "0",
			or(e.Article, fmt.Sprintf("Courier, report %d of the day", i)), e.Article2, "", or(e.Sources, "START Primary Collection"), "",
		})...)
	}
	return b.String()
}

// SCAD writes rows with the columns that matter.
func SCAD(events ...Event) string {
	var b strings.Builder
	b.WriteString("eventid,id,ccode,countryname,startdate,enddate,etype,actor1,target1,ndeath,elocal,ilocal,sublocal,locnum,gislocnum,issuenote,nsource,latitude,longitude\n")
	for i, e := range events {
		id := or(e.ID, fmt.Sprintf("995%04d", i+1))
		row(&b, blanks([]string{
			id, id[3:], "995", "Velia", e.Date, or(e.End, e.Date), or(e.Kind, "8"), or(e.Actor1, "Students"), "Government", or(e.Deaths, "0"), or(e.Place, "Ostra"), or(e.Place, "Ostra"),
			or(e.Series, "1"), or(e.Extent, "2"), "2", or(e.Note, fmt.Sprintf("Issue %d", i)), or(e.Sources, "AP"), or(e.Lat, "12.5"), or(e.Lon, "41.2"),
		})...)
	}
	return b.String()
}
