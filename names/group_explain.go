package names

// tell writes down how the words of two groups were set against each other.
func (p *pairing) tell(x *Explanation, flipped bool) {
	if flipped {
		defer func() {
			for i := range x.Steps {
				x.Steps[i].A, x.Steps[i].B = x.Steps[i].B, x.Steps[i].A
			}
		}()
	}
	for i := range p.na {
		q := &p.a.Parts[i]
		if q.Role == Particle {
			continue
		}
		j := p.toA[i]
		if j < 0 {
			if j != inJoin {
				x.Steps = append(x.Steps, Step{A: q.Text, Role: q.Role.String(), How: "left out"})
			}
			continue
		}
		r := &p.b.Parts[j]
		step := Step{A: q.Text, B: r.Text, Role: q.Role.String(), How: groupPath(q, r), Bits: (q.weight + r.weight) / 2 * p.like[i]}
		step.A = p.written(p.a, &p.toA, i, int(j), step.A, &step.How)
		step.B = p.written(p.b, &p.toB, int(j), i, step.B, &step.How)
		if step.How == "spelling" && q.n > 0 && r.n > 0 {
			step.Cost = float32(apart(q, r, 999)) / 100
		}
		x.Steps = append(x.Steps, step)
	}
	for j := range p.nb {
		if r := &p.b.Parts[j]; r.Role != Particle && p.toB[j] < 0 && p.toB[j] != inJoin {
			x.Steps = append(x.Steps, Step{B: r.Text, Role: r.Role.String(), How: "left out"})
		}
	}
}

// written is the text of a part with its neighbour where both stand for one word of the other name.
func (p *pairing) written(n *Name, to *[maxGroupParts]int8, i, other int, text string, how *string) string {
	for _, k := range [...]int{i - 1, i + 1} {
		if k < 0 || k >= len(n.Parts) || k >= maxGroupParts || to[k] != inJoin {
			continue
		}
		*how = "joined"
		if k < i {
			return n.Parts[k].Text + " " + text
		}
		return text + " " + n.Parts[k].Text
	}
	return text
}

// groupPath says by which way two words were found alike.
func groupPath(p, q *Part) string {
	switch {
	case p.id == q.id:
		return "same"
	case sameConcept(p, q) && p.Script != q.Script:
		return "translation"
	case sameConcept(p, q):
		return "concept"
	case p.Script != q.Script:
		return "transliteration " + p.Script.String() + "–" + q.Script.String()
	}
	return "spelling"
}
