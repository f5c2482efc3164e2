package finding

import "github.com/assaydata/assay/internal/wording"

const mostBriefs = 12 // rules summed up in one line each

// briefs sums groups up, a line each.
func briefs(gs []group, only bool, room int) []line {
	if len(gs) == 0 {
		return nil
	}
	name, extent := 0, 0
	for i := range gs[:min(len(gs), mostBriefs)] {
		name = max(name, width(clean(gs[i].data.Name)))
		extent = max(extent, width(gs[i].brief()))
	}
	name = min(name, 16)
	heading := "Also found"
	if only {
		heading = "Found"
	}
	out := []line{nil, {{heading, bold}}}
	for i := range gs {
		g := &gs[i]
		if i == mostBriefs && len(gs) > mostBriefs+1 {
			out = append(out, text("  … and "+wording.Thousands(len(gs)-i)+" more rules; see all with --all, or one with --select CODE"))
			break
		}
		title := room - 2 - 9 - 8 - name - extent - 4
		out = append(out, line{
			{"  " + pad(g.class.String(), 9, false), g.class.style()},
			{pad(g.rule.Code, 8, false), bold},
			{pad(shorten(clean(g.rule.Title), title), title, false) + "  ", plain},
			{pad(shorten(clean(g.data.Name), name), name, false) + "  ", faint},
			{pad(g.brief(), extent, true), plain},
		})
	}
	return out
}

// brief is the extent of a group in few characters.
func (g *group) brief() string {
	if g.rows == 0 {
		return plural(len(g.findings), "finding", "findings")
	}
	return plural(g.rows, "row", "rows") + pad(percent(float64(g.rows)/float64(max(1, g.data.N))), 8, true)
}
