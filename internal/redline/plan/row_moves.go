package plan

import (
	"diptych/internal/align"
	"diptych/internal/policy"
)

// A table that is cut in two, or two that are joined, keep their rows: a row
// without partner in its own table may have one in another.

// strayRow is a row without partner, and the table that it stands in.
type strayRow struct {
	*Block
	table *Block
}

// strayRows are those of a plan, by side.
type strayRows struct{ left, right []strayRow }

// gather adds the rows of tables among the nodes that nothing moved.
func (s *strayRows) gather(ts []*Block, taken map[*Block]bool) {
	for _, t := range ts {
		switch b := t.Block(); {
		case taken[t]:
		case b.Kind == policy.Table:
			s.table(t, taken)
		default:
			s.gather(t.Kids, taken)
		}
	}
}

// table adds the rows of one table. Those of its head are none, and neither are
// those of one in which cells span rows.
func (s *strayRows) table(t *Block, taken map[*Block]bool) {
	head := map[*policy.Block]bool{}
	for _, b := range [...]*policy.Block{t.Old, t.New} {
		if b == nil {
			continue
		}
		g := split(b)
		if g.tall {
			return
		}
		for _, r := range g.rows[:g.head] {
			head[r] = true
		}
	}
	for _, r := range t.Kids {
		b := r.Block()
		if !r.Lone() || r.row != nil || b.Kind != policy.Row || head[b] || len(r.Kids) != len(b.Blocks) || align.Weight(blockSize(b)) < minKnown {
			continue
		}
		if r.New == nil {
			s.left = append(s.left, strayRow{r, t})
		} else {
			s.right = append(s.right, strayRow{r, t})
		}
	}
}

// rowMoves pairs rows that went from one table to another: equal ones in their
// order, then those whose key no other has and that are alike. It returns both ends of each.
func (m *pairer) rowMoves(places []Place, taken map[*Block]bool) []*Block {
	var s strayRows
	seen := map[*Node]bool{}
	for _, p := range places {
		if !seen[p.Node] {
			seen[p.Node] = true
			s.gather(p.Blocks, taken)
		}
	}
	if len(s.left) == 0 || len(s.right) == 0 {
		return nil
	}
	var out []*Block
	pair := func(key func(*policy.Block) align.Key, fits func(ls, rs []strayRow) bool) {
		left, right := byKey(s.left, key), byKey(s.right, key)
		for _, l := range s.left {
			k := key(l.Old)
			ls, rs := left[k], right[k]
			if delete(left, k); !fits(ls, rs) {
				continue
			}
			for n := range min(len(ls), len(rs)) {
				l, r := ls[n], rs[n]
				if l.table == r.table || len(l.Old.Blocks) != len(r.New.Blocks) {
					continue
				}
				l.row = &Drift{Pair: m.pairRow(l.Old, r.New, nil), Away: true}
				r.row = l.row
				out = append(out, l.Block, r.Block)
			}
		}
	}
	pair(blockKey, func(ls, rs []strayRow) bool { return true })
	pair(func(b *policy.Block) align.Key { return blockKey(&b.Blocks[0]) }, func(ls, rs []strayRow) bool {
		return len(ls) == 1 && len(rs) == 1 && m.like.ofBlocks(ls[0].Old, rs[0].New) >= moveLeast
	})
	return out
}

// byKey returns the rows that have not moved, by their keys.
func byKey(rows []strayRow, key func(*policy.Block) align.Key) map[align.Key][]strayRow {
	out := map[align.Key][]strayRow{}
	for _, r := range rows {
		if r.row == nil {
			k := key(r.Block.Block())
			out[k] = append(out[k], r)
		}
	}
	return out
}
