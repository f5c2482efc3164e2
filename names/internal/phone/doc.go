// Package phone folds one token of a name, in any script, to sequences of phonemes, and measures how far two tokens are apart.
//
// A token is first cleaned ([Clean]), then read ([Readings]): the letters of its script become symbols of one of three alphabets.
// Latin letters and digraphs keep their ambiguity as symbols of their own (ch, c before e, j, x, …), the letters of all other
// alphabets (Cyrillic, Georgian, Greek, …) become plain phonemes, and the letters of abjads (Arabic, Hebrew) stay consonants and
// matres lectionis. What a symbol may sound like is not decided when it is read: it is in the costs of [Distance], one table for
// each pair of alphabets. Scripts without a table (Han, …) are compared by code point.
//
// [Reading.Skeleton] is a key for blocking; [Reading.Signature] with [Bound] rejects most unrelated pairs without a distance.
package phone
