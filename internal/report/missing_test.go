package report

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/coverage"
	"github.com/assaydata/assay/internal/coverage/captest"
	"github.com/assaydata/assay/internal/coverage/capture"
)

func coveragePage(t *testing.T, s *coverage.Study, o coverage.Options) string {
	t.Helper()
	for _, name := range s.Strata[0].Table.Lists {
		s.Lists = append(s.Lists, coverage.List{Name: name, Unit: "killings", From: "1999-03-20", To: "1999-06-22"})
	}
	rep, err := coverage.Run(context.Background(), s, o)
	if err != nil {
		t.Fatal(err)
	}
	var first, again bytes.Buffer
	for _, w := range []*bytes.Buffer{&first, &again} {
		if err := WriteCoverage(w, rep, []string{"Made by hand."}, "test"); err != nil {
			t.Fatal(err)
		}
	}
	if first.String() != again.String() {
		t.Error("the page is another one the second time")
	}
	return first.String()
}

func contains(t *testing.T, page string, wants ...string) {
	t.Helper()
	for _, w := range wants {
		if !strings.Contains(page, w) {
			t.Errorf("the page does not say %q", w)
		}
	}
}

var fast = coverage.Options{Families: []coverage.Family{coverage.LogLinear, coverage.Graphs}, Quick: true, Seed: 1}

func TestCoveragePage(t *testing.T) {
	page := coveragePage(t, &coverage.Study{Name: "Kosovo", Strata: []capture.Stratum{{Table: captest.Kosovo.Read(t)}}}, fast)
	contains(t, page, "At least 4,400 killings are documented", "Made by hand.", "There is no estimate to quote. Closed population", "Over ", "that range is no interval",
		"Which lists have it", "What each model says", "Log-linear models that fit almost equally well", "Posterior of the total", "10,357", "12,741", "18,393",
		"what would make it wrong", "Likely too low", "without a list: HRW", "Not everybody accepts")
}

// A posterior whose chains disagree is drawn as such, with its modes in words.
func TestCoveragePageWithoutConvergence(t *testing.T) {
	o := fast
	o.Families = []coverage.Family{coverage.Latent}
	page := coveragePage(t, &coverage.Study{Name: "UK", Strata: []capture.Stratum{{Table: captest.UK5.Read(t)}}}, o)
	contains(t, page, "latent classes, which did not converge", "the sampler did not converge", `class="s mark"`)
}

func TestCoveragePageOfStrata(t *testing.T) {
	small, err := capture.New([]string{"EXH", "ABA", "OSCE", "HRW"}, []int64{0, 3, 2, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0})
	if err != nil {
		t.Fatal(err)
	}
	empty, err := capture.New(small.Lists, make([]int64, 16))
	if err != nil {
		t.Fatal(err)
	}
	page := coveragePage(t, &coverage.Study{Name: "Kosovo", Strata: []capture.Stratum{
		{Name: "1998", Table: small}, {Name: "1999", Table: captest.Kosovo.Read(t)}, {Name: "2000", Table: empty},
	}}, fast)
	contains(t, page, "By part", "Of 3 parts, 0 have an estimate that may be quoted; 2 are refused", "2 parts have no number", "No estimate, and no model was run")
}

// The report of an audit has the page where three datasets share enough events, and says so on its index.
func TestReportSaysWhatNoDatasetHas(t *testing.T) {
	got := contents(t, write(t, linkedAudit(t, threeTables(60))))
	page, there := got[missingPage]
	if !there {
		t.Fatal("no page")
	}
	contains(t, page, "events with a death", `href="index.html"`)
	contains(t, got["index.html"], `href="coverage.html"`)
	if _, there := contents(t, write(t, smallAudit(t)))[missingPage]; there {
		t.Error("a page of an audit that linked nothing")
	}
}
