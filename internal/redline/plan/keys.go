package plan

import (
	"diptych/internal/align"
	"diptych/internal/policy"
)

// clauseKey is the key of a clause's words, without label and without formats
// that are no part of the wording.
func clauseKey(c *policy.Clause) align.Key {
	return addBlocks(addRuns(align.NewKey().Number(int(c.Form)), c.Head), c.Blocks)
}

// blockKey is the key of a block's words, without formats that are no part of
// the wording.
func blockKey(b *policy.Block) align.Key { return addBlock(align.NewKey(), b) }

func addRuns(k align.Key, runs []policy.Run) align.Key {
	marks := policy.Marks(0) // of the wording, so far
	for i := range runs {
		r := &runs[i]
		if r.Kind == policy.Anchor {
			continue
		}
		if m := r.Marks & policy.Wording; m != marks {
			k, marks = k.Number(int(m)), m
		}
		k = k.Bytes(policy.PlainRuns(runs[i : i+1])) // where a run ends is formatting, not words
		if r.Kind == policy.Image && r.Image != nil {
			k = k.Text(r.Image.Dest)
		}
	}
	return k.Number(0)
}

func addBlock(k align.Key, b *policy.Block) align.Key {
	k = k.Number(int(b.Kind)).Number(b.ColSpan).Number(b.RowSpan)
	return addBlocks(addRuns(k, b.Runs), b.Blocks)
}

func addBlocks(k align.Key, blocks []policy.Block) align.Key {
	for i := range blocks {
		k = addBlock(k, &blocks[i])
	}
	return k.Number(len(blocks))
}

// keysOf makes a key of every element.
func keysOf[T any](xs []T, key func(T) align.Key) []uint64 {
	out := make([]uint64, len(xs))
	for i, x := range xs {
		out[i] = uint64(key(x))
	}
	return out
}

// Sizes are lengths of words in bytes: a Han character is three, which is about
// what it weighs against a Latin letter.

func clauseSize(c *policy.Clause) int { return runsSize(c.Head) + blocksSize(c.Blocks) }

func blocksSize(blocks []policy.Block) int {
	n := 0
	for i := range blocks {
		n += blockSize(&blocks[i])
	}
	return n
}

func blockSize(b *policy.Block) int { return runsSize(b.Runs) + blocksSize(b.Blocks) }

func runsSize(runs []policy.Run) int {
	n := 0
	for i := range runs {
		n += policy.PlainSize(&runs[i])
	}
	return n
}
