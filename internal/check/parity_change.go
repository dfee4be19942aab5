package check

import (
	"slices"

	"diptych/internal/bitext"
	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// parityChange reports a clause whose words changed from the version before in
// one language only. A clause that is new in one language alone is
// parityClause's; a change that catches up with one made earlier in the other
// language is none to report.
func parityChange(s subject, x twin, say voice) {
	steps := newSteps(s, x)
	for _, c := range steps.from(x.version) {
		for _, d := range c.Drifts {
			steps.sayDrift(c, d, x, say)
		}
		sec, still, changed, other := c.Left, c.Right, x.left, x.right
		switch c.OneSided {
		case bitext.Neither:
			continue
		case bitext.RightSide:
			sec, still, changed, other = c.Right, c.Left, x.right, x.left
		}
		if still == nil && sec.Old == nil {
			continue
		}
		clause, deleted := sec.New, sec.New == nil
		if deleted {
			clause = sec.Old
		}
		prev := s.policy.Previous(x.version)
		if steps.owed(prev, clause.ID, c.OneSided) {
			continue
		}
		values := []any{
			"Clause", clause.ID, "Words", called(clause), "Version", prev.Name,
			"Lang", changed.Language(), "Other", other.Language(), "Place", whereStill(still, other, clause.ID),
		}
		if deleted {
			say.at(clause.Pos, 2, values...)
		} else {
			say.at(clause.Pos, 1, values...)
		}
	}
}

// sayDrift reports a paragraph, item or row of a clause that changed in one
// language only, while another part of the clause changed in the other.
func (st *steps) sayDrift(c bitext.Change, d bitext.Drift, x twin, say voice) {
	changed, other, units, still, clause := x.left, x.right, d.Left, d.Right, c.Left.New
	if d.Side == bitext.RightSide {
		changed, other, units, still, clause = x.right, x.left, d.Right, d.Left, c.Right.New
	}
	prev := st.s.policy.Previous(x.version)
	if clause == nil || clause.StandsAlone() || st.owed(prev, clause.ID, d.Side) || !d.Deleted && st.caughtUp(prev, changed, other, units, still) {
		return
	}
	values := []any{
		"Clause", clause.ID, "Words", diag.Words(cut(units[0].Words, 30)), "Version", prev.Name,
		"Lang", changed.Language(), "Other", other.Language(), "Place", place(still[0]),
	}
	if d.Deleted {
		say.at(place(units[0]), 4, values...)
	} else {
		say.at(place(units[0]), 3, values...)
	}
}

// steps is the changes of both languages from version to version, compared
// when they are asked for.
type steps struct {
	s           subject
	left, right policy.Lang
	known       map[*policy.Version][]bitext.Change
}

func newSteps(s subject, x twin) *steps {
	return &steps{s, x.left.Lang, x.right.Lang, map[*policy.Version][]bitext.Change{}}
}

// from returns the changes of a version from the one before it; nil where one
// of the four texts is missing.
func (st *steps) from(v *policy.Version) []bitext.Change {
	if c, ok := st.known[v]; ok {
		return c
	}
	st.known[v] = nil
	prev := st.s.policy.Previous(v)
	if prev == nil {
		return nil
	}
	var r [2]*redline.Redline
	for i, lang := range [...]policy.Lang{st.left, st.right} {
		old, now := prev.Text(lang), v.Text(lang)
		if old == nil || now == nil {
			return nil
		}
		r[i] = st.s.alignments.Compare(st.s.ctx, old, now)
	}
	all := bitext.Changes(st.s.ctx, r[0], r[1], st.s.alignments.Of(st.s.ctx, r[0].Old, r[1].Old), st.s.alignments.Of(st.s.ctx, r[0].New, r[1].New))
	st.known[v] = slices.DeleteFunc(all, func(c bitext.Change) bool { return c.Told })
	return st.known[v]
}

// owed reports whether a clause, when it last changed before the version after v,
// changed in the language that is not side's alone, so that side had to follow:
// unless that change did no more than follow one of side's.
func (st *steps) owed(v *policy.Version, id string, side bitext.Side) bool {
	for ; v != nil; v = st.s.policy.Previous(v) {
		for _, c := range st.from(v) {
			if !about(c, id) {
				continue
			}
			if c.OneSided != bitext.Neither {
				return c.OneSided != side && !st.owed(st.s.policy.Previous(v), id, c.OneSided)
			}
			if len(c.Drifts) > 0 {
				return slices.ContainsFunc(c.Drifts, func(d bitext.Drift) bool { return d.Side != side })
			}
			if c.Left != nil && len(c.Left.Changes) > 0 || c.Right != nil && len(c.Right.Changes) > 0 {
				return false
			}
		}
	}
	return false
}

// about reports whether a change is one of the clause.
func about(c bitext.Change, id string) bool {
	for _, s := range [...]*redline.Section{c.Left, c.Right} {
		if s != nil && (s.New != nil && s.New.ID == id || s.New == nil && s.Old != nil && s.Old.ID == id) {
			return true
		}
	}
	return false
}

// whereStill returns the place of the clause in the text that did not change.
func whereStill(still *redline.Section, other *policy.Text, id string) diag.Pos {
	c := other.Clause(id)
	if still != nil && still.New != nil {
		c = still.New
	}
	if c == nil {
		return other.Pos
	}
	return c.Pos
}
