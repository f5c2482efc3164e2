package dup006

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// evidence is what the words of the rows say about rows that agree in everything coded.
type evidence uint8

const (
	sameText    evidence = iota // note or article are the same
	otherText                   // they differ, or only some rows have one
	wordless                    // there is none
	coordinated                 // all rows are flagged as parts of one series
	sharedOut                   // the note is the same, and its number of dead is the sum over the rows
)

func (t *table) find(p *check.Pass, rows []int32, ev evidence) {
	first := int(rows[0])
	deaths := t.deaths(first)
	severity, confidence := t.grade(first, deaths, ev)
	column := p.Col(record.RoleDate)
	if deaths > 0 {
		column = p.Col(record.RoleBest)
	}
	p.Report(check.Finding{
		Row: first, Column: column, Related: grouping.Related(t.d, rows), Alike: len(rows) - 1,
		Marked:   p.Cols(record.RoleDate, record.RoleLat, record.RoleLon, record.RoleKind, record.RoleActor1, record.RoleActor2, record.RoleBest),
		Severity: severity, Confidence: confidence,
		Message:  t.message(rows, deaths, ev),
		Why:      t.why(rows, ev),
		Help:     help(ev),
		Expected: "1 row an event", Found: wording.Count(len(rows), "row"),
		Weight: (deaths + 0.01) * float64(len(rows)-1) * confidence,
	})
}

// grade sets severity and confidence. The numbers are judgements: equal text on equal facts is nearly always one event;
// equal small numbers on one day in one town often are not.
func (t *table) grade(row int, deaths float64, ev evidence) (check.Severity, float64) {
	peaceful := t.e.Kinds != nil && (t.e.Kinds[row] == record.KindProtest || t.e.Kinds[row] == record.KindStrike || t.e.Kinds[row] == record.KindStrategic)
	var confidence float64
	severity := check.Warning
	switch {
	case ev == coordinated || ev == sharedOut:
		severity, confidence = check.Note, 0.15
	case ev == sameText && deaths > 2:
		confidence = 0.9
	case ev == sameText && deaths > 0:
		confidence = 0.8
	case ev == sameText && !peaceful:
		confidence = 0.7
	case ev == sameText:
		severity, confidence = check.Note, 0.5
	case ev == wordless && deaths > 2:
		confidence = 0.7
	case ev == wordless && deaths > 0:
		confidence = 0.5
	case deaths > 9:
		severity, confidence = check.Note, 0.7
	case deaths > 2:
		severity, confidence = check.Note, 0.5
	case deaths > 0:
		severity, confidence = check.Note, 0.3
	default:
		severity, confidence = check.Note, 0.2
	}
	if t.vague(row) != "" {
		confidence *= 0.7
		if ev != sameText {
			severity = check.Note
		}
	}
	return severity, confidence
}

// vague says why the date or the point is a placeholder that different events may share, "" where it is none.
func (t *table) vague(row int) string {
	switch t.e.When[row].Precision {
	case record.TimeMonth, record.TimeLonger:
		return fmt.Sprintf("the date is known to the %s only", t.e.When[row].Precision)
	}
	if t.e.PlacePrec == nil {
		return ""
	}
	switch t.e.PlacePrec[row] {
	case record.PlaceAdmin2, record.PlaceAdmin1, record.PlaceRegion, record.PlaceCountry:
		return fmt.Sprintf("the point stands for a wider area (%s)", t.e.PlacePrec[row])
	}
	return ""
}

func (t *table) message(rows []int32, deaths float64, ev evidence) string {
	first := int(rows[0])
	toll := ""
	switch {
	case t.e.Deaths == nil:
	case deaths > 0:
		toll = " and deaths (" + wording.Number(t.e.Deaths[first].Best) + " each)"
	default:
		toll = " and counts"
	}
	text := ""
	switch ev {
	case sameText:
		text = ", with the same " + t.textName(first)
	case sharedOut:
		text = ", and share out the deaths of one note"
	case otherText:
		text = ", but not in their texts"
	case coordinated:
		text = "; all are flagged as parts of coordinated series"
	}
	return fmt.Sprintf("%s of %s agree in place, kind, actors%s%s", wording.Count(len(rows), "row"), t.on.Span(rows[:1]), toll, text)
}

func (t *table) textName(row int) string {
	if t.note != nil && t.note.Has(row) {
		return "note"
	}
	return "article"
}

func (t *table) why(rows []int32, ev evidence) string {
	words := make([]string, len(rows))
	for i, r := range rows {
		words[i] = grouping.Label(t.d, int(r))
	}
	why := wording.List(words, 8)
	if differ := grouping.Differing(t.d, rows); len(differ) > 0 {
		why += " differ only in " + grouping.Names(t.d, differ, 6)
	} else {
		why += " differ in nothing but their identifiers"
	}
	if grouping.SameID(t.d, int(rows[0]), int(rows[1])) {
		why += "; they are rows of one event"
	}
	if ev != coordinated && ev != sharedOut {
		if v := t.vague(int(rows[0])); v != "" {
			why += "; " + v + ", so that different events may agree"
		}
	}
	return why
}

func help(ev evidence) string {
	switch ev {
	case sameText:
		return "keep one row, unless the text itself tells of several events"
	case sharedOut:
		return "the sum is right; see whether the rows stand for several places that were put on one point"
	case coordinated:
		return "count the series as one event, or its rows as attacks, and say which; compare the deaths with the sources"
	case otherText:
		return "read the texts side by side: two reports of one event, or two events"
	}
	return "look the rows up in the sources: nothing in this table tells them apart"
}
