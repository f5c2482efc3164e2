package note

import "strings"

// class is the part that a word or mark plays in a statement about deaths.
type class uint8

const (
	plain       class = iota // anything else: names, nouns, adjectives
	numeral                  // a number of people; figures have key 0
	article                  // a, an
	definite                 // the, his, these
	killed                   // killed, slain: the dead stand before it or after it
	killing                  // killing: the dead stand after it
	kill                     // kill, kills: the dead stand after it
	dead                     // dead
	died                     // died, perished
	deathCount               // deaths, fatalities
	death                    // death
	toll                     // toll
	lives                    // lives
	casualties               // casualties: only of use after "no"
	auxiliary                // was, were, been
	having                   // have, has, had
	passing                  // words between the dead and the verb that change nothing: reportedly, shot, also
	and                      // and, or, plus
	including                // including, other: the list goes on
	limitFrom                // least, over, exceeding
	limitTo                  // most, maximum
	roughly                  // about, nearly
	small                    // of, as, many, than, up, to: parts of limits
	between                  // between
	preposition              // in, at, from: may stand inside a name for the dead
	stop                     // when, who, a semicolon, a dash: the dead are not looked for beyond it
	harm                     // injured, abducted, attacked: done to others than the dead
	group                    // several, dozens, family: a number that is not told
	person                   // man, soldier
	persons                  // people, soldiers
	things                   // cattle, houses, hours: what is counted is not people
	manifold                 // villages, days: things that tell that a number covers more than one place or day
	rising                   // rose, raised: a toll that adds up over time
	month                    // January, and the numbers of a date
	aged                     // aged
	no                       // no, without
	nobody                   // nobody, none
	denied                   // not, could, attempt: what follows did not happen
	known                    // reported, any, or: may stand between "no" and "casualties"
	figures                  // figures, details: "no casualty figures"
	shared                   // split, divided: one total is shared over several rows
	further                  // bodies, succumbed, also: more may have died than the numbers say
	elsewhere                // since, protest, trial: the deaths may be those of another event
	dated                    // 26/01, Monday: a second one makes a note cover several days
	shortened                // mr, gen: a full stop behind it ends no sentence
	comma
	colon
	opening
	closing
	classCount
)

