package report

import (
	"path/filepath"
	"testing"
)

// How much four datasets share fits into the width of a telephone.
func TestSharingFitsATelephone(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	b := browser(t)
	tables := threeTables(12)
	tables["east"] = tables["north"]
	page, _ := open(t, b, filepath.Join(write(t, linkedAudit(t, tables)), acrossPage), 420, true)
	defer page.Close()
	const box = `document.querySelector(".sharing .scroll")`
	if over := eval(t, page, box+".scrollWidth - "+box+".clientWidth"); over != "0" {
		t.Errorf("the table is cut by %s pixels", over)
	}
}
