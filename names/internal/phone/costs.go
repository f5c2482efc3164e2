package phone

import (
	_ "embed"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
)

// table holds the costs between symbols of two alphabets, a on the left and b on the right, in hundredths of a letter. What it costs to leave a
// symbol out depends on its place in the token.
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
	var columns []string
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
			columns = strings.Split(row, ",")
			continue
		}
		k := 0
		for f := range strings.SplitSeq(row, ",") {
			if k == len(columns) {
				return fmt.Errorf("costs.csv:%d: more costs than symbols", line)
			}
			c, err := strconv.ParseUint(f, 10, 8)
			if err != nil {
				return fmt.Errorf("costs.csv:%d: %w", line, err)
			}
			setCost(ka, kb, left, columns[k], uint8(c))
			k++
		}
	}
	return nil
}

// setCost sets a cost in a table and in its mirror image.
func setCost(ka, kb int, a, b string, c uint8) {
	t, u := &tables[ka][kb], &tables[kb][ka]
	i, j := phones[ka][a].index(), phones[kb][b].index()
	for at, drop := range drops {
		if a == drop {
			t.dropB[at][j], u.dropA[at][j] = c, c
		}
		if b == drop {
			t.dropA[at][i], u.dropB[at][i] = c, c
		}
	}
	if i > 0 && j > 0 {
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
