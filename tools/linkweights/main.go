// Command linkweights fits the reference weights of event linking to pairs of records that were read by hand, and says how well
// linking does on pairs that the weights have not seen.
//
//	go run ./tools/linkweights -out weights.csv labels.csv=acled.csv,ged.csv more.csv=other.csv,ged.csv
//
// A file of labels has the columns dataset_a, row_a, dataset_b, row_b, label (same, part, different, unsure) and weight, the
// inverse of the chance with which the pair was drawn. The data stay with their owners; only the weights are kept.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
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
			return fmt.Errorf("%q is not LABELS=FILE,FILE", arg)
		}
		s, err := open(ctx, labels, strings.Split(files, ","))
		if err != nil {
			return err
		}
		sets = append(sets, s)
	}
	if len(sets) == 0 {
		return fmt.Errorf("no labels (hint: LABELS=FILE,FILE)")
	}
	if folds > 1 {
		for i, r := range validate(ctx, sets, spread, folds) {
			fmt.Printf("%s, %d folds: %s\n", sets[i].name, folds, r)
		}
		for i := range sets {
			if len(sets) > 1 {
				m := fit(ctx, others(sets, i), spread)
				fmt.Printf("%s, weights of the other sets: %s\n", sets[i].name, sets[i].evaluate(ctx, m, nil))
			}
		}
	}
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

func others(sets []*set, not int) []*set {
	var out []*set
	for i, s := range sets {
		if i != not {
			out = append(out, s)
		}
	}
	return out
}
