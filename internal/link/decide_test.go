package link

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// apart is a population of records that are units of their own.
func apart(data ...uint16) *Population {
	p := &Population{Data: data, Unit: make([]int32, len(data)), Many: make([]bool, 8), Single: make([]bool, 8)}
	for i := range p.Unit {
		p.Unit[i] = int32(i)
	}
	return p
}

func TestAssign(t *testing.T) {
	for _, c := range []struct {
		name   string
		p      *Population
		change func(*Population)
		pairs  []Scored
		want   []int32
	}{
		{"nothing scored", apart(0, 1), nil, nil, []int32{0, 1}},
		{"a strong pair", apart(0, 1), nil, []Scored{{A: 0, B: 1, Same: 3}}, []int32{0, 0}},
		{"a weak pair", apart(0, 1), nil, []Scored{{A: 0, B: 1, Same: -0.1}}, []int32{0, 1}},
		{"a triangle", apart(0, 1, 2), nil, []Scored{{A: 0, B: 1, Same: 3}, {A: 1, B: 2, Same: 3}, {A: 0, B: 2, Same: 1}}, []int32{0, 0, 0}},
		{
			"a weak bridge", apart(0, 1, 2), nil,
			[]Scored{{A: 0, B: 1, Same: 4}, {A: 1, B: 2, Same: 3}, {A: 0, B: 2, Same: -6}},
			[]int32{0, 0, 2},
		},
		{
			"a bridge over a pair that no key found", apart(0, 1, 2), nil,
			[]Scored{{A: 0, B: 1, Same: 4}, {A: 1, B: 2, Same: 3}},
			[]int32{0, 0, 2},
		},
		{
			"a bridge that is stronger than what speaks against", apart(0, 1, 2), nil,
			[]Scored{{A: 0, B: 1, Same: 4}, {A: 1, B: 2, Same: 5}, {A: 0, B: 2, Same: -1}},
			[]int32{0, 0, 0},
		},
		{
			"two squares that one pair ties", apart(0, 1, 0, 1), nil,
			[]Scored{{A: 0, B: 1, Same: 5}, {A: 2, B: 3, Same: 5}, {A: 1, B: 2, Same: 4}, {A: 0, B: 3, Same: -4}, {A: 0, B: 2, Same: -4}, {A: 1, B: 3, Same: -4}},
			[]int32{0, 0, 2, 2},
		},
		{
			"two of one dataset that look too different", apart(0, 1, 1), nil,
			[]Scored{{A: 0, B: 1, Same: 5}, {A: 0, B: 2, Same: 3}, {A: 1, B: 2, Same: -3.5}},
			[]int32{0, 0, 2},
		},
		{
			"two of one dataset", apart(0, 1, 1), nil,
			[]Scored{{A: 0, B: 1, Same: 5}, {A: 0, B: 2, Same: 3}, {A: 1, B: 2, Same: 2}},
			[]int32{0, 0, 0},
		},
		{
			"two of one dataset that is known to hold nothing twice", apart(0, 1, 1), func(p *Population) { p.Single[1] = true },
			[]Scored{{A: 0, B: 1, Same: 3}, {A: 0, B: 2, Same: 5}, {A: 1, B: 2, Same: 2}},
			[]int32{0, 1, 0},
		},
		{
			"rows of one unit go together", apart(0, 0, 1), func(p *Population) { p.Unit[1] = 0 },
			[]Scored{{A: 0, B: 2, Same: -5}, {A: 1, B: 2, Same: 3}},
			[]int32{0, 0, 0},
		},
		{"decided to be one", apart(0, 1), func(p *Population) { p.Must = [][2]int32{{0, 1}} }, []Scored{{A: 0, B: 1, Same: -9}}, []int32{0, 0}},
		{"decided to be one, not scored", apart(0, 0), func(p *Population) { p.Must = [][2]int32{{0, 1}} }, nil, []int32{0, 0}},
		{"decided to be two", apart(0, 1), func(p *Population) { p.Cannot = [][2]int32{{0, 1}} }, []Scored{{A: 0, B: 1, Same: 9}}, []int32{0, 1}},
		{
			"decided to be two, with a third that goes with both", apart(0, 1, 2), func(p *Population) { p.Cannot = [][2]int32{{0, 1}} },
			[]Scored{{A: 0, B: 1, Same: 9}, {A: 0, B: 2, Same: 5}, {A: 1, B: 2, Same: 6}},
			[]int32{0, 1, 1},
		},
	} {
		if c.change != nil {
			c.change(c.p)
		}
		if got := Assign(c.p, c.pairs); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// A record that joined early moves where it adds more.
func TestAssignMoves(t *testing.T) {
	p := apart(0, 1, 2, 3, 4)
	pairs := []Scored{
		{A: 0, B: 1, Same: 5},
		{A: 1, B: 2, Same: 4.5},
		{A: 1, B: 3, Same: 4.5},
		{A: 1, B: 4, Same: 4.5},
		{A: 2, B: 3, Same: 4},
		{A: 2, B: 4, Same: 4},
		{A: 3, B: 4, Same: 4},
		{A: 0, B: 2, Same: -5},
		{A: 0, B: 3, Same: -5},
		{A: 0, B: 4, Same: -5},
	}
	if got, want := Assign(p, pairs), []int32{0, 1, 1, 1, 1}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// scene draws a population with units, scores, and what is hidden behind: decisions drawn from it do not contradict each other.
func scene(t *rapid.T) (p *Population, pairs []Scored, hidden []int) {
	n := rapid.IntRange(1, 14).Draw(t, "n")
	p = &Population{Many: make([]bool, 4), Single: make([]bool, 4)}
	for i := range n {
		p.Data = append(p.Data, uint16(rapid.IntRange(0, 3).Draw(t, "data")))
		p.Unit = append(p.Unit, int32(i))
		if i > 0 && p.Data[i] == p.Data[i-1] && rapid.IntRange(0, 4).Draw(t, "unit") == 0 {
			p.Unit[i] = p.Unit[i-1]
		}
		hidden = append(hidden, rapid.IntRange(0, n/2).Draw(t, "hidden"))
		if u := p.Unit[i]; u != int32(i) {
			hidden[i] = hidden[u]
		}
	}
	p.Many[3] = rapid.Bool().Draw(t, "many")
	for i := range n {
		for j := i + 1; j < n; j++ {
			if rapid.IntRange(0, 2).Draw(t, "scored") > 0 {
				pairs = append(pairs, Scored{A: int32(i), B: int32(j), Same: float32(rapid.IntRange(-14, 14).Draw(t, "bits")) / 2})
			}
		}
	}
	return p, pairs, hidden
}

func decisions(t *rapid.T, p *Population, hidden []int) {
	for i := range hidden {
		for j := i + 1; j < len(hidden); j++ {
			if p.Unit[i] == p.Unit[j] || rapid.IntRange(0, 3).Draw(t, "decided") > 0 {
				continue
			}
			if d := [2]int32{int32(i), int32(j)}; hidden[i] == hidden[j] {
				p.Must = append(p.Must, d)
			} else {
				p.Cannot = append(p.Cannot, d)
			}
		}
	}
}

// Decisions hold whatever the scores say, rows of a unit stay together, and clusters are named by one of theirs.
func TestDecisionsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, pairs, hidden := scene(t)
		decisions(t, p, hidden)
		if rapid.Bool().Draw(t, "single") {
			p.Single[0], p.Single[1] = true, true
		}
		of := Assign(p, pairs)
		for _, d := range p.Must {
			if of[d[0]] != of[d[1]] {
				t.Fatalf("%v were decided to be one and are in %v", d, of)
			}
		}
		for _, d := range p.Cannot {
			if of[d[0]] == of[d[1]] {
				t.Fatalf("%v were decided to be two and are in %v", d, of)
			}
		}
		for i, u := range p.Unit {
			if of[i] != of[u] {
				t.Fatalf("rows %d and %d of one unit are in %v", i, u, of)
			}
			if c := of[i]; of[c] != c {
				t.Fatalf("cluster %d is named by a record of another: %v", c, of)
			}
		}
	})
}

