package figure

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/assaydata/assay/internal/groups"
)

// Destination is where the people of a figure went and whom they joined.
type Destination struct {
	Text   string
	Places []string // keys of areas, sorted; empty = not stated
	Abroad bool     // anywhere outside the country
	Group  string   // name of the group by the registry, "" = any or not stated
	None   bool     // the figure is not about going somewhere
}

var (
	abroadWords = regexp.MustCompile(`(?i)\b(?:abroad|outside|conflict zones?|zones of|terrorist organi[sz]ations|armed formations|elsewhere)\b`)
	noneWords   = regexp.MustCompile(`(?i)^\s*(?:n/?a|none|-|not applicable)?\s*$`)
)

var destinationCache sync.Map

// ParseDestination reads a destination as tables write it: "Syria and Iraq (IS)", "abroad, in particular Syria".
func ParseDestination(text string) Destination {
	if d, ok := destinationCache.Load(text); ok {
		return d.(Destination)
	}
	d := parseDestination(text)
	destinationCache.Store(text, d)
	return d
}

func parseDestination(text string) Destination {
	d := Destination{Text: strings.TrimSpace(text), None: noneWords.MatchString(text), Abroad: abroadWords.MatchString(text)}
	t, err := areas()
	if err != nil || d.None {
		return d
	}
	if !regexp.MustCompile(`(?i)\boutside\b`).MatchString(text) {
		d.Places = t.findIn(text)
	}
	// "The Levant, that is Syria": the wider name says it all.
	d.Places = slices.DeleteFunc(slices.Clone(d.Places), func(p string) bool {
		return slices.ContainsFunc(d.Places, func(o string) bool { return o != p && t.inside(p, o) })
	})
	d.Group = groupIn(text)
	return d
}

// groupIn returns the group of the registry that a running text names, by its longest name there.
func groupIn(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,;()/", r) })
	for n := min(6, len(words)); n > 0; n-- {
		for i := 0; i+n <= len(words); i++ {
			name := strings.Join(words[i:i+n], " ")
			name = strings.TrimSuffix(strings.TrimSuffix(name, "-held"), "-led")
			if n == 1 && (len(name) < 2 || name != strings.ToUpper(name) && len(name) < 5) {
				continue // "is", "al", "in"
			}
			if m, ok := groups.Default().Lookup(name); ok {
				return m.Group.Name
			}
		}
	}
	return ""
}

// Anywhere reports whether no place is stated.
func (d Destination) Anywhere() bool { return len(d.Places) == 0 }

// Contains reports whether everybody who went to e went to d.
func (d Destination) Contains(e Destination) bool {
	t, err := areas()
	if err != nil || d.None || e.None {
		return err == nil && d.None && e.None
	}
	if d.Group != "" && d.Group != e.Group {
		return false
	}
	if d.Abroad || d.Anywhere() {
		return true
	}
	if e.Abroad || e.Anywhere() {
		return false
	}
	for _, p := range e.Places {
		if !slices.ContainsFunc(d.Places, func(q string) bool { return t.inside(p, q) }) {
			return false
		}
	}
	return true
}

// Same reports whether both mean the same.
func (d Destination) Same(e Destination) bool { return d.Contains(e) && e.Contains(d) }
