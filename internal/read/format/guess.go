package format

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

// guess is a role that the name of a column suggests.
type guess struct {
	role       record.Role
	confidence confidence
}

type confidence uint8

const (
	notGuessed confidence = iota
	low
	medium
	high
)

func (c confidence) String() string { return [...]string{"none", "low", "medium", "high"}[c] }

// resemblance lists the names that suggest a role: usual ones, those that are often used for it, and those that may as
// well mean something else. A usual name as a part of a longer one ("gps_latitude") counts as medium.
type resemblance struct {
	role              record.Role
	high, medium, low string
}

var resemblances = []resemblance{
	{record.RoleID, "event_id incident_id record_id eventid case_id event_number", "id uid uuid guid identifier objectid", "fid no nr number index"},
	{record.RoleDate, "date event_date incident_date start_date date_start date_of_event date_of_incident", "datetime date_time day_of_event occurred when date_occurred datum fecha дата تاريخ", "timestamp time day"},
	{record.RoleDateEnd, "end_date date_end enddate", "last_date date_to until", ""},
	{record.RoleYear, "year event_year", "yr iyear", ""},
	{record.RoleTimePrec, "time_precision date_precision date_prec", "", ""},
	{record.RoleLat, "latitude lat", "y_coord ycoord lat_dd latitude_dd breite latitud широта", "y northing"},
	{record.RoleLon, "longitude lon lng long", "x_coord xcoord lon_dd longitude_dd länge longitud долгота", "x easting"},
	{record.RolePlacePrec, "geo_precision location_precision where_prec", "geoprecision precision", ""},
	{record.RoleCountry, "country country_name countryname", "nation country_txt adm0 admin0 adm0_name land pays país pais страна", ""},
	{record.RoleCountryCode, "country_code iso3 iso_code iso country_iso", "ccode gwno cow iso2 adm0_pcode", ""},
	{record.RoleAdmin1, "admin1 adm1 adm_1 admin1_name province governorate", "state oblast department adm1_name provstate prefecture", "region"},
	{record.RoleAdmin2, "admin2 adm2 adm_2 admin2_name district", "county municipality adm2_name raion lga", ""},
	{record.RoleAdmin3, "admin3 adm3 adm_3 admin3_name", "subdistrict commune adm3_name", ""},
	{record.RolePlace, "location place city town village locality", "location_name place_name settlement municipality_name ort lieu lugar ville ciudad место город", "address site"},
	{record.RoleKind, "event_type incident_type attack_type type_of_event type_of_violence", "category event_category type_of_incident", "type kind event"},
	{record.RoleSubkind, "sub_event_type subtype", "event_subtype sub_type subcategory", ""},
	{record.RoleActor1, "actor1 actor_1 perpetrator perpetrators perpetrator_group side_a", "actor armed_group attacker responsible group_name perpetrator_name gname täter auteur auteurs autor perpetrador группировка", "group"},
	{record.RoleActor2, "actor2 actor_2 side_b", "opponent", ""},
	{record.RoleTarget, "target target_type", "target_group victim_type", "victim victims"},
	{record.RoleWeapon, "weapon weapon_type weapons", "means", ""},
	{record.RoleBest, "fatalities deaths killed best death_toll number_killed nkill", "dead fatality total_deaths total_killed deaths_total n_killed kia best_est tote todesopfer morts tués muertos погибшие убито", "casualties victims_killed"},
	{record.RoleLow, "low low_est deaths_low fatalities_low deaths_min fatalities_min", "min_deaths min_fatalities killed_min low_estimate", "min"},
	{record.RoleHigh, "high high_est deaths_high fatalities_high deaths_max fatalities_max", "max_deaths max_fatalities killed_max high_estimate", "max"},
	{record.RoleInjured, "injured wounded injuries nwound number_injured", "n_injured wia total_injured verletzte blessés heridos ранено раненые", ""},
	{record.RoleSource, "source sources source_name", "media outlet publisher source_1 source1 quelle quellen fuente fuentes источник", "reported_by"},
	{record.RoleArticle, "source_url source_link article", "url link reference references citation", ""},
	{record.RoleSourceDate, "source_date publication_date date_published", "published report_date", ""},
	{record.RoleNote, "notes description summary narrative", "note details event_description incident_summary comments beschreibung résumé descripción описание", "text remarks"},
}

// vocabulary is resemblances turned round: what a name, written without underscores, suggests.
var vocabulary = func() map[string]guess {
	words := map[string]guess{}
	for _, r := range resemblances {
		for c, list := range [...]string{low: r.low, medium: r.medium, high: r.high} {
			for _, name := range strings.Fields(list) {
				words[strings.ReplaceAll(name, "_", "")] = guess{r.role, confidence(c)}
			}
		}
	}
	return words
}()

