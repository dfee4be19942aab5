package docx

import (
	"unicode"

	"diptych/internal/policy"
)

// isMove reports whether the op is that of an end of a move.
func isMove(op policy.Op) bool { return op == policy.MovedTo || op == policy.MovedFrom }

// moves are the stretches of a merged text that stand elsewhere in the other
// text. A stretch is the largest part that moved as one: a clause, a block, or
// words that follow each other.
type moves struct {
	units []*unit
	open  int // stretch of words that may go on; 0 is none
}

// unit is one end of a move.
type unit struct {
	op    policy.Op
	fixed bool   // it cannot be said: it begins in a table or note, or cites a note
	kept  []rune // what is the same at both ends: its words without what was edited
	name  int    // the move that it is an end of; 0 is none
}

// begin begins a stretch and returns its number.
func (m *moves) begin(op policy.Op, fixed bool) int {
	m.units = append(m.units, &unit{op: op, fixed: fixed})
	return len(m.units)
}

// note puts a piece into the stretch that it belongs to. In a table or note,
// which are fixed, the piece is then no part of a move any more.
func (m *moves) note(p *piece, fixed bool) {
	if isMove(p.op) {
		if p.unit == 0 {
			p.unit = m.stretch(p.op, fixed)
		}
		u := m.units[p.unit-1]
		u.fixed = u.fixed || p.run.Kind == policy.NoteRef // some programs lose count of notes that move
		if !p.label {
			for _, r := range p.text {
				if !unicode.IsSpace(r) {
					u.kept = append(u.kept, r)
				}
			}
		}
	} else if p.unit == 0 {
		m.open = 0
	}
	if fixed {
		p.op, p.unit = plainOp(p.op), 0
	}
}

// stretch returns the stretch of words that goes on with the op, or a new one.
func (m *moves) stretch(op policy.Op, fixed bool) int {
	if m.open == 0 || m.units[m.open-1].op != op {
		m.open = m.begin(op, fixed)
	}
	return m.open
}

// rest ends a stretch of words: a paragraph is over.
func (m *moves) rest() { m.open = 0 }

// plainOp is what a move is where it cannot be said.
func plainOp(op policy.Op) policy.Op {
	switch op {
	case policy.MovedTo:
		return policy.Inserted
	case policy.MovedFrom:
		return policy.Deleted
	}
	return op
}

// pair finds the two ends of each move by the words that are the same at both,
// the first with the first where there are several.
func (m *moves) pair() {
	from := map[string][]int{}
	for i := range m.units {
		if u := m.units[i]; u.op == policy.MovedFrom && !u.fixed {
			from[string(u.kept)] = append(from[string(u.kept)], i)
		}
	}
	n := 0
	for i := range m.units {
		u := m.units[i]
		if u.op != policy.MovedTo || u.fixed {
			continue
		}
		if ends := from[string(u.kept)]; len(ends) > 0 {
			n++
			u.name, m.units[ends[0]].name = n, n
			from[string(u.kept)] = ends[1:]
		}
	}
}

// name returns the number of the move that a stretch is an end of, 0 where its
// other end was not found.
func (m *moves) name(unit int) int {
	if unit == 0 {
		return 0
	}
	return m.units[unit-1].name
}

// confirm has a move said only where words of both its ends stand in lines of
// the body. An end whose words all went into a table is none.
func (m *moves) confirm(parts []part) {
	stands := map[int]bool{} // by unit
	for _, p := range parts {
		if p.line != nil {
			for _, s := range p.line.spans {
				stands[s.unit] = true
			}
		}
	}
	lost := map[int]bool{} // by move
	for i, u := range m.units {
		if u.name > 0 && !stands[i+1] {
			lost[u.name] = true
		}
	}
	for _, u := range m.units {
		if lost[u.name] {
			u.name = 0
		}
	}
	if len(lost) == 0 {
		return
	}
	for _, p := range parts {
		if l := p.line; l != nil {
			l.op, l.unit = m.said(l.op, l.unit)
			for i := range l.spans {
				s := &l.spans[i]
				s.op, s.unit = m.said(s.op, s.unit)
			}
		}
	}
}

// said returns what Word is told of an op and its stretch: a move without
// another end is an insertion or a deletion.
func (m *moves) said(op policy.Op, unit int) (policy.Op, int) {
	switch {
	case m.name(unit) > 0:
		return op, unit
	case isMove(op):
		return plainOp(op), 0
	}
	return op, 0
}
