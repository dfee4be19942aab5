package redline

import (
	"unicode/utf8"

	"diptych/internal/align"
)

// leafDiff is two leaves that answer to each other and what was replaced.
type leafDiff struct {
	a, b  *strand
	hunks []align.Hunk // in order; two of them may touch where sentences meet
	// follow holds A0 of the hunks that are a reference which only follows a
	// renumbering: one token each.
	follow map[int]bool
}

// wholesale is the share of a sentence that may change before it is shown as
// replaced: the old one struck, the new one underlined, whole.
const wholesale = 0.65

// compareLeaves finds the hunks between two strands: sentences first, then
// tokens inside each pair of sentences, then the clean-up for readers.
func compareLeaves(a, b *strand, in *interner, w boundary) *leafDiff {
	d := &leafDiff{a: a, b: b}
	for _, x := range beads(a, b, in) {
		d.bead(x, w)
	}
	d.join()
	// Islands can lie across the sentences too.
	c := cleaner{a, b, bead{0, len(a.tokens), 0, len(b.tokens)}, w}
	d.hunks = c.coalesce(d.hunks, false)
	return d
}

// join makes one hunk of touching ones that are on one side only, so that
// what was deleted stands before what was inserted.
func (d *leafDiff) join() {
	out := d.hunks[:0]
	for _, h := range d.hunks {
		if n := len(out); n > 0 && out[n-1].A1 == h.A0 && out[n-1].B1 == h.B0 && oneSideOnly(h) && oneSideOnly(out[n-1]) {
			out[n-1].A1, out[n-1].B1 = h.A1, h.B1
			continue
		}
		out = append(out, h)
	}
	d.hunks = out
}

func oneSideOnly(h align.Hunk) bool { return h.A0 == h.A1 || h.B0 == h.B1 }

func (d *leafDiff) bead(x bead, w boundary) {
	whole := align.Hunk{A0: x.a0, A1: x.a1, B0: x.b0, B1: x.b1}
	if x.a0 == x.a1 || x.b0 == x.b1 {
		if x.a0 != x.a1 || x.b0 != x.b1 {
			d.hunks = append(d.hunks, whole)
		}
		return
	}
	hunks := align.Tokens(d.a.ids(x.a0, x.a1), d.b.ids(x.b0, x.b1), 0)
	if len(hunks) == 0 {
		return
	}
	for i := range hunks {
		hunks[i].A0 += x.a0
		hunks[i].A1 += x.a0
		hunks[i].B0 += x.b0
		hunks[i].B1 += x.b0
	}
	c := cleaner{d.a, d.b, x, w}
	hunks = c.clean(hunks)
	// One hunk is one replacement already: no need to make it longer.
	if len(hunks) > 1 {
		if marked, all := d.share(hunks, x); float64(marked) > wholesale*float64(all) {
			hunks = []align.Hunk{d.trim(whole)}
		}
	}
	d.hunks = append(d.hunks, hunks...)
}

// longWord is how many runes a word counts at most when a sentence is judged:
// a new address in it leaves the rest as readable as a new name does.
const longWord = 6

// share returns the marked runes and all runes of a bead, both sides. The
// longest stretch that only came or only went does not count: it leaves the
// rest of the sentence as readable as it was.
func (d *leafDiff) share(hunks []align.Hunk, x bead) (marked, all int) {
	longest := 0
	for _, h := range hunks {
		n := d.a.bulk(h.A0, h.A1) + d.b.bulk(h.B0, h.B1)
		marked += n
		if oneSideOnly(h) {
			longest = max(longest, n)
		}
	}
	all = d.a.bulk(x.a0, x.a1) + d.b.bulk(x.b0, x.b1)
	return marked - longest, all - longest
}

// bulk is runeCount where a long word counts longWord.
func (s *strand) bulk(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if t := &s.tokens[i]; t.kind == han {
			n++
		} else if t.end-t.start >= longWord*utf8.UTFMax {
			n += longWord
		} else {
			n += min(longWord, utf8.RuneCountInString(s.text[t.start:t.end]))
		}
	}
	return n
}

// trim leaves the mark that closes both sentences, and a list mark that opens
// both, out of the replacement.
func (d *leafDiff) trim(h align.Hunk) align.Hunk {
	for h.A1-h.A0 > 1 && h.B1-h.B0 > 1 {
		t, u := &d.a.tokens[h.A1-1], &d.b.tokens[h.B1-1]
		if t.id != u.id || t.kind != mark && t.kind != object {
			break
		}
		h.A1--
		h.B1--
	}
	return h
}

// runeCount counts the runes of tokens [from,to) without spaces between them.
func (s *strand) runeCount(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		t := &s.tokens[i]
		if t.kind == han {
			n++
		} else {
			n += utf8.RuneCountInString(s.text[t.start:t.end])
		}
	}
	return n
}