// suggestions lists what a name suggests, the likeliest first: the name as a whole, then its parts, long ones first.
func suggestions(name string) []guess {
	const longest = 60 // bytes; nobody names a column so
	if name == "" || len(name) > longest {
		return nil
	}
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == '.' || r == ':' || r == '(' || r == ')' || r == '/' })
	if whole, ok := vocabulary[strings.Join(parts, "")]; ok {
		return []guess{whole}
	}
	var list []guess
	for n := min(3, len(parts)-1); n > 0; n-- {
		for i := 0; i+n <= len(parts); i++ {
			joined := strings.Join(parts[i:i+n], "")
			if g, ok := vocabulary[joined]; ok && g.confidence == high && len(joined) > 2 {
				list = append(list, guess{g.role, medium})
			}
		}
	}
	return list
}

// guess fills the match for a table of which no layout is known, from names that resemble usual ones. second shows whether
// the values can be what the names suggest.
func (m *Match) guess(names, second []string) {
	m.Format = record.Format{ID: "table", Title: "a table of an unknown layout", Layout: "unknown", Assumed: true}
	m.Fields = make([]*record.Field, len(names))
	m.guesses = make([]guess, len(names))
	if m.HXL {
		second = nil
	}
	candidates := make([][]guess, len(names))
	seen := map[string]bool{}
	for i, name := range names {
		if !seen[name] {
			seen[name] = true
			candidates[i] = suggestions(name)
		}
	}
	taken := map[record.Role]bool{}
	for want := high; want > notGuessed; want-- {
		for i, list := range candidates {
			value := ""
			if i < len(second) {
				value = strings.TrimSpace(second[i])
			}
			for _, g := range list {
				if m.Fields[i] != nil || g.confidence != want || taken[g.role] || !plausible(g.role, value) {
					continue
				}
				f := roleField(g.role)
				f.Name = names[i]
				if f.Type == record.TypeDate {
					f.Dates = guessDates(value)
				}
				m.Fields[i], m.guesses[i], taken[g.role] = &f, g, true
			}
		}
	}
	m.Remarks = append(m.Remarks, "the layout is unknown: what the columns mean was guessed from their names; `assay init FILE --print` shows the mapping to correct, --map uses it")
	for i, g := range m.guesses {
		if g.confidence != notGuessed {
			m.Remarks = append(m.Remarks, fmt.Sprintf("column %s is read as %s (confidence %s)%s", bare(m.Header[i]), g.role, g.confidence, datesRemark(m.Fields[i])))
		}
	}
	if len(taken) == 0 {
		m.Remarks = append(m.Remarks, "no column was recognised: only checks that need no meaning can run")
	}
}

func datesRemark(f *record.Field) string {
	if f.Type != record.TypeDate {
		return ""
	}
	if slices.Contains(f.Dates, record.DateMDY) {
		return ", month before day"
	}
	return ", day before month"
}

// plausible reports whether a value can be read as the role suggests; an empty one always can.
func plausible(r record.Role, value string) bool {
	if value == "" {
		return true
	}
	number := func(limit float64) bool {
		v, err := strconv.ParseFloat(value, 64)
		return err == nil && math.Abs(v) <= limit
	}
	switch r {
	case record.RoleLat:
		return number(90)
	case record.RoleLon:
		return number(360)
	case record.RoleBest, record.RoleLow, record.RoleHigh, record.RoleInjured:
		return number(1e9)
	case record.RoleYear:
		_, _, ok := cell.ParseDate(value, []record.DateOrder{record.DateYear})
		return ok
	case record.RoleDate, record.RoleDateEnd, record.RoleSourceDate:
		_, _, ok := cell.ParseDate(value, guessDates(value))
		return ok
	case record.RoleNote, record.RoleCountry, record.RoleSource:
		return !number(math.Inf(1))
	}
	return true
}

// guessDates puts the month first only where a value can be read in no other way.
func guessDates(value string) []record.DateOrder {
	if value == "" {
		return anyDates
	}
	try := func(orders ...record.DateOrder) bool { _, _, ok := cell.ParseDate(value, orders); return ok }
	switch {
	case try(anyDates...):
		return anyDates
	case try(record.DateMDY):
		return []record.DateOrder{record.DateISO, record.DateMDY, record.DateDMonY}
	case try(record.DateYearMonth):
		return []record.DateOrder{record.DateISO, record.DateYearMonth, record.DateYear}
	case len(value) == 4 && try(record.DateYear):
		return []record.DateOrder{record.DateISO, record.DateYear}
	case try(record.DateUnix):
		return []record.DateOrder{record.DateUnix}
	case try(record.DateExcel):
		return []record.DateOrder{record.DateExcel}
	}
	return anyDates
}
