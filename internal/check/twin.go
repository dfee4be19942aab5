package check

import (
	"context"
	"sync"

	"diptych/internal/bitext"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// twin is two texts of one version, aligned. Left is the prevailing one, where
// there is one of them.
type twin struct {
	ctx         context.Context // of the one call of Policy
	version     *policy.Version
	left, right *policy.Text
	*bitext.Bitext
	cues   *bitext.Cues    // of the texts, for those who align them otherwise
	gaps   func() []gap    // the figures in which they differ, found when first asked for
	divide func() division // what stands in one of them only, likewise
}

// twins aligns the texts of the versions that can still be mended.
func (s subject) twins() []twin {
	var out []twin
	for _, v := range s.policy.Versions {
		if !s.policy.Settled(v, s.site.Today) {
			out = append(out, s.twinsOf(v)...)
		}
	}
	return out
}

// twinsOf aligns the texts of a version: each with the one that leads.
func (s subject) twinsOf(v *policy.Version) []twin {
	var out []twin
	lead := v.TextOr(s.policy.Prevails)
	for _, t := range v.Texts {
		if t != lead {
			x := twin{ctx: s.ctx, version: v, left: lead, right: t, Bitext: s.alignments.Of(s.ctx, lead, t), cues: s.alignments.Cues}
			x.divide = sync.OnceValue(func() division { return divide(x) })
			x.gaps = sync.OnceValue(func() []gap { return findGaps(x) })
			out = append(out, x)
		}
	}
	return out
}

// place is where a unit stands in its source.
func place(u bitext.Unit) diag.Pos {
	return placeOf(u.Block, u.Clause.Pos)
}

// placeOf is where a block of the clause at pos begins in its source: where it
// says so, else where the first block in it does, else at the clause.
func placeOf(b *policy.Block, pos diag.Pos) diag.Pos {
	if line, col := begins(b); line > 0 {
		pos.Line, pos.Col = line, col
	}
	return pos
}

// begins returns the line and column at which a block begins; 0 where nobody knows.
func begins(b *policy.Block) (line, col int) {
	if b == nil {
		return 0, 0
	}
	if b.Line > 0 {
		return b.Line, b.Col
	}
	for i := range b.Blocks {
		if line, col = begins(&b.Blocks[i]); line > 0 {
			return line, col
		}
	}
	return 0, 0
}

// called is what a message calls a clause beside its id: its label and first
// words.
func called(c *policy.Clause) diag.Words {
	words := c.Label.Text + c.Label.Gap + policy.PlainRuns(c.Head)
	if len(c.Head) == 0 {
		if lines := policy.PlainBlocks(c.Blocks); len(lines) > 0 {
			words += lines[0]
		}
	}
	return diag.Words(cut(words, 30))
}

func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}
