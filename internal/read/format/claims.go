package format

import (
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

// Claim tables: one row is what one source says about one figure, incident, group, relation, person, population or event of
// context. The formats are assay's own; docs/claims.md describes them for coders.
var (
	figures     = newBook("figures", "claims about figures", claimID, figureFields, claimSource)
	incidents   = newBook("incidents", "claims about incidents", claimID, incidentFields, claimSource)
	groups      = newBook("groups", "claims about groups", claimID, groupFields, claimSource)
	relations   = newBook("relations", "claims about relations between groups", claimID, relationFields, claimSource)
	people      = newBook("people", "claims about people", claimID, personFields, claimSource)
	populations = newBook("population", "claims about population", claimID, populationFields, claimSource)
	contexts    = newBook("context", "claims about context", claimID, contextFields, claimSource)
	sources     = newBook("sources", "sources", sourceFields)

	claimBooks = map[string]bool{
		"figures": true, "incidents": true, "groups": true, "relations": true, "people": true, "population": true,
		"context": true, "sources": true,
	}
)

// claimLayout finds the claim table of a set of normalised names.
func claimLayout(has func(...string) bool) (layout, *book) {
	is := func(b *book) (layout, *book) { return layout{short: "claims", title: b.title}, b }
	claim := has("claim_id")
	switch {
	case claim && has("measure", "as_of"):
		return is(figures)
	case claim && has("group_a", "relation"):
		return is(relations)
	case claim && has("name_in_source") && (has("birth_date") || has("death_date")):
		return is(people)
	case claim && has("name_in_source") && (has("active_from") || has("affiliation")):
		return is(groups)
	case claim && has("date_claimed"):
		return is(incidents)
	case claim && has("area", "population"):
		return is(populations)
	case claim && has("date", "event"):
		return is(contexts)
	case !claim && has("source_id", "title", "publisher"):
		return is(sources)
	}
	return layout{}, nil
}

var (
	edtf   = []record.DateOrder{record.DateEDTF}
	noDate = codes("n.d.=the source gives no date", "unknown=not known")
)

func label(name, doc string) record.Field {
	return record.Field{Name: name, Type: record.TypeLabel, Doc: doc}
}

func claimDate(name, doc string) record.Field {
	return record.Field{Name: name, Type: record.TypeDate, Dates: edtf, Missing: noDate, Doc: doc}
}

func claimCount(name, doc string) record.Field {
	return record.Field{Name: name, Type: record.TypeNumber, Doc: doc}
}

var claimID = []record.Field{
	{Name: "claim_id", Role: record.RoleID, Type: record.TypeID, Required: true, Doc: "identifier of the claim, unique in the table"},
}

var claimSource = []record.Field{
	{Name: "source_id", Role: record.RoleSource, Type: record.TypeLabel, Required: true, Doc: "short key of the source, the same in all tables"},
	label("source_title", "title of the item"),
	label("source_publisher", "who published it; a copy names the origin: agency via outlet"),
	claimDate("source_date", "day of publication"),
	label("source_url", "address at which it was read"),
	label("locator", "where in the source, and what it says there in short"),
	label("notes", "remark of the coder: a doubt, a conflict with another claim, how words were coded into numbers"),
}

var figureFields = []record.Field{
	label("population_definition", "who is counted, in the words of the source: citizens, residents, natives, women, children …"),
	label("origin_area", "where they come from"),
	label("destination", "where they went, or the group that they joined"),
	{Name: "measure", Type: record.TypeLabel, Required: true, Doc: "what is counted: cumulative travelled, present, returned, killed, convicted …"},
	claimDate("as_of", "day, month or year of which the number speaks, not that of publication"),
	claimCount("low", "lower bound: at least, more than"),
	claimCount("best", "the number itself: exactly, about"),
	claimCount("high", "upper bound: up to, at most"),
	label("estimator", "who made the number; 'body via speaker' where somebody passed it on"),
	label("reporter", "who printed it"),
}

var incidentFields = []record.Field{
	label("incident_key", "the same for all claims about one incident; may be empty"),
	{Name: "date_claimed", Role: record.RoleDate, Type: record.TypeDate, Dates: edtf, Missing: noDate, Doc: "day of the incident as the source gives it"},
	{Name: "place", Role: record.RolePlace, Type: record.TypeLabel, Doc: "place in the words of the source"},
	{Name: "region", Role: record.RoleAdmin1, Type: record.TypeLabel, Doc: "region or country"},
	{Name: "lat", Role: record.RoleLat, Type: record.TypeCoord, Doc: "degrees north"},
	{Name: "lon", Role: record.RoleLon, Type: record.TypeCoord, Doc: "degrees east"},
	label("coord_source", "where the point is from, if not from the source itself"),
	{Name: "event_type", Role: record.RoleKind, Type: record.TypeLabel, Doc: "what happened"},
	claimCount("killed_civilians", "civilians killed; empty = not stated, 0 = the source says none"),
	claimCount("killed_security", "members of security forces killed"),
	claimCount("killed_perpetrators", "attackers killed"),
	claimCount("injured", "injured"),
	label("perpetrators_as_claimed", "who did it, in the words of the source"),
	label("claimed_by", "who claimed it; 'none' where the source says that nobody did"),
	label("attributed_by_authorities_to", "what authorities say about who did it"),
	label("status", "how sure the source is: confirmed, disputed, claimed only, likely did not happen"),
	label("sophistication", "rudimentary or complex"),
}

var groupFields = []record.Field{
	label("group_key", "the same for all claims about one group; may be empty"),
	label("name_in_source", "name as the source writes it"),
	label("name_variants", "further names and spellings, separated by semicolons"),
	claimDate("active_from", "first known activity or foundation"),
	claimDate("active_to", "end"),
	label("leaders", "leaders, separated by semicolons"),
	label("affiliation", "to whom it belongs or is sworn"),
}

var relationFields = []record.Field{
	label("group_a", "key of the group that acts"),
	label("relation", "pledge_to, split_to, merged_into, affiliate_of, part_of, hostile, ally …"),
	label("group_b", "key of the other group"),
	claimDate("date", "when"),
}

var personFields = []record.Field{
	label("person_key", "the same for all claims about one person; may be empty"),
	label("name_in_source", "name as the source writes it"),
	label("name_variants", "further names and spellings, separated by semicolons"),
	label("kunya_nisba", "kunyas and nisbas, separated by semicolons"),
	claimDate("birth_date", "birth"),
	claimDate("death_date", "death as the source reports it"),
	label("death_detail", "how the death was reported, by whom"),
	label("role", "role as the source gives it"),
	label("group", "group in which the role was held"),
	claimDate("from", "start of the role"),
	claimDate("to", "end of the role"),
	label("legal_status", "mentioned, alleged, claimed, designated by, charged, convicted, acquitted"),
}

var populationFields = []record.Field{
	label("area", "area of which the inhabitants are counted"),
	claimDate("as_of", "day or year of the count"),
	claimCount("population", "inhabitants"),
}

var contextFields = []record.Field{
	claimDate("date", "when it happened"),
	label("event", "what happened"),
	label("value", "a quantity, with its unit"),
}

var sourceFields = []record.Field{
	{Name: "source_id", Role: record.RoleID, Type: record.TypeID, Required: true, Doc: "short key of the source"},
	label("title", "title"),
	label("publisher", "who published it"),
	claimDate("date", "day of publication"),
	label("url", "address"),
	label("used", "yes or no"),
	label("kind", "state body, party, agency, outlet, ngo, academic, encyclopedia, court, dataset, social"),
	label("language", "language of the item"),
	label("reliability", "A to F"),
	label("reliability_reason", "why this grade"),
	label("based_on", "source_id of the items that it repeats, separated by semicolons"),
}

// claimWhen reads the date of an incident with the precision in which it is written.
func claimWhen(d *record.Dataset) []record.When {
	c := d.Role(record.RoleDate)
	if c == nil {
		return nil
	}
	return values(c, d.N, func(text string, _ float64) record.When {
		span, ok := cell.EDTF(text)
		if !ok {
			return noWhen
		}
		return record.When{First: span.First, Last: span.Last, Precision: byLength(span.First, span.Last)}
	})
}
