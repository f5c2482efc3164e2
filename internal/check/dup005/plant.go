package dup005

import (
	"fmt"
	"strconv"

	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/record"
)

// Plant tells a hundred deadly attacks of ACLED's in UCDP GED, GTD or SCAD too, by what is in ACLED. The clean datasets share no event.
var Plant = across.Plant{Apart: true, Ways: 3, Do: func(s *across.Sheets, _ int) {
	format := [...]string{"ged", "gtd", "scad"}[s.Way]
	from, to := s.Sheet("acled"), s.Sheet(format)
	d := from.Data
	n := 0
	for _, row := range s.Rand.Perm(d.N) {
		w := d.Events.When[row]
		if n == 100 || d.Events.Deaths[row].Best < 1 || d.Events.Kinds[row] != record.KindOneSided || w.First != w.Last || d.Events.Actors1[d.Role(record.RoleActor1).Codes[row]].Class != record.ActorArmedGroup {
			continue
		}
		n++
		write(from.Get(row, record.RoleLat), from.Get(row, record.RoleLon), w.First, func(role record.Role) string { return from.Get(row, role) }, to.Copy(s.Rand.IntN(to.Data.N)), func(at int, name, text string) {
			if i := to.ColumnIndex(name); i >= 0 {
				to.Rows[at][i] = text
			}
		})
		to.NewID(len(to.Rows) - 1)
	}
	s.Add(fmt.Sprintf("%d events of ACLED told in %s too", n, format))
}}

// write puts what one record says into a copy of a row of another layout.
func write(lat, lon string, day record.Day, get func(record.Role) string, at int, set func(at int, name, text string)) {
	y, m, d := day.Date()
	for name, text := range map[string]string{
		"latitude": lat, "longitude": lon, "date_start": day.String(), "date_end": day.String(), "year": strconv.Itoa(y), "date_prec": "1", "where_prec": "1",
		"iyear": strconv.Itoa(y), "imonth": strconv.Itoa(m), "iday": strconv.Itoa(d), "startdate": day.String(), "enddate": day.String(),
		"side_a": get(record.RoleActor1), "side_b": "Civilians", "gname": get(record.RoleActor1), "actor1": get(record.RoleActor1), "type_of_violence": "3", "etype": "9",
		"attacktype1": "2", "attacktype1_txt": "Armed Assault", "targtype1": "14", "targtype1_txt": "Private Citizens & Property", "specificity": "1", "vicinity": "0",
		"best": get(record.RoleBest), "low": get(record.RoleBest), "high": get(record.RoleBest), "nkill": get(record.RoleBest), "ndeath": get(record.RoleBest),
		"deaths_a": "0", "deaths_b": "0", "deaths_civilians": get(record.RoleBest), "deaths_unknown": "0",
		"country": get(record.RoleCountry), "countryname": get(record.RoleCountry), "adm_1": get(record.RoleAdmin1), "provstate": get(record.RoleAdmin1),
		"where_coordinates": get(record.RolePlace), "city": get(record.RolePlace), "elocal": get(record.RolePlace), "ilocal": get(record.RolePlace),
		"summary": get(record.RoleNote), "issuenote": get(record.RoleNote),
	} {
		if name == "country" && len(text) > 0 { // GTD has a number there, and the name beside it
			set(at, "country_txt", text)
		}
		set(at, name, text)
	}
}
