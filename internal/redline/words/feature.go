package words

import (
	"math"
	"slices"
)

// Features is what the likeness of texts is told by, sorted: a feature is a
// word, or two tokens that follow each other. Of long texts only the sketchSize
// features with the smallest hash are kept, which are a fair sample of all
// (Broder 1997, On the resemblance and containment of documents).
type Features []uint32

const sketchSize = 256

// Features returns the features of the leaf.
func (l *Leaf) Features() Features {
	if l.features == nil {
		l.features = featuresOf(l.Tokens, l.words)
	}
	return l.features
}

// FeaturesOf returns the features of leaves together, those that few leaves
// have as well as those that all have.
func FeaturesOf(leaves ...*Leaf) Features {
	if len(leaves) == 1 {
		return leaves[0].Features()
	}
	if len(leaves) == 0 {
		return Features{}
	}
	in := leaves[0].words
	in.features = in.features[:0]
	for _, l := range leaves {
		in.features = appendFeatures(in.features, l.Tokens, in)
	}
	return sketch(in.features)
}

// Union returns the features that any of them has.
func Union(fs ...Features) Features { return sketch(slices.Concat(fs...)) }

func featuresOf(ts []Token, in *vocabulary) Features {
	in.features = appendFeatures(in.features[:0], ts, in)
	return sketch(in.features)
}

func appendFeatures(out []uint32, ts []Token, words *vocabulary) []uint32 {
	prev := uint32(0)
	for i := range ts {
		t := &ts[i]
		if t.Kind == Mark || t.Kind == Object {
			continue
		}
		h := words.hash(t)
		if t.Kind == Word {
			out = append(out, h)
		}
		out = append(out, pair(prev, h))
		prev = h
	}
	return out
}

// pair is the feature of two tokens that follow each other.
func pair(prev, h uint32) uint32 { return mix(uint64(prev)<<32 | uint64(h)) }

func mix(x uint64) uint32 {
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	x *= 0xc4ceb9fe1a85ec53
	return uint32(x >> 32)
}

// Like returns the share of common features (Dice's coefficient) in [0,1]:
// 1 for equal ones, 0 where either has none.
func (f Features) Like(g Features) float64 {
	f, g = f.whole(g)
	return f.common(g)
}

// whole returns those of the features of both that tell how alike they are.
// Where a sketch is full it holds all features below its last one only.
func (f Features) whole(g Features) (Features, Features) {
	if len(f) == 0 || len(g) == 0 {
		return nil, nil
	}
	top := uint32(math.MaxUint32)
	if len(f) == sketchSize {
		top = f[len(f)-1]
	}
	if len(g) == sketchSize {
		top = min(top, g[len(g)-1])
	}
	return f.upTo(top), g.upTo(top)
}

// common returns the share of common features.
func (f Features) common(g Features) float64 {
	if len(f)+len(g) == 0 {
		return 0
	}
	// Which of two features is the smaller is a toss-up: the loop adds what the
	// comparisons give and does not branch on them.
	both := 0
	for i, j := 0, 0; i < len(f) && j < len(g); {
		x, y := f[i], g[j]
		if x <= y {
			i++
		}
		if y <= x {
			j++
		}
		if x == y {
			both++
		}
	}
	return 2 * float64(both) / float64(len(f)+len(g))
}

// upTo returns the features that are not above top.
func (f Features) upTo(top uint32) Features {
	n := len(f)
	for n > 0 && f[n-1] > top {
		n--
	}
	return f[:n]
}

// HeldIn returns the share of the features that g has, as far as the sketches
// tell.
func (f Features) HeldIn(g Features) float64 {
	n, held, j := 0, 0, 0
	for _, x := range f {
		for j < len(g) && g[j] < x {
			j++
		}
		if j == len(g) && len(g) == sketchSize {
			break
		}
		n++
		if j < len(g) && g[j] == x {
			held++
		}
	}
	if n == 0 {
		return 0
	}
	return float64(held) / float64(n)
}

// Key returns the least of the features under the hash of the level: two texts
// have the same one as often as their features are the same (min-wise hashing,
// Broder 1997).
func (f Features) Key(level int) uint64 {
	least := uint32(0)
	for i, x := range f {
		if h := mix(uint64(level+1)<<32 | uint64(x)); i == 0 || h < least {
			least = h
		}
	}
	return uint64(least)
}
