package event

import (
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/groups"
	"github.com/assaydata/assay/internal/read/note"
	"github.com/assaydata/assay/internal/record"
)

// texts knows what the columns of a dataset say in words.
type texts struct {
	d         *record.Dataset
	needsFile bool // some column is long text

	columns []textColumn
	related *record.Column // identifiers of the other incidents of a series
	actors  []actorColumn
}

// use says what the words of a column are good for.
type use uint8

const (
	forText     use = 1 << iota // words about the event
	forHeadline                 // cited articles
	forOutlet                   // names of sources
	forPlace                    // name of the place
	forActor                    // names in free columns
	forConcept                  // categories: what they mean counts, the words of a codebook do not
)

type textColumn struct {
	c   *record.Column
	use use

	texts []string // by code, where the column is coded
	said  []said   // what they say, where most of them come again and again
}

type actorColumn struct {
	c       *record.Column
	tokens  [][]uint32
	classes []uint8
}

// usesOf are columns that matter by their canonical name, beside those with a role.
var usesOf = map[string]use{
	"where_description": forText, "source_headline": forText | forHeadline, "source_article": forText | forHeadline, "source_office": forOutlet,
	"scite1": forText | forHeadline | forOutlet, "scite2": forText | forHeadline | forOutlet, "scite3": forText | forHeadline | forOutlet,
	"summary": forText, "location": forText, "target1": forText, "target2": forText, "target3": forText, "corp1": forText,
	"targsubtype1_txt": forConcept, "weapsubtype1_txt": forConcept, "weaptype1_txt": forConcept, "attacktype1_txt": forConcept, "attacktype2_txt": forConcept,
	"issuenote": forText, "notes": forText, "elocal": forPlace, "event_type": forConcept, "sub_event_type": forConcept,
	"source_title": forText | forHeadline, "source_publisher": forOutlet, "region": forPlace,
	"perpetrators_as_claimed": forText, "sophistication": forText, "locator": forText,
}

var usesOfRole = map[record.Role]use{
	record.RoleNote: forText, record.RoleArticle: forText | forHeadline, record.RoleTarget: forText, record.RoleWeapon: forConcept,
	record.RolePlace: forPlace, record.RoleSource: forOutlet, record.RoleSubkind: forConcept,
}

// actorNames are further columns with actors.
var actorNames = []string{"gname", "gsubname", "gname2", "gname3", "actor3", "target1", "target2", "claimed_by", "attributed_by_authorities_to", "perpetrators_as_claimed"}

func newTexts(d *record.Dataset, r *reader) *texts {
	t := &texts{d: d}
	if d.Format.ID == "gtd" {
		t.related = column(d, "related")
		t.needsFile = t.related != nil
	}
	for i := range d.Columns {
		c := &d.Columns[i]
		if c.Field == nil {
			continue
		}
		u := usesOf[c.Field.Name] | usesOfRole[c.Field.Role]
		switch {
		case d.Format.Claims && c.Field.Role == record.RoleSource:
			u = 0 // a key
		case !d.Format.Claims && c.Field.Name == "region":
			u = 0 // a part of the world
		}
		if u != 0 {
			col := textColumn{c: c, use: u}
			if c.Storage == record.Coded {
				col.texts = c.Dict.Texts
				col.understand(r, d.N)
			} else {
				t.needsFile = true
			}
			t.columns = append(t.columns, col)
		}
		switch c.Field.Role {
		case record.RoleActor1, record.RoleActor2, record.RoleAlly1, record.RoleAlly2:
			t.addActor(c)
		default:
			if slices.Contains(actorNames, c.Field.Name) && !(d.Format.ID == "gtd" && strings.HasPrefix(c.Field.Name, "target")) {
				t.addActor(c)
			}
		}
	}
	return t
}

