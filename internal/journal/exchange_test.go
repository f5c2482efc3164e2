package journal

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func edges(t testing.TB, s string) []Edge {
	t.Helper()
	es, bad, err := ReadEdges(strings.NewReader(s), "resolver.json")
	if err != nil || len(bad) > 0 {
		t.Fatal(err, problems(bad))
	}
	return es
}

func TestReadEdges(t *testing.T) {
	es, bad, err := ReadEdges(strings.NewReader(`["NK-a", "ged:11", "positive", null, "ruth", "2024-01-31T09:30"]
["NK-a","own:x:1","negative",0.3,null,null]

["own:x:1","NK-a","positive",null,null,"2024-01-31T09:30:01.123456+02:00"]
["NK-a","gone","positive",null,null,"2024-01-31T09:30:01","2024-02-01T00:00:00"]
["NK-a","own:x:2","perhaps"]
["NK-a","NK-a","positive"]
["NK-a","x","positive",null,"u","yesterday"]
["NK-a"]
{"target":"NK-a"}
["Q1",7,"positive"]
["Q1","short","unsure"]`), "resolver.json")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range es {
		got = append(got, strings.Join([]string{e.Target, e.Source, e.Judgement, e.User, e.When.Format("2006-01-02T15:04:05.999")}, " "))
	}
	want := []string{
		"NK-a ged:11 positive ruth 2024-01-31T09:30:00", "own:x:1 NK-a positive  2024-01-31T07:30:01.123", "Q1 short unsure  0001-01-01T00:00:00",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("edges (-want +got)\n%s", diff)
	}
	const hint = ` (hint: the line is left out; one is written ["NK-…","dataset:id","positive",null,"user","2024-01-31T09:30:00"])`
	texts := []string{
		`resolver.json:6:1: unknown judgement "perhaps"` + hint, "resolver.json:7:1: both identifiers are NK-a" + hint, `resolver.json:8:1: "yesterday" is no time` + hint,
		"resolver.json:9:1: this is no resolver line: it has no two identifiers and a judgement" + hint, "resolver.json:10:1: this is no resolver line: it is no JSON array" + hint,
		"resolver.json:11:1: this is no resolver line: it has no two identifiers and a judgement" + hint,
	}
	if diff := cmp.Diff(texts, problems(bad)); diff != "" {
		t.Errorf("problems (-want +got)\n%s", diff)
	}
}

func TestFromEdges(t *testing.T) {
	ds := tables(t)
	es := edges(t, `["NK-a","ged:11","positive",null,"ruth","2024-01-31T09:30:00"]
["NK-b","x:1","positive",null,"james","2024-02-01T00:00:00"]
["Q7","NK-a","positive",null,"ruth","2024-02-02T00:00:00"]
["NK-b","Q7","positive",null,"ruth","2024-02-02T00:00:00"]
["NK-b","bare:row:1","positive",null,null,null]
["NK-c","ged:13","negative",null,"ruth","2024-03-01T00:00:00"]
["NK-c","12","positive",null,"ruth","2024-03-01T00:00:00"]
["NK-a","ged:13","unsure",null,"ruth","2024-03-02T00:00:00"]
["NK-a","x:1","negative",null,"ruth","2024-03-02T00:00:00"]
["NK-empty","ged:13","negative",null,"ruth","2024-03-02T00:00:00"]
["ged:11","nobody","positive",null,"ruth","2024-03-02T00:00:00"]
["ged:11","ged:12","no_judgement",0.8,"model","2024-03-02T00:00:00"]
["ged:12","own:x:2","positive",null,"ruth","2024-03-04T00:00:00"]`)
	by := Import{By: "R. Adeyemi", At: noon, File: "resolver.json"}
	j := parse(t, "")
	got, bad := j.FromEdges(es, ds, by)
	var lines []string
	for _, d := range got {
		lines = append(lines, d.Says()+" / "+d.Who+" "+d.When.Format("2006-01-02")+" "+strings.Join(d.Evidence, " "))
	}
	want := []string{
		"ged:12 and own:x:2 are the same / ruth 2024-03-04 ",
		"bare:row:1 and ged:11 are the same / ruth 2024-01-31 nomenklatura:NK-a",
		"bare:row:1 and own:x:1 are the same / james 2024-02-01 nomenklatura:NK-a",
		"ged:12 and ged:13 are different / ruth 2024-03-01 nomenklatura:NK-c",
		"it cannot be told whether bare:row:1 and ged:13 are the same / ruth 2024-03-02 nomenklatura:NK-a",
		"bare:row:1 and own:x:1 are different / ruth 2024-03-02 nomenklatura:NK-a",
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("decisions (-want +got)\n%s", diff)
	}
	texts := []string{`resolver.json:11:1: "nobody" is no record of the datasets here (hint: the line is left out; identifiers are dataset:id, or stand in exactly one dataset)`}
	if diff := cmp.Diff(texts, problems(bad)); diff != "" {
		t.Errorf("problems (-want +got)\n%s", diff)
	}
	// Taking the same file over again adds nothing.
	again, _ := parse(t, text(got...)).FromEdges(es, ds, Import{By: "somebody", At: noon.AddDate(1, 0, 0), File: "resolver.json"})
	again = slices.DeleteFunc(again, func(d Decision) bool { return d.Kind == Same && d.B == rec("own:x:1") }) // contradicted in the file itself
	if len(again) > 0 {
		t.Errorf("news %v", says(again))
	}
}

