package plan

import (
	"diptych/internal/align"
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// Thresholds of likeness, tried on the corpus.
const (
	clauseLeast  = 0.35 // two clauses in place are one clause
	blockLeast   = 0.35 // two blocks in place are one block
	moveLeast    = 0.6  // two clauses or blocks far apart are one that moved
	sketchLevels = 8

	// Of two that are alike from moveLeast on, none is a rival that is less
	// alike than this: the margin of align.Moves is smaller.
	rivalLeast = 0.45
)

// likeness says how alike clauses and blocks are. It remembers what it asked.
type likeness struct {
	cutter  *words.Cutter
	clauses map[*policy.Clause]*words.Print
	blocks  map[*policy.Block]words.Features
	heads   map[*policy.Clause]uint64
	texts   []outline
	shared  map[uint64]bool // headings of more than one clause of a text; nil: not asked yet
}

func newLikeness(c *words.Cutter, texts ...outline) *likeness {
	return &likeness{
		cutter: c, clauses: map[*policy.Clause]*words.Print{}, blocks: map[*policy.Block]words.Features{}, heads: map[*policy.Clause]uint64{},
		texts: texts,
	}
}

// isShared reports whether several clauses of one text have the heading.
func (l *likeness) isShared(head uint64) bool {
	if l.shared == nil {
		l.shared = map[uint64]bool{}
		for _, t := range l.texts {
			seen := map[uint64]bool{}
			for _, c := range t.clauses {
				if len(c.Head) > 0 {
					k := l.head(c)
					l.shared[k] = l.shared[k] || seen[k]
					seen[k] = true
				}
			}
		}
	}
	return l.shared[head]
}

// ofClauses is the likeness of the contents, helped by an equal heading, unless
// several clauses share it, and a little by an equal label. Below clauseLeast it
// may be given as less.
func (l *likeness) ofClauses(c, d *policy.Clause) float64 {
	if c.Form != d.Form && !convertible(c.Form, d.Form) {
		return 0
	}
	v := l.clause(c).LikeFrom(l.clause(d), l.leastWords(c, d))
	if c.Form != d.Form {
		v *= otherForm
	}
	if len(c.Head) > 0 && len(d.Head) > 0 {
		switch k := l.head(c); {
		case k != l.head(d):
		case l.isShared(k):
			v += (1 - v) * 0.1
		default:
			v += (1 - v) * 0.4
		}
	}
	if !c.Label.IsZero() && c.Label.Text == d.Label.Text {
		v += (1 - v) * 0.1
	}
	return v
}

// leastWords is the likeness of words below which two clauses are not one,
// whatever helps.
func (l *likeness) leastWords(c, d *policy.Clause) float64 {
	switch {
	case len(c.Head) > 0 && len(d.Head) > 0 && l.head(c) == l.head(d):
		return 0
	case !c.Label.IsZero() && c.Label.Text == d.Label.Text:
		return clauseLeast - 0.1
	}
	return clauseLeast
}

// head returns the key of the words of a heading, in either way of writing
// Chinese.
func (l *likeness) head(c *policy.Clause) uint64 {
	k, ok := l.heads[c]
	if !ok {
		k = uint64(align.NewKey().Text(words.Fold(policy.PlainRuns(c.Head))))
		l.heads[c] = k
	}
	return k
}

// convertible reports whether a clause can go from one form to the other. What
// stands before the first heading is no clause that a heading was given: the
// heading is new.
func convertible(f, g policy.Form) bool {
	return f == policy.Paragraph && (g == policy.Heading || g == policy.Preamble) ||
		g == policy.Paragraph && (f == policy.Heading || f == policy.Preamble)
}

// byKind returns how alike two blocks are where that does not hang on their words:
// blocks of two kinds are not, rules are, and neither are tables that cannot be
// joined. decided is false where the words decide.
func byKind(a, b *policy.Block) (like float64, decided bool) {
	switch {
	case a.Kind != b.Kind:
		return 0, true
	case a.Kind == policy.Rule:
		return 1, true
	}
	return 0, a.Kind == policy.Table && !joinable(a, b)
}

// ofBlocks is the likeness of two blocks.
func (l *likeness) ofBlocks(a, b *policy.Block) float64 {
	if like, decided := byKind(a, b); decided {
		return like
	}
	return l.block(a).Like(l.block(b))
}

// clause returns the features of a clause's own content.
func (l *likeness) clause(c *policy.Clause) *words.Print {
	p := l.clauses[c]
	if p == nil {
		p = words.FeaturesOf(l.leaves([]*words.Leaf{l.cutter.Cut(c.Head)}, c.Blocks)...).Print()
		l.clauses[c] = p
	}
	return p
}

// block returns the features of a block.
func (l *likeness) block(b *policy.Block) words.Features {
	if len(b.Blocks) == 0 {
		return l.cutter.Cut(b.Runs).Features()
	}
	f, ok := l.blocks[b]
	if !ok {
		f = words.FeaturesOf(l.leaves(nil, b.Blocks)...)
		l.blocks[b] = f
	}
	return f
}

// leaves adds the leaves in the blocks to out.
func (l *likeness) leaves(out []*words.Leaf, blocks []policy.Block) []*words.Leaf {
	for i := range blocks {
		if len(blocks[i].Runs) > 0 {
			out = append(out, l.cutter.Cut(blocks[i].Runs))
		}
		out = l.leaves(out, blocks[i].Blocks)
	}
	return out
}

// ofCells is the likeness of two cells: 1 for equal ones.
func (l *likeness) ofCells(a, b *policy.Block) float64 {
	if blockKey(a) == blockKey(b) {
		return 1
	}
	return discount(l.block(a).Like(l.block(b)))
}
