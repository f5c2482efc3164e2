package main

import (
	"github.com/assaydata/assay/names/internal/phone"
)

// pair is two readings sets of tokens that are said to be one name, with a weight.
type pair struct {
	a, b   []phone.Reading
	weight float64
}

func trainingPairs(folder string) (sets [phone.Kinds][phone.Kinds][]pair, err error) {
	return sets, nil
}
func (m *model) learn(pairs []pair) (bits, related float64) { return 0, 0 }
