package docx

import "fmt"

// end is where a move begins or ends in a line: before a span, or behind the last.
type end struct {
	span  int
	unit  int
	id    string
	close bool
}

// findRanges finds where the ends of moves begin and end.
func (w *writer) findRanges(parts []part) {
	w.ranges = map[*line][]end{}
	type place struct {
		line *line
		span int
	}
	first, last := map[int]place{}, map[int]place{}
	var order []int
	for _, p := range parts {
		if p.line == nil {
			continue
		}
		for i, s := range p.line.spans {
			if w.moves.name(s.unit) == 0 {
				continue
			}
			if _, ok := first[s.unit]; !ok {
				first[s.unit] = place{p.line, i}
				order = append(order, s.unit)
			}
			last[s.unit] = place{p.line, i + 1}
		}
	}
	for _, u := range order {
		id := w.id()
		a, b := first[u], last[u]
		w.ranges[a.line] = append(w.ranges[a.line], end{a.span, u, id, false})
		w.ranges[b.line] = append(w.ranges[b.line], end{b.span, u, id, true})
	}
}

// rangeMarks writes the ends of moves that stand before a span.
func (w *writer) rangeMarks(l *line, span int) {
	for _, closing := range []bool{true, false} {
		for _, e := range w.ranges[l] {
			if e.span != span || e.close != closing {
				continue
			}
			tag := opTag(w.moves.units[e.unit-1].op) + "Range"
			if closing {
				w.raw("<" + tag + `End w:id="` + e.id + `"/>`)
				continue
			}
			fmt.Fprintf(w.out, `<%sStart w:id="%s" w:author="%s"`, tag, e.id, author)
			if !w.opt.Date.IsZero() {
				w.raw(` w:date="` + w.opt.Date.String() + `T00:00:00Z"`)
			}
			fmt.Fprintf(w.out, ` w:name="move%d"/>`, w.moves.name(e.unit))
		}
	}
}
