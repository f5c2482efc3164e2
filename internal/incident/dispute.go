package incident

// Dispute is why the attribution of an incident is contested.
type Dispute struct {
	For, Against []*Naming
	Kind         string // DeniedClaim, NotClaimed, TwoGroups
	Groups       []Group
}

// The kinds of disputes.
const (
	DeniedClaim = "denied"     // authorities or others deny the group's part, or name another cause or another kind of actor
	NotClaimed  = "unclaimed"  // some say that the group claimed it, others that it, or nobody, did
	TwoGroups   = "two groups" // different organisations are named
)

// Disputes returns the disputes about an incident's attribution, the weightiest first. Statements that tell how things
// stood at first do not contest a later claim.
func (in *Incident) Disputes() []Dispute {
	var out []Dispute
	for _, a := range in.Attribution {
		support := a.Support(Self, Authorities, Others)
		if len(support) == 0 {
			continue
		}
		var denied, unsaid []*Naming
		add := func(d *Naming) {
			switch {
			case d.Initial && d.Reason != "not claimed":
			case d.Reason == "not claimed" && d.Initial, d.Reason == "not claimed" && !a.later(d):
			case d.Reason == "not claimed":
				unsaid = append(unsaid, d)
			case campOf(a.Group.Name) != "" && campOf(a.Group.Name) == d.Reason:
			default:
				denied = append(denied, d)
			}
		}
		for _, d := range a.Against() {
			add(d)
		}
		for _, d := range in.Denials {
			add(d)
		}
		if len(denied) > 0 {
			out = append(out, Dispute{For: support, Against: denied, Kind: DeniedClaim, Groups: []Group{a.Group}})
		}
		if self := a.Support(Self); len(unsaid) > 0 && len(self) > 0 {
			out = append(out, Dispute{For: self, Against: unsaid, Kind: NotClaimed, Groups: []Group{a.Group}})
		}
	}
	for i, a := range in.Attribution {
		for _, b := range in.Attribution[:i] {
			x, y := b.Support(Self, Authorities, Others), a.Support(Self, Authorities, Others)
			if !in.names.related(a.Group, b.Group) && len(x) > 0 && len(y) > 0 && !together(x, y) {
				out = append(out, Dispute{For: x, Against: y, Kind: TwoGroups, Groups: []Group{b.Group, a.Group}})
			}
		}
	}
	return merge(out)
}

// merge brings the denials of one incident, which hit a group and its branches alike, into one dispute of a kind.
func merge(list []Dispute) []Dispute {
	var out []Dispute
next:
	for _, d := range list {
		for i := range out {
			if o := &out[i]; o.Kind == d.Kind && d.Kind != TwoGroups {
				o.For, o.Against = union(o.For, d.For), union(o.Against, d.Against)
				for _, g := range d.Groups {
					o.Groups = appendGroup(o.Groups, g)
				}
				continue next
			}
		}
		out = append(out, d)
	}
	return out
}

func union(a, b []*Naming) []*Naming {
	for _, n := range b {
		known := false
		for _, m := range a {
			known = known || m == n || m.Claim == n.Claim && m.Text == n.Text
		}
		if !known {
			a = append(a, n)
		}
	}
	return a
}

func campOf(name string) string {
	for _, k := range camps {
		if k.words.MatchString(name) {
			return k.name
		}
	}
	return ""
}

// later reports whether a statement that nobody has claimed the attack is not merely older than every claim of it.
func (a *Attribution) later(d *Naming) bool {
	for _, s := range a.Support(Self) {
		if !d.Claim.Source.Date.Before(s.Claim.Source.Date) {
			return true
		}
	}
	return false
}

// together reports whether one claim names both groups in one column, so that they are partners or parent and branch and
// no alternatives.
func together(x, y []*Naming) bool {
	for _, a := range x {
		for _, b := range y {
			if a.Claim == b.Claim {
				return true
			}
		}
	}
	return false
}

// contest sets the verdicts of the two text fields on attribution.
func (in *Incident) contest() {
	if len(in.Disputes()) == 0 {
		return
	}
	for _, name := range []string{ClaimedBy, AttributedTo} {
		if f := in.Field(name); f != nil {
			f.Verdict = Contested
		}
	}
}
