package record

import (
	"strconv"
	"strings"
)

// ActorClass says what sort of actor a label or code names, on one scale for all formats.
type ActorClass uint8

const (
	ActorNone         ActorClass = iota // no actor stated
	ActorState                          // forces of a state
	ActorArmedGroup                     // rebels, militias, any organised non-state group
	ActorProtesters                     // protesters and rioters
	ActorCivilians                      // civilians as a side
	ActorUnidentified                   // the source says that it is not known
)

// Actor is what an actor label says beyond the name: its class and the years in brackets, as in
// "Military Forces of Nigeria (1999-2015)" (ACLED names governments by regime years; an open end is allowed).
type Actor struct {
	Label    string
	Class    ActorClass
	From, To int // years of validity written in the label; 0 = none or open
	Dated    bool
}

// ParseActor reads a label. The class is set only for labels that say it themselves (unidentified, unknown, civilians).
func ParseActor(label string) Actor {
	a := Actor{Label: label}
	low := strings.ToLower(strings.TrimSpace(label))
	switch {
	case low == "":
		return a
	case strings.HasPrefix(low, "unidentified") || low == "unknown" || strings.HasPrefix(low, "unknown ") ||
		strings.HasPrefix(low, "other/unknown"):
		a.Class = ActorUnidentified
	case strings.HasPrefix(low, "civilian"):
		a.Class = ActorCivilians
	case strings.HasPrefix(low, "government of") || strings.HasPrefix(low, "military forces of") ||
		strings.HasPrefix(low, "police forces of"):
		a.Class = ActorState
	case strings.HasPrefix(low, "protesters") || strings.HasPrefix(low, "rioters"):
		a.Class = ActorProtesters
	default:
		a.Class = ActorArmedGroup
	}
	for rest := low; ; {
		open := strings.IndexByte(rest, '(')
		if open < 0 {
			break
		}
		end := strings.IndexByte(rest[open:], ')')
		if end < 0 {
			break
		}
		if from, to, ok := years(rest[open+1 : open+end]); ok {
			a.From, a.To, a.Dated = from, to, true
			break
		}
		rest = rest[open+end:]
	}
	return a
}

// years reads "1999-2015", "2018-" and "-1999".
func years(s string) (from, to int, ok bool) {
	s = strings.TrimSpace(strings.ReplaceAll(s, "–", "-"))
	before, after, found := strings.Cut(s, "-")
	if !found {
		return 0, 0, false
	}
	read := func(t string) (int, bool) {
		t = strings.TrimSpace(t)
		if t == "" || t == "present" {
			return 0, true
		}
		n, err := strconv.Atoi(t)
		return n, err == nil && n >= 1000 && n <= 2999
	}
	from, ok1 := read(before)
	to, ok2 := read(after)
	return from, to, ok1 && ok2 && from+to > 0
}
