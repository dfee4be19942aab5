package redline

import "diptych/internal/policy"

// cut is a seam as it stands in a view.
type cut struct {
	*seam
	view view
}

// seamed writes a part of the paragraphs of a bunch as it stands in the view: at
// the old end of a move the first part is all of them.
func (w *part) seamed(t *blockNode, at spot) []policy.Block {
	key := cut{t.seam, at.view}
	parts, ok := w.cuts[key]
	if !ok {
		at.acc.formats.add(Split)
		parts = w.cut(t.seam, at)
		if w.cuts == nil {
			w.cuts = map[cut][]policy.Block{}
		}
		w.cuts[key] = parts
	}
	if t.formed {
		at.acc.formats.add(Structure)
	}
	switch {
	case at.view != oldSide:
		return parts[t.part : t.part+1]
	case t.part > 0:
		return nil
	}
	return parts
}

// cut writes the paragraphs of one side of a seam.
func (w *part) cut(s *seam, at spot) []policy.Block {
	shapes := s.news
	if at.view == oldSide {
		shapes = s.olds
	}
	out := make([]policy.Block, 0, len(shapes))
	start := func() {
		b := *shapes[len(out)]
		b.Op, b.Runs = at.view.same(), nil
		if !b.Op.InNew() {
			b.ID = w.ids.was(b.ID)
		}
		out = append(out, b)
	}
	start()
	runs := w.runsWithout(s.diff, s.lost, at.view, at.acc)
	whole := w.leaves.of(s.diff.New.Runs)
	if at.view == oldSide {
		whole = w.leaves.of(s.diff.Old.Runs)
	}
	for _, b := range shapes {
		w.note(b.Runs, whole)
	}
	if at.view == both {
		for _, b := range s.olds {
			w.note(b.Runs, whole)
		}
	}
	for _, r := range runs {
		if r.Kind == policy.Words && r.Text == stitch {
			if (at.view != both || r.Op.InNew()) && len(out) < len(shapes) {
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
