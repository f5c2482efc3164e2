package report

import (
	"cmp"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/finding"
)

const mostWorst = 10

var classOrder = map[string]int{"error": 0, "warning": 1, "lead": 2, "note": 3}

// worst chooses the findings that the report shows in full: errors before warnings, each family in turn so that one
// rule with thousands of findings does not bury the others, and of each rule and dataset the gravest. Leads and notes are
// only taken where there is nothing else.
func worst(groups []finding.Group) []*check.Finding {
	var out []*check.Finding
	taken := map[*check.Rule]int{}
	for _, classes := range [][]string{{"error"}, {"warning"}, {"lead", "note"}} {
		if len(out) > 0 && classes[0] == "lead" {
			break
		}
		var lanes [][]*check.Finding // candidates by family
		for _, fam := range check.Families {
			var lane []*check.Finding
			for i := range groups {
				g := &groups[i]
				if g.Rule.Family() != fam.Code || !slices.Contains(classes, g.Class) {
					continue
				}
				lane = append(lane, g.Worst(2)...)
			}
			// The surest rule of the family first; then the next dataset or the next finding.
			slices.SortStableFunc(lane, func(a, b *check.Finding) int {
				return cmp.Or(cmp.Compare(classOrder[finding.Class(a)], classOrder[finding.Class(b)]), cmp.Compare(b.Confidence, a.Confidence))
			})
			lanes = append(lanes, lane)
		}
		for again := true; again && len(out) < mostWorst; {
			again = false
			for i := range lanes {
				for len(lanes[i]) > 0 && len(out) < mostWorst {
					f := lanes[i][0]
					lanes[i] = lanes[i][1:]
					if !slices.Contains(classes, finding.Class(f)) || taken[f.Rule] == 2 {
						continue
					}
					taken[f.Rule]++
					out = append(out, f)
					again = true
					break
				}
			}
		}
	}
	return out
}
