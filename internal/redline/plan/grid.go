package plan

import (
	"diptych/internal/align"
	"diptych/internal/policy"
)

// grid is a table taken apart.
type grid struct {
	caption *policy.Block
	rows    []*policy.Block
	head    int // head rows
	columns int
	spans   bool
	tall    bool      // a cell spans rows
	shape   align.Key // of spans and numbers of cells
}

func split(t *policy.Block) grid {
	g := grid{shape: align.NewKey()}
	for i := range t.Blocks {
		switch b := &t.Blocks[i]; b.Kind {
		case policy.Caption:
			g.caption = b
		case policy.Row:
			g.rows = append(g.rows, b)
			wide := 0
			g.shape = g.shape.Number(len(b.Blocks))
			for k := range b.Blocks {
				c := &b.Blocks[k]
				wide += max(1, c.ColSpan)
				g.spans = g.spans || c.ColSpan > 1 || c.RowSpan > 1
				g.tall = g.tall || c.RowSpan > 1
				g.shape = g.shape.Number(c.ColSpan).Number(c.RowSpan)
			}
			g.columns = max(g.columns, wide)
		}
	}
	g.head = min(t.Head, len(g.rows))
	return g
}

// rowShape digests how many cells a row has and what they span.
func rowShape(r *policy.Block) align.Key {
	d := align.NewKey()
	for i := range r.Blocks {
		d = d.Number(r.Blocks[i].ColSpan).Number(r.Blocks[i].RowSpan)
	}
	return d
}

func cell(r *policy.Block, i int) *policy.Block {
	if i < 0 || i >= len(r.Blocks) {
		return nil
	}
	return &r.Blocks[i]
}

func emptyCell() *policy.Block { return &policy.Block{Kind: policy.Cell} }
