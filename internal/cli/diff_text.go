package cli

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/release"
	"github.com/assaydata/assay/internal/wording"
)

// diffText tells a diff in words: the sums, then identifiers, values and deaths, then examples side by side.
func diffText(out io.Writer, d *release.Diff, width int) {
	fmt.Fprintln(out, wrap(fmt.Sprintf("%s → %s: %s", d.Old.Path, d.New.Path, cmp.Or(d.New.Format.Title, d.New.Format.ID)), width, ""))
	if d.Empty() {
		fmt.Fprintf(out, "\nThe releases say the same: %s, each with the same values and the same identifier.\n", wording.Count(d.New.N, "record"))
		return
	}
	say := func(format string, values ...any) {
		fmt.Fprintln(out, wrap(fmt.Sprintf(format, values...), width, "  "))
	}
	fmt.Fprintln(out, "\nRecords")
	say("%s before, %s after: %s in both, %s gone, %s added.", wording.Thousands(d.Old.N), wording.Thousands(d.New.N),
		wording.Thousands(len(d.Pairs)), wording.Thousands(len(d.Gone)), wording.Thousands(len(d.Added)))
	say("Of those in both, %s say the same and %s changed.", wording.Thousands(len(d.Pairs)-d.Changed()), wording.Thousands(d.Changed()))
	diffColumns(say, d)
	diffIDs(out, say, d)
	diffFields(out, d)
	diffDeaths(out, d)
	diffPasses(out, say, d)
	diffExamples(out, d, width)
}

type sayer func(format string, values ...any)

func diffColumns(say sayer, d *release.Diff) {
	var gone, added []string
	for _, c := range d.OnlyOld {
		gone = append(gone, c.Name)
	}
	for _, c := range d.OnlyNew {
		added = append(added, c.Name)
	}
	if len(gone) > 0 {
		say("Columns that are gone: %s.", finding.Clean(wording.List(gone, 12)))
	}
	if len(added) > 0 {
		say("Columns that were added: %s.", finding.Clean(wording.List(added, 12)))
	}
}

func diffIDs(out io.Writer, say sayer, d *release.Diff) {
	x := d.IDs
	if !x.Known {
		return
	}
	fmt.Fprintln(out, "\nIdentifiers")
	say("%s in both files: %s for the same record, %s for another one, %s for records of which neither was found again.",
		wording.Count(x.Shared, "identifier"), wording.Thousands(x.Kept), wording.Thousands(x.Reused), wording.Thousands(x.Unclear))
	if x.OtherDate > 0 {
		say("%s of them carry another date.", wording.Thousands(x.OtherDate))
	}
	if x.Renumbered > 0 {
		say("%s in both files, but under another identifier.", wording.Count(x.Renumbered, "record"))
	}
	if x.Reused > 0 {
		say("Joining these releases by identifier would mix up %s of %s.", wording.Share(x.Reused, x.Shared), wording.Count(x.Shared, "record"))
	}
}

func diffFields(out io.Writer, d *release.Diff) {
	changes := d.Changes()
	if len(changes) == 0 {
		return
	}
	fmt.Fprintln(out, "\nValues that changed")
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\trecords\tonly spelling\tfilled in\temptied\tsame identifier\t  field")
	for _, c := range changes {
		fmt.Fprintf(t, "\t%s\t%s\t%s\t%s\t%s\t  %s\n", wording.Thousands(c.Changed), some(c.Respelt), some(c.Filled), some(c.Emptied), some(c.SameID), finding.Clean(c.Key))
	}
	t.Flush()
}

// some is a number, nothing for 0.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return wording.Thousands(n)
}

func diffDeaths(out io.Writer, d *release.Diff) {
	x := d.Deaths
	if !x.Known || x.Old == 0 && x.New == 0 {
		return
	}
	fmt.Fprintf(out, "\nDeaths (%s)\n", finding.Clean(x.Field.Key))
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	line := func(sum, what string, rows int) {
		if rows == 0 {
			return
		}
		words := "  " + what
		if rows >= 0 {
			words += " " + wording.Count(rows, "record")
		}
		fmt.Fprintf(t, "\t%s\t%s\n", sum, words)
	}
	line(wording.Total(x.Old), "before", -1)
	line("+"+wording.Total(x.RaisedBy), "raised in", x.Raised)
	line("-"+wording.Total(x.LoweredBy), "lowered in", x.Lowered)
	line("-"+wording.Total(x.Gone), "gone with", len(d.Gone))
	line("+"+wording.Total(x.Added), "added with", len(d.Added))
	line(wording.Total(x.New), "after", -1)
	t.Flush()
}

func diffPasses(out io.Writer, say sayer, d *release.Diff) {
	fmt.Fprintln(out, "\nHow records were found again, strictest first, each row at most once")
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	for p, n := range d.Passes() {
		if n > 0 {
			fmt.Fprintf(t, "\t%s\t  %s\n", wording.Thousands(n), release.Pass(p))
		}
	}
	t.Flush()
	if r := d.Reports; r.Pairs > 0 {
		say("A plain join on date, point and note, every row of a key with every other, gives %s of %s keys (%s one to one): %s keep their identifier, %s differ in deaths. Rows that share one report are compared with each other there, which is no change.",
			wording.Count(r.Pairs, "pair"), wording.Thousands(r.Keys), wording.Thousands(r.OneToOne), wording.Thousands(r.SameID), wording.Thousands(r.OtherDeaths))
	}
}

