// Package con008 holds rule CON008 (event-rows-disagree): rows of one event that contradict each other.
package con008

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule is CON008.
var Rule = &check.Rule{
	Code:       "CON008",
	Name:       "event-rows-disagree",
	Title:      "rows of one event differ in what describes the whole event, or its places are not numbered 1 to n",
	Severity:   check.Error,
	Confidence: 0.95,
	Doc: check.Doc{
		Why: "SCAD tells an event that happened at several places over several rows, and repeats on each what describes the whole event. " +
			"Which deaths, dates or actors an analysis gets for the event then depends on the row that it happens to keep. For Latin " +
			"America (3.3) 204 events have more than one row; in five of them the rows state different deaths, in five different " +
			"last days.",
		How: "Rows with the same positive `eventid` are compared column by column with the first of them. Columns that describe the " +
			"place of the row (`ilocal`, `sublocal`, `gislocnum`, the point and remarks on it), the coder and columns that the " +
			"codebook does not know are left out, and parts of dates where the date itself is there. A difference in deaths, dates, " +
			"kind, actors, targets or codes is an error; one in names of places, sources or words is a note. One finding is given for " +
			"each event and column. `sublocal` must number the rows of an event 1 to n, in any order.\n\nGTD's `related` is not tested " +
			"for symmetry: it is long text that is not held in memory.",
		FalseAlarms: "Two spellings of one text, and remarks that a coder added to one row on purpose. In files of all countries two events may " +
			"share an identifier by mistake; then all their columns differ.",
		Fix: "Decide from the notes which value is right and set it on all rows of the event.",
		Literature: []string{
			"Salehyan, I., Hendrix, C. S., Hamner, J., Case, C., Linebarger, C., Stull, E., Williams, J. (2012). Social Conflict in Africa: A New Database. International Interactions 38(4): 503-511. https://doi.org/10.1080/03050629.2012.697426",
		},
		Before: "eventid,sublocal,ilocal,ndeath\n980011,1,Northtown,12\n980011,2,Southtown,2",
		After:  "eventid,sublocal,ilocal,ndeath\n980011,1,Northtown,12\n980011,2,Southtown,12",
	},
	Formats: []string{"scad"},
	Needs:   []record.Role{record.RoleID},
	Check:   run,
	Plant:   plant,
}

// perPlace are the columns that describe the place of a row, or the work on the row, rather than the event.
var perPlace = map[string]bool{
	"ilocal": true, "sublocal": true, "gislocnum": true, "latitude": true, "longitude": true, "geo_comments": true,
	"location_precision": true, "coder": true,
}

// partOf names the date whose parts a column repeats.
var partOf = map[string]string{
	"stday": "startdate", "stmo": "startdate", "styr": "startdate", "eday": "enddate", "emo": "enddate", "eyr": "enddate",
}

// words are the columns in which two wordings can mean the same.
var words = map[string]bool{"elocal": true, "issuenote": true, "notes": true, "nsource": true}
