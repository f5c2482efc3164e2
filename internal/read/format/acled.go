package format

import (
	"strconv"

	"github.com/assaydata/assay/internal/record"
)

// acled is the codebook of the Armed Conflict Location & Event Data Project (Raleigh et al. 2010,
// 10.1177/0022343310378914), all layouts from version 1 to 2025. Aliases ending in a cut word are names of shapefiles.
var acled = newBook("acled", "ACLED", acledIdentity, acledWhat, acledWhere, acledSource)

var acledIdentity = []record.Field{
	{Name: "event_id_cnty", Aliases: []string{"event_id_c"}, Role: record.RoleID, Type: record.TypeID, Required: true, Doc: "identifier: ACLED's own country code and a number; not stable before 2018"},
	{Name: "event_id_no_cnty", Aliases: []string{"event_id_n"}, Type: record.TypeSerial, Doc: "number of the event within its country or release"},
	{Name: "data_id", Type: record.TypeSerial, Doc: "serial number of the export; changes with every export"},
	{Name: "event_date", Aliases: []string{"event_dat"}, Role: record.RoleDate, Type: record.TypeDate, Dates: acledDates, Required: true, Doc: "day of the event, day before month"},
	{Name: "year", Role: record.RoleYear, Type: record.TypeInt, Doc: "year of the event"},
	{Name: "time_precision", Aliases: []string{"time_preci"}, Role: record.RoleTimePrec, Type: record.TypeCode, Codes: codes("1=the day is known", "2=within a week or so", "3=within a month, placed at mid-month"), Required: true, Doc: "precision of the date"},
	{Name: "timestamp", Type: record.TypeSerial, Doc: "Unix seconds of the last edit of the row, not of the event"},
}

var acledWhat = []record.Field{
	{Name: "disorder_type", Aliases: []string{"disorder_t"}, Type: record.TypeEnum, Codes: codes("Political violence", "Demonstrations", "Strategic developments", "Political violence; Demonstrations"), Doc: "broad category"},
	{Name: "event_type", Role: record.RoleKind, Type: record.TypeEnum, Codes: acledEventTypes, Required: true, Doc: "kind of event"},
	{Name: "sub_event_type", Aliases: []string{"sub_event_"}, Role: record.RoleSubkind, Type: record.TypeEnum, Codes: acledSubEventTypes, Doc: "kind of event, finer"},
	{Name: "actor1", Role: record.RoleActor1, Type: record.TypeLabel, Required: true, Doc: "first actor; the order says nothing about who attacked"},
	{Name: "assoc_actor_1", Aliases: []string{"ally_actor_1", "ally_actor", "assoc_acto"}, Role: record.RoleAlly1, Type: record.TypeLabel, Separator: ";", Doc: "actors on the side of actor1"},
	{Name: "inter1", Type: record.TypeCode, Codes: acledInter, Doc: "sort of actor1"},
	{Name: "actor2", Role: record.RoleActor2, Type: record.TypeLabel, Doc: "second actor, empty in a one-sided event"},
	{Name: "assoc_actor_2", Aliases: []string{"ally_actor_2", "ally_act_1", "assoc_ac_1"}, Role: record.RoleAlly2, Type: record.TypeLabel, Separator: ";", Doc: "actors on the side of actor2"},
	{Name: "inter2", Type: record.TypeCode, Codes: acledInter, Doc: "sort of actor2"},
	{Name: "interaction", Aliases: []string{"interactio"}, Type: record.TypeCode, Codes: acledInteractions(), Open: true, Doc: "the two sorts of actors, the smaller code first"},
	{Name: "actor1_id", Type: record.TypeCode, Doc: "number of actor1 in the dyadic release"},
	{Name: "actor2_id", Type: record.TypeCode, Doc: "number of actor2 in the dyadic release"},
	{Name: "actor_dyad_id", Type: record.TypeLabel, Doc: "number of the pair of actors in the dyadic release"},
	{Name: "civilian_targeting", Aliases: []string{"civilian_t"}, Type: record.TypeEnum, Codes: codes("Civilian targeting"), Doc: "civilians were the main target"},
	{Name: "fatalities", Role: record.RoleBest, Type: record.TypeInt, Required: true, Doc: "reported deaths; 0 means none or not reported"},
	{Name: "population_best", Type: record.TypeNumber, Doc: "estimated population exposed"},
	{Name: "population_1km", Type: record.TypeNumber, Doc: "estimated population within 1 km"},
	{Name: "population_2km", Type: record.TypeNumber, Doc: "estimated population within 2 km"},
	{Name: "population_5km", Type: record.TypeNumber, Doc: "estimated population within 5 km"},
}

