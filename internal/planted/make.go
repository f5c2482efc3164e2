package planted

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/planting"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/synth"
)

type dataset = record.Dataset

// sizes are the clean events of each dataset.
var sizes = []struct {
	layout string
	rows   int
	seed   uint64
}{{"acled", 400, 101}, {"ged", 350, 102}, {"gtd", 300, 103}, {"scad", 200, 104}}

// errorsEach is how many errors of each rule's kind are planted into each dataset.
const errorsEach = 2

// Make makes the files of the case: clean invented data of each layout into which every rule that speaks of single rows
// plants errors, one after the other and never twice into the same row, and the answer key.
func Make(ctx context.Context, rules []*check.Rule) (map[string][]byte, error) {
	out := map[string][]byte{"assay.yaml": []byte(caseText)}
	var key bytes.Buffer
	w := csv.NewWriter(&key)
	w.Write([]string{"dataset", "rule", "rows", "what"})
	for _, size := range sizes {
		name := "invented-" + size.layout
		t, err := planting.ParseTable(name, synth.Text(size.layout, size.rows, size.seed))
		if err != nil {
			return nil, err
		}
		clean, err := planting.NewClean(ctx, t)
		if err != nil {
			return nil, err
		}
		sheet := clean.Sheet(size.seed)
		for _, r := range rules {
			if r.Plant == nil || r.Method == check.Statistical {
				continue
			}
			pass := check.NewPass(ctx, r, clean.Data, &check.Env{AsOf: record.NoDay}, 0, nil)
			if found, skipped := pass.Run(); skipped != "" || len(found) > 0 {
				continue
			}
			// An error in the whole dataset, such as a column emptied, would hide those that other rules plant.
			trial := clean.Sheet(size.seed)
			r.Plant(trial, errorsEach)
			if slices.ContainsFunc(trial.Planted, func(p check.Planted) bool { return len(p.Rows) == 0 }) {
				continue
			}
			rows, header := len(sheet.Rows), len(sheet.Header)
			sheet.Planted = nil // each rule plants as if it were alone
			r.Plant(sheet, errorsEach)
			if len(sheet.Header) != header {
				clean.Data.Close()
				return nil, fmt.Errorf("%s changed the header", r.Code)
			}
			for _, p := range sheet.Planted {
				var numbers []string
				for _, row := range p.Rows {
					numbers = append(numbers, strconv.Itoa(row+1))
				}
				w.Write([]string{name, r.Code, strings.Join(numbers, " "), p.What})
			}
			for row := rows; row < len(sheet.Rows); row++ {
				sheet.Use(row)
			}
		}
		clean.Data.Close()
		dirty := &planting.Table{Name: name, Header: sheet.Header, Rows: sheet.Rows}
		out[name+".csv"] = dirty.CSV()
	}
	w.Flush()
	out[keyFile] = key.Bytes()
	return out, w.Error()
}

const caseText = `# An invented case: four datasets in the layouts of ACLED, UCDP GED, GTD and SCAD with planted errors. Towns and
# coordinates are real, because rules about places need real boundaries; every actor, event, number and source is made up.
# answer-key.csv says what was planted where.
datasets:
  - file: invented-acled.csv
    licence: CC0 1.0
    citation: assay, invented demonstration data
  - file: invented-ged.csv
    licence: CC0 1.0
    citation: assay, invented demonstration data
  - file: invented-gtd.csv
    licence: CC0 1.0
    citation: assay, invented demonstration data
  - file: invented-scad.csv
    licence: CC0 1.0
    citation: assay, invented demonstration data
`
