package names

// parseGroup splits the name of a group, company or vessel.
func parseGroup(text string, kind Kind) *Name {
	n := parsePerson(text)
	n.Kind = kind
	return n
}

func (m *Matcher) compareGroups(a, b *Name, x *Explanation) Score { return m.comparePersons(a, b, x) }

func groupKeys(n *Name, dst []uint64) []uint64 { return personKeys(n, dst) }
