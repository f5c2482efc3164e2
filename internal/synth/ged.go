package synth

import (
	"bufio"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/record"
)

const gedHeader = "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id," +
	"dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date," +
	"source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country," +
	"country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob\n"

// writeGED writes an event in the layout of UCDP GED since 20.1. Rows without deaths are given one: the dataset holds none.
func writeGED(w *bufio.Writer, e *event) {
	c := e.country
	sideA, sideB, kind := e.gedSides()
	a, b := gedActor(c, sideA), gedActor(c, sideB)
	best := max(1, e.deaths)
	low := best - int(e.noise%3)*best/10
	high := best + int(e.noise>>2%4)*best/8
	var deaths [4]int // a, b, civilians, unknown
	if kind == 3 {
		deaths[2] = best
	} else {
		deaths[0] = best * int(e.noise>>5%3) / 4
		deaths[1] = (best - deaths[0]) / 2
		deaths[3] = best - deaths[0] - deaths[1]
	}
	var article, dates, headlines []string
	for i, o := range e.sources {
		day := e.last + 1 + record.Day(e.noise>>(8+4*i)%3)
		headline := fmt.Sprintf("%s %s: report %x from %s", details[e.noise>>(11+5*i)%26], details[e.noise>>(13+5*i)%26], uint32(e.noise)+uint32(i)+uint32(e.n)<<4, e.site.name)
		article = append(article, fmt.Sprintf(`""%s,%s,%s""`, o, day, headline))
		dates = append(dates, day.String())
		headlines = append(headlines, headline)
	}
	prec := 1
	switch days := int(e.last-e.first) + 1; {
	case days >= 8:
		prec = 4
	case days == 7:
		prec = 3
	case days > 1:
		prec = 2
	}
	grid := int(math.Floor((e.lat+90)*2))*720 + int(math.Floor((e.lon+180)*2)) + 1
	gwnoa := ""
	if strings.HasPrefix(sideA, "Government of") {
		gwnoa = fmt.Sprint(c.gw)
	}
	y := e.first.Year()
	dyad := 10000 + a*40 + b + c.gw
	fmt.Fprintf(w, "%d,%s-%d-%d-%d-%d,%d,1,Clear,%d,%d,%d,%s,%d,%d,%s - %s,%d,%d,%s,%d,%d,%s,",
		100000+e.n, c.code, y, kind, dyad, e.n, y, kind, c.gw*10+kind, c.gw*10+kind, c.name+": "+[...]string{"", "Government", "Interior", "Civilians"}[kind],
		dyad, dyad, sideA, sideB, 2000+a, 2000+a, sideA, 2000+b, 2000+b, sideB)
	fmt.Fprintf(w, `%d,"%s",%s,%s,%s,%s,%d,%s town,%s area,%s,%s,%s,%s,POINT (%s %s),%d,%s,%d,%s,1,%d,%s,%s,%d,%d,%d,%d,%d,%d,%d,%s,`+"\n",
		len(article), strings.Join(article, ";"), strings.Join(e.sources, ";"), strings.Join(dates, ";"), strings.Join(headlines, ";"),
		[...]string{"witnesses", "police", "local officials", "army spokesperson"}[e.noise>>30&3],
		e.placePrec, e.site.name, e.site.name, e.site.admin1, e.site.admin2, degrees(e.lat), degrees(e.lon), degrees(e.lon), degrees(e.lat),
		grid, c.name, c.gw, map[string]string{"Europe": "Europe", "South America": "Americas"}[c.region],
		prec, e.first, e.last, deaths[0], deaths[1], deaths[2], deaths[3], best, high, low, gwnoa)
}

// gedSides names the sides as GED does: the government first in state-based violence, no unidentified actors.
func (e *event) gedSides() (a, b string, kind int) {
	c := e.country
	name := func(actor string, class int) string {
		switch {
		case class == 1:
			return "Government of " + c.name
		case class == 7:
			return "Civilians"
		case strings.HasPrefix(actor, "Unidentified"), class >= 5, class == 0:
			return c.rebels[0]
		}
		return actor
	}
	a, b = name(e.actor1, e.class1), name(e.actor2, e.class2)
	switch {
	case b == "Civilians":
		return a, b, 3
	case a == b:
		return a, "Civilians", 3
	case strings.HasPrefix(b, "Government of"):
		return b, a, 1
	case strings.HasPrefix(a, "Government of"):
		return a, b, 1
	}
	return a, b, 2
}

func gedActor(c *country, name string) int {
	all := slices.Concat(c.rebels, c.militia)
	return c.gw*20 + 2 + slices.Index(all, name)
}
