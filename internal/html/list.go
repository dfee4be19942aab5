package html

import (
	"strconv"

	"diptych/internal/policy"
)

// list writes a list. Where its items have labels these are real text, and
// the class labelled lets the theme turn off the browser's own.
func (w *Writer) list(k *policy.Block) {
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
	w.beginWords() // of an item that is nothing but a list
	w.start(k, name, class)
	if k.Ordered && class == "" && k.Start != 1 { // of a note: its items have no labels
		w.attr("start", strconv.Itoa(k.Start))
	}
	w.raw(">\n")
	for i := range k.Blocks {
		if k.Blocks[i].Kind == policy.ListItem {
			w.item(&k.Blocks[i], k.Tight)
		} else {
			w.block(&k.Blocks[i])
		}
	}
	w.endTag(name)
	w.byte('\n')
}

func (w *Writer) item(k *policy.Block, tight bool) {
	around := w.tongue.into(k)
	outer, tail, clause := w.lead, w.tail, w.clause
	op := k.Op
	num, isNote := 0, false
	if c := k.Clause; c != nil {
		num, isNote = policy.NoteNumber(c.ID)
		w.raw(`<li class="clause`)
		if c.Op != policy.Same {
			op = c.Op
		}
		w.clauseAttributes(c, op)
		w.byte('>')
		w.lead, w.tail, w.clause = c, nil, c
		if isNote { // that got another number
			w.leadBack(num, op, k.Blocks)
		}
	} else {
		w.open(k, "li", "")
		w.keyMark(k.Key)
	}
	w.flushNumbers()
	for i := range k.Blocks {
		p := &k.Blocks[i]
		if !tight || p.Kind != policy.Para || p.Op != policy.Same && p.Op != op || p.Key || p.Lang != "" || p.ID != "" {
			if i > 0 && tight {
				w.byte('\n')
			}
			w.block(p)
			continue
		}
		if i > 0 {
			w.raw("<br>")
		}
		w.beginWords()
		w.Runs(p.Runs)
	}
	if k.Clause != nil {
		w.beginWords()
		if isNote {
			w.waysBack()
		}
		w.lead, w.tail, w.clause = outer, tail, clause
	}
	w.raw("</li>\n")
	w.tongue.Lang = around
}
