package event

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

// relations counts the pairs by their relation.
func relations(l *Linked) (n [4]int) {
	for _, p := range l.Pairs {
		n[p.Relation]++
	}
	return n
}

func TestPoorData(t *testing.T) {
	acled := acledColumns + `
URY1,2011-03-05,2011,1,Battles,Armed clash,Ostra Column,2,Velian Brigade,2,22,Uruguay,Province A,Tarsk,-33,-57,1,Evening Courier,Fighters clashed at Belmor bridge in Tarsk and seven were killed,7
URY2,2011-06-09,2011,1,Battles,Armed clash,Harbour League,2,Velian Brigade,2,22,Uruguay,Province B,Velsk,-31,-55,1,Evening Courier,A convoy was ambushed near the Qualis mill,2
`
	const plain = `
P1,2011-03-05,Tarsk,%s,Ostra Column,7,2,Clash at Belmor bridge in Tarsk: seven dead
P2,2011-09-30,Olver,%s,Tarsk Front,1,2,A farmer was shot
`
	points := func(a, b string) string { return plainColumns + fmt.Sprintf(plain, a, b) }
	undated := strings.NewReplacer("2011-03-05", "", "2011-09-30", "").Replace(points("-33,-57", "-34,-56"))
	for _, c := range []struct {
		name  string
		files []string
		same  int
	}{
		{"as it should be", []string{"acled", acled, "plain", points("-33,-57", "-34,-56")}, 1},
		{"no coordinates", []string{"acled", acled, "plain", points(",", ",")}, 1},
		{"no numbers where coordinates are due", []string{"acled", acled, "plain", points("NaN,NaN", "inf,-inf")}, 1},
		{"coordinates that are off the globe", []string{"acled", acled, "plain", points("95,500", "-91,-181")}, 1},
		{"a point that is nowhere", []string{"acled", acled, "plain", points("0,0", "0,0")}, -1},
		{"no dates", []string{"acled", acled, "plain", undated}, -1},
		{"one dataset", []string{"acled", acled}, 0},
		{"one dataset twice", []string{"acled", acled, "again", acled}, 2},
		{"an empty dataset", []string{"acled", acled, "plain", plainColumns + "\n"}, 0},
		{"two empty datasets", []string{"acled", acledColumns + "\n", "plain", plainColumns + "\n"}, 0},
		{"a dataset without events", []string{"acled", acled, "sums", "country,total\nUruguay,5\n"}, 0},
		{"nothing", nil, 0},
	} {
		for _, files := range [][]string{c.files, c.files[min(2, len(c.files)):]} {
			datasets := datasetsOf(t, files...)
			l := linkAll(t, datasets, Options{})
			everyRecordOnce(t, l)
			if got := relations(l)[link.Same]; len(files) == len(c.files) && c.same >= 0 && got != c.same {
				t.Errorf("%s: %d pairs are the same, want %d\n%s", c.name, got, c.same, strings.Join(pairsOf(l), "\n"))
			}
			if l := linkAll(t, datasets, Options{BlockingOnly: true}); len(l.Pairs) > 0 {
				t.Errorf("%s: %d pairs though only blocks were asked for", c.name, len(l.Pairs))
			}
		}
	}
}

// Without points, words of place and day still bring records together; without dates nothing does, and nothing breaks.
func TestMissingColumns(t *testing.T) {
	for _, header := range []string{
		"id,date", "date,killed", "date,lat,lon", "id,date,notes", "id,date,perpetrator", "id,date,place", "id,date,end_date,killed",
	} {
		var b strings.Builder
		b.WriteString(header + "\n")
		for i := range 30 {
			var cells []string
			for _, c := range strings.Split(header, ",") {
				cells = append(cells, map[string]string{
					"id": str(i), "date": fmt.Sprintf("2011-03-%02d", 1+i), "end_date": fmt.Sprintf("2011-04-%02d", 1+i), "killed": str(i), "lat": "-33." + str(i), "lon": "-57",
					"notes": "A shop was burnt", "perpetrator": "Ostra Column", "place": "Tarsk",
				}[c])
			}
			b.WriteString(strings.Join(cells, ",") + "\n")
		}
		l := linkAll(t, datasetsOf(t, "one", b.String(), "two", b.String()), Options{})
		everyRecordOnce(t, l)
	}
}

// Rows that are all alike meet a bounded number of others, by every key.
func TestAllRowsAlike(t *testing.T) {
	const n = 1000
	for name, row := range map[string]string{
		"with a note": "%s,2011-03-05,2011,1,Battles,Armed clash,Ostra Column,2,Velian Brigade,2,22,Uruguay,Province A,Tarsk,-33,-57,3,Evening Courier,Fighters clashed at Belmor bridge in Tarsk and seven were killed,7\n",
		"bare":        "%s,2011-03-05,2011,1,Battles,,,2,,2,22,,,,-33,-57,1,,,0\n",
		"no point":    "%s,2011-03-05,2011,1,Battles,,Ostra Column,2,,2,22,,,Tarsk,,,1,,,0\n",
	} {
		for _, ids := range []string{"one", "many"} {
			var b strings.Builder
			b.WriteString(acledColumns + "\n")
			for i := range n {
				id := "URY1"
				if ids == "many" {
					id = fmt.Sprintf("URY%d", i)
				}
				fmt.Fprintf(&b, row, id)
			}
			l := linkAll(t, datasetsOf(t, "acled", b.String()), Options{})
			everyRecordOnce(t, l)
			if l.Candidates > 120*n {
				t.Errorf("%s, %s id: %d pairs compared of %d rows", name, ids, l.Candidates, n)
			}
			t.Logf("%s, %s id: %d pairs compared, %d events, pairs by relation %v", name, ids, l.Candidates, len(l.Entities), relations(l))
		}
	}
}

// Long texts are cut: the tail of a note of a megabyte costs nothing and says nothing.
func TestLongNotes(t *testing.T) {
	long := strings.Repeat("Belmor bridge burnt again and again; ", 1<<20/37)
	many := make([]string, 1<<16)
	for i := range many {
		many[i] = fmt.Sprintf("w%dx", i)
	}
	for name, note := range map[string]string{"repeated words": long, "one word": strings.Repeat("x", 1<<20), "many words": strings.Join(many, " ") + " ", "digits": strings.Repeat("9", 1<<20)} {
		var b strings.Builder
		b.WriteString(plainColumns + "\n")
		for i := range 3 {
			fmt.Fprintf(&b, "P%d,2011-03-05,Tarsk,-33,-57,Ostra Column,7,2,%s%d\n", i, note, i)
		}
		l := linkAll(t, datasetsOf(t, "plain", b.String()), Options{})
		everyRecordOnce(t, l)
		for i := range int32(l.Records.N()) {
			if k := len(l.Records.text.of(i)); k > 20_000 {
				t.Errorf("%s: %d tokens", name, k)
			}
		}
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Link(ctx, readTables(t, mixed(1)...), Options{}); err == nil {
		t.Error("an interrupted run gives a result")
	}
}

// A run of years at one place is compared within bounds too.
func TestLongEvents(t *testing.T) {
	var b strings.Builder
	b.WriteString("id,date,end_date,lat,lon,killed\n")
	for i := range 400 {
		fmt.Fprintf(&b, "%d,%04d-01-01,%04d-12-31,-33,-57,5\n", i, 1990+i%20, 2000+i%20)
	}
	l := linkAll(t, []*record.Dataset{readText(t, "years", b.String())}, Options{})
	everyRecordOnce(t, l)
	if l.Candidates > 150*400 {
		t.Errorf("%d pairs compared of 400 rows", l.Candidates)
	}
}
