package claim

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

// Load reads the claims out of the claim tables among the datasets.
func Load(ds []*record.Dataset) *Tables {
	t := &Tables{source: map[string]*Source{}}
	for _, d := range ds {
		if d.Format.ID == "sources" && d.Format.Claims {
			t.sources(d)
		}
	}
	for _, d := range ds {
		if !d.Format.Claims {
			continue
		}
		t.Datasets = append(t.Datasets, d)
		for row := range d.N {
			r := reader{t: t, d: d, row: row}
			switch d.Format.ID {
			case "figures":
				t.Figures = append(t.Figures, r.figure())
			case "incidents":
				t.Incidents = append(t.Incidents, r.incident())
			case "groups":
				t.Groups = append(t.Groups, r.group())
			case "relations":
				t.Relations = append(t.Relations, &Relation{
					Head: r.head(), A: r.text("group_a"), Relation: r.text("relation"), B: r.text("group_b"), Date: r.date("date"),
				})
			case "people":
				t.People = append(t.People, r.person())
			case "population":
				t.Populations = append(t.Populations, &Population{Head: r.head(), Area: r.text("area"), AsOf: r.date("as_of"), N: r.number("population")})
			case "context":
				t.Contexts = append(t.Contexts, &Context{Head: r.head(), Date: r.date("date"), Event: r.text("event"), Value: r.text("value")})
			}
		}
	}
	for _, s := range t.source {
		t.Sources = append(t.Sources, s)
	}
	slices.SortFunc(t.Sources, func(a, b *Source) int { return cmp.Compare(a.Key, b.Key) })
	return t
}

// reader reads the cells of one row.
type reader struct {
	t   *Tables
	d   *record.Dataset
	row int
}

func (r reader) text(name string) string {
	c := r.d.Column(name)
	if c == nil {
		return ""
	}
	s, _ := c.Text(r.row)
	return strings.TrimSpace(s)
}

func (r reader) number(name string) float64 {
	c := r.d.Column(name)
	if c == nil {
		return math.NaN()
	}
	v, ok := c.Number(r.row)
	if !ok {
		return math.NaN()
	}
	return v
}

func (r reader) date(name string) cell.Span {
	s, _ := cell.EDTF(r.text(name))
	return s
}

func (r reader) list(name string) []string {
	var out []string
	for _, s := range strings.Split(r.text(name), ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (r reader) head() Head {
	return Head{
		ID: r.d.ID(r.row), Data: r.d, Row: r.row, Source: r.source(), Locator: r.text("locator"), Notes: r.text("notes"),
	}
}

// source returns the source of the row. A row without a key gets a source of its own.
func (r reader) source() *Source {
	key := r.text("source_id")
	s := r.t.source[key]
	if s == nil {
		s = &Source{Key: key, Date: cell.Span{First: record.NoDay, Last: record.NoDay}}
		if key != "" {
			r.t.source[key] = s
		}
	}
	if s.Title == "" {
		s.Title = r.text("source_title")
	}
	if s.Publisher == "" {
		s.Publisher = r.text("source_publisher")
	}
	if s.URL == "" {
		s.URL = r.text("source_url")
	}
	if !s.Date.Known() {
		s.Date = r.date("source_date")
	}
	return s
}

func (r reader) figure() *Figure {
	return &Figure{
		Head: r.head(), Population: r.text("population_definition"), Origin: r.text("origin_area"),
		Destination: r.text("destination"), Measure: r.text("measure"), AsOf: r.date("as_of"),
		Low: r.number("low"), Best: r.number("best"), High: r.number("high"),
		Estimator: r.text("estimator"), Reporter: r.text("reporter"),
	}
}

func (r reader) incident() *Incident {
	return &Incident{
		Head: r.head(), Key: r.text("incident_key"), Date: r.date("date_claimed"), Place: r.text("place"),
		Region: r.text("region"), Lat: r.number("lat"), Lon: r.number("lon"), CoordSource: r.text("coord_source"),
		Kind: r.text("event_type"), KilledCivilians: r.number("killed_civilians"), KilledSecurity: r.number("killed_security"),
		KilledPerpetrators: r.number("killed_perpetrators"), Injured: r.number("injured"),
		Perpetrators: r.text("perpetrators_as_claimed"), ClaimedBy: r.text("claimed_by"),
		AttributedTo: r.text("attributed_by_authorities_to"), Status: r.text("status"), Sophistication: r.text("sophistication"),
	}
}

func (r reader) group() *Group {
	return &Group{
		Head: r.head(), Key: r.text("group_key"), Name: r.text("name_in_source"), Variants: r.list("name_variants"),
		From: r.date("active_from"), To: r.date("active_to"), Leaders: r.list("leaders"), Affiliation: r.text("affiliation"),
	}
}

func (r reader) person() *Person {
	return &Person{
		Head: r.head(), Key: r.text("person_key"), Name: r.text("name_in_source"), Variants: r.list("name_variants"),
		Kunyas: r.list("kunya_nisba"), Birth: r.date("birth_date"), Death: r.date("death_date"),
		DeathDetail: r.text("death_detail"), Role: r.text("role"), Group: r.text("group"), From: r.date("from"),
		To: r.date("to"), LegalStatus: r.text("legal_status"),
	}
}

// sources reads the table of sources, which may say more of an item than the rows that cite it.
func (t *Tables) sources(d *record.Dataset) {
	for row := range d.N {
		r := reader{t: t, d: d, row: row}
		key := r.text("source_id")
		if key == "" {
			continue
		}
		t.source[key] = &Source{
			Key: key, Title: r.text("title"), Publisher: r.text("publisher"), Date: r.date("date"), URL: r.text("url"),
			Kind: r.text("kind"), Language: r.text("language"), Reliability: r.text("reliability"),
			Reason: r.text("reliability_reason"), BasedOn: r.list("based_on"),
		}
	}
}
