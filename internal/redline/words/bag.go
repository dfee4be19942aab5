package words

import "math/bits"

// bag is the features of a sentence as a set of bits, which is quicker to make
// and compare than a sketch and nearly as exact for what is short.
type bag struct {
	ts   []Token
	in   *vocabulary
	bits [bagBits / 64]uint64
	n    int // bits that are set
	long bool
	all  Features // of a long one; made when they are asked for
}

const (
	bagBits   = 4096
	bagTokens = 250 // longer sentences compare by sketch
)

func newBag(l *Leaf, from, to int) *bag {
	ts := l.Tokens[from:to]
	b := &bag{ts: ts, in: l.words, long: len(ts) > bagTokens}
	if b.long {
		return b
	}
	prev := uint32(0)
	for i := range ts {
		t := &ts[i]
		if t.Kind == Mark || t.Kind == Object {
			continue
		}
		h := b.in.hash(t)
		if t.Kind == Word {
			b.set(h)
		}
		b.set(pair(prev, h))
		prev = h
	}
	return b
}

func (b *bag) set(f uint32) {
	i, bit := f%bagBits/64, uint64(1)<<(f%64)
	if b.bits[i]&bit == 0 {
		b.bits[i] |= bit
		b.n++
	}
}

// alike returns the likeness of two sentences, as Features.Like does.
func (b *bag) alike(c *bag) float64 {
	if b.long || c.long {
		return b.features().Like(c.features())
	}
	if b.n == 0 || c.n == 0 {
		return 0
	}
	return 2 * float64(b.both(c)) / float64(b.n+c.n)
}

// held returns the share of b that c has.
func (b *bag) held(c *bag) float64 {
	if b.long || c.long {
		return b.features().HeldIn(c.features())
	}
	if b.n == 0 {
		return 0
	}
	return float64(b.both(c)) / float64(b.n)
}

// features returns the features of a long sentence, which many may be held against.
func (b *bag) features() Features {
	if b.all == nil {
		b.all = featuresOf(b.ts, b.in)
	}
	return b.all
}

func (b *bag) both(c *bag) int {
	n := 0
	for i := range b.bits {
		n += bits.OnesCount64(b.bits[i] & c.bits[i])
	}
	return n
}
