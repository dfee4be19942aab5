package bitext

import "math"

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
func (a *aligner) weigh(told map[cue]bool) {
	count := [2]map[cue]int{{}, {}}
	var sizes [2]float64
	for k := range a.sides {
		for i := range a.sides[k].units {
			u := &a.sides[k].units[i]
			sizes[k] += u.size
			for _, c := range u.cues.cues {
				count[k][c]++
			}
		}
	}
	a.ratio = min(max((sizes[1]+fewWords)/(sizes[0]+fewWords), 0.25), 4)
	n := float64(max(len(a.sides[0].units), len(a.sides[1].units), fewUnits))
	idf := make(map[cue]float64, len(count[0]))
	for k := range count {
		for c, m := range count[k] {
			if o := count[1-k][c]; o > 0 {
				idf[c] = math.Log(1 + n/float64(max(m, o)))
			} else if told[c] {
				idf[c] = oneSided * math.Log(1+n/float64(m))
			}
		}
	}
	for k := range a.sides {
		s := &a.sides[k]
		for i := range s.units {
			s.units[i].cues = telling(s.units[i].cues.cues, idf)
		}
		for i := range s.sections {
			s.sections[i].cues = telling(s.sections[i].cues.cues, idf)
		}
	}
}

func telling(cs []cue, idf map[cue]float64) cueSet {
	out := cueSet{cues: cs[:0], weights: make([]float64, 0, len(cs))}
	for _, c := range cs {
		if w := idf[c]; w > 0 {
			out.cues, out.weights = append(out.cues, c), append(out.weights, w)
			out.total += w
		}
	}
	return out
}
