package docx

import (
	"iter"
	"strconv"
	"strings"

	"diptych/internal/policy"
)

// note lays a footnote apart. Its number is no part of its words: Word counts.
func (l *layer) note(b *policy.Block) {
	l.within(b.Op, func() {
		n := &note{op: l.op}
		n.old, n.new = noteNumbers(b, l.op)
		outer, out, fixed, flat := l.frame, l.out, l.fixed, l.flat
		l.frame, l.out, l.fixed, l.flat = frame{role: noteWords}, &n.paras, true, true
		l.blocks(b.Blocks)
		l.flush()
		l.frame, l.out, l.fixed, l.flat = outer, out, fixed, flat
		l.sheet.notes = append(l.sheet.notes, n)
	})
}

// noteNumbers reads the numbers of a note in the old and the new text. One that
// went or was renumbered has them as labels.
func noteNumbers(b *policy.Block, op policy.Op) (old, new int) {
	old, new = b.Level, b.Level
	if c := b.Clause; c != nil {
		new = labelNumber(c.Label)
		if old = new; !c.OldLabel.IsZero() {
			old = labelNumber(c.OldLabel)
		}
	}
	if !op.InOld() {
		old = 0
	}
	if !op.InNew() {
		new = 0
	}
	return old, new
}

func labelNumber(l policy.Label) int {
	n, _ := strconv.Atoi(strings.Trim(l.Text, "[]"))
	return n
}

// cites returns the numbers of the notes that words of the body refer to. ok
// says that they come in their order, as Word would count them: where a note is
// cited by another note alone, it would not.
func (s *sheet) cites() (cited map[int]bool, ok bool) {
	cited, ok = map[int]bool{}, true
	for p := range s.paras() {
		for _, x := range p.pieces {
			if isRef(x.run) && !cited[x.run.Num] {
				cited[x.run.Num] = true
				ok = ok && x.run.Num == len(cited)
			}
		}
	}
	return cited, ok
}

// footnotes returns the notes of one text that are cited, by their numbers.
func (s *sheet) footnotes(cited map[int]bool) map[int]*note {
	out := map[int]*note{}
	for _, n := range s.notes {
		if cited[n.new] {
			out[n.new] = n
		}
	}
	return out
}

// paras yields the paragraphs of the body, those in tables too.
func (s *sheet) paras() iter.Seq[*para] {
	return func(yield func(*para) bool) { _ = eachPara(s.body, yield) }
}

func eachPara(es []element, yield func(*para) bool) bool {
	for _, e := range es {
		if e.para != nil && !yield(e.para) {
			return false
		}
		if e.table == nil {
			continue
		}
		for _, r := range e.table.rows {
			for _, c := range r.cells {
				if !eachPara(c.paras, yield) {
					return false
				}
			}
		}
	}
	return true
}

// close ends the body: with the notes that nothing in it cites, printed with
// their numbers because Word has no other place for them, and with an empty
// paragraph, whose mark nothing deletes.
func (s *sheet) close(old, new map[int]bool) {
	for _, n := range s.notes {
		inOld, inNew := n.old > 0 && !old[n.old], n.new > 0 && !new[n.new]
		lead := []piece{n.number(n.old, policy.Deleted), n.number(n.new, policy.Inserted)}
		if n.old == n.new {
			lead = []piece{n.number(n.old, policy.Same)}
		}
		for _, e := range n.paras {
			p := *e.para
			p.pieces = nil
			for _, x := range append(lead, e.para.pieces...) {
				switch o, n := inOld && x.op.InOld(), inNew && x.op.InNew(); {
				case o && !n:
					x.op = policy.Deleted
				case n && !o:
					x.op = policy.Inserted
				case !o && !n:
					continue
				}
				p.pieces = append(p.pieces, x)
			}
			lead = nil
			if p.size = size(p.pieces); p.size > 0 {
				s.body = append(s.body, element{para: &p})
			}
		}
	}
	s.body = append(s.body, element{para: &para{}})
}

// number is the number of a note as words.
func (n *note) number(num int, op policy.Op) piece {
	return piece{text: "[" + strconv.Itoa(num) + "] ", run: &policy.Run{}, op: op}
}
