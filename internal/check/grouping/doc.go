// Package grouping finds rows that agree with one another, for the rules on duplicates and on sources.
//
// A rule folds the cells that must agree into one 64-bit key a row ([Keys]), and [Equal] returns the rows with equal keys
// as groups. Both are linear in the number of rows and allocate nothing for a row that agrees with no other. Keys are
// hashes: a rule that accuses rows of being equal confirms it on the few rows of a group with [Groups.Confirm].
package grouping
