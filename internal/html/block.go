package html

import (
	"bytes"
	"strconv"

	"diptych/internal/policy"
)

// Blocks writes blocks, one a line.
func (e *Env) Blocks(b *bytes.Buffer, blocks []policy.Block) {
	for i := range blocks {
		e.block(b, &blocks[i])
	}
}

func (e *Env) block(b *bytes.Buffer, k *policy.Block) {
	outer := e.Tongue.into(k)
	switch k.Kind {
	case policy.Para:
		e.words(b, k, "p", "")
	case policy.Subheading:
		e.words(b, k, "h"+string(rune('0'+min(max(k.Level, 3), 6))), "subheading")
	case policy.Summary:
		e.words(b, k, "summary", "")
	case policy.Caption:
		e.words(b, k, "caption", "")
	case policy.Cell: // outside of a row
		e.words(b, k, "div", "")
	case policy.List:
		e.list(b, k)
	case policy.ListItem: // outside of a list
		e.item(b, k, false)
	case policy.Table:
		e.table(b, k)
	case policy.Row:
		e.row(b, k, false)
	case policy.Quote:
		e.container(b, k, "blockquote", "")
	case policy.Details:
		e.container(b, k, "details", "")
	case policy.Code:
		e.open(b, k, "pre", "")
		b.WriteString("<code>")
		e.beginWords(b)
		e.Runs(b, k.Runs)
		b.WriteString("</code></pre>\n")
	case policy.Rule:
		e.open(b, k, "hr", "")
		b.WriteByte('\n')
	case policy.Note:
		e.note(b, k)
	}
	e.Tongue.Lang = outer
}

// open writes a start tag with what blocks have in common.
func (e *Env) open(b *bytes.Buffer, k *policy.Block, name, class string) {
	b.WriteByte('<')
	b.WriteString(name)
	if class != "" || k.Key || k.Op != policy.Same {
		b.WriteString(` class="`)
		b.WriteString(class)
		sep := class != ""
		if k.Key {
			if sep {
				b.WriteByte(' ')
			}
			b.WriteString("key")
			sep = true
		}
		if k.Op != policy.Same {
			if sep {
				b.WriteByte(' ')
			}
			b.WriteString(opClass(k.Op))
		}
		b.WriteByte('"')
	}
	e.id(b, k.ID)
	if k.Lang != "" {
		b.WriteString(` lang="`)
		escape(b, k.Lang)
		b.WriteByte('"')
	}
	b.WriteByte('>')
}

func closeTag(b *bytes.Buffer, name string) {
	b.WriteString("</")
	b.WriteString(name)
	b.WriteByte('>')
}

// words writes a block of words, or its blocks where it holds some.
func (e *Env) words(b *bytes.Buffer, k *policy.Block, name, class string) {
	e.open(b, k, name, class)
	e.inner(b, k)
	closeTag(b, name)
	b.WriteByte('\n')
}

func (e *Env) inner(b *bytes.Buffer, k *policy.Block) {
	if k.Blocks != nil {
		e.Blocks(b, k.Blocks)
		return
	}
	e.beginWords(b)
	e.keyMark(b, k.Key)
	e.Runs(b, k.Runs)
	if k == e.back.behind {
		e.waysBack(b)
	}
	e.endWords(b)
}

func (e *Env) container(b *bytes.Buffer, k *policy.Block, name, class string) {
	e.open(b, k, name, class)
	b.WriteByte('\n')
	e.Blocks(b, k.Blocks)
	closeTag(b, name)
	b.WriteByte('\n')
}

// list writes a list. Where its items have labels these are real text, and
// the class labelled lets the theme turn off the browser's own.
func (e *Env) list(b *bytes.Buffer, k *policy.Block) {
	name, class := "ul", ""
	if k.Ordered {
		name = "ol"
	}
	for i := range k.Blocks {
		if k.Blocks[i].Clause != nil {
			class = "labelled"
			break
		}
	}
	e.beginWords(b) // of an item that is nothing but a list
	e.open(b, k, name, class)
	if k.Ordered && class == "" && k.Start != 1 { // of a note: its items have no labels
		b.Truncate(b.Len() - 1)
		b.WriteString(` start="`)
		b.WriteString(strconv.Itoa(k.Start))
		b.WriteString(`">`)
	}
	b.WriteByte('\n')
	for i := range k.Blocks {
		if k.Blocks[i].Kind == policy.ListItem {
			e.item(b, &k.Blocks[i], k.Tight)
		} else {
			e.block(b, &k.Blocks[i])
		}
	}
	closeTag(b, name)
	b.WriteByte('\n')
}

func (e *Env) item(b *bytes.Buffer, k *policy.Block, tight bool) {
	around := e.Tongue.into(k)
	outer, tail, clause := e.lead, e.tail, e.clause
	op := k.Op
	num, isNote := 0, false
	if c := k.Clause; c != nil {
		num, isNote = policy.NoteNumber(c.ID)
		b.WriteString(`<li class="clause`)
		if c.Op != policy.Same {
			op = c.Op
		}
		shown := *c
		shown.Op = op
		e.clauseAttributes(b, &shown)
		b.WriteByte('>')
		e.lead, e.tail, e.clause = c, nil, c
		if isNote { // that got another number
			e.leadBack(num, op, k.Blocks)
		}
	} else {
		e.open(b, k, "li", "")
		e.keyMark(b, k.Key)
	}
	for i := range k.Blocks {
		p := &k.Blocks[i]
		if !tight || p.Kind != policy.Para || p.Op != policy.Same && p.Op != op || p.Key || p.Lang != "" || p.ID != "" {
			if i > 0 && tight {
				b.WriteByte('\n')
			}
			e.block(b, p)
			continue
		}
		if i > 0 {
			b.WriteString("<br>")
		}
		e.beginWords(b)
		e.Runs(b, p.Runs)
	}
	if k.Clause != nil {
		e.beginWords(b)
		if isNote {
			e.waysBack(b)
		}
		e.lead, e.tail, e.clause = outer, tail, clause
	}
	b.WriteString("</li>\n")
	e.Tongue.Lang = around
}
