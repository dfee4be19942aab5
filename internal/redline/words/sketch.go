package words

import (
	"math"
	"math/bits"
	"slices"
)

// sketch returns the smallest features of f, sorted and without repetitions. It
// reorders f, which stays the caller's. Features are spread evenly: of many,
// only those that may be among the smallest are sorted, unless repetitions leave
// too few of them.
func sketch(f []uint32) Features {
	out := make([]uint32, 0, min(len(f), sketchSize))
	if len(f) > 4*sketchSize {
		if out = appendSmallest(out, f[:split(f, math.MaxUint32/uint32(len(f))*(2*sketchSize))]); len(out) == sketchSize {
			return out
		}
		out = out[:0]
	}
	return appendSmallest(out, f)
}

// split brings the features up to top to the front and returns how many these
// are.
func split(f []uint32, top uint32) int {
	n := 0
	for i, x := range f {
		if x <= top {
			f[i], f[n] = f[n], x
			n++
		}
	}
	return n
}

// appendSmallest sorts f and adds its features to out, each once, until out is
// full.
func appendSmallest(out, f []uint32) []uint32 {
	sortFeatures(f)
	for i, x := range f {
		if i > 0 && x == f[i-1] {
			continue
		}
		if len(out) == sketchSize {
			break
		}
		out = append(out, x)
	}
	return out
}

// Bounds of what sortFeatures puts into buckets, in features.
const (
	leastSpread = 100
	mostSpread  = 4 * sketchSize
	mostAlike   = 64 // in one bucket
)

// sortFeatures sorts f. Features that are spread evenly are put into buckets by
// their highest bits, which leaves them nearly sorted.
func sortFeatures(f []uint32) {
	if len(f) < leastSpread || len(f) > mostSpread {
		slices.Sort(f)
		return
	}
	shift := max(0, bits.Len32(slices.Max(f))-8)
	var ends [256]int // of the buckets; first where they begin
	for _, x := range f {
		ends[x>>shift&255]++
	}
	at, most := 0, 0
	for i, n := range ends {
		ends[i], at, most = at, at+n, max(most, n)
	}
	if most > mostAlike {
		slices.Sort(f)
		return
	}
	var spread [mostSpread]uint32
	for _, x := range f {
		b := x >> shift & 255
		spread[ends[b]] = x
		ends[b]++
	}
	copy(f, spread[:len(f)])
	for i := 1; i < len(f); i++ {
		x, k := f[i], i
		for ; k > 0 && f[k-1] > x; k-- {
			f[k] = f[k-1]
		}
		f[k] = x
	}
}
