package align

// likeness pairs the elements of s by dynamic programming: the in-order
// pairing with the greatest sum of likeness times weight, where a pair is at
// least Least alike (Needleman and Wunsch 1970, gaps free).
func (a *aligner) likeness(s span) {
	n, m := s.l1-s.l0, s.r1-s.r0
	if n == 1 && m == 1 {
		a.only(s.l0, s.r0)
		return
	}
	gain := make([]float32, n*m) // of pairing i with j; 0: may not
	for i := range n {
		if a.ctx.Err() != nil {
			a.unpaired(s)
			return
		}
		for j := range m {
			if l, r := s.l0+i, s.r0+j; a.may(l, r) {
				if like := a.o.Likeness(l, r); like >= a.o.Least && like > 0 {
					gain[i*m+j] = float32(like * a.o.weight(l, r))
				}
			}
		}
	}
	// sum[i][j] is the best of the elements from i and from j on, so that the
	// walk below goes forward.
	sum := make([]float32, (n+1)*(m+1))
	w := m + 1
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			best := max(sum[(i+1)*w+j], sum[i*w+j+1])
			if g := gain[i*m+j]; g > 0 {
				best = max(best, g+sum[(i+1)*w+j+1])
			}
			sum[i*w+j] = best
		}
	}
	i, j := 0, 0
	for i < n && j < m {
		switch v, g := sum[i*w+j], gain[i*m+j]; {
		case g > 0 && v == g+sum[(i+1)*w+j+1]:
			a.out = append(a.out, Pair{s.l0 + i, s.r0 + j})
			i++
			j++
		case v == sum[(i+1)*w+j]:
			a.out = append(a.out, Pair{s.l0 + i, -1})
			i++
		default:
			a.out = append(a.out, Pair{-1, s.r0 + j})
			j++
		}
	}
	a.unpaired(span{s.l0 + i, s.l1, s.r0 + j, s.r1})
}

// only pairs two elements without rivals, where they are alike.
func (a *aligner) only(l, r int) {
	if a.may(l, r) {
		if a.o.Surely != nil && a.o.Surely(l, r) || a.alike(l, r) {
			a.out = append(a.out, Pair{l, r})
			return
		}
	}
	a.out = append(a.out, Pair{l, -1}, Pair{-1, r})
}

// alike reports whether two elements are alike enough to pair.
func (a *aligner) alike(l, r int) bool {
	like := a.o.Likeness(l, r)
	return like >= a.o.Least && float32(like*a.o.weight(l, r)) > 0
}

// tidy puts the left elements of every gap before the right ones.
func tidy(ps []Pair) []Pair {
	out := make([]Pair, 0, len(ps))
	for i := 0; i < len(ps); {
		j := i
		for j < len(ps) && !ps[j].Paired() {
			j++
		}
		for _, p := range ps[i:j] {
			if p.Right < 0 {
				out = append(out, p)
			}
		}
		for _, p := range ps[i:j] {
			if p.Left < 0 {
				out = append(out, p)
			}
		}
		if j < len(ps) {
			out = append(out, ps[j])
			j++
		}
		i = j
	}
	return out
}
