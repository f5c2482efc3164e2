package event

import "github.com/assaydata/assay/internal/record"

// kinds is the crosswalk between kinds of event: level 1 where they are one, 2 where datasets with different rules often give
// both to one incident, 3 rarely, 4 hardly ever. It is symmetric.
var kinds = func() (m [record.KindOther + 1][record.KindOther + 1]uint8) {
	together := [][2]record.Kind{
		{record.KindBattle, record.KindOneSided},      // GED counts by dyad, ACLED by who fought back
		{record.KindBattle, record.KindExplosion},     // GED has no category for means
		{record.KindOneSided, record.KindExplosion},   // as above
		{record.KindOneSided, record.KindProperty},    // an attack on a building in which people die
		{record.KindOneSided, record.KindKidnapping},  // victims are killed later
		{record.KindProtest, record.KindRiot},         // one category in ACLED to 2018
		{record.KindProtest, record.KindStrike},       // strikers march
		{record.KindOneSided, record.KindRiot},        // mob violence
		{record.KindBattle, record.KindRiot},          // communal violence: riot in SCAD, battle of militias elsewhere
		{record.KindStrategic, record.KindProperty},   // ACLED files looting and arson under strategic developments
		{record.KindExplosion, record.KindProperty},   // bombs against buildings
		{record.KindBattle, record.KindProperty},      // raids on stations
		{record.KindStrategic, record.KindKidnapping}, // abductions in ACLED since 2019
	}
	apart := [][2]record.Kind{
		{record.KindProtest, record.KindBattle},
		{record.KindProtest, record.KindExplosion},
		{record.KindProtest, record.KindKidnapping},
		{record.KindStrike, record.KindBattle},
		{record.KindStrike, record.KindExplosion},
		{record.KindStrike, record.KindOneSided},
		{record.KindStrike, record.KindKidnapping},
	}
	for a := record.KindBattle; a <= record.KindStrategic; a++ {
		for b := record.KindBattle; b <= record.KindStrategic; b++ {
			m[a][b] = 3
			if a == b {
				m[a][b] = 1
			}
		}
	}
	for _, p := range together {
		m[p[0]][p[1]], m[p[1]][p[0]] = 2, 2
	}
	for _, p := range apart {
		m[p[0]][p[1]], m[p[1]][p[0]] = 4, 4
	}
	return m
}()
