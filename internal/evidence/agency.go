package evidence

import (
	"regexp"
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
	// remark in brackets that says how the copy was made and not whose it is.
	manner = regexp.MustCompile(`(?i)\b(?:repost|mirror|release|blog|translat|edition|listing|via|agency copy|movatter|machine|address)`)
)

// Agency returns who an item comes from, by the text of its publisher: "Agency via Outlet", "Outlet (Agency)",
// "Outlet (citing Agency)", "blog copy of Outlet" are the agency's, "Outlet (reposted)" the outlet's.
func Agency(publisher string) string {
	list := originators(publisher, nil)
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// originators returns all whom the publisher's text names as where the item comes from. Names in brackets that are no known
// agency count where outlet knows them.
func originators(publisher string, outlet map[string]bool) []string {
	p := strings.TrimSpace(publisher)
	p, _, _ = strings.Cut(p, ";")
	if m := copyOf.FindStringSubmatch(p); m != nil {
		p = strings.TrimSpace(m[1])
	}
	if head, _, ok := strings.Cut(p, " via "); ok && !strings.Contains(head, "(") {
		return split(strings.TrimSuffix(strings.TrimSuffix(head, " text"), " copy"))
	}
	inside := ""
	if m := bracket.FindStringSubmatchIndex(p); m != nil {
		inside = strings.TrimSpace(p[m[2]:m[3]])
		p = strings.TrimSpace(p[:m[0]])
	}
	p = strings.TrimSpace(manner.ReplaceAllString(cutAt(p, " mirror"), ""))
	inside = strings.TrimSuffix(inside, " copy")
	if m := citing.FindStringSubmatch(inside); m != nil {
		return split(m[1])
	}
	if inside != "" && !manner.MatchString(inside) {
		var known []string
		for _, name := range split(inside) {
			if agencies[strings.ToLower(name)] != "" || outlet[key(name)] {
				known = append(known, canonical(name))
			}
		}
		if len(known) > 0 {
			return known
		}
	}
	// "Agency/Outlet": the agency.
	if list := split(p); len(list) > 1 {
		for _, name := range list {
			if agencies[strings.ToLower(name)] != "" {
				return []string{canonical(name)}
			}
		}
	}
	if p == "" {
		return nil
	}
	return []string{canonical(p)}
}

func cutAt(s, mark string) string {
	if i := strings.Index(strings.ToLower(s), mark); i > 0 {
		return s[:i]
	}
	return s
}

func split(list string) []string {
	var out []string
	for _, s := range regexp.MustCompile(`\s*[,;]\s*|\s+/\s+|/`).Split(oneName.Replace(list), -1) {
		if s = strings.TrimSpace(s); s != "" && !strings.ContainsAny(s, "0123456789") {
			out = append(out, canonical(strings.ReplaceAll(s, "\u2215", "/")))
		}
	}
	return out
}

// oneName protects the slash in names that have one.
var oneName = strings.NewReplacer("RFE/RL", "RFE\u2215RL")

func canonical(name string) string {
	name = strings.TrimSpace(name)
	if a := agencies[strings.ToLower(name)]; a != "" {
		return a
	}
	return strings.TrimPrefix(name, "The ")
}

// outlets notes the publishers that stand alone, so that "Paper (Outlet)" can be told from "Paper (Author)".
func (g *Graph) outlets() {
	for _, s := range g.t.Sources {
		if p := s.Publisher; p != "" && !strings.ContainsAny(p, "();") && !strings.Contains(p, " via ") {
			g.outlet[key(p)] = true
		}
	}
}
