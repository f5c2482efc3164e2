package names_test

import (
	"testing"

	"github.com/assaydata/assay/names"
)

var groupTexts = []string{
	"Jaysh al-Muhajirin wal-Ansar", "Army of Emigrants and Supporters", "Liwa al-Muhajireen wal-Ansar", "جيش المهاجرين والأنصار",
	"Islamic State Caucasus Province", "Вилаят Кавказ", "ولاية القوقاز", "Caucasus Emirate", "Al-Qaida in the Arabian Peninsula",
	"Katibat al-Tawhid wal-Jihad", "Катиба Таухид валь-Джихад", "Riyadus-Salikhin Reconnaissance and Sabotage Battalion of Chechen Martyrs",
	"OAO Gazprom", "Open Joint Stock Company Gazprom", "Saudi Arabian Oil Company", "Industrial and Commercial Bank of China Limited",
	"Korea Ryonha Machinery Joint Venture Corporation", "Hanifa Money Exchange Office", "Brigade 44", "Boko Haram",
}

func BenchmarkCompareGroups(b *testing.B) {
	m := names.NewMatcher()
	var ns []*names.Name
	for _, s := range groupTexts {
		ns = append(ns, names.Parse(s, names.Organization))
	}
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		m.Compare(ns[i%len(ns)], ns[(i/len(ns))%len(ns)])
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pairs/s")
}

func BenchmarkParseGroups(b *testing.B) {
	names.Parse("", names.Organization)
	b.ReportAllocs()
	for i := range b.N {
		names.Parse(groupTexts[i%len(groupTexts)], names.Organization)
	}
}
