// Command genplace writes the boundary file that package place embeds.
//
// It reads the Natural Earth 1:10m admin-0 and admin-1 layers (public domain), as they are embedded in the Go module
// github.com/sams96/rgeo, cuts their rings into arcs shared by neighbours, and writes names, centroids and arcs in the
// format described in internal/place/decode.go. It is a module of its own so that assay itself never depends on rgeo.
//
//	go run -C tools/genplace . -o ../../internal/place/world.bin
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/sams96/rgeo"
)

func main() {
	out := flag.String("o", "world.bin", "`file` to write")
	flag.Parse()
	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, "genplace:", err)
		os.Exit(1)
	}
}

func run(path string) error {
	admin0, err := features(rgeo.Countries10())
	if err != nil {
		return fmt.Errorf("admin-0 layer: %w", err)
	}
	// The provinces layer of rgeo also holds a copy of the countries; only features with adm0_a3 are first-level units.
	all, err := features(rgeo.Provinces10())
	if err != nil {
		return fmt.Errorf("admin-1 layer: %w", err)
	}
	var admin1 []feature
	for _, f := range all {
		if f.text("adm0_a3") != "" {
			admin1 = append(admin1, f)
		}
	}
	w, rings, err := assemble(admin0, admin1)
	if err != nil {
		return err
	}
	arcs, err := cut(rings)
	if err != nil {
		return err
	}
	file, err := encode(w, arcs)
	if err != nil {
		return err
	}
	if err := os.WriteFile(path, file, 0o644); err != nil {
		return err
	}
	points := 0
	for _, a := range arcs {
		points += len(a.points)
	}
	fmt.Printf("%d countries, %d units, %d arcs, %d points, %d bytes\n",
		len(w.countries), len(w.units), len(arcs), points, len(file))
	return nil
}

// feature is one GeoJSON feature with every polygon's rings in one list; holes are rings like any other, since
// containment is decided by parity.
type feature struct {
	properties map[string]any
	rings      [][][2]float64
}

func (f feature) text(key string) string {
	s, _ := f.properties[key].(string)
	if s == "-99" || s == "-1" {
		return ""
	}
	return s
}

func features(packed []byte) ([]feature, error) {
	zr, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	raw, err := io.ReadAll(zr)
	if err != nil {
		return nil, err
	}
	var layer struct {
		Features []struct {
			Properties map[string]any `json:"properties"`
			Geometry   struct {
				Type        string          `json:"type"`
				Coordinates json.RawMessage `json:"coordinates"`
			} `json:"geometry"`
		} `json:"features"`
	}
	if err := json.Unmarshal(raw, &layer); err != nil {
		return nil, err
	}
	out := make([]feature, 0, len(layer.Features))
	for i, f := range layer.Features {
		g := feature{properties: f.Properties}
		switch f.Geometry.Type {
		case "Polygon":
			err = json.Unmarshal(f.Geometry.Coordinates, &g.rings)
		case "MultiPolygon":
			var parts [][][][2]float64
			err = json.Unmarshal(f.Geometry.Coordinates, &parts)
			for _, p := range parts {
				g.rings = append(g.rings, p...)
			}
		default:
			err = fmt.Errorf("geometry type %q", f.Geometry.Type)
		}
		if err != nil {
			return nil, fmt.Errorf("feature %d: %w", i, err)
		}
		out = append(out, g)
	}
	return out, nil
}
