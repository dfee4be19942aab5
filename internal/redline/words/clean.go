package words

import (
	"diptych/internal/align"
)

// cleaner makes a shortest edit script readable without making it wrong: it
// may slide a hunk along equal tokens and widen it over equal tokens, nothing
// else, so what is left out on either side still gives the other.
type cleaner struct {
	a, b  *Leaf
	in    bead // hunks stay inside
	words boundary
}

func (c *cleaner) clean(hs []align.Hunk) []align.Hunk {
	for i := range hs {
		c.slide(hs, i)
	}
	hs = c.coalesce(hs, true)
	hs = c.widen(hs)
	return c.coalesce(hs, true)
}

// limits returns the tokens between which hunk i may move or grow.
func (c *cleaner) limits(hs []align.Hunk, i int) (a0, a1 int) {
	a0, a1 = c.in.a0, c.in.a1
	if i > 0 {
		a0 = hs[i-1].A1
	}
	if i+1 < len(hs) {
		a1 = hs[i+1].A0
	}
	return a0, a1
}

// slide moves a hunk of one side to where readers expect its ends: behind a
// stop, at a bracket or quotation mark, between words.
func (c *cleaner) slide(hs []align.Hunk, i int) {
	h := hs[i]
	s, from, to := c.a, h.A0, h.A1
	if h.A0 == h.A1 {
		s, from, to = c.b, h.B0, h.B1
	} else if h.B0 != h.B1 {
		return
	}
	least, most := c.limits(hs, i)
	back, forth := h.A0-least, most-h.A1
	best, bestAt := c.edges(s, from, to), 0
	for k := 1; k <= back && s.Tokens[from-k].ID == s.Tokens[to-k].ID; k++ {
		if v := c.edges(s, from-k, to-k); v > best {
			best, bestAt = v, -k
		}
	}
	for k := 1; k <= forth && s.Tokens[from+k-1].ID == s.Tokens[to+k-1].ID; k++ {
		if v := c.edges(s, from+k, to+k); v > best {
			best, bestAt = v, k
		}
	}
	hs[i] = align.Hunk{A0: h.A0 + bestAt, A1: h.A1 + bestAt, B0: h.B0 + bestAt, B1: h.B1 + bestAt}
}

// edges scores the two ends of a hunk.
func (c *cleaner) edges(s *Leaf, from, to int) int { return c.edge(s, from) + c.edge(s, to) }

func (c *cleaner) edge(s *Leaf, i int) int {
	if i == 0 || i == len(s.Tokens) {
		return 6
	}
	t, u := &s.Tokens[i-1], &s.Tokens[i]
	score := 0
	switch {
	case t.Kind == Object || t.Stop == SentenceStop && u.Kind != Mark:
		score = 6
	case t.Stop == ClauseStop:
		score = 4
	case isOpener(s.Word(i)) || isCloser(s.Word(i-1)):
		score = 3
	case u.Stop != NoStop:
		score = 2
	case t.End < u.Start:
		score = 2
	case t.Kind != u.Kind:
		score = 1
	case c.words != nil && c.words(s, i):
		score = 1
	}
	return score
}

// widen grows hunks until both ends stand between words.
func (c *cleaner) widen(hs []align.Hunk) []align.Hunk {
	for i := range hs {
		least, most := c.limits(hs, i)
		h := &hs[i]
		if h.A0 == h.A1 && !c.inside(c.a, h.A0, true) || h.B0 == h.B1 && !c.inside(c.b, h.B0, true) {
			// Words came or went between two words.
			if !c.a.inTitle(h.A0) && !c.b.inTitle(h.B0) {
				continue
			}
		}
		for h.A0 > least && (c.inside(c.a, h.A0, h.A0 < h.A1) || c.inside(c.b, h.B0, h.B0 < h.B1)) {
			h.A0--
			h.B0--
		}
		for h.A1 < most && (c.inside(c.a, h.A1, h.A0 < h.A1) || c.inside(c.b, h.B1, h.B0 < h.B1)) {
			h.A1++
			h.B1++
		}
	}
	return hs
}

// inside reports whether position i of a Leaf is in the middle of a title or
// of a word; touched says that the hunk has tokens on this side.
func (c *cleaner) inside(s *Leaf, i int, touched bool) bool {
	if i <= 0 || i >= len(s.Tokens) {
		return false
	}
	if s.inTitle(i) {
		return true
	}
	return touched && c.words != nil && !c.words(s, i)
}
