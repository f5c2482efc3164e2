package format

import (
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/record"
)

// Lists of persons and groups: one row is one entry. The meaning of a column goes by the name of its entry in the codebook,
// because a list may have several columns of addresses or documents, and nothing of it is an event. Package entry reads the rows.
var (
	lists       = newBook("list", "a list of persons or groups", listFields)
	ftm         = newBook("ftm", "FollowTheMoney entities", ftmFields)
	ofacSDN     = newBook("ofac_sdn", "OFAC list of specially designated nationals", ofacFields)
	ofacAlt     = newBook("ofac_alt", "OFAC alternative names", ofacAltFields)
	unList      = newBook("un_list", "UN Security Council consolidated list", unFields)
	ofacHeader  = []string{"ent_num", "sdn_name", "sdn_type", "program", "title", "call_sign", "vess_type", "tonnage", "grt", "vess_flag", "vess_owner", "remarks"}
	ofacAHeader = []string{"ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks"}
)

// IsList reports whether a format is a list of persons or groups.
func IsList(id string) bool {
	switch id {
	case "list", "ftm", "ofac_sdn", "ofac_alt", "un_list":
		return true
	}
	return false
}

func listText(name, aliases, doc string) record.Field {
	return record.Field{Name: name, Aliases: strings.Fields(aliases), Type: record.TypeLabel, Doc: doc}
}

func listedDate(name, aliases, doc string) record.Field {
	return record.Field{Name: name, Aliases: strings.Fields(aliases), Type: record.TypeDate, Dates: listDates, Separator: ";", Missing: noDate, Doc: doc}
}

func recordID(aliases string) record.Field {
	return record.Field{Name: "id", Aliases: strings.Fields(aliases), Role: record.RoleID, Type: record.TypeID, Doc: "identifier of the entry"}
}

var listDates = []record.DateOrder{
	record.DateISO, record.DateCompactISO, record.DateEDTF, record.DateDMY, record.DateDMonY, record.DateYear, record.DateYearMonth,
}

var listFields = []record.Field{
	recordID("rec_id unique_id record_id entity_id person_id ent_num uid recid reference_number"),
	listText("kind", "schema entity_type sdn_type", "person, or a kind of group (organization, company, …)"),
	listText("name", "full_name fullname primary_name person_name caption full_name_latin имя_полностью nom_complet", "the name as a whole"),
	listText("given_name", "first_name firstname forename given givenname fname vorname prenom prénom nombre имя", "given name"),
	listText("middle_name", "patronymic second_name middlename middle otchestvo отчество", "patronymic, or further given names"),
	listText("family_name", "surname last_name lastname family familyname lname sname nachname apellido apellidos фамилия", "family name"),
	listText("aliases", "alias aka also_known_as name_variants other_names alt_names alternative_names good_quality_aliases", "further names, separated by semicolons"),
	listText("weak_aliases", "weak_alias low_quality_aliases nicknames nickname", "names that say little, separated by semicolons"),
	listText("original_name", "name_original_script native_name", "name in its own script"),
	listedDate("birth_date", "dob date_of_birth birthdate birth_dates dates_of_birth born geburtsdatum date_naissance дата_рождения", "birth, as precisely as known; several separated by semicolons"),
	listedDate("birth_year", "yob year_of_birth birthyear", "year of birth"),
	listedDate("death_date", "dod date_of_death deathdate died", "death"),
	listText("sex", "gender", "sex"),
	listText("birth_place", "pob place_of_birth birthplace city_of_birth", "place of birth"),
	listText("nationality", "nationalities citizenship citizenships", "nationality; several separated by semicolons"),
	listText("country", "countries country_of_residence", "country"),
	listText("passport", "passport_number passport_no passports", "number of the passport"),
	listText("national_id", "soc_sec_id ssn social_security_number id_number identity_number nin national_id_number id_card", "number by which a state knows the person"),
	listText("registration", "registration_number reg_no company_number ogrn crn", "number in a register of companies"),
	listText("tax_id", "inn tax_number tin vat vat_number", "number by which a tax office knows the entry"),
	listText("documents", "identifiers", "further numbers, each KIND: NUMBER, separated by semicolons"),
	listText("phone", "telephone mobile phone_number tel phones", "telephone"),
	listText("email", "e_mail mail emails email_address", "electronic mail"),
	listText("street_number", "house_number house_no street_no", "number in the street"),
	listText("address", "address_1 street street_address address_line_1 addresses street_name", "street, or the address as a whole; several separated by semicolons"),
	listText("address_2", "address_line_2", "second line of the address"),
	listText("locality", "city town suburb village municipality", "town or village"),
	listText("postcode", "post_code zip zip_code postal_code plz", "postal code"),
	listText("state", "province governorate region oblast", "division of the country"),
	listText("role", "position function occupation designation designations rank job job_title", "role or office"),
	listText("group", "organisation organization affiliation employer faction armed_group unit_name", "group to which the person belongs"),
	listedDate("active_from", "from since", "from when the person or group was active"),
	listedDate("active_to", "to until", "until when"),
	listText("source", "sources source_url", "where the entry is from"),
	{Name: "remarks", Aliases: []string{"notes", "comments", "note"}, Type: record.TypeText, Doc: "remarks"},
}

