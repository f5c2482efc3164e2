package names_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/names"
)

func score(a, b string) names.Score {
	return names.NewMatcher().Compare(names.Parse(a, names.Person), names.Parse(b, names.Person))
}

func TestSamePerson(t *testing.T) {
	for _, p := range [][2]string{
		{"Омар аш-Шишани", "Omar al-Shishani"},
		{"عمر الشيشاني", "Omar al-Shishani"},
		{"عمر الشيشاني", "Омар аш-Шишани"},
		{"Abu Umar al-Shishani", "Абу Умар аш-Шишани"},
		{"თარხან ბათირაშვილი", "Tarkhan Batirashvili"},
		{"Тархан Батирашвили", "Tarkhan Batyrashvili"},
		{"Tarkhan Tayumurazovich Batirashvili", "Tarkhan Batirashvili"},
		{"BATIRASHVILI, Tarkhan Tayumurazovich", "Тархан Таюмуразович Батирашвили"},
		{"Doku Umarov", "Доку Умаров"},
		{"Dokka Khamatovich Umarov", "Докка Хаматович Умаров"},
		{"Abdul Rahman al-Sudani", "Abdurrahman as-Sudani"},
		{"عبد الرحمن السوداني", "Abderrahmane Soudani"},
		{"Nur al-Din Zengi", "Nureddin Zengi"},
		{"Jamshed Karimov", "Джамшед Каримов"},
		{"Gulmurod Khalimov", "Гулмурод Салимович Халимов"},
		{"Muhammad ibn Ahmad al-Masri", "Mohamed Ahmed El Masry"},
		{"Dr. Rami Makhlouf", "Rami Makhlouf"},
		{"RamiMakhlouf", "Rami Makhlouf"},
		{"Yusuf Islamov", "Youssef Islamov"},
		{"J. Smithson", "John Smithson"},
	} {
		if s := score(p[0], p[1]); !s.Matches() {
			t.Errorf("%s | %s: %.3f %v", p[0], p[1], s.Value, s.Level)
		}
	}
}

func TestOtherPerson(t *testing.T) {
	for _, p := range [][2]string{
		{"Abu Muhammad", "Abu Muhammad"},
		{"Abu Muhammad al-Adnani", "Abu Muhammad al-Qadari"},
		{"al-Shishani", "al-Shishani al-Turkmani"},
		{"Muslim al-Shishani", "Omar al-Shishani"},
		{"Shamil Magomedovich Ismailov", "Shamil Abdurahmanovich Ismailov"},
		{"Magomed Suleymanov", "Magomed Alievich Abdullaev"},
		{"Abdullah bin Omar al-Ubaidi", "Omar bin Abdullah al-Ubaidi"},
		{"Hasan Ibrahim", "Hussein Ibrahim"},
		{"Doku Umarov", "Omar Umarov"},
		{"Ahmad Hasan Mahmud", "Ahmad Hasan Mustafa"},
		{"Movladi Udugov", "Movladi Baisarov"},
		{"محمد سعیدی", "Mohammad Saeed"},
	} {
		if s := score(p[0], p[1]); s.Matches() {
			t.Errorf("%s | %s: %.3f %v", p[0], p[1], s.Value, s.Level)
		}
	}
}

func TestKunyaAndNisbaAreTold(t *testing.T) {
	if s := score("Abu Muhammad", "Abu Mohamed"); s.Flags&names.KunyaOnly == 0 || s.Level != names.Weak {
		t.Errorf("%+v", s)
	}
	if s := score("Ahmad al-Shishani", "Muslim al-Shishani"); s.Flags&names.NisbaOnly == 0 || s.Matches() {
		t.Errorf("%+v", s)
	}
	if s := score("Shamil Magomedovich Ismailov", "Shamil Abdurahmanovich Ismailov"); s.Flags&names.PatronymicDiffers == 0 {
		t.Errorf("%+v", s)
	}
}

// An omission speaks less against a match than a contradiction.
func TestOmissionAndContradiction(t *testing.T) {
	omitted, differs := score("Ivan Petrovich Sidorov", "Ivan Sidorov"), score("Ivan Petrovich Sidorov", "Ivan Pavlovich Sidorov")
	if omitted.Value <= differs.Value || omitted.Flags&names.PartsOmitted == 0 {
		t.Errorf("omitted %+v, differs %+v", omitted, differs)
	}
}

