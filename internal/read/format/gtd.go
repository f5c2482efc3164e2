package format

import (
	"strconv"

	"github.com/assaydata/assay/internal/record"
)

// gtd is the codebook of the Global Terrorism Database (LaFree and Dugan 2007, 10.1080/09546550701246817): the 135 columns
// of the releases of 2016-2018.
var gtd = newBook("gtd", "GTD", gtdTime, gtdPlace, gtdCriteria, gtdWhat(), gtdGroups, gtdClaims(), gtdWeapons(), gtdLosses, gtdHostages, gtdSource)

// flag is a yes/no column in which -9 means unknown.
func flag(name, doc string) record.Field {
	return record.Field{Name: name, Type: record.TypeCode, Codes: yesNo, Missing: unknown9, Doc: doc}
}

// texts is the column of the words that belong to a column of codes. Releases changed some of the words, so that the
// list stays open.
func texts(name, doc string, list []record.Code) record.Field {
	words := make([]record.Code, 0, len(list))
	for _, c := range list {
		words = append(words, record.Code{Value: c.Meaning})
	}
	return record.Field{Name: name, Type: record.TypeEnum, Codes: words, Open: true, Doc: doc}
}

func counted(name, doc string) record.Field {
	return record.Field{Name: name, Type: record.TypeNumber, Missing: unknown99, Doc: doc}
}

var gtdTime = []record.Field{
	{Name: "eventid", Role: record.RoleID, Type: record.TypeID, Required: true, Doc: "identifier: the day on which the case was opened and a serial number"},
	{Name: "iyear", Role: record.RoleYear, Type: record.TypeInt, Required: true, Doc: "year of the event"},
	{Name: "imonth", Type: record.TypeCode, Codes: span(1, 12), Missing: codes("0=unknown month"), Doc: "month of the event"},
	{Name: "iday", Type: record.TypeCode, Codes: span(1, 31), Missing: codes("0=unknown day"), Doc: "day of the event"},
	{Name: "approxdate", Type: record.TypeLabel, Doc: "range in words where the day is not known"},
	{Name: "extended", Type: record.TypeCode, Codes: yesNo, Doc: "lasted longer than 24 hours"},
	{Name: "resolution", Role: record.RoleDateEnd, Type: record.TypeDate, Dates: []record.DateOrder{record.DateISO, record.DateMDY}, Doc: "last day of an extended event, month before day"},
}

var gtdPlace = []record.Field{
	{Name: "country", Role: record.RoleCountryCode, Type: record.TypeCode, Doc: "GTD's own number of the country"},
	{Name: "country_txt", Role: record.RoleCountry, Type: record.TypeLabel, Required: true, Doc: "country of the event"},
	{Name: "region", Type: record.TypeCode, Codes: gtdRegions, Doc: "region of the world"},
	texts("region_txt", "region of the world in words", gtdRegions),
	{Name: "provstate", Role: record.RoleAdmin1, Type: record.TypeLabel, Missing: codes("Unknown=unknown", "unknown=unknown"), Doc: "first-order division at the time of the event"},
	{Name: "city", Role: record.RolePlace, Type: record.TypeLabel, Missing: codes("Unknown=unknown", "unknown=unknown"), Doc: "city, village or town"},
	{Name: "latitude", Role: record.RoleLat, Type: record.TypeCoord, Doc: "degrees north"},
	{Name: "longitude", Role: record.RoleLon, Type: record.TypeCoord, Doc: "degrees east"},
	{Name: "specificity", Role: record.RolePlacePrec, Type: record.TypeCode, Codes: codes("1=the city and its point", "2=a city without point: centroid of the smallest division found", "3=not in a city: centroid of the smallest division", "4=centre of the first-order division", "5=first-order division unknown, no point"), Doc: "precision of the point"},
	flag("vicinity", "near the city rather than in it"),
	{Name: "location", Type: record.TypeText, Doc: "further words on the place"},
	{Name: "summary", Role: record.RoleNote, Type: record.TypeText, Doc: "description of the event; opens with the date, month first"},
}

