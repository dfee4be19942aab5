package docx

import "diptych/internal/policy"

// settle ends the paragraphs that stand between what was woven and the next rune
// of the old text, of the new one, or of both. A paragraph that ends in both
// texts at one place has stayed; another one was split or joined, came or went.
func (w *weaver) settle(old, new bool) {
	for (old && w.old.ends()) || (new && w.new.ends()) {
		switch o, n := w.old.ends(), w.new.ends(); {
		case o && n && w.old.alike(&w.new):
			w.stop(true, true)
		case o && old && (w.old.begun || !n || !new || !w.new.begun && !w.old.isLast()):
			w.stop(true, false)
		case n && new:
			w.stop(false, true)
		default:
			return
		}
	}
}

// pause ends, at the end of a merged paragraph, those that were read to their
// end.
func (w *weaver) pause() {
	o, n := w.old.ends() && w.old.begun, w.new.ends() && w.new.begun
	if o || n {
		w.stop(o, n)
	}
}

// alike reports whether two paragraphs that end here are one: both have words
// that were read, or neither has and they are of one kind.
func (c *cursor) alike(d *cursor) bool {
	return c.begun == d.begun && (c.begun || c.para().frame.role == d.para().frame.role)
}

// stop ends a line where a paragraph ends in the old text, the new one or both.
func (w *weaver) stop(old, new bool) {
	w.seal()
	l := &line{spans: w.line}
	w.line = nil
	if old {
		l.old = w.old.pass()
		l.op = policy.Deleted
	}
	if new {
		l.new = w.new.pass()
		l.op = policy.Inserted
	}
	if old && new {
		l.op = policy.Same
	} else if s := l.spans; l.isUnit() && isMove(s[0].op) && s[0].op.InOld() == old {
		l.op, l.unit = s[0].op, s[0].unit
	}
	w.out = append(w.out, part{line: l})
}

// isUnit reports whether a line has words, all of one stretch: only then does
// its end move with them. LibreOffice leaves the end of another line behind.
func (l *line) isUnit() bool {
	for _, s := range l.spans {
		if s.unit != l.spans[0].unit || s.op != l.spans[0].op {
			return false
		}
	}
	return len(l.spans) > 0
}

// end ends the last paragraphs. It reports whether both texts were read whole.
func (w *weaver) end() bool {
	w.settle(true, true)
	if w.old.shut && w.old.isLast() && w.new.isLast() {
		w.stop(true, true)
	}
	return !w.apart && w.line == nil && w.old.at == len(w.old.elements) && w.new.at == len(w.new.elements)
}
