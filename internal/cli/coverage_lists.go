package cli

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/assaydata/assay/internal/coverage"
	"github.com/assaydata/assay/internal/settings"
)

// describeLists reads what is known about the lists of a study from YAML: unit, period, closed and linkage for all, and unit,
// period and origin for single lists.
func describeLists(path string, stdin io.Reader, s *coverage.Study) error {
	data, err := readAll(path, stdin)
	if err != nil {
		return fmt.Errorf("--describe: %w", err)
	}
	r := &settings.Reader{File: path}
	doc := r.Parse(data)
	if doc == nil {
		return r.Err()
	}
	every := func(set func(*coverage.List)) {
		for i := range s.Lists {
			set(&s.Lists[i])
		}
	}
	var own *yaml.Node
	keys := []string{"unit", "period", "closed", "linkage", "lists"}
	r.Pairs(doc, "the file", func(key, value *yaml.Node) {
		switch key.Value {
		case "unit":
			unit := r.Text(value, "unit")
			every(func(l *coverage.List) { l.Unit = unit })
		case "period":
			from, to := period(r, value)
			every(func(l *coverage.List) { l.From, l.To = from, to })
		case "closed":
			switch strings.ToLower(r.Text(value, "closed")) {
			case "yes", "true":
				s.Closed = coverage.Yes
			case "no", "false":
				s.Closed = coverage.No
			default:
				r.Fail(value, "closed is yes or no", "yes if every case could have been on every list")
			}
		case "linkage":
			s.Linkage = linkage(r, value)
		case "lists":
			own = value
		default:
			r.Unknown(key, "key", keys)
		}
	})
	if own != nil { // last, over what holds for all
		r.Pairs(own, "lists", func(name, value *yaml.Node) {
			i := slices.IndexFunc(s.Lists, func(l coverage.List) bool { return l.Name == name.Value })
			if i < 0 {
				var known []string
				for _, l := range s.Lists {
					known = append(known, l.Name)
				}
				r.Unknown(name, "list", known)
				return
			}
			describeList(r, value, &s.Lists[i])
		})
	}
	return r.Err()
}

func describeList(r *settings.Reader, n *yaml.Node, l *coverage.List) {
	r.Pairs(n, "a list", func(key, value *yaml.Node) {
		switch key.Value {
		case "unit":
			l.Unit = r.Text(value, "unit")
		case "period":
			l.From, l.To = period(r, value)
		case "origin":
			l.Origin = r.Text(value, "origin")
		default:
			r.Unknown(key, "key", []string{"unit", "period", "origin"})
		}
	})
}

// period reads "2011-01-01/2011-12-31".
func period(r *settings.Reader, n *yaml.Node) (from, to string) {
	text := r.Text(n, "period")
	a, b, ok := strings.Cut(text, "/")
	first, err1 := time.Parse(time.DateOnly, strings.TrimSpace(a))
	last, err2 := time.Parse(time.DateOnly, strings.TrimSpace(b))
	if !ok || err1 != nil || err2 != nil || last.Before(first) {
		r.Fail(n, strconv.Quote(text)+" is no period", "first and last day, 2011-01-01/2011-12-31")
		return "", ""
	}
	return first.Format(time.DateOnly), last.Format(time.DateOnly)
}

func linkage(r *settings.Reader, n *yaml.Node) coverage.Linkage {
	var l coverage.Linkage
	known := 0
	share := func(value *yaml.Node, what string, into *float64) {
		v, err := strconv.ParseFloat(r.Text(value, what), 64)
		if err != nil || !(v > 0 && v <= 1) {
			r.Fail(value, what+" is a share between 0 and 1", "measured on pairs that were matched by hand")
			return
		}
		*into = v
		known++
	}
	r.Pairs(n, "linkage", func(key, value *yaml.Node) {
		switch key.Value {
		case "precision":
			share(value, "precision", &l.Precision)
		case "recall":
			share(value, "recall", &l.Recall)
		case "source":
			l.Source = r.Text(value, "source")
		default:
			r.Unknown(key, "key", []string{"precision", "recall", "source"})
		}
	})
	l.Measured = known == 2
	return l
}

// readAll reads a small file, or standard input for "-".
func readAll(path string, stdin io.Reader) ([]byte, error) {
	const most = 64 << 20
	in := stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, most+1))
	if err == nil && len(data) > most {
		err = fmt.Errorf("%s: more than %d MB (hint: a table has one line for each pattern)", path, most>>20)
	}
	return data, err
}
