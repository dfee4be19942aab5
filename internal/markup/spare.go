package markup

import "diptych/internal/policy"

// spare is memory that is cut into the small slices of a text. One text is
// kept or dropped as a whole, so nothing is held for longer than it is needed.
type spare struct {
	runs    []policy.Run
	blocks  []policy.Block
	clauses []policy.Clause
}

// takeRuns moves the runs of the open leaf into memory of their own.
func (b *builder) takeRuns() []policy.Run {
	n := len(b.runs)
	if n == 0 {
		return nil
	}
	if len(b.spare.runs) < n {
		b.spare.runs = make([]policy.Run, max(n, 48))
	}
	out := b.spare.runs[:n:n]
	b.spare.runs = b.spare.runs[n:]
	copy(out, b.runs)
	b.runs = b.runs[:0]
	return out
}

// takeBlocks moves the finished blocks from an index on into memory of their
// own.
func (b *builder) takeBlocks(from int) []policy.Block {
	out := b.keepBlocks(b.kids[from:])
	b.kids = b.kids[:from]
	return out
}

func (b *builder) keepBlocks(blocks []policy.Block) []policy.Block {
	n := len(blocks)
	if n == 0 {
		return nil
	}
	if len(b.spare.blocks) < n {
		b.spare.blocks = make([]policy.Block, max(n, 32))
	}
	out := b.spare.blocks[:n:n]
	b.spare.blocks = b.spare.blocks[n:]
	copy(out, blocks)
	return out
}

// newClause makes a clause of what stands at an offset.
func (b *builder) newClause(offset int) *policy.Clause {
	b.count(&b.held.clauses, 1, limitClauses, offset)
	if len(b.spare.clauses) == 0 {
		b.spare.clauses = make([]policy.Clause, 16)
	}
	c := &b.spare.clauses[0]
	b.spare.clauses = b.spare.clauses[1:]
	return c
}
