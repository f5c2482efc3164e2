package synth

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/record"
)

const scadHeader = "eventid,id,ccode,countryname,startdate,enddate,duration,stday,stmo,styr,eday,emo,eyr,etype,escalation,actor1,actor2,actor3,target1," +
	"target2,cgovtarget,rgovtarget,npart,ndeath,repress,elocal,ilocal,sublocal,locnum,gislocnum,issue1,issue2,issue3,issuenote,nsource,notes," +
	"female_event,lgbtq_issue,coder,acd_questionable,latitude,longitude,geo_comments,location_precision\n"

// writeSCAD writes an event in the layout of SCAD 3.3. One event without deaths in twenty happens at two places and takes
// two rows.
func writeSCAD(w *bufio.Writer, e *event) {
	c := e.country
	first, last := e.first, e.last
	if e.timePrec == 3 {
		// SCAD's range is how long an event lasted, so doubt about the day can't be written; any day of the month will do.
		first += record.Day(e.noise >> 45 % 27)
		last = first
	}
	etype, central, target := 1, 0, ""
	actor := strings.TrimSuffix(e.actor1, " ("+c.name+")")
	switch e.kind {
	case battle:
		etype, central, target = 8, 1, "Government forces"
		if e.class1 == 1 {
			actor = e.actor2
		}
	case attack, bombing:
		etype, target = 9, "Civilians"
		if e.class1 == 1 {
			etype, central = 7, 0
			actor = "Army"
		}
	case protest:
		etype, central, target = 1, 1, "Government"
	case riot:
		etype, target = 4, "Shopkeepers"
	}
	size := 1 + int(e.noise>>33%4)
	repress := 0
	if e.deaths == 0 {
		repress = int(e.noise >> 36 & 1)
	}
	sites := []*site{e.site}
	if e.deaths == 0 && e.noise>>50%20 == 0 {
		if other := &c.places[e.noise>>12%uint64(len(c.places))]; other != e.site {
			sites = append(sites, other)
		}
	}
	var where []string
	for _, s := range sites {
		where = append(where, s.name)
	}
	id := e.serialInCountry
	y1, m1, d1 := first.Date()
	y2, m2, d2 := last.Date()
	var note strings.Builder
	b := bufio.NewWriter(&note)
	e.note(b, e.day())
	b.Flush()
	_, text, _ := strings.Cut(note.String(), ", ")
	if e.timePrec != 1 {
		_, text, _ = strings.Cut(note.String(), fmt.Sprintf("%d, ", e.day().Year()))
	}
	whole := scadPlace(e.site)
	if len(sites) > 1 {
		whole = 5 // several places
	}
	for i, s := range sites {
		fmt.Fprintf(w, `%d,%d,%d,%s,%s,%s,%d,%d,%d,%d,%d,%d,%d,%d,0,%s,,,%s,,%d,0,%d,%d,%d,"%s",%s,%d,%d,%d,%d,,,"Price of %s goods in dispute %x",AP,"%s",0,0,XX,0,%s,%s,,yes`+"\n",
			c.gw*10000+id, id, c.gw, c.name, scadDate(first), scadDate(last), int(last-first)+1, d1, m1, y1, d2, m2, y2, etype, actor, target, central,
			size, e.deaths, repress, strings.Join(where, ", "), s.name, i+1, whole, scadPlace(s), 1+e.noise>>52%13, details[e.noise>>55%26], uint32(e.noise)^uint32(e.n), text, degrees(s.lat), degrees(s.lon))
	}
}

// scadPlace is the code of a place: a city or a small town.
func scadPlace(s *site) int {
	if s.town {
		return 2
	}
	return 3
}

// scadDate writes a date as the dataset does, with a two-digit year.
func scadDate(d record.Day) string {
	y, m, dd := d.Date()
	return fmt.Sprintf("%d-%s-%02d", dd, months[m][:3], y%100)
}