var gtdCriteria = []record.Field{
	{Name: "crit1", Type: record.TypeCode, Codes: yesNo, Doc: "political, economic, religious or social goal"},
	{Name: "crit2", Type: record.TypeCode, Codes: yesNo, Doc: "intention to coerce, intimidate or publicise"},
	{Name: "crit3", Type: record.TypeCode, Codes: yesNo, Doc: "outside international humanitarian law"},
	{Name: "doubtterr", Type: record.TypeCode, Codes: yesNo, Missing: codes("-9=coded before the field existed"), Doc: "doubt that the event is terrorism"},
	{Name: "alternative", Type: record.TypeCode, Codes: gtdAlternatives, Doc: "what else it may be, where doubtterr is 1"},
	texts("alternative_txt", "what else it may be, in words", gtdAlternatives),
	{Name: "multiple", Type: record.TypeCode, Codes: yesNo, Doc: "part of a coordinated series"},
	{Name: "related", Role: record.RoleSeries, Type: record.TypeText, Separator: ",", Doc: "identifiers of the other events of the series"},
	{Name: "success", Type: record.TypeCode, Codes: yesNo, Doc: "0 = foiled or failed, by type of attack"},
	{Name: "suicide", Type: record.TypeCode, Codes: yesNo, Doc: "suicide attack"},
	flag("int_log", "perpetrators crossed a border"),
	flag("int_ideo", "perpetrators and target differ in nationality"),
	flag("int_misc", "place and nationality of the target differ"),
	flag("int_any", "international in any of these ways"),
}

// gtdWhat is up to three types of attack and three targets.
func gtdWhat() []record.Field {
	var list []record.Field
	for n := 1; n <= 3; n++ {
		i := strconv.Itoa(n)
		words, code := texts("attacktype"+i+"_txt", "type of attack in words", gtdAttacks), record.Field{Name: "attacktype" + i, Type: record.TypeCode, Codes: gtdAttacks, Doc: "type of attack"}
		kind, target := texts("targtype"+i+"_txt", "sort of target in words", gtdTargets), record.Field{Name: "target" + i, Type: record.TypeLabel, Persons: true, Doc: "person, building or installation that was attacked"}
		if n == 1 {
			words.Role, code.Role, target.Role, kind.Role = record.RoleKind, record.RoleKind, record.RoleTarget, record.RoleTarget
		}
		list = append(list,
			words, code, target, kind,
			record.Field{Name: "targtype" + i, Type: record.TypeCode, Codes: gtdTargets, Doc: "sort of target"},
			record.Field{Name: "targsubtype" + i, Type: record.TypeCode, Codes: span(1, 113), Doc: "sort of target, finer"},
			record.Field{Name: "targsubtype" + i + "_txt", Type: record.TypeLabel, Doc: "sort of target in words, finer"},
			record.Field{Name: "corp" + i, Type: record.TypeLabel, Doc: "organisation or agency that was attacked"},
			record.Field{Name: "natlty" + i, Type: record.TypeCode, Doc: "GTD's own number of the target's nationality"},
			record.Field{Name: "natlty" + i + "_txt", Type: record.TypeLabel, Doc: "nationality of the target"},
		)
	}
	return list
}

