package event

import (
	"context"
	"encoding/csv"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

// An invented world: events that several invented datasets tell, each in its layout and its words. Nothing in it happened.

// happening is an event as it was.
type happening struct {
	n        int
	day      record.Day
	town     town
	group    string
	what     int // index of deeds
	dead     int
	hurt     int
	landmark string // a name that nothing else has
	extra    string
	details  []string // what witnesses remember: words that other events have as well, in other company
}

type town struct {
	name, province string
	lat, lon       float64
}

// deeds are what may happen, with the words that each dataset has for it and its codes.
var deeds = []struct {
	acled, sub, acledText string
	ged                   int
	gedText               string
	gtd                   int
	gtdType, gtdText      string
	etype                 int
	plain                 string
}{
	{"Violence against civilians", "Attack", "gunmen shot villagers", 3, "gunmen open fire on villagers", 2, "Armed Assault", "assailants opened fire on villagers", 7, "villagers were shot"},
	{"Explosions/Remote violence", "Remote explosive/landmine/IED", "a bomb exploded at a market", 3, "bomb blast hits market", 3, "Bombing/Explosion", "an explosive device detonated in a market", 8, "a bomb went off in the market"},
	{"Battles", "Armed clash", "fighters attacked a police station and exchanged fire with officers", 1, "fighters storm police station", 2, "Armed Assault", "assailants armed with rifles attacked a police station", 9, "the police station came under fire"},
	{"Violence against civilians", "Attack", "a church was set ablaze during service", 3, "worshippers burned in church", 7, "Facility/Infrastructure Attack", "assailants set fire to a church", 8, "a church was burnt"},
	{"Battles", "Armed clash", "soldiers in a convoy were ambushed", 1, "army convoy ambushed", 2, "Armed Assault", "assailants ambushed a military convoy", 9, "a convoy of soldiers was ambushed"},
	{"Violence against civilians", "Attack", "a politician was shot by men on motorcycles", 3, "politician shot dead", 1, "Assassination", "assailants on a motorcycle shot a politician", 7, "a politician was murdered"},
}

var groupNames = []string{"Ostra Column", "Velian Brigade", "Harbour League", "Tarsk Front"}

var syllables = strings.Fields("ba ro vel tar ska nim dor lu pen gra mo tis hol ver qua sel dun ark ilm oru fen zan")

var remembered = strings.Fields("lorry river dusk rain schoolteacher bakery warehouse harvest ferry lantern orchard tailor quarry festival mechanic dentist " +
	"trumpet carpenter ladder goat bicycle fountain locksmith barge cellar curtain apprentice windmill saddle chapel blanket kitchen courtyard anvil " +
	"surveyor postman kennel pharmacy laundry tractor")

// invented makes a name out of syllables.
func invented(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(syllables[r.IntN(len(syllables))])
	}
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

// world draws n events in two dozen towns over a year.
func world(r *rand.Rand, n int) []happening {
	var towns []town
	for i := range 24 {
		towns = append(towns, town{invented(r, 3), "Province " + string(rune('A'+i/6)), -34 + 0.5*float64(i/6), -58 + 0.6*float64(i%6)})
	}
	start, _ := record.MakeDay(2011, 1, 1)
	var out []happening
	for i := range n {
		var details []string
		for _, k := range r.Perm(len(remembered))[:4] {
			details = append(details, remembered[k])
		}
		out = append(out, happening{
			n: i, details: details, day: start + record.Day(r.IntN(365)), town: towns[r.IntN(len(towns))], group: groupNames[r.IntN(len(groupNames))],
			what: r.IntN(len(deeds)), dead: 1 + int(math.Floor(r.ExpFloat64()*4)), hurt: r.IntN(9), landmark: invented(r, 4), extra: invented(r, 4),
		})
	}
	return out
}

// line is a row of a dataset: cells by column, and the event that it tells.
type line struct {
	cells map[string]string
	of    int
	part  bool // it tells a part of the event, or more than it
}

// table is a dataset before it is read.
type table struct {
	name, header string
	lines        []line
}

const (
	acledColumns = "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,inter1,actor2,inter2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities"
	gedColumns   = "id,type_of_violence,dyad_new_id,side_a,side_b,source_article,where_prec,where_coordinates,adm_1,latitude,longitude,country,event_clarity,date_prec,date_start,date_end,best,low,high"
	gtdColumns   = "eventid,iyear,imonth,iday,country_txt,provstate,city,latitude,longitude,specificity,vicinity,summary,attacktype1,attacktype1_txt,gname,nkill,nwound,related"
	scadColumns  = "eventid,ccode,etype,startdate,enddate,countryname,actor1,target1,ndeath,locnum,elocal,ilocal,sublocal,latitude,longitude,issuenote,nsource"
	plainColumns = "id,date,place,lat,lon,perpetrator,killed,injured,notes"
)

// text writes the table as CSV.
func (t *table) text() string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	columns := strings.Split(t.header, ",")
	w.Write(columns)
	for _, l := range t.lines {
		row := make([]string, len(columns))
		for i, c := range columns {
			row[i] = l.cells[c]
		}
		w.Write(row)
	}
	w.Flush()
	return b.String()
}

