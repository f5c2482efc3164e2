package roster

import (
	"regexp"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/claim"
)

// Shared is a byname that two different persons bear.
type Shared struct {
	Name   string
	Claims []*claim.Person // one of each person, by key
}

// SharedNames returns the kunyas and bynames that persons with different keys share, spelling and the place of origin (nisba)
// aside: "Abu Nur al-Shamali" and "Abu-Noor" are one byname.
func (r *Roster) SharedNames() []Shared {
	type holder struct {
		person *Person
		claim  *claim.Person
	}
	by := map[string][]holder{}
	var order []string
	for _, p := range r.People {
		if p.Key == "" {
			continue // may be any of the others
		}
		seen := map[string]bool{}
		for _, c := range p.Claims {
			for _, k := range c.Kunyas {
				f := byname(k)
				if f == "" || seen[f] {
					continue
				}
				seen[f] = true
				if by[f] == nil {
					order = append(order, f)
				}
				by[f] = append(by[f], holder{p, c})
			}
		}
	}
	slices.Sort(order)
	var out []Shared
	for _, f := range order {
		if len(by[f]) < 2 {
			continue
		}
		s := Shared{Name: f}
		for _, h := range by[f] {
			s.Claims = append(s.Claims, h.claim)
		}
		out = append(out, s)
	}
	return out
}

var (
	kunya   = regexp.MustCompile(`\b(?:abu|umm|ibn|bint) (?:a[ldrshzntw]{1,2} )?\p{L}+`)
	nisba   = regexp.MustCompile(`(?: a[ldrshzntw]{1,2} \p{L}+)+$`)
	doubled = strings.NewReplacer("aa", "a", "bb", "b", "dd", "d", "ff", "f", "hh", "h", "jj", "j", "ll", "l", "mm", "m", "nn", "n", "rr", "r", "ss", "s", "tt", "t", "yy", "y", "zz", "z")
	vowels  = strings.NewReplacer("oo", "u", "ou", "u", "o", "u", "ee", "i", "e", "a")
)

// byname folds a kunya ("abu nur") or a byname of two words or more; "" for a single word, which many share.
func byname(s string) string {
	s = strings.Join(strings.Fields(strings.ReplaceAll(strings.ToLower(s), "-", " ")), " ")
	if k := kunya.FindString(s); k != "" {
		s = k
	} else {
		s = nisba.ReplaceAllString(" "+s, "")
	}
	s = strings.TrimSpace(s)
	if !strings.Contains(s, " ") {
		return ""
	}
	return doubled.Replace(vowels.Replace(foldName(s)))
}
