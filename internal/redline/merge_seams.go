package redline

import "diptych/internal/policy"

// seamed writes the paragraphs of a bunch as they stand in the view.
func (w *part) seamed(t *blockNode, at spot) []policy.Block {
	v := at.view
	at.acc.formats.add(Split)
	shapes := t.news
	if v == oldSide {
		shapes = t.olds
	}
	out := make([]policy.Block, 0, len(shapes))
	start := func() {
		b := *shapes[len(out)]
		b.Op, b.Runs = v.same(), nil
		if !b.Op.InNew() {
			b.ID = w.ids.was(b.ID)
		}
		out = append(out, b)
	}
	start()
	for _, r := range w.runs(t.diff, v, at.acc) {
		if r.Kind == policy.Words && r.Text == seam {
			if (v != both || r.Op.InNew()) && len(out) < len(shapes) {
				start()
			}
			continue
		}
		b := &out[len(out)-1]
		b.Runs = append(b.Runs, r)
	}
	for len(out) < len(shapes) {
		start()
	}
	return out
}