// The value ranks: what tells more scores higher, and a whole name higher than its half.
func TestValuesRank(t *testing.T) {
	order := [][2]string{
		{"Tarkhan Tayumurazovich Batirashvili", "Tarkhan Tayumurazovich Batirashvili"},
		{"Tarkhan Batirashvili", "Tarkhan Batirashvili"},
		{"Muhammad Ali", "Muhammad Ali"},
		{"Muhammad Ali", "Muhammad Ali Hasan Ibrahim"},
		{"Muhammad Ali", "Muhammad Hasan"},
	}
	for i := 1; i < len(order); i++ {
		a, b := score(order[i-1][0], order[i-1][1]), score(order[i][0], order[i][1])
		if a.Value <= b.Value {
			t.Errorf("%v %.3f is not over %v %.3f", order[i-1], a.Value, order[i], b.Value)
		}
	}
}

func TestRoles(t *testing.T) {
	for _, c := range []struct {
		text  string
		parts []string // clean form and role
	}{
		{"Tarkhan Tayumurazovich Batirashvili", []string{"tarkhan given", "tayumurazovich patronymic", "batirashvili family"}},
		{"Umarov, Doku Khamatovich", []string{"doku given", "khamatovich patronymic", "umarov family"}},
		{"Abu Umar al-Shishani", []string{"abuumar kunya", "shishani nisba"}},
		{"أبو عمر الشيشاني", []string{"ابوعمر kunya", "شيشاني nisba"}},
		{"Dr. Ahmad bin Khalid al-Masri", []string{"ahmad given", "khalid patronymic", "masri nisba"}},
		{"J. Smithson", []string{"j initial", "smithson family"}},
		{"Abd al-Rahman", []string{"abdrahman given"}},
		{"Sayf al-Din", []string{"sayfdin unknown"}},
	} {
		n := names.Parse(c.text, names.Person)
		var got []string
		for _, p := range n.Parts {
			got = append(got, p.Clean+" "+p.Role.String())
		}
		if len(got) != len(c.parts) {
			t.Errorf("%s: %v", c.text, got)
			continue
		}
		for i := range got {
			if got[i] != c.parts[i] {
				t.Errorf("%s: %q, want %q", c.text, got[i], c.parts[i])
			}
		}
	}
}

var anyName = rapid.Custom(func(t *rapid.T) string {
	part := rapid.SampledFrom([]string{
		"Abu", "Umar", "Omar", "al-Shishani", "Шишани", "عمر", "الشيشاني", "Muhammad", "bin", "Abd", "al-Rahman", "Ivanovich", "Иванович", "J.",
		"Batirashvili", "ბათირაშვილი", "Kim", "Jong-un", "Jongun", "Mullah", "Shah", "(Omar)", "\"Tiger\"", ",", "عبد", "الله", "김정은", "習近平",
	})
	words := rapid.SliceOfN(part, 1, 7).Draw(t, "words")
	out := ""
	for _, w := range words {
		out += w + " "
	}
	return out
})

func TestCompareIsSymmetric(t *testing.T) {
	m := names.NewMatcher()
	rapid.Check(t, func(t *rapid.T) {
		a, b := names.Parse(anyName.Draw(t, "a"), names.Person), names.Parse(anyName.Draw(t, "b"), names.Person)
		x, y := m.Compare(a, b), m.Compare(b, a)
		if d := x.Value - y.Value; d > 1e-5 || d < -1e-5 || x.Flags != y.Flags || x.Level != y.Level {
			t.Fatalf("%q | %q: %+v and %+v", a.Text, b.Text, x, y)
		}
		if x.Value < 0 || x.Value > 1 {
			t.Fatalf("value %v", x.Value)
		}
	})
}

func TestCompareDoesNotAllocate(t *testing.T) {
	m := names.NewMatcher()
	a, b := names.Parse("Tarkhan Tayumurazovich Batirashvili", names.Person), names.Parse("Тархан Батирашвили", names.Person)
	if n := testing.AllocsPerRun(100, func() { m.Compare(a, b) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "Abu", "Abd", "al-", "عبد", "أبو عمر الشيشاني (Omar)", "\xff\xfe", "J. R. R. Tolkien, Jr", "'''", "a,b,c,d", "Ӏадлан кхъ", "習近平"} {
		f.Add(s, s)
	}
	m := names.NewMatcher()
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, kind := range []names.Kind{names.Person, names.Organization, names.Company, names.Vessel} {
			x, y := names.Parse(a, kind), names.Parse(b, kind)
			s := m.Compare(x, y)
			if !(s.Value >= 0 && s.Value <= 1) {
				t.Fatalf("value %v of %q and %q", s.Value, a, b)
			}
			m.Explain(x, y).Why()
			x.Keys(nil)
			names.Split(a)
		}
	})
}
