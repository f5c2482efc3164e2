package format

import "github.com/assaydata/assay/internal/record"

// scadDeaths reads ndeath, whose codes for "unknown" bound the number: -88 is probably under 10, -77 is 10 or more.
func scadDeaths(d *record.Dataset) []record.Count {
	c := d.Role(record.RoleBest)
	if c == nil {
		return nil
	}
	if known(d, "ndeath") != c {
		return plainDeaths(d)
	}
	return values(c, d.N, func(text string, num float64) record.Count {
		n := record.NoCount()
		switch text {
		case "-88", "-88.0":
			n.Low, n.High = 0, 9
		case "-77", "-77.0":
			n.Low = 10
		default:
			n.Best = float32(num)
		}
		return n
	})
}
