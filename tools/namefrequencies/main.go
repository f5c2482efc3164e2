// Command namefrequencies writes names/frequencies.txt: how often parts of personal names occur, from tables of name tokens of
// Wikidata (CC0; steveash/NETransliteration-COLING2018: Latin form, other script, count).
//
//	go run ./tools/namefrequencies TOKENS.tsv… > names/frequencies.txt
package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "namefrequencies:", err)
		os.Exit(1)
	}
}

const least = 20 // occurrences; rarer parts are rare enough to be told as such without a count

// common are parts of names of Muslims, which Wikidata has far less often than their bearers are among the people in the data
// that the package is for. The counts put them on the level of its commonest names; they are no census.
var common = []struct {
	count int
	parts string
}{
	{6000, "muhammad ahmad ali"},
	{3000, "hussein hasan abdullah ibrahim mahmud umar khan"},
	{1800, "mustafa khalid yusuf said salih abdulrahman hamid ismail uthman jamal abdulaziz karim rashid nasir mansur shah jan haji gul noor wali"},
	{900, "abbas adil akbar amin amir anwar aziz bakr bilal daud faisal farid fadl habib hadi hakim hamza haidar idris isa jabir jafar kamal latif majid malik marwan musa nabil omar qasim rahim rahman ramadan riad sabir salim salman sami sulayman tahir taha tariq walid yahya yaqub yasin zaid zakaria ziad abdulqadir abdullatif abdulhamid abdulmajid abdulkarim magomed magomedov aliyev akhmed ahmedov ramzan shamil aslan rustam murad timur ruslan islam"},
}

func run(paths []string, w io.Writer) error {
	counts := map[string]int{}
	for _, p := range paths {
		if err := read(p, counts); err != nil {
			return err
		}
	}
	for _, c := range common {
		for _, p := range strings.Fields(c.parts) {
			counts[p] = max(counts[p], c.count)
		}
	}
	type entry struct {
		part  string
		count int
	}
	var all []entry
	total := 0
	for p, c := range counts {
		total += c
		if c >= least {
			all = append(all, entry{p, c})
		}
	}
	slices.SortFunc(all, func(a, b entry) int { return cmp.Or(b.count-a.count, strings.Compare(a.part, b.part)) })
	fmt.Fprintf(w, "# Occurrences of parts of names (tools/namefrequencies; Wikidata, CC0). Total, then part and count.\n%d\n", total)
	for _, e := range all {
		fmt.Fprintf(w, "%s %d\n", e.part, e.count)
	}
	return nil
}

func read(path string, counts map[string]int) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	for line := 1; s.Scan(); line++ {
		fields := strings.Split(s.Text(), "\t")
		if len(fields) != 3 {
			return fmt.Errorf("%s:%d: %d columns (hint: Latin form, other form, count)", path, line, len(fields))
		}
		n, err := strconv.Atoi(fields[2])
		if err != nil {
			return fmt.Errorf("%s:%d:3: %w", path, line, err)
		}
		counts[strings.ToLower(fields[0])] += n
	}
	return s.Err()
}
