package incident

import "slices"

// Statuses lists all of them, from the surest to the least sure.
var Statuses = []Status{Confirmed, Reported, Disputed, ClaimedOnly, DidNotHappen}

// Decide sets the status of an incident to what a reviewer decided, and says why. It reports false where there is no incident with
// the key or no such status.
func (s *Set) Decide(key string, status Status, why string) bool {
	if !slices.Contains(Statuses, status) {
		return false
	}
	for _, in := range s.Incidents {
		if in.Key == key {
			if in.Status != status {
				why += "; the claims alone make it " + string(in.Status)
			}
			in.Status, in.Reasons = status, append([]string{why}, in.Reasons...)
			return true
		}
	}
	return false
}
