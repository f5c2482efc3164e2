// Package groups is a dated registry of armed groups: under which names an organisation is known, from when to when each
// name was in use, and who says so.
//
// It holds organisations only, no persons. Each date carries the precision with which its source gives it (year, month or
// day) and at least one citation. A label of a dataset is looked up as a whole: a label that names two groups, a faction or
// a place in brackets matches only where that very spelling is listed, so that nothing is matched by resemblance.
//
// The registry is groups.yaml, embedded in the program and documented at its head. [Parse] reads a file of the same shape,
// and [Registry.With] lays it over the built-in one.
package groups
