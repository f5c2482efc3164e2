package names_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/names"
)

func TestGroupsMatch(t *testing.T) {
	m := names.NewMatcher()
	for _, c := range []struct {
		a, b  string
		match bool
		flags names.Flags // that must be set
	}{
		// translation and transliteration
		{"الجماعة الإسلامية المقاتلة", "Islamic Fighting Group", true, 0},
		{"Islamic State Caucasus Province", "Вилаят Кавказ", true, 0},
		{"Вилаят Кавказ", "ولاية القوقاز", true, 0},
		{"Vilayat Kavkaz", "Wilayah al-Qawqaz", true, 0},
		{"Army of Emigrants and Supporters", "جيش المهاجرين والأنصار", true, 0},
		{"Jaysh al-Muhajirin wal-Ansar", "Army of Emigrants and Supporters", true, 0},
		{"Katibat al-Tawhid wal-Jihad", "Катиба Таухид валь-Джихад", true, 0},
		{"Исламское движение Узбекистана", "Islamic Movement of Uzbekistan", true, 0},
		{"Özbekistan İslami Hareketi", "Islamic Movement of Uzbekistan", true, 0},
		{"Movimiento Revolucionario Túpac Amaru", "Tupac Amaru Revolutionary Movement", true, 0},
		{"Front de libération nationale", "جبهة التحرير الوطني", true, 0},
		{"კავკასიის ემირატი", "Caucasus Emirate", true, 0},
		{"Riyadus-Salikhin Battalion", "Riyad us-Saliheen Brigade", true, 0},
		{"Battalion of Emigrants and Supporters", "Army of Emigrants and Supporters", true, 0},
		// other groups
		{"Caucasus Emirate", "Islamic State Caucasus Province", false, 0},
		{"Jabhat al-Sham", "Jaysh al-Sham", false, 0},
		{"Lashkar-e-Islam", "Lashkar-e-Jhangvi", false, 0},
		{"Jamaat Abu Hanifa", "Jamaat Abu Banat", false, 0},
		{"Islamic Army", "Islamic Front", false, 0},
		{"Liwa al-Tawhid", "Liwa al-Haqq", false, 0},
		{"Popular Front for the Liberation of Palestine", "Democratic Front for the Liberation of Palestine", false, 0},
		// places and numbers make branches
		{"Al-Qaida in Iraq", "Al-Qaida in the Arabian Peninsula", false, names.PlaceDiffers},
		{"Islamic State", "Islamic State Sinai Province", false, names.BranchOf},
		{"Caucasus Emirate", "Caucasus Emirate in Syria", false, names.BranchOf},
		{"Islamic State Khorasan Province", "Islamic State Caucasus Province", false, names.PlaceDiffers},
		{"44th Brigade", "45th Brigade", false, names.NumberDiffers},
		{"44th Brigade", "Brigade Forty-Four", true, 0},
		{"44th Brigade", "Brigade", false, names.BranchOf},
		{"Ансар аш-Шариа в Дерне", "Ansar al-Sharia in Tunisia", false, names.PlaceDiffers},
		{"Kata'ib Hezbollah", "Hezbollah", false, names.BranchOf},
		{"Kata'ib Hezbollah", "Hezbollah Battalions", true, 0},
		// abbreviations
		{"LRA", "Lord's Resistance Army", true, 0},
		{"MUJAO", "حركة التوحيد والجهاد في غرب إفريقيا", true, 0},
		{"ЧВК Вагнер", "PMC Wagner", true, 0},
		{"حزب العمال الكردستاني", "Kurdistan Workers' Party (PKK)", true, 0},
		{"ISIL", "الدولة الإسلامية في العراق والشام", true, 0},
		{"ИГИЛ", "Islamic State of Iraq and Syria", true, 0},
		{"AQAP", "تنظيم القاعدة في جزيرة العرب", true, 0},
		{"Islamic Movement of Uzbekistan (IMU)", "IMU", true, 0},
		{"MODLEX", "Ministry of Defence Logistics Export (MODLEX)", true, names.AcronymMatch},
		{"НВФА", "Народные войска фронта Азии", true, names.AcronymMatch},
		{"PQRS", "Islamic Movement of Uzbekistan", false, 0},
		// small words and typing
		{"So-called Islamic State", "the Islamic State group", true, 0},
		{"Goodwill Foundation", "Good Will Foundation", true, 0},
		{"Alharamain Foundation", "Al-Haramain Foundation", true, 0},
		{"Institute of Advanced Ballistics", "Insitute of Advanced Balistics", true, 0},
	} {
		a, b := names.Parse(c.a, names.Organization), names.Parse(c.b, names.Organization)
		s := m.Compare(a, b)
		if s.Matches() != c.match || s.Flags&c.flags != c.flags {
			t.Errorf("%q, %q: %.2f, level %s, flags %b, want %v", c.a, c.b, s.Value, s.Level, s.Flags, c.match)
			for _, step := range m.Explain(a, b).Steps {
				t.Logf("  %q %q %s %s %.1f", step.A, step.B, step.Role, step.How, step.Bits)
			}
		}
	}
}

