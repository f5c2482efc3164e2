package roster

import (
	"regexp"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/groups"
	"github.com/assaydata/assay/internal/read/cell"
)

// TieKind is the kind of a relation between two groups.
type TieKind string

// The kinds of relations.
const (
	Pledge    TieKind = "pledge"      // A swore allegiance to B
	Accepted  TieKind = "accepted"    // B accepted A
	Part      TieKind = "part"        // A is part, branch or affiliate of B
	Joined    TieKind = "joined"      // A joined B
	Merged    TieKind = "merged"      // A merged into B
	Split     TieKind = "split"       // A, or a part of it, left for B
	Formed    TieKind = "formed"      // A was formed out of B
	Left      TieKind = "independent" // A declared itself independent of B
	Dissolved TieKind = "dissolved"   // A was dissolved
	Hostile   TieKind = "hostile"     // A and B fight or denounce each other
	Ally      TieKind = "ally"        // A and B work together
	Other     TieKind = ""            // none of these
)

var tieKinds = []struct {
	kind TieKind
	re   *regexp.Regexp
}{
	{Left, regexp.MustCompile(`independen|disaffiliat|seced|broke (?:away|with)|left\b`)},
	{Accepted, regexp.MustCompile(`accept|recogni[sz]ed`)},
	{Pledge, regexp.MustCompile(`pledg|oath|allegian|bay.?a|sworn|swore|loyal`)},
	{Hostile, regexp.MustCompile(`hostil|fight|fought|enem|attack|rival|ordered out|expel|arrest|denounc|condemn`)},
	{Dissolved, regexp.MustCompile(`dissolv|disband|ceased`)},
	{Merged, regexp.MustCompile(`merge|absor|unit(?:ed|e) (?:with|into)`)},
	{Split, regexp.MustCompile(`split|splinter|defect`)},
	{Formed, regexp.MustCompile(`formed|founded|created|successor|renamed`)},
	{Joined, regexp.MustCompile(`join`)},
	{Ally, regexp.MustCompile(`ally|allied|alliance|cooperat|joint|supports?\b`)},
	{Part, regexp.MustCompile(`affiliat|part of|subordinat|front|branch|subdivision|province|associated|wing|under\b`)},
}

func kindOf(relation string) TieKind {
	s := strings.ToLower(Label(relation))
	for _, k := range tieKinds {
		if k.re.MatchString(s) {
			return k.kind
		}
	}
	return Other
}

// Event reports whether the relation is something that happened on a day, so that two dates for it contradict each other.
func (k TieKind) Event() bool {
	switch k {
	case Pledge, Accepted, Joined, Merged, Split, Formed, Left, Dissolved:
		return true
	}
	return false
}

// Under reports whether the relation puts A under B.
func (k TieKind) Under() bool { return k == Pledge || k == Part || k == Joined || k == Merged }

// Tie is a claim about two groups with its kind.
type Tie struct {
	*claim.Relation
	Kind TieKind
	When cell.Span // the date, narrowed by the text where that says "end of June" or "in autumn"

	NameA, NameB string // the names of the two groups, as far as the case or the registry of groups knows them
}

// Words prints the tie as its source puts it: "Northern Front pledge to Southern League".
func (t *Tie) Words() string {
	return strings.TrimSpace(t.NameA + " " + Label(t.Relation.Relation) + " " + t.NameB)
}

// Text is what the claim says of the tie in words.
func (t *Tie) Text() string { return t.Locator + "; " + t.Notes }

// registered finds the group of the registry for a key or a name.
func registered(name string) (groups.Match, bool) {
	label := Label(name)
	for _, n := range []string{label, strings.ToUpper(label), strings.Replace(label, " ", " al-", 1)} {
		if m, ok := groups.Default().Lookup(n); ok {
			return m, true
		}
	}
	return groups.Match{}, false
}

// separators stand between the groups of a text on affiliation.
var separators = regexp.MustCompile(`\s*(?:;|,|/|\(|\)|\band\b|\bthen\b|\bor\b)\s*`)

// tail begins what follows a name in a text on affiliation: "the League since 2015".
var tail = regexp.MustCompile(`\s(?:since|in|from|until|briefly|per|affiliate|linked|associated|front)\b.*$`)

// named is a group that a text names.
type named struct{ text, id string }

// namesIn returns the groups that a text on affiliation names, in its order.
func (r *Roster) namesIn(text string) []named {
	var out []named
	for _, part := range separators.Split(text, -1) {
		for _, n := range []string{part, tail.ReplaceAllString(part, "")} {
			if id := r.id(strings.TrimSpace(n)); id != "" {
				out = append(out, named{strings.TrimSpace(n), id})
				break
			}
		}
	}
	return out
}
