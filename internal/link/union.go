package link

// Union joins records into groups (union by the least element, so that the name of a group does not depend on the order of
// joins).
type Union struct {
	parent []int32
	size   []int32
}

// NewUnion has each of n records by itself.
func NewUnion(n int) *Union {
	u := &Union{make([]int32, n), make([]int32, n)}
	for i := range u.parent {
		u.parent[i], u.size[i] = int32(i), 1
	}
	return u
}

// Find is the least record of a group.
func (u *Union) Find(i int32) int32 {
	for u.parent[i] != i {
		u.parent[i] = u.parent[u.parent[i]]
		i = u.parent[i]
	}
	return i
}

// Join makes two groups one.
func (u *Union) Join(i, j int32) {
	a, b := u.Find(i), u.Find(j)
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	u.parent[b] = a
	u.size[a] += u.size[b]
}

// Size is the number of records of the group of i.
func (u *Union) Size(i int32) int32 { return u.size[u.Find(i)] }