// lexicon lists the words of each class. A word stands in one class only.
var lexicon = map[class]string{
	article:    "a an",
	definite:   "the his her their its our this these those both all another",
	killed:     "killed slain murdered massacred slaughtered beheaded lynched assassinated",
	killing:    "killing slaying murdering massacring slaughtering ",
	kill:       "kill kills",
	dead:       "dead",
	died:       "died dies die perished",
	deathCount: "deaths fatalities fatality",
	death:      "death",
	toll:       "toll",
	lives:      "lives",
	casualties: "casualties casualty",
	auxiliary:  "was were been be being is are get got getting",
	having:     "have has had",
	passing: "reportedly allegedly apparently believed subsequently then instantly shot shoot shoots shooting stabbed hacked beaten " +
		"burnt burned stoned gunned found left leaving leaves leave brutally fatally presumed pronounced ended lost " +
		"claimed claiming claims took taking caused causing cause causes eventually ultimately",
	and:         "and or plus",
	including:   "including includes mostly mainly suspected among amongst other alleged additional further",
	limitFrom:   "least over above exceeding exceeded exceeds excess upwards minimum",
	limitTo:     "most maximum",
	roughly:     "about around approximately nearly almost roughly estimated circa some",
	small:       "of as many much more than up to fewer less",
	between:     "between",
	preposition: "at by near in on from for with during inside outside within into under",
	stop: "when while who whom which where that after before following because whose until till through against if though although " +
		"but however he she they it what why how upon toward towards behind",
	harm: "injured injuring injures injure wounded wounding wounds wound hurt hurting abducted abducting abduct abducts kidnapped " +
		"kidnapping kidnap kidnaps arrested arresting arrest arrests captured capturing capture captures detained detaining displaced " +
		"displacing destroyed destroying destroy looted looting rescued rescuing missing raped raping attacked attacking attack seized " +
		"recovered recovering hospitalised hospitalized survived surviving escaped fled hit clashed fought surrendered burning steal stole " +
		"stealing stolen rustled rustling robbed robbing damaged damaging released freed sentenced freeing holding held hostage hostages " +
		"involving raided raiding",
	group: "group groups number several scores dozens hundreds thousands few couple unknown unspecified undisclosed unconfirmed " +
		"numerous multiple score tens handful family families crowd mob multitude countless",
	person: "person man woman civilian soldier policeman policewoman officer child boy girl student farmer rebel militant member leader " +
		"commander driver protester protestor demonstrator insurgent gunman bomber guard villager resident worker teacher refugee fighter " +
		"militiaman herder herdsman trader journalist politician priest pastor youth terrorist suspect robber thief individual passenger " +
		"pupil baby bystander pedestrian attacker assailant businessman candidate lawmaker activist victim sergeant constable corporal",
	persons: "people persons men women civilians soldiers policemen officers children boys girls students farmers rebels militants members " +
		"leaders commanders drivers protesters protestors demonstrators insurgents gunmen bombers guards villagers residents workers " +
		"teachers refugees fighters militiamen herders herdsmen traders journalists politicians troops youths terrorists suspects robbers " +
		"thieves rustlers raiders bandits warriors keepers rearers individuals passengers pupils babies bystanders attackers assailants rioters police victims",
	things: "year years yr yrs day hour hours minute minutes min mins km kms kilometre kilometres kilometer kilometers mile miles " +
		"metre metres meter meters kg percent pm am houses homes huts house cow cows cattle goats goat sheep camels camel animals " +
		"livestock heads head vehicles vehicle cars car motorcycles trucks truck buses bus shops " +
		" explosion bombs bomb rockets rocket shells shell mortars mortar bullets rounds guns rifles weapons naira " +
		"dollars million billion states churches mosques schools buildings occasions parishes farms hectares division " +
		"brigade battalion regiment unit ward flight section sector class tanks tank boats boat oxen bulls bull dogs dog horses donkeys events times occasion " +
		"bases posts checkpoints checkpoint cases st nd rd th trial point points pigs poultry chickens " +
		"plane planes helicopter helicopters generation generations shillings pounds birr usd rs rupees lakh lakhs crore seats votes party parties drone drones",
	manifold: "incidents locations raids month months week weeks weekend separate operations simultaneous days series continued continues " +
		"continuing villages communities towns areas camps sites places districts counties provinces regions wards total each war " +
		"ranging bombings explosions blasts cities fronts entire throughout conflicting vary varies various multi verified unverified unaccounted cumulatively",
	rising: "rose risen rises rising raised raising raises brings bringing brought reached reaches reaching climbed increased",
	further: "succumbed bodies body corpses corpse executed execute executes executing execution assassinate assassinates along casualites " +
		"causalities causality casualities initially suicide also later additionally well beheading murder murders " +
		"drowned dying others alongside feared down",
	month: "january february march april may june july august september october november december jan feb mar apr jun jul aug sep " +
		"sept oct nov dec",
	aged:    "aged age",
	no:      "no without zero",
	nobody:  "nobody none",
	denied:  "not could would attempt attempted attempting threaten threatened threatens threatening trying tried failed plan planned plotting cannot can will must should",
	known:   "reported known immediate human confirmed noted registered any injuries injury damage",
	figures: "figures numbers count counts details information data given specified mentioned estimates estimate available figure unclear side sides",
	shared: "recorded split divided spread distributed distribute averaged shared evenly equally respectively combined overall altogether coded " +
		"cumulative breakdown aggregate",
	elsewhere: "since previously previous earlier protest protested protests protesting demonstrated demonstrate demonstrating demonstration demonstrations " +
		"mourn mourning funeral burial buried anniversary commemorate commemorating commemoration condemn condemned condemning " +
		"condemnation memory ago last past incessant recent demanding demand avenge avenged retaliation retaliatory reprisal revenge " +
		"response prior court accused convicted denounce denounced denouncing justice marched rally rallied boycott vigil investigation accident accidently accidentally crushed video stated crash crashes crashed " +
		"collision shipwreck hunger famine disease mass grave graves discovered uprising support",
	dated:     "monday tuesday wednesday thursday friday saturday sunday",
	shortened: "mr mrs ms dr gen col lt sgt capt hon approx btw rev prof gov sen maj cpl insp supt alh",
}