var ftmFields = []record.Field{
	recordID(""),
	listText("schema", "", "kind of the entity"),
	listText("caption", "", "name shown for the entity"),
	{Name: "properties", Type: record.TypeID, Required: true, Doc: "values by property"},
	listText("datasets", "", "lists that the entity is on"),
}

var ofacFields = []record.Field{
	recordID("ent_num"),
	listText("name", "sdn_name", "name"),
	listText("kind", "sdn_type", "individual, vessel, aircraft; nothing for groups"),
	listText("program", "", "sanctions programme"),
	listText("title", "", "role"),
	listText("call_sign", "", "of a vessel"), listText("vess_type", "", "of a vessel"), listText("tonnage", "", "of a vessel"),
	listText("grt", "", "of a vessel"), listText("vess_flag", "", "of a vessel"), listText("vess_owner", "", "of a vessel"),
	listText("remarks", "", "birth, documents and further names in words"),
}

var ofacAltFields = []record.Field{
	listText("ent_num", "", "identifier of the entry in the list itself"),
	recordID("alt_num"),
	listText("alt_type", "", "aka, fka (formerly), nka (now)"),
	listText("alt_name", "", "further name"),
	listText("alt_remarks", "", "remark"),
}

// unFields are the columns into which package xmlfile lays out an entry of the consolidated list.
var unFields = []record.Field{
	recordID("reference_number"),
	listText("data_id", "", "serial number of the entry"),
	listText("kind", "", "individual or entity"),
	listText("name", "", "name"),
	listText("original_name", "", "name in its own script"),
	listText("aliases", "", "aliases of good quality, separated by semicolons"),
	listText("weak_aliases", "", "aliases of low quality, separated by semicolons"),
	listText("title", "", "titles"),
	listText("role", "", "designations"),
	listText("sex", "", "sex"),
	listedDate("birth_date", "", "dates of birth, separated by semicolons"),
	listText("birth_place", "", "places of birth, separated by semicolons"),
	listText("nationality", "", "nationalities, separated by semicolons"),
	listText("documents", "", "documents, each KIND: NUMBER"),
	listText("address", "", "addresses, separated by semicolons"),
	listText("un_list", "", "list that the entry is on"),
	listText("listed_on", "", "day of listing"),
	{Name: "remarks", Type: record.TypeText, Doc: "remarks"},
}

// eventNames are columns that a list of persons does not have: a table with one of them tells of events.
var eventNames = []string{
	"latitude", "longitude", "lat", "lon", "event_date", "incident_date", "event_type", "incident_type", "fatalities", "deaths", "killed",
	"actor1", "perpetrator", "attack_type",
}

// listLayout recognises a list of persons or groups by its columns: names, and something else by which entries are told apart.
func listLayout(set map[string]bool) (layout, *book) {
	if set["schema"] && set["properties"] && set["id"] {
		return layout{short: "entities", title: "FollowTheMoney entities"}, ftm
	}
	if set["data_id"] && set["un_list"] && set["weak_aliases"] {
		return layout{short: "consolidated", title: "UN Security Council consolidated list"}, unList
	}
	for _, name := range eventNames {
		if set[name] {
			return layout{}, nil
		}
	}
	is := map[string]bool{}
	n, other := 0, 0
	for name := range set {
		if name == "" {
			continue
		}
		n++
		if f := lists.index[name]; f != nil {
			is[f.Name] = true
		} else {
			other++
		}
	}
	found := layout{short: "table", title: lists.title}
	if is["given_name"] && is["family_name"] {
		return found, lists
	}
	if !is["name"] {
		return layout{}, nil
	}
	for _, name := range []string{
		"aliases", "weak_aliases", "original_name", "birth_date", "birth_year", "death_date", "sex", "nationality", "birth_place", "passport",
		"national_id", "registration", "tax_id", "email", "phone",
	} {
		if is[name] {
			return found, lists
		}
	}
	if is["id"] && (n == 2 || n == 3 && is["kind"]) {
		return found, lists
	}
	return layout{}, nil
}

// ofacRow tells which of the files of the OFAC list, which have no headers, a record is from; nil for none.
func ofacRow(row []string) (header []string, b *book) {
	number := func(s string) bool {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		return err == nil && n > 0
	}
	none := func(s string) bool { return strings.TrimSpace(s) == "-0-" }
	switch len(row) {
	case len(ofacHeader):
		kinds := map[string]bool{"-0-": true, "individual": true, "vessel": true, "aircraft": true, "entity": true}
		empty := 0
		for _, c := range row {
			if none(c) {
				empty++
			}
		}
		if number(row[0]) && !none(row[1]) && kinds[strings.TrimSpace(row[2])] && empty > 0 {
			return ofacHeader, ofacSDN
		}
	case len(ofacAHeader):
		switch strings.TrimSpace(row[2]) {
		case "aka", "fka", "nka", "a.k.a.", "f.k.a.", "n.k.a.":
			if number(row[0]) && number(row[1]) && !none(row[3]) {
				return ofacAHeader, ofacAlt
			}
		}
	}
	return nil, nil
}
