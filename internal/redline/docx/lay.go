package docx

import "diptych/internal/policy"

// layer lays a text out as a sheet. Both texts and the merged one are laid out
// by it, so that they agree in everything but what changed.
type layer struct {
	sheet *sheet
	out   *[]element // where paragraphs go
	frame frame      // of what is laid
	lead  []piece    // a label that waits for the first words of its clause
	first mark       // what waits to be printed before the next paragraph
	list  *policy.Block
	id    string // of the clause whose first words are awaited
	flat  bool   // in a cell or note, or where a table is too wide: tables are paragraphs
	fixed bool   // in a table or note: words come and go, but are not marked as moved
	op    policy.Op
	moves
	unit int
}

// layText lays one of the two texts.
func layText(t *policy.Text, flat bool) *sheet {
	return lay([]policy.Run{{Text: t.Title}}, t.Clauses, &moves{}, flat)
}

// lay lays clauses under a title, with tables as paragraphs where it is to be
// flat. It notes what moved in ms.
func lay(head []policy.Run, clauses []*policy.Clause, ms *moves, flat bool) *sheet {
	l := &layer{sheet: &sheet{}, flat: flat}
	l.out = &l.sheet.body
	l.frame.role = title
	l.leaf(head)
	l.frame.role = words
	for _, c := range clauses {
		if c.Form != policy.Item {
			l.clause(c)
		}
	}
	*ms = l.moves
	return l.sheet
}

// within lays a part with an op of its own.
func (l *layer) within(op policy.Op, part func()) {
	outer, unit := l.op, l.unit
	if op != policy.Same {
		l.op = op
		if isMove(op) && unit == 0 {
			l.unit = l.moves.begin(op, l.fixed)
		}
	}
	part()
	l.op, l.unit = outer, unit
}

func (l *layer) clause(c *policy.Clause) {
	l.within(c.Op, func() {
		if c.Form == policy.Endnotes {
			for i := range c.Blocks {
				l.note(&c.Blocks[i])
			}
			return
		}
		l.id = c.ID
		l.label(c)
		if c.Form == policy.Heading {
			outer := l.frame
			l.frame = frame{role: heading, level: min(c.Depth, 6)}
			l.leaf(c.Head)
			l.frame = outer
		}
		l.blocks(c.Blocks)
		l.flush()
	})
}

// label has the label of a clause printed before its first words: the old and
// the new one, where it was renumbered.
func (l *layer) label(c *policy.Clause) {
	was, is := c.OldLabel, c.Label
	put := func(x policy.Label, op policy.Op) {
		if !x.IsZero() {
			l.lead = append(l.lead, l.piece(&policy.Run{Text: x.Text + x.Gap, Op: op}, true))
		}
	}
	if was.Text == is.Text || was.IsZero() && was.Style != policy.StyleAbsent {
		put(is, policy.Same)
		return
	}
	if l.op.InOld() {
		put(was, policy.Deleted)
	}
	if l.op.InNew() {
		put(is, policy.Inserted)
	}
}

// flush lays a label that found no words to stand before.
func (l *layer) flush() {
	if l.lead != nil {
		l.leaf(nil)
	}
	l.lead, l.id = nil, ""
}
