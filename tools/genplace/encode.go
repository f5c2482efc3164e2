package main

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"math"
)

// magic opens the file; its last digit is the version of the format in internal/place/decode.go.
const magic = "assayplace1"

func encode(w world, arcs []arc) ([]byte, error) {
	var packed bytes.Buffer
	zw, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := zw.Write(encodeTables(w)); err != nil {
		return nil, err
	}
	if err := zw.Close(); err != nil {
		return nil, err
	}
	var e encoder
	e.buf = append(e.buf, magic...)
	e.number(packed.Len())
	e.buf = append(e.buf, packed.Bytes()...)
	e.number(len(arcs))
	total := 0
	for _, a := range arcs {
		e.number(a.owners.first + 1)
		e.number(a.owners.second + 1)
		e.number(len(a.points))
		total += len(a.points)
	}
	e.number(total)
	var x, y int32
	for _, a := range arcs {
		for _, p := range a.points {
			e.signed(int(p.x - x))
			x = p.x
		}
	}
	for _, a := range arcs {
		for _, p := range a.points {
			e.signed(int(p.y - y))
			y = p.y
		}
	}
	return e.buf, nil
}

func encodeTables(w world) []byte {
	var e encoder
	e.number(len(w.countries))
	for _, c := range w.countries {
		e.text(c.code)
		e.text(c.iso2)
		e.text(c.iso3)
		e.text(c.isoNumber)
		e.text(c.sovereign)
		e.text(c.name)
		e.texts(c.names)
	}
	e.number(len(w.units))
	for _, u := range w.units {
		e.number(u.country)
		e.text(u.code)
		e.text(u.name)
		e.text(u.english)
		e.text(u.kind)
		e.texts(u.names)
		e.texts(u.groups)
		e.signed(int(math.Round(u.lat * scale)))
		e.signed(int(math.Round(u.lon * scale)))
		e.number(int(math.Round(u.km2)))
	}
	return e.buf
}

type encoder struct{ buf []byte }

func (e *encoder) number(n int) { e.buf = binary.AppendUvarint(e.buf, uint64(n)) }
func (e *encoder) signed(n int) { e.buf = binary.AppendVarint(e.buf, int64(n)) }

func (e *encoder) text(s string) {
	e.number(len(s))
	e.buf = append(e.buf, s...)
}

func (e *encoder) texts(list []string) {
	e.number(len(list))
	for _, s := range list {
		e.text(s)
	}
}
