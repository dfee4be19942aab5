package docx

import (
	"strings"

	"diptych/internal/policy"
)

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
	flat  bool   // in a cell or note: tables are paragraphs
	fixed bool   // in a table or note: words come and go, but are not marked as moved
	op    policy.Op
	moves
	unit int
}

// layText lays one of the two texts.
func layText(t *policy.Text) *sheet {
	return lay([]policy.Run{{Text: t.Title}}, t.Clauses, &moves{})
}

// lay lays clauses under a title. It notes what moved in ms.
func lay(head []policy.Run, clauses []*policy.Clause, ms *moves) *sheet {
	l := &layer{sheet: &sheet{}}
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

func (l *layer) blocks(bs []policy.Block) {
	for i := range bs {
		b := &bs[i]
		l.within(b.Op, func() { l.block(b) })
	}
}

func (l *layer) block(b *policy.Block) {
	outer := l.frame
	switch b.Kind {
	case policy.List:
		l.frame.depth++
		for i := range b.Blocks {
			l.within(b.Blocks[i].Op, func() { l.item(b, &b.Blocks[i]) })
		}
	case policy.ListItem:
		l.item(b, b)
	case policy.Table:
		l.table(b)
	case policy.Quote:
		l.frame.quote++
		l.blocks(b.Blocks)
	case policy.Rule:
		l.frame.role = rule
		*l.out = append(*l.out, element{para: &para{frame: l.frame}})
	default:
		if b.Blocks != nil {
			l.blocks(b.Blocks)
			break
		}
		l.role(b)
		l.leaf(b.Runs)
	}
	l.frame = outer
}

// role sets what the words of a leaf are.
func (l *layer) role(b *policy.Block) {
	switch b.Kind {
	case policy.Subheading:
		l.frame.role, l.frame.level = subheading, b.Level
	case policy.Summary:
		l.frame.role = summary
	case policy.Caption:
		l.frame.role = caption
	case policy.Code:
		l.frame.role = code
	}
}

// item lays an item of a list. One with a printed label has it as words; Word
// numbers the others.
func (l *layer) item(list, b *policy.Block) {
	if b.Kind != policy.ListItem {
		l.block(b)
		return
	}
	if c := b.Clause; c != nil {
		l.flush()
		l.within(c.Op, func() {
			l.id = c.ID
			l.label(c)
			l.blocks(b.Blocks)
			l.flush()
		})
		return
	}
	l.first, l.list = bullet, nil
	if list.Ordered {
		l.first, l.list = numbered, list
	}
	l.blocks(b.Blocks)
	l.flush()
	l.first = unmarked
}

// leaf lays a paragraph; one without words, only where a cell needs it.
func (l *layer) leaf(runs []policy.Run) {
	p := &para{frame: l.frame, pieces: l.lead}
	for i := range runs {
		if x := l.piece(&runs[i], false); x.text != "" {
			p.pieces = append(p.pieces, x)
		}
	}
	if p.size = size(p.pieces); p.size == 0 {
		return
	}
	if l.first != unmarked {
		p.frame.mark, p.list = l.first, l.list
		if l.first == numbered {
			p.frame.start = l.list.Start
		}
	}
	p.id = l.id
	l.lead, l.first, l.id = nil, unmarked, ""
	l.moves.rest()
	*l.out = append(*l.out, element{para: p})
}

// piece is a run as it is printed.
func (l *layer) piece(r *policy.Run, label bool) piece {
	p := piece{text: r.Text, run: r, op: r.Op, unit: l.unit, label: label}
	switch r.Kind {
	case policy.Break:
		p.text = "\n"
	case policy.Anchor:
		p.text = ""
	case policy.Image:
		if p.text != "" {
			p.text = "[" + p.text + "]"
		}
	case policy.Words:
		if l.frame.role != code {
			p.text = strings.ReplaceAll(p.text, "\n", " ")
		}
	}
	if p.op == policy.Same {
		p.op = l.op
	}
	l.moves.note(&p, l.fixed)
	return p
}
