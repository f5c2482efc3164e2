package place

import (
	"cmp"
	"slices"
)

// The grid cuts the globe into cells of half a degree. Each cell knows which units contain its reference point, just
// inside its south-west corner, and which stretches of boundary touch it. A query walks from the reference point north
// and then east to its own position and flips every unit whose boundary it crosses on the way.
const (
	cellSize = halves / 2
	columns  = 360 * halves / cellSize
	rows     = 180 * halves / cellSize
)

type grid struct {
	start []uint32 // runs of cell i are runs[start[i]:start[i+1]]
	runs  []run
	home  []int16 // the unit containing the reference point; NoUnit, or -2-i for the set several[i]
	// several holds the sets of units of the few reference points where boundaries overlap.
	several [][]Unit
}

// run is a stretch of an arc: n segments from points[first].
type run struct {
	first, n uint32
	a, b     Unit
}

func cellOf(x, y int32) int32 { return row(y)*columns + column(x) }

func column(x int32) int32 { return min((x+180*halves)/cellSize, columns-1) }
func row(y int32) int32    { return min((y+90*halves)/cellSize, rows-1) }

// reference is the position from which walks in a cell start.
func reference(col, row int32) vertex {
	return vertex{col*cellSize - 180*halves + 1, row*cellSize - 90*halves + 1}
}

// left reports whether p lies on the left of the line from a to b, or on it.
func left(a, b, p vertex) bool {
	return int64(b.x-a.x)*int64(p.y-a.y) >= int64(b.y-a.y)*int64(p.x-a.x)
}

func (l *lines) buildGrid() {
	l.fillRuns()
	l.fillHomes()
}

// fillRuns distributes the arcs over the cells that they touch.
func (l *lines) fillRuns() {
	type placed struct {
		run
		cell int32
	}
	var list []placed
	for _, arc := range l.arcs {
		open := -1 // the run being extended, in the cell where the last segment ended
		for i := arc.from; i+1 < arc.to; i++ {
			p, q := l.points[i], l.points[i+1]
			c0, c1 := column(min(p.x, q.x)), column(max(p.x, q.x))
			r0, r1 := row(min(p.y, q.y)), row(max(p.y, q.y))
			one := run{first: i, n: 1, a: arc.a, b: arc.b}
			if c0 == c1 && r0 == r1 {
				if cell := r0*columns + c0; open >= 0 && list[open].cell == cell {
					list[open].n++
				} else {
					open = len(list)
					list = append(list, placed{one, cell})
				}
				continue
			}
			last := cellOf(q.x, q.y)
			next := -1
			for r := r0; r <= r1; r++ {
				for c := c0; c <= c1; c++ {
					cell := r*columns + c
					if (c0 < c1 && r0 < r1) && !touches(p, q, c, r) {
						continue
					}
					if open >= 0 && list[open].cell == cell {
						list[open].n++
						if cell == last {
							next = open
						}
						continue
					}
					if cell == last {
						next = len(list)
					}
					list = append(list, placed{one, cell})
				}
			}
			open = next
		}
	}
	l.grid.start = make([]uint32, columns*rows+1)
	for _, p := range list {
		l.grid.start[p.cell+1]++
	}
	for i := range columns * rows {
		l.grid.start[i+1] += l.grid.start[i]
	}
	l.grid.runs = make([]run, len(list))
	next := slices.Clone(l.grid.start[:columns*rows])
	for _, p := range list {
		l.grid.runs[next[p.cell]] = p.run
		next[p.cell]++
	}
}

// touches reports whether the line through p and q passes the square of a cell; false only if all corners are on one side.
func touches(p, q vertex, col, row int32) bool {
	sw := vertex{col*cellSize - 180*halves, row*cellSize - 90*halves}
	l := left(p, q, sw)
	return l != left(p, q, vertex{sw.x + cellSize, sw.y}) || l != left(p, q, vertex{sw.x, sw.y + cellSize}) ||
		l != left(p, q, vertex{sw.x + cellSize, sw.y + cellSize})
}

// fillHomes finds the units that contain each cell's reference point: it sweeps every row of reference points from west to
// east over the segments that cross the row's line.
func (l *lines) fillHomes() {
	type crossing struct {
		row, col int32 // the first column whose reference point lies east of the segment
		a, b     Unit
	}
	var list []crossing
	for _, arc := range l.arcs {
		below := rowBelow(l.points[arc.from].y)
		for i := arc.from; i+1 < arc.to; i++ {
			p, q := l.points[i], l.points[i+1]
			from := below
			below = rowBelow(q.y)
			for r := min(from, below) + 1; r <= max(from, below); r++ {
				c, end := column(min(p.x, q.x)), column(max(p.x, q.x))
				for c <= end && left(p, q, reference(c, r)) == (q.y > p.y) {
					c++
				}
				list = append(list, crossing{r, c, arc.a, arc.b})
			}
		}
	}
	slices.SortFunc(list, func(s, t crossing) int { return cmp.Or(cmp.Compare(s.row, t.row), cmp.Compare(s.col, t.col)) })
	l.grid.home = make([]int16, columns*rows)
	var inside unitSet
	for r := int32(0); r < rows; r++ {
		inside.clear()
		for c := int32(0); c < columns; c++ {
			for len(list) > 0 && list[0].row == r && list[0].col == c {
				inside.flip(list[0].a)
				inside.flip(list[0].b)
				list = list[1:]
			}
			l.grid.home[r*columns+c] = l.home(&inside)
		}
		for len(list) > 0 && list[0].row == r {
			list = list[1:]
		}
	}
}

// rowBelow is the number of the highest row whose reference line lies below y.
func rowBelow(y int32) int32 {
	if y <= -90*halves {
		return -1
	}
	return (y + 90*halves - 2) / cellSize
}

func (l *lines) home(s *unitSet) int16 {
	switch s.n {
	case 0:
		return int16(NoUnit)
	case 1:
		return int16(s.units[0])
	}
	set := slices.Clone(s.units[:s.n])
	slices.Sort(set)
	if n := len(l.grid.several); n > 0 && slices.Equal(l.grid.several[n-1], set) {
		return int16(-2 - (n - 1))
	}
	l.grid.several = append(l.grid.several, set)
	return int16(-2 - (len(l.grid.several) - 1))
}

// unitSet is a small set without allocation. More than its capacity of units never overlap at one place.
type unitSet struct {
	n     int
	units [16]Unit
}

func (s *unitSet) clear() { s.n = 0 }

// flip adds u, or takes it out if it is there.
func (s *unitSet) flip(u Unit) {
	if u < 0 {
		return
	}
	for i := range s.n {
		if s.units[i] == u {
			s.n--
			s.units[i] = s.units[s.n]
			return
		}
	}
	if s.n < len(s.units) {
		s.units[s.n] = u
		s.n++
	}
}
