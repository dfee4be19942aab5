package html

import "diptych/internal/policy"

// Blocks writes blocks, one a line.
func (w *Writer) Blocks(blocks []policy.Block) {
	w.begin()
	for i := range blocks {
		w.block(&blocks[i])
	}
}

func (w *Writer) block(k *policy.Block) {
	outer := w.tongue.into(k)
	switch k.Kind {
	case policy.Para:
		w.leaf(k, "p", "")
	case policy.Subheading:
		w.leaf(k, "h"+string(rune('0'+min(max(k.Level, 3), 6))), "subheading")
	case policy.Summary:
		w.leaf(k, "summary", "")
	case policy.Caption:
		w.leaf(k, "caption", "")
	case policy.Cell: // outside of a row
		w.leaf(k, "div", "")
	case policy.List:
		w.list(k)
	case policy.ListItem: // outside of a list
		w.item(k, false)
	case policy.Table:
		w.table(k)
	case policy.Row:
		w.row(k, false)
	case policy.Quote:
		w.container(k, "blockquote", "")
	case policy.Details:
		w.container(k, "details", "")
	case policy.Code:
		w.open(k, "pre", "")
		w.flushNumbers()
		w.raw("<code>")
		w.beginWords()
		w.Runs(k.Runs)
		w.raw("</code></pre>\n")
	case policy.Rule:
		w.open(k, "hr", "")
		w.byte('\n')
	case policy.Note:
		w.note(k)
	}
	w.tongue.Lang = outer
}

// open writes a start tag with what blocks have in common.
func (w *Writer) open(k *policy.Block, name, class string) {
	w.start(k, name, class)
	w.byte('>')
}

// start writes what open does without the end of the tag: attributes may follow.
func (w *Writer) start(k *policy.Block, name, class string) {
	w.byte('<')
	w.raw(name)
	if class != "" || k.Key || k.Op != policy.Same {
		w.raw(` class="`)
		w.raw(class)
		sep := class != ""
		if k.Key {
			if sep {
				w.byte(' ')
			}
			w.raw("key")
			sep = true
		}
		if k.Op != policy.Same {
			if sep {
				w.byte(' ')
			}
			w.raw(opClass(k.Op))
		}
		w.byte('"')
	}
	w.id(k.ID)
	if k.Lang != "" {
		w.attr("lang", k.Lang)
	}
}

func (w *Writer) endTag(name string) {
	w.raw("</")
	w.raw(name)
	w.byte('>')
}

// leaf writes a block of words, or its blocks where it holds some.
func (w *Writer) leaf(k *policy.Block, name, class string) {
	w.open(k, name, class)
	w.inner(k)
	w.endTag(name)
	w.byte('\n')
}

func (w *Writer) inner(k *policy.Block) {
	if k.Blocks != nil {
		w.Blocks(k.Blocks)
		return
	}
	w.flushNumbers()
	w.beginWords()
	w.keyMark(k.Key)
	w.Runs(k.Runs)
	if k == w.back.behind {
		w.waysBack()
	}
	w.endWords()
}

func (w *Writer) container(k *policy.Block, name, class string) {
	w.open(k, name, class)
	w.byte('\n')
	w.Blocks(k.Blocks)
	w.endTag(name)
	w.byte('\n')
}
