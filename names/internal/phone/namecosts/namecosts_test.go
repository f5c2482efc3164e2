package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// invented writes token files in which Latin k stands for Cyrillic х and Arabic ش, against its sound.
func invented(t *testing.T) string {
	dir := t.TempDir()
	r := rand.New(rand.NewPCG(1, 2))
	latin := []string{"a", "i", "o", "m", "n", "t", "r", "k"}
	cyrillic := []string{"а", "и", "о", "м", "н", "т", "р", "х"}
	arabic := []string{"ا", "ي", "و", "م", "ن", "ت", "ر", "ش"}
	var ru, ar strings.Builder
	for range 3000 {
		var l, c, a []string
		for range 4 + r.IntN(5) {
			i := r.IntN(len(latin))
			l, c, a = append(l, latin[i]), append(c, cyrillic[i]), append(a, arabic[i])
		}
		n := 1 + r.IntN(3)
		fmt.Fprintf(&ru, "%s\t%s\t%d\n", strings.Join(l, ""), strings.Join(c, " "), n)
		fmt.Fprintf(&ar, "%s\t%s\t%d\n", strings.Join(l, ""), strings.Join(a, " "), n)
	}
	for name, text := range map[string]string{"wd_russian.tsv": ru.String(), "wd_arabic.tsv": ar.String()} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// cell is one cost of a costs.csv.
func cell(t *testing.T, text []byte, table, row, column string) (cost int) {
	t.Helper()
	var columns []string
	for line := range bytes.Lines(text) {
		f := strings.Split(strings.TrimSpace(string(line)), ",")
		if f[0] != table {
			continue
		}
		if f[1] == "" {
			columns = f
		}
		for i := range f {
			if f[1] == row && columns[i] == column {
				if _, err := fmt.Sscan(f[i], &cost); err != nil {
					t.Fatal(err)
				}
				return cost
			}
		}
	}
	t.Fatalf("no cost of %s and %s in %s", row, column, table)
	return 0
}

func TestCostsAreLearned(t *testing.T) {
	dir := invented(t)
	var texts [3][]byte
	for i, tokens := range []string{"", dir, dir} {
		out := filepath.Join(t.TempDir(), "costs.csv")
		if err := run(tokens, out, 4); err != nil {
			t.Fatal(err)
		}
		var err error
		if texts[i], err = os.ReadFile(out); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(texts[1], texts[2]) {
		t.Error("the same tokens gave other bytes")
	}
	for _, c := range []struct{ table, a, b string }{{"latin-plain", "k", "kh"}, {"latin-abjad", "k", "sh"}, {"plain-abjad", "kh", "sh"}} {
		sounds, learned := cell(t, texts[0], c.table, c.a, c.b), cell(t, texts[1], c.table, c.a, c.b)
		if learned > sounds/2 {
			t.Errorf("%s: %s and %s cost %d by their sounds and %d as learned", c.table, c.a, c.b, sounds, learned)
		}
	}
	if got := cell(t, texts[1], "latin-plain", "m", "m"); got > sameSound {
		t.Errorf("m and м cost %d", got)
	}
}

func TestMistakesInTokensAreNamed(t *testing.T) {
	for text, want := range map[string]string{"ivan\tи в а н\n": "wd_russian.tsv:1: 2 columns", "ivan\tи в а н\tx\n": `wd_russian.tsv:1:3: "x" is not a count`} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "wd_russian.tsv"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := trainingPairs(dir); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
	if _, err := trainingPairs(t.TempDir()); err == nil {
		t.Error("an empty folder is no mistake")
	}
}
