// Command namecosts learns names/internal/phone/costs.csv, the costs of substitutions and omissions between letters, from pairs of
// tokens of Wikidata labels.
//
//	go run ./names/internal/phone/namecosts -tokens DIR -out names/internal/phone/costs.csv
//
// DIR holds wd_russian.tsv and wd_arabic.tsv of steveash/NETransliteration-COLING2018 (CC0): Latin token, tab, letters of the other
// script with spaces, tab, count. A tenth of the tokens (phone.HeldOut) is left out. The same files give the same bytes.
// It lies here and not in tools/ because it needs the readings of an internal package.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"

	"github.com/assaydata/assay/names/internal/phone"
)

func main() {
	tokens := flag.String("tokens", "", "folder of wd_russian.tsv and wd_arabic.tsv; without it the costs are those of the sounds alone")
	out := flag.String("out", "costs.csv", "file to write")
	rounds := flag.Int("rounds", 8, "rounds of expectation maximisation")
	flag.Parse()
	if err := run(*tokens, *out, *rounds); err != nil {
		fmt.Fprintln(os.Stderr, "namecosts:", err)
		os.Exit(1)
	}
}

func run(folder, out string, rounds int) error {
	var sets [phone.Kinds][phone.Kinds][]pair
	if folder != "" {
		var err error
		if sets, err = trainingPairs(folder); err != nil {
			return err
		}
	}
	var b bytes.Buffer
	b.WriteString(header)
	for ka := range phone.Kinds {
		for kb := ka; kb < phone.Kinds; kb++ {
			m := newModel(ka, kb)
			if len(sets[ka][kb]) >= fewestPairs {
				for i := range rounds {
					likelihood, related := m.learn(sets[ka][kb])
					fmt.Printf("%s-%s: %d pairs, round %d: %.4f bits a symbol, %.1f %% of pairs related\n",
						phone.KindNames[ka], phone.KindNames[kb], len(sets[ka][kb]), i+1, likelihood, 100*related)
				}
			}
			if m.end > 0 {
				m.replace(sets[ka][kb])
			}
			m.write(&b)
		}
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

// fewestPairs is how many pairs a table is learned from; with fewer the sounds decide alone.
const fewestPairs = 1000

const header = `# Costs of substitutions and omissions, in hundredths of a letter, made by namecosts: do not edit.
# Learned from pairs of tokens of Wikidata labels (steveash/NETransliteration-COLING2018, CC0 1.0): this file is in the public domain too.
`
