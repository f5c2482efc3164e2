package idn001

import (
	"fmt"
	"math/rand/v2"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/listing"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/link/identity"
)

func run(p *check.Pass) {
	for _, l := range p.Entries.Each() {
		read := listing.Read(l)
		best := surest(l)
		for i := range l.Proposals {
			members := l.Proposals[i].Members
			for from := 0; from < len(members); {
				to := from
				for to < len(members) && members[to].Data == members[from].Data {
					to++
				}
				report(p, l, read, best, members[from:to])
				from = to
			}
		}
	}
}

// surest is, for each entry, its most probable pair with an entry of the same list.
func surest(l *identity.Linked) map[link.Ref]*link.Pair {
	out := map[link.Ref]*link.Pair{}
	for i := range l.Pairs {
		p := &l.Pairs[i]
		if p.Relation != link.Same || p.A.Data != p.B.Data || p.Decided == "" && p.Probability < listing.Likely {
			continue
		}
		for _, r := range []link.Ref{p.A, p.B} {
			if out[r] == nil || p.Decided != "" || p.Probability > out[r].Probability {
				out[r] = p
			}
		}
	}
	return out
}

// report reports the entries of one list that are one.
func report(p *check.Pass, l *identity.Linked, read *listing.Reading, best map[link.Ref]*link.Pair, members []link.Member) {
	if len(members) < 2 || read.Claims(members[0].Ref) {
		return
	}
	var refs []link.Ref
	var pair *link.Pair
	for _, m := range members {
		if x := best[m.Ref]; x != nil {
			refs = append(refs, m.Ref)
			if pair == nil || x.Probability > pair.Probability {
				pair = x
			}
		}
	}
	if len(refs) < 2 {
		return
	}
	f := read.Finding(refs...)
	f.Message = fmt.Sprintf("%d entries look like one %s: probability %.2f, by %s", len(refs), listing.What(l), pair.Probability, listing.Because(l, pair))
	f.Why = "whoever stands in a list twice is counted twice"
	f.Help = fmt.Sprintf("look at them side by side: assay explain %s:%s %s:%s", f.Data.Name, f.Data.ID(f.Row), f.Data.Name, f.Data.ID(f.Related[0].Row))
	if pair.Decided != "" {
		f.Message = fmt.Sprintf("%d entries are one %s, as a reviewer decided (%s)", len(refs), listing.What(l), pair.Decided)
		f.Help = "merge them in the list, or keep one"
	}
	f.Confidence = float64(pair.Probability)
	f.Weight = float64(len(refs))
	p.Report(f)
}

// Plant enters a person of a register once more, with a slip of the pen in the name.
func Plant(s *check.Sheet, row int, r *rand.Rand) ([]int, string) {
	copied := append([]string(nil), s.Rows[row]...)
	for _, name := range []string{"given_name", "family_name"} {
		if i := listing.Column(s, name); i >= 0 && r.IntN(2) == 0 {
			copied[i] = listing.Slip(copied[i], r)
		}
	}
	if i := listing.Column(s, "id"); i >= 0 {
		copied[i] = "again-" + copied[i]
	}
	for _, name := range []string{"email", "street"} {
		if i := listing.Column(s, name); i >= 0 && r.IntN(2) == 0 {
			copied[i] = ""
		}
	}
	s.Rows = append(s.Rows, copied)
	return []int{row, len(s.Rows) - 1}, "entered twice"
}
