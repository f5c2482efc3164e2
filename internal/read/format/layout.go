package format

// layout is a set of columns under which a dataset is published or copied.
type layout struct {
	short, title, release string
	remarks               []string
}

const gtdReworked = "reworked"

// detect finds the layout of a set of normalised names, nil where it is none that is known. Names alone decide: layouts of
// different age have the same number of columns, and copies put them in any order.
func detect(set map[string]bool) (layout, *book) {
	has := func(names ...string) bool {
		for _, n := range names {
			if !set[n] {
				return false
			}
		}
		return true
	}
	switch {
	case has("eventid", "ccode", "etype", "ndeath", "locnum"):
		return scadLayout(has), scad
	case has("eventid", "iyear") && (has("gname") || has("imonth", "iday", "attacktype1")):
		return gtdLayout(has), gtd
	case has("eventid", "iyear", "group_name"):
		return layout{short: gtdReworked}, gtd
	case has("dyad_new_id", "type_of_violence", "side_a", "side_b", "where_prec", "date_prec"):
		return gedLayout(has), ged
	case (has("event_id_cnty") || has("event_id_c")) && has("actor1") && (has("interaction") || has("interactio")):
		return acledLayout(has), acled
	}
	if l, b := claimLayout(has); b != nil {
		return l, b
	}
	return listLayout(set)
}

func scadLayout(has func(...string) bool) layout {
	if has("female_event") {
		return layout{short: "3.3", title: "SCAD 3.3, 44 columns", release: "3.3"}
	}
	return layout{short: "3.0-3.2", title: "SCAD 3.0-3.2, 42 columns", release: "3.0-3.2"}
}

func gtdLayout(has func(...string) bool) layout {
	all := true
	for i := range gtd.fields {
		// The column for persons without affiliation tells the two releases apart.
		if name := gtd.fields[i].Name; name != "individual" && !has(name) {
			all = false
			break
		}
	}
	switch {
	case all && has("individual"):
		return layout{short: "135", title: "GTD, all 135 columns, releases of 2016-2018", release: "2016-2018"}
	case all:
		return layout{short: "134", title: "GTD, 134 columns, June 2015 or older", release: "2015 or older"}
	}
	return layout{
		short: "reduced", title: "GTD, original names, not all columns",
		remarks: []string{"some of the 135 columns of GTD are missing: the release cannot be told"},
	}
}

func gedLayout(has func(...string) bool) layout {
	modern := has("relid", "code_status") || has("relid", "best")
	switch {
	case has("best_est"):
		return layout{short: "G1", title: "UCDP GED 2.x-5.0", release: "2.x-5.0"}
	case modern && has("start_year", "end_year"):
		return layout{short: "G4-HDX-a", title: "UCDP GED 20.1 or later, humanitarian copy with start and end year", release: "20.1 or later"}
	case modern && has("iso3"):
		return layout{short: "G4-HDX-b", title: "UCDP GED 20.1 or later, humanitarian copy", release: "20.1 or later"}
	case modern && !has("geom_wkt"):
		return layout{short: "G4-GeoJSON", title: "UCDP GED 20.1 or later, properties of a GeoJSON file", release: "20.1 or later"}
	case modern:
		return layout{short: "G4", title: "UCDP GED 20.1 or later, 49 columns", release: "20.1 or later"}
	case has("best", "gwnoa"):
		return layout{short: "G2", title: "UCDP GED 17.1, 42 columns", release: "17.1-19.1"}
	case has("best"):
		return layout{short: "G3", title: "UCDP GED 19.1, 41 columns", release: "17.1-19.1"}
	}
	return layout{
		short: "reduced", title: "UCDP GED, not all columns",
		remarks: []string{"the best estimate of deaths is missing: the release cannot be told"},
	}
}

func acledLayout(has func(...string) bool) layout {
	switch {
	case has("population_best"):
		return layout{short: "L6", title: "ACLED, 35 columns, exports of 2025", release: "2025"}
	case has("disorder_type"):
		return layout{short: "L5", title: "ACLED, 31 columns, exports from March 2023", release: "2023 or later"}
	case has("sub_event_type", "source_scale"):
		return layout{short: "L4", title: "ACLED, 31 columns, exports of 2018-2022", release: "2018-2022"}
	case has("actor_dyad_id"):
		return layout{short: "L3", title: "ACLED version 6 or 7, dyadic, 28 columns", release: "6-7"}
	case has("event_id_c"):
		return layout{
			short: "L2", title: "ACLED, names cut by a shapefile", release: "1-7",
			remarks: []string{"names are cut at 10 characters as shapefiles do; texts may be cut at 254"},
		}
	case has("gwno"):
		return layout{short: "L1", title: "ACLED versions 1-7, 25 columns", release: "1-7"}
	}
	return layout{
		short: "reduced", title: "ACLED, not all columns",
		remarks: []string{"columns that tell the release are missing"},
	}
}
