package redline

import (
	"math"

	"diptych/internal/policy"
)

// digest is a 64-bit FNV-1a sum. Keys made of it find candidates; equality is
// always looked up in the text itself.
type digest uint64

func newDigest() digest { return 14695981039346656037 }

func (d digest) str(s string) digest {
	for i := range len(s) {
		d = (d ^ digest(s[i])) * 1099511628211
	}
	return (d ^ 0xff) * 1099511628211
}

func (d digest) number(n int) digest {
	x := uint64(d) ^ uint64(n)
	x *= 0x9E3779B97F4A7C15
	return digest(x ^ x>>29)
}

func (d digest) runs(runs []policy.Run) digest {
	for i := range runs {
		if runs[i].Kind == policy.Anchor {
			continue
		}
		// Not str: where a run ends is formatting, not words.
		s := runText(&runs[i])
		for j := range len(s) {
			d = (d ^ digest(s[j])) * 1099511628211
		}
		if runs[i].Kind == policy.Image && runs[i].Image != nil {
			d = d.str(runs[i].Image.Dest)
		}
	}
	return d.number(0)
}

func (d digest) block(b *policy.Block) digest {
	d = d.number(int(b.Kind)).number(b.ColSpan).number(b.RowSpan).runs(b.Runs)
	return d.blocks(b.Blocks)
}

func (d digest) blocks(blocks []policy.Block) digest {
	for i := range blocks {
		d = d.block(&blocks[i])
	}
	return d.number(len(blocks))
}

// clauseKey digests a clause's words without label and formatting.
func clauseKey(c *policy.Clause) uint64 {
	return uint64(newDigest().number(int(c.Form)).runs(c.Head).blocks(c.Blocks))
}

func clauseKeys(cs []*policy.Clause) []uint64 {
	out := make([]uint64, len(cs))
	for i, c := range cs {
		out[i] = clauseKey(c)
	}
	return out
}

// blockKey digests a block's words without formatting.
func blockKey(b *policy.Block) uint64 { return uint64(newDigest().block(b)) }

// sizeOf returns the length of the words in bytes: a Han character is three,
// which is about what it weighs against a Latin letter.
func sizeOf(blocks []policy.Block) int {
	n := 0
	for i := range blocks {
		n += blockSize(&blocks[i])
	}
	return n
}

func blockSize(b *policy.Block) int { return runsSize(b.Runs) + sizeOf(b.Blocks) }

func runsSize(runs []policy.Run) int {
	n := 0
	for i := range runs {
		n += len(runText(&runs[i]))
	}
	return n
}

// weightOf makes a weight of a size: doubling the text adds one, so that one
// long clause does not outweigh five short ones.
func weightOf(size int) float64 { return math.Log2(float64(8 + size)) }
