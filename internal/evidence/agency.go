package evidence

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// agencies that sell their copy to other media, by the names under which these print it.
var agencies = map[string]string{
	"afp": "AFP", "agence france-presse": "AFP", "ap": "AP", "associated press": "AP", "the associated press": "AP",
	"reuters": "Reuters", "tass": "TASS", "itar-tass": "TASS", "ria": "RIA Novosti", "ria novosti": "RIA Novosti", "interfax": "Interfax",
	"interfax-yug": "Interfax", "interfax-religion": "Interfax", "dpa": "dpa", "efe": "EFE", "ansa": "ANSA", "xinhua": "Xinhua", "kyodo": "Kyodo",
	"upi": "UPI", "anadolu": "Anadolu", "anadolu agency": "Anadolu", "irna": "IRNA", "pti": "PTI", "ians": "IANS", "mena": "MENA",
	"sana": "SANA", "apa": "APA", "trend": "Trend", "bernama": "Bernama", "yonhap": "Yonhap", "nan": "NAN", "ukrinform": "Ukrinform",
	"sputnik": "Sputnik", "belta": "BelTA", "lusa": "Lusa", "antara": "Antara", "vna": "VNA", "wafa": "WAFA",
}

var (
	copyOf = regexp.MustCompile(`(?i)\bcop(?:y|ies) of ([^(;]+)`)
	citing = regexp.MustCompile(`(?i)^(?:citing|quoting|on|from|based on|after)\s+(.+)$`)
	// manner is a remark in brackets that says how the copy was made and not whose it is.
	manner = regexp.MustCompile(`(?i)\b(?:repost\w*|mirrors?|release|blog\w*|translat\w*|edition|listing|via|machine|address)\b`)
	// mirrored is the word after a publisher's name that says that the item was read in a copy.
	mirrored = regexp.MustCompile(`(?i)\s+(?:mirrors?|listing|cop(?:y|ies)|text|reprint)$`)
	// dated is a part of a list that is a date: "Office of Statistics, 1 January 2019", "Bureau, 2021 census".
	dated = regexp.MustCompile(`^(?:\d{1,2}\s+\p{L}+\s+)?\d{4}(?:[- ].*)?$`)
	comma = regexp.MustCompile(`\s*[,;]\s*|\s+/\s+|/`)
	// nobodies are words for a publisher that name none: "blog copy", "agency report".
	nobodies = words(`a an the of blog copy copies agency agencies report reports news item text article repost reposted website site
		internet unnamed unknown not given address wire press local media language`)
)

// Agency returns who an item comes from, by the text of its publisher: "Agency via Outlet", "Outlet (Agency)",
// "Outlet (citing Agency)" and "blog copy of Outlet" are the agency's, "Outlet (reposted)" is the outlet's, and "blog copy"
// is nobody's that could be told: "".
func Agency(publisher string) string {
	list := originators(publisher, nil)
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// originators returns all whom the publisher's text names as where the item comes from, the first of them first. Names in
// brackets that are no known agency count where outlet knows them; outside of these cases brackets hold places and authors.
func originators(publisher string, outlet map[string]bool) []string {
	p := outside(strings.TrimSpace(publisher))
	if m := copyOf.FindStringSubmatch(p); m != nil {
		p = strings.TrimSpace(m[1])
	}
	if head, _, ok := strings.Cut(p, " via "); ok && !strings.Contains(head, "(") {
		return split(mirrored.ReplaceAllString(head, ""))
	}
	inside := ""
	if m := bracket.FindStringSubmatchIndex(p); m != nil {
		inside = strings.TrimSpace(p[m[2]:m[3]])
		p = strings.TrimSpace(p[:m[0]])
	}
	p = mirrored.ReplaceAllString(p, "")
	if m := citing.FindStringSubmatch(inside); m != nil {
		if list := split(m[1]); len(list) > 0 {
			return list
		}
	}
	_, isCopy := strings.CutSuffix(inside, " copy")
	inside = strings.TrimSuffix(inside, " copy")
	if inside != "" && !manner.MatchString(inside) {
		var known []string
		for _, name := range split(inside) {
			if agencies[strings.ToLower(name)] != "" || outlet[publisherKey(name)] || isCopy {
				known = append(known, canonical(name))
			}
		}
		if len(known) > 0 {
			slices.SortStableFunc(known, func(a, b string) int { return cmp.Compare(agencyRank(a), agencyRank(b)) })
			return known
		}
	}
	// "Agency/Outlet" is the agency's; of "Outlet / Outlet" both stand behind it.
	if list := split(p); len(list) > 1 && strings.Contains(p, "/") {
		for _, name := range list {
			if agencies[strings.ToLower(name)] != "" {
				return []string{canonical(name)}
			}
		}
		if strings.Contains(p, " / ") {
			return list
		}
	}
	if anonymousPublisher(p) {
		return nil
	}
	return []string{canonical(p)}
}

// outside cuts a publisher's text at the first semicolon that stands in no bracket: what follows says where the copy is.
func outside(p string) string {
	depth := 0
	for i, r := range p {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		case ';':
			if depth <= 0 {
				return strings.TrimSpace(p[:i])
			}
		}
	}
	return p
}

func anonymousPublisher(p string) bool {
	for _, w := range strings.FieldsFunc(p, func(r rune) bool { return r == ' ' || r == '-' }) {
		if acronym.MatchString(w) || !nobodies[strings.ToLower(w)] && !languages[w] {
			return false
		}
	}
	return true
}

// split takes a list of publishers apart, without dates and without words that name none.
func split(list string) []string {
	var out []string
	for _, s := range comma.Split(oneName.Replace(list), -1) {
		if s = strings.TrimSpace(s); !anonymousPublisher(s) && !dated.MatchString(s) {
			out = append(out, canonical(strings.ReplaceAll(s, "\u2215", "/")))
		}
	}
	return out
}

// oneName protects the slash in names that have one.
var oneName = strings.NewReplacer("RFE/RL", "RFE\u2215RL")

// agencyRank puts agencies, whose copy outlets print, before outlets.
func agencyRank(name string) int {
	if agencies[strings.ToLower(name)] != "" {
		return 0
	}
	return 1
}

func canonical(name string) string {
	name = strings.TrimSpace(name)
	if a := agencies[strings.ToLower(name)]; a != "" {
		return a
	}
	return strings.TrimPrefix(name, "The ")
}

// publisherKey is the key of a publisher: that of a body, without a final "News", which the same outlet bears or not.
func publisherKey(name string) string {
	k := key(name)
	if short, ok := strings.CutSuffix(k, " news"); ok {
		return short
	}
	return k
}

// outlets notes the publishers that stand alone somewhere in the case, so that "Paper (Outlet)" can be told from
// "Paper (Author)".
func (g *Graph) outlets() {
	for _, s := range g.t.Sources {
		p := outside(s.Publisher)
		if head, rest, ok := strings.Cut(p, " ("); ok && manner.MatchString(rest) {
			p = head
		}
		if p != "" && !strings.ContainsAny(p, "()") && !strings.Contains(p, " via ") {
			g.outlet[publisherKey(mirrored.ReplaceAllString(p, ""))] = true
		}
	}
}

// from returns whom an item comes from, "" where that cannot be told. An item that cites several is counted with the first,
// so that it adds no voice of its own and does not make one voice of those it cites.
func (g *Graph) from(publisher string) string {
	if name, ok := g.publisher[publisher]; ok {
		return name
	}
	if list := originators(publisher, g.outlet); len(list) > 0 {
		return list[0]
	}
	return ""
}
