package synth

import (
	"bufio"
	"fmt"

	"github.com/assaydata/assay/internal/record"
)

var months = [...]string{
	"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
}

var colour = [...]string{
	"Residents said that shots were heard near the %s road", "The road to the %s bridge was closed until the evening",
	"A spokesperson confirmed the report from the %s station", "Shops around the %s market stayed shut on the following day",
	"The account was later repeated by officials of the %s council", "Witnesses near the %s mill gave the same account",
	"Power was cut in the quarter around the %s square", "Vehicles were searched at the %s crossing in the following hours",
}

var details = [...]string{
	"old", "upper", "lower", "new", "northern", "southern", "eastern", "western", "stone", "timber", "river", "hill", "orchard",
	"chapel", "quarry", "ferry", "railway", "garden", "harvest", "meadow", "pine", "cork", "olive", "salt", "wool", "grain",
}

// note writes the free text of an event: it agrees with the date and the number of dead, and no two notes are equal.
func (e *event) note(w *bufio.Writer, day record.Day) {
	y, m, d := day.Date()
	if e.timePrec == 1 {
		fmt.Fprintf(w, "On %d %s %d, ", d, months[m], y)
	} else {
		fmt.Fprintf(w, "Around the middle of %s %d, ", months[m], y)
	}
	other := e.actor2
	if other == "" {
		other = "no other side"
	}
	switch e.kind {
	case battle:
		fmt.Fprintf(w, "%s clashed with %s at %s (%s).", e.actor1, other, e.site.name, e.site.admin1)
	case attack:
		fmt.Fprintf(w, "%s attacked civilians at %s (%s).", e.actor1, e.site.name, e.site.admin1)
	case bombing:
		fmt.Fprintf(w, "an explosive device planted by %s went off at %s (%s).", e.actor1, e.site.name, e.site.admin1)
	case protest:
		fmt.Fprintf(w, "people marched peacefully through %s (%s) over the price of %s goods.", e.site.name, e.site.admin1, details[e.noise%26])
	case riot:
		fmt.Fprintf(w, "a crowd threw stones and burnt tyres at %s (%s).", e.site.name, e.site.admin1)
	}
	switch {
	case e.deaths == 1:
		w.WriteString(" One person was killed.")
	case e.deaths > 1:
		fmt.Fprintf(w, " %d people were killed.", e.deaths)
	case e.kind == attack || e.kind == bombing:
		w.WriteString(" No fatalities were reported.")
	}
	w.WriteByte(' ')
	fmt.Fprintf(w, colour[e.noise>>20%uint64(len(colour))], details[e.noise>>24%uint64(len(details))]+" "+details[e.noise>>30%uint64(len(details))])
	w.WriteByte('.')
	fmt.Fprintf(w, " (Report %x.)", uint32(e.noise>>32)^uint32(e.n))
}
