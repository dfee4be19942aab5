package redline

import "diptych/internal/policy"

// seamed writes the paragraphs of a bunch as they stand in the view.
func (w *part) seamed(t *blockNode, at spot) []policy.Block {
	v := at.view
	at.acc.formats.add(Split)
	at.acc.editorial = true
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
	runs := w.runs(t.diff, v, at.acc)
	whole := w.leaves.of(t.diff.New.Runs)
	if v == oldSide {
		whole = w.leaves.of(t.diff.Old.Runs)
	}
	for _, b := range shapes {
		w.note(b.Runs, whole)
	}
	if v == both {
		for _, b := range t.olds {
			w.note(b.Runs, whole)
		}
	}
	for _, r := range runs {
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
