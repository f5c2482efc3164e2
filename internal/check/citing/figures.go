package citing

import (
	"fmt"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/wording"
)

// Say prints a figure as a claim: who said what, and where it stands: "Ministry: at least 4,000 present (F019, Daily Paper, 2017-02-23)".
func Say(f *figure.Figure) string {
	return fmt.Sprintf("%s: %s (%s)", Voice(f), What(f), Where(f))
}

// Voice names who made a figure: the body, else the publisher that printed it.
func Voice(f *figure.Figure) string {
	switch {
	case f.Body != "":
		return f.Body
	case f.Estimator != "":
		return f.Estimator
	case f.Row.Source.Publisher != "":
		return f.Row.Source.Publisher
	}
	return "nobody named"
}

// What prints number and measure: "at least 4,000 present", "4,761 women affiliated".
func What(f *figure.Figure) string {
	s := f.Words()
	if f.Population.Part != figure.Everybody {
		s += " " + string(f.Population.Part)
	}
	if f.Measure != figure.Other {
		s += " " + string(f.Measure)
	}
	return s
}

// Where prints the claim's id with the publisher and date of its source.
func Where(f *figure.Figure) string {
	s := f.ID
	if p := f.Row.Source.Publisher; p != "" {
		s += ", " + p
	}
	if d := f.Row.Source.Date; d.Known() {
		s += ", " + d.Text
	}
	return s
}

// SayAll prints at most most figures.
func SayAll(list []*figure.Figure, most int) string {
	var out []string
	for _, f := range list {
		out = append(out, Say(f))
	}
	if len(out) > most {
		return join(out[:most]) + fmt.Sprintf("; and %d more", len(out)-most)
	}
	return join(out)
}

func join(list []string) string {
	s := ""
	for i, x := range list {
		if i > 0 {
			s += "; "
		}
		s += x
	}
	return s
}

// Figures starts a finding on figures, the first of which is the row in question. Its column is the one of the number that
// the figure is known by.
func Figures(list ...*figure.Figure) check.Finding {
	column := "best"
	switch list[0].Bound {
	case figure.AtLeast:
		column = "low"
	case figure.UpTo, figure.Between:
		column = "high"
	}
	if list[0].Derived {
		column = "locator"
	}
	f := Finding(column, figure.Claims(list...)...)
	f.Found = list[0].Words()
	return f
}

// Quantity prints what figures count: "present from Northland in Syria".
func Quantity(f *figure.Figure) string {
	s := string(f.Measure)
	if f.Population.Part != figure.Everybody {
		s = string(f.Population.Part) + " " + s
	}
	s += ", " + f.Area.String()
	if t := f.Destination.Text; t != "" && !f.Destination.None {
		s += " to " + t
	}
	return s
}

// Bodies returns the number of different voices behind figures.
func Bodies(list []*figure.Figure) int {
	var seen []string
	for _, f := range list {
		if v := f.Origin.Key; !slices.Contains(seen, v) {
			seen = append(seen, v)
		}
	}
	return len(seen)
}

// Dated prints the time that a figure speaks of.
func Dated(f *figure.Figure) string {
	if !f.AsOf.Known() {
		return "at no stated date"
	}
	return "as of " + f.AsOf.Text
}

// Others prints what further figures say, for the middle of a sentence.
func Others(list []*figure.Figure, most int) string {
	var out []string
	for _, f := range list {
		out = append(out, fmt.Sprintf("%s %s (%s)", Voice(f), f.Words(), f.ID))
	}
	return wording.List(out, most)
}
