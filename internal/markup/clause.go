package markup

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/label"
	"diptych/internal/policy"
)

// assembler makes the clauses of a text out of its blocks. A block without a
// heading or label belongs to the clause before it, also where a person would
// count it to one further out: what stands below (a), (b) and (c) stays with
// (c), because clauses are flat and their order is the order of reading.
type assembler struct {
	b        *builder
	out      []*policy.Clause
	headings []level // open headings, outermost first
	rows     []row   // open rows of labelled paragraphs, outermost first
	blocks   []policy.Block
}

type level struct {
	level  int
	clause *policy.Clause
}

// clauses returns the clauses of the text that was built.
func (b *builder) clauses() []*policy.Clause {
	a := &assembler{b: b, out: make([]*policy.Clause, 0, len(b.tops)+8)}
	for i := range b.tops {
		t := &b.tops[i]
		switch {
		case b.full:
			return nil
		case t.head:
			a.heading(t)
		case t.block.Kind == policy.Para && a.paragraph(t):
		default:
			if t.attrs != nil {
				b.noFormer(t.attrs)
			}
			if len(a.out) == 0 {
				a.start(a.clause(policy.Preamble, nil, t))
			}
			a.blocks = append(a.blocks, t.block)
		}
	}
	if len(b.notes) > 0 {
		a.end()
		a.out = append(a.out, &policy.Clause{ID: "notes", Origin: policy.Derived, Form: policy.Endnotes, Depth: 1, Blocks: b.notes, Pos: b.pos(len(b.src))})
		a.items(b.notes, a.out[len(a.out)-1])
	} else {
		a.end()
	}
	b.name(a.out)
	b.checkIgnores(a.out)
	return a.out
}

// checkIgnores reports attributes that accept findings and belong to no clause, and
// those that stand where none can: the page would print them, with their reason.
func (b *builder) checkIgnores(clauses []*policy.Clause) {
	if b.opt.Settled {
		return
	}
	if mayPrintReason(b.text) {
		for _, c := range clauses {
			if c.Form != policy.Item { // its blocks stand in those of its clause
				b.checkReasons(c)
			}
		}
	}
	for _, start := range slices.Sorted(maps.Keys(b.attrs)) {
		if at := b.attrs[start]; at.ignore != nil {
			b.report(b.pos(at.offset), diag.Warning, diag.Ignore, 10)
		}
	}
}

// clause makes a clause below its parent; nil is the text itself.
func (a *assembler) clause(form policy.Form, parent *policy.Clause, t *top) *policy.Clause {
	c := a.b.newClause(t.pos)
	c.Form, c.Parent, c.Depth, c.Pos = form, parent, 1, a.b.pos(t.pos)
	if parent != nil {
		c.Depth = parent.Depth + 1
	}
	return c
}

// section returns the innermost open heading, or nil.
func (a *assembler) section() *policy.Clause {
	if n := len(a.headings); n > 0 {
		return a.headings[n-1].clause
	}
	return nil
}

// start ends the clause before and begins c, whose place is known.
func (a *assembler) start(c *policy.Clause) {
	a.end()
	a.out = append(a.out, c)
}

// end gives the last clause its blocks, and adds the items in them behind it.
func (a *assembler) end() {
	if len(a.out) == 0 {
		return
	}
	c := a.out[len(a.out)-1]
	if len(a.blocks) > 0 {
		c.Blocks = a.b.keepBlocks(a.blocks)
		a.blocks = a.blocks[:0]
		a.items(c.Blocks, c)
	}
}

// items adds the clauses of the list items in blocks.
func (a *assembler) items(blocks []policy.Block, owner *policy.Clause) {
	for i := range blocks {
		blk := &blocks[i]
		if blk.Kind == policy.List {
			a.listItems(blk.Blocks, owner)
		} else if blk.Blocks != nil {
			a.items(blk.Blocks, owner)
		}
	}
}

func (a *assembler) listItems(items []policy.Block, owner *policy.Clause) {
	var prev policy.Label
	for i := range items {
		c := items[i].Clause
		if c == nil {
			a.items(items[i].Blocks, owner)
			continue
		}
		c.Parent, c.Depth = owner, owner.Depth+1
		c.Label = label.After(c.Label, prev)
		prev = c.Label
		a.out = append(a.out, c)
		a.items(items[i].Blocks, c)
	}
}

func (a *assembler) heading(t *top) {
	for n := len(a.headings); n > 0 && a.headings[n-1].level >= t.level; n-- {
		a.headings = a.headings[:n-1]
	}
	c := a.clause(policy.Heading, a.section(), t)
	c.Label, c.Head = cutLabel(t.block.Runs)
	a.identify(c, t)
	a.headings = append(a.headings, level{t.level, c})
	a.rows = a.rows[:0]
	a.start(c)
}

