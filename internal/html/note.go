package html

import (
	"strconv"

	"diptych/internal/policy"
)

// noteRef writes a reference to a note.
func (w *Writer) noteRef(r *policy.Run) {
	if r.ID != "" && r.Op.InNew() {
		if w.refs == nil {
			w.refs = map[int][]string{}
		}
		w.refs[r.Num] = append(w.refs[r.Num], r.ID)
	}
	w.raw(`<sup class="note-ref"><a href="#`)
	w.anchor(policy.NoteID(r.Num))
	w.byte('"')
	w.id(r.ID)
	w.byte('>')
	w.text(r.Text)
	w.raw("</a></sup>")
}

// note writes a footnote with its number before its first words and the ways
// back behind its last.
func (w *Writer) note(k *policy.Block) {
	w.open(k, "li", "note")
	w.noteLead = k
	w.leadBack(k.Level, k.Op, k.Blocks)
	for i := range k.Blocks {
		p := &k.Blocks[i]
		if i > 0 || p.Kind != policy.Para || p.Blocks != nil || p.Op != policy.Same || p.Key || p.ID != "" || p.Lang != "" {
			w.block(p)
			continue
		}
		outer := w.tongue.into(p)
		w.inner(p)
		w.tongue.Lang = outer
	}
	w.beginWords() // of a note without any
	w.waysBack()
	w.raw("</li>\n")
}

// wayBack is what links a note to its references: it waits for the end of the
// note's last paragraph, behind which it stands.
type wayBack struct {
	num    int // of the note
	behind *policy.Block
	refs   []string // ids
}

// leadBack has the ways back to a note's references written behind its blocks.
func (w *Writer) leadBack(num int, op policy.Op, blocks []policy.Block) {
	w.back = wayBack{}
	if !op.InNew() { // it has the number of another note
		return
	}
	w.back.num, w.back.refs = num, w.refs[num]
	if len(w.back.refs) > maxWays {
		w.back.refs = w.back.refs[:1]
	}
	if last := len(blocks) - 1; last >= 0 && blocks[last].Kind == policy.Para {
		w.back.behind = &blocks[last]
	}
}

// maxWays is how many ways back a note may have; beyond it has only the first.
const maxWays = 9

// waysBack links a note to each reference to it that stands on the page. The
// words fit no other link: a page may have many notes, in two languages.
func (w *Writer) waysBack() {
	refs := w.back.refs
	if len(refs) == 0 {
		w.back = wayBack{}
		return
	}
	words := w.opt.Words.NoteBack + " [" + strconv.Itoa(w.back.num) + "]"
	w.back = wayBack{}
	for i, id := range refs {
		w.raw(` <a class="aside" href="#`)
		w.anchor(id)
		if i == 0 {
			w.raw(`">`)
			w.text(words)
			w.raw("</a>")
			continue
		}
		n := strconv.Itoa(i + 1)
		w.raw(`" aria-label="`)
		w.text(words + " " + n)
		w.raw(`">`)
		w.raw(n)
		w.raw("</a>")
	}
}