var gtdGroups = []record.Field{
	{Name: "gname", Role: record.RoleActor1, Type: record.TypeLabel, Missing: codes("Unknown=nobody is named"), Doc: "group to which the attack is attributed"},
	{Name: "gsubname", Type: record.TypeLabel, Doc: "faction of the group"},
	{Name: "gname2", Role: record.RoleAlly1, Type: record.TypeLabel, Doc: "second group"},
	{Name: "gsubname2", Type: record.TypeLabel, Doc: "faction of the second group"},
	{Name: "gname3", Type: record.TypeLabel, Doc: "third group"},
	{Name: "gsubname3", Type: record.TypeLabel, Doc: "faction of the third group"},
	{Name: "motive", Type: record.TypeText, Doc: "motive as far as reported"},
	{Name: "guncertain1", Type: record.TypeCode, Codes: yesNo, Doc: "the attribution to gname is suspicion only"},
	{Name: "guncertain2", Type: record.TypeCode, Codes: yesNo, Doc: "the attribution to gname2 is suspicion only"},
	{Name: "guncertain3", Type: record.TypeCode, Codes: yesNo, Doc: "the attribution to gname3 is suspicion only"},
	{Name: "individual", Type: record.TypeCode, Codes: yesNo, Doc: "person without affiliation to a group"},
	counted("nperps", "number of perpetrators"),
	counted("nperpcap", "number of perpetrators captured"),
}

func gtdClaims() []record.Field {
	list := []record.Field{flag("claimed", "a group claimed the attack")}
	for _, s := range []string{"", "2", "3"} {
		if s != "" {
			list = append(list, flag("claim"+s, "group "+s+" claimed the attack"))
		}
		list = append(list,
			record.Field{Name: "claimmode" + s, Type: record.TypeCode, Codes: gtdClaimModes, Doc: "how it was claimed"},
			texts("claimmode"+s+"_txt", "how it was claimed, in words", gtdClaimModes))
	}
	return append(list, flag("compclaim", "competing claims"))
}

func gtdWeapons() []record.Field {
	var list []record.Field
	for n := 1; n <= 4; n++ {
		i := strconv.Itoa(n)
		words := texts("weaptype"+i+"_txt", "weapon in words", gtdWeaponTypes)
		if n == 1 {
			words.Role = record.RoleWeapon
		}
		list = append(list,
			words,
			record.Field{Name: "weaptype" + i, Type: record.TypeCode, Codes: gtdWeaponTypes, Doc: "weapon"},
			record.Field{Name: "weapsubtype" + i, Type: record.TypeCode, Codes: span(1, 31), Doc: "weapon, finer"},
			record.Field{Name: "weapsubtype" + i + "_txt", Type: record.TypeLabel, Doc: "weapon in words, finer"})
	}
	return append(list, record.Field{Name: "weapdetail", Type: record.TypeText, Doc: "further words on the weapon"})
}

var gtdLosses = []record.Field{
	{Name: "nkill", Role: record.RoleBest, Type: record.TypeNumber, Doc: "deaths, perpetrators included; fractional where one total is shared over related events; empty is not 0"},
	{Name: "nkillus", Type: record.TypeNumber, Doc: "deaths of citizens of the United States"},
	{Name: "nkillter", Type: record.TypeNumber, Doc: "deaths of perpetrators"},
	{Name: "nwound", Role: record.RoleInjured, Type: record.TypeNumber, Doc: "injured, perpetrators included"},
	{Name: "nwoundus", Type: record.TypeNumber, Doc: "injured citizens of the United States"},
	{Name: "nwoundte", Type: record.TypeNumber, Doc: "injured perpetrators"},
	flag("property", "damage to property"),
	{Name: "propextent", Type: record.TypeCode, Codes: gtdExtents, Doc: "extent of the damage"},
	texts("propextent_txt", "extent of the damage in words", gtdExtents),
	counted("propvalue", "value of the damage in US dollars"),
	{Name: "propcomment", Type: record.TypeText, Doc: "further words on the damage"},
}

