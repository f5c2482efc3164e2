package synth

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Claims makes an invented case without errors: claim tables by the name of their format, as CSV. Each of n incidents is told
// by three sources that agree, each of n persons by two, and each of 24 countries has a series of figures that grows and whose
// parts fit. It is the clean ground on which rules about cases are measured.
func Claims(n int, seed uint64) map[string]string {
	c := &claimWriter{r: rand.New(rand.NewPCG(seed, 7)), tables: map[string]*strings.Builder{}}
	c.sources(40)
	for i := range n {
		c.incident(i)
		c.person(i)
	}
	for i := range n / 4 {
		c.group(i)
	}
	for i, country := range claimCountries {
		c.figures(i, country)
	}
	out := map[string]string{}
	for name, b := range c.tables {
		out[name] = b.String()
	}
	return out
}

var claimCountries = strings.Split("Ghana,Togo,Benin,Gabon,Zambia,Malawi,Angola,Namibia,Botswana,Lesotho,Kenya,Uganda,Rwanda,Burundi,Tanzania,Senegal,Guinea,Liberia,Morocco,Algeria,Tunisia,Egypt,Peru,Bolivia", ",")

type claimWriter struct {
	r      *rand.Rand
	tables map[string]*strings.Builder
	ids    map[string]int
}

var claimHeaders = map[string]string{
	"sources":    "source_id,title,publisher,date,url,kind,language,reliability",
	"incidents":  "claim_id,incident_key,date_claimed,place,region,event_type,killed_civilians,killed_security,killed_perpetrators,injured,perpetrators_as_claimed,claimed_by,attributed_by_authorities_to,status,sophistication,source_id,source_publisher,source_date,locator",
	"people":     "claim_id,person_key,name_in_source,name_variants,kunya_nisba,birth_date,death_date,death_detail,role,group,from,to,source_id,source_publisher,source_date,locator",
	"groups":     "claim_id,group_key,name_in_source,active_from,active_to,leaders,affiliation,source_id,source_publisher,source_date,locator",
	"relations":  "claim_id,group_a,relation,group_b,date,source_id,source_publisher,source_date,locator",
	"figures":    "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,reporter,source_id,source_publisher,source_date,locator",
	"population": "claim_id,area,as_of,population,source_id,source_publisher,source_date",
}

// row writes a row with an id of its own. Cells hold no commas.
func (c *claimWriter) row(table string, cells ...any) {
	b := c.tables[table]
	if b == nil {
		b = &strings.Builder{}
		b.WriteString(claimHeaders[table] + "\n")
		c.tables[table] = b
	}
	if c.ids == nil {
		c.ids = map[string]int{}
	}
	c.ids[table]++
	if table != "sources" {
		fmt.Fprintf(b, "C%s%d,", table[:2], c.ids[table])
	}
	for i, x := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprint(b, x)
	}
	b.WriteByte('\n')
}

var claimPapers = []string{"Ostra Courier", "Velian Herald", "Harbour Daily", "Upland Post", "River Gazette", "Morning Ledger", "Southern Times", "Capital Review"}

func (c *claimWriter) sources(n int) {
	for i := range n {
		c.row("sources", fmt.Sprintf("CS%d", i), fmt.Sprintf("Item number %d of the invented press", i), claimPapers[i%len(claimPapers)], c.day(2012, i), "https://example.org/"+fmt.Sprint(i), "outlet", "en", "C")
	}
}

// source returns the cells source_id, source_publisher, source_date of the k-th of several independent sources.
func (c *claimWriter) source(k int) string {
	i := c.r.IntN(5)*len(claimPapers) + k%len(claimPapers)
	return fmt.Sprintf("CS%d,%s,%s", i, claimPapers[i%len(claimPapers)], c.day(2012, i))
}

func (c *claimWriter) day(year, i int) string {
	return fmt.Sprintf("%d-%02d-%02d", year+i/300, 1+i%12, 1+i%28)
}

func (c *claimWriter) incident(i int) {
	day, place := c.day(2010, i*3), fmt.Sprintf("Vel%dtown", i)
	dead, guards, injured := c.r.IntN(6), c.r.IntN(3), c.r.IntN(9)
	who := fmt.Sprintf("Column %d Brigade", i%7)
	for k := range 3 {
		c.row("incidents", fmt.Sprintf("ci%d", i), day, place, claimCountries[i%len(claimCountries)], "shooting", dead, guards, "", injured, who, "", who, "confirmed", "rudimentary", c.source(k), "")
	}
}

func (c *claimWriter) person(i int) {
	name := fmt.Sprintf("Velan%c Ostrov%c%d", 'a'+rune(i%26), 'a'+rune(i/26%26), i)
	born, death := fmt.Sprintf("%d-%02d-%02d", 1950+i%35, 1+i%12, 1+i%28), ""
	detail := ""
	if i%4 == 0 {
		death, detail = c.day(2016, i), "killed by an air strike"
	}
	for k := range 2 {
		c.row("people", fmt.Sprintf("cp%d", i), name, "", fmt.Sprintf("Abu Velan%d", i), born, death, detail, "commander", fmt.Sprintf("Column %d Brigade", i%7), 2009+i%3, "", c.source(k), "")
	}
}

func (c *claimWriter) group(i int) {
	key, name := fmt.Sprintf("cg%d", i), fmt.Sprintf("Velian Front %d", i)
	for k := range 2 {
		c.row("groups", key, name, 2005+i%6, "", "", fmt.Sprintf("affiliate of cg%d", i+1), c.source(k), "")
	}
	c.row("relations", key, "pledge_to", fmt.Sprintf("cg%d", i+1), c.day(2012, i), c.source(2), "")
}

// figures writes yearly totals of a ministry and an institute that nearly agree, with the dead, the returned and the women among them.
func (c *claimWriter) figures(i int, country string) {
	c.row("population", country, 2014, 5000003+i*1000007, "CS1,World Almanac,2015-01-01")
	total := 203 + 17*i
	for year := 2012; year < 2018; year++ {
		// Small growth: within the limits of a change of pace, far from any jump.
		total += total/8 + c.r.IntN(5)
		ministry, institute := country+" Interior Ministry", country+" Institute of Peace"
		say := func(who, measure string, v int, by string, k int) {
			c.row("figures", who, country, "Yemen", measure, fmt.Sprintf("%d-06", year), "", v, "", by, "", c.source(k), "")
		}
		say("citizens of "+country, "cumulative travelled", total, ministry, 0)
		say("citizens of "+country, "cumulative travelled", total-total/60-1, institute, 1) // a count of its own
		say("citizens of "+country, "killed", total/9, ministry, 2)
		say("citizens of "+country, "returned", total/7, ministry, 3)
		say("women from "+country, "women travelled", total/11, ministry, 4)
	}
}
