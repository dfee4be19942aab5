package redline

import (
	"diptych/internal/align"
	"diptych/internal/policy"
	"diptych/internal/redline/plan"
	"diptych/internal/redline/words"
)

// weaver makes the runs of a merged leaf.
type weaver struct {
	view plan.View
	acc  *account
	ids  *pageIDs
	out  []policy.Run
	last piece // what out ends with, so that it can grow

	lost   map[int]string // labels that stood before tokens of the old leaf, and are to be written
	anchor func(s *plan.Shift, op policy.Op) policy.Run
	beside map[[2]int]bool // tokens of both sides between which and those before a sentence moved
}

type piece struct {
	l        *words.Leaf
	run      int
	from, to int
	op       policy.Op
	was      *policy.Run // see policy.Run.Was
}

// runs returns the merged runs of a leaf pair. What stayed carries the new
// formatting, but at the old end of a move the old one.
func (w *part) runs(d *words.Diff, v plan.View, acc *account) []policy.Run {
	return w.runsWithout(d, nil, v, acc)
}

// runsWithout returns the merged runs of a leaf pair. Before tokens of the old
// leaf stood labels that are lost.
func (w *part) runsWithout(d *words.Diff, lost map[int]string, v plan.View, acc *account) []policy.Run {
	var l Leaf
	l.Verdict = acc.apart(func() { l.Merged = w.woven(d, lost, v, acc) })
	if v != plan.OldSide {
		w.note(d.New.Runs, l)
	}
	if v != plan.NewSide {
		w.note(d.Old.Runs, l)
	}
	return l.Merged
}

func (w *part) woven(d *words.Diff, lost map[int]string, v plan.View, acc *account) []policy.Run {
	weave := &weaver{view: v, acc: acc, ids: w.ids, lost: lost, anchor: w.shiftEnd, beside: besideShifts(d, acc.shifts)}
	i, j := 0, 0
	acc.leaf(d)
	for k, h := range d.Hunks {
		weave.keptTo(d, i, j, h.A0)
		touches := k+1 < len(d.Hunks) && d.Hunks[k+1].A0 == h.A1 && d.Hunks[k+1].B0 == h.B1
		i, j = weave.hunk(d, h, touches)
		acc.hunk(d, h, v)
	}
	i, j = weave.keptTo(d, i, j, len(d.Old.Tokens))
	weave.gap(d, i, j)
	weave.shed(i)
	if len(d.New.Runs) > 0 && v != plan.OldSide {
		return w.ids.stale.in(weave.out, w.ids.stale[&d.New.Runs[0]])
	}
	return weave.out
}

// keptTo writes the tokens up to one of the old leaf, which are on both sides,
// and returns those to go on with. Where nothing else is to be written among
// them, what is the same to the byte is written at once.
func (w *weaver) keptTo(d *words.Diff, i, j, to int) (int, int) {
	plain := w.view != plan.OldSide && len(w.lost)+len(w.beside) == 0
	for i < to {
		n := 0
		if plain {
			n = d.Alike(i, j, to)
		}
		if n == 0 {
			w.kept(d, i, j)
			i, j = i+1, j+1
			continue
		}
		w.gap(d, i, j)
		w.stayed(d, d.Old.Tokens[i].Start, d.Old.Tokens[i+n-1].End, d.New.Tokens[j].Start, d.New.Tokens[j+n-1].End)
		i, j = i+n, j+n
	}
	return i, j
}

// kept writes a token that is on both sides, with the space before it. Inside
// a number with its unit the space can be of another kind.
func (w *weaver) kept(d *words.Diff, i, j int) {
	w.gap(d, i, j)
	w.token(d, i, j)
}

func (w *weaver) token(d *words.Diff, i, j int) {
	if x, y := d.Old.Word(i), d.New.Word(j); x != y && !words.SameSpace(x, y, false) {
		w.acc.spacing()
	}
	w.shed(i)
	switch s, t := &d.Old.Tokens[i], &d.New.Tokens[j]; {
	case w.view == plan.OldSide:
		w.piece(d.Old, i, w.view.Same())
	case t.Kind == words.Object:
		w.add(piece{d.New, t.Run, t.Start, t.End, w.view.Same(), before(&d.Old.Runs[s.Run], &d.New.Runs[t.Run])})
	default:
		w.stayed(d, s.Start, s.End, t.Start, t.End)
	}
}

// stayed writes bytes of the new leaf that are in the old one too, with the
// formats that they had. Where they are of different lengths, as white space
// can be, that is the format with which the old ones begin.
func (w *weaver) stayed(d *words.Diff, i, iEnd, j, jEnd int) {
	for j < jEnd {
		old, iTo := d.Old.RunAt(i)
		new, jTo := d.New.RunAt(j)
		n := min(jTo, jEnd) - j
		if iEnd-i == jEnd-j {
			n = min(n, iTo-i)
		}
		w.add(piece{d.New, new, j, j + n, w.view.Same(), before(&d.Old.Runs[old], &d.New.Runs[new])})
		if iEnd-i == jEnd-j {
			i += n
		}
		j += n
	}
}

// before returns the old run where its words look different or lead elsewhere.
func before(old, new *policy.Run) *policy.Run {
	if words.SameFormat(old, new) && plan.SameImage(old.Image, new.Image) {
		return nil
	}
	return old
}

// gap writes the space before the tokens i and j: kept where both sides have
// one, be it of another kind, else inserted or deleted.
func (w *weaver) gap(d *words.Diff, i, j int) {
	x, y := d.Old.Space(i), d.New.Space(j)
	slack := d.New.LineEdge(j) && d.Old.LineEdge(i)
	beside := w.beside[[2]int{i, j}]
	if x != y && !beside && !words.SameSpace(x, y, slack) {
		w.acc.spacing()
	}
	switch {
	case x == "" && y == "":
	case (slack || x != "" && y != "") && w.view == plan.OldSide:
		w.space(d.Old, i, w.view.Same())
	case x != "" && y != "":
		i, j := d.Old.SpaceEnd(i), d.New.SpaceEnd(j)
		w.stayed(d, i-len(x), i, j-len(y), j)
	case slack:
		w.space(d.New, j, w.view.Same())
	case beside:
		w.space(d.Old, i, policy.MovedFrom)
		w.space(d.New, j, policy.MovedTo)
	default:
		w.space(d.Old, i, policy.Deleted)
		w.space(d.New, j, policy.Inserted)
	}
}

// hunk writes what was deleted, then what was inserted, and returns the tokens
// to go on with. The space that a deleted or inserted word leaves behind goes
// after it rather than before.
func (w *weaver) hunk(d *words.Diff, h align.Hunk, touches bool) (i, j int) {
	lead, trail := false, false
	switch {
	case h.A0 < h.A1 && h.B0 < h.B1:
		lead = d.Old.Space(h.A0) != "" && d.New.Space(h.B0) != ""
		if lead {
			w.gap(d, h.A0, h.B0)
		}
	case !touches:
		// One side is empty: lead is the space both sides have, before the
		// hunk here and after it there.
		lead = d.Old.Space(h.A0) != "" && d.New.Space(h.B0) != "" && h.A1 < len(d.Old.Tokens)
		if lead {
			w.gap(d, h.A0, h.B0)
			trail = true
		}
	}
	del, ins := policy.Deleted, policy.Inserted
	if s := w.acc.shifts[plan.ShiftEnd{Diff: d, Hunk: h}]; s != nil {
		del, ins = policy.MovedFrom, policy.MovedTo
		op := ins
		if h.A0 < h.A1 {
			op = del
		}
		w.out = append(w.out, w.anchor(s, op))
		w.last = piece{}
	}
	w.side(d.Old, h.A0, h.A1, del, lead)
	if trail && h.A0 < h.A1 {
		w.space(d.Old, h.A1, policy.Deleted)
	}
	w.side(d.New, h.B0, h.B1, ins, lead)
	if trail && h.B0 < h.B1 {
		w.space(d.New, h.B1, policy.Inserted)
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
func (w *weaver) side(s *words.Leaf, from, to int, op policy.Op, spaced bool) {
	for i := from; i < to; i++ {
		if i > from || !spaced {
			w.space(s, i, op)
		}
		if !op.InNew() {
			w.shed(i)
		}
		w.piece(s, i, op)
	}
}

// shed writes the labels that stood before token i of the old leaf.
func (w *weaver) shed(i int) {
	if words := w.lost[i]; words != "" && w.view != plan.NewSide {
		w.out = append(w.out, policy.Run{Op: w.view.Left(), Text: words})
		w.last = piece{}
	}
}

// besideShifts returns the tokens of both sides before which sentences that
// moved stand, or stood: the space beside them came or went along.
func besideShifts(d *words.Diff, shifts map[plan.ShiftEnd]*plan.Shift) map[[2]int]bool {
	if len(shifts) == 0 {
		return nil
	}
	out := map[[2]int]bool{}
	for _, h := range d.Hunks {
		if shifts[plan.ShiftEnd{Diff: d, Hunk: h}] != nil {
			out[[2]int{h.A0, h.B0}], out[[2]int{h.A1, h.B1}] = true, true
		}
	}
	return out
}

// hidden reports whether a part with the op has no place in the view.
func (w *weaver) hidden(op policy.Op) bool {
	return w.view == plan.NewSide && !op.InNew() || w.view == plan.OldSide && !op.InOld()
}

func (w *weaver) space(s *words.Leaf, i int, op policy.Op) {
	if sp := s.Space(i); sp != "" && !w.hidden(op) {
		to := s.SpaceEnd(i)
		w.bytes(s, to-len(sp), to, op)
	}
}

func (w *weaver) piece(s *words.Leaf, i int, op policy.Op) {
	if w.hidden(op) {
		return
	}
	t := &s.Tokens[i]
	if t.Kind == words.Object {
		w.add(piece{s, t.Run, t.Start, t.End, op, nil})
		return
	}
	w.bytes(s, t.Start, t.End, op)
}

// bytes writes text[from:to], run by run.
func (w *weaver) bytes(s *words.Leaf, from, to int, op policy.Op) {
	for from < to {
		run, end := s.RunAt(from)
		end = min(to, end)
		w.add(piece{s, run, from, end, op, nil})
		from = end
	}
}

func (w *weaver) add(p piece) {
	r := &p.l.Runs[p.run]
	if w.last.l == p.l && w.last.run == p.run && w.last.op == p.op && w.last.was == p.was && w.last.to == p.from && r.Kind == policy.Words {
		w.last.to = p.to
		w.out[len(w.out)-1].Text = p.l.Text[w.last.from:p.to]
		return
	}
	w.last = p
	run := *r
	run.Op, run.Was = p.op, p.was
	if r.Kind == policy.Words {
		run.Text = p.l.Text[p.from:p.to]
	}
	if !p.op.InNew() {
		w.ids.outdate(&run)
	}
	w.out = append(w.out, run)
}
