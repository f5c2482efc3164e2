package att004

import (
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

func TestPlanted(t *testing.T) { checktest.Plant(t, Rule) }
