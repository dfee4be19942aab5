package bitext

import (
	"sync"

	"diptych/internal/policy"
)

// Alike is how much the words of two clauses, one of either text, speak for their
// being one: the cues that they share, those that they do not, and their lengths.
// Above 0 they rather are, below 0 they rather are not; 8 and more is clear. It
// asks neither ids nor labels, forms or the order of the texts. Clauses of one
// text, or of none, are nothing alike: -1000.
func (b *Bitext) Alike(c, d *policy.Clause) float64 {
	s, t := b.compared(c, d)
	if s == nil || t == nil {
		return -certain
	}
	return b.words().wordScore(s, t)
}

// Contradicts reports whether the words of two clauses clearly speak against
// their being one: whoever says that they are, by an id that both have, is wrong.
// Clauses that say little contradict nothing.
func (b *Bitext) Contradicts(c, d *policy.Clause) bool {
	s, t := b.compared(c, d)
	if s == nil || t == nil {
		return true
	}
	return s.cues.total >= enoughShared && t.cues.total >= enoughShared &&
		b.words().wordScore(s, t) < againstIt && !within(&s.cues, &t.cues)
}

// againstIt is the score below which words speak clearly against a pair.
const againstIt = -4.0

// reading is what the aligner read of two texts, with every clause as a section.
type reading struct {
	*aligner
	left, right map[*policy.Clause]*section
}

// readLater returns a function that reads two texts when it is first called.
func readLater(left, right *policy.Text) func() *reading {
	return sync.OnceValue(func() *reading {
		r := &reading{aligner: newAligner(left, right, nil)}
		r.left, r.right = r.sides[0].byClause(), r.sides[1].byClause()
		return r
	})
}

// compared returns two clauses as sections of the left and of the right text of
// the reading; nil where they are not of two texts.
func (b *Bitext) compared(c, d *policy.Clause) (s, t *section) {
	r := b.words()
	if r.left[c] == nil {
		c, d = d, c
	}
	return r.left[c], r.right[d]
}

// byClause returns the clauses of a text as sections. An item is what stands in
// it.
func (s *side) byClause() map[*policy.Clause]*section {
	out := map[*policy.Clause]*section{}
	for i := range s.sections {
		if sec := &s.sections[i]; !sec.part {
			out[sec.clause] = sec
		}
	}
	for from := range s.units {
		c := s.units[from].first
		if c == nil || c.Form != policy.Item {
			continue
		}
		to := from + 1
		for to < len(s.units) && inside(s.units[to].Clause, c) {
			to++
		}
		out[c] = s.itemSection(c, from, to)
	}
	return out
}

// inside reports whether c is a clause or stands in it.
func inside(c, outer *policy.Clause) bool {
	for ; c != nil; c = c.Parent {
		if c == outer {
			return true
		}
	}
	return false
}

// itemSection makes a section of the units of an item.
func (s *side) itemSection(c *policy.Clause, from, to int) *section {
	out := &section{clause: c, from: from, to: to, cues: s.units[from].cues}
	for i := from; i < to; i++ {
		out.size += s.units[i].size
		if i > from {
			out.cues = out.cues.join(&s.units[i].cues)
		}
	}
	return out
}
