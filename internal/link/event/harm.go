package event

// Words that say together that nobody was hurt or that an attempt failed: "no injuries were reported", "the device did not explode", "was
// defused". Vague words take a negation back: "no details of casualties" says nothing.
var (
	noWords    = stopWords("no not nobody none without never zero aucun aucune sans personne sin ningun ninguna nadie")
	vagueWords = stopWords(`immediate immediately clear unclear known unknown confirmed confirm figure figures detail details word number toll
		official independent verified precise exact specification specified mention mentioned serious information estimate count`)
	harmWords = stopWords(`injured injury injuries injuring wounded wounding hurt harm harmed casualty casualties fatality fatalities dead death deaths
		died killed killing victim victims blesse blesses victime victimes mort morts herido heridos muerto muertos victima victimas`)
	failedWords = stopWords("failed fail fails failing")
	burstWords  = stopWords("explode exploded exploding detonate detonated detonating detonation explosion")
	foiledWords = stopWords(`defused defuse defusing foiled foil foils thwarted thwart averted unexploded unhurt unharmed unscathed uninjured
		desamorce desamorcee dejoue dejouee indemne indemnes desactivado desactivada desactivaron frustrado frustrada ileso ilesa ilesos`)
)

// denial goes through the words of a text to find where it denies that anybody was hurt.
type denial struct {
	no, failed int // how many words a negation, and that something failed, still reach
}

// How many words may stand between, as in "did not cause any casualties" and "failed to fully detonate".
const (
	noReach     = 3
	failedReach = 2
)

// denied takes the next word and reports whether harm is denied with it.
func (d *denial) denied(is wordClass) bool {
	no, failed := d.no > 0, d.failed > 0
	d.no, d.failed = max(0, d.no-1), max(0, d.failed-1)
	switch {
	case is&isNo != 0:
		d.no = noReach + 1
	case is&isFailed != 0:
		d.failed = failedReach + 1
	case is&isVague != 0:
		d.no = 0
	}
	return is&isFoiled != 0 || is&isHarm != 0 && no || is&isBurst != 0 && (no || failed)
}
