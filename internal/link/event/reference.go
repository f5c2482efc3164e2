package event

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/assaydata/assay/internal/link"
)

//go:embed weights.csv
var weights []byte

// Reference returns a fresh copy of the model with the weights that ship with the program. They were fitted to pairs of records
// read by hand (docs/linking.md); `go run ./tools/linkweights` makes the file.
func Reference() (*link.Model, error) { return ReadModel(bytes.NewReader(weights)) }

// NewModel returns a model of the comparisons of events in which nothing weighs anything.
func NewModel() *link.Model {
	m := &link.Model{Comparisons: append(append([]link.Comparison{}, Comparisons...), link.RivalComparisons...)}
	for _, t := range []*[][]float64{&m.Alone.Weights, &m.Same.Weights, &m.Related.Weights, &m.M, &m.U} {
		for _, c := range m.Comparisons {
			*t = append(*t, make([]float64, len(c.Levels)))
		}
	}
	m.Alone.Weights = m.Alone.Weights[:nComparisons]
	return m
}

// Beyond are weights, in bits, of levels in which no labelled pairs lie, because pairs that far apart were not drawn for reading:
// they stand for what a reader would ask to see before calling two records one event all the same. They are where fitting starts.
func Beyond(m *link.Model) {
	for _, s := range []*link.Scale{&m.Alone, &m.Same, &m.Related} {
		s.Weights[cDistance][8], s.Weights[cDistance][9], s.Weights[cDistance][10] = -3, -5, -4
		s.Weights[cTime][7], s.Weights[cTime][8] = -1, -2
		s.Weights[cRecord][1] = 12
	}
}

var weightColumns = []string{"comparison", "level", "alone", "same", "related", "m", "u"}

// ReadModel reads a table of weights.
func ReadModel(from io.Reader) (*link.Model, error) {
	rows, err := csv.NewReader(from).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("weights of the linking model: %w", err)
	}
	if len(rows) == 0 || !slices.Equal(rows[0], weightColumns) {
		return nil, fmt.Errorf("weights of the linking model: the columns must be %v", weightColumns)
	}
	m := NewModel()
	for n, row := range rows[1:] {
		var v [5]float64
		for i := range v {
			if row[i+2] == "" {
				continue
			}
			if v[i], err = strconv.ParseFloat(row[i+2], 64); err != nil {
				return nil, fmt.Errorf("weights of the linking model:%d:%s: %w", n+2, weightColumns[i+2], err)
			}
		}
		switch row[0] {
		case "version":
			m.Version = row[1]
			continue
		case "prior":
			m.Alone.Prior, m.Same.Prior, m.Related.Prior = v[0], v[1], v[2]
			continue
		}
		c := slices.IndexFunc(m.Comparisons, func(c link.Comparison) bool { return c.Name == row[0] })
		if c < 0 {
			return nil, fmt.Errorf("weights of the linking model:%d: unknown comparison %q", n+2, row[0])
		}
		l := slices.Index(m.Comparisons[c].Levels, row[1])
		if l < 1 {
			return nil, fmt.Errorf("weights of the linking model:%d: unknown level %q", n+2, row[1])
		}
		if c < nComparisons {
			m.Alone.Weights[c][l] = v[0]
		}
		m.Same.Weights[c][l], m.Related.Weights[c][l], m.M[c][l], m.U[c][l] = v[1], v[2], v[3], v[4]
	}
	return m, m.Check()
}

// WriteModel writes a table of weights.
func WriteModel(to io.Writer, m *link.Model) error {
	w := csv.NewWriter(to)
	num := func(x float64) string { return strconv.FormatFloat(x, 'f', 4, 64) }
	rows := [][]string{
		weightColumns,
		{"version", m.Version, "", "", "", "", ""},
		{"prior", "", num(m.Alone.Prior), num(m.Same.Prior), num(m.Related.Prior), "", ""},
	}
	for c, x := range m.Comparisons {
		for l := 1; l < len(x.Levels); l++ {
			alone := ""
			if c < nComparisons {
				alone = num(m.Alone.Weights[c][l])
			}
			rows = append(rows, []string{x.Name, x.Levels[l], alone, num(m.Same.Weights[c][l]), num(m.Related.Weights[c][l]), num(m.M[c][l]), num(m.U[c][l])})
		}
	}
	if err := w.WriteAll(rows); err != nil {
		return err
	}
	return w.Error()
}
