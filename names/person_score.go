package names

import "math"

// score weighs the alignment.
func (g *grid) score(a, b *Name) Score {
	var s Score
	var agree, total float32 // bits of matched parts, with and without their likeness
	roles := map3{}
	parts := 0
	worst := float32(1)
	for i := 0; i < g.na; i++ {
		j := int(g.a[i])
		if j < 0 {
			continue
		}
		wa, wb := a.Parts[i].weight, b.Parts[j].weight
		if g.b[j] == int8(i) && i+1 < g.na && g.a[i+1] == inJoin {
			wa += a.Parts[i+1].weight
		}
		if j+1 < g.nb && g.b[j+1] == inJoin {
			wb += b.Parts[j+1].weight
		}
		w := (wa + wb) / 2
		sim := g.simA[i]
		if a.Parts[i].Role == Initial || b.Parts[j].Role == Initial {
			w = initialBits
			if a.Parts[i].Role == b.Parts[j].Role {
				sim = 1
			}
		} else {
			parts++
			worst = min(worst, sim)
			roles.add(a.Parts[i].Role, b.Parts[j].Role)
		}
		agree += w * sim
		total += w
	}
	var left, right float32
	var leftN, rightN, leftTitles, rightTitles int
	for i := 0; i < g.na; i++ {
		if g.a[i] == free {
			left += a.Parts[i].weight
			switch {
			case told(a.Parts[i].Role):
				leftN++
			case a.Parts[i].Role == Title:
				leftTitles++
			}
		}
	}
	for j := 0; j < g.nb; j++ {
		if g.b[j] == free {
			right += b.Parts[j].weight
			switch {
			case told(b.Parts[j].Role):
				rightN++
			case b.Parts[j].Role == Title:
				rightTitles++
			}
		}
	}
	contradiction, omission := min(left, right), max(left, right)-min(left, right)
	if leftN > 0 && rightN > 0 {
		s.Flags |= g.differing(a, b)
	} else if leftN+rightN > 0 {
		s.Flags |= PartsOmitted
	}
	s.Bits = agree - contradiction*1.2 - omission*.15
	if total == 0 {
		return Score{Bits: s.Bits, Flags: s.Flags}
	}
	quality := agree / (total + person.contradiction*contradiction + person.omission*omission)
	// a word that may be a title is a name where the other name has something in its place
	n := max(min(leftN, rightN+rightTitles), min(rightN, leftN+leftTitles))
	for k := 0; k < n; k++ {
		quality *= person.perContradiction
	}
	if parts == 1 && leftN+rightN > 0 {
		quality *= person.single
	}
	if parts == 0 {
		quality *= .5 // initials agree and nothing else
	}
	if g.crossed(a, b) {
		quality *= person.swapped
	}
	info := float32(1) - float32(math.Exp2(-float64(agree/person.halfBits)))
	s.Value = person.scale * quality * info
	switch {
	case parts > 0 && roles.only(Kunya):
		s.Flags |= KunyaOnly
		s.Value = min(s.Value, .5) * .9
	case parts > 0 && roles.only(Nisba) && leftN+rightN > 0:
		s.Flags |= NisbaOnly
		s.Value = min(s.Value, .5) * .9
	}
	s.Level = level(s, worst, leftN+rightN)
	return s
}

// told reports whether a part that is left over is worth a word: initials and titles come and go.
func told(r Role) bool { return r != Initial && r != Title }

// level grades a score.
func level(s Score, worst float32, left int) Level {
	switch {
	case s.Flags&(KunyaOnly|NisbaOnly) != 0:
		return Weak
	case s.Value >= Threshold && worst >= .999 && left == 0:
		return Exact
	case s.Value >= Threshold:
		return Strong
	case s.Value >= .5:
		return Partial
	case s.Value >= .25:
		return Weak
	}
	return None
}

// map3 remembers the roles of matched parts.
type map3 struct{ seen [numRoles]bool }

func (r *map3) add(a, b Role) { r.seen[a], r.seen[b] = true, true }

// only reports whether all matched parts have one role.
func (r *map3) only(role Role) bool {
	for k, s := range r.seen {
		if s && Role(k) != role {
			return false
		}
	}
	return r.seen[role]
}

// differing says what kind of part differs: the one that both names have under one role and that does not fit.
func (g *grid) differing(a, b *Name) Flags {
	var in [2][numRoles]bool
	for i := 0; i < g.na; i++ {
		in[0][a.Parts[i].Role] = in[0][a.Parts[i].Role] || g.a[i] == free
	}
	for j := 0; j < g.nb; j++ {
		in[1][b.Parts[j].Role] = in[1][b.Parts[j].Role] || g.b[j] == free
	}
	var f Flags
	for _, r := range tellable {
		if in[0][r.role] && in[1][r.role] {
			f |= r.flag
		}
	}
	return f
}

var tellable = [...]struct {
	role Role
	flag Flags
}{{Given, GivenDiffers}, {Patronymic, PatronymicDiffers}, {Family, FamilyDiffers}}

// crossed reports whether a father's name of one is the given name of the other and the other way round: Omar bin Abdullah and
// Abdullah bin Omar are father and son.
func (g *grid) crossed(a, b *Name) bool {
	if !chained(a) || !chained(b) {
		return false
	}
	var given, father bool
	for i := 0; i < g.na; i++ {
		j := g.a[i]
		if j < 0 {
			continue
		}
		p, q := a.Parts[i].Role, b.Parts[j].Role
		given = given || p == Given && q == Patronymic
		father = father || p == Patronymic && q == Given
	}
	return given && father
}

// chained reports whether a father's name is marked as such, by bin or an ending.
func chained(n *Name) bool {
	for i := range n.Parts {
		if n.Parts[i].Role == Patronymic && n.Parts[i].marked {
			return true
		}
	}
	return false
}
