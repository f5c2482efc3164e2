package journal

import (
	"fmt"
	"slices"
)

// Journal is what a file of decisions comes to.
type Journal struct {
	Path      string
	Decisions []Decision // each once, ordered by time and identifier
	Problems  []Problem  // what people should look at, by line

	lines      map[string]int      // on which each decision stands
	standing   map[string][]int    // decisions of a subject that nothing supersedes, the one that holds last; indexes into Decisions
	superseded map[string]string   // by which decision
	byID       map[string]Decision //
}

// replay finds out what holds. It must not depend on the order of the lines.
func (j *Journal) replay(all map[string]entry) {
	slices.SortFunc(j.Decisions, func(a, b Decision) int { return a.Compare(&b) })
	j.lines, j.byID = map[string]int{}, map[string]Decision{}
	j.standing, j.superseded = map[string][]int{}, map[string]string{}
	for _, d := range j.Decisions {
		j.lines[d.ID], j.byID[d.ID] = all[d.ID].line, d
	}
	withdrawn := map[string]bool{} // subjects
	for i := range j.Decisions {
		d := &j.Decisions[i]
		for _, id := range d.Supersedes {
			before, ok := j.byID[id]
			switch {
			case !ok || id == d.ID: // it may stand on a branch that is not merged yet
			case d.Kind == Withdraw:
				j.superseded[id] = d.ID
				withdrawn[before.subject()] = true
			case before.subject() != d.subject():
				j.report(d, fmt.Sprintf("this decision supersedes %s, which is about something else", id), "it is used, and so is the other; assay decide withdraw "+id+" takes that back")
			default:
				j.superseded[id] = d.ID
			}
		}
	}
	groups := map[string][]int{}
	var order []string
	for i := range j.Decisions {
		s := j.Decisions[i].subject()
		if s == "" {
			continue
		}
		if groups[s] == nil {
			order = append(order, s)
		}
		groups[s] = append(groups[s], i)
	}
	for _, s := range order {
		for _, i := range groups[s] {
			if j.superseded[j.Decisions[i].ID] == "" {
				j.standing[s] = append(j.standing[s], i)
			}
		}
		last := groups[s][len(groups[s])-1]
		if len(j.standing[s]) == 0 && !withdrawn[s] {
			j.standing[s] = []int{last}
			delete(j.superseded, j.Decisions[last].ID)
			j.report(&j.Decisions[last], "the decisions on this supersede each other in a circle", "the latest holds; decide it once more")
		}
		j.contradictions(j.standing[s])
	}
	j.through()
	slices.SortStableFunc(j.Problems, func(a, b Problem) int { return a.Line - b.Line })
}

// contradictions reports decisions that were made without knowing of each other and do not agree.
func (j *Journal) contradictions(standing []int) {
	if len(standing) < 2 {
		return
	}
	held := &j.Decisions[standing[len(standing)-1]]
	for _, i := range standing[:len(standing)-1] {
		d := &j.Decisions[i]
		if d.Agrees(held) {
			continue
		}
		j.report(d, fmt.Sprintf("%s (%s, %s) contradicts line %d: %s (%s, %s)", d.Says(), d.Who, d.When.Format("2006-01-02"),
			j.lines[held.ID], held.Says(), held.Who, held.When.Format("2006-01-02")), "the later holds; assay decide settles it for both")
	}
}

// through reports decisions that two records are not the same where others make them so by way of further records.
func (j *Journal) through() {
	same := newSets()
	pairs := j.Pairs()
	for i := range pairs {
		if d := &pairs[i]; d.Kind == Same {
			same.join(d.A.String(), d.B.String())
		}
	}
	for i := range pairs {
		d := &pairs[i]
		if d.Kind != Same && d.Kind != Unsure && same.root(d.A.String()) == same.root(d.B.String()) {
			j.report(d, d.Says()+", but other decisions make them the same through further records", "one of them is wrong; assay decide list "+d.A.String()+" shows them")
		}
	}
}

func (j *Journal) report(d *Decision, what, hint string) {
	j.Problems = append(j.Problems, Problem{j.Path, j.lines[d.ID], 1, what, hint})
}

// Get returns the decision of an identifier, or of its first digits where they name one alone.
func (j *Journal) Get(id string) (Decision, bool) {
	if d, ok := j.byID[id]; ok {
		return d, true
	}
	var found []Decision
	for _, d := range j.Decisions {
		if len(id) >= 4 && len(d.ID) > len(id) && d.ID[:len(id)] == id {
			found = append(found, d)
		}
	}
	if len(found) != 1 {
		return Decision{}, false
	}
	return found[0], true
}

// Line is the line on which a decision stands, 0 for one that is not in the journal.
func (j *Journal) Line(id string) int { return j.lines[id] }

// SupersededBy returns the decision that took the place of another, "" where none did.
func (j *Journal) SupersededBy(id string) string { return j.superseded[id] }

// Holds reports whether a decision is the one that holds for its subject.
func (j *Journal) Holds(id string) bool {
	d, ok := j.byID[id]
	if !ok {
		return false
	}
	s := j.standing[d.subject()]
	return len(s) > 0 && j.Decisions[s[len(s)-1]].ID == id
}

// Held returns the decisions that hold, one for each subject, ordered by time and identifier.
func (j *Journal) Held() []Decision {
	var out []Decision
	for _, d := range j.Decisions {
		if j.Holds(d.ID) {
			out = append(out, d)
		}
	}
	return out
}

// Standing returns the decisions on the subject of d that nothing supersedes, the one that holds first.
func (j *Journal) Standing(d Decision) []Decision {
	var out []Decision
	for _, i := range slices.Backward(j.standing[d.subject()]) {
		out = append(out, j.Decisions[i])
	}
	return out
}

// Next returns a new decision ready to be appended: it supersedes all that stand on its subject, so that it holds whatever
// their times, and has its identifier.
func (j *Journal) Next(d Decision) Decision {
	for _, before := range j.Standing(d) {
		d.Supersedes = append(slices.Clone(d.Supersedes), before.ID)
	}
	return d.Sealed()
}

// Pairs returns the decisions on two records that hold.
func (j *Journal) Pairs() []Decision {
	return slices.DeleteFunc(j.Held(), func(d Decision) bool { _, ok := d.Kind.Relation(); return !ok })
}

// Values returns the decisions on values that hold.
func (j *Journal) Values() []Decision {
	return slices.DeleteFunc(j.Held(), func(d Decision) bool { return d.Kind != Value })
}

// Suppressed returns the fingerprints of findings that are not shown, each with its decision.
func (j *Journal) Suppressed() map[string]string {
	out := map[string]string{}
	for _, d := range j.Held() {
		if d.Kind == Suppress {
			out[d.Finding] = d.ID
		}
	}
	return out
}