var acledWhere = []record.Field{
	{Name: "country", Role: record.RoleCountry, Type: record.TypeLabel, Required: true, Doc: "country of the event"},
	{Name: "iso", Role: record.RoleCountryCode, Type: record.TypeCode, Doc: "ISO 3166-1 numeric code of the country"},
	{Name: "gwno", Role: record.RoleCountryCode, Type: record.TypeCode, Doc: "Gleditsch and Ward number of the country"},
	{Name: "iso3", Role: record.RoleCountryCode, Type: record.TypeLabel, Doc: "ISO 3166-1 three-letter code of the country"},
	{Name: "region", Type: record.TypeLabel, Doc: "region of the world"},
	{Name: "admin1", Role: record.RoleAdmin1, Type: record.TypeLabel, Doc: "first-order division"},
	{Name: "admin2", Role: record.RoleAdmin2, Type: record.TypeLabel, Doc: "second-order division"},
	{Name: "admin3", Role: record.RoleAdmin3, Type: record.TypeLabel, Doc: "third-order division, often wholly empty"},
	{Name: "location", Role: record.RolePlace, Type: record.TypeLabel, Doc: "name of the place"},
	{Name: "latitude", Role: record.RoleLat, Type: record.TypeCoord, Required: true, Doc: "degrees north"},
	{Name: "longitude", Role: record.RoleLon, Type: record.TypeCoord, Required: true, Doc: "degrees east"},
	{Name: "geo_precision", Aliases: []string{"geo_precis"}, Role: record.RolePlacePrec, Type: record.TypeCode, Codes: codes("1=a named town", "2=a small area, or near a town; placed on a town", "3=a larger region; placed on a feature or the provincial capital"), Required: true, Doc: "precision of the point"},
}

var acledSource = []record.Field{
	{Name: "source", Role: record.RoleSource, Type: record.TypeLabel, Separator: ";", Doc: "names of the sources"},
	{Name: "source_scale", Aliases: []string{"source_sca"}, Type: record.TypeLabel, Separator: "-", Doc: "reach of the sources"},
	{Name: "notes", Role: record.RoleNote, Type: record.TypeText, Doc: "description of the event"},
	{Name: "tags", Type: record.TypeLabel, Separator: ";", Doc: "structured remarks"},
}

var acledDates = []record.DateOrder{record.DateISO, record.DateDMY, record.DateDMonY}

// acledStumpDate is the date of the shapefile layout, where EVENT_DATE became "timestamp".
var acledStumpDate = func() *record.Field {
	f := *acled.index["event_date"]
	f.Dates = append(append([]record.DateOrder{}, acledDates...), record.DateUnix)
	return &f
}()

// acledWordyInteraction is the interaction of exports that write it in words. No complete list of those is known.
var acledWordyInteraction = func() *record.Field {
	f := *acled.index["interaction"]
	f.Type = record.TypeEnum
	return &f
}()

var acledEventTypes = codes(
	"Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots", "Strategic developments",
	// to 2018
	"Riots/Protests", "Battle-No change of territory", "Remote violence", "Strategic development",
	"Battle-Government regains territory", "Non-violent transfer of territory", "Battle-Non-state actor overtakes territory",
	"Headquarters or base established", "Non-violent activity by a conflict actor",
)

var acledSubEventTypes = codes(
	"Armed clash", "Government regains territory", "Non-state actor overtakes territory",
	"Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade",
	"Peaceful protest", "Protest with intervention", "Excessive force against protesters",
	"Violent demonstration", "Mob violence",
	"Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
	"Looting/property destruction", "Non-violent transfer of territory", "Other",
	"Sexual violence", "Attack", "Abduction/forced disappearance",
)

// acledActorSorts are the codes of inter1 and inter2 with the words that stand for them in exports of 2025.
var acledActorSorts = [...]string{
	"none", "State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians",
	"External/Other forces",
}

var acledInter = func() []record.Code {
	var list []record.Code
	for n, name := range acledActorSorts {
		list = append(list, record.Code{Value: strconv.Itoa(n), Meaning: name})
	}
	for _, name := range acledActorSorts[1:] {
		list = append(list, record.Code{Value: name})
	}
	return list
}()

// acledInteractions lists the pairs: "13", a sole actor "30", and the forms in words, of which no complete list is known.
func acledInteractions() []record.Code {
	var list []record.Code
	for a := 1; a < len(acledActorSorts); a++ {
		list = append(list, record.Code{Value: strconv.Itoa(10 * a), Meaning: acledActorSorts[a] + " alone"})
		for b := a; b < len(acledActorSorts); b++ {
			list = append(list, record.Code{Value: strconv.Itoa(10*a + b), Meaning: acledActorSorts[a] + " and " + acledActorSorts[b]})
		}
	}
	for a := 1; a < len(acledActorSorts); a++ {
		list = append(list, record.Code{Value: acledActorSorts[a] + " only"}, record.Code{Value: acledActorSorts[a]})
		for b := a; b < len(acledActorSorts); b++ {
			list = append(list, record.Code{Value: acledActorSorts[a] + "-" + acledActorSorts[b]})
		}
	}
	return list
}
