package incident

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/groups"
)

// names finds the groups that a text names: those of the dated registry, those of the case's own table of groups, and
// proper names that neither knows.
type names struct {
	registry *groups.Registry
	own      map[string]Group // folded name of the case's table
	linked   map[[2]string]bool
}

// partOf matches relations that make one group a part or follower of another, so that an attack can be both groups'.
var partOf = regexp.MustCompile(`(?i)\b(?:part|pledg\w*|affiliat\w*|subordinat\w*|branch|province|faction|front|merged|joined|loyal|split|formed|renamed|associated)`)

func newNames(r *groups.Registry, table []*claim.Group, relations []*claim.Relation) *names {
	n := &names{registry: r, own: map[string]Group{}, linked: map[[2]string]bool{}}
	defer n.link(table, relations)
	for _, g := range table {
		key := g.Key
		if key == "" {
			key = groups.Fold(g.Name)
		}
		for _, name := range append([]string{g.Name}, g.Variants...) {
			k := groups.Fold(name)
			if _, taken := n.own[k]; !taken && utf8.RuneCountInString(k) > 1 {
				n.own[k] = Group{Key: key, Name: g.Name, Family: key, Known: true}
			}
		}
	}
	return n
}

// link notes which groups are parts or followers of each other by the case's own tables.
func (n *names) link(table []*claim.Group, relations []*claim.Relation) {
	name := map[string]string{}
	for _, g := range table {
		if g.Key != "" && name[g.Key] == "" {
			name[g.Key] = g.Name
		}
	}
	pair := func(a, b string) {
		x, y := n.resolve(a, name), n.resolve(b, name)
		n.linked[[2]string{x.Key, y.Key}] = true
		n.linked[[2]string{x.Key, y.Family}] = true
		n.linked[[2]string{x.Family, y.Key}] = true
	}
	for _, r := range relations {
		if partOf.MatchString(strings.ReplaceAll(r.Relation, "_", " ")) {
			pair(r.A, r.B)
		}
	}
	for _, g := range table {
		for _, other := range n.find(g.Affiliation) {
			pair(g.Key, other.Key)
		}
	}
}

// resolve finds a group by key or name.
func (n *names) resolve(key string, name map[string]string) Group {
	for _, label := range []string{name[key], strings.ReplaceAll(key, "_", " "), key} {
		if g, ok := n.lookup(label); label != "" && ok {
			return g
		}
	}
	if g := n.registry.Get(strings.ReplaceAll(key, "_", "-")); g != nil {
		return Group{Key: g.Key, Name: g.Name, Family: n.family(g), Known: true}
	}
	return Group{Key: key, Name: key, Family: key}
}

// Related reports whether two groups are one organisation or one is a part or follower of the other.
func (n *names) related(a, b Group) bool {
	return a.Family == b.Family || n.linked[[2]string{a.Key, b.Key}] || n.linked[[2]string{b.Key, a.Key}] ||
		n.linked[[2]string{a.Key, b.Family}] || n.linked[[2]string{b.Key, a.Family}]
}

// lookup finds a group by its whole name. An abbreviation counts in capitals only, so that "is" names nobody.
func (n *names) lookup(label string) (Group, bool) {
	if utf8.RuneCountInString(label) <= 5 && strings.ToUpper(label) != label {
		return Group{}, false
	}
	if m, ok := n.registry.Lookup(label); ok {
		return Group{Key: m.Group.Key, Name: m.Group.Name, Family: n.family(m.Group), Known: true}, true
	}
	g, ok := n.own[groups.Fold(label)]
	return g, ok
}

// family follows part-of links to the organisation at the top.
func (n *names) family(g *groups.Group) string {
	key := g.Key
	for range 5 {
		next := ""
		if g := n.registry.Get(key); g != nil {
			for _, l := range g.Links {
				if l.Kind == "part-of" {
					next = l.Key
				}
			}
		}
		if next == "" {
			break
		}
		key = next
	}
	return key
}

var word = regexp.MustCompile(`[\pL\pN][\pL\pN'’‘.-]*`)

// longest is the number of words that a name may have.
const longest = 8

// find returns the known groups that a text names, the longest names first taken, in the order of the text. "X Y" with X a
// known abbreviation and Y a proper name is X's branch and counts as X.
func (n *names) find(text string) []Group {
	at := word.FindAllStringIndex(text, -1)
	var out []Group
	for i := 0; i < len(at); i++ {
		for j := min(len(at), i+longest); j > i; j-- {
			g, ok := n.lookup(strings.TrimRight(text[at[i][0]:at[j-1][1]], ".-"))
			if !ok {
				continue
			}
			// "X Province of Y", "X Y province": the longer name from the next word on may be the branch of X.
			if j == i+1 && i+1 < len(at) {
				if b, k, found := n.from(text, at, i+1); found && b.Family == g.Key {
					g, j = b, k
				}
			}
			out = appendGroup(out, g)
			i = j - 1
			break
		}
	}
	return out
}

// from finds the longest known name that begins at a word.
func (n *names) from(text string, at [][]int, i int) (g Group, end int, ok bool) {
	for j := min(len(at), i+longest); j > i; j-- {
		if g, ok := n.lookup(text[at[i][0]:at[j-1][1]]); ok {
			return g, j, true
		}
	}
	return Group{}, 0, false
}

func appendGroup(list []Group, g Group) []Group {
	for _, x := range list {
		if x.Key == g.Key {
			return list
		}
	}
	return append(list, g)
}

// proper reads a proper name of at least two words at the head of a text as a group that no table knows: "Green Valley
// Battalion (orders from X)". Every word must begin with a capital.
func proper(text string) (Group, bool) {
	head := text
	if i := strings.IndexAny(head, "(:;,"); i >= 0 {
		head = head[:i]
	}
	head = strings.Trim(strings.TrimSpace(head), "'\"“”‘’")
	fields := strings.Fields(head)
	if len(fields) < 2 || len(fields) > longest {
		return Group{}, false
	}
	for _, w := range fields {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && !joining[w] {
			return Group{}, false
		}
	}
	if anonymous.MatchString(head) || !groupWords.MatchString(head) {
		return Group{}, false
	}
	k := groups.Fold(head)
	return Group{Key: k, Name: head, Family: k}, true
}

// groupWords stand in the names of organisations, so that a person who claims an attack is not taken for one.
var groupWords = regexp.MustCompile(`(?i)\b(?:battalion|brigades?|front|army|movement|group|organi[sz]ation|jama'?at|emirate|province|vila?yat|wila?ya[ht]?|state|party|liberation|union|council|league|forces?|cell|squad|network|katib\w*|ja[iy]sh|jabhat|harakat|ansar|jund|guards?|militia|resistance|defen[cs]e|command|brotherhood|caliphate|division|legion|rebels|fighters|martyrs|lions|soldiers|sons|tigers)\b`)

// joining words stand in small letters inside of proper names.
var joining = map[string]bool{"of": true, "the": true, "al": true, "and": true, "for": true, "de": true}

// anonymous texts describe somebody without naming a group.
var anonymous = regexp.MustCompile(`(?i)\b(?:unknown|unidentified|none|islamist|jihadist|extremists?|militants?|muslim|suspected|local|security|officials?|ministry|minister|committee|agency|police|prosecutors?|government|authorities|department)\b`)