// paragraph begins a clause with a paragraph that has a label. A label opens
// a row inside the row before, unless its family numbers an open row already:
// then it goes on with that one. Decimals are of one family, and one with
// more components stands inside one with fewer.
func (a *assembler) paragraph(t *top) bool {
	l, runs := cutLabel(t.block.Runs)
	if l.IsZero() {
		return false
	}
	n := a.place(l)
	if n < len(a.rows) {
		l = label.After(l, a.rows[n].clause.Label)
	} else if n > 0 {
		if again := label.After(l, a.rows[n-1].clause.Label); again.Style != l.Style {
			l, n = again, n-1
		}
	}
	parent := a.section()
	if n > 0 {
		parent = a.rows[n-1].clause
	}
	c := a.clause(policy.Paragraph, parent, t)
	c.Label = l
	a.identify(c, t)
	a.rows = append(a.rows[:n], row{l.Style, len(l.Path), c})
	a.start(c)
	block := t.block
	block.Runs, block.ID, block.Key = runs, "", false
	a.blocks = append(a.blocks, block)
	return true
}

// identify applies what the source says of a clause.
func (a *assembler) identify(c *policy.Clause, t *top) {
	if t.block.ID != "" {
		c.ID, c.Origin = t.block.ID, policy.Explicit
		a.b.anchors--
	}
	c.Key = t.block.Key
	a.b.keepSpot(c, t.spot)
	if t.attrs != nil {
		c.Only, c.Reason, c.Former = policy.Lang(t.attrs.only), t.attrs.reason, a.b.former(t.attrs, c.ID)
		c.Ignore = a.b.accepted(t.attrs)
	}
}

// reasonMark is how the reason of an ignore begins, however it is written. Nobody
// else writes that.
var reasonMark = regexp.MustCompile(`(?i)because(=|[\s*_]*[=＝][\s*_]*["'“”‘’「])`)

// mayPrintReason reports whether words are worth looking at.
func mayPrintReason(s string) bool {
	return strings.Contains(s, "ecause") || strings.Contains(s, "ECAUSE")
}

// checkReasons reports words of a clause that hold the reason of an ignore. The
// reason is cut off, so that no other problem quotes it.
func (b *builder) checkReasons(c *policy.Clause) {
	if printsReason(c.Head) || blocksPrintReason(c.Blocks) {
		b.report(c.Pos, diag.Error, diag.Ignore, 11)
		c.Head = withoutReason(c.Head)
		cutBlockReasons(c.Blocks)
	}
}

func cutBlockReasons(blocks []policy.Block) {
	for i := range blocks {
		if x := &blocks[i]; x.Kind != policy.Code {
			x.Runs = withoutReason(x.Runs)
			cutBlockReasons(x.Blocks)
		}
	}
}

// withoutReason returns runs up to where a reason begins in them.
func withoutReason(runs []policy.Run) []policy.Run {
	if !printsReason(runs) {
		return runs
	}
	at := reasonMark.FindStringIndex(reasonWords(runs))[0]
	for i := range runs {
		n := len(reasonWords(runs[i : i+1]))
		if at < n {
			out := slices.Clone(runs[:i+1])
			out[i].Text = out[i].Text[:at]
			return out
		}
		at -= n
	}
	return runs
}

func blocksPrintReason(blocks []policy.Block) bool {
	return slices.ContainsFunc(blocks, func(x policy.Block) bool {
		return x.Kind != policy.Code && (printsReason(x.Runs) || blocksPrintReason(x.Blocks))
	})
}

// printsReason reports whether words, with those of images, hold a reason: in one
// format or several.
func printsReason(runs []policy.Run) bool {
	if !slices.ContainsFunc(runs, func(r policy.Run) bool { return mayPrintReason(r.Text) }) {
		return false
	}
	return reasonMark.MatchString(reasonWords(runs))
}

// reasonWords are words in which a reason is looked for.
func reasonWords(runs []policy.Run) string {
	var b strings.Builder
	for _, r := range runs {
		if r.Marks&policy.CodeMark != 0 {
			b.WriteByte('`')
		} else {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

// describe applies the attributes of a list item.
func (b *builder) describe(c *policy.Clause, at *attributes) {
	if at == nil {
		return
	}
	if at.id != "" {
		if id := b.checkID(at.id, at.offset); id != "" {
			c.ID, c.Origin = id, policy.Explicit
		}
	}
	c.Key, c.Only, c.Reason, c.Former = at.key, policy.Lang(at.only), at.reason, b.former(at, c.ID)
	c.Ignore = b.accepted(at)
}

// accepted returns what attributes accept, with its place; they have said it then.
func (b *builder) accepted(a *attributes) *policy.Ignore {
	x := a.ignore
	if a.ignore = nil; x != nil {
		x.Pos = b.pos(a.offset)
	}
	return x
}