func TestCompaniesMatch(t *testing.T) {
	m := names.NewMatcher()
	for _, c := range []struct {
		a, b  string
		match bool
	}{
		{"Northern Lights Gesellschaft mit beschränkter Haftung", "Northern Lights GmbH", true},
		{"OAO Vostokprom", "Open Joint Stock Company Vostokprom", true},
		{"ОАО «Востокпром»", "Vostokprom JSC", true},
		{"ООО Ромашка", "Romashka LLC", true},
		{"VostokpromAG", "Vostokprom AG", true},
		{"Vostokprom S.A.R.L.", "Vostokprom SARL", true},
		{"Vostokprom", "Vostokprom International Trading Co., Ltd.", true},
		{"Smith & Jones Co.", "Smith and Jones Company", true},
		{"Vostokprom Oil Company", "Vostokprom Gas Company", false},
		{"ANO Vostokprom", "Vostokprom Ltd", false},
		{"First Trading Company", "Second Trading Company", false},
		{"Trading Company", "Vostokprom Trading Company", false},
		{"Bank of Austria", "Bank of Australia", false},
		{"Vostokprom (Hong Kong) Limited", "Vostokprom (Singapore) Limited", false},
		{"Vostokprom Fund II", "Vostokprom Fund III", false},
		{"ABC Company", "A.B.C. Company", true},
		{"CBA Company", "A.B.C. Company", false},
		{"A. Holdings", "B. Holdings", false},
	} {
		s := m.Compare(names.Parse(c.a, names.Company), names.Parse(c.b, names.Company))
		if s.Matches() != c.match {
			t.Errorf("%q, %q: %.2f, want %v", c.a, c.b, s.Value, c.match)
		}
	}
}

// More that agrees is worth more, and what is left out costs less than what differs.
func TestGroupsRank(t *testing.T) {
	m := names.NewMatcher()
	value := func(a, b string) float32 {
		return m.Compare(names.Parse(a, names.Organization), names.Parse(b, names.Organization)).Value
	}
	for _, c := range [][2][2]string{
		{{"Liwa Shuhada al-Yarmouk", "Liwa Shuhada al-Yarmouk"}, {"Hasm", "Hasm"}},
		{{"Liwa Shuhada al-Yarmouk", "Liwa Shuhada al-Yarmouk"}, {"Liwa Shuhada al-Yarmouk", "Liwa Shohada al-Yarmuk"}},
		{{"Khalid ibn al-Walid Army", "Army of Khalid"}, {"Khalid ibn al-Walid Army", "Army of Umar"}},
		{{"Rahmah Charitable Organization", "Rahma Foundation"}, {"Rahmah Charitable Organization", "Rahma Trading"}},
	} {
		if more, less := value(c[0][0], c[0][1]), value(c[1][0], c[1][1]); more <= less {
			t.Errorf("%q is %.3f, %q is %.3f", c[0], more, c[1], less)
		}
	}
}

func TestParseGroup(t *testing.T) {
	for _, c := range []struct{ text, parts, acronym string }{
		{"Islamic State of Iraq and the Levant - Libya", "Islamic State Iraq Levant/concept Libya/place", ""},
		{"Brigade Forty Four", "Brigade/concept Forty Four/number", ""},
		{"Katibat Imam al-Bukhari (KIB)", "Katibat/concept Imam/unknown Bukhari/unknown", "kib"},
		{"Harakat ul-Mujahidin/HUM", "Harakat/concept Mujahidin/concept", "hum"},
		{"IMU", "islamic/concept movement/concept uzbekistan/place", ""},
		{"Al-Haramayn Foundation (Kenya)", "Haramayn/unknown Foundation/concept Kenya/place", ""},
		{"Vostokprom Sp. z o.o.", "Vostokprom/unknown Sp z oo/form", ""},
		{"Vostokprom S.A. de C.V.", "Vostokprom/unknown SA CV/form", ""},
		{"M77", "M/unknown 77/number", ""},
		{"KTKX", "KTKX/unknown", "ktkx"},
		{"", "", ""},
		{"()", "", ""},
	} {
		n := names.Parse(c.text, names.Organization)
		var got []string
		for _, p := range n.Parts {
			if p.Role != names.Particle {
				got = append(got, p.Text+"/"+p.Role.String())
			}
		}
		if s := strings.Join(got, " "); s != c.parts || n.Acronym != c.acronym {
			t.Errorf("%q: %s, acronym %q", c.text, s, n.Acronym)
		}
	}
}

