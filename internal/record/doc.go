// Package record is the vocabulary of assay: what one row of one file says, and where exactly it says it.
//
// Everything that is read is a statement by somebody about something. A row of ACLED is ACLED's claim about an event. A
// [Dataset] holds such rows as typed columns: hot columns live in memory as numbers or as codes into a dictionary of the
// distinct texts, long text is represented by a digest and is read again from the original file by its address. Dates,
// places and counts carry the precision that the source itself states ([When], [Where], [Count]), and nothing may be
// compared beyond it.
//
// Rows are numbered in two ways. In code a row is an index from 0. In everything a person sees it is a data row counted
// from 1, without the header and without an HXL tag row ([Dataset.RowNumber]).
//
// The package imports only the standard library.
package record
