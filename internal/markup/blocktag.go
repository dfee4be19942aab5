package markup

import (
	"strings"

	"golang.org/x/net/html/atom"

	"diptych/internal/policy"
)

// startBlock opens the block that a tag stands for.
func (b *builder) startBlock(t *tag) {
	switch t.atom {
	case atom.P:
		if !b.openLeaf(leaf{kind: policy.Para, tag: t.name, id: t.id, lang: t.lang, pos: t.pos, spot: inTag(t)}) {
			b.keepAnchor(t.id)
		}
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		b.openLeaf(leaf{kind: policy.Subheading, tag: t.name, level: int(t.name[1] - '0'), id: t.id, lang: t.lang, pos: t.pos, spot: inTag(t)})
	case atom.Dt:
		b.openLeaf(leaf{kind: policy.Para, tag: t.name, id: t.id, lang: t.lang, pos: t.pos, spot: inTag(t), marks: policy.Strong})
	case atom.Pre:
		b.openLeaf(leaf{kind: policy.Code, tag: t.name, id: t.id, pos: t.pos})
	case atom.Summary, atom.Caption:
		b.summary(t)
	case atom.Hr:
		b.closeLeaf()
		b.settle(policy.Rule, t.pos)
		b.add(policy.Block{Kind: policy.Rule, ID: t.id}, t.pos, nil)
	case atom.Div, atom.Section, atom.Dl:
		b.through(t)
	case atom.Dd:
		b.closeOpen("dd", "dl")
		b.through(t)
	case atom.Blockquote:
		b.open(t, policy.Block{Kind: policy.Quote})
	case atom.Details:
		b.open(t, policy.Block{Kind: policy.Details})
	case atom.Ul, atom.Ol, atom.Li:
		b.listTag(t)
	case atom.Table, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Colgroup, atom.Col:
		b.tableTag(t)
	default:
		b.warn(t.pos, 4, "Tag", "<"+t.name+">")
		if t.id != "" {
			b.keepAnchor(t.id)
		}
		if blockLike(t.atom) {
			b.through(t)
		} else {
			b.pushTag(inlineTag{tag: t.name, pos: t.pos})
		}
	}
}

// open opens a container.
func (b *builder) open(t *tag, block policy.Block) {
	block.ID, block.Lang = t.id, t.lang
	if b.tooDeep(t) {
		return
	}
	b.push(frame{block: block, tag: t.name, pos: t.pos})
}

// through opens a container that is no block itself.
func (b *builder) through(t *tag) {
	b.closeLeaf()
	b.keepAnchor(t.id)
	if !b.tooDeep(t) {
		level := b.frames[len(b.frames)-1].level
		b.frames = append(b.frames, frame{tag: t.name, through: true, level: level, pos: t.pos, inHead: t.atom == atom.Thead})
	}
}

// tooDeep reports whether a container would stand in too many others. Only its
// words are kept then.
func (b *builder) tooDeep(t *tag) bool {
	if len(b.frames) <= 4*maxDepth && b.frames[len(b.frames)-1].level < maxDepth {
		return false
	}
	b.warnDeep(t.pos)
	b.closeLeaf()
	return true
}

// warnDeep says once that tags are nested too deeply.
func (b *builder) warnDeep(pos int) {
	if !b.deep {
		b.deep = true
		b.warn(pos, 5, "Limit", maxDepth)
	}
}

// closeOpen closes the innermost container of the name, unless it stands
// outside of one of the given ones.
func (b *builder) closeOpen(name string, bounds ...string) {
	for i := len(b.frames) - 1; i > 0 && !b.frames[i].wall; i-- {
		if b.frames[i].tag == name {
			b.popTo(i + 1)
			b.pop()
			return
		}
		for _, s := range bounds {
			if b.frames[i].tag == s {
				return
			}
		}
	}
}

func (b *builder) summary(t *tag) {
	kind, in := policy.Summary, policy.Details
	if t.atom == atom.Caption {
		kind, in = policy.Caption, policy.Table
	}
	b.closeLeaf()
	if i := b.inner(); i == 0 || b.frames[i].block.Kind != in || len(b.kids) > b.frames[i].from {
		kind = policy.Para // out of place: words like any others
	}
	b.openLeaf(leaf{kind: kind, tag: t.name, id: t.id, lang: t.lang, pos: t.pos})
}

func (b *builder) listTag(t *tag) {
	switch t.atom {
	case atom.Ul:
		b.open(t, policy.Block{Kind: policy.List})
		return
	case atom.Ol:
		start := 1
		if t.hasStart {
			start = t.start
		}
		n := len(b.frames)
		b.open(t, policy.Block{Kind: policy.List, Ordered: true, Start: start})
		if len(b.frames) > n {
			f := &b.frames[len(b.frames)-1]
			f.next, f.delim = start, '.'
			if t.kind != "" {
				f.kind = t.kind[0]
			}
		}
		return
	}
	b.closeLeaf()
	b.closeOpen("li", "ul", "ol")
	n := len(b.frames)
	b.open(t, policy.Block{Kind: policy.ListItem})
	if len(b.frames) == n {
		return
	}
	item := &b.frames[len(b.frames)-1]
	item.spot = inTag(t)
	for i := len(b.frames) - 2; i > 0; i-- {
		if list := &b.frames[i]; list.block.Kind == policy.List && !list.through {
			if t.hasValue {
				list.next = t.value
			}
			item.num = list.next
			list.next++
			return
		}
	}
}

func (b *builder) tableTag(t *tag) {
	b.closeLeaf()
	switch t.atom {
	case atom.Table:
		b.open(t, policy.Block{Kind: policy.Table})
	case atom.Thead, atom.Tbody, atom.Tfoot:
		for _, s := range [...]string{"td", "th", "tr", "thead", "tbody", "tfoot"} {
			b.closeOpen(s, "table")
		}
		b.through(t)
	case atom.Tr:
		for _, s := range [...]string{"td", "th", "tr"} {
			b.closeOpen(s, "table")
		}
		b.open(t, policy.Block{Kind: policy.Row})
	case atom.Td, atom.Th:
		for _, s := range [...]string{"td", "th"} {
			b.closeOpen(s, "tr", "table")
		}
		cell := policy.Block{Kind: policy.Cell, Header: t.atom == atom.Th, ColSpan: t.colspan, RowSpan: t.rowspan}
		switch strings.ToLower(t.align) {
		case "left":
			cell.Align = policy.AlignLeft
		case "center":
			cell.Align = policy.AlignCenter
		case "right":
			cell.Align = policy.AlignRight
		}
		b.open(t, cell)
	}
}
