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
	n := 0
	for _, l := range leaves {
		n += len(l.Tokens)
	}
	all := make([]uint32, 0, 2*n)
	for _, l := range leaves {
		all = appendFeatures(all, l.Tokens, l.words)
	}
	return sketch(all)
}

// Union returns the features that any of them has.
func Union(fs ...Features) Features { return sketch(slices.Concat(fs...)) }

func featuresOf(ts []Token, words *vocabulary) Features {
	return sketch(appendFeatures(make([]uint32, 0, 2*len(ts)), ts, words))
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

// sketch sorts the features, drops repetitions and keeps the smallest.
func sketch(f []uint32) Features {
	slices.Sort(f)
	f = slices.Compact(f)
	if len(f) > sketchSize {
		f = slices.Clone(f[:sketchSize])
	}
	if f == nil {
		f = []uint32{}
	}
	return f
}

// Like returns the share of common features (Dice's coefficient) in [0,1]:
// 1 for equal ones, 0 where either has none.
func (f Features) Like(g Features) float64 {
	if len(f) == 0 || len(g) == 0 {
		return 0
	}
	// Where a sketch is full it holds all features below its last one only.
	top := uint32(math.MaxUint32)
	if len(f) == sketchSize {
		top = f[len(f)-1]
	}
	if len(g) == sketchSize {
		top = min(top, g[len(g)-1])
	}
	i, j, both, n := 0, 0, 0, 0
	for i < len(f) || j < len(g) {
		switch {
		case i < len(f) && j < len(g) && f[i] == g[j]:
			if f[i] <= top {
				both++
				n += 2
			}
			i++
			j++
		case j >= len(g) || i < len(f) && f[i] < g[j]:
			if f[i] <= top {
				n++
			}
			i++
		default:
			if g[j] <= top {
				n++
			}
			j++
		}
	}
	if n == 0 {
		return 0
	}
	return 2 * float64(both) / float64(n)
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
