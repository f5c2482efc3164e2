package audit

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/privacy"
)

// shield puts pseudonyms in the place of persons in everything that an output may show of the findings. It runs after the
// fingerprints were made, so that these do not depend on the key of the pseudonyms; cells are shielded where they are read
// again.
func (a *Audit) shield(c Config) {
	var s *privacy.Shield
	if a.Case != nil {
		s = privacy.New(a.Case.Claims, c.Persons, c.PseudonymKey)
	}
	s = s.WithLists(a.Datasets, c.Persons, c.PseudonymKey)
	if s == nil {
		return
	}
	a.Shield = s
	for i := range a.Findings {
		shieldFinding(s, &a.Findings[i])
	}
	for i := range a.Skipped {
		a.Skipped[i].Reason = s.Text(a.Skipped[i].Reason)
	}
	for _, d := range a.Datasets {
		var remarks []string
		for _, r := range d.Remarks {
			remarks = append(remarks, s.Text(r))
		}
		d.Remarks = remarks
	}
}

func shieldFinding(s *privacy.Shield, f *check.Finding) {
	refs := make([]privacy.Ref, 0, len(f.Related)+1)
	refs = append(refs, privacy.Ref{Data: f.Data, Row: f.Row})
	for _, r := range f.Related {
		refs = append(refs, privacy.Ref{Data: r.Data, Row: r.Row})
	}
	w := s.About(refs...)
	f.Message, f.Why, f.Help = w.Text(f.Message), w.Text(f.Why), w.Text(f.Help)
	f.Found, f.Expected = w.Found(f.Data, f.Row, f.Column, f.Found), w.Found(f.Data, f.Row, f.Column, f.Expected)
}