// mostExamples is how many examples of each kind are shown.
const mostExamples = 3

// diffExamples shows the worst of each kind: changed tolls, changed dates, identifiers that name another record, the
// deadliest records that are gone and that were added.
func diffExamples(out io.Writer, d *release.Diff, width int) {
	var tolls, others []*release.Pair
	apart := func(p *release.Pair) float64 {
		was, is, ok := d.DeathsOf(p)
		if !ok {
			return 0
		}
		return math.Abs(was - is)
	}
	for i := range d.Pairs {
		p := &d.Pairs[i]
		switch {
		case apart(p) > 0:
			tolls = append(tolls, p)
		case len(p.Changed) > 0:
			others = append(others, p)
		}
	}
	slices.SortStableFunc(tolls, func(a, b *release.Pair) int { return cmp.Compare(apart(b), apart(a)) })
	slices.SortStableFunc(others, func(a, b *release.Pair) int { return cmp.Compare(len(b.Changed), len(a.Changed)) })
	oldRow := func(row int32) string { return finding.Clean(release.Address(d.Old, row)) }
	newRow := func(row int32) string { return finding.Clean(release.Address(d.New, row)) }
	pairs := func(title string, list []*release.Pair) {
		if len(list) == 0 {
			return
		}
		fmt.Fprintf(out, "\n%s\n", title)
		for _, p := range list[:min(mostExamples, len(list))] {
			diffPair(out, d, p, width)
		}
	}
	pairs("Deaths that changed most", tolls)
	pairs("Records that changed in the most fields", others)
	if n := len(d.IDs.ReusedRows); n > 0 {
		fmt.Fprintln(out, "\nIdentifiers that name another record")
		for _, r := range d.IDs.ReusedRows[:min(mostExamples, n)] {
			fmt.Fprintf(out, "  %s is now %s\n", oldRow(r.Old), orElse(r.OldIs, newRow, "gone"))
			fmt.Fprintf(out, "  %s was %s\n", newRow(r.New), orElse(r.NewWas, oldRow, "not there"))
		}
	}
	rows := func(title string, list []int32, address func(int32) string, deaths func(int32) (float64, bool)) {
		if len(list) == 0 {
			return
		}
		list = slices.Clone(list)
		slices.SortStableFunc(list, func(a, b int32) int {
			x, _ := deaths(a)
			y, _ := deaths(b)
			return cmp.Compare(y, x)
		})
		fmt.Fprintf(out, "\n%s\n", title)
		for _, row := range list[:min(mostExamples, len(list))] {
			text := "  " + address(row)
			if n, ok := deaths(row); ok {
				text += ": " + wording.Deaths(n)
			}
			fmt.Fprintln(out, text)
		}
	}
	deaths := func(old bool) func(int32) (float64, bool) {
		return func(row int32) (float64, bool) {
			f := d.Deaths.Field
			switch {
			case f == nil:
				return 0, false
			case old:
				return f.Old.Number(int(row))
			}
			return f.New.Number(int(row))
		}
	}
	rows("Gone", d.Gone, oldRow, deaths(true))
	rows("Added", d.Added, newRow, deaths(false))
}

// orElse is the address of a row, or a word where there is none.
func orElse(row int32, address func(int32) string, none string) string {
	if row < 0 {
		return none
	}
	return address(row)
}

// diffPair shows the two rows of a pair side by side.
func diffPair(out io.Writer, d *release.Diff, p *release.Pair, width int) {
	const most = 8
	fmt.Fprintln(out, wrap(fmt.Sprintf("%s → %s, joined by %s", release.Address(d.Old, p.Old), release.Address(d.New, p.New), p.Pass), width, "  "))
	column := max(16, (width-20)/2)
	line := func(name, was, is string) {
		fmt.Fprintln(out, strings.TrimRight(fmt.Sprintf("    %s  %s  %s", fit(name, 14), fit(was, column), fit(is, column)), " "))
	}
	for i, f := range p.Changed {
		if i == most && len(p.Changed) > most+1 {
			fmt.Fprintf(out, "    and %s\n", wording.Count(len(p.Changed)-most, "more field"))
			break
		}
		was, is := p.Values(f)
		if was == release.NotShown && is == release.NotShown {
			was, is = "changed", "" // notes may name people
		}
		line(f.Key, was, is)
	}
}

// fit cuts or fills a text to a number of characters, without control characters.
func fit(s string, width int) string {
	s = finding.Clean(s)
	if n := utf8.RuneCountInString(s); n > width {
		r := []rune(s)
		return string(r[:width-1]) + "…"
	} else if n < width {
		s += strings.Repeat(" ", width-n)
	}
	return s
}
