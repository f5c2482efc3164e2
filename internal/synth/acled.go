package synth

import (
	"bufio"
	"fmt"
	"strconv"

	"github.com/assaydata/assay/internal/record"
)

const acledHeader = "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2," +
	"assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision," +
	"source,source_scale,notes,fatalities,tags,timestamp\n"

var acledKinds = [numKinds][3]string{
	battle:  {"Political violence", "Battles", "Armed clash"},
	attack:  {"Political violence", "Violence against civilians", "Attack"},
	bombing: {"Political violence", "Explosions/Remote violence", "Remote explosive/landmine/IED"},
	protest: {"Demonstrations", "Protests", "Peaceful protest"},
	riot:    {"Demonstrations", "Riots", "Violent demonstration"},
}

// writeACLED writes an event in the layout of ACLED's exports since 2023.
func writeACLED(w *bufio.Writer, e *event) {
	day := e.day()
	y, _, _ := day.Date()
	k := acledKinds[e.kind]
	interaction := e.class1*10 + e.class2
	if e.class2 == 0 {
		interaction = e.class1 * 10
	} else if e.class2 < e.class1 {
		interaction = e.class2*10 + e.class1
	}
	civilians, tags := "", ""
	if e.class2 == 7 {
		civilians = "Civilian targeting"
	}
	inter2 := ""
	if e.class2 > 0 {
		inter2 = strconv.Itoa(e.class2)
	}
	ally2 := ""
	if e.kind == protest {
		tags = fmt.Sprintf("crowd size=about %d", e.size)
	}
	if e.class2 == 7 && e.noise&3 == 0 {
		ally2 = "Farmers (" + e.country.name + ")"
	}
	fmt.Fprintf(w, "%s%d,%s,%d,%d,%s,%s,%s,%s,%s,%d,%s,%s,%s,%d,%s,%d,%s,%s,%s,%s,,%s,%s,%s,%d,%s,%s,",
		e.country.code, e.n, day, y, e.timePrec, k[0], k[1], k[2], e.actor1, e.ally1, e.class1, e.actor2, ally2, inter2, interaction, civilians,
		e.country.iso, e.country.region, e.country.name, e.site.admin1, e.site.admin2, e.site.name, degrees(e.lat), degrees(e.lon), e.placePrec,
		e.sourceList(), e.scale())
	w.WriteByte('"')
	e.note(w, day)
	w.WriteByte('"')
	edited := int64(e.last+30+record.Day(e.noise%400))*86400 + int64(e.noise>>16%86400)
	fmt.Fprintf(w, ",%d,%s,%d\n", e.deaths, tags, edited)
}

// day is the single day that a layout with one date states: the first, or mid-month for an event known to the month.
func (e *event) day() record.Day {
	if e.timePrec == 3 {
		return e.first + 14
	}
	return e.first
}

func degrees(v float64) string { return strconv.FormatFloat(v, 'f', 4, 64) }

func (e *event) sourceList() string {
	s := e.sources[0]
	for _, o := range e.sources[1:] {
		s += "; " + o
	}
	return s
}

func (e *event) scale() string {
	return [...]string{"National", "Regional", "International", "Subnational"}[e.noise>>8&3]
}
