package redline

import (
	"diptych/internal/policy"
	"diptych/internal/redline/plan"
)

// cut is a seam as it stands in a view.
type cut struct {
	*plan.Seam
	view plan.View
}

// seamed writes a part of the paragraphs of a bunch as it stands in the view: at
// the old end of a move the first part is all of them.
func (w *part) seamed(t *plan.Block, at spot) []policy.Block {
	key := cut{t.Seam, at.view}
	parts, ok := w.cuts[key]
	if !ok {
		at.acc.formats.add(Split)
		parts = w.cut(t.Seam, at)
		w.noteMore(t)
		if w.cuts == nil {
			w.cuts = map[cut][]policy.Block{}
		}
		w.cuts[key] = parts
	}
	if t.Formed {
		at.acc.formats.add(Structure)
	}
	switch {
	case at.view != plan.OldSide:
		return parts[t.Part : t.Part+1]
	case t.Part > 0:
		return nil
	}
	return parts
}

// cut writes the paragraphs of one side of a seam.
func (w *part) cut(s *plan.Seam, at spot) []policy.Block {
	shapes := s.News
	if at.view == plan.OldSide {
		shapes = s.Olds
	}
	out := make([]policy.Block, 0, len(shapes))
	start := func() {
		b := *shapes[len(out)]
		b.Op, b.Runs = at.view.Same(), nil
		if !b.Op.InNew() {
			b.ID = w.ids.was(b.ID)
		}
		out = append(out, b)
	}
	start()
	runs := w.runsWithout(s.Diff, s.Lost, at.view, at.acc)
	whole := w.leaves.of(s.Diff.New.Runs)
	if at.view == plan.OldSide {
		whole = w.leaves.of(s.Diff.Old.Runs)
	}
	for _, b := range shapes {
		w.note(b.Runs, whole)
	}
	if at.view == plan.Both {
		for _, b := range s.Olds {
			w.note(b.Runs, whole)
		}
	}
	for _, r := range runs {
		if r.Kind == policy.Words && r.Text == plan.Stitch {
			if (at.view != plan.Both || r.Op.InNew()) && len(out) < len(shapes) {
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