func (t *table) add(of int, part bool, cells map[string]string) {
	t.lines = append(t.lines, line{cells, of, part})
}

// jitter moves a point by up to so many km.
func jitter(r *rand.Rand, at town, km float64) (lat, lon string) {
	angle, d := r.Float64()*2*math.Pi, km*r.Float64()
	y, x := at.lat+d*math.Sin(angle)/111.2, at.lon+d*math.Cos(angle)/(111.2*math.Cos(at.lat*math.Pi/180))
	return fmt.Sprintf("%.4f", y), fmt.Sprintf("%.4f", x)
}

func str(n int) string { return fmt.Sprint(n) }

// state reports whether a deed is a fight with the state.
func state(h *happening) bool { return deeds[h.what].ged == 1 }

func acledLine(r *rand.Rand, id int, h *happening) map[string]string {
	d := deeds[h.what]
	lat, lon := jitter(r, h.town, 2)
	c := map[string]string{
		"event_id_cnty": "URY" + str(id), "event_date": h.day.String(), "year": "2011", "time_precision": "1", "event_type": d.acled, "sub_event_type": d.sub,
		"actor1": h.group, "inter1": "2", "actor2": "Civilians (Uruguay)", "inter2": "7", "interaction": "27", "country": "Uruguay", "admin1": h.town.province,
		"location": h.town.name, "latitude": lat, "longitude": lon, "geo_precision": "1", "source": "Evening Courier", "fatalities": str(h.dead),
		"notes": fmt.Sprintf("On %s, %s near %s in %s. %d people were killed. Witnesses spoke of %s. %s", h.day, d.acledText, h.landmark, h.town.name, h.dead, strings.Join(h.details, ", "), h.extra),
	}
	if state(h) {
		c["actor2"], c["inter2"], c["interaction"] = "Police Forces of Uruguay (2010-2015)", "1", "12"
	}
	return c
}

// gedLine knows one event in eight only to a range of two or three days.
func gedLine(r *rand.Rand, id int, h *happening) map[string]string {
	d := deeds[h.what]
	lat, lon := jitter(r, h.town, 2)
	first, last, prec := h.day, h.day, "1"
	if r.IntN(8) == 0 {
		first, last, prec = h.day-record.Day(r.IntN(2)), h.day+record.Day(1), "2"
	}
	a, b := h.group, "Civilians"
	if state(h) {
		a, b = "Government of Uruguay", h.group
	}
	return map[string]string{
		"id": str(7000 + id), "type_of_violence": str(d.ged), "dyad_new_id": "1", "side_a": a, "side_b": b,
		"source_article": fmt.Sprintf("World Service,%s,%s in %s: %s, %d dead, %s", h.day+1, d.gedText, h.town.name, h.landmark, h.dead, strings.Join(h.details[:2], " and ")),
		"where_prec":     "1", "where_coordinates": h.town.name + " town", "adm_1": h.town.province, "latitude": lat, "longitude": lon, "country": "Uruguay",
		"event_clarity": "1", "date_prec": prec, "date_start": first.String(), "date_end": last.String(),
		"best": str(h.dead), "low": str(max(1, h.dead-1)), "high": str(h.dead + r.IntN(3)),
	}
}

func gtdLine(r *rand.Rand, id int, h *happening) map[string]string {
	d := deeds[h.what]
	lat, lon := jitter(r, h.town, 2)
	y, m, day := h.day.Date()
	return map[string]string{
		"eventid": fmt.Sprintf("%04d%02d%02d%04d", y, m, day, id%10000), "iyear": str(y), "imonth": str(m), "iday": str(day), "country_txt": "Uruguay",
		"provstate": h.town.province, "city": h.town.name, "latitude": lat, "longitude": lon, "specificity": "1", "vicinity": "0",
		"summary": fmt.Sprintf("%02d/%02d/%d: %s close to %s in %s, %s, Uruguay. At least %d people were killed and %d were injured in the attack near the %s. %s claimed responsibility.",
			m, day, y, d.gtdText, h.landmark, h.town.name, h.town.province, h.dead, h.hurt, strings.Join(h.details[1:], " and the "), h.group),
		"attacktype1": str(d.gtd), "attacktype1_txt": d.gtdType, "gname": h.group, "nkill": str(h.dead), "nwound": str(h.hurt),
	}
}

func scadLine(r *rand.Rand, id int, h *happening) map[string]string {
	d := deeds[h.what]
	lat, lon := jitter(r, h.town, 2)
	day := h.day.String()
	return map[string]string{
		"eventid": str(1650000 + id), "ccode": "165", "etype": str(d.etype), "startdate": day, "enddate": day, "countryname": "Uruguay", "actor1": h.group,
		"target1": "civilians", "ndeath": str(h.dead), "locnum": "1", "elocal": h.town.name, "ilocal": h.town.name, "sublocal": "1", "latitude": lat, "longitude": lon,
		"issuenote": fmt.Sprintf("%s at %s, %s. %s", d.plain, h.landmark, h.extra, strings.Join(h.details[:3], " ")), "nsource": "AFP",
	}
}

