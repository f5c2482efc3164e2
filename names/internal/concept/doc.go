// Package concept is the lexicon of the words of which names of groups are made: states, fronts and brigades, lines of business,
// legal forms, places, numbers, and names and abbreviations that are widely known, in some twenty languages.
//
// Names of groups are translated as often as transliterated: الجماعة المقاتلة is the Fighting Group, Вилаят Кавказ is ولاية القوقاز.
// The lexicon maps a word of any of its languages, or several words, to one concept.
//
// It is a set of text files that are embedded in the program; words.tsv explains their columns. The names of countries come from Unicode CLDR
// by way of golang.org/x/text/language/display. [Fold] brings a word to the form in which words are looked up.
package concept
