package src001

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	figures(p)
	incidents(p)
}

// same is what reports of one number share.
type same struct {
	area    string
	part    figure.Part
	measure figure.Measure
	number  float64
	origin  string
}

func figures(p *check.Pass) {
	var order []same
	by := map[same][]*figure.Figure{}
	for _, f := range p.Case.Figures.Figures {
		if f.Derived || math.IsNaN(f.Point) || f.Measure == figure.Other || !f.Area.Known() || !f.AsOf.Known() {
			continue
		}
		m := f.Measure
		if m.Went() {
			m = figure.Present // reports of one statement say "are there" and "have gone" by turns
		}
		for _, n := range evidence.Numbers(f.Row) {
			k := same{f.Area.String(), f.Population.Part, m, n, f.Origin.Key}
			if by[k] == nil {
				order = append(order, k)
			}
			by[k] = append(by[k], f)
		}
	}
	told := map[*claim.Head]bool{}
	for _, k := range order {
		list := by[k]
		figure.Order(list)
		for _, run := range runs(list) {
			claims := figure.Claims(run...)
			if !enough(p, claims) || told[claims[0].Base()] && told[claims[len(claims)-1].Base()] {
				continue
			}
			for _, c := range claims {
				told[c.Base()] = true
			}
			number := wording.Thousands(int(k.number))
			f := citing.Figures(run...)
			f.Key = number
			report(p, f, fmt.Sprintf("%s (%s, from %s)", number, run[0].Measure, k.area), claims, run[0].Origin.Root)
		}
	}
}

// runs splits figures in order of time where two that follow one another are not of one statement.
func runs(list []*figure.Figure) [][]*figure.Figure {
	var out [][]*figure.Figure
	for i, f := range list {
		if i > 0 && evidence.CloseInTime(list[i-1].AsOf, f.AsOf) {
			out[len(out)-1] = append(out[len(out)-1], f)
		} else {
			out = append(out, []*figure.Figure{f})
		}
	}
	return out
}

func incidents(p *check.Pass) {
	for _, in := range p.Case.Incidents.Incidents {
		told := map[string]bool{}
		for _, f := range in.Fields {
			for _, pos := range f.Positions {
				var claims []claim.Claim
				for _, v := range pos.Values {
					if !slices.Contains(claims, claim.Claim(v.Claim)) {
						claims = append(claims, v.Claim)
					}
				}
				if len(claims) < p.Int("claims") || !enough(p, claims) {
					continue
				}
				list := p.Case.Evidence.Origins(claims)
				if len(list) != 1 || list[0].Root == evidence.Unknown || told[ids(claims)] {
					continue
				}
				told[ids(claims)] = true
				g := citing.Finding(f.Column(), claims...)
				g.Key = f.Name
				report(p, g, fmt.Sprintf("%s %s", f.Name, wording.Quote(pos.Text, wording.Label)), claims, list[0].Root)
			}
		}
	}
}

// ids names a set of claims, whatever their order.
func ids(claims []claim.Claim) string {
	var out []string
	for _, c := range claims {
		out = append(out, c.Base().ID)
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func enough(p *check.Pass, claims []claim.Claim) bool {
	return len(claims) >= p.Int("claims") && len(publishers(claims)) >= p.Int("publishers")
}

// publishers returns the different texts for publishers among the sources of claims.
func publishers(claims []claim.Claim) []string {
	var out []string
	for _, c := range claims {
		if s := strings.TrimSpace(c.Base().Source.Publisher); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

func report(p *check.Pass, f check.Finding, what string, claims []claim.Claim, root string) {
	n := len(claims)
	list := publishers(claims)
	f.Message = fmt.Sprintf("%s: %s, 1 origin (%s)", what, wording.Count(n, "claim"), root)
	f.Why = fmt.Sprintf("printed by %s, but all go back to %s, which counts as one witness; with a correlation of 0.9 they weigh as much as %.1f independent sources",
		wording.List(list, 5), root, evidence.EffectiveSources(n, 0.9))
	f.Help = "cite the origin once, and look for a voice that does not go back to it"
	f.Found, f.Expected = "1 origin", "two or more before it counts as confirmed"
	f.Weight = float64(n)
	p.Report(f)
}
