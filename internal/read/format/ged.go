package format

import "github.com/assaydata/assay/internal/record"

// ged is the codebook of the UCDP Georeferenced Event Dataset (Sundberg and Melander 2013, 10.1177/0022343313484347),
// releases 2.x to 25.1 and the candidate releases.
var ged = newBook("ged", "UCDP GED", gedIdentity, gedSides, gedSource, gedWhere, gedDeaths)

// gedHeader is the 49 names of releases from 20.1 in their order, for candidate files without a header.
var gedHeader = []string{
	"id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
	"conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
	"side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
	"source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
	"latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec",
	"date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low",
	"gwnoa", "gwnob",
}

var gedIdentity = []record.Field{
	{Name: "id", Role: record.RoleID, Type: record.TypeID, Required: true, Doc: "identifier of the event, stable over releases"},
	{Name: "relid", Type: record.TypeID, Doc: "identifier in words: country, year, type, dyad, number"},
	{Name: "year", Role: record.RoleYear, Type: record.TypeInt, Doc: "year of the event"},
	{Name: "start_year", Type: record.TypeInt, Doc: "year of the first day, added by humanitarian copies"},
	{Name: "end_year", Type: record.TypeInt, Doc: "year of the last day, added by humanitarian copies"},
	{Name: "active_year", Type: record.TypeCode, Codes: codes("0=the conflict does not count as active that year", "1=the conflict counts as active that year"), Doc: "the conflict counts as active in the year"},
	{Name: "code_status", Type: record.TypeEnum, Codes: codes("Clear"), Open: true, Doc: "state of the coding"},
	{Name: "type_of_violence", Role: record.RoleKind, Type: record.TypeCode, Codes: codes("1=state-based conflict", "2=non-state conflict", "3=one-sided violence"), Required: true, Doc: "kind of violence"},
	{Name: "event_clarity", Type: record.TypeCode, Codes: codes("1=reported clearly enough to stand as one event", "2=not: a summary of several"), Doc: "clearness of the report"},
	{Name: "date_start", Role: record.RoleDate, Type: record.TypeDate, Dates: isoDates, Required: true, Doc: "earliest possible day"},
	{Name: "date_end", Role: record.RoleDateEnd, Type: record.TypeDate, Dates: isoDates, Required: true, Doc: "latest possible day"},
	{Name: "date_prec", Role: record.RoleTimePrec, Type: record.TypeCode, Codes: codes("1=the day is known", "2=a range of 2-6 days", "3=a week", "4=a month", "5=more than a month, up to a year"), Required: true, Doc: "precision of the dates"},
}

var gedSides = []record.Field{
	{Name: "conflict_dset_id", Type: record.TypeLabel, Doc: "old number of the conflict"},
	{Name: "conflict_new_id", Type: record.TypeCode, Doc: "number of the conflict"},
	{Name: "conflict_name", Type: record.TypeLabel, Doc: "name of the conflict"},
	{Name: "dyad_dset_id", Type: record.TypeLabel, Doc: "old number of the dyad"},
	{Name: "dyad_new_id", Type: record.TypeCode, Doc: "number of the dyad"},
	{Name: "dyad_name", Type: record.TypeLabel, Doc: "name of the dyad: side a - side b"},
	{Name: "side_a_dset_id", Type: record.TypeLabel, Doc: "old number of side a"},
	{Name: "side_a_new_id", Type: record.TypeCode, Doc: "number of side a"},
	{Name: "side_a", Role: record.RoleActor1, Type: record.TypeLabel, Required: true, Doc: "side a; a government always is side a in state-based conflict, so this is not the aggressor"},
	{Name: "side_b_dset_id", Type: record.TypeLabel, Doc: "old number of side b"},
	{Name: "side_b_new_id", Type: record.TypeCode, Doc: "number of side b"},
	{Name: "side_b", Role: record.RoleActor2, Type: record.TypeLabel, Required: true, Doc: "side b; Civilians in one-sided violence"},
	{Name: "gwnoa", Type: record.TypeLabel, Separator: ";", Doc: "Gleditsch and Ward number of side a, where it is a government"},
	{Name: "gwnob", Type: record.TypeLabel, Separator: ";", Doc: "Gleditsch and Ward number of side b, where it is a government"},
}

