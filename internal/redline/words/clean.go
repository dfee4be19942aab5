package words

import (
	"unicode/utf8"

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
		t := &c.b.Tokens[i]
		switch {
		case t.Stop != NoStop || t.Kind == Object:
			return false
		case t.Kind == Han:
			n++
		default:
			latin = latin || t.Kind == Word
			n += utf8.RuneCountInString(c.b.Text[t.Start:t.End])
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
	for _, t := range c.a.Tokens[h.A0:h.A1] {
		if t.Kind != Mark {
			return true
		}
	}
	for _, t := range c.b.Tokens[h.B0:h.B1] {
		if t.Kind != Mark {
			return true
		}
	}
	return false
}

// touchesHan reports whether the text around an island is Chinese, where a
// Latin word stands out by itself.
func (c *cleaner) touchesHan(g, h align.Hunk) bool {
	at := func(s *Leaf, i int) bool { return i >= 0 && i < len(s.Tokens) && s.Tokens[i].Kind == Han }
	return at(c.a, g.A1-1) || at(c.b, g.B1-1) || at(c.a, h.A0) || at(c.b, h.B0)
}

// formatEdge reports whether formatting changes inside, or at the ends of, the
// tokens [from,to).
func (c *cleaner) formatEdge(s *Leaf, from, to int) bool {
	if len(s.Runs) == 1 {
		return false
	}
	first := s.RunOf(from)
	for i := max(from-1, 0); i <= to && i < len(s.Tokens); i++ {
		if r := s.RunOf(i); r != first && !SameFormat(r, first) {
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

// titleReach is how far from a place a 《 is looked for, in tokens.
const titleReach = 40

// inTitle reports whether position i lies between 《 and 》.
func (l *Leaf) inTitle(i int) bool {
	if !l.titled {
		return false
	}
	for k := i - 1; k >= max(0, i-titleReach); k-- {
		switch l.Word(k) {
		case "》":
			return false
		case "《":
			for k := i; k < min(len(l.Tokens), i+titleReach); k++ {
				switch l.Word(k) {
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
