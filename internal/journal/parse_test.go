package journal

import (
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

func TestProblems(t *testing.T) {
	good := text(pair(Same, "ged:1", "gtd:2", 0))
	changed := strings.Replace(good, "read both", "read  both", 1)
	for _, test := range []struct {
		name, text string
		holds      int
		want       []string
	}{
		{name: "missing lines and a byte order mark", text: "\ufeff" + good + "\r\n   \n" + strings.ReplaceAll(good, "\n", "\r\n"), holds: 1},
		{name: "no line end", text: strings.TrimSuffix(good, "\n"), holds: 1},
		{
			name: "half a last line", text: good + good[:40], holds: 1,
			want: []string{"decisions.jsonl:2:41: the last line breaks off (hint: a crash leaves this; the line does no harm and what it was to record must be decided again)"},
		},
		{
			name: "half a line in the middle", text: good[:40] + "\n" + good, holds: 1,
			want: []string{"decisions.jsonl:1:41: this line breaks off (hint: a crash leaves this; the line does no harm and what it was to record must be decided again)"},
		},
		{
			name: "no JSON", text: "{kind: same}\n" + good, holds: 1,
			want: []string{"decisions.jsonl:1:2: this line cannot be read as JSON: invalid character 'k' looking for beginning of object key string (hint: it is left out; decide again what it was to record)"},
		},
		{
			name: "marks of a merge", text: "<<<<<<< ours\n" + good + "=======\n" + good + ">>>>>>> theirs\n", holds: 1,
			want: []string{
				"decisions.jsonl:1:1: a merge left its mark here (hint: delete this line and keep all others; decisions.jsonl merge=union in .gitattributes spares this)",
				"decisions.jsonl:3:1: a merge left its mark here (hint: delete this line and keep all others; decisions.jsonl merge=union in .gitattributes spares this)",
				"decisions.jsonl:5:1: a merge left its mark here (hint: delete this line and keep all others; decisions.jsonl merge=union in .gitattributes spares this)",
			},
		},
		{
			name: "two on a line", text: strings.TrimSuffix(good, "\n") + text(pair(Unsure, "ged:1", "ged:2", 0)), holds: 2,
			want: []string{"decisions.jsonl:1:177: two decisions stand on one line (hint: both are used; put each on a line of its own)"},
		},
		{
			name: "changed by hand", text: changed, holds: 1,
			want: []string{"decisions.jsonl:1:7: this line was changed after it was written (hint: it is used as it is; to change a decision record a new one, assay decide)"},
		},
		{name: "a field of later versions", text: strings.Replace(good, `"who"`, `"certainty":3,"who"`, 1), holds: 1},
		{name: "without identifier", text: good[:1] + good[strings.Index(good, `"kind"`):] + good, holds: 1},
		{
			name: "a kind of later versions", text: strings.Replace(good, `"same"`, `"simile"`, 1),
			want: []string{`decisions.jsonl:1:33: unknown kind of decision "simile" (hint: the line is left out, a newer assay may know it; did you mean same?)`},
		},
		{
			name: "a number for a text", text: `{"kind":"same","a":{"dataset":"ged","id":12}}`,
			want: []string{"decisions.jsonl:1:43: a.id cannot be a number (hint: the line is left out; docs/decisions.md shows the form)"},
		},
		{name: "null", text: "null", want: []string{"decisions.jsonl:1:1: this is no decision (hint: the line is left out; docs/decisions.md shows the form)"}},
		{
			name: "no time", text: `{"kind":"suppress","finding":"00"}`,
			want: []string{"decisions.jsonl:1:1: this decision has no time (hint: the line is left out; write when, such as 2016-12-31T09:30:00Z)"},
		},
		{
			name: "odd time", text: `{"kind":"suppress","finding":"00","when":"yesterday"}`,
			want: []string{`decisions.jsonl:1:42: "yesterday" is no time (hint: the line is left out; write it as 2016-12-31T09:30:00Z)`},
		},
		{
			name: "no value", text: `{"kind":"value","a":{"dataset":"ged","id":"1"},"field":"best","when":"2016-12-31T09:30:00Z"}`,
			want: []string{`decisions.jsonl:1:1: this value has no value (hint: the line is left out; an empty text is written as "value":"")`},
		},
		{
			name: "one record", text: `{"kind":"same","a":{"dataset":"ged","id":"1"},"when":"2016-12-31T09:30:00Z"}`,
			want: []string{"decisions.jsonl:1:9: a decision same needs two records, a and b, each with dataset and id (hint: the line is left out)"},
		},
		{
			name: "too long", text: strings.Repeat("x", maxLine+2) + "\n" + good, holds: 1,
			want: []string{"decisions.jsonl:1:1: this line is longer than 1048576 bytes and is left out (hint: a decision is one line of some hundred bytes; is this the right file?)"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			j := parse(t, test.text)
			if n := len(j.Held()); n != test.holds {
				t.Errorf("%d hold, want %d", n, test.holds)
			}
			if diff := cmp.Diff(test.want, problems(j.Problems)); diff != "" {
				t.Errorf("problems (-want +got)\n%s", diff)
			}
		})
	}
}

// A line and its changed copy, as a merge with a branch that changed it leaves them, count as the line that was written.
func TestChangedCopy(t *testing.T) {
	good := text(pair(Same, "ged:1", "gtd:2", 0))
	changed := strings.Replace(good, `"same"`, `"unsure"`, 1)
	other := strings.Replace(good, `"same"`, `"different"`, 1)
	for _, s := range []string{good + changed + other, other + changed + good, changed + good + other} {
		if got := parse(t, s).Held(); len(got) != 1 || got[0].Kind != Same {
			t.Errorf("holds %v", says(got))
		}
	}
	if a, b := parse(t, changed+other).Held(), parse(t, other+changed).Held(); len(a) != 1 || cmp.Diff(a, b) != "" {
		t.Errorf("depends on the order: %v, %v", says(a), says(b))
	}
}

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	if j, err := Load(filepath.Join(dir, "none.jsonl")); err != nil || len(j.Decisions) > 0 || len(j.Held()) > 0 {
		t.Errorf("missing: %v, %v", j, err)
	}
	if _, err := Load(dir); err == nil {
		t.Error("a folder is read as a journal")
	}
	if _, err := Parse(iotest.TimeoutReader(strings.NewReader(strings.Repeat("\n", 1<<20))), "x"); err == nil || !strings.HasPrefix(err.Error(), "x: ") {
		t.Errorf("a file that cannot be read: %v", err)
	}
}

