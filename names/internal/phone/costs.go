package phone

import (
	_ "embed"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
)

// table holds the costs between symbols of two alphabets, a on the left and b on the right, in hundredths of a letter. What it
// costs to leave a symbol out depends on its place in the token.
type table struct {
	sub          [64 * 64]uint8
	dropA, dropB [places][64]uint8
}

// The places of a symbol in a token.
const (
	within = iota
	first
	last
	places
)

func place(i, n int) int {
	switch i {
	case 0:
		return first
	case n - 1:
		return last
	}
	return within
}

// drops are the names of the costs of leaving a symbol out, by place, in costs.csv.
var drops = [places]string{"drop", "drop-first", "drop-last"}

var tables [Kinds][Kinds]table

// costsText is made by namecosts; its first lines say of what.
//
//go:embed costs.csv
var costsText string

func loadCosts() {
	if err := parseCosts(costsText); err != nil {
		panic(err) // the file is part of the program
	}
}

// parseCosts reads the lines "TABLE,,drop,drop-first,drop-last,SYMBOL,…" that name the columns of a table of two alphabets, and
// "TABLE,SYMBOL,cost,cost,…". The rows and columns named drop hold the costs of symbols that only one side has.
func parseCosts(text string) error {
	for ka := range Kinds {
		for kb := range Kinds {
			t := &tables[ka][kb]
			for i := range t.sub {
				t.sub[i] = Letter + Letter/2
			}
			for at := range places {
				for i := range 64 {
					t.dropA[at][i], t.dropB[at][i] = Letter, Letter
				}
			}
		}
	}
	var columns []cellOf
	line := 0
	for row := range strings.Lines(text) {
		line++
		row = strings.TrimSpace(row)
		if row == "" || row[0] == '#' {
			continue
		}
		name, row, _ := strings.Cut(row, ",")
		left, row, _ := strings.Cut(row, ",")
		ka, kb, ok := tableKinds(name)
		if !ok {
			return fmt.Errorf("costs.csv:%d: no table %q", line, name)
		}
		if left == "" {
			columns = columns[:0]
			for f := range strings.SplitSeq(row, ",") {
				columns = append(columns, cellNamed(kb, f))
			}
			continue
		}
		a := cellNamed(ka, left)
		k := 0
		for f := range strings.SplitSeq(row, ",") {
			if k == len(columns) {
				return fmt.Errorf("costs.csv:%d: more costs than symbols", line)
			}
			c, err := strconv.ParseUint(f, 10, 8)
			if err != nil {
				return fmt.Errorf("costs.csv:%d: %w", line, err)
			}
			setCost(ka, kb, a, columns[k], uint8(c))
			k++
		}
	}
	return nil
}

// cellOf is a row or a column of costs: a symbol by index, or with index 0 what costs to leave one out at a place.
type cellOf struct{ index, place int }

func cellNamed(kind int, name string) cellOf {
	for at, drop := range drops {
		if name == drop {
			return cellOf{place: at}
		}
	}
	return cellOf{index: phones[kind][name].index()}
}

// setCost sets a cost in a table and in its mirror image.
func setCost(ka, kb int, a, b cellOf, c uint8) {
	t, u := &tables[ka][kb], &tables[kb][ka]
	switch i, j := a.index, b.index; {
	case i == 0:
		t.dropB[a.place][j], u.dropA[a.place][j] = c, c
	case j == 0:
		t.dropA[b.place][i], u.dropB[b.place][i] = c, c
	default:
		t.sub[i<<6|j], u.sub[j<<6|i] = c, c
	}
}

func tableKinds(name string) (ka, kb int, ok bool) {
	for ka = range Kinds {
		for kb = ka; kb < Kinds; kb++ {
			if name == KindNames[ka]+"-"+KindNames[kb] {
				return ka, kb, true
			}
		}
	}
	return 0, 0, false
}

// HeldOut says that the costs were not learned from pairs with this Latin token: a tenth of all tokens, for measuring.
func HeldOut(token string) bool {
	h := fnv.New32a()
	h.Write([]byte(token))
	return h.Sum32()%10 == 7
}
