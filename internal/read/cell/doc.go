// Package cell reads numbers and dates out of the text of one cell, in the ways that event datasets write them.
package cell
