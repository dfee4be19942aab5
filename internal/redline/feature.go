package redline

import (
	"math"
	"slices"
)

// Likeness of texts is the share of features they have in common. A feature
// is a word, or two tokens that follow each other; of long texts only the
// sketchSize features with the smallest hash are compared, which are a fair
// sample of all (Broder 1997, On the resemblance and containment of documents).
const sketchSize = 256

func tokenFeatures(ts []token, in *interner) []uint32 {
	return sketch(appendFeatures(make([]uint32, 0, 2*len(ts)), ts, in))
}

func appendFeatures(out []uint32, ts []token, in *interner) []uint32 {
	prev := uint32(0)
	for i := range ts {
		t := &ts[i]
		if t.kind == mark || t.kind == object {
			continue
		}
		h := uint32(t.id)
		if t.kind == word {
			h = in.hashes[-t.id-1]
			out = append(out, h)
		}
		out = append(out, mix(uint64(prev)<<32|uint64(h)))
		prev = h
	}
	return out
}

func mix(x uint64) uint32 {
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	x *= 0xc4ceb9fe1a85ec53
	return uint32(x >> 32)
}

// sketch sorts the features, drops repetitions and keeps the smallest.
func sketch(f []uint32) []uint32 {
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

// alike returns the share of common features (Dice's coefficient) in [0,1]:
// 1 for equal sketches, 0 where either is empty.
func alike(f, g []uint32) float64 {
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
