package redline

import (
	"unicode/utf8"

	"diptych/internal/align"
	"diptych/internal/policy"
)

// boundary reports whether a word ends between tokens i-1 and i of a strand.
// It is asked only between two tokens of the strand, never at its ends. It is
// the part of the clean-up that knows words; another one can take its place.
type boundary func(s *strand, i int) bool

// cleaner makes a shortest edit script readable without making it wrong: it
// may slide a hunk along equal tokens and widen it over equal tokens, nothing
// else, so what is left out on either side still gives the other.
type cleaner struct {
	a, b  *strand
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
	for k := 1; k <= back && s.tokens[from-k].id == s.tokens[to-k].id; k++ {
		if v := c.edges(s, from-k, to-k); v > best {
			best, bestAt = v, -k
		}
	}
	for k := 1; k <= forth && s.tokens[from+k-1].id == s.tokens[to+k-1].id; k++ {
		if v := c.edges(s, from+k, to+k); v > best {
			best, bestAt = v, k
		}
	}
	hs[i] = align.Hunk{A0: h.A0 + bestAt, A1: h.A1 + bestAt, B0: h.B0 + bestAt, B1: h.B1 + bestAt}
}

// edges scores the two ends of a hunk.
func (c *cleaner) edges(s *strand, from, to int) int { return c.edge(s, from) + c.edge(s, to) }

func (c *cleaner) edge(s *strand, i int) int {
	if i == 0 || i == len(s.tokens) {
		return 6
	}
	t, u := &s.tokens[i-1], &s.tokens[i]
	score := 0
	switch {
	case t.kind == object || t.stop == sentenceStop && u.kind != mark:
		score = 6
	case t.stop == clauseStop:
		score = 4
	case isOpener(s.word(i)) || isCloser(s.word(i-1)):
		score = 3
	case u.stop != noStop:
		score = 2
	case t.end < u.start:
		score = 2
	case t.kind != u.kind:
		score = 1
	case c.words != nil && c.words(s, i):
		score = 1
	}
	return score
}

// Islands: unchanged stretches between two hunks that are too short to mean
// anything by themselves, in runes.
const (
	hanIsland   = 2
	latinIsland = 6
)

// coalesce joins hunks across islands, and those that touch where it is told
// to; between two pairs of sentences they had better stay apart.
func (c *cleaner) coalesce(hs []align.Hunk, touching bool) []align.Hunk {
	out := hs[:0]
	for _, h := range hs {
		if n := len(out); n > 0 && (touching || out[n-1].B1 < h.B0) && c.island(out[n-1], h) {
			out[n-1].A1, out[n-1].B1 = h.A1, h.B1
			continue
		}
		out = append(out, h)
	}
	return out
}

// island reports whether what lies between two hunks is an island. What holds a
// stop or an object is none; an edge of formatting, or a changed mark beside
// it, makes a longer one worth keeping.
func (c *cleaner) island(g, h align.Hunk) bool {
	n, latin := 0, false
	for i := g.B1; i < h.B0; i++ {
		t := &c.b.tokens[i]
		switch {
		case t.stop != noStop || t.kind == object:
			return false
		case t.kind == han:
			n++
		default:
			latin = latin || t.kind == word
			n += utf8.RuneCountInString(c.b.text[t.start:t.end])
		}
		if n > latinIsland {
			return false
		}
	}
	switch {
	case g.B1 < h.B0 && !c.wordy(g) && !c.wordy(h):
		return false // changed marks do not make what is between them unreadable
	case n <= hanIsland:
		return true
	case !latin || !c.wordy(g) || !c.wordy(h) || c.touchesHan(g, h):
		return false
	}
	return !c.formatEdge(c.a, g.A1, h.A0) && !c.formatEdge(c.b, g.B1, h.B0)
}

// wordy reports whether a hunk holds anything but marks.
func (c *cleaner) wordy(h align.Hunk) bool {
	for _, t := range c.a.tokens[h.A0:h.A1] {
		if t.kind != mark {
			return true
		}
	}
	for _, t := range c.b.tokens[h.B0:h.B1] {
		if t.kind != mark {
			return true
		}
	}
	return false
}

// touchesHan reports whether the text around an island is Chinese, where a
// Latin word stands out by itself.
func (c *cleaner) touchesHan(g, h align.Hunk) bool {
	at := func(s *strand, i int) bool { return i >= 0 && i < len(s.tokens) && s.tokens[i].kind == han }
	return at(c.a, g.A1-1) || at(c.b, g.B1-1) || at(c.a, h.A0) || at(c.b, h.B0)
}

// formatEdge reports whether formatting changes inside, or at the ends of, the
// tokens [from,to).
func (c *cleaner) formatEdge(s *strand, from, to int) bool {
	if len(s.runs) == 1 {
		return false
	}
	first := &s.runs[s.runOf(from)]
	for i := max(from-1, 0); i <= to && i < len(s.tokens); i++ {
		if r := &s.runs[s.runOf(i)]; r != first && !sameFormat(r, first) {
			return true
		}
	}
	return false
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

// inside reports whether position i of a strand is in the middle of a title or
// of a word; touched says that the hunk has tokens on this side.
func (c *cleaner) inside(s *strand, i int, touched bool) bool {
	if i <= 0 || i >= len(s.tokens) {
		return false
	}
	if s.inTitle(i) {
		return true
	}
	return touched && c.words != nil && !c.words(s, i)
}

// titleReach is how far from a place a 《 is looked for, in tokens.
const titleReach = 40

// inTitle reports whether position i lies between 《 and 》.
func (s *strand) inTitle(i int) bool {
	if !s.titled {
		return false
	}
	for k := i - 1; k >= max(0, i-titleReach); k-- {
		switch s.word(k) {
		case "》":
			return false
		case "《":
			for k := i; k < min(len(s.tokens), i+titleReach); k++ {
				switch s.word(k) {
				case "》":
					return true
				case "《":
					return false
				}
			}
			return false
		}
	}
	return false
}

func isOpener(w string) bool {
	switch w {
	case "（", "(", "《", "“", "「", "『", "【", "[", "‘":
		return true
	}
	return false
}

func isCloser(w string) bool {
	switch w {
	case "）", ")", "》", "”", "」", "』", "】", "]":
		return true
	}
	return false
}

// sameFormat reports whether two runs look the same and lead to the same place.
func sameFormat(r, s *policy.Run) bool {
	return r.Marks == s.Marks && r.Lang == s.Lang && sameLink(r.Link, s.Link)
}

func sameLink(l, m *policy.Link) bool {
	if l == nil || m == nil {
		return l == m
	}
	return l.Dest == m.Dest && l.Title == m.Title
}
