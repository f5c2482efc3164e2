package report

import (
	"slices"
	"strings"
	"unicode"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/groups"
	"github.com/assaydata/assay/internal/privacy"
	"github.com/assaydata/assay/internal/record"
)

// sourceNames says which names of sources may be printed. Citations are free text: what stands where an outlet should may be
// an author or a headline. Printed are news agencies, names out of a coded column of sources, and names that by their words
// are those of outlets or institutions; all others are counted.
type sourceNames struct {
	shield *privacy.Shield
	known  map[string]bool // folded names out of coded columns
}

func newSourceNames(shield *privacy.Shield, datasets []*record.Dataset) *sourceNames {
	s := &sourceNames{shield: shield, known: map[string]bool{}}
	for _, d := range datasets {
		c := d.Role(record.RoleSource)
		if c == nil || c.Storage != record.Coded || !isPublic(c) {
			continue
		}
		for i, text := range c.Dict.Texts {
			if c.Dict.States[i] != record.Present {
				continue
			}
			for one := range strings.SplitSeq(text, ";") {
				s.known[groups.Fold(evidence.Agency(one))] = true
			}
		}
	}
	return s
}

// longestOutlet is the number of words beyond which a name is a headline.
const longestOutlet = 5

func (s *sourceNames) printable(x *fact.Source) bool {
	switch {
	case x.Agency != "" && x.Outlet == x.Agency:
		return true
	case strings.ContainsAny(x.Outlet, `,;:"“”?!|@`) || len(strings.Fields(x.Outlet)) > longestOutlet:
		return false
	case s.known[groups.Fold(x.Outlet)]:
		return true
	case strings.ToUpper(x.Outlet) == x.Outlet && strings.IndexFunc(x.Outlet, unicode.IsLetter) >= 0: // HRW
		return true
	}
	return x.Relay || evidence.KindOf(&claim.Source{Publisher: x.Outlet}) != evidence.UnknownKind
}

// mostCited is how many sources of a record are named.
const mostCited = 5

// cited names the sources of a record, each once.
func (s *sourceNames) cited(list []fact.Source) string {
	var out []string
	other := map[string]bool{}
	for i := range list {
		x := &list[i]
		switch {
		case x.Outlet == "":
			continue
		case s.printable(x):
			name := s.shield.Text(finding.Clean(x.Outlet))
			if !slices.Contains(out, name) {
				out = append(out, name)
			}
		default:
			other[x.Outlet] = true
		}
	}
	if n := len(out); n > mostCited {
		for _, name := range out[mostCited:] {
			other[name] = true
		}
		out = out[:mostCited]
	}
	text := strings.Join(out, "; ")
	switch {
	case len(other) == 0:
		return text
	case text == "":
		return finding.Plural(len(other), "source", "sources") + " not named here"
	}
	return text + " and " + finding.Plural(len(other), "other", "others")
}
