package fact_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link"
)

// many makes a book of n events of one record each.
func many(tb testing.TB, n int) (*fact.Book, *link.Result) {
	tb.Helper()
	lines := make([]string, n)
	for i := range lines {
		lines[i] = acled{
			id: fmt.Sprintf("NIG%d", i), date: fmt.Sprintf("2014-%02d-%02d", 1+i%12, 1+i%28), dead: fmt.Sprint(i % 40), source: "Vanguard; Punch",
			lat: fmt.Sprintf("%.4f", 5+float64(i%700)/100), notes: "On the morning of the day gunmen attacked the market of the town and fled before soldiers came",
		}.line()
	}
	d := dataset(tb, "acled", acledHead, lines...)
	r := &link.Result{}
	r.Datasets = append(r.Datasets, d)
	for i := range n {
		r.Entities = append(r.Entities, link.Entity{Members: refs(0, int32(i))})
	}
	b, err := fact.Build(context.Background(), r)
	if err != nil {
		tb.Fatal(err)
	}
	return b, r
}

// BenchmarkSingles summarises 100,000 events of one record.
func BenchmarkSingles(b *testing.B) {
	book, r := many(b, 100_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := book.Summarise(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(r.Entities))*float64(b.N)/b.Elapsed().Seconds(), "events/s")
}

// BenchmarkPairs summarises 50,000 events of two records each.
func BenchmarkPairs(b *testing.B) {
	_, r := many(b, 100_000)
	r.Entities = r.Entities[:0]
	for i := range int32(50_000) {
		r.Entities = append(r.Entities, link.Entity{Members: refs(0, i, 0, i+50_000)})
	}
	book, err := fact.Build(context.Background(), r)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := book.Summarise(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBuild reads again what 100,000 records of 50,000 events cite and say.
func BenchmarkBuild(b *testing.B) {
	_, r := many(b, 100_000)
	r.Entities = r.Entities[:0]
	for i := range int32(50_000) {
		r.Entities = append(r.Entities, link.Entity{Members: refs(0, i, 0, i+50_000)})
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := fact.Build(context.Background(), r); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkIDs names 100,000 events.
func BenchmarkIDs(b *testing.B) {
	_, r := many(b, 100_000)
	for b.Loop() {
		fact.IDs(r)
	}
}
