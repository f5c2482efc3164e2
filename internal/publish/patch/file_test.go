package patch

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

const zero = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" // of the empty text

func TestRead(t *testing.T) {
	got, err := Read(strings.NewReader("\xef\xbb\xbfid;dataset;field;new_value;old_sha256;citations;row\r\n"+
		"e1;ged;best;\"1;\r\n\"\"2\"\"\";"+strings.ToUpper(zero)+";Report A | doi 10.1/2 ;\r\n\r\n;ged;low;;"+zero+";B;12\r\n"), "c.csv")
	want := []Correction{
		{Dataset: "ged", ID: "e1", Field: "best", OldSHA256: zero, New: "1;\r\n\"2\"", Citations: []string{"Report A", "doi 10.1/2"}},
		{Dataset: "ged", Field: "low", OldSHA256: zero, Citations: []string{"B"}, Row: 12},
	}
	if err != nil || cmp.Diff(want, got, cmpopts.IgnoreUnexported(Correction{})) != "" {
		t.Errorf("%v %s", err, cmp.Diff(want, got, cmpopts.IgnoreUnexported(Correction{})))
	}
	if Hash("") != zero {
		t.Error(Hash(""))
	}
}

func TestReadMistakes(t *testing.T) {
	header := "dataset,id,field,old_sha256,new_value,citations,row\n"
	for text, want := range map[string]string{
		"":                                                 "c.csv:0:dataset: the file is empty (hint: the first line names the columns: dataset,id,",
		"dataset,id,field,new_value,row\n":                 "c.csv:0:old_sha256: this column is missing",
		strings.Replace(header, "row", "rwo", 1):           `c.csv:0:"rwo": there is no such column among corrections (hint: did you mean row?)`,
		strings.Replace(header, "row", "id", 1):            "c.csv:0:id: this column stands twice in the header",
		header + "ged,e1,best\n":                           "c.csv:1:dataset: 3 cells where the header has 7",
		header + ",e1,best," + zero + ",5,A,\n":            "c.csv:1:dataset: the dataset is missing",
		header + "ged,,best," + zero + ",5,A,\n":           "c.csv:1:id: neither an identifier nor a row",
		header + "ged,e1,," + zero + ",5,A,\n":             "c.csv:1:field: the column to correct is missing",
		header + "ged,e1,best,12,5,A,\n":                   "c.csv:1:old_sha256: this is no SHA-256",
		header + "ged,e1,best," + zero + ",5, | ,\n":       "c.csv:1:citations: nothing says what the new value rests on",
		header + "ged,e1,best," + zero + ",5,A,0\n":        "c.csv:1:row: this is no number of a row",
		header + "ged,e1,best," + zero + ",\xff,A,\n":      "c.csv:1:new_value: this is not UTF-8",
		header + "ged,e1,best," + zero + ",5,\"A,\n":       "c.csv:1:: a quotation mark that opens a cell is never closed",
		header + ",e1,best," + zero + ",5,,\n,e1,b,x,5,A,": "c.csv:1:citations: nothing says what the new value rests on (hint: a DOI, an address or a reference; several with \" | \" between them)\nc.csv:2:dataset",
	} {
		_, err := Read(strings.NewReader(text), "c.csv")
		if !errors.Is(err, ErrMalformed) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestWriteRefuses(t *testing.T) {
	err := Write(&bytes.Buffer{}, []Correction{{Dataset: "ged", ID: "e1", Field: "best", OldSHA256: zero, Citations: []string{"a|b"}}, {}})
	if !errors.Is(err, ErrMalformed) || !strings.Contains(err.Error(), "correction:1:citations: a citation is empty or holds a bar") || !strings.Contains(err.Error(), "correction:2:field") {
		t.Error(err)
	}
}
