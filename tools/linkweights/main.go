// Command linkweights fits the reference weights of event linking to pairs of records that were read by hand, and says how well
// linking does on pairs that the weights have not seen.
//
//	go run ./tools/linkweights -out weights.csv Nigeria:labels.csv=acled.csv,ged.csv Uganda:more.csv*0.5=acled_uga.csv,gtd.csv
//
// A file of labels has the columns dataset_a, row_a, dataset_b, row_b, label (same, part, different, unsure) and weight, the
// inverse of the chance with which the pair was drawn. Sets with one name before the colon, a country for instance, are left out
// together when it is measured how well weights carry over. A set with a number behind its name counts so much in fitting: pairs that were
// drawn near the decision, and records without texts, stand for others less well than a random draw from full records. The data stay with their owners; only the weights are kept.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/link"
)

// shift moves the decision between precision and recall.
var shift float64

func main() {
	out := flag.String("out", "", "file to write the weights to; without it only the figures are printed")
	spread := flag.Float64("spread", 1, "standard deviation of the weights around nothing, in bits")
	folds := flag.Int("folds", 10, "parts of the cross-validation; 0 leaves it out")
	version := flag.String("version", "events-1", "name of the model, which stands in decisions")
	flag.Float64Var(&shift, "shift", 0, "bits to add to the prior of one thing: more finds more links, less makes them surer")
	flag.Parse()
	if err := run(context.Background(), flag.Args(), *out, *spread, *folds, *version); err != nil {
		fmt.Fprintln(os.Stderr, "linkweights:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out string, spread float64, folds int, version string) error {
	var sets []*set
	for _, arg := range args {
		labels, files, ok := strings.Cut(arg, "=")
		if !ok {
			return fmt.Errorf("%q is not [GROUP:]LABELS[*SHARE]=FILE,FILE", arg)
		}
		labels, number, ok := strings.Cut(labels, "*")
		counts := 1.0
		if ok {
			var err error
			if counts, err = strconv.ParseFloat(number, 64); err != nil || !(counts > 0) {
				return fmt.Errorf("%q: %q is no number above zero", arg, number)
			}
		}
		group, path, ok := strings.Cut(labels, ":")
		if !ok {
			group, path = labels, labels
		}
		s, err := open(ctx, path, strings.Split(files, ","))
		if err != nil {
			return err
		}
		s.group, s.counts = group, counts
		sets = append(sets, s)
	}
	if len(sets) == 0 {
		return fmt.Errorf("no labels (hint: [GROUP:]LABELS[*SHARE]=FILE,FILE)")
	}
	if folds > 1 {
		for i, r := range validate(ctx, sets, spread, folds) {
			fmt.Printf("%s, %d folds: %s\n", sets[i].name, folds, r)
		}
	}
	leaveOut(ctx, sets, spread)
	m := fit(ctx, sets, spread)
	m.Version = version
	for _, s := range sets {
		fmt.Printf("%s, all labels: %s\n", s.name, s.evaluate(ctx, m, nil))
	}
	if out == "" {
		return nil
	}
	return write(out, m)
}

// leaveOut measures each set with weights of the other groups only.
func leaveOut(ctx context.Context, sets []*set, spread float64) {
	models := map[string]*link.Model{}
	var all result
	for _, s := range sets {
		m, ok := models[s.group]
		if !ok {
			_, rest := split(sets, s.group)
			if len(rest) == 0 {
				return
			}
			m = fit(ctx, rest, spread)
			models[s.group] = m
		}
		r := s.evaluate(ctx, m, nil)
		all.add(r.share())
		fmt.Printf("%s, weights without %s: %s\n", s.name, s.group, r)
	}
	fmt.Printf("mean of the sets, weights of the other groups: %s\n", all)
}
