package main

import (
	"bufio"
	"cmp"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/names/internal/phone"
)

// pair is the readings of two tokens that are said to be one name, with a weight.
type pair struct {
	a, b   []phone.Reading
	weight float64
}

// row is a Latin token and the same in another script.
type row struct {
	latin, other string
	count        int
}

// largestGroup bounds the spellings of one token that are paired with each other: tokens with more are mostly words, or mistakes.
const largestGroup = 30

type corpus struct {
	sets [phone.Kinds][phone.Kinds][]pair
	read map[string][]phone.Reading
}

// trainingPairs makes the pairs of all tables. Latin with another script are the rows themselves. Spellings within an alphabet are
// two tokens that share the token of the other script; Cyrillic and Arabic tokens are joined by their Latin token.
func trainingPairs(folder string) (sets [phone.Kinds][phone.Kinds][]pair, err error) {
	c := corpus{read: map[string][]phone.Reading{}}
	ru, err := readRows(filepath.Join(folder, "wd_russian.tsv"))
	if err != nil {
		return sets, err
	}
	ar, err := readRows(filepath.Join(folder, "wd_arabic.tsv"))
	if err != nil {
		return sets, err
	}
	for _, r := range slices.Concat(ru, ar) {
		c.add(r.latin, r.other, 1+math.Log(float64(r.count)))
	}
	other := func(r row) string { return r.other }
	latin := func(r row) string { return r.latin }
	c.within(ru, other, latin)
	c.within(ar, other, latin)
	c.within(ru, latin, other)
	c.within(ar, latin, other)
	c.across(ru, ar)
	return c.sets, nil
}

func readRows(path string) ([]row, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []row
	line := 0
	s := bufio.NewScanner(f)
	for s.Scan() {
		line++
		col := strings.Split(s.Text(), "\t")
		if len(col) != 3 {
			return nil, fmt.Errorf("%s:%d: %d columns, not 3", path, line, len(col))
		}
		n, err := strconv.Atoi(col[2])
		if err != nil || n < 1 {
			return nil, fmt.Errorf("%s:%d:3: %q is not a count", path, line, col[2])
		}
		if !phone.HeldOut(col[0]) {
			out = append(out, row{phone.Clean(col[0]), phone.Clean(strings.ReplaceAll(col[1], " ", "")), n})
		}
	}
	return out, s.Err()
}

func (c *corpus) readings(token string) []phone.Reading {
	if rs, ok := c.read[token]; ok {
		return rs
	}
	script := phone.None
	for _, r := range token {
		if script = phone.ScriptOf(r); script != phone.None {
			break
		}
	}
	rs := phone.Readings(nil, token, script)
	c.read[token] = rs
	return rs
}

// add files a pair under the table of its alphabets; tokens that are read as code points, or were cut, teach nothing.
func (c *corpus) add(x, y string, weight float64) {
	a, b := c.readings(x), c.readings(y)
	ka, kb := a[0].Kind(), b[0].Kind()
	if ka > kb {
		a, b, ka, kb = b, a, kb, ka
	}
	if kb >= phone.Kinds || a[0].Cut() || b[0].Cut() {
		return
	}
	c.sets[ka][kb] = append(c.sets[ka][kb], pair{a, b, weight})
}

// within pairs all values that share a key; each value weighs one in all.
func (c *corpus) within(rows []row, key, value func(row) string) {
	rows = slices.Clone(rows)
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(strings.Compare(key(a), key(b)), strings.Compare(value(a), value(b)))
	})
	for i := 0; i < len(rows); {
		j := i
		for j < len(rows) && key(rows[j]) == key(rows[i]) {
			j++
		}
		if n := j - i; n > 1 && n <= largestGroup {
			for x := i; x < j; x++ {
				for y := x + 1; y < j; y++ {
					if value(rows[x]) != value(rows[y]) {
						c.add(value(rows[x]), value(rows[y]), 1/float64(n-1))
					}
				}
			}
		}
		i = j
	}
}

// across pairs the tokens of two files that share a Latin token.
func (c *corpus) across(ru, ar []row) {
	by := map[string][]row{}
	for _, r := range ru {
		by[r.latin] = append(by[r.latin], r)
	}
	for _, r := range ar {
		for _, q := range by[r.latin] {
			c.add(q.other, r.other, 1/float64(len(by[r.latin])))
		}
	}
}
