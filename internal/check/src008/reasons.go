package src008

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// reasons lists why records are one voice, the commonest first.
func reasons(count map[string]int) string {
	var names []string
	for n := range count {
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(a, b)) })
	for i, n := range names {
		names[i] = fmt.Sprintf("%s: %d", n, count[n])
	}
	return strings.Join(names, "; ")
}
