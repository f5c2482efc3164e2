package names

import (
	"bufio"
	"bytes"
	_ "embed"
	"strings"
)

// The words of names that are not names: from ICS-630-01 (ODNI) and the style guides of the UN and OFAC lists. Forms are those
// that phone.Clean leaves.
//
//go:embed lexicon.txt
var lexiconFile []byte

type wordClass uint8

const (
	plain        wordClass = iota
	title                  // Hajji, Dr: dropped from the front and the end
	suffix                 // Jr, III: not compared
	particle               // de, von, la
	article                // al and its forms
	sonOf                  // bin, ben, ould, ogly: the name after it (or before it: ogly) is the father's
	sonAfter               // ogly, uulu, zade: stands after the father's name
	kunyaOf                // Abu, Umm
	servant                // Abd
	ofGod                  // Allah after another word
	religion               // Din after another word
	house                  // Al (family), Beit: kept apart from the article by its script only
	betterAsName           // a title that is as often a name: Khan, Shah, Mir, Sheikh at the end
)

var classes = map[string]wordClass{
	"title": title, "suffix": suffix, "particle": particle, "article": article, "son-of": sonOf, "son-after": sonAfter, "kunya": kunyaOf,
	"servant": servant, "of-god": ofGod, "religion": religion, "house": house, "title-or-name": betterAsName,
}

// words is the lexicon by the clean form of a word.
var words = func() map[string]wordClass {
	out := map[string]wordClass{}
	for s := bufio.NewScanner(bytes.NewReader(lexiconFile)); s.Scan(); {
		class, list, ok := strings.Cut(s.Text(), ":")
		if !ok || strings.HasPrefix(class, "#") {
			continue
		}
		for _, w := range strings.Fields(list) {
			out[w] = classes[class]
		}
	}
	return out
}()
