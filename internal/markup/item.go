package markup

import (
	"strconv"
	"strings"

	"diptych/internal/label"
	"diptych/internal/policy"
)

// closeItem gives a finished list item its clause, where it has a label: the
// number of an ordered list, or a label that its words begin with.
func (b *builder) closeItem(f *frame) {
	if b.note {
		return
	}
	i := b.inner()
	list := &b.frames[i]
	var label policy.Label
	if list.block.Kind == policy.List && i > 0 && list.block.Ordered {
		label = itemLabel(f.num, list.kind, list.delim)
	} else if len(f.block.Blocks) > 0 && f.block.Blocks[0].Kind == policy.Para {
		label, f.block.Blocks[0].Runs = cutLabel(f.block.Blocks[0].Runs)
	}
	a := f.attrs
	f.attrs = nil
	if label.IsZero() {
		if a != nil {
			f.block.Key = a.key
			if a.id != "" && f.block.ID == "" {
				f.block.ID = b.checkID(a.id, a.offset)
			}
			b.noFormer(a)
		}
		return
	}
	c := b.newClause(f.pos)
	c.Form, c.Label, c.Blocks, c.Pos = policy.Item, label, f.block.Blocks, b.pos(f.pos)
	if f.block.ID != "" {
		c.ID, c.Origin, f.block.ID = f.block.ID, policy.Explicit, ""
	}
	b.describe(c, a)
	b.keepSpot(c, f.spot)
	f.block.Clause = c
}

// itemLabel spells the number of an item as a list prints it. kind is that of
// <ol type>: 1, a, A, i or I.
func itemLabel(n int, kind, delim byte) policy.Label {
	text, style := strconv.Itoa(n), policy.StyleDecimal
	if delim == ')' {
		style = policy.StyleDigitHalf
	}
	switch {
	case kind == 'a' && n >= 1 && n <= 26:
		text, style = string(rune('a'+n-1)), policy.StyleAlpha
	case kind == 'A' && n >= 1 && n <= 26:
		text, style = string(rune('A'+n-1)), policy.StyleUpperAlpha
	case kind == 'i' && label.Roman(n) != "":
		text, style = label.Roman(n), policy.StyleRoman
	case kind == 'I' && label.Roman(n) != "":
		text, style = strings.ToUpper(label.Roman(n)), policy.StyleUpperRoman
	}
	return policy.Label{Text: text + string(delim), Gap: " ", Style: style, Path: []int{n}}
}
