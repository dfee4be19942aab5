package redline

import (
	"strings"

	"diptych/internal/policy"
	"diptych/internal/redline/plan"
	"diptych/internal/reference"
)

// StaleReference is a reference whose words stayed while its label came to mean
// another clause. It is no change of the clause in which it stands: nobody
// touched that, and this is what is wrong.
type StaleReference struct {
	policy.Stale
	ClauseID string         // where it stands on the redline page
	In       *policy.Clause // of the new text, in which it stands
	Block    *policy.Block  // of the new text, likewise; nil in a heading
	Present  *policy.Clause // what answers in the new text to the clause that it meant, or nil
}

// addStale lists the stale references of the section with the id, and returns
// their places in the list.
func (r *Redline) addStale(found []*plan.Stale, id string) (at []int) {
	for _, s := range found {
		out := StaleReference{Stale: markOf(s), ClauseID: id, In: s.Clause, Block: s.Block, Present: s.Present.Clause}
		if s.Clause.Form == policy.Item && s.Clause.ID != "" {
			out.ClauseID = s.Clause.ID
		}
		at = append(at, len(r.Stale))
		r.Stale = append(r.Stale, out)
	}
	return at
}

// markOf is what a page says beside a stale reference.
func markOf(s *plan.Stale) policy.Stale {
	return policy.Stale{Words: s.Words, Was: NameOf(s.Was), Now: NameOf(s.Now)}
}

// NameOf is what people call the clause or paragraph that a reference means,
// without the stop at its end.
func NameOf(t reference.Target) string {
	name := ""
	switch {
	case t.Clause == nil:
		return ""
	case t.Block != nil:
		name = policy.FirstWords([]policy.Block{*t.Block}, policy.Same)
	default:
		name = t.Clause.Name()
	}
	if name = strings.TrimRight(name, "。；，：、.;,: "); name == "" {
		return t.Clause.Label.Text
	}
	return name
}

// staleMarks are the stale references of the new text, by the first run of
// their leaf.
type staleMarks map[*policy.Run][]*plan.Stale

// in marks runs of a merged leaf, which are the caller's to change. The new
// text's words in them are those of its leaf.
func (m staleMarks) in(runs []policy.Run, marks []*plan.Stale) []policy.Run {
	if len(marks) == 0 {
		return runs
	}
	out := make([]policy.Run, 0, len(runs)+len(marks))
	at := 0 // bytes of the new leaf that stand before
	for _, r := range runs {
		size := policy.PlainSize(&r)
		if !r.Op.InNew() {
			out = append(out, r)
			continue
		}
		for len(marks) > 0 && marks[0].End <= at+size && marks[0].End > at {
			head := r
			if r.Kind == policy.Words {
				n := marks[0].End - at
				head.Text, r.Text = r.Text[:n], r.Text[n:]
				at, size = at+n, size-n
			}
			mark := markOf(marks[0])
			head.Stale = &mark
			out, marks = append(out, head), marks[1:]
		}
		if r.Kind != policy.Words || r.Text != "" {
			out = append(out, r)
		}
		at += size
	}
	return out
}

// clause returns a clause of the new text with its stale references marked: the
// clause itself where it has none.
func (m staleMarks) clause(c *policy.Clause) *policy.Clause {
	if len(m) == 0 || !m.any(c.Head, c.Blocks) {
		return c
	}
	d := *c
	d.Head = m.runs(c.Head)
	d.Blocks = m.blocks(c.Blocks)
	return &d
}

func (m staleMarks) runs(runs []policy.Run) []policy.Run {
	if len(runs) == 0 || m[&runs[0]] == nil {
		return runs
	}
	return m.in(runs, m[&runs[0]])
}

func (m staleMarks) blocks(bs []policy.Block) []policy.Block {
	if bs == nil {
		return nil
	}
	out := make([]policy.Block, len(bs))
	for i, b := range bs {
		out[i] = m.block(b)
	}
	return out
}

// block returns a block of the new text with its stale references marked.
func (m staleMarks) block(b policy.Block) policy.Block {
	if len(m) == 0 || !m.any(b.Runs, b.Blocks) {
		return b
	}
	b.Runs, b.Blocks = m.runs(b.Runs), m.blocks(b.Blocks)
	if b.Clause != nil {
		c := *b.Clause
		c.Blocks = b.Blocks
		b.Clause = &c
	}
	return b
}

// any reports whether runs or blocks hold a stale reference.
func (m staleMarks) any(runs []policy.Run, blocks []policy.Block) bool {
	if len(runs) > 0 && m[&runs[0]] != nil {
		return true
	}
	for i := range blocks {
		if m.any(blocks[i].Runs, blocks[i].Blocks) {
			return true
		}
	}
	return false
}
