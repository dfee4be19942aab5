package align

// Hunk says that the tokens a[A0:A1] of the left were replaced by b[B0:B1] of
// the right; either may be empty, not both. What lies between two hunks is
// equal. Hunks are in order and never touch.
type Hunk struct{ A0, A1, B0, B1 int }

// Tokens returns the hunks that turn a into b: a shortest edit script by the
// linear-space method of Myers (1986, An O(ND) Difference Algorithm and Its
// Variations), so long as it has at most limit edits; a region that needs
// more is one hunk. Long input is cut first at equal stretches, then at equal
// tokens, that are unique on both sides (patience). limit 0 chooses one by the
// length, so that the work is linear beyond some thousand tokens.
func Tokens(a, b []int32, limit int) []Hunk {
	d := differ{a: a, b: b, limit: limit, budget: work}
	d.region(0, len(a), 0, len(b), 0)
	return d.out
}

const (
	work       = 32 << 20 // steps that one call may take before it is strict with limits
	leastLimit = 64       // edits that are always looked for
	mostLimit  = 2048
	anchors    = 1 << 12 // tokens from which on a region is cut by patience
	stretch    = 8       // tokens of a stretch
	depths     = 8       // how often what patience left is cut by patience again
)

type differ struct {
	a, b   []int32
	limit  int // asked for; 0 is by the length
	budget int
	vf, vb []int32 // furthest x per diagonal, forward and backward
	out    []Hunk
}

func (d *differ) emit(a0, a1, b0, b1 int) {
	if a0 == a1 && b0 == b1 {
		return
	}
	if n := len(d.out); n > 0 && d.out[n-1].A1 == a0 && d.out[n-1].B1 == b0 {
		d.out[n-1].A1, d.out[n-1].B1 = a1, b1
		return
	}
	d.out = append(d.out, Hunk{a0, a1, b0, b1})
}

func (d *differ) region(a0, a1, b0, b1, depth int) {
	for a0 < a1 && b0 < b1 && d.a[a0] == d.b[b0] {
		a0++
		b0++
	}
	for a0 < a1 && b0 < b1 && d.a[a1-1] == d.b[b1-1] {
		a1--
		b1--
	}
	if a0 == a1 || b0 == b1 {
		d.emit(a0, a1, b0, b1)
		return
	}
	if a1-a0+b1-b0 >= anchors && depth < depths &&
		(d.patience(a0, a1, b0, b1, stretch, depth+1) || d.patience(a0, a1, b0, b1, 1, depth+1)) {
		return
	}
	x, y, ok := d.middle(a0, a1, b0, b1)
	if !ok || x == a0 && y == b0 || x == a1 && y == b1 {
		d.emit(a0, a1, b0, b1)
		return
	}
	d.region(a0, x, b0, y, depths)
	d.region(x, a1, y, b1, depths)
}

// patience cuts the region at stretches of size tokens that are unique in
// both parts and in order, and reports whether there were any.
func (d *differ) patience(a0, a1, b0, b1, size, depth int) bool {
	if a1-a0 < size || b1-b0 < size {
		return false
	}
	left, right := stretches(d.a[a0:a1], size), stretches(d.b[b0:b1], size)
	chain := heaviest(unique(len(left), len(right),
		func(i int) uint64 { return left[i] },
		func(j int) uint64 { return right[j] }),
		func(Pair) float64 { return 1 })
	x, y, found := a0, b0, false
	for _, p := range chain {
		i, j := a0+p.Left, b0+p.Right
		if i < x || j < y || d.a[i] != d.b[j] {
			continue // eaten by the equal run after the anchor before
		}
		found = true
		d.region(x, i, y, j, depth)
		for i < a1 && j < b1 && d.a[i] == d.b[j] {
			i++
			j++
		}
		x, y = i, j
	}
	if found {
		d.region(x, a1, y, b1, depth)
	}
	return found
}

// stretches returns a key for every run of size tokens.
func stretches(s []int32, size int) []uint64 {
	out := make([]uint64, len(s)-size+1)
	for i := range out {
		h := uint64(0)
		for _, t := range s[i : i+size] {
			h = (h ^ uint64(uint32(t))) * 0x9E3779B97F4A7C15
			h ^= h >> 32
		}
		out[i] = h
	}
	return out
}

// middle finds a point on a shortest path through the region, about halfway,
// or reports that the path has more than limit edits. The region neither
// begins nor ends with an equal pair.
func (d *differ) middle(a0, a1, b0, b1 int) (x, y int, ok bool) {
	n, m := a1-a0, b1-b0
	delta := n - m
	odd := delta&1 != 0
	limit := d.limit
	if limit <= 0 {
		limit = max(leastLimit, min(mostLimit, d.budget/(n+m)))
	}
	most := min((n+m+1)/2, (limit+1)/2)
	size := 2*most + 3
	if len(d.vf) < size {
		d.vf, d.vb = make([]int32, size), make([]int32, size)
	}
	off := most + 1
	vf, vb := d.vf[:size], d.vb[:size]
	clear(vf)
	clear(vb)
	for e := 0; e <= most; e++ {
		d.budget -= 2 * e
		for k := -e + 2*max(0, e-m); k <= e-2*max(0, e-n); k += 2 {
			var x int
			if k == -e || k != e && vf[off+k-1] < vf[off+k+1] {
				x = int(vf[off+k+1])
			} else {
				x = int(vf[off+k-1]) + 1
			}
			y := x - k
			for x < n && y < m && d.a[a0+x] == d.b[b0+y] {
				x++
				y++
			}
			vf[off+k] = int32(x)
			if back := delta - k; odd && back >= -(e-1) && back <= e-1 && x+int(vb[off+back]) >= n {
				return a0 + x, b0 + y, true
			}
		}
		for k := -e + 2*max(0, e-m); k <= e-2*max(0, e-n); k += 2 {
			var x int
			if k == -e || k != e && vb[off+k-1] < vb[off+k+1] {
				x = int(vb[off+k+1])
			} else {
				x = int(vb[off+k-1]) + 1
			}
			y := x - k
			for x < n && y < m && d.a[a1-1-x] == d.b[b1-1-y] {
				x++
				y++
			}
			vb[off+k] = int32(x)
			if front := delta - k; !odd && front >= -e && front <= e && x+int(vf[off+front]) >= n {
				return a1 - x, b1 - y, true
			}
		}
	}
	return 0, 0, false
}
