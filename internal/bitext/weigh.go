package bitext

import (
	"cmp"
	"math"
	"slices"
)

// oneSided is what a concept weighs that only one of the texts has: it may be
// in words of the other that the lexicon does not know.
const oneSided = 0.4

// fewUnits is the length from which on it matters how often a cue is there: in
// a short text every cue is rare.
const fewUnits = 30

// fewWords is how much of either text, in Han characters, tells as much of the
// ratio of lengths as that they are usually equal.
const fewWords = 10

// weigh finds what each cue tells: the rarer it is in both texts the more.
// One that only one of the texts has tells nothing and is dropped, unless it is
// a concept that some word tells which can tell no other.
func (a *aligner) weigh(cues *Cues) {
	w := weigher{tallies: make([]tally, cues.size())}
	var sizes [2]float64
	for k := range a.sides {
		for i := range a.sides[k].units {
			u := &a.sides[k].units[i]
			sizes[k] += u.size
			w.count(k, u.hints)
		}
	}
	a.ratio = min(max((sizes[1]+fewWords)/(sizes[0]+fewWords), 0.25), 4)
	w.rank(float64(max(len(a.sides[0].units), len(a.sides[1].units), fewUnits)))
	for k := range a.sides {
		s := &a.sides[k]
		for i := range s.units {
			s.units[i].cues = w.set(s.units[i].hints)
		}
		for i := range s.sections {
			s.sections[i].cues = w.union(s.units[s.sections[i].from:s.sections[i].reach])
		}
	}
}

// weigher finds what cues weigh.
type weigher struct {
	tallies []tally // by the number of the cue
	found   []hint  // each cue once
	scale   scale
	blocks  []block  // of all sets
	marked  []uint64 // of the set that is made; else empty
}

// tally is what is known of a cue in two texts.
type tally struct {
	count [2]int32 // how many units of either text have it
	sure  bool
	place int32 // in the scale, from one; 0: it tells nothing
}

// common reports whether both texts have the cue.
func (t *tally) common() bool { return t.count[0] > 0 && t.count[1] > 0 }

// count counts the cues of a unit of side k.
func (w *weigher) count(k int, hints []hint) {
	for _, h := range hints {
		t := &w.tallies[h.number]
		if t.count == [2]int32{} {
			w.found = append(w.found, h)
		}
		t.count[k]++
		t.sure = t.sure || h.sure
	}
}

// rank gives the cues that tell something their places in the scale. n is how
// many units the longer text has.
func (w *weigher) rank(n float64) {
	telling := slices.DeleteFunc(w.found, func(h hint) bool { t := &w.tallies[h.number]; return !t.common() && !t.sure })
	slices.SortFunc(telling, func(x, y hint) int { return cmp.Compare(x.cue, y.cue) })
	w.scale = make(scale, len(telling))
	for i, h := range telling {
		t := &w.tallies[h.number]
		weight := math.Log(1 + n/float64(max(t.count[0], t.count[1])))
		if !t.common() {
			weight *= oneSided
		}
		w.scale[i], t.place = weight, int32(i+1)
	}
	w.marked = make([]uint64, len(w.scale)/blockBits+1)
}

// set returns the cues of hints.
func (w *weigher) set(hints []hint) cueSet {
	from := len(w.blocks)
	for _, h := range hints {
		p := w.tallies[h.number].place - 1
		if p < 0 {
			continue
		}
		if n := len(w.blocks); n == from || w.blocks[n-1].at != p/blockBits {
			w.blocks = append(w.blocks, block{at: p / blockBits})
		}
		w.blocks[len(w.blocks)-1].bits |= 1 << (p % blockBits)
	}
	return newCueSet(w.scale, slices.Clip(w.blocks[from:]))
}

// union returns the cues of units.
func (w *weigher) union(us []unit) cueSet {
	first, last := int32(len(w.marked)), int32(-1)
	for i := range us {
		for _, b := range us[i].cues.blocks {
			w.marked[b.at] |= b.bits
			first, last = min(first, b.at), max(last, b.at)
		}
	}
	from := len(w.blocks)
	for at := first; at <= last; at++ {
		if w.marked[at] != 0 {
			w.blocks = append(w.blocks, block{at, w.marked[at]})
			w.marked[at] = 0
		}
	}
	return newCueSet(w.scale, slices.Clip(w.blocks[from:]))
}
