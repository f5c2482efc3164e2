package names

import "strings"

// Step is one line of an [Explanation]: parts of the two names that were set against each other.
type Step struct {
	A, B string  // as written; "" where nothing stands on that side
	Role string  // of the parts
	How  string  // the path: "same", "transliteration Cyrillic–Latin", "spelling", "initial", "joined", "concept", "translation", "left out", "differs"
	Cost float32 // distance in letters
	Bits float32 // what the step adds
}

// Explanation is how a score came about.
type Explanation struct {
	A, B  *Name
	Score Score
	Steps []Step
	Notes []string // in words: "only a kunya is shared"
}

// Explain compares two names and tells how.
func (m *Matcher) Explain(a, b *Name) *Explanation {
	x := &Explanation{A: a, B: b}
	if a.Kind == Person && b.Kind == Person {
		x.Score = m.comparePersons(a, b, x)
	} else {
		x.Score = m.compareGroups(a, b, x)
	}
	x.Notes = append(x.Notes, notes(x.Score.Flags)...)
	return x
}

// Why is the explanation on one line.
func (x *Explanation) Why() string {
	var same, left []string
	for _, s := range x.Steps {
		switch {
		case s.A != "" && s.B != "" && s.How == "same":
			same = append(same, s.A)
		case s.A != "" && s.B != "":
			same = append(same, s.A+" = "+s.B+" ("+s.How+")")
		default:
			left = append(left, s.A+s.B)
		}
	}
	out := strings.Join(same, ", ")
	if out == "" {
		out = "nothing in common"
	} else if len(left) > 0 {
		out += "; without counterpart: " + strings.Join(left, ", ")
	}
	for _, n := range x.Notes {
		out += "; " + n
	}
	return out
}

// notes says in words what the flags of a score mean.
func notes(f Flags) []string {
	var out []string
	for _, n := range []struct {
		flag Flags
		text string
	}{
		{KunyaOnly, "only a kunya is shared, which never suffices"},
		{NisbaOnly, "only a nisba is shared, which never suffices"},
		{PatronymicDiffers, "the fathers' names differ: a sibling or another person"},
		{GivenDiffers, "the given names differ"},
		{FamilyDiffers, "the family names differ"},
		{NumberDiffers, "the numbers differ"},
		{PlaceDiffers, "the places differ"},
		{BranchOf, "one is a branch of the other"},
		{AcronymMatch, "one is the acronym of the other"},
	} {
		if f&n.flag != 0 {
			out = append(out, n.text)
		}
	}
	return out
}

// tell writes down the alignment of two persons' names.
func (g *grid) tell(a, b *Name, x *Explanation) {
	for i := 0; i < g.na; i++ {
		p := &a.Parts[i]
		switch j := g.a[i]; {
		case j >= 0:
			q := &b.Parts[j]
			step := Step{A: p.Text, B: q.Text, Role: p.Role.String(), How: path(p, q), Bits: (p.weight + q.weight) / 2 * g.simA[i]}
			if i+1 < g.na && g.a[i+1] == inJoin {
				step.A += " " + a.Parts[i+1].Text
				step.How = "joined"
			}
			if int(j)+1 < g.nb && g.b[j+1] == inJoin {
				step.B += " " + b.Parts[j+1].Text
				step.How = "joined"
			}
			if p.n > 0 && q.n > 0 && step.How != "joined" {
				step.Cost = float32(apart(p, q, 999)) / 100
			}
			x.Steps = append(x.Steps, step)
		case j == free:
			x.Steps = append(x.Steps, Step{A: p.Text, Role: p.Role.String(), How: "left out"})
		}
	}
	for j := 0; j < g.nb; j++ {
		if g.b[j] == free {
			q := &b.Parts[j]
			x.Steps = append(x.Steps, Step{B: q.Text, Role: q.Role.String(), How: "left out"})
		}
	}
}

// path says by which way two parts were found alike.
func path(p, q *Part) string {
	switch {
	case p.id == q.id:
		return "same"
	case p.Role == Initial || q.Role == Initial:
		return "initial"
	case p.Role == Kunya != (q.Role == Kunya):
		return "kunya and name"
	case p.Script != q.Script:
		return "transliteration " + p.Script.String() + "–" + q.Script.String()
	case p.nick != (nickSet{}) && p.nick.meets(q.nick) && apart(p, q, 100) > 100:
		return "short form"
	}
	return "spelling"
}
