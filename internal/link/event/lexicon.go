package event

// Words that mean one thing in the language of event coders and agencies: by which means an incident was done, and against what.
// The lists follow the categories of the codebooks of GTD (weapon and target types) and ACLED (sub-event types), with the words
// that are used for them in English, French and Spanish. Where two texts paraphrase each other they share concepts, not words.

// means are concepts of how.
var means = []string{
	"bomb bombing bomber bombe blast explosion explosive explode explosif detonate detonation bomba petardo",
	"ied improvised roadside",
	"landmine mine minefield",
	"grenade granada",
	"dynamite",
	"suicide kamikaze suicida",
	"gunman gunmen gunfire gun shot shoot shooting shooter firearm rifle pistol fusillade tireur disparo balazo ak47 kalashnikov fired",
	"arson arsonist burn burnt burning torch ablaze incendiary molotov petrol incendie brule quemar incendio razed",
	"machete knife stab cutlass sword hack couteau cuchillo machette",
	"behead beheading throat slit slaughter decapitated",
	"arrow bow spear",
	"abduct abduction kidnap kidnapping hostage seize ransom enlevement secuestro secuestrar captive",
	"hijack hijacking pirate pirated piracy sailor ship vessel crew boat freighter tanker",
	"airstrike aircraft helicopter warplane drone jet aerial barrel frappe aerien bombard",
	"shell shelling mortar rocket artillery missile cannon obus rpg",
	"riot rioter mob lynch looting loot rampage sectarian emeute disturbio turba hoodlum",
	"protest protester demonstration demonstrator march manifestation manifestant protesta manifestacion marcha barricade",
	"strike huelga walkout",
	"arrest detain raid parade apprehend nab captured arrestation detenido round",
	"ambush waylaid",
	"clash battle firefight gunbattle exchange fighting skirmish enfrentamiento affrontement combat shootout gunfight",
	"rob robbery robber thief steal stole loot bandit banque heist",
	"rape sexual assault",
	"reprisal retaliation retaliate revenge",
	"motorcycle motorbike bike okada motorcyclist",
	"car vehicle van suv truck sedan",
	"defuse defused foiled thwart discovered unexploded recovered intercept foil",
	"stampede panic trample",
	"poison poisoned",
	"assassinate assassination assassin",
	"destroy destruction demolish vandalise vandalize damaged",
}

// targets are concepts of against whom or what.
var targets = []string{
	"police policeman policemen policewoman constable inspector policier gendarme policia cop sergeant superintendent",
	"station headquarter post barrack outpost division",
	"checkpoint roadblock",
	"soldier military army troop soldat armee militaire soldado ejercito jtf lieutenant colonel corporal",
	"patrol convoy escort motorcade",
	"base garrison camp-military peacekeeper",
	"governor deputy minister senator lawmaker legislator assembly parliament councillor commissioner gouverneur diputado",
	"politician candidate chairman party pdp anpp acn rally campaign politico aspirant",
	"official secretary civil-servant administrator council customs immigration government-office secretariat",
	"chief traditional ruler emir king district-head village-head monarch",
	"election electoral polling ballot voter poll inec vote collation eleccion elections",
	"church christian christmas eglise iglesia cathedral worshipper parishioner congregation catholic",
	"pastor priest bishop reverend nun missionary evangelist clergyman",
	"mosque muslim-prayer mosquee mezquita prayer",
	"imam cleric sheikh mallam preacher islamic-scholar scholar",
	"school student teacher university college pupil campus lecturer ecole etudiant escuela estudiante professor academic",
	"market shop trader store mall bazaar merchant marche mercado vendor kiosk",
	"bar beer drinking tavern pub drinker parlor parlour liquor alcohol brothel joint",
	"viewing football soccer centre cinema theatre",
	"restaurant hotel guesthouse resort tourist",
	"bank atm",
	"journalist reporter newspaper media radio television editor cameraman journaliste periodista correspondent",
	"prison prisoner inmate jail jailbreak detainee carcel warder",
	"village villager farmer hamlet community villageois aldea campesino settlement farm",
	"bus taxi passenger commuter minibus autobus traveller motorist coach",
	"train railway rail",
	"oil pipeline petroleum gas refinery wellhead rig oleoducto",
	"hospital clinic doctor nurse health medic ambulance hopital patient",
	"polio vaccination vaccine immunization immunisation",
	"un united-nations ngo aid humanitarian",
	"embassy consulate diplomat ambassador",
	"foreign foreigner expatriate briton british german chinese italian indian greek lebanese french korean turkish",
	"home house residence compound domicile casa",
	"wife daughter son brother mother father child children baby family girl boy",
	"refugee displaced idp",
	"court judge lawyer prosecutor judicial magistrate juez attorney barrister",
	"herder herdsmen herdsman cattle pastoralist rustler cow nomad",
	"electricity telecommunication tower telecom mast antenna",
	"bridge road highway",
	"airport airbase",
	"funeral mourner burial",
	"wedding ceremony party-guest bachelor",
	"vigilante militia-civil cjtf civilian-jtf",
	"land dispute boundary",
	"ethnic tribe tribal clan communal",
	"worker labourer employee contractor engineer factory construction company",
	"spokesman leader commander kingpin mastermind",
	"ballot-box office building complex",
}

// conceptBits gives the bits of a stem: means from 0, targets from 64.
var conceptBits = func() map[string][2]uint64 {
	out := map[string][2]uint64{}
	for half, lists := range [][]string{means, targets} {
		for bit, words := range lists {
			for _, w := range fields(words) {
				b := out[w]
				b[half] |= 1 << bit
				out[w] = b
			}
		}
	}
	return out
}()

// numberWords are the numbers that agencies write in words.
var numberWords = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
	"twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
	"dozen": 12, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
}

// idle words say nothing about which incident a text is about: grammar, and the set phrases of the datasets.
var idle = stopWords(`the a an of in on at to for from by with and or but as is was were are be been being has have had it its this that these those
 his her their they he she who whom which when where while after before during into over under near about some any no not than then there also
 said says say according report reported reporting reports source sources official statement told least up more other others another new
 group claimed claim responsibility incident attack attacked attacker attacks attackers kill killed killing kills dead death deaths died die
 wound wounded injure injured injuring injury people person persons man men woman women unknown unidentified suspected suspect suspects
 militant militants member members number casualties casualty morning evening afternoon night monday tuesday wednesday thursday friday saturday sunday
 january february march april may june july august september october november december state town city area district local government
 specific motive however extent damage perpetrators type thought responsible would could may might due out off one two
 le la les de des du un une et dans sur par el los las del en y con por que se su news agency press international daily times http www com`)

// seriesWords are used of several incidents told as one, linkWords of one incident among several: "one of two linked attacks".
var (
	seriesWords = stopWords("several series separate spate string simultaneous simultaneously multiple various wave coordinated")
	linkWords   = stopWords("linked related coordinated connected")
)

func stopWords(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range fields(list) {
		out[w] = true
	}
	return out
}
