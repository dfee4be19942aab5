package redline

import (
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
	return discount(x.words.of(x, column, p).Like(x.words.of(x, column, q)))
}

// discount lowers a likeness below one half: what few words of two cells have in
// common says little.
func discount(like float64) float64 {
	if like < 0.5 {
		return 2 * like * like
	}
	return like
}
