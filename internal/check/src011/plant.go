package src011

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// plant lets groups of five to nine rows rest on one invented article.
func plant(s *check.Sheet, n int) {
	article := s.Data.Role(record.RoleArticle)
	if article == nil {
		return
	}
	for i := range n {
		size := 5 + i%5
		rows := s.Pick(size, func(row int) bool { return article.Has(row) })
		if len(rows) < size {
			return
		}
		for _, row := range rows {
			s.Set(row, record.RoleArticle, fmt.Sprintf(`"Yearbook Press,2021-12-30,The year in review, part %d of the survey of incidents"`, i+1))
		}
		s.Add(fmt.Sprintf("one article behind %d rows", size), rows...)
	}
}
