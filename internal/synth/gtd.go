package synth

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"
)

const gtdHeader = "eventid,iyear,imonth,iday,approxdate,extended,resolution,country,country_txt,region,region_txt,provstate,city,latitude,longitude," +
	"specificity,vicinity,location,summary,crit1,crit2,crit3,doubtterr,alternative,alternative_txt,multiple,success,suicide,attacktype1," +
	"attacktype1_txt,attacktype2,attacktype2_txt,attacktype3,attacktype3_txt,targtype1,targtype1_txt,targsubtype1,targsubtype1_txt,corp1,target1," +
	"natlty1,natlty1_txt,targtype2,targtype2_txt,targsubtype2,targsubtype2_txt,corp2,target2,natlty2,natlty2_txt,targtype3,targtype3_txt," +
	"targsubtype3,targsubtype3_txt,corp3,target3,natlty3,natlty3_txt,gname,gsubname,gname2,gsubname2,gname3,gsubname3,motive,guncertain1," +
	"guncertain2,guncertain3,individual,nperps,nperpcap,claimed,claimmode,claimmode_txt,claim2,claimmode2,claimmode2_txt,claim3,claimmode3," +
	"claimmode3_txt,compclaim,weaptype1,weaptype1_txt,weapsubtype1,weapsubtype1_txt,weaptype2,weaptype2_txt,weapsubtype2,weapsubtype2_txt," +
	"weaptype3,weaptype3_txt,weapsubtype3,weapsubtype3_txt,weaptype4,weaptype4_txt,weapsubtype4,weapsubtype4_txt,weapdetail,nkill,nkillus," +
	"nkillter,nwound,nwoundus,nwoundte,property,propextent,propextent_txt,propvalue,propcomment,ishostkid,nhostkid,nhostkidus,nhours,ndays," +
	"divert,kidhijcountry,ransom,ransomamt,ransomamtus,ransompaid,ransompaidus,ransomnote,hostkidoutcome,hostkidoutcome_txt,nreleased,addnotes," +
	"scite1,scite2,scite3,dbsource,INT_LOG,INT_IDEO,INT_MISC,INT_ANY,related\n"

var gtdColumns = strings.Split(strings.TrimSuffix(gtdHeader, "\n"), ",")

var gtdIndex = func() map[string]int {
	m := map[string]int{}
	for i, n := range gtdColumns {
		m[n] = i
	}
	return m
}()

// writeGTD writes an event in the original layout of GTD.
func writeGTD(w *bufio.Writer, e *event) {
	row := make([]string, len(gtdColumns))
	set := func(name, text string) { row[gtdIndex[name]] = text }
	num := func(name string, n int) { set(name, strconv.Itoa(n)) }
	c := e.country
	y, m, d := e.first.Date()
	set("eventid", fmt.Sprintf("%04d%02d%02d%04d", y, m, d, e.serial%10000))
	num("iyear", y)
	num("imonth", m)
	num("iday", d)
	if e.timePrec == 3 {
		num("iday", 0)
		set("eventid", fmt.Sprintf("%04d%02d00%04d", y, m, e.serial%10000))
	}
	num("extended", 0)
	num("country", map[string]int{"Portugal": 162, "Uruguay": 218}[c.name])
	set("country_txt", c.name)
	num("region", map[string]int{"Portugal": 8, "Uruguay": 3}[c.name])
	set("region_txt", map[string]string{"Portugal": "Western Europe", "Uruguay": "South America"}[c.name])
	set("provstate", e.site.admin1)
	set("city", e.site.name)
	set("latitude", degrees(e.lat))
	set("longitude", degrees(e.lon))
	num("specificity", 1)
	num("vicinity", e.placePrec-1)
	summaryDay := strconv.Itoa(d)
	if e.timePrec == 3 {
		summaryDay = "00"
	}
	var note strings.Builder
	b := bufio.NewWriter(&note)
	e.note(b, e.day())
	b.Flush()
	_, rest, _ := strings.Cut(note.String(), ", ")
	if e.timePrec != 1 {
		_, rest, _ = strings.Cut(note.String(), strconv.Itoa(y)+", ")
	}
	set("summary", fmt.Sprintf("%02d/%s/%d: %s", m, pad(summaryDay), y, rest))
	for _, n := range []string{"crit1", "crit2", "crit3", "success"} {
		num(n, 1)
	}
	for _, n := range []string{"doubtterr", "multiple", "suicide", "guncertain1", "individual", "ishostkid", "property", "INT_LOG", "INT_IDEO", "INT_MISC", "INT_ANY"} {
		num(n, 0)
	}
	attack, attackText := 2, "Armed Assault"
	weapon, weaponText, subweapon, subweaponText := 5, "Firearms", 5, "Unknown Gun Type"
	if e.kind == bombing {
		attack, attackText, weapon, weaponText = 3, "Bombing/Explosion", 6, "Explosives"
		subweapon, subweaponText = 16, "Unknown Explosive Type"
	}
	num("attacktype1", attack)
	set("attacktype1_txt", attackText)
	target, targetText, victim := 14, "Private Citizens & Property", "Residents of "+e.site.name
	subtarget, subtargetText, corp := 76, "Village/City/Town/Suburb", "Not Applicable"
	if e.kind == battle {
		target, targetText, victim = 4, "Military", "Post near "+e.site.name
		subtarget, subtargetText, corp = 34, "Military Checkpoint", "Army of "+c.name
	}
	num("targtype1", target)
	num("targsubtype1", subtarget)
	set("targsubtype1_txt", subtargetText)
	set("corp1", corp)
	set("targtype1_txt", targetText)
	set("target1", victim)
	num("natlty1", map[string]int{"Portugal": 162, "Uruguay": 218}[c.name])
	set("natlty1_txt", c.name)
	group := e.actor1
	if e.class1 == 1 {
		group = e.actor2
	}
	if e.class1 == 1 && e.class2 == 7 {
		group = c.rebels[e.noise%uint64(len(c.rebels))]
	}
	if strings.HasPrefix(group, "Unidentified") {
		group = "Unknown"
	}
	set("gname", group)
	num("nperps", -99)
	num("nperpcap", 0)
	num("claimed", int(e.noise>>40&1))
	if group == "Unknown" {
		num("claimed", 0)
	}
	num("weaptype1", weapon)
	set("weaptype1_txt", weaponText)
	num("weapsubtype1", subweapon)
	set("weapsubtype1_txt", subweaponText)
	num("nkill", e.deaths)
	num("nkillus", 0)
	num("nkillter", e.deaths*int(e.noise>>44%3)/8)
	num("nwound", e.injured)
	num("nwoundus", 0)
	num("nwoundte", 0)
	for i, o := range e.sources {
		set(fmt.Sprintf("scite%d", i+1), fmt.Sprintf("%s, \"%s %s at %s: report %x,\" %s %d, %d.", o, details[e.noise>>(3*i)%26], details[e.noise>>(4+3*i)%26],
			e.site.name, uint32(e.noise)+uint32(i)+uint32(e.n)<<3, months[m], d, y))
	}
	set("dbsource", "Invented Primary Collection")
	for i, cell := range row {
		if i > 0 {
			w.WriteByte(',')
		}
		if strings.ContainsAny(cell, ",\"") {
			w.WriteString(`"` + strings.ReplaceAll(cell, `"`, `""`) + `"`)
		} else {
			w.WriteString(cell)
		}
	}
	w.WriteByte('\n')
}

func pad(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}