// fromFile lists the columns that are read from the file.
func (t *texts) fromFile() []int {
	var out []int
	for i := range t.columns {
		if t.columns[i].texts == nil {
			out = append(out, t.columns[i].c.Index)
		}
	}
	if t.related != nil {
		out = append(out, t.related.Index)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (t *texts) addActor(c *record.Column) {
	if c.Storage != record.Coded {
		return
	}
	a := actorColumn{c: c, tokens: make([][]uint32, len(c.Dict.Texts)), classes: make([]uint8, len(c.Dict.Texts))}
	for i, label := range c.Dict.Texts {
		if label == "" {
			continue
		}
		if c.Dict.States[i] == record.Missing {
			a.classes[i] = classUnknown
			continue
		}
		for _, one := range strings.Split(label, ";") {
			toks, class := actorOf(strings.TrimSpace(one))
			a.tokens[i] = append(a.tokens[i], toks...)
			a.classes[i] |= class
		}
	}
	t.actors = append(t.actors, a)
}

// stateWords and plainWords say what sort of actor a label names without naming one.
var (
	stateWords    = stopWords("military police forces government soldiers soldier army troops security jtf state gendarmerie policia militar policeman officers navy air guard authorities ministry interior")
	civilianWords = stopWords("civilians civilian villagers residents students farmers people crowd passengers journalists workers traders children women")
	protestWords  = stopWords("protesters rioters protesters demonstrators rioters mob")
	unknownWords  = stopWords("unidentified unknown gunmen suspected other bombers assailants none nobody")
	plainWords    = stopWords("militia group groups armed ethnic communal clan tribe tribal militias islamist islamists rebels rebel fighters fighter supporters party political youth youths militants militant supporter side faction individuals individual separatists extremists extremist muslim-militia terrorist terrorists gang front movement")
)

// actorOf reads a label: the tokens of what it names, without words that only say of which sort it is, and its class. A group
// of the registry gives the words of its best known name, so that all its names agree.
func actorOf(label string) (list []uint32, class uint8) {
	if label == "" || label == "-" {
		return nil, 0
	}
	a := record.ParseActor(label)
	switch a.Class {
	case record.ActorState:
		return nil, classState
	case record.ActorCivilians:
		class |= classCivilians
	case record.ActorProtesters:
		class |= classProtesters
	case record.ActorUnidentified:
		return nil, classUnknown
	}
	if m, ok := groups.Default().Lookup(label); ok {
		return tokens(m.Group.Name), classArmed
	}
	if i := strings.IndexByte(label, '('); i > 0 {
		label = label[:i]
	}
	for _, s := range fields(label) {
		switch {
		case stateWords[s]:
			class |= classState
		case civilianWords[s]:
			class |= classCivilians
		case protestWords[s]:
			class |= classProtesters
		case unknownWords[s]:
			class |= classUnknown
		case plainWords[s], idle[s]:
		default:
			list = append(list, tokenOf(s))
		}
	}
	if len(list) > 0 && class&(classState|classCivilians) == 0 {
		class |= classArmed
	}
	return list, class
}

// understand reads each distinct text of a column of n rows once, where that spares most of the work.
func (c *textColumn) understand(r *reader, n int) {
	const often = 4
	if len(c.texts)*often > n {
		return
	}
	c.said = make([]said, len(c.texts))
	for code, text := range c.texts {
		if c.c.Dict.States[code] == record.Present && text != "" {
			c.said[code].reset()
			r.read(c.use, text, &c.said[code])
		}
	}
}

// text is what the column says of a row, "" for nothing. cells are those of the row that were read from the file.
func (c *textColumn) text(row int, cells []string) string {
	if c.texts != nil {
		if code := c.c.Codes[row]; c.c.Dict.States[code] == record.Present {
			return c.texts[code]
		}
		return ""
	}
	if c.c.Index < len(cells) {
		return cells[c.c.Index]
	}
	return ""
}

// row takes up the words of one row. cells is nil where no text has to be read from the file.
func (t *texts) row(r *reader, p *part, row int, cells []string) {
	r.row.reset()
	r.row.counted = p.noted[row].low == p.noted[row].low
	for i := range t.columns {
		c := &t.columns[i]
		switch text := c.text(row, cells); {
		case text == "":
		case c.said != nil:
			r.row.add(&c.said[c.c.Codes[row]])
		default:
			r.read(c.use, text, &r.row)
		}
	}
	said := &r.row
	if t.related != nil && t.related.Index < len(cells) {
		p.linked[row] = seriesOf(t.d, row, cells[t.related.Index])
	}
	if p.linked[row] != 0 || said.oneOf {
		p.extent[row] |= extentLinked
	}
	if said.several {
		p.extent[row] |= extentMulti
	}
	if said.severalPlaces {
		p.extent[row] |= extentMulti | extentPlaces
	}
	r.names = r.names[:0]
	class := uint8(0)
	for i := range t.actors {
		a := &t.actors[i]
		code := a.c.Codes[row]
		r.names = append(r.names, a.tokens[code]...)
		class |= a.classes[code]
	}
	p.classes[row] = class
	p.means[row], p.targets[row] = said.means, said.targets
	r.chunk.actors.add(distinct(r.names))
	r.chunk.places.add(distinct(said.places))
	r.chunk.text.add(distinct(said.all))
	r.chunk.headline.add(distinct(said.heads))
	r.chunk.outlets.add(distinct(said.outlets))
	if n := &p.noted[row]; n.low != n.low {
		*n = said.died
		if n.low != n.low && !(best(p.deaths[row]) > 0) && t.unharmed(r, row, cells) {
			*n = count{}
		}
	}
	if inj := &p.injured[row]; inj.best != inj.best {
		*inj = said.hurt
	}
}

// unharmed reports whether the texts of a row say that nobody died. Cited headlines may be about more than the event.
func (t *texts) unharmed(r *reader, row int, cells []string) bool {
	var h harm
	for i := range t.columns {
		if c := &t.columns[i]; c.use&(forText|forHeadline) == forText {
			h.read(&r.words, short(c.text(row, cells)))
		}
	}
	return h.none()
}

// severalPlaces reports whether the name of a place lists several: "Jos, Kano" and "Zonkwa and Tabak", but not "Borno".
func severalPlaces(name string) bool {
	return strings.ContainsAny(name, ",;&/") || strings.Contains(name, " and ")
}

// seriesOf names the series of linked incidents of a row by its least identifier, 0 where it is in none.
func seriesOf(d *record.Dataset, row int, related string) uint64 {
	id := d.Role(record.RoleID)
	if id == nil || strings.TrimSpace(related) == "" {
		return 0
	}
	least, _ := id.Text(row)
	for _, other := range strings.FieldsFunc(related, func(r rune) bool { return r == ',' || r == ';' || r == ' ' }) {
		if least == "" || len(other) == len(least) && other < least {
			least = other
		}
	}
	return record.Hash([]byte(least))
}

// read adds what a text of a column says.
func (r *reader) read(u use, text string, to *said) {
	last := int32(-1)
	ofSeries := 0 // words since "one of"
	r.words.split(short(text), func(folded []byte) {
		w := r.lexis.of(folded)
		if w.is&isNothing != 0 {
			return
		}
		if ofSeries > 0 {
			ofSeries--
		}
		if n := w.number; n >= 0 {
			if n == 1 {
				ofSeries = 4
			}
			last = n
			if u&forText != 0 && n > 2 && (n < 1900 || n > 2100) {
				to.all = append(to.all, w.token)
			}
			return
		}
		if u&forOutlet != 0 && w.is&isIdleOutlet == 0 {
			to.outlets = append(to.outlets, w.token)
		}
		if u&forPlace != 0 && w.is&(isUnit|isIdle) == 0 {
			to.places = append(to.places, w.token)
			to.all = append(to.all, w.token)
		}
		if u&(forText|forHeadline|forConcept) == 0 {
			return
		}
		if u&(forText|forHeadline) == forText {
			switch {
			case w.is&isLink != 0 && ofSeries > 0:
				to.oneOf = true
			case w.is&isSeries != 0:
				to.several = true
			}
		}
		to.means |= w.means
		to.targets |= w.targets
		if w.is&isInjury != 0 && last >= 0 && to.hurt.best != to.hurt.best {
			to.hurt = count{float32(last), float32(last), float32(last)}
		}
		if u&(forText|forHeadline) == 0 || w.is&isIdle != 0 {
			return
		}
		to.all = append(to.all, w.token)
		if u&forHeadline != 0 {
			to.heads = append(to.heads, w.token)
		}
	})
	if u&forHeadline != 0 && !to.counted {
		if f := note.Read([]byte(short(text))); f.SaidLow == f.SaidLow && !(f.SaidHigh > 1e6) {
			to.dead(f.SaidLow)
		}
	}
	if u&forPlace != 0 && severalPlaces(text) {
		to.severalPlaces = true
	}
}

var (
	injuryWords = stopWords("injured wounded injuries hurt injuring wounding")
	idleOutlet  = stopWords("news agency the of press and daily times newspaper www com http via")
)
