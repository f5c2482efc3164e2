package fig009

import (
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }
