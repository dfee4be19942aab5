package redline

import (
	"diptych/internal/align"
	"diptych/internal/policy"
)

// view says which sides of a pair stand at a place.
type view uint8

const (
	both    view = iota // the pair stays where it was
	newSide             // the new end of a move: everything is in the new text only
	oldSide             // the old end of a move
)

func (v view) same() policy.Op {
	return [...]policy.Op{policy.Same, policy.MovedTo, policy.MovedFrom}[v]
}

// weaver makes the runs of a merged leaf.
type weaver struct {
	m    *merger
	view view
	out  []policy.Run
	last piece // what out ends with, so that it can grow
}

type piece struct {
	s        *strand
	run      int
	from, to int
	op       policy.Op
}

// runs returns the merged runs of a leaf pair. What stayed carries the new
// formatting, but at the old end of a move the old one.
func (m *merger) runs(d *leafDiff, v view) []policy.Run {
	w := &weaver{m: m, view: v}
	i, j := 0, 0
	m.acc.leaf(d)
	for k, h := range d.hunks {
		for i < h.A0 {
			w.kept(d, i, j)
			i++
			j++
		}
		touches := k+1 < len(d.hunks) && d.hunks[k+1].A0 == h.A1 && d.hunks[k+1].B0 == h.B1
		i, j = w.hunk(d, h, touches)
		m.acc.hunk(d, h, v)
	}
	for i < len(d.a.tokens) {
		w.kept(d, i, j)
		i++
		j++
	}
	w.gap(d, i, j)
	return w.out
}

// kept writes a token that is on both sides, with the space before it.
func (w *weaver) kept(d *leafDiff, i, j int) {
	w.gap(d, i, j)
	w.token(d, i, j)
}

func (w *weaver) token(d *leafDiff, i, j int) {
	if w.view == oldSide {
		w.piece(d.a, i, w.view.same())
	} else {
		w.piece(d.b, j, w.view.same())
	}
	w.m.acc.tokens(d, i, j)
}

// gap writes the space before the tokens i and j: kept where both sides have
// one, else inserted or deleted.
func (w *weaver) gap(d *leafDiff, i, j int) {
	x, y := d.a.space(i), d.b.space(j)
	slack := d.b.lineEdge(j) && d.a.lineEdge(i)
	switch {
	case x == "" && y == "":
	case (slack || x != "" && y != "") && w.view == oldSide:
		w.space(d.a, i, w.view.same())
	case slack || x != "" && y != "":
		w.space(d.b, j, w.view.same())
	default:
		w.space(d.a, i, policy.Deleted)
		w.space(d.b, j, policy.Inserted)
		w.m.acc.spacing()
	}
}

// hunk writes what was deleted, then what was inserted, and returns the tokens
// to go on with. The space that a deleted or inserted word leaves behind goes
// after it rather than before.
func (w *weaver) hunk(d *leafDiff, h align.Hunk, touches bool) (i, j int) {
	lead, trail := false, false
	switch {
	case h.A0 < h.A1 && h.B0 < h.B1:
		lead = d.a.space(h.A0) != "" && d.b.space(h.B0) != ""
		if lead {
			w.gap(d, h.A0, h.B0)
		}
	case !touches:
		// One side is empty: lead is the space both sides have, before the
		// hunk here and after it there.
		lead = d.a.space(h.A0) != "" && d.b.space(h.B0) != "" && h.A1 < len(d.a.tokens)
		if lead {
			w.gap(d, h.A0, h.B0)
			trail = true
		}
	}
	w.side(d.a, h.A0, h.A1, policy.Deleted, lead)
	if trail && h.A0 < h.A1 {
		w.space(d.a, h.A1, policy.Deleted)
	}
	w.side(d.b, h.B0, h.B1, policy.Inserted, lead)
	if trail && h.B0 < h.B1 {
		w.space(d.b, h.B1, policy.Inserted)
	}
	if trail {
		// The space before the next kept token is written.
		w.token(d, h.A1, h.B1)
		return h.A1 + 1, h.B1 + 1
	}
	return h.A1, h.B1
}

// side writes the tokens of one side with the spaces between them, and the
// one before the first unless that was written.
func (w *weaver) side(s *strand, from, to int, op policy.Op, spaced bool) {
	for i := from; i < to; i++ {
		if i > from || !spaced {
			w.space(s, i, op)
		}
		w.piece(s, i, op)
	}
}

// hidden reports whether a part with the op has no place in the view.
func (w *weaver) hidden(op policy.Op) bool {
	return w.view == newSide && !op.InNew() || w.view == oldSide && !op.InOld()
}

func (w *weaver) space(s *strand, i int, op policy.Op) {
	if sp := s.space(i); sp != "" && !w.hidden(op) {
		to := len(s.text)
		if i < len(s.tokens) {
			to = s.tokens[i].start
		}
		w.bytes(s, to-len(sp), to, op)
	}
}

func (w *weaver) piece(s *strand, i int, op policy.Op) {
	if w.hidden(op) {
		return
	}
	t := &s.tokens[i]
	if t.kind == object {
		w.add(piece{s, t.run, t.start, t.end, op})
		return
	}
	w.bytes(s, t.start, t.end, op)
}

// bytes writes text[from:to], run by run.
func (w *weaver) bytes(s *strand, from, to int, op policy.Op) {
	for c := s.runAt(from); from < to; c++ {
		end := min(to, s.ends[c])
		w.add(piece{s, c, from, end, op})
		from = end
	}
}

func (w *weaver) add(p piece) {
	r := &p.s.runs[p.run]
	if w.last.s == p.s && w.last.run == p.run && w.last.op == p.op && w.last.to == p.from && r.Kind == policy.Words {
		w.last.to = p.to
		w.out[len(w.out)-1].Text = p.s.text[w.last.from:p.to]
		return
	}
	w.last = p
	run := *r
	run.Op = p.op
	if r.Kind == policy.Words {
		run.Text = p.s.text[p.from:p.to]
	}
	if !p.op.InNew() {
		w.m.outdate(&run)
	}
	w.out = append(w.out, run)
}
