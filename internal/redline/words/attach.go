package words

// attacher gives sentences without a partner to the pair beside them where
// that makes the pair more alike: a sentence was split, or some were merged.
type attacher struct {
	a, b *Leaf
	out  []bead
}

func attach(a, b *Leaf, bs []bead) []bead {
	t := &attacher{a: a, b: b}
	for i := 0; i < len(bs); i++ {
		x := bs[i]
		if !x.paired() || t.equal(x) {
			t.out = append(t.out, x)
			continue
		}
		if (i == 0 || bs[i-1].paired()) && (i+1 == len(bs) || bs[i+1].paired()) {
			t.out = append(t.out, x) // nothing to attach
			continue
		}
		v := t.likeness(x)
		for n := len(t.out); n > 0 && !t.out[n-1].paired(); n = len(t.out) {
			y, w, ok := t.join(t.out[n-1], x, v, t.out[n-1])
			if !ok {
				break
			}
			x, v = y, w
			t.out = t.out[:n-1]
		}
		for i+1 < len(bs) && !bs[i+1].paired() {
			y, w, ok := t.join(x, bs[i+1], v, bs[i+1])
			if !ok {
				break
			}
			x, v = y, w
			i++
		}
		t.out = append(t.out, x)
	}
	return t.out
}

func (x bead) paired() bool { return x.a0 < x.a1 && x.b0 < x.b1 }

// join reports whether two neighbouring beads are better as one. v is the
// likeness of the pair, stray the bead without a partner.
func (t *attacher) join(x, y bead, v float64, stray bead) (bead, float64, bool) {
	z := bead{x.a0, y.a1, x.b0, y.b1}
	w := t.likeness(z)
	if w >= v+attachLeast {
		return z, w, true
	}
	return z, w, w > v && t.held(stray, z) >= attachHeld
}

func (t *attacher) likeness(x bead) float64 {
	return newBag(t.a, x.a0, x.a1).alike(newBag(t.b, x.b0, x.b1))
}

// held returns the share of the stray's features that the other side of the
// whole has.
func (t *attacher) held(stray, whole bead) float64 {
	if stray.a0 == stray.a1 {
		return newBag(t.b, stray.b0, stray.b1).held(newBag(t.a, whole.a0, whole.a1))
	}
	return newBag(t.a, stray.a0, stray.a1).held(newBag(t.b, whole.b0, whole.b1))
}

func (t *attacher) equal(x bead) bool {
	if x.a1-x.a0 != x.b1-x.b0 {
		return false
	}
	for i := range x.a1 - x.a0 {
		if t.a.Tokens[x.a0+i].ID != t.b.Tokens[x.b0+i].ID {
			return false
		}
	}
	return true
}
