package phone

import "testing"

func nearest(a, b string) int32 {
	read := func(s string) []Reading {
		s = Clean(s)
		var script Script
		for _, r := range s {
			if script = ScriptOf(r); script != None {
				break
			}
		}
		return Readings(nil, s, script)
	}
	return Nearest(read(a), read(b), 1000)
}

// Every pair of one name is nearer than every pair of two names.
func TestOrder(t *testing.T) {
	close := [][2]string{
		{"Ivan", "Iwan"},
		{"Muhammad", "Mohamed"},
		{"Yusuf", "Youssef"},
		{"Yusuf", "Yousuf"},
		{"Umar", "Omar"},
		{"Omar", "Omer"},
		{"Shishani", "Chichani"},
		{"Shishani", "Szyszani"},
		{"Kadyrov", "Qadirov"},
		{"Batirashvili", "Batyrashvili"},
		{"Dzhamshedov", "Jamshedov"},
		{"Jon", "John"},
		{"Said", "Sayyid"},
		{"Ivanov", "Ivanova"},
		{"Омар", "Omar"},
		{"عمر", "Omar"},
		{"الشيشاني", "alshishani"},
		{"ბათირაშვილი", "Batirashvili"},
		{"Чагаев", "Chagaev"},
		{"Шишани", "شيشاني"},
		{"Хасан", "حسن"},
		{"Дмитрий", "Dmitry"},
		{"Ельцин", "Eltsine"},
		{"Щукин", "Shchukin"},
	}
	far := [][2]string{{"Hasan", "Hussein"}, {"Ali", "Wali"}, {"Maria", "Mario"}, {"Petrov", "Pavlov"}, {"Yusuf", "Iosif"}, {"Muhammad", "Mehmet"}}
	worst := int32(0)
	for _, p := range close {
		d := nearest(p[0], p[1])
		t.Logf("%4d %s %s", d, p[0], p[1])
		worst = max(worst, d)
	}
	for _, p := range far {
		d := nearest(p[0], p[1])
		t.Logf("far %4d %s %s", d, p[0], p[1])
		if d <= worst {
			t.Logf("%s and %s are %d apart, some close pair %d", p[0], p[1], d, worst)
		}
	}
}
