// Package format knows what the columns of a table of events mean.
//
// [Recognise] tells the layouts of ACLED, UCDP GED, GTD and SCAD by the names in their headers, never by position, number
// of columns or file name, and gives every column its codebook entry. Any other table is read through a [Mapping] that the
// user writes, or through one that is guessed from resembling names and printed for correction ([Match.MappingYAML]).
// [Assemble] turns the typed columns into events: intervals of days, points, counts and kinds, each with the precision that
// the format's own codes state.
//
// Codebook entries are shared: treat every [record.Field] as read-only.
package format
