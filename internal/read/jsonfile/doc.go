// Package jsonfile reads tables out of JSON: an array of objects, an object that holds such an array (as the answers of
// the ACLED and UCDP interfaces do), JSON Lines, and GeoJSON feature collections.
//
// Records are cut out of the stream by counting brackets, so that memory is bounded by one record and every record knows
// its line; encoding/json checks the grammar of each. Values keep the text that they have in the file: numbers are not
// converted, bytes that are no UTF-8 pass through, nested values become compact JSON.
package jsonfile
