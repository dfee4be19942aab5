package html

import (
	"unicode/utf8"

	"diptych/internal/cjk"
	"diptych/internal/policy"
)

// heldWord is the longest word, in bytes, of a column that may be held.
const heldWord = 24

// holdable reports whether the first column of a table can stay in view while the
// others scroll: there are several others, each row has a cell of its own in
// it, and none holds a word that could fill the page of a phone.
func holdable(k *policy.Block) bool {
	columns := 0
	for i := range k.Blocks {
		row := &k.Blocks[i]
		if row.Kind != policy.Row || len(row.Blocks) == 0 {
			continue
		}
		for j := range row.Blocks {
			if row.Blocks[j].RowSpan > 1 {
				return false
			}
		}
		columns = max(columns, len(row.Blocks))
		first := &row.Blocks[0]
		if first.Blocks != nil || first.ColSpan < 2 && longWord(first.Runs) {
			return false
		}
	}
	return columns > 2
}

// longWord reports whether runs hold a word longer than heldWord, or an image.
func longWord(runs []policy.Run) bool {
	n := 0
	for i := range runs {
		if runs[i].Kind == policy.Image {
			return true
		}
		for _, r := range runs[i].Text {
			if n += utf8.RuneLen(r); r == ' ' || cjk.IsWide(r) {
				n = 0
			}
			if n > heldWord {
				return true
			}
		}
	}
	return false
}
