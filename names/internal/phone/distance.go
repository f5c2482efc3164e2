package phone

// Letter is the cost of one unrelated letter in [Distance].
const Letter = 100

// Distance is the weighted edit distance of two readings in hundredths of a letter: the cheapest way to turn one into the other by
// substitutions, insertions and deletions with the costs of costs.csv. It is symmetric and 0 for equal readings; it returns
// limit+1 when the distance is above limit. A vowel that only one side writes is cheap only if the other side is an abjad. It does
// not allocate.
func Distance(a, b *Reading, limit int32) int32 {
	n, m := min(int(a.N), maxPhones), min(int(b.N), maxPhones)
	if limit < 0 {
		return limit + 1
	}
	if n == 0 || m == 0 {
		if n == m {
			return 0
		}
		return min(limit+1, int32(n+m)*Letter)
	}
	ka, kb := a.P[0].kind(), b.P[0].kind()
	if ka == opaque || kb == opaque {
		return opaqueDistance(a, b, limit)
	}
	t := &tables[ka][kb]
	var row, dropB [maxPhones + 1]int32
	// Only cells within limit can be on the way to a distance within limit: from is the first such cell of a row, to is one past
	// the last.
	to := 1
	for j := range m {
		dropB[j] = int32(t.dropB[place(j, m)][b.P[j]&63])
		row[j+1] = row[j] + dropB[j]
		if row[j+1] <= limit {
			to = j + 2
		}
	}
	from := 0
	for i := range n {
		x := a.P[i] & 63
		sub := t.sub[int(x)<<6 : int(x)<<6+64]
		drop := int32(t.dropA[place(i, n)][x])
		diagonal := row[from]
		left := diagonal + drop
		row[from] = left
		first, end := m+1, 0
		if left <= limit {
			first, end = from, from+1
		}
		for j := from; j < m; j++ {
			up := far
			if j+1 < to {
				up = row[j+1]
			} else if j >= to && left > limit {
				break
			}
			c := min(diagonal+int32(sub[b.P[j]&63]), up+drop, left+dropB[j])
			diagonal = up
			row[j+1], left = c, c
			if c <= limit {
				first, end = min(first, j+1), j+2
			}
		}
		if end == 0 {
			return limit + 1
		}
		from, to = first, end
	}
	if to <= m {
		return limit + 1
	}
	return min(row[m], limit+1)
}

// far is more than any distance.
const far = int32(1 << 20)

// opaqueDistance counts code points: a letter each that differs.
func opaqueDistance(a, b *Reading, limit int32) int32 {
	if *a == *b {
		return 0
	}
	n, m := int(a.N), int(b.N)
	if a.P[0].kind() != b.P[0].kind() {
		return min(limit+1, int32(max(n, m))*Letter)
	}
	var row [maxPhones + 1]int32
	for j := range m {
		row[j+1] = int32(j+1) * Letter
	}
	for i := range n {
		diagonal := row[0]
		row[0] += Letter
		for j := range m {
			c := diagonal
			if !a.samePoint(i, b, j) {
				c += Letter
			}
			diagonal = row[j+1]
			row[j+1] = min(c, diagonal+Letter, row[j]+Letter)
		}
	}
	return min(row[m], limit+1)
}

// Nearest is the least distance of any reading of a token to any of another; limit+1 if none is within limit.
func Nearest(a, b []Reading, limit int32) int32 {
	best := limit + 1
	for i := range a {
		for j := range b {
			best = Distance(&a[i], &b[j], best-1)
		}
	}
	return best
}
