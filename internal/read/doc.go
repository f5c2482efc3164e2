// Package read turns files into datasets: it finds out what a file is, reads every cell with its address, and says what it
// could not read. See docs/architecture.md, "Reading".
package read
