package xmlfile_test

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/read/rows"
	"github.com/assaydata/assay/internal/read/xmlfile"
)

const list = `<?xml version="1.0" encoding="utf-8"?>
<CONSOLIDATED_LIST dateGenerated="2024-01-01T00:00:00">
<INDIVIDUALS>
<INDIVIDUAL>
  <DATAID>900001</DATAID><FIRST_NAME>TAREN</FIRST_NAME><SECOND_NAME>VOLARSKI</SECOND_NAME>
  <UN_LIST_TYPE>Test</UN_LIST_TYPE><REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER><LISTED_ON>2015-03-02T00:00:00</LISTED_ON>
  <GENDER>Male</GENDER><NAME_ORIGINAL_SCRIPT>Тарен Воларский</NAME_ORIGINAL_SCRIPT><COMMENTS1>Invented.</COMMENTS1>
  <DESIGNATION><VALUE>Commander</VALUE><VALUE>Treasurer; deputy</VALUE></DESIGNATION>
  <NATIONALITY><VALUE>Georgia</VALUE></NATIONALITY>
  <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Taren Volarsky</ALIAS_NAME></INDIVIDUAL_ALIAS>
  <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu Volar</ALIAS_NAME></INDIVIDUAL_ALIAS>
  <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1970-02-03</DATE></INDIVIDUAL_DATE_OF_BIRTH>
  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1971</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1968</FROM_YEAR><TO_YEAR>1970</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
  <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Upper Town</CITY><COUNTRY>Georgia</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
  <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>AB123</NUMBER></INDIVIDUAL_DOCUMENT>
</INDIVIDUAL>
</INDIVIDUALS>
<ENTITIES><ENTITY><DATAID>900002</DATAID><FIRST_NAME>VOLAR FRONT</FIRST_NAME><REFERENCE_NUMBER>XXe.001</REFERENCE_NUMBER>
<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Front of Volar</ALIAS_NAME></ENTITY_ALIAS></ENTITY></ENTITIES>
</CONSOLIDATED_LIST>
`

func open(t testing.TB, text string) (*xmlfile.Reader, error) {
	t.Helper()
	blobs, err := container.Open(context.Background(), "-", strings.NewReader(text))
	if err != nil {
		return nil, err
	}
	t.Cleanup(func() { blobs[0].Close() })
	if blobs[0].Kind != container.KindXML {
		return nil, errors.New("not recognised")
	}
	r, err := xmlfile.Open(context.Background(), blobs[0])
	if err == nil {
		t.Cleanup(func() { r.Close() })
	}
	return r, err
}

func all(r rows.Records) (out []map[string]string, lines []int, err error) {
	for {
		cells, line, err := r.Next()
		if err == io.EOF {
			return out, lines, nil
		}
		if err != nil {
			return out, lines, err
		}
		row := map[string]string{}
		for i, h := range r.Header() {
			if len(cells[i]) > 0 {
				row[h] = string(cells[i])
			}
		}
		out, lines = append(out, row), append(lines, line)
	}
}

func TestEntries(t *testing.T) {
	r, err := open(t, list)
	if err != nil {
		t.Fatal(err)
	}
	got, lines, err := all(r)
	if err != nil {
		t.Fatal(err)
	}
	want := []map[string]string{
		{
			"reference_number": "XXi.001", "data_id": "900001", "kind": "individual", "name": "TAREN VOLARSKI", "original_name": "Тарен Воларский",
			"aliases": "Taren Volarsky", "weak_aliases": "Abu Volar", "role": "Commander; Treasurer, deputy", "sex": "male",
			"birth_date": "1970-02-03; 1971~; 1968/1970", "birth_place": "Upper Town, Georgia", "nationality": "Georgia", "documents": "Passport: AB123",
			"un_list": "Test", "listed_on": "2015-03-02", "remarks": "Invented.",
		},
		{"reference_number": "XXe.001", "data_id": "900002", "kind": "entity", "name": "VOLAR FRONT", "aliases": "Front of Volar"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]int{4, 20}, lines); diff != "" {
		t.Error(diff)
	}
}

// What a list never has ends the table with a message, and takes neither memory nor time.
func TestHostileFiles(t *testing.T) {
	const open1, close1 = "<CONSOLIDATED_LIST><INDIVIDUALS>", "</INDIVIDUALS></CONSOLIDATED_LIST>"
	for name, x := range map[string]struct{ text, want string }{
		"entities of its own": {`<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>` + open1 + "<INDIVIDUAL><FIRST_NAME>&b;</FIRST_NAME></INDIVIDUAL>" + close1, "document type"},
		"unknown entity":      {open1 + "<INDIVIDUAL><FIRST_NAME>&b;</FIRST_NAME></INDIVIDUAL>" + close1, "broken XML"},
		"deep":                {open1 + "<INDIVIDUAL>" + strings.Repeat("<A>", 1000), "too large or too deep"},
		"wide":                {open1 + "<INDIVIDUAL>" + strings.Repeat("<A/>", 30_000) + "</INDIVIDUAL>", "too large or too deep"},
		"long":                {open1 + "<INDIVIDUAL><A>" + strings.Repeat("x", 2<<20) + "</A></INDIVIDUAL>", "too large or too deep"},
		"one token":           {open1 + "<INDIVIDUAL><A b='" + strings.Repeat("x", 9<<20) + "'/></INDIVIDUAL>", "too large or too deep"},
		"broken off":          {open1 + "<INDIVIDUAL><FIRST_NAME>A</FIRST_NAME>", "broken XML"},
	} {
		r, err := open(t, x.text)
		if err == nil {
			_, _, err = all(r)
		}
		if err == nil || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%s: %v, want %q", name, err, x.want)
		}
	}
}

func TestOtherXMLIsRefused(t *testing.T) {
	if _, err := open(t, `<?xml version="1.0"?><other><CONSOLIDATED/></other>`); err == nil || !strings.Contains(err.Error(), "consolidated list") {
		t.Error(err)
	}
}

func FuzzEntries(f *testing.F) {
	f.Add(list)
	f.Add("<CONSOLIDATED_LIST ><ENTITIES><ENTITY><ENTITY_ALIAS/><A>&lt;</A></ENTITY><INDIVIDUAL>")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := open(t, "<CONSOLIDATED_LIST >"+text)
		if err != nil {
			return
		}
		got, _, _ := all(r)
		for _, row := range got {
			if row["kind"] == "" {
				t.Errorf("a row without a kind: %v", row)
			}
		}
	})
}
