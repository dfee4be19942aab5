package plan

import (
	"unicode/utf8"

	"diptych/internal/policy"
)

// Of two blocks without rivals it is enough to know whether they are alike, and
// most of them are because little changed in them: where they begin and end the
// same, nobody need weigh all their words.

// surelyShare is the share of the longer of two blocks that stands the same at
// their ends, from which on they are alike.
const surelyShare = 0.6

// mostOfWord is how many bytes of a word count: that two blocks give one long
// address makes them no more alike than that they share a word.
const mostOfWord = 18

// surely reports whether two blocks begin and end so much alike that they are
// alike; false says nothing.
func (l *likeness) surely(a, b *policy.Block) bool {
	if a.Kind != b.Kind || a.Kind == policy.Table && !joinable(a, b) {
		return false
	}
	longer := max(blockSize(a), blockSize(b))
	return longer > 0 && float64(l.sameAtEnds(a, b)) >= surelyShare*float64(longer)
}

// sameAtEnds is how many bytes of words two blocks have in common at their
// beginning and their end.
func (l *likeness) sameAtEnds(a, b *policy.Block) int {
	if len(a.Blocks)+len(b.Blocks) == 0 {
		return l.sameTokens(a.Runs, b.Runs)
	}
	as, bs, n := a.Blocks, b.Blocks, 0
	for len(as) > 0 && len(bs) > 0 && sameWords(&as[0], &bs[0]) {
		n += countedSize(&as[0])
		as, bs = as[1:], bs[1:]
	}
	for len(as) > 0 && len(bs) > 0 && sameWords(&as[len(as)-1], &bs[len(bs)-1]) {
		n += countedSize(&as[len(as)-1])
		as, bs = as[:len(as)-1], bs[:len(bs)-1]
	}
	if len(as) == 1 && len(bs) == 1 {
		n += l.sameAtEnds(&as[0], &bs[0])
	}
	return n
}

// sameTokens is how many bytes of words two leaves have in common, token by
// token, at their beginning and their end.
func (l *likeness) sameTokens(a, b []policy.Run) int {
	x, y := l.cutter.Cut(a), l.cutter.Cut(b)
	ts, us, n := x.Tokens, y.Tokens, 0
	for len(ts) > 0 && len(us) > 0 && ts[0].ID == us[0].ID {
		n += min(ts[0].End-ts[0].Start, mostOfWord)
		ts, us = ts[1:], us[1:]
	}
	for len(ts) > 0 && len(us) > 0 && ts[len(ts)-1].ID == us[len(us)-1].ID {
		n += min(ts[len(ts)-1].End-ts[len(ts)-1].Start, mostOfWord)
		ts, us = ts[:len(ts)-1], us[:len(us)-1]
	}
	return n
}

// countedSize is the size of a block in which no more of a stretch without white
// space in Latin letters counts than does of a word.
func countedSize(b *policy.Block) int {
	n := blocksCounted(b.Blocks)
	for i := range b.Runs {
		n += policy.PlainSize(&b.Runs[i])
		word := 0
		for _, c := range []byte(b.Runs[i].Text) {
			if c <= ' ' || c >= utf8.RuneSelf {
				word = 0
				continue
			}
			if word++; word > mostOfWord {
				n--
			}
		}
	}
	return n
}

func blocksCounted(bs []policy.Block) int {
	n := 0
	for i := range bs {
		n += countedSize(&bs[i])
	}
	return n
}

// sameWords reports whether two blocks say the same, under whatever label.
func sameWords(a, b *policy.Block) bool {
	if a.Kind != b.Kind || len(a.Blocks) != len(b.Blocks) || !sameRuns(a.Runs, b.Runs) {
		return false
	}
	for i := range a.Blocks {
		if !sameWords(&a.Blocks[i], &b.Blocks[i]) {
			return false
		}
	}
	return true
}
