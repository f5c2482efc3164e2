package rules

import (
	"github.com/assaydata/assay/internal/check/idn001"
	"github.com/assaydata/assay/internal/check/idn010"
	"github.com/assaydata/assay/internal/check/idn011"
	"github.com/assaydata/assay/internal/check/listing"
)

// EntriesPlants says by code how the errors of the rules about entries of lists are planted.
func EntriesPlants() map[string]listing.Plant {
	return map[string]listing.Plant{"IDN001": idn001.Plant, "IDN010": idn010.Plant, "IDN011": idn011.Plant}
}
