package record

// Kind is the kind of event on one coarse scale for all formats; the dataset's own category stays in its column.
type Kind uint8

const (
	KindUnknown    Kind = iota
	KindBattle          // armed fighting between organised sides
	KindOneSided        // violence by an armed actor against civilians
	KindExplosion       // bombing, shelling, air strike, other remote violence
	KindProtest         // demonstration without violence by the participants
	KindRiot            // violent demonstration, mob violence
	KindStrike          // labour strike
	KindKidnapping      // abduction, hostage taking, hijacking
	KindProperty        // attack on facilities or property
	KindStrategic       // non-violent development: agreement, arrests, transfer of territory
	KindOther
)

var kindNames = [...]string{
	"unknown", "battle", "violence against civilians", "explosion", "protest", "riot", "strike", "kidnapping",
	"attack on property", "strategic development", "other",
}

func (k Kind) String() string { return kindNames[min(k, KindOther)] }
