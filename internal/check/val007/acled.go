package val007

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// kindOf is the event type of each sub-event type from 2019 on.
var kindOf = map[string]string{
	"Armed clash": "Battles", "Government regains territory": "Battles", "Non-state actor overtakes territory": "Battles",
	"Chemical weapon": "Explosions/Remote violence", "Air/drone strike": "Explosions/Remote violence",
	"Suicide bomb": "Explosions/Remote violence", "Shelling/artillery/missile attack": "Explosions/Remote violence",
	"Remote explosive/landmine/IED": "Explosions/Remote violence", "Grenade": "Explosions/Remote violence",
	"Peaceful protest": "Protests", "Protest with intervention": "Protests", "Excessive force against protesters": "Protests",
	"Violent demonstration": "Riots", "Mob violence": "Riots",
	"Agreement": "Strategic developments", "Arrests": "Strategic developments", "Change to group/activity": "Strategic developments",
	"Disrupted weapons use": "Strategic developments", "Headquarters or base established": "Strategic developments",
	"Looting/property destruction": "Strategic developments", "Non-violent transfer of territory": "Strategic developments",
	"Other":           "Strategic developments",
	"Sexual violence": "Violence against civilians", "Attack": "Violence against civilians",
	"Abduction/forced disappearance": "Violence against civilians",
}

// disordersOf are the disorder types of each event type, from 2023 on. Force against protesters is both.
var disordersOf = map[string][]string{
	"Battles": {"Political violence"}, "Explosions/Remote violence": {"Political violence"},
	"Violence against civilians": {"Political violence"}, "Strategic developments": {"Strategic developments"},
	"Protests": {"Demonstrations", "Political violence; Demonstrations"},
	"Riots":    {"Political violence", "Demonstrations", "Political violence; Demonstrations"},
}

func acled(d *record.Dataset) []tie {
	var out []tie
	actor2, inter2 := d.Role(record.RoleActor2), d.Column("inter2")
	if coded(actor2, inter2) {
		out = append(out, secondActor(actor2, inter2))
	}
	if actor1, inter1 := d.Role(record.RoleActor1), d.Column("inter1"); coded(actor1, inter1) {
		out = append(out, firstActor(actor1, inter1))
	}
	if ally := d.Role(record.RoleAlly2); coded(actor2, ally) {
		out = append(out, tie{
			what: "assoc_actor_2 stands beside an actor2", columns: []*record.Column{ally, actor2},
			judged: func(row int) bool { return ally.Codes[row] != 0 },
			broken: func(row int) bool { return !actor2.Has(row) },
			finding: func(row int) check.Finding {
				return check.Finding{
					Message: tabular.Name(ally) + " names an actor on the side of actor2, which is empty",
					Why:     "an associated actor stands on the side of a named one", Found: text(ally, row), Expected: "an actor2, or nothing",
				}
			},
		})
	}
	kind, sub := d.Role(record.RoleKind), d.Role(record.RoleSubkind)
	if coded(kind, sub) {
		out = append(out, subkind(kind, sub))
	}
	if disorder := d.Column("disorder_type"); coded(kind, disorder) {
		out = append(out, disorderType(kind, disorder))
	}
	return out
}

// nobody says of each code of inter1 or inter2 whether it means that there is no actor; unread codes are not judged.
func nobody(c *record.Column) (none, known []bool) {
	n := tabular.NumbersOf(c)
	none, known = make([]bool, len(c.Dict.Texts)), make([]bool, len(c.Dict.Texts))
	for code, s := range c.Dict.States {
		known[code] = s == record.Empty || s == record.Present
		none[code] = s == record.Empty || n.OfCode(code) == 0
	}
	return none, known
}