// Without decisions, a dataset that holds nothing twice gives one unit to a cluster at most.
func TestSingle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, pairs, _ := scene(t)
		for d := range p.Single {
			p.Single[d] = !p.Many[d]
		}
		of := Assign(p, pairs)
		for i := range of {
			for j := range i {
				if of[i] == of[j] && p.Data[i] == p.Data[j] && p.Unit[i] != p.Unit[j] && p.Single[p.Data[i]] {
					t.Fatalf("units %d and %d of dataset %d are both in %v", i, j, p.Data[i], of)
				}
			}
		}
	})
}

// The order of pairs, that of the two of a pair and that of decisions change nothing, nor does linking twice.
func TestAssignOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, pairs, hidden := scene(t)
		decisions(t, p, hidden)
		want := Assign(p, pairs)
		q := *p
		q.Must, q.Cannot = rapid.Permutation(p.Must).Draw(t, "must"), rapid.Permutation(p.Cannot).Draw(t, "cannot")
		other := rapid.Permutation(pairs).Draw(t, "pairs")
		for i := range other {
			if rapid.Bool().Draw(t, "swap") {
				other[i].A, other[i].B = other[i].B, other[i].A
			}
		}
		if got := Assign(&q, other); !slices.Equal(got, want) {
			t.Fatalf("%v, in another order %v", want, got)
		}
	})
}

// What is joined adds to the sum of the log odds: no cluster is worse than its units apart.
func TestAssignGains(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, pairs, _ := scene(t)
		c := newClusters(p, pairs)
		of := Assign(p, pairs)
		members := map[int32][]int32{}
		for i, x := range of {
			if p.Unit[i] == int32(i) {
				members[x] = append(members[x], int32(i))
			}
		}
		for _, list := range members {
			sum := 0.0
			for k := range list {
				g, ok := c.gain(list[k:k+1], list[k+1:])
				if !ok {
					t.Fatalf("%v holds units that exclude each other", list)
				}
				sum += g
			}
			if sum < 0 {
				t.Fatalf("%v adds %v", list, sum)
			}
		}
	})
}

// A cluster that was joined to another leaves nothing behind under its name.
func TestJoinedClusterIsGone(t *testing.T) {
	p := &Population{Data: []uint16{0, 1, 2, 3}, Unit: []int32{0, 1, 2, 3}, Many: make([]bool, 4), Single: make([]bool, 4)}
	c := newClusters(p, nil)
	var lone [1]int32
	c.merge(0, 1)
	c.merge(2, 3)
	c.merge(0, 2)
	if got := c.members(c.of[3], &lone); !slices.Equal(got, []int32{0, 1, 2, 3}) {
		t.Errorf("together %v", got)
	}
	c.leave(2, []int32{0, 1, 3})
	if got := c.members(2, &lone); !slices.Equal(got, []int32{2}) {
		t.Errorf("alone %v", got)
	}
	if got := c.members(c.of[3], &lone); !slices.Equal(got, []int32{0, 1, 3}) {
		t.Errorf("the others %v", got)
	}
}
