// Package citing helps rules about claims to point at them: one claim as the row of the finding, the others as related rows.
package citing

import (
	"cmp"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/claim"
)

// Finding starts a finding on claims. The first claim is the row in question and column its cell by canonical name ("" =
// the row as a whole); the others are related rows that say the rest. Claims that stand twice are named once.
func Finding(column string, claims ...claim.Claim) check.Finding {
	f := check.Finding{Column: -1}
	seen := map[*claim.Head]bool{}
	for _, c := range claims {
		h := c.Base()
		if seen[h] {
			continue
		}
		seen[h] = true
		col := -1
		if column != "" {
			col = h.Column(column)
		}
		if f.Data == nil {
			f.Data, f.Row, f.Column = h.Data, h.Row, col
			continue
		}
		f.Related = append(f.Related, check.Ref{Data: h.Data, Row: h.Row, Column: col})
	}
	f.Alike = len(f.Related)
	return f
}

// Sort orders claims by their table and row, the order in which findings cite them unless the rule has a reason.
func Sort[C claim.Claim](claims []C) {
	slices.SortStableFunc(claims, func(a, b C) int {
		x, y := a.Base(), b.Base()
		return cmp.Or(cmp.Compare(x.Data.Name, y.Data.Name), cmp.Compare(x.Row, y.Row))
	})
}

// All turns a list of claims of one kind into claims.
func All[C claim.Claim](list []C) []claim.Claim {
	out := make([]claim.Claim, len(list))
	for i, c := range list {
		out[i] = c
	}
	return out
}
