package overlap

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/coverage"
	"github.com/assaydata/assay/internal/link/event"
)

// stratify numbers the strata in the order of their names.
func (t *Tables) stratify(all []seen, by []Key) []string {
	index := map[string]int32{}
	var names []string
	text := make([]string, len(all))
	for i := range all {
		if x := &all[i]; x.stratum == 0 {
			text[i] = x.name(by)
			if _, known := index[text[i]]; !known {
				index[text[i]] = 0
				names = append(names, text[i])
			}
		}
	}
	slices.Sort(names)
	for i, s := range names {
		index[s] = int32(i)
	}
	for i := range all {
		if x := &all[i]; x.stratum == 0 {
			x.stratum = index[text[i]]
		}
	}
	return names
}

func (x *seen) name(by []Key) string {
	var parts []string
	for _, k := range by {
		part := ""
		switch k {
		case Country:
			part = x.country
		case Admin1:
			part = x.admin1
		case Year:
			part = fmt.Sprint(x.day.Year())
		case Kind:
			part = x.kind.String()
		}
		if part == "" {
			part = string(k) + " not stated"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ", ")
}

// fatalOnly is the share of deadly events among the violent ones of a dataset from which on the dataset is taken to hold deadly ones only.
const fatalOnly = 0.97

// describe says what is known of the lists. That every event could have been on every list is for the user to state: the rules of
// datasets about whose violence counts differ.
func (t *Tables) describe(all []seen, l *event.Linked, o *Options) {
	for i, d := range l.Datasets {
		unit := "events with a death"
		if o.Violent {
			unit = "violent events"
			deadly, violent := 0, 0
			for k := range all {
				if x := &all[k]; x.stratum >= 0 && x.lists>>i&1 == 1 {
					violent++
					if x.deadly {
						deadly++
					}
				}
			}
			if float64(deadly) >= fatalOnly*float64(violent) {
				unit = "violent events with a death"
			}
		}
		t.Study.Lists = append(t.Study.Lists, coverage.List{
			Name: d.Name, Unit: unit, From: t.From.String(), To: t.To.String(), Origin: origin(d.Name, o.BuiltOn),
		})
	}
	for i := range t.Study.Lists { // a list that nothing else shares its origin with needs none
		own := t.Study.Lists[i].Origin
		same := 0
		for _, x := range t.Study.Lists {
			if x.Origin == own {
				same++
			}
		}
		if same < 2 && own == t.Study.Lists[i].Name {
			t.Study.Lists[i].Origin = ""
		}
	}
}

// origin follows what a dataset is built on to the end. A circle has none; its least name stands for it.
func origin(name string, on map[string]string) string {
	var passed []string
	for !slices.Contains(passed, name) {
		passed = append(passed, name)
		if on[name] == "" {
			return name
		}
		name = on[name]
	}
	return slices.Min(passed[slices.Index(passed, name):])
}
