package html

import (
	"bytes"
	"strconv"

	"diptych/internal/policy"
)

// noteRef writes a reference to a note.
func (e *Env) noteRef(b *bytes.Buffer, r *policy.Run) {
	if r.ID != "" && r.Op.InNew() {
		if e.refs == nil {
			e.refs = map[int][]string{}
		}
		e.refs[r.Num] = append(e.refs[r.Num], r.ID)
	}
	b.WriteString(`<sup class="note-ref"><a href="#`)
	escape(b, e.anchor(policy.NoteID(r.Num)))
	b.WriteByte('"')
	e.id(b, r.ID)
	b.WriteByte('>')
	escape(b, r.Text)
	b.WriteString("</a></sup>")
}

// note writes a footnote with its number before its first words and the ways
// back behind its last.
func (e *Env) note(b *bytes.Buffer, k *policy.Block) {
	e.open(b, k, "li", "note")
	e.noteLead = k
	e.leadBack(k.Level, k.Op, k.Blocks)
	for i := range k.Blocks {
		p := &k.Blocks[i]
		if i > 0 || p.Kind != policy.Para || p.Blocks != nil || p.Op != policy.Same || p.Key || p.ID != "" || p.Lang != "" {
			e.block(b, p)
			continue
		}
		outer := e.Tongue.into(p)
		e.inner(b, p)
		e.Tongue.Lang = outer
	}
	e.beginWords(b) // of a note without any
	e.waysBack(b)
	b.WriteString("</li>\n")
}

// wayBack is what links a note to its references: it waits for the end of the
// note's last paragraph, behind which it stands.
type wayBack struct {
	num    int // of the note
	behind *policy.Block
	refs   []string // ids
}

// leadBack has the ways back to a note's references written behind its blocks.
func (e *Env) leadBack(num int, op policy.Op, blocks []policy.Block) {
	e.back = wayBack{}
	if !op.InNew() { // it has the number of another note
		return
	}
	e.back.num, e.back.refs = num, e.refs[num]
	if len(e.back.refs) > maxWays {
		e.back.refs = e.back.refs[:1]
	}
	if last := len(blocks) - 1; last >= 0 && blocks[last].Kind == policy.Para {
		e.back.behind = &blocks[last]
	}
}

// maxWays is how many ways back a note may have; beyond it has only the first.
const maxWays = 9

// waysBack links a note to each reference to it that stands on the page. The
// words fit no other link: a page may have many notes, in two languages.
func (e *Env) waysBack(b *bytes.Buffer) {
	refs, words := e.back.refs, e.Words.NoteBack+" ["+strconv.Itoa(e.back.num)+"]"
	e.back = wayBack{}
	for i, id := range refs {
		b.WriteString(` <a class="aside" href="#`)
		escape(b, e.anchor(id))
		if i == 0 {
			b.WriteString(`">`)
			escape(b, words)
			b.WriteString("</a>")
			continue
		}
		n := strconv.Itoa(i + 1)
		b.WriteString(`" aria-label="`)
		escape(b, words+" "+n)
		b.WriteString(`">`)
		b.WriteString(n)
		b.WriteString("</a>")
	}
}