func plainLine(r *rand.Rand, id int, h *happening) map[string]string {
	d := deeds[h.what]
	lat, lon := jitter(r, h.town, 2)
	return map[string]string{
		"id": "P" + str(id), "date": h.day.String(), "place": h.town.name, "lat": lat, "lon": lon, "perpetrator": h.group, "killed": str(h.dead), "injured": str(h.hurt),
		"notes": fmt.Sprintf("%s near %s, %d dead; %s", d.plain, h.landmark, h.dead, strings.Join(h.details[:3], ", ")),
	}
}

// writers are the layouts of the tests.
var writers = []struct {
	name, header string
	line         func(*rand.Rand, int, *happening) map[string]string
}{
	{"acled", acledColumns, acledLine}, {"ged", gedColumns, gedLine}, {"gtd", gtdColumns, gtdLine}, {"scad", scadColumns, scadLine}, {"plain", plainColumns, plainLine},
}

// watched has each event in a dataset with a chance of share.
func watched(r *rand.Rand, events []happening, share float64, layouts ...string) []*table {
	var out []*table
	for _, w := range writers {
		if !slices.Contains(layouts, w.name) {
			continue
		}
		t := &table{name: w.name, header: w.header}
		for i := range events {
			if r.Float64() < share {
				t.add(events[i].n, false, w.line(r, len(t.lines)+1, &events[i]))
			}
		}
		out = append(out, t)
	}
	return out
}

// read reads tables into datasets.
func readTables(t testing.TB, tables ...*table) []*record.Dataset {
	t.Helper()
	var out []*record.Dataset
	for _, x := range tables {
		out = append(out, readText(t, x.name, x.text()))
	}
	return out
}

func readText(t testing.TB, name, text string) *record.Dataset {
	t.Helper()
	d, err := read.Text(context.Background(), name, text)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

func linkAll(t testing.TB, datasets []*record.Dataset, o Options) *Linked {
	t.Helper()
	l, err := Link(context.Background(), datasets, o)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// name is how a record is called whatever the order of files and rows.
func (l *Linked) name(r link.Ref) string {
	return l.Datasets[r.Data].Name + ":" + l.Datasets[r.Data].ID(int(r.Row))
}

// pairsOf lists all that is said of pairs, and entitiesOf all that is said of events, in an order of names.
func pairsOf(l *Linked) []string {
	var out []string
	for _, p := range l.Pairs {
		a, b := l.name(p.A), l.name(p.B)
		if b < a {
			a, b = b, a
		}
		out = append(out, fmt.Sprintf("%s %s %v %.9g %.9g %.9g %s %v", a, b, p.Relation, p.Probability, p.Related, p.Weight, p.Decided, p.Levels))
	}
	slices.Sort(out)
	return out
}

func entitiesOf(l *Linked) []string {
	var out []string
	for _, e := range l.Entities {
		var list []string
		for _, m := range e.Members {
			list = append(list, fmt.Sprintf("%s %v", l.name(m.Ref), m.Relation))
		}
		slices.Sort(list)
		out = append(out, strings.Join(list, ", "))
	}
	slices.Sort(out)
	return out
}

// everyRecordOnce checks that each record is in one event, and that pairs and events are ordered and within the data.
func everyRecordOnce(t testing.TB, l *Linked) {
	t.Helper()
	seen := map[link.Ref]int{}
	for _, e := range l.Entities {
		if len(e.Members) == 0 || e.Members[0].Relation != link.Same {
			t.Errorf("an event whose first record is none of it: %v", e.Members)
		}
		for _, m := range e.Members {
			seen[m.Ref]++
		}
	}
	for d, data := range l.Datasets {
		for row := range data.N {
			if n := seen[link.Ref{Data: int32(d), Row: int32(row)}]; n != 1 {
				t.Errorf("%s is in %d events", l.name(link.Ref{Data: int32(d), Row: int32(row)}), n)
			}
		}
	}
	for i, p := range l.Pairs {
		if p.A.Compare(p.B) >= 0 || i > 0 && p.A.Compare(l.Pairs[i-1].A) < 0 {
			t.Errorf("pair %d out of order: %v", i, p)
		}
		if !(p.Probability >= 0 && p.Probability <= 1 && p.Related >= p.Probability && p.Related <= 1) || p.Weight != p.Weight {
			t.Errorf("%s and %s: %v, %v, %v", l.name(p.A), l.name(p.B), p.Probability, p.Related, p.Weight)
		}
	}
}

// datasetsOf reads texts by name: name, text, name, text.
func datasetsOf(t testing.TB, named ...string) []*record.Dataset {
	t.Helper()
	var out []*record.Dataset
	for i := 0; i < len(named); i += 2 {
		out = append(out, readText(t, named[i], named[i+1]))
	}
	return out
}

func reversed[T any](list []T) []T {
	out := slices.Clone(list)
	slices.Reverse(out)
	return out
}
