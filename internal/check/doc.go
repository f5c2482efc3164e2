// Package check holds what a rule is, what a finding is, and how rules are run over a dataset.
//
// Each rule lives in a folder of its own below this one (val003, geo002 …) that holds its documentation, its code, the way
// its error is planted into clean data, and its tests. Package internal/check/rules lists them all. A rule looks at typed
// columns and reports findings; it does no input or output, and where it can't work on a dataset it says so.
package check
