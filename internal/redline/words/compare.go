package words

import (
	"context"
	"unicode/utf8"

	"diptych/internal/align"
)

// compare finds the hunks between two leaves: sentences first, then tokens
// inside each pair of sentences, then the clean-up for readers.
func compare(ctx context.Context, a, b *Leaf, w boundary, whole bool) []align.Hunk {
	all := bead{0, len(a.Tokens), 0, len(b.Tokens)}
	if whole {
		return compareBead(ctx, a, b, all, w)
	}
	var hunks []align.Hunk
	for _, x := range beads(ctx, a, b) {
		hunks = append(hunks, compareBead(ctx, a, b, x, w)...)
	}
	// Islands can lie across the sentences too.
	c := cleaner{a, b, all, w}
	return c.coalesce(join(a, b, hunks), false)
}

// join makes one hunk of touching ones that are on one side only, so that
// what was deleted stands before what was inserted. Where only one of them is,
// it is short: a whole sentence may have moved.
func join(a, b *Leaf, hunks []align.Hunk) []align.Hunk {
	out := hunks[:0]
	for _, h := range hunks {
		if n := len(out); n > 0 && out[n-1].A1 == h.A0 && out[n-1].B1 == h.B0 && joins(a, b, out[n-1], h) {
			out[n-1].A1, out[n-1].B1 = h.A1, h.B1
			continue
		}
		out = append(out, h)
	}
	return out
}

func joins(a, b *Leaf, g, h align.Hunk) bool {
	switch x, y := oneSideOnly(g), oneSideOnly(h); {
	case x && y:
		return true
	case x:
		return isBrief(a, b, g)
	case y:
		return isBrief(a, b, h)
	}
	return false
}

// briefWords is below the words that a sentence has which may have moved.
const briefWords = 8

func isBrief(a, b *Leaf, h align.Hunk) bool {
	v, _ := a.Count(h.A0, h.A1)
	w, _ := b.Count(h.B0, h.B1)
	return v+w < briefWords
}

func oneSideOnly(h align.Hunk) bool { return h.A0 == h.A1 || h.B0 == h.B1 }

// wholesale is the share of a sentence that may change before it is shown as
// replaced: the old one struck, the new one underlined, whole.
const wholesale = 0.65

// maxHunks is the most replacements that are shown inside a sentence. One with
// more is no sentence, and its marks would be many times its words. A space that
// came or went between words that stayed is a mark too.
const maxHunks = 500

// compareBead finds the hunks inside a bead.
func compareBead(ctx context.Context, a, b *Leaf, x bead, w boundary) []align.Hunk {
	whole := align.Hunk{A0: x.a0, A1: x.a1, B0: x.b0, B1: x.b1}
	switch {
	case x.a0 == x.a1 && x.b0 == x.b1:
		return nil
	case !x.paired(), ctx.Err() != nil:
		return []align.Hunk{whole}
	}
	hunks := align.Tokens(a.tokenIDs(x.a0, x.a1), b.tokenIDs(x.b0, x.b1), 0)
	if len(hunks) == 0 {
		return nil
	}
	for i := range hunks {
		hunks[i].A0 += x.a0
		hunks[i].A1 += x.a0
		hunks[i].B0 += x.b0
		hunks[i].B1 += x.b0
	}
	c := cleaner{a, b, x, w}
	hunks = c.clean(hunks)
	if len(hunks) > maxHunks || len(hunks)+respaced(a, b, x, hunks) > maxHunks {
		return []align.Hunk{trim(a, b, whole)}
	}
	// One hunk is one replacement already: no need to make it longer.
	if len(hunks) > 1 {
		if marked, all := share(a, b, hunks, x); float64(marked) > wholesale*float64(all) {
			hunks = []align.Hunk{trim(a, b, whole)}
		}
	}
	return hunks
}

// respaced counts the words that stayed in a bead and have a space before them on
// one side only.
func respaced(a, b *Leaf, x bead, hunks []align.Hunk) int {
	n, i, j := 0, x.a0, x.b0
	stayed := func(to int) {
		for ; i < to; i, j = i+1, j+1 {
			if (a.Space(i) == "") != (b.Space(j) == "") {
				n++
			}
		}
	}
	for _, h := range hunks {
		stayed(h.A0)
		i, j = h.A1, h.B1
	}
	stayed(x.a1)
	return n
}

// longWord is how many runes a word counts at most when a sentence is judged:
// a new address in it leaves the rest as readable as a new name does.
const longWord = 6

// share returns the marked runes and all runes of a bead, both sides. The
// longest stretch that only came or only went does not count: it leaves the
// rest of the sentence as readable as it was.
func share(a, b *Leaf, hunks []align.Hunk, x bead) (marked, all int) {
	longest := 0
	for _, h := range hunks {
		n := a.bulk(h.A0, h.A1) + b.bulk(h.B0, h.B1)
		marked += n
		if oneSideOnly(h) {
			longest = max(longest, n)
		}
	}
	all = a.bulk(x.a0, x.a1) + b.bulk(x.b0, x.b1)
	return marked - longest, all - longest
}

// bulk is the runes of Count where a long word counts longWord.
func (l *Leaf) bulk(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if t := &l.Tokens[i]; t.Kind == Han {
			n++
		} else if t.End-t.Start >= longWord*utf8.UTFMax {
			n += longWord
		} else {
			n += min(longWord, utf8.RuneCountInString(l.Text[t.Start:t.End]))
		}
	}
	return n
}

// trim leaves the mark that closes both sentences, and a list mark that opens
// both, out of the replacement.
func trim(a, b *Leaf, h align.Hunk) align.Hunk {
	for h.A1-h.A0 > 1 && h.B1-h.B0 > 1 {
		t, u := &a.Tokens[h.A1-1], &b.Tokens[h.B1-1]
		if t.ID != u.ID || t.Kind != Mark && t.Kind != Object {
			break
		}
		h.A1--
		h.B1--
	}
	return h
}