var numberWords = map[string]float32{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
	"twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	"hundred": 100, "thousand": 1000, "dozen": 12,
}

// Words that are asked for by themselves.
var (
	wOn, wAnd, wOr, wTo, wUntil, wOf = word("on"), word("and"), word("or"), word("to"), word("until"), word("of")
	wSt, wNd, wRd, wTh               = word("st"), word("nd"), word("rd"), word("th")
	wHundred, wThousand, wDozen      = word("hundred"), word("thousand"), word("dozen")
	wHalf, wOne, wAt, wIn, wMore     = word("half"), word("one"), word("at"), word("in"), word("more")
	wFewer, wLess, wThan, wMany      = word("fewer"), word("less"), word("than"), word("many")
	wUp, wAs, wNot, wAny, wShot      = word("up"), word("as"), word("not"), word("any"), word("shot")
	wLost, wAmong, wAmongst, wBy     = word("lost"), word("among"), word("amongst"), word("by")
	wShoot, wShoots, wShooting       = word("shoot"), word("shoots"), word("shooting")
	wDay, wEach                      = word("day"), word("each")
	wYear                            = key(1) // stands for any year in figures
	wFor, wPeople, wPerson, wPersons = word("for"), word("people"), word("person"), word("persons")
	wMuch, wSo, wAfter, wFollowing   = word("much"), word("so"), word("after"), word("following")
)

func word(s string) key {
	k, _ := wordKey([]byte(s))
	return k
}

// entry is a slot of the table of words; value is that of a number word, or the number of a month.
type entry struct {
	key   key
	class class
	value float32
}

const tableBits = 11

// table holds the lexicon under open addressing. A map would take most of the time of reading a note.
var table = func() (t [1 << tableBits]entry) {
	put := func(e entry) {
		i := slot(e.key)
		for t[i].key != 0 && t[i].key != e.key {
			i = (i + 1) % uint64(len(t))
		}
		t[i] = e
	}
	for c, list := range lexicon {
		for i, w := range strings.Fields(list) {
			e := entry{key: word(w), class: c}
			if c == month {
				e.value = monthNumber(w, i)
			}
			put(e)
		}
	}
	for w, v := range numberWords {
		put(entry{key: word(w), class: numeral, value: v})
	}
	return t
}()

// monthNumber tells the month from the place of its name in the list, which ends with the short forms without May.
func monthNumber(name string, place int) float32 {
	if place < 12 {
		return float32(place + 1)
	}
	full := strings.Fields("january february march april may june july august september october november december")
	for i, f := range full {
		if strings.HasPrefix(f, name[:3]) {
			return float32(i + 1)
		}
	}
	return 0
}

func slot(k key) uint64 { return uint64(k) * 0x9e3779b97f4a7c15 >> (64 - tableBits) }

// lookup returns what the lexicon says of a word; the class is plain for an unknown one.
func lookup(k key) entry {
	for i := slot(k); ; i = (i + 1) % uint64(len(table)) {
		if table[i].key == k {
			return table[i]
		}
		if table[i].key == 0 {
			return entry{key: k}
		}
	}
}

// monthOf returns the number of the month that a word names, 0 where it names none.
func monthOf(k key) int {
	if e := lookup(k); e.class == month {
		return int(e.value)
	}
	return 0
}
