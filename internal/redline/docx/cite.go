package docx

import "diptych/internal/policy"

// footnote is a note of the document. Word knows one place for each, so a note
// that is cited again is cited by its number there.
type footnote struct{ lines []*line }

// citer gives the references of the body their footnotes.
type citer struct {
	doc      *document
	merged   []*note
	old, new map[int]*note   // of each text, those that its body cites
	met      [2]map[int]bool // numbers that were cited before: in the old text, in the new one
}

// cite gives the references of the document their footnotes. A note that no
// words of a text's body cite is printed at its end and is no footnote, though
// another note printed there may cite it.
func (d *document) cite(merged []*note, old, new map[int]*note) {
	c := &citer{doc: d, merged: merged, old: old, new: new, met: [2]map[int]bool{{}, {}}}
	for _, p := range d.body {
		if p.line != nil {
			p.line.spans = c.spans(p.line.spans)
			continue
		}
		for _, r := range p.grid.rows {
			for _, x := range r.cells {
				for _, l := range x.lines {
					l.spans = c.spans(l.spans)
				}
			}
		}
	}
}

func (c *citer) spans(spans []span) []span {
	out := spans[:0:0]
	for i := 0; i < len(spans); i++ {
		s := spans[i]
		if !s.refers() {
			out = append(out, s)
			continue
		}
		if i+1 < len(spans) && s.op == policy.Deleted && spans[i+1].op == policy.Inserted && isRef(s.old) && isRef(spans[i+1].new) {
			// A number that changed is counted by Word: the reference has stayed.
			both := span{text: spans[i+1].text, op: policy.Same, unit: s.unit, old: s.old, new: spans[i+1].new}
			if c.first(0, both.old) && c.first(1, both.new) && c.pair(both.old.Num, both.new.Num) != nil {
				s = both
				i++
			}
		}
		out = append(out, c.span(s)...)
	}
	return out
}

// first reports whether a run is the first reference to its note in a text.
func (c *citer) first(side int, r *policy.Run) bool {
	notes := [2]map[int]*note{c.old, c.new}[side]
	return isRef(r) && !c.met[side][r.Num] && notes[r.Num] != nil
}

// span gives a reference its footnote. Where it is the first one in one of the
// texts only, it is another thing in each.
func (c *citer) span(s span) []span {
	old, new := c.first(0, s.old), c.first(1, s.new)
	for side, r := range [2]*policy.Run{s.old, s.new} {
		if isRef(r) {
			c.met[side][r.Num] = true
		}
	}
	if !old && !new {
		return []span{s}
	}
	if old && new {
		if lines := c.pair(s.old.Num, s.new.Num); lines != nil {
			s.note = c.add(lines)
			return []span{s}
		}
	}
	var out []span
	if s.old != nil {
		was := span{text: s.text, op: s.op, unit: s.unit, old: s.old}
		if s.op.InNew() {
			was.op = policy.Deleted
		}
		if old {
			was.text, was.note = s.old.Text, c.add(plainLines(c.old[s.old.Num]))
		}
		out = append(out, was)
	}
	if s.new != nil {
		is := span{text: s.text, op: s.op, unit: s.unit, new: s.new}
		if s.op.InOld() {
			is.op = policy.Inserted
		}
		if new {
			is.text, is.note = s.new.Text, c.add(plainLines(c.new[s.new.Num]))
		}
		out = append(out, is)
	}
	return out
}

func (c *citer) add(lines []*line) int {
	c.doc.notes = append(c.doc.notes, footnote{lines})
	return len(c.doc.notes)
}

// pair weaves the note that has the two numbers; nil where there is none.
func (c *citer) pair(old, new int) []*line {
	for _, n := range c.merged {
		if n.old != old || n.new != new || len(n.paras) == 0 {
			continue
		}
		w := weaver{moves: c.doc.moves}
		if lines, ok := w.shut(n.paras, c.old[old].paras, c.new[new].paras); ok {
			return lines
		}
	}
	return nil
}

// plainLines are the lines of a note in one text: it comes and goes with its
// reference.
func plainLines(n *note) []*line {
	out := make([]*line, len(n.paras))
	for i, e := range n.paras {
		out[i] = &line{old: e.para, new: e.para}
		for _, p := range e.para.pieces {
			out[i].spans = append(out[i].spans, span{text: p.text, old: p.run, new: p.run})
		}
	}
	return out
}
