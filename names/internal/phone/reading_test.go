package phone

import (
	"math"
	"testing"
)

func nearest(a, b string) int32 { return Nearest(read(a), read(b), 1000) }

// Spellings of one name and pairs of two names (names.md section 4 and what press and lists write).
var (
	spellings = [][2]string{
		{"Ivan", "Iwan"},
		{"Muhammad", "Mohamed"},
		{"Muhammad", "Mohammed"},
		{"Yusuf", "Youssef"},
		{"Yusuf", "Yousuf"},
		{"Umar", "Omar"},
		{"Omar", "Omer"},
		{"Shishani", "Chichani"},
		{"Shishani", "Szyszani"},
		{"Shishani", "Schischani"},
		{"Kadyrov", "Qadirov"},
		{"Kadyrov", "Kadirow"},
		{"Batirashvili", "Batyrashvili"},
		{"Batirashvili", "Batiraschwili"},
		{"Dzhamshedov", "Jamshedov"},
		{"Jon", "John"},
		{"Said", "Sayyid"},
		{"Said", "Saeed"},
		{"Ivanov", "Ivanova"},
		{"Dostoevsky", "Dostoyevskaya"},
		{"Dmitry", "Dmitriy"},
		{"Dmitrij", "Dmitrii"},
		{"Hasan", "Hassan"},
		{"Hussein", "Husayn"},
		{"Tojiev", "Tadjiyev"},
		{"Şeyh", "Sheikh"},
		{"Eltsine", "Yeltsin"},
		{"Khalid", "Xalid"},
		{"Khalid", "Halit"},
		{"Gulmurod", "Gulmurad"},
		{"Ghulam", "Gulam"},
		{"Abdulaziz", "Abdelaziz"},
		{"Chagaev", "Tchagaïev"},
		{"Cihan", "Jihan"},
		{"Mahmut", "Mahmud"},
		{"Qadhafi", "Gaddafi"},
		{"Омар", "Omar"},
		{"Ӏумар", "Umar"},
		{"Чагаев", "Chagaev"},
		{"Чагаев", "Tschagajew"},
		{"Дмитрий", "Dmitry"},
		{"Ельцин", "Eltsine"},
		{"Щукин", "Shchukin"},
		{"Щукин", "Ŝukin"},
		{"Хрущёв", "Khrushchev"},
		{"Юлия", "Yulia"},
		{"Қодиров", "Qodirov"},
		{"Ҷамшедов", "Jamshedov"},
		{"Ғуломов", "Ghulomov"},
		{"Қамбаров", "Kambarov"},
		{"عمر", "Omar"},
		{"عبدالله", "Abdullah"},
		{"عبدالله", "Abdallah"},
		{"نورالدين", "Nuruddin"},
		{"نورالدين", "Noureddine"},
		{"محمد", "Muhammad"},
		{"يوسف", "Youssef"},
		{"شيشاني", "Shishani"},
		{"شيشاني", "Chichani"},
		{"حسن", "Hassan"},
		{"قاسم", "Qasim"},
		{"خالد", "Khaled"},
		{"جمال", "Gamal"},
		{"چمران", "Chamran"},
		{"ښاه", "Shah"},
		{"فاطمة", "Fatima"},
		{"ბათირაშვილი", "Batirashvili"},
		{"ჭყონდიდელი", "Chqondideli"},
		{"დუიშვილი", "Duishvili"},
		{"Шишани", "شيشاني"},
		{"Хасан", "حسن"},
		{"Կարապետյան", "Karapetyan"},
		{"Παπαδόπουλος", "Papadopoulos"},
		{"יוסף", "Yosef"},
		{"אברהם", "Avraham"},
		{"شیشانی", "شيشاني"},
		{"أحمد", "احمد"},
	}
	strangers = [][2]string{
		{"Hasan", "Hussein"},
		{"Ali", "Wali"},
		{"Maria", "Mario"},
		{"Petrov", "Pavlov"},
		{"Yusuf", "Iosif"},
		{"Muhammad", "Mehmet"},
		{"Salim", "Salman"},
		{"Rashid", "Rashad"},
		{"Karim", "Karam"},
		{"Amin", "Amir"},
		{"Anna", "Inna"},
		{"Ruslan", "Rustam"},
		{"Магомед", "Mansur"},
		{"Хасан", "Hussein"},
		{"حسن", "Hussein"},
		{"على", "Wali"},
		{"محمود", "Muhammad"},
		{"Иванов", "Petrov"},
	}
)

// Every pair of spellings is nearer than every pair of strangers of similar length in the same alphabets.
func TestOrder(t *testing.T) {
	// Costs of different pairs of alphabets are comparable on average only.
	tables := func(p [2]string) [2]int {
		a, b := read(p[0])[0].Kind(), read(p[1])[0].Kind()
		return [2]int{min(a, b), max(a, b)}
	}
	letters := func(p [2]string) float64 { return float64(read(p[0])[0].N+read(p[1])[0].N) / 2 }
	for _, p := range spellings {
		t.Logf("%4d  %s %s", nearest(p[0], p[1]), p[0], p[1])
	}
	for _, q := range strangers {
		far := nearest(q[0], q[1])
		t.Logf("%4d  %s %s: strangers", far, q[0], q[1])
		for _, p := range spellings {
			if d := nearest(p[0], p[1]); d >= far && tables(p) == tables(q) && math.Abs(letters(p)-letters(q)) <= 1.5 {
				t.Errorf("%s and %s are %d apart, the strangers %s and %s %d", p[0], p[1], d, q[0], q[1], far)
			}
		}
	}
}
