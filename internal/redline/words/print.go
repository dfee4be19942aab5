package words

import "math/bits"

// Print is features that are compared with many others, beside a set of bits by
// which those that have little in common with them are told at a glance.
type Print struct {
	Features
	bits [printBits / 64]uint64
}

const printBits = 1024

// Print returns the print of the features.
func (f Features) Print() *Print {
	p := &Print{Features: f}
	for _, x := range f {
		p.bits[x%printBits/64] |= 1 << (x % 64)
	}
	return p
}

// LikeFrom returns the likeness of the features where that may be least or more,
// and else 0.
func (p *Print) LikeFrom(q *Print, least float64) float64 {
	f, g := p.whole(q.Features)
	both := min(len(p.Features)-p.beyond(q), len(q.Features)-q.beyond(p))
	if 2*float64(both) < least*float64(len(f)+len(g)) {
		return 0
	}
	return f.common(g)
}

// HeldFrom returns the share of the features that q has where that may be least
// or more, and else 0.
func (p *Print) HeldFrom(q *Print, least float64) float64 {
	n := len(p.Features)
	if len(q.Features) < sketchSize && float64(n-p.beyond(q)) < least*float64(n) {
		return 0
	}
	return p.HeldIn(q.Features)
}

// beyond is how many of the features q has not, at least.
func (p *Print) beyond(q *Print) int {
	n := 0
	for i := range p.bits {
		n += bits.OnesCount64(p.bits[i] &^ q.bits[i])
	}
	return n
}
