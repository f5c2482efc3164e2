package privacy

import "strings"

// RoleWords says in which role somebody is described, with the legal status, so that an allegation never reads as a fact:
// "described as commander (alleged, not established)".
func RoleWords(role, status string) string { return described("", role, status) }

// RoleBy is [RoleWords] with the source that says so: "described by the ministry as commander (charged, not convicted)".
func RoleBy(source, role, status string) string {
	return described(strings.TrimSpace(source), role, status)
}

func described(source, role, status string) string {
	out := "described"
	if source != "" {
		out += " by " + source
	}
	if role = strings.TrimSpace(role); role == "" {
		role = "having a role that is not stated"
	}
	return out + " as " + role + " (" + StatusWords(status) + ")"
}

// StatusWords is a legal status in words that say how far it goes.
func StatusWords(status string) string {
	status = strings.TrimSpace(status)
	word, rest, _ := strings.Cut(status, " ")
	switch strings.ToLower(strings.Trim(word, ",;:.")) {
	case "":
		return "legal status not stated"
	case "mentioned":
		return "mentioned only"
	case "alleged", "suspected", "accused", "wanted":
		return status + ", not established"
	case "claimed":
		return status + ", not established"
	case "designated", "listed", "sanctioned":
		return status + "; a designation is no conviction"
	case "charged", "indicted", "detained", "arrested":
		return status + ", not convicted"
	case "convicted", "sentenced":
		if rest == "" {
			return "convicted, as the source reports"
		}
		return status + ", as the source reports"
	case "acquitted":
		return status + ", so not to be held against the person"
	}
	return "legal status as stated: " + status
}
