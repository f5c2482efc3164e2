package cov008

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/wording"
)

// speaks finds an estimate of what was not counted.
var speaks = regexp.MustCompile(`(?i)capture[-– ]?(mark[-– ])?re-?capture|mark[- ]recapture|multiple[- ]systems?|dual[- ]system|lincoln[- ]petersen|\bmse\b|confidence interval|credible interval|95 ?(%|per ?cent) ?(ci\b|interval|confidence)`)

// tells lists what a reader needs beside such a number, and the words by which it is told.
var tells = []struct {
	what  string
	words *regexp.Regexp
}{
	{"which lists and how they overlap", regexp.MustCompile(`(?i)\b(two|three|four|five|six|seven|eight|nine|ten|\d+) (\w+ )?(lists|systems|registers|sources|data ?sets|databases)\b|\blists? (of|from|by)\b|overlap`)},
	{"how cases were matched", regexp.MustCompile(`(?i)\bmatch(ed|ing)?\b|link(age|ed)\b|de-?duplicat|precision|recall`)},
	{"the assumption", regexp.MustCompile(`(?i)assum|independen|interaction|dependence`)},
	{"a check of the model", regexp.MustCompile(`(?i)sensitiv|goodness|\bfit\b|converg|r-?hat|\b[ab]ic\b|robust|diagnos|validat`)},
	{"the documented minimum", regexp.MustCompile(`(?i)documented|identified|observed|recorded|reported cases|minimum|\bknown\b|on (any|the) lists?`)},
}

func run(p *check.Pass) {
	for _, x := range p.Case.Figures.Figures {
		if x.Derived {
			continue
		}
		word, missing := silent(strings.Join(texts(x), "; "))
		if len(missing) == 0 {
			continue
		}
		f := citing.Figures(x)
		f.Weight = float64(len(missing))
		f.Message = fmt.Sprintf("%s, said by %s, is an estimate of what was not counted (%s) without %s", citing.What(x), citing.Voice(x), strings.ToLower(word), wording.List(missing, len(missing)))
		f.Why = "capture-recapture gives a number for any table; without these nobody can tell whether this one holds"
		f.Help = "look for them in the source and code them in notes; quote the documented minimum first"
		f.Expected = "lists, matching, assumption, a check of the model and the documented minimum"
		f.Found = fmt.Sprintf("%d of %d", len(tells)-len(missing), len(tells))
		p.Report(f)
	}
}

func texts(x *figure.Figure) []string {
	out := []string{x.Row.Measure, x.Estimator, x.Reporter, x.Locator, x.Notes}
	if x.Source != nil {
		out = append(out, x.Source.Title)
	}
	return out
}

// silent returns the words that speak of an estimate, "" where none do, and what is then not told beside it.
func silent(text string) (word string, missing []string) {
	if word = speaks.FindString(text); word == "" {
		return "", nil
	}
	for _, t := range tells {
		if !t.words.MatchString(text) {
			missing = append(missing, t.what)
		}
	}
	return word, missing
}