// Whatever is in the file, reading ends, keeps every good line, and what it came to can be written and read again.
func FuzzParse(f *testing.F) {
	good := text(pair(Same, "ged:1", "gtd:2", 0), pair(Different, "ged:1", "gtd:2", 1))
	for _, s := range []string{
		"", "\n", good, good[:50], good + good, "[]", "null", "{}", `{"kind":"value"}`, strings.TrimSuffix(good, "\n") + good, "\xff\xfe",
		`{"id":"a","kind":"suppress","finding":"00","when":"2016-12-31T09:30:00+02:00","supersedes":"a"}`,
		`{"id":"a","kind":"suppress","finding":"00","when":"0000-12-31T09:30:00.5Z","supersedes":["b"]}`,
		`{"kind":"withdraw","when":"2016-12-31T09:30:00Z","supersedes":["b"],"x":1}`,
		`{"kind":"part_of","a":{"dataset":"é","id":"\u0000"},"b":{"dataset":"x","id":"row:1"},"when":"9999-12-31T23:59:59-01:00"}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		j := parse(t, string(data))
		again := parse(t, text(j.Decisions...))
		if diff := cmp.Diff(state(j), state(again)); diff != "" {
			t.Fatalf("(-read +read again)\n%s", diff)
		}
		if len(data) > 0 {
			with := parse(t, good+string(data))
			for _, d := range parse(t, good).Decisions {
				if _, ok := with.Get(d.ID); !ok {
					t.Fatal("a good line is lost")
				}
			}
		}
		if edges, _, err := ReadEdges(strings.NewReader(string(data)), "x"); err == nil {
			j.FromEdges(edges, nil, Import{By: "x", At: noon, File: "x"})
		}
	})
}