var gtdHostages = []record.Field{
	flag("ishostkid", "hostages were taken or persons kidnapped"),
	counted("nhostkid", "number of hostages"),
	counted("nhostkidus", "number of hostages from the United States"),
	counted("nhours", "hours of captivity, where under a day"),
	counted("ndays", "days of captivity"),
	{Name: "divert", Type: record.TypeLabel, Doc: "country to which a hijacked vehicle was diverted"},
	{Name: "kidhijcountry", Type: record.TypeLabel, Doc: "country in which the kidnapping or hijacking ended"},
	flag("ransom", "ransom was demanded"),
	counted("ransomamt", "ransom demanded in US dollars"),
	counted("ransomamtus", "ransom demanded from sources in the United States"),
	counted("ransompaid", "ransom paid in US dollars"),
	counted("ransompaidus", "ransom paid by sources in the United States"),
	{Name: "ransomnote", Type: record.TypeText, Doc: "further words on the ransom"},
	{Name: "hostkidoutcome", Type: record.TypeCode, Codes: gtdOutcomes, Doc: "what became of the hostages"},
	texts("hostkidoutcome_txt", "what became of the hostages, in words", gtdOutcomes),
	counted("nreleased", "number of hostages who survived"),
}

var gtdSource = []record.Field{
	{Name: "addnotes", Type: record.TypeText, Doc: "further notes"},
	{Name: "scite1", Role: record.RoleArticle, Type: record.TypeText, Doc: "first citation: outlet, headline, date"},
	{Name: "scite2", Type: record.TypeText, Doc: "second citation"},
	{Name: "scite3", Type: record.TypeText, Doc: "third citation"},
	{Name: "dbsource", Type: record.TypeLabel, Doc: "project that collected the row"},
}

var (
	gtdRegions = codes("1=North America", "2=Central America & Caribbean", "3=South America", "4=East Asia", "5=Southeast Asia",
		"6=South Asia", "7=Central Asia", "8=Western Europe", "9=Eastern Europe", "10=Middle East & North Africa",
		"11=Sub-Saharan Africa", "12=Australasia & Oceania")
	gtdAlternatives = codes("1=Insurgency/Guerilla Action", "2=Other Crime Type", "3=Inter/Intra-Group Conflict",
		"4=Lack of Intentionality", "5=State Actors")
	gtdAttacks = codes("1=Assassination", "2=Armed Assault", "3=Bombing/Explosion", "4=Hijacking",
		"5=Hostage Taking (Barricade Incident)", "6=Hostage Taking (Kidnapping)", "7=Facility/Infrastructure Attack",
		"8=Unarmed Assault", "9=Unknown")
	gtdTargets = codes("1=Business", "2=Government (General)", "3=Police", "4=Military", "5=Abortion Related",
		"6=Airports & Aircraft", "7=Government (Diplomatic)", "8=Educational Institution", "9=Food or Water Supply",
		"10=Journalists & Media", "11=Maritime", "12=NGO", "13=Other", "14=Private Citizens & Property",
		"15=Religious Figures/Institutions", "16=Telecommunication", "17=Terrorists/Non-State Militia", "18=Tourists",
		"19=Transportation", "20=Unknown", "21=Utilities", "22=Violent Political Party")
	gtdClaimModes = codes("1=Letter", "2=Call (post-incident)", "3=Call (pre-incident)", "4=E-mail", "5=Note left at scene",
		"6=Video", "7=Posted to website, blog, etc.", "8=Personal claim", "9=Other", "10=Unknown")
	gtdWeaponTypes = codes("1=Biological", "2=Chemical", "3=Radiological", "4=Nuclear", "5=Firearms", "6=Explosives",
		"7=Fake Weapons", "8=Incendiary", "9=Melee",
		"10=Vehicle (not to include vehicle-borne explosives, i.e., car or truck bombs)", "11=Sabotage Equipment", "12=Other",
		"13=Unknown")
	gtdExtents = codes("1=Catastrophic (likely >= $1 billion)", "2=Major (likely >= $1 million but < $1 billion)",
		"3=Minor (likely < $1 million)", "4=Unknown")
	gtdOutcomes = codes("1=Attempted Rescue", "2=Hostage(s) released by perpetrators",
		"3=Hostage(s) escaped (not during rescue attempt)", "4=Hostage(s) killed (not during rescue attempt)",
		"5=Successful Rescue", "6=Combination", "7=Unknown")
)