func TestFromEdgesAmbiguous(t *testing.T) {
	ds := append(tables(t), table(t, "copy", "event_id,event_date,country,killed\nx:1,2014-05-01,Iraq,3\n"))
	got, bad := parse(t, "").FromEdges(edges(t, `["ged:11","x:1","positive",null,"a","2024-01-01"]`+"\n"+`["ged:11","ged:11b","negative",null,"a","2024-01-01"]`), ds, Import{File: "r"})
	if len(got) != 1 || len(bad) != 1 || bad[0].Text != `"x:1" stands in more than one dataset` {
		t.Errorf("%v, %v", says(got), problems(bad))
	}
	got, bad = parse(t, "").FromEdges(edges(t, `["anything:1","x:1","positive",null,"a","2024-01-01"]`+"\n"+`["ged:11","plain","negative",null,"a","2024-01-01"]`), nil, Import{File: "r"})
	if len(got) != 1 || len(bad) != 1 {
		t.Errorf("without datasets: %v, %v", says(got), problems(bad))
	}
}

// What is exported says the same when it is imported: which records are one, which pairs are different or unsure.
func TestExchange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		j := parse(t, text(some.Draw(t, "decisions")...))
		if contradictory(j) {
			t.Skip("what contradicts itself has no one meaning")
		}
		out, left := j.Edges()
		var file bytes.Buffer
		if err := WriteEdges(&file, out); err != nil {
			t.Fatal(err)
		}
		back, bad, err := ReadEdges(&file, "x")
		if err != nil || len(bad) > 0 || len(back) != len(out) {
			t.Fatal(err, problems(bad), len(back), len(out))
		}
		ds, bad := parse(t, "").FromEdges(back, nil, Import{By: "x", At: noon, File: "x"})
		if len(bad) > 0 {
			t.Fatal(problems(bad))
		}
		want, parts := meaning(j)
		if diff := cmp.Diff(want, first(meaning(parse(t, text(ds...))))); diff != "" {
			t.Fatalf("(-journal +imported)\n%s", diff)
		}
		if n := len(j.Values()) + len(j.Suppressed()) + parts; left != n {
			t.Fatalf("%d left out, want %d", left, n)
		}
		if news, _ := j.FromEdges(back, nil, Import{By: "x", At: noon, File: "x"}); len(news) > 0 {
			t.Fatalf("news to where it came from: %v", says(news))
		}
	})
}

// contradictory reports whether two records are judged apart that others make the same.
func contradictory(j *Journal) bool {
	same := newSets()
	pairs := j.Pairs()
	for _, d := range pairs {
		if d.Kind == Same {
			same.join(d.A.String(), d.B.String())
		}
	}
	return slices.ContainsFunc(pairs, func(d Decision) bool {
		return d.Kind != Same && d.Kind != PartOf && same.root(d.A.String()) == same.root(d.B.String())
	})
}

func first(m map[string]bool, _ int) map[string]bool { return m }

// meaning is which pairs are one thing, different or unsure, whatever the decisions that say so, and the number of parts.
func meaning(j *Journal) (map[string]bool, int) {
	out := map[string]bool{}
	parts := 0
	same := newSets()
	records := map[string]bool{}
	for _, d := range j.Pairs() {
		switch d.Kind {
		case Same:
			same.join(d.A.String(), d.B.String())
			records[d.A.String()], records[d.B.String()] = true, true
		case PartOf:
			parts++
		default:
			out[d.Says()] = true
		}
	}
	for r := range records {
		out[r+" is "+same.root(r)] = true
	}
	return out, parts
}
