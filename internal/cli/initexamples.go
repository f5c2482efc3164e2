package cli

// claimTable is one of the tables that init --claims writes. Its columns are those of the format of that name, so that
// template, codebook and reader cannot drift apart.
type claimTable struct {
	format string
	row    string // what one row is
	advice string // what coders get wrong most often, one paragraph
	// examples are two invented rows by column; the codebook shows them, and a test reads them.
	examples [2]map[string]string
}

func (t *claimTable) file() string { return t.format + ".csv" }

// claimTables are in the order in which a coder meets them.
var claimTables = []claimTable{
	{
		format: "sources",
		row:    "one item that was read: an article, a report, a list, an interview",
		advice: "Enter an item here once and cite its `source_id` in every other table. Where a copy was read, say so in `publisher` " +
			"(agency via outlet): a copy is no second witness. `based_on` names the items that this one repeats.",
		examples: [2]map[string]string{
			{
				"source_id": "COURIER150402", "title": "Minister: 1,200 have left", "publisher": "State Agency via Daily Courier", "date": "2015-04-02",
				"url": "https://courier.example/0402", "used": "yes", "kind": "agency", "language": "en", "reliability": "C",
				"reliability_reason": "faithful in what officials said, not independent of them", "based_on": "",
			},
			{
				"source_id": "INSTITUTE16", "title": "Leaving Northland", "publisher": "Institute of Peace Studies", "date": "2016-03",
				"url": "https://institute.example/leaving.pdf", "used": "yes", "kind": "academic", "language": "en", "reliability": "B",
				"reliability_reason": "named authors, method described, sources given", "based_on": "COURIER150402",
			},
		},
	},
	{
		format: "figures",
		row:    "one number that one source printed",
		advice: "Copy who is counted and what is counted in the source's own words; do not translate \"residents\" into \"citizens\" or \"joined\" into " +
			"\"travelled\". An exact or rounded number goes into `best`; \"at least 200\" and \"more than 200\" are `low` 200; \"up to 300\" is `high` 300; \"200 to " +
			"300\" is `low` 200 and `high` 300. Words such as \"hundreds\" are coded to bounds, and `notes` says how. A percentage or a rate is no count: note it in `locator`.",
		examples: [2]map[string]string{
			{
				"claim_id": "F1", "population_definition": "citizens of Northland", "origin_area": "Northland", "destination": "Southland (all groups)",
				"measure": "cumulative travelled", "as_of": "2015-03", "low": "", "best": "1200", "high": "", "estimator": "Interior Ministry via Minister",
				"reporter": "Daily Courier", "source_id": "COURIER150402", "source_title": "Minister: 1,200 have left",
				"source_publisher": "State Agency via Daily Courier", "source_date": "2015-04-02", "source_url": "https://courier.example/0402",
				"locator": "second paragraph", "notes": "",
			},
			{
				"claim_id": "F2", "population_definition": "natives of Northland, with wives and children", "origin_area": "Northland",
				"destination": "Southland", "measure": "present", "as_of": "2016~", "low": "200", "best": "", "high": "300",
				"estimator": "Institute of Peace Studies", "reporter": "Institute of Peace Studies", "source_id": "INSTITUTE16", "source_title": "Leaving Northland",
				"source_publisher": "Institute of Peace Studies", "source_date": "2016-03", "source_url": "https://institute.example/leaving.pdf",
				"locator": "p. 14, 'some hundreds, fewer than 300'", "notes": "'some hundreds' coded as at least 200",
			},
		},
	},
	{
		format: "incidents",
		row:    "what one source says about one incident",
		advice: "Five sources on one attack are five rows with the same `incident_key`. Give the date and the numbers of that source, not those " +
			"that you think are right. Empty means that the source does not say; 0 means that the source says none. Attackers are counted in " +
			"`killed_perpetrators` only. `claimed_by` and `attributed_by_authorities_to` are two things.",
		examples: [2]map[string]string{
			{
				"claim_id": "I1", "incident_key": "harbour-2016-05", "date_claimed": "2016-05-10", "place": "harbour checkpoint, Port Anna", "region": "Northland",
				"lat": "61.21", "lon": "-1.5", "coord_source": "map on p. 2", "event_type": "shooting at a checkpoint", "killed_civilians": "0",
				"killed_security": "2", "killed_perpetrators": "1", "injured": "4", "perpetrators_as_claimed": "three gunmen", "claimed_by": "",
				"attributed_by_authorities_to": "", "status": "presented as fact", "sophistication": "rudimentary", "source_id": "COURIER160511",
				"source_title": "Two guards killed at harbour", "source_publisher": "Daily Courier", "source_date": "2016-05-11",
				"source_url": "https://courier.example/0511", "locator": "", "notes": "",
			},
			{
				"claim_id": "I2", "incident_key": "harbour-2016-05", "date_claimed": "2016-05-10/2016-05-11", "place": "Port Anna", "region": "Northland", "lat": "",
				"lon": "", "coord_source": "", "event_type": "shooting", "killed_civilians": "", "killed_security": "5", "killed_perpetrators": "",
				"injured": "", "perpetrators_as_claimed": "soldiers of the Front", "claimed_by": "Northern Front",
				"attributed_by_authorities_to": "robbers", "status": "claimed only", "sophistication": "", "source_id": "RADIO160512",
				"source_title": "Front says it attacked harbour", "source_publisher": "Radio North", "source_date": "2016-05-12",
				"source_url": "https://radio.example/160512", "locator": "statement read on air", "notes": "night between two days",
			},
		},
	},
	{
		format: "groups",
		row:    "what one source says about one group",
		advice: "`group_key` is a short name of your own that all rows about the group share; `relations.csv` uses the same keys. A splinter is a group of its own.",
		examples: [2]map[string]string{
			{
				"claim_id": "G1", "group_key": "northern_front", "name_in_source": "Northern Front", "name_variants": "Front of the North; NF",
				"active_from": "2012", "active_to": "", "leaders": "A. Example; B. Example", "affiliation": "independent", "source_id": "INSTITUTE16",
				"source_title": "Leaving Northland", "source_publisher": "Institute of Peace Studies", "source_date": "2016-03",
				"source_url": "https://institute.example/leaving.pdf", "locator": "p. 3", "notes": "",
			},
			{
				"claim_id": "G2", "group_key": "northern_front", "name_in_source": "the Front", "name_variants": "", "active_from": "2013-06?",
				"active_to": "2017", "leaders": "", "affiliation": "Southern League", "source_id": "RADIO160512", "source_title": "Front says it attacked harbour",
				"source_publisher": "Radio North", "source_date": "2016-05-12", "source_url": "https://radio.example/160512", "locator": "background at the end",
				"notes": "'founded, it is thought, in June 2013'",
			},
		},
	},
	{
		format: "relations",
		row:    "what one source says about two groups",
		advice: "`group_a` acts: it pledges to, splits from, merges into or fights `group_b`. An oath that one source reports and another denies is two rows.",
		examples: [2]map[string]string{
			{
				"claim_id": "R1", "group_a": "northern_front", "relation": "pledge_to", "group_b": "southern_league", "date": "2015-06-21",
				"source_id": "RADIO160512", "source_title": "Front says it attacked harbour", "source_publisher": "Radio North",
				"source_date": "2016-05-12", "source_url": "https://radio.example/160512", "locator": "background", "notes": "",
			},
			{
				"claim_id": "R2", "group_a": "northern_front", "relation": "hostile", "group_b": "southern_league", "date": "2015",
				"source_id": "INSTITUTE16", "source_title": "Leaving Northland", "source_publisher": "Institute of Peace Studies",
				"source_date": "2016-03", "source_url": "https://institute.example/leaving.pdf", "locator": "p. 21", "notes": "no oath is mentioned",
			},
		},
	},
	{
		format: "people",
		row:    "what one source says about one person in a public role",
		advice: "Only persons in public roles have rows. Every person appears under a pseudonym in what assay writes, unless `assay.yaml` lists the key with a " +
			"name and a reason. `death_date` is the day of the death, not that of the report. A role is what the source calls it; `legal_status` never goes beyond what the source says.",
		examples: [2]map[string]string{
			{
				"claim_id": "P1", "person_key": "front_leader", "name_in_source": "A. Example", "name_variants": "A. Exampel", "kunya_nisba": "",
				"birth_date": "1975-02-01", "death_date": "", "death_detail": "", "role": "leader", "group": "Northern Front", "from": "2012",
				"to": "", "legal_status": "charged", "source_id": "INSTITUTE16", "source_title": "Leaving Northland",
				"source_publisher": "Institute of Peace Studies", "source_date": "2016-03", "source_url": "https://institute.example/leaving.pdf",
				"locator": "p. 4", "notes": "",
			},
			{
				"claim_id": "P2", "person_key": "front_leader", "name_in_source": "Commander A.", "name_variants": "", "kunya_nisba": "Abu Example",
				"birth_date": "1974~", "death_date": "2017-10?", "death_detail": "said to have been killed in an air strike; the Front denies it",
				"role": "commander", "group": "Northern Front", "from": "2013 (autumn)", "to": "2017-10", "legal_status": "", "source_id": "COURIER171101",
				"source_title": "Commander believed dead", "source_publisher": "Daily Courier", "source_date": "2017-11-01",
				"source_url": "https://courier.example/1101", "locator": "", "notes": "",
			},
		},
	},
	{
		format: "population",
		row:    "how many people live in an area, as one source says",
		advice: "Rates per 100,000 need a population of the same area and of about the same time as the figure. Write the full number: 1.3 million is 1300000.",
		examples: [2]map[string]string{
			{
				"claim_id": "N1", "area": "Northland", "as_of": "2015-01-01", "population": "1310000", "source_id": "STAT15", "source_title": "Population by region",
				"source_publisher": "Statistical Office", "source_date": "2015-06", "source_url": "https://stat.example/2015", "locator": "table 2", "notes": "",
			},
			{
				"claim_id": "N2", "area": "Port Anna", "as_of": "2015", "population": "86000", "source_id": "STAT15", "source_title": "Population by region",
				"source_publisher": "Statistical Office", "source_date": "2015-06", "source_url": "https://stat.example/2015", "locator": "table 4", "notes": "rounded by the source",
			},
		},
	},
	{
		format: "context",
		row:    "a dated event that claims must fit, as one source tells it",
		advice: "Elections, battles, laws, the day on which a group was proclaimed: what a reader needs in order to see that a date is too early.",
		examples: [2]map[string]string{
			{
				"claim_id": "E1", "date": "2015-06-21", "event": "the League accepts the oath of the Front in a public message", "value": "",
				"source_id": "RADIO160512", "source_title": "Front says it attacked harbour", "source_publisher": "Radio North", "source_date": "2016-05-12",
				"source_url": "https://radio.example/160512", "locator": "background", "notes": "",
			},
			{
				"claim_id": "E2", "date": "2015-12", "event": "territory of the League is smaller than at the beginning of the year", "value": "14 per cent",
				"source_id": "INSTITUTE16", "source_title": "Leaving Northland", "source_publisher": "Institute of Peace Studies", "source_date": "2016-03",
				"source_url": "https://institute.example/leaving.pdf", "locator": "p. 30", "notes": "",
			},
		},
	},
}
