package plan

import (
	"diptych/internal/align"
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// Rows that a cell spans stand and fall together: they are a group. Groups
// pair with groups; inside a pair the rows do, where the spanning cells stand
// in the first row and span the whole group, as they mostly do.

// groups cuts rows where no cell spans the cut.
func groups(rows []*policy.Block) [][]*policy.Block {
	var out [][]*policy.Block
	from, reach := 0, 0
	for i, r := range rows {
		for k := range r.Blocks {
			reach = max(reach, i+r.Blocks[k].RowSpan)
		}
		if reach <= i+1 {
			out = append(out, rows[from:i+1])
			from, reach = i+1, i+1
		}
	}
	if from < len(rows) {
		out = append(out, rows[from:])
	}
	return out
}

// pairGroups pairs the rows of two tables of which one has cells that span rows.
func (m *pairer) pairGroups(a, b []*policy.Block) []*Block {
	g, h := groups(a), groups(b)
	key := func(rows []*policy.Block) align.Key {
		k := align.NewKey()
		for _, r := range rows {
			k = addBlock(k, r)
		}
		return k
	}
	features := func(rows []*policy.Block) words.Features {
		var leaves []*words.Leaf
		for _, r := range rows {
			leaves = m.like.leaves(leaves, r.Blocks)
		}
		return words.FeaturesOf(leaves...)
	}
	var out []*Block
	lone := func(rows []*policy.Block, old bool) {
		for _, r := range rows {
			out = append(out, loneBlock(r, old))
		}
	}
	for _, p := range m.align(len(g), len(h), align.Options{
		Left: keysOf(g, key), Right: keysOf(h, key), Least: blockLeast,
		Likeness: func(i, j int) float64 {
			if !fits(g[i], h[j]) {
				return 0
			}
			v := features(g[i]).Like(features(h[j]))
			if x, y := g[i][0].Blocks, h[j][0].Blocks; len(x) > 0 && blockKey(&policy.Block{Runs: x[0].Runs, Blocks: x[0].Blocks}) ==
				blockKey(&policy.Block{Runs: y[0].Runs, Blocks: y[0].Blocks}) {
				v += (1 - v) * 0.5 // the key cell
			}
			return v
		},
	}) {
		switch {
		case p.Paired():
			out = append(out, m.pairGroup(g[p.Left], h[p.Right])...)
		case p.Left >= 0:
			lone(g[p.Left], true)
		default:
			lone(h[p.Right], false)
		}
	}
	return out
}

// fits reports whether two groups can be one: of the same shape, or both with
// nothing but cells in the first row that span all of it. A row by itself is a
// group too.
func fits(g, h []*policy.Block) bool {
	if len(g) == len(h) {
		same := true
		for i := range g {
			same = same && rowShape(g[i]) == rowShape(h[i])
		}
		if same {
			return true
		}
	}
	if !spanned(g) || !spanned(h) {
		return false
	}
	if len(g) == 1 || len(h) == 1 { // any cell of a row by itself may come to span others, or did
		return spanShape(g[0], 0) == spanShape(h[0], 0)
	}
	return spanShape(g[0], len(g)) == spanShape(h[0], len(h))
}

// spanned reports whether the cells of the first row, and no others, span all
// rows of the group or none but their own.
func spanned(g []*policy.Block) bool {
	for i, r := range g {
		for k := range r.Blocks {
			if n := max(1, r.Blocks[k].RowSpan); n > 1 && (i > 0 || n != len(g)) {
				return false
			}
		}
	}
	return true
}

// spanShape digests a first row: which cells span the whole group, of so many
// rows.
func spanShape(r *policy.Block, rows int) align.Key {
	d := align.NewKey()
	for i := range r.Blocks {
		whole := 0
		if max(1, r.Blocks[i].RowSpan) == rows {
			whole = 1
		}
		d = d.Number(max(1, r.Blocks[i].ColSpan)).Number(whole)
	}
	return d
}

func (m *pairer) pairGroup(g, h []*policy.Block) []*Block {
	first := m.pairRow(g[0], h[0], nil)
	out := append([]*Block{first}, m.pairRows(g[1:], h[1:], nil, false)...)
	if !spanned(g) || !spanned(h) || len(out) == len(g) && len(out) == len(h) {
		return out
	}
	for _, k := range first.Kids {
		if k.Old == nil || k.New == nil || max(1, k.New.RowSpan) != len(h) || max(1, k.Old.RowSpan) != len(g) {
			continue
		}
		k.Rows = len(out)
		if k.Same && k.Old.Blocks == nil {
			k.Diff = m.leaves(k.Old.Runs, k.New.Runs)
		} else if k.Same {
			k.Kids = m.pairBlocks(k.Old.Blocks, k.New.Blocks)
		}
		k.Same = false
	}
	return out
}