var gedSource = []record.Field{
	{Name: "number_of_sources", Type: record.TypeInt, Missing: codes("-1=coded before sources were structured"), Doc: "number of reports"},
	{Name: "source_article", Role: record.RoleArticle, Type: record.TypeText, Separator: ";", Doc: `reports, each "office,date,headline"; free text on rows coded before sources were structured`},
	{Name: "source_office", Role: record.RoleSource, Type: record.TypeLabel, Separator: ";", Doc: "publishers of the reports"},
	{Name: "source_date", Role: record.RoleSourceDate, Type: record.TypeDate, Dates: []record.DateOrder{record.DateISO, record.DateSerial}, Missing: codes("1753-01-01=null of a database"), Separator: ";", Doc: "dates of the reports"},
	{Name: "source_headline", Type: record.TypeText, Separator: ";", Doc: "headlines of the reports"},
	{Name: "source_original", Type: record.TypeText, Doc: "who said it: witness, army, rebels"},
}

var gedWhere = []record.Field{
	{Name: "where_prec", Role: record.RolePlacePrec, Type: record.TypeCode, Codes: codes("1=exact place", "2=limited area around a place", "3=second-order division, its centroid", "4=first-order division, its centroid", "5=larger than a first-order division, a line or a border: representative point", "6=country only, its centroid", "7=international waters or airspace"), Required: true, Doc: "precision of the point"},
	{Name: "where_coordinates", Role: record.RolePlace, Type: record.TypeLabel, Doc: "name of the place to which the point belongs"},
	{Name: "where_description", Type: record.TypeText, Doc: "place in the words of the source"},
	{Name: "adm_1", Role: record.RoleAdmin1, Type: record.TypeLabel, Doc: "first-order division"},
	{Name: "adm_2", Role: record.RoleAdmin2, Type: record.TypeLabel, Doc: "second-order division"},
	{Name: "latitude", Role: record.RoleLat, Type: record.TypeCoord, Required: true, Doc: "degrees north"},
	{Name: "longitude", Role: record.RoleLon, Type: record.TypeCoord, Required: true, Doc: "degrees east"},
	{Name: "geom_wkt", Type: record.TypeText, Doc: "the point as text"},
	{Name: "geom", Type: record.TypeText, Doc: "the point in the binary form of a database"},
	{Name: "priogrid_gid", Type: record.TypeSerial, Doc: "cell of the PRIO-GRID"},
	{Name: "country", Role: record.RoleCountry, Type: record.TypeLabel, Required: true, Doc: "country of the event"},
	{Name: "country_id", Role: record.RoleCountryCode, Type: record.TypeCode, Doc: "Gleditsch and Ward number of the country"},
	{Name: "iso3", Type: record.TypeLabel, Doc: "ISO 3166-1 three-letter code, added by humanitarian copies"},
	{Name: "region", Type: record.TypeEnum, Codes: codes("Africa", "Americas", "Asia", "Europe", "Middle East"), Doc: "region of the world"},
}

var gedDeaths = []record.Field{
	{Name: "deaths_a", Type: record.TypeInt, Doc: "deaths on side a"},
	{Name: "deaths_b", Type: record.TypeInt, Doc: "deaths on side b"},
	{Name: "deaths_civilians", Type: record.TypeInt, Doc: "deaths of civilians"},
	{Name: "deaths_unknown", Type: record.TypeInt, Doc: "deaths of persons of unknown status"},
	{Name: "best", Aliases: []string{"best_est"}, Role: record.RoleBest, Type: record.TypeInt, Required: true, Doc: "best estimate of deaths: the sum over the sides"},
	{Name: "low", Aliases: []string{"low_est"}, Role: record.RoleLow, Type: record.TypeInt, Doc: "low estimate of deaths"},
	{Name: "high", Aliases: []string{"high_est"}, Role: record.RoleHigh, Type: record.TypeInt, Doc: "high estimate of deaths"},
}
