// Package tabular holds what the rules about single values and about relations between the cells of one row share:
// numbers of a column by row, wording of values and counts, and the gathering of hits into findings.
package tabular