// Names that match share a key, or they would never be compared.
func TestGroupKeysMeet(t *testing.T) {
	for _, c := range [][2]string{
		{"Army of Emigrants and Supporters", "جيش المهاجرين والأنصار"},
		{"Вилаят Кавказ", "Islamic State Caucasus Province"},
		{"Riyadus-Salikhin Battalion", "Riyad us-Saliheen Brigade"},
		{"MODLEX Ltd", "Ministry of Defence Logistics Export (MODLEX)"},
		{"NWFA", "National Workers Front of Asia"},
		{"НВФА", "Народные войска фронта Азии"},
		{"ISIL", "داعش"},
		{"Good Will", "Goodwill"},
	} {
		a, b := names.Parse(c[0], names.Organization).Keys(nil), names.Parse(c[1], names.Organization).Keys(nil)
		shared := false
		for _, k := range a {
			for _, l := range b {
				shared = shared || k == l
			}
		}
		if !shared {
			t.Errorf("%q and %q share no key", c[0], c[1])
		}
	}
}

func TestExplainGroups(t *testing.T) {
	m := names.NewMatcher()
	x := m.Explain(names.Parse("Battalion of Emigrants in Syria", names.Organization), names.Parse("كتيبة المهاجرين", names.Organization))
	var got []string
	for _, s := range x.Steps {
		got = append(got, s.A+"|"+s.B+"|"+s.How)
	}
	want := "Battalion|كتيبة|translation; Emigrants|المهاجرين|translation; Syria||left out"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("steps: %s", s)
	}
	if len(x.Notes) != 1 {
		t.Errorf("notes: %q", x.Notes)
	}
}

var groupWords = []string{
	"Jaysh", "al-", "Muhajirin", "wal-Ansar", "جيش", "الشام", "Вилаят", "Кавказ", "Brigade", "44", "Forty", "Four", "(KTJ)", "ISIL", "Ltd", "S.A.",
	"Company", "Goodwill", "Good", "Will", "Iraq", "Iran", "Dagestan", "II", "&", "of", "მოძრაობა", "Oil", "Gas", "Bank", "M23", "a", "'s",
}

func TestGroupProperties(t *testing.T) {
	m := names.NewMatcher()
	rapid.Check(t, func(t *rapid.T) {
		draw := func(label string) *names.Name {
			return names.Parse(strings.Join(rapid.SliceOfN(rapid.SampledFrom(groupWords), 0, 8).Draw(t, label), " "), names.Organization)
		}
		a, b := draw("a"), draw("b")
		s, r := m.Compare(a, b), m.Compare(b, a)
		if s != r {
			t.Fatalf("%q, %q: %v one way, %v the other", a.Text, b.Text, s, r)
		}
		if s.Value < 0 || s.Value >= 1 {
			t.Fatalf("%q, %q: %v", a.Text, b.Text, s)
		}
		if x := m.Explain(a, b); x.Score != s {
			t.Fatalf("%q, %q: explained as %v, is %v", a.Text, b.Text, x.Score, s)
		}
		self := m.Compare(a, a)
		if self.Value < s.Value {
			t.Fatalf("%q is more like %q (%.3f) than itself (%.3f)", a.Text, b.Text, s.Value, self.Value)
		}
	})
}

func FuzzGroup(f *testing.F) {
	for _, s := range []string{"Al-Qaida (AQ)", "ООО «Ромашка»", "\xff\xfe", "ﷲ", "A.B.C.", "(((", strings.Repeat("a ", 600), "１２٣", "S.A.S.A.S.A."} {
		f.Add(s, "Islamic State")
	}
	m := names.NewMatcher()
	f.Fuzz(func(t *testing.T, a, b string) {
		n, o := names.Parse(a, names.Company), names.Parse(b, names.Vessel)
		s := m.Compare(n, o)
		if !(s.Value >= 0 && s.Value < 1) {
			t.Errorf("%q, %q: %v", a, b, s)
		}
		m.Explain(n, o)
		n.Keys(nil)
	})
}
