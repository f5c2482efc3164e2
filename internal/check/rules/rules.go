// Package rules lists every rule of assay.
package rules

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/att001"
	"github.com/assaydata/assay/internal/check/att003"
	"github.com/assaydata/assay/internal/check/att004"
	"github.com/assaydata/assay/internal/check/att005"
	"github.com/assaydata/assay/internal/check/con002"
	"github.com/assaydata/assay/internal/check/con003"
	"github.com/assaydata/assay/internal/check/dup001"
	"github.com/assaydata/assay/internal/check/dup002"
	"github.com/assaydata/assay/internal/check/dup003"
	"github.com/assaydata/assay/internal/check/dup004"
	"github.com/assaydata/assay/internal/check/dup006"
	"github.com/assaydata/assay/internal/check/dup007"
	"github.com/assaydata/assay/internal/check/geo001"
	"github.com/assaydata/assay/internal/check/geo002"
	"github.com/assaydata/assay/internal/check/geo003"
	"github.com/assaydata/assay/internal/check/geo004"
	"github.com/assaydata/assay/internal/check/geo005"
	"github.com/assaydata/assay/internal/check/geo006"
	"github.com/assaydata/assay/internal/check/idn004"
	"github.com/assaydata/assay/internal/check/src005"
	"github.com/assaydata/assay/internal/check/src010"
	"github.com/assaydata/assay/internal/check/src011"
	"github.com/assaydata/assay/internal/check/src012"
	"github.com/assaydata/assay/internal/check/tim001"
	"github.com/assaydata/assay/internal/check/tim003"
	"github.com/assaydata/assay/internal/check/val001"
	"github.com/assaydata/assay/internal/check/val002"
	"github.com/assaydata/assay/internal/check/val003"
	"github.com/assaydata/assay/internal/check/val004"
	"github.com/assaydata/assay/internal/check/val005"
	"github.com/assaydata/assay/internal/check/val006"
	"github.com/assaydata/assay/internal/check/val007"
	"github.com/assaydata/assay/internal/check/val008"
)

// All returns the rules by code. The slice is fresh; the rules are shared.
func All() []*check.Rule {
	return []*check.Rule{
		att001.Rule,
		att003.Rule,
		att004.Rule,
		att005.Rule,
		con002.Rule,
		con003.Rule,
		dup001.Rule,
		dup002.Rule,
		dup003.Rule,
		dup004.Rule,
		dup006.Rule,
		dup007.Rule,
		geo001.Rule,
		geo002.Rule,
		geo003.Rule,
		geo004.Rule,
		geo005.Rule,
		geo006.Rule,
		idn004.Rule,
		src005.Rule,
		src010.Rule,
		src011.Rule,
		src012.Rule,
		tim001.Rule,
		tim003.Rule,
		val001.Rule,
		val002.Rule,
		val003.Rule,
		val004.Rule,
		val005.Rule,
		val006.Rule,
		val007.Rule,
		val008.Rule,
	}
}
