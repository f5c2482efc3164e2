package phone

import "testing"

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, want, why string }{
		{"omar", "omar", "clean already"},
		{"O'Neil", "oneil", "apostrophe"},
		{"Sa‘īd", "saīd", "turned comma; the macron stays"},
		{"Qur´an Ma`ruf ʿAlī", "quran maruf alī", "acute, grave, half ring"},
		{"Şişli İĞNECİ", "şişli iğneci", "Turkish letters"},
		{"Iva\u0301n", "iván", "combining accent on a Latin letter is composed"},
		{"Ива\u0301н", "иван", "stress mark"},
		{"И\u0306", "й", "decomposed й"},
		{"مُحَمَّد", "محمّد", "vowel signs go, shadda stays"},
		{"محـــمد", "محمد", "tatweel"},
		{"\u202bعلي\u202c", "علي", "direction marks"},
		{"می\u200cخان", "میخان", "zero-width non-joiner"},
		{"ﻣﺤﻤﺪ", "محمد", "presentation forms"},
		{"ﺪﻤﺤﻣ", "محمد", "presentation forms in visual order"},
		{"ﻋﻠﻲ ﺣﺴﻦ", "علي حسن", "two words in reading order"},
		{"ГIала", "гӏала", "palochka typed as Latin I"},
		{"Хьамзат кIант", "хьамзат кӏант", "small"},
		{"ЦӀечу 1алам", "цӏечу ӏалам", "digit one"},
		{"ДаӀ|а", "даӏӏа", "vertical bar"},
		{"11Ӄ", "11ӄ", "a number"},
		{"l1Ӄ", "ӏӏӄ", "side by side"},
		{"Iванов", "іванов", "Latin I for the Ukrainian letter"},
		{"кіт", "кіт", "a Ukrainian letter stays"},
		{"ג'ורג'", "ג׳ורג׳", "geresh"},
		{"יִצְחָק", "יצחק", "Hebrew points"},
		{"ＡＢＣ", "abc", "wide letters"},
		{"\u10A0\u10A1", "აბ", "Georgian capitals"},
		{"ᲐᲑ", "აბ", "Georgian capitals of 2018"},
		{"a\xffb", "a\uFFFDb", "not UTF-8"},
		{"Ǻ\u00ad", "ǻ", "soft hyphen"},
		{"", "", "nothing"},
	} {
		got := Clean(c.in)
		if got != c.want {
			t.Errorf("%s: Clean(%q) = %q, want %q", c.why, c.in, got, c.want)
		}
		if again := Clean(got); again != got {
			t.Errorf("%s: Clean(%q) = %q, not itself", c.why, got, again)
		}
	}
}

func TestScriptOf(t *testing.T) {
	for _, c := range []struct {
		r    rune
		want Script
	}{
		{'a', Latin},
		{'ş', Latin},
		{'ẓ', Latin},
		{'ж', Cyrillic},
		{'ӏ', Cyrillic},
		{'ع', Arabic},
		{'ښ', Arabic},
		{'ﻣ', Arabic},
		{'ა', Georgian},
		{'א', Hebrew},
		{'Ա', Armenian},
		{'λ', Greek},
		{'क', Devanagari},
		{'ि', Devanagari},
		{'ক', Bengali},
		{'ਸ', Gurmukhi},
		{'ગ', Gujarati},
		{'김', Hangul},
		{'習', Han},
		{'さ', Kana},
		{'ก', Other},
		{'1', None},
		{'-', None},
		{' ', None},
		{'\'', None},
		{'٣', None},
		{'\u0301', None},
		{0, None},
		{-1, None},
		{0x10FFFF, None},
	} {
		if got := ScriptOf(c.r); got != c.want {
			t.Errorf("ScriptOf(%q) = %v, want %v", c.r, got, c.want)
		}
	}
}