func secondActor(actor, inter *record.Column) tie {
	none, known := nobody(inter)
	return tie{
		what: "inter2 is 0 or empty exactly where actor2 is empty", columns: []*record.Column{inter, actor},
		judged: func(row int) bool { return known[inter.Codes[row]] },
		broken: func(row int) bool { return none[inter.Codes[row]] == actor.Has(row) },
		finding: func(row int) check.Finding {
			f := check.Finding{Why: "the code says of what sort the second actor is, 0 that there is none", Found: text(inter, row)}
			if actor.Has(row) {
				f.Message = fmt.Sprintf("inter2 says that there is no second actor, but actor2 is %s", wording.Quote(text(actor, row), wording.Label))
				f.Expected = "the sort of actor2"
			} else {
				f.Message = fmt.Sprintf("inter2 is %s, but actor2 is empty", text(inter, row))
				f.Expected = "0"
			}
			return f
		},
	}
}

func firstActor(actor, inter *record.Column) tie {
	none, known := nobody(inter)
	return tie{
		what: "inter1 is the sort of actor1", columns: []*record.Column{inter, actor},
		judged: func(row int) bool { return known[inter.Codes[row]] && actor.Has(row) },
		broken: func(row int) bool { return none[inter.Codes[row]] },
		finding: func(row int) check.Finding {
			return check.Finding{
				Message: fmt.Sprintf("inter1 says that there is no first actor, but actor1 is %s", wording.Quote(text(actor, row), wording.Label)),
				Why:     "the code says of what sort the first actor is", Expected: "the sort of actor1", Found: text(inter, row),
			}
		},
	}
}

func subkind(kind, sub *record.Column) tie {
	// The code of kind that each sub-event type belongs to; the codes of kind that the table knows.
	known := make([]bool, len(kind.Dict.Texts))
	codes := map[string]uint32{}
	for code, s := range kind.Dict.Texts {
		codes[s] = uint32(code)
	}
	for _, k := range kindOf {
		if code, ok := codes[k]; ok {
			known[code] = true
		}
	}
	const absent = ^uint32(0)
	want := make([]uint32, len(sub.Dict.Texts))
	for code, s := range sub.Dict.Texts {
		k, ok := kindOf[s]
		if want[code] = absent; ok {
			want[code] = absent - 1
			if c, there := codes[k]; there {
				want[code] = c
			}
		}
	}
	return tie{
		what: "sub_event_type belongs to event_type", columns: []*record.Column{sub, kind},
		judged: func(row int) bool { return known[kind.Codes[row]] && want[sub.Codes[row]] != absent },
		broken: func(row int) bool { return want[sub.Codes[row]] != kind.Codes[row] },
		finding: func(row int) check.Finding {
			return check.Finding{
				Message: fmt.Sprintf("sub_event_type %s does not belong to event_type %s", wording.Quote(text(sub, row), wording.Label), wording.Quote(text(kind, row), wording.Label)),
				Why:     fmt.Sprintf("the codebook has it under %s", kindOf[text(sub, row)]), Expected: kindOf[text(sub, row)], Found: text(kind, row),
			}
		},
	}
}

func disorderType(kind, disorder *record.Column) tie {
	allowed := make([][]bool, len(kind.Dict.Texts)) // by code of kind and of disorder; nil = not judged
	known := make([]bool, len(disorder.Dict.Texts))
	for _, list := range disordersOf {
		for _, want := range list {
			for code, s := range disorder.Dict.Texts {
				known[code] = known[code] || s == want
			}
		}
	}
	for k, s := range kind.Dict.Texts {
		list := disordersOf[s]
		if list == nil {
			continue
		}
		allowed[k] = make([]bool, len(disorder.Dict.Texts))
		for code, have := range disorder.Dict.Texts {
			for _, want := range list {
				allowed[k][code] = allowed[k][code] || have == want
			}
		}
	}
	return tie{
		what: "disorder_type is that of event_type", columns: []*record.Column{disorder, kind},
		judged: func(row int) bool { return allowed[kind.Codes[row]] != nil && known[disorder.Codes[row]] },
		broken: func(row int) bool { return !allowed[kind.Codes[row]][disorder.Codes[row]] },
		finding: func(row int) check.Finding {
			return check.Finding{
				Message: fmt.Sprintf("disorder_type %s does not go with event_type %s", wording.Quote(text(disorder, row), wording.Label), wording.Quote(text(kind, row), wording.Label)),
				Why:     "the disorder type follows from the event type", Expected: disordersOf[text(kind, row)][0], Found: text(disorder, row),
			}
		},
	}
}
