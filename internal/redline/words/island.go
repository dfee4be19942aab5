package words

import (
	"unicode/utf8"

	"diptych/internal/align"
)

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
