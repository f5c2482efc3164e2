package names

import "github.com/assaydata/assay/names/internal/concept"

// forms sets legal forms against each other: they hardly count, but those of an association and of a company do.
func (p *pairing) forms() {
	for i := range p.na {
		q := &p.a.Parts[i]
		if p.toA[i] != free || q.Role != Form {
			continue
		}
		for j := range p.nb {
			r := &p.b.Parts[j]
			if p.toB[j] != free || r.Role != Form {
				continue
			}
			p.formDiffer = true
			if e, f := q.entry(), r.entry(); e.Family != f.Family && (e.Key == "nonprofit" || f.Key == "nonprofit") {
				p.differing += group.association
			}
			break
		}
	}
	p.drop(&p.toA, p.a, p.na)
	p.drop(&p.toB, p.b, p.nb)
}

func (p *pairing) drop(to *[maxGroupParts]int8, n *Name, k int) {
	for i := range k {
		if to[i] == free && n.Parts[i].Role == Form {
			to[i] = ignored
		}
	}
}

// isCommon reports words that tell little: company, group, international.
func isCommon(p *Part) bool {
	return p.Role == Form || p.Role == Concept && p.weight < coreBits
}

// weigh sums what matched and what is left over.
func (p *pairing) weigh() {
	for i := range p.na {
		q := &p.a.Parts[i]
		if j := p.toA[i]; j >= 0 {
			r := &p.b.Parts[j]
			w := (q.weight + r.weight) / 2
			p.matched += w * p.like[i]
			p.pairs++
			p.differing += w * (1 - p.like[i]) * group.misspelt
			if !isCommon(q) || !isCommon(r) {
				p.core += w * p.like[i]
			}
		}
	}
	p.repeated(p.a, p.b, &p.toA, p.na)
	p.repeated(p.b, p.a, &p.toB, p.nb)
	p.places()
	p.families()
	p.units(p.a, &p.toA, p.na)
	p.units(p.b, &p.toB, p.nb)
	var left [2]float32
	for i := range p.na {
		if p.toA[i] == free {
			left[0] += p.a.Parts[i].weight
			if p.a.Parts[i].weight > 1 {
				p.onlyA++
			}
		}
	}
	for j := range p.nb {
		if p.toB[j] == free {
			left[1] += p.b.Parts[j].weight
			if p.b.Parts[j].weight > 1 {
				p.onlyB++
			}
		}
	}
	against := min(left[0], left[1])
	if n := min(p.onlyA, p.onlyB); n > 0 {
		against = max(against, group.leastContradiction*float32(n))
	}
	p.differing += against
	p.lacking += max(left[0], left[1]) - min(left[0], left[1])
}

// repeated takes what a name says twice out of what is left over: a concept that it has matched already (in translation, in brackets)
// and the abbreviation that the other name has in brackets.
func (p *pairing) repeated(n, other *Name, to *[maxGroupParts]int8, k int) {
	for i := range k {
		if to[i] != free {
			continue
		}
		q := &n.Parts[i]
		if other.Acronym != "" && q.Clean == other.Acronym {
			to[i] = ignored
			continue
		}
		if q.concept == 0 {
			continue
		}
		for h := range k {
			if h != i && to[h] >= 0 && sameConcept(q, &n.Parts[h]) {
				to[i] = ignored
				break
			}
		}
	}
}

// units makes a branch of a known name with a unit that the bare name lacks: Kata'ib Hezbollah is not Hezbollah.
func (p *pairing) units(n *Name, to *[maxGroupParts]int8, k int) {
	known, unit := false, false
	for i := range k {
		q := &n.Parts[i]
		switch {
		case to[i] >= 0 && q.Role == Concept && q.entry().Class == concept.Name:
			known = true
		case to[i] >= 0 && q.weight > 1:
			return
		case to[i] == free && q.Role == Concept && q.entry().Unit:
			unit = true
		}
	}
	if known && unit {
		p.flags |= BranchOf | PartsOmitted
		p.behind = true
	}
}

// places takes places and numbers out of what is left over: on both sides they contradict each other unless one lies within the other, on one
// side they make a branch of it.
func (p *pairing) places() {
	for _, role := range [...]Role{Place, Number} {
		differ := PlaceDiffers
		if role == Number {
			differ = NumberDiffers
		}
		for i := range p.na {
			if p.toA[i] != free || p.a.Parts[i].Role != role {
				continue
			}
			for j := range p.nb {
				if p.toB[j] != free || p.b.Parts[j].Role != role {
					continue
				}
				q, r := &p.a.Parts[i], &p.b.Parts[j]
				p.toA[i], p.toB[j] = ignored, ignored
				if role == Place && nested(q, r) {
					p.flags |= BranchOf | PartsOmitted
					p.behind = true
					break
				}
				p.flags |= differ
				p.differing += (q.weight + r.weight) / 2
				break
			}
		}
		if p.rest(p.a, &p.toA, p.na, role) || p.rest(p.b, &p.toB, p.nb, role) {
			p.flags |= BranchOf | PartsOmitted
		}
	}
}

// rest takes the parts of a role that are left over out of them; it reports whether there are any.
func (p *pairing) rest(n *Name, to *[maxGroupParts]int8, k int, role Role) bool {
	found, first := false, true
	for i := range k {
		if to[i] == free && n.Parts[i].Role == role {
			to[i] = ignored
			p.lacking += n.Parts[i].weight
			p.behind = p.behind || role == Number || !first
			found = true
		}
		first = first && n.Parts[i].Role == Particle
	}
	return found
}

// nested reports whether one place lies within the other.
func nested(p, q *Part) bool {
	return concept.Inside(concept.ID(p.concept&conceptMask), concept.ID(q.concept&conceptMask)) ||
		concept.Inside(concept.ID(q.concept&conceptMask), concept.ID(p.concept&conceptMask))
}

// families takes pairs of concepts of one family out of what is left over: battalion and brigade, foundation and charity are
// exchanged in translations. That counts little where the names share something rare, and as any other contradiction where they don't.
func (p *pairing) families() {
	for i := range p.na {
		if p.toA[i] != free || p.a.Parts[i].Role != Concept {
			continue
		}
		e := p.a.Parts[i].entry()
		if e.Kin == 0 {
			continue
		}
		for j := range p.nb {
			if p.toB[j] != free || p.b.Parts[j].Role != Concept {
				continue
			}
			f := p.b.Parts[j].entry()
			if f.Kin != e.Kin {
				continue
			}
			p.toA[i], p.toB[j] = ignored, ignored
			w := max(e.Bits, f.Bits, 1)
			if p.core >= group.core {
				p.soft += w * group.exchanged
			} else {
				p.differing += max(w, group.leastContradiction)
			}
			break
		}
	}
}
