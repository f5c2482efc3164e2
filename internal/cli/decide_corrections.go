package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/publish/patch"
	"github.com/assaydata/assay/internal/wording"
)

func (a *app) decideCorrections(f *decideFlags) *cobra.Command {
	return &cobra.Command{
		Use:   "corrections [FILE]",
		Short: "write the values that were decided as corrections for assay apply",
		Args:  arguments(cobra.MaximumNArgs(1)),
		RunE:  func(_ *cobra.Command, args []string) error { return a.corrections(args, f) },

		DisableFlagsInUseLine: true,
	}
}

// corrections writes decided values as a correction patch. A value is left out where the decision does not know what the cell
// held before: such a correction could not be refused where the file has changed since.
func (a *app) corrections(args []string, f *decideFlags) error {
	j, _, err := a.decisions(f)
	if err != nil {
		return err
	}
	var list []patch.Correction
	left := 0
	for _, d := range j.Values() {
		if d.Old == "" {
			left++
			continue
		}
		cites := d.Evidence
		if len(cites) == 0 {
			cites = []string{strings.ReplaceAll(oneLine(d.Who+": "+d.Why), "|", "/")} // a bar stands between citations
		}
		list = append(list, patch.Correction{Dataset: d.A.Dataset, ID: d.A.ID, Field: d.Field, OldSHA256: d.Old, New: d.Value, Citations: cites, Decision: d.ID})
	}
	if len(args) == 0 {
		err = patch.Write(a.out, list)
	} else {
		err = casefile.Replace(args[0], func(w io.Writer) error { return patch.Write(w, list) })
	}
	if err != nil {
		return err
	}
	if len(args) > 0 {
		fmt.Fprintf(a.err, "assay: %s written to %s; assay apply %s FILE --out NEW applies them to a copy\n", wording.Count(len(list), "correction"), args[0], args[0])
	}
	if left > 0 {
		fmt.Fprintf(a.err, "assay: %s left out: it is not known what the cells held before (decided about a thing by its key, or with --unchecked)\n", wording.Count(left, "value"))
	}
	return nil
}
