package val006

import (
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/tabular/tabletest"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }

// oneConflict gives all rows one name of a conflict, so that its numbers cannot contradict it.
var oneConflict = tabletest.All("conflict_name", "Berrin: Government")

func TestCheck(t *testing.T) {
	tabletest.Run(t, Rule, []tabletest.Case{
		{Name: "year", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "event_date", "2014-03-01", "year", "2013")}, Want: `2 year year 2013 contradicts event_date 2014-03-01`},
		{Name: "no year, no date", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "year", ""), tabletest.Set(3, "event_date", "")}, Want: ``},
		{Name: "several parts of one date are one finding", Layout: "scad", Rows: []tabletest.Row{tabletest.Set(2, "enddate", "1-Sep-06", "eday", "9", "emo", "1", "eyr", "2006")}, Want: `2 emo emo 1, eday 9 contradicts enddate 2006-09-01`},
		{Name: "the larger code first", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "actor2", "Berrin Front", "inter1", "3", "inter2", "1", "interaction", "31")}, Want: `2 interaction interaction 31 does not follow from inter1 3 and inter2 1`},
		{Name: "a sole actor", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "inter1", "3", "inter2", "0", "interaction", "30"), tabletest.Set(3, "inter1", "3", "inter2", "", "interaction", "30"), tabletest.Set(4, "inter1", "3", "inter2", "0", "interaction", "13")}, Want: `4 interaction interaction 13 does not follow from inter1 3 and inter2 0`},
		{Name: "codes beyond the list are VAL002's", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "inter1", "12", "inter2", "0", "interaction", "30")}, Want: ``},
		{Name: "in words", Layout: "acled", Rows: []tabletest.Row{
			tabletest.Set(2, "inter1", "State forces", "inter2", "Rebel group", "interaction", "State forces-Rebel group"),
			tabletest.Set(3, "inter1", "Rioters", "inter2", "", "interaction", "Rioters only"),
			tabletest.Set(4, "inter1", "Rioters", "inter2", "", "interaction", "Protesters only"),
		}, Want: `4 interaction interaction Protesters only does not follow from inter1 Rioters and inter2 nothing`},
		{
			Name: "a government without number", Layout: "ged", Rows: []tabletest.Row{oneConflict, tabletest.Set(2, "side_a", "Government of Berrin", "gwnoa", "", "dyad_name", "Government of Berrin - BF", "side_b", "BF", "side_a_new_id", "9001", "dyad_new_id", "9001", "side_b_new_id", "9001")},
			Want: `2 gwnoa gwnoa is empty, but side_a "Government of Berrin" is a government`,
		},
		{
			Name: "the name of a dyad", Layout: "ged", Rows: []tabletest.Row{oneConflict, tabletest.Set(2, "side_a", "AF", "side_b", "BF", "gwnoa", "", "gwnob", "", "dyad_name", "AF - CF", "side_a_new_id", "9001", "dyad_new_id", "9001", "side_b_new_id", "9001")},
			Want: `2 dyad_name dyad_name "AF - CF" is not made of the sides, "AF - BF"`,
		},
		{Name: "spaces in the name of a dyad", Layout: "ged", Rows: []tabletest.Row{oneConflict, tabletest.Set(2, "side_a", "AF", "side_b", "BF  North", "gwnoa", "", "gwnob", "", "dyad_name", "AF -  BF North", "side_a_new_id", "9001", "dyad_new_id", "9001", "side_b_new_id", "9001")}, Want: ``},
		{
			Name: "number of sources", Layout: "ged", Rows: []tabletest.Row{oneConflict, tabletest.Set(2, "number_of_sources", "3", "source_date", "2014-01-01;2014-01-02"), tabletest.Set(3, "number_of_sources", "-1", "source_date", "")},
			Want: `2 number_of_sources number_of_sources is 3, but source_date lists 2`,
		},
		{
			Name: "a grid cell", Layout: "ged", Rows: []tabletest.Row{oneConflict, tabletest.Set(2, "latitude", "12.25", "longitude", "14.25", "priogrid_gid", "147269"), tabletest.Set(3, "latitude", "12.25", "longitude", "14.25", "priogrid_gid", "147270")},
			Want: `3 priogrid_gid priogrid_gid 147270 is not the cell of the point 12.25, 14.25, which is 147269`,
		},
		{Name: "a point between two cells", Layout: "ged", Rows: []tabletest.Row{oneConflict, tabletest.Set(2, "latitude", "12.25", "longitude", "14.5", "priogrid_gid", "147269"), tabletest.Set(3, "latitude", "12.25", "longitude", "14.5", "priogrid_gid", "147270")}, Want: ``},
		{Name: "an event over New Year", Layout: "ged", Rows: []tabletest.Row{oneConflict, tabletest.Set(2, "date_start", "2014-12-30", "date_end", "2015-01-02", "year", "2014")}, Want: `2 date_end the record begins in 2014 and ends in 2015`},
		{Name: "an identifier", Layout: "scad", Rows: []tabletest.Row{tabletest.Set(2, "eventid", "4750012", "ccode", "475", "id", "12", "countryname", "Berrin"), tabletest.Set(3, "eventid", "4750013", "ccode", "475", "id", "14", "countryname", "Berrin")}, Want: `3 eventid eventid 4750013 is not ccode 475 x 10000 + id 14`},
		{
			Name: "one code, two words", Layout: "gtd", Rows: []tabletest.Row{tabletest.All("attacktype1", "3", "attacktype1_txt", "Bombing/Explosion"), tabletest.Set(9, "attacktype1_txt", "Assassination"), tabletest.Set(10, "attacktype1_txt", "bombing/explosion")},
			Want: `9 attacktype1_txt attacktype1 3 is attacktype1_txt "Assassination" in 1 row, but "Bombing/Explosion" in 29 other rows`,
		},
	})
}
