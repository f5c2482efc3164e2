// Package rules lists every rule of assay.
package rules

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/att001"
	"github.com/assaydata/assay/internal/check/att003"
	"github.com/assaydata/assay/internal/check/att004"
	"github.com/assaydata/assay/internal/check/att005"
	"github.com/assaydata/assay/internal/check/dup001"
	"github.com/assaydata/assay/internal/check/dup002"
	"github.com/assaydata/assay/internal/check/dup003"
	"github.com/assaydata/assay/internal/check/dup004"
	"github.com/assaydata/assay/internal/check/dup006"
	"github.com/assaydata/assay/internal/check/dup007"
	"github.com/assaydata/assay/internal/check/idn004"
	"github.com/assaydata/assay/internal/check/src005"
	"github.com/assaydata/assay/internal/check/src011"
	"github.com/assaydata/assay/internal/check/val001"
	"github.com/assaydata/assay/internal/check/val002"
	"github.com/assaydata/assay/internal/check/val003"
	"github.com/assaydata/assay/internal/check/val004"
	"github.com/assaydata/assay/internal/check/val005"
	"github.com/assaydata/assay/internal/check/val006"
)

// All returns the rules by code. The slice is fresh; the rules are shared.
func All() []*check.Rule {
	return []*check.Rule{
		att001.Rule,
		att003.Rule,
		att004.Rule,
		att005.Rule,
		dup001.Rule,
		dup002.Rule,
		dup003.Rule,
		dup004.Rule,
		dup006.Rule,
		dup007.Rule,
		idn004.Rule,
		src005.Rule,
		src011.Rule,
		val001.Rule,
		val002.Rule,
		val003.Rule,
		val004.Rule,
		val005.Rule,
		val006.Rule,
	}
}
