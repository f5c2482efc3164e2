package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"
)

// Judgements of nomenklatura on two identifiers.
const (
	Positive    = "positive"
	Negative    = "negative"
	Undecided   = "unsure"
	NoJudgement = "no_judgement" // a suggestion that nobody decided
)

// Edge is a line of a resolver file of nomenklatura (https://github.com/opensanctions/nomenklatura): a JSON array of target,
// source, judgement, score, user and time, and in some files the time at which it was taken back.
type Edge struct {
	Target, Source string // identifiers; canonical ones stand for a cluster
	Judgement      string
	User           string    // "" = not stated
	When           time.Time // zero = not stated
	Line           int       // in the file that it was read from
}

// canonical matches identifiers that stand for a cluster and no record: those that nomenklatura makes, and those of Wikidata.
var canonical = regexp.MustCompile(`^(NK-.+|Q[0-9]+)$`)

// times are the forms in which nomenklatura has written times, all in UTC.
var times = []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02"}

// ReadEdges reads resolver lines; file is their name in messages. Of several lines on two identifiers the last is returned,
// as nomenklatura reads them, without those that were taken back. Lines that can't be read are left out with a problem.
func ReadEdges(r io.Reader, file string) ([]Edge, []Problem, error) {
	var problems []Problem
	var all []Edge
	at := map[[2]string]int{}
	err := eachLine(r, func(n int, text []byte, _, long bool) {
		if len(bytes.TrimSpace(text)) == 0 {
			return
		}
		e, err := parseEdge(text)
		switch {
		case long:
			err = fmt.Errorf("this line is longer than %d bytes", maxLine)
		case errors.Is(err, errDeleted):
			return
		}
		if err != nil {
			problems = append(problems, Problem{file, n, 1, err.Error(), `the line is left out; one is written ["NK-…","dataset:id","positive",null,"user","2024-01-31T09:30:00"]`})
			return
		}
		e.Line = n
		key := pairOf(e.Target, e.Source)
		if i, ok := at[key]; ok {
			all[i] = e
			return
		}
		at[key] = len(all)
		all = append(all, e)
	})
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", file, err)
	}
	return all, problems, nil
}

var errDeleted = errors.New("taken back")

func pairOf(a, b string) [2]string {
	if b < a {
		a, b = b, a
	}
	return [2]string{a, b}
}

func parseEdge(text []byte) (Edge, error) {
	var cells []any
	if err := json.Unmarshal(text, &cells); err != nil {
		return Edge{}, errors.New("this is no resolver line: it is no JSON array")
	}
	cell := func(i int) string {
		if i >= len(cells) || cells[i] == nil {
			return ""
		}
		s, _ := cells[i].(string)
		return strings.TrimSpace(s)
	}
	if len(cells) < 3 || cell(0) == "" || cell(1) == "" {
		return Edge{}, errors.New("this is no resolver line: it has no two identifiers and a judgement")
	}
	e := Edge{Target: cell(0), Source: cell(1), Judgement: cell(2), User: cell(4)}
	switch e.Judgement {
	case Positive, Negative, Undecided, NoJudgement:
	default:
		return Edge{}, fmt.Errorf("unknown judgement %q", e.Judgement)
	}
	if e.Target == e.Source {
		return Edge{}, fmt.Errorf("both identifiers are %s", e.Target)
	}
	if cell(6) != "" {
		return Edge{}, errDeleted
	}
	if when := cell(5); when != "" {
		for _, form := range times {
			if t, err := time.Parse(form, when); err == nil && t.UTC().Year() > 0 {
				e.When = t.UTC()
				break
			}
		}
		if e.When.IsZero() {
			return Edge{}, fmt.Errorf("%q is no time", when)
		}
	}
	return e, nil
}

// WriteEdges writes resolver lines.
func WriteEdges(w io.Writer, edges []Edge) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, e := range edges {
		var user, when any
		if e.User != "" {
			user = e.User
		}
		if !e.When.IsZero() {
			when = e.When.UTC().Format("2006-01-02T15:04:05")
		}
		if err := enc.Encode([]any{e.Target, e.Source, e.Judgement, nil, user, when}); err != nil {
			return err
		}
	}
	return nil
}
