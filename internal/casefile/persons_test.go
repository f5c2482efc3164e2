package casefile

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPersons(t *testing.T) {
	c, err := Parse([]byte(`
persons:
  - key: okello
    name: James Okello
    reason: minister of the interior, named by the official gazette
  - {key: adeyemi, name: "Adeyemi, Ruth", reason: listed by the UN Security Council}
pseudonym_key: sixteen characters, or more
`), "assay.yaml")
	if err != nil {
		t.Fatal(err)
	}
	want := []Person{
		{"okello", "James Okello", "minister of the interior, named by the official gazette"},
		{"adeyemi", "Adeyemi, Ruth", "listed by the UN Security Council"},
	}
	if diff := cmp.Diff(want, c.Persons); diff != "" {
		t.Errorf("persons (-want +got)\n%s", diff)
	}
	if c.PseudonymKey != "sixteen characters, or more" {
		t.Errorf("pseudonym key %q", c.PseudonymKey)
	}
}

func TestPersonMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"persons:\n  - {name: A, reason: in the news daily}\n":                                                   "assay.yaml:2:5: this person has no key (hint: write key: as in the column person_key)",
		"persons:\n  - {key: a, reason: in the news daily}\n":                                                    "assay.yaml:2:5: person a has no name (hint: write name: as outputs are to show it)",
		"persons:\n  - {key: a, name: A}\n":                                                                      "assay.yaml:2:5: person a is named without a reason (hint: say in a few words which public role it is, and who says so)",
		"persons:\n  - {key: a, name: A, reason: leader}\n":                                                      "assay.yaml:2:5: person a is named without a reason (hint: say in a few words which public role it is, and who says so)",
		"persons:\n  - {key: a, name: A, reason: head of state}\n  - {key: a, name: B, reason: head of state}\n": "assay.yaml:3:11: person a stands here twice (hint: keep one of them)",
		"persons:\n  - {key: a, nme: A, reason: head of state}\n":                                                `assay.yaml:2:14: unknown key "nme" (hint: did you mean name?)`,
		"pseudonym_key: short\n":                                                                                 "assay.yaml:1:16: pseudonym_key is too short (hint: any text of 16 characters or more that stays the same and is not published with the report)",
	} {
		_, err := Parse([]byte(text), "assay.yaml")
		if err == nil || err.Error() != want {
			t.Errorf("%s\n got %v\nwant %s", text, err, want)
		}
	}
}
