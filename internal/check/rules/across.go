package rules

import (
	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/check/att012"
	"github.com/assaydata/assay/internal/check/con015"
	"github.com/assaydata/assay/internal/check/con016"
	"github.com/assaydata/assay/internal/check/con017"
	"github.com/assaydata/assay/internal/check/con018"
	"github.com/assaydata/assay/internal/check/cov001"
	"github.com/assaydata/assay/internal/check/cov003"
	"github.com/assaydata/assay/internal/check/cov005"
	"github.com/assaydata/assay/internal/check/cov009"
	"github.com/assaydata/assay/internal/check/dup005"
	"github.com/assaydata/assay/internal/check/src008"
	"github.com/assaydata/assay/internal/check/src009"
)

// AcrossPlants says by code how the errors of the rules across datasets are planted.
func AcrossPlants() map[string]across.Plant {
	return map[string]across.Plant{
		"ATT012": att012.Plant,
		"CON015": con015.Plant,
		"CON016": con016.Plant,
		"CON017": con017.Plant,
		"CON018": con018.Plant,
		"COV001": cov001.Plant,
		"COV003": cov003.Plant,
		"COV005": cov005.Plant,
		"COV009": cov009.Plant,
		"DUP005": dup005.Plant,
		"SRC008": src008.Plant,
		"SRC009": src009.Plant,
	}
}
