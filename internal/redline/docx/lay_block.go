package docx

import (
	"strings"

	"diptych/internal/policy"
)

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
