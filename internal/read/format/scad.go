package format

import "github.com/assaydata/assay/internal/record"

// scad is the codebook of the Social Conflict Analysis Database (Salehyan et al. 2012, 10.1080/03050629.2012.697426),
// releases 3.0-3.3. One row is one place of an event; all columns but ilocal, sublocal, gislocnum and the point describe the
// whole event and are repeated.
var scad = newBook("scad", "SCAD", scadTime, scadWhat, scadPlace, scadSource)

var scadDates = []record.DateOrder{record.DateDMonY, record.DateISO}

var scadTime = []record.Field{
	{Name: "eventid", Role: record.RoleID, Type: record.TypeID, Required: true, Doc: "identifier: ccode and id; repeated for each place of an event; negative for a placeholder of an armed conflict"},
	{Name: "id", Type: record.TypeInt, Negative: true, Doc: "number of the event within its country"},
	{Name: "startdate", Role: record.RoleDate, Type: record.TypeDate, Dates: scadDates, Required: true, Doc: "first day of the event"},
	{Name: "enddate", Role: record.RoleDateEnd, Type: record.TypeDate, Dates: scadDates, Required: true, Doc: "last day of the event"},
	{Name: "duration", Type: record.TypeInt, Doc: "days from the first to the last, both counted"},
	{Name: "stday", Type: record.TypeCode, Codes: span(1, 31), Doc: "day of the month of the first day"},
	{Name: "stmo", Type: record.TypeCode, Codes: span(1, 12), Doc: "month of the first day"},
	{Name: "styr", Role: record.RoleYear, Type: record.TypeInt, Doc: "year of the first day"},
	{Name: "eday", Type: record.TypeCode, Codes: span(1, 31), Doc: "day of the month of the last day"},
	{Name: "emo", Type: record.TypeCode, Codes: span(1, 12), Doc: "month of the last day"},
	{Name: "eyr", Type: record.TypeInt, Doc: "year of the last day"},
}

var scadWhat = []record.Field{
	{Name: "etype", Role: record.RoleKind, Type: record.TypeCode, Codes: scadTypes, Missing: codes("-9=placeholder of an armed conflict, not an event"), Required: true, Doc: "kind of event"},
	{Name: "escalation", Type: record.TypeCode, Codes: append(codes("0=did not change its kind"), scadTypes...), Doc: "kind of event that it turned into"},
	{Name: "actor1", Role: record.RoleActor1, Type: record.TypeLabel, Required: true, Doc: "first actor"},
	{Name: "actor2", Role: record.RoleAlly1, Type: record.TypeLabel, Doc: "second actor on the same side"},
	{Name: "actor3", Type: record.TypeLabel, Doc: "third actor on the same side"},
	{Name: "target1", Role: record.RoleTarget, Type: record.TypeLabel, Persons: true, Doc: "first target"},
	{Name: "target2", Type: record.TypeLabel, Persons: true, Doc: "second target"},
	{Name: "cgovtarget", Type: record.TypeCode, Codes: yesNo, Doc: "the central government was a target"},
	{Name: "rgovtarget", Type: record.TypeCode, Codes: yesNo, Doc: "a regional government was a target"},
	{Name: "npart", Type: record.TypeCode, Codes: codes("1=under 10", "2=11-100", "3=101-1,000", "4=1,001-10,000", "5=10,001-100,000", "6=100,001-1 million", "7=over 1 million"), Missing: unknown99, Doc: "number of participants, by size"},
	{Name: "ndeath", Role: record.RoleBest, Type: record.TypeInt, Missing: codes("-99=unknown", "-88=unknown, probably under 10", "-77=unknown, probably 10 or more"), Doc: "best estimate of the deaths of the whole event"},
	{Name: "repress", Type: record.TypeCode, Codes: codes("0=none", "1=not lethal", "2=lethal"), Doc: "repression by the government"},
	{Name: "issue1", Type: record.TypeCode, Codes: scadIssues, Doc: "first issue of the conflict"},
	{Name: "issue2", Type: record.TypeCode, Codes: scadIssues, Doc: "second issue of the conflict"},
	{Name: "issue3", Type: record.TypeCode, Codes: scadIssues, Doc: "third issue of the conflict"},
	{Name: "acd_questionable", Type: record.TypeCode, Codes: codes("0=no", "1=may belong to an armed conflict"), Doc: "may belong to an armed conflict"},
	{Name: "female_event", Type: record.TypeCode, Codes: yesNo, Doc: "women's issues or participation"},
	{Name: "lgbtq_issue", Type: record.TypeCode, Codes: yesNo, Doc: "issues of sexual minorities"},
}

var scadPlace = []record.Field{
	{Name: "ccode", Role: record.RoleCountryCode, Type: record.TypeCode, Doc: "Correlates of War number of the country"},
	{Name: "countryname", Role: record.RoleCountry, Type: record.TypeLabel, Required: true, Doc: "country of the event"},
	{Name: "gislocnum", Role: record.RolePlacePrec, Type: record.TypeCode, Codes: append(append(codes(), scadLocations...), codes("8=nationwide, not in the codebook")...), Missing: unknown99, Doc: "sort of place of this row"},
	{Name: "locnum", Role: record.RolePlacePrec, Type: record.TypeCode, Codes: scadLocations, Missing: unknown99, Doc: "sort of place of the whole event"},
	{Name: "ilocal", Role: record.RolePlace, Type: record.TypeLabel, Doc: "place of this row"},
	{Name: "elocal", Role: record.RolePlace, Type: record.TypeLabel, Doc: "all places of the event"},
	{Name: "sublocal", Role: record.RoleSeries, Type: record.TypeInt, Doc: "number of this place among the places of the event"},
	{Name: "latitude", Role: record.RoleLat, Type: record.TypeCoord, Required: true, Doc: "degrees north"},
	{Name: "longitude", Role: record.RoleLon, Type: record.TypeCoord, Required: true, Doc: "degrees east"},
	{Name: "geo_comments", Type: record.TypeText, Doc: "why the point is an estimate"},
	{Name: "location_precision", Type: record.TypeEnum, Codes: codes("no=the point is an estimate", "No=the point is an estimate"), Open: true, Doc: "no = the point is an estimate"},
}

var scadSource = []record.Field{
	{Name: "issuenote", Role: record.RoleNote, Type: record.TypeText, Doc: "description of the event"},
	{Name: "nsource", Role: record.RoleSource, Type: record.TypeEnum, Codes: codes("AP=Associated Press", "AFP=Agence France Presse", "Both=both", "both=both"), Open: true, Doc: "news agency that carried the report"},
	{Name: "notes", Type: record.TypeText, Doc: "remarks of the coder"},
	{Name: "coder", Type: record.TypeLabel, Doc: "initials of the coder"},
}

var (
	scadTypes = codes("1=organised demonstration", "2=spontaneous demonstration", "3=organised violent riot",
		"4=spontaneous violent riot", "5=general strike", "6=limited strike", "7=pro-government violence",
		"8=anti-government violence", "9=extra-government violence", "10=intra-government violence")
	scadLocations = codes("1=capital", "2=other city over 100,000", "3=rural or small town", "4=several urban places",
		"5=several rural places", "6=province only, its centre", "7=nationwide, centroid of the country")
	scadIssues = append(span(1, 13), record.Code{Value: "14", Meaning: "unknown"})
)
