package plan

import (
	"strings"
	"unicode/utf8"

	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// What the cells of a column have in common does not tell two of them apart:
// every company of a list is a 有限公司, every product an SDK.

// cellWords is the features of cells without those that are common in their
// columns.
type cellWords struct {
	times []map[uint32]int // of every feature, by column of the matcher; nil: not counted yet
	tell  map[*policy.Block]words.Features
}

// commonCells is how many cells a feature stands in at least before it is
// common: in a cell and its partner it stands twice anyway.
const commonCells = 3

// of returns what the words of a cell in a column tell.
func (w *cellWords) of(x *rowMatcher, column int, c *policy.Block) words.Features {
	if f, ok := w.tell[c]; ok {
		return f
	}
	if w.tell == nil {
		w.tell, w.times = map[*policy.Block]words.Features{}, make([]map[uint32]int, len(x.cols))
	}
	if w.times[column] == nil {
		w.times[column] = x.featureTimes(column)
	}
	f := words.Features{}
	cells := len(x.a) + len(x.b)
	for _, v := range x.pairer.like.block(c) {
		if n := w.times[column][v]; n < commonCells || 3*n < cells {
			f = append(f, v)
		}
	}
	w.tell[c] = f
	return f
}

// featureTimes counts the cells of a column, in both tables, that have a feature.
func (x *rowMatcher) featureTimes(column int) map[uint32]int {
	out := map[uint32]int{}
	for side, rows := range [2][]*policy.Block{x.a, x.b} {
		for _, r := range rows {
			if c := cell(r, x.cols[column][side]); c != nil {
				for _, v := range x.pairer.like.block(c) {
					out[v]++
				}
			}
		}
	}
	return out
}

// cellsAgree is how alike two cells of a column are that are not equal.
func (x *rowMatcher) cellsAgree(column int, p, q *policy.Block) float64 {
	if v := x.words.of(x, column, p).Like(x.words.of(x, column, q)); v >= 0.5 {
		return v
	} else if w := spelledAlike(p, q); w >= spelledLeast {
		return w
	} else {
		return discount(v)
	}
}

// Words are of one spelling, but for an ending or a slip, where so many of their
// pairs of letters are the same. Longer cells have words enough to compare.
const (
	spelledLeast = 0.7
	spelledBytes = 64
)

// spelledAlike is how alike two short cells of Latin letters are spelled: the
// share of common pairs of letters (Dice's coefficient); 0 where there is anything
// else, as digits, of which each counts.
func spelledAlike(p, q *policy.Block) float64 {
	a, b := policy.PlainRuns(p.Runs), policy.PlainRuns(q.Runs)
	other := func(r rune) bool { return r >= utf8.RuneSelf || r >= '0' && r <= '9' }
	if len(a) < 2 || len(b) < 2 || len(a)+len(b) > spelledBytes || strings.ContainsFunc(a+b, other) {
		return 0
	}
	pairs := map[string]int{}
	for i := range len(a) - 1 {
		pairs[a[i:i+2]]++
	}
	both := 0
	for i := range len(b) - 1 {
		if pairs[b[i:i+2]] > 0 {
			pairs[b[i:i+2]]--
			both++
		}
	}
	return 2 * float64(both) / float64(len(a)+len(b)-2)
}

// discount lowers a likeness below one half: what few words of two cells have in
// common says little.
func discount(like float64) float64 {
	if like < 0.5 {
		return 2 * like * like
	}
	return like
}
