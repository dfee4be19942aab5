package check

import (
	"slices"

	"diptych/internal/policy"
	"diptych/internal/redline"
	"diptych/internal/reference"
)

// strayed is a reference that has been stale since a version and that nobody
// has mended.
type strayed struct {
	redline.StaleReference
	version string // the last one in which it was right
	right   bool   // it means again what it meant then
}

// astray lists the references of a text that are stale: since the version before,
// or since an earlier one, as long as their paragraph stays as it is and they
// still mean what they came to mean then. A redline of two versions shows only
// what went stale between them.
func astray(s subject, v *policy.Version, t *policy.Text) []strayed {
	row := unbroken(s.policy, v, t)
	var out []strayed
	for i := len(row) - 1; i > 0; i-- {
		old, now := row[i].Text(t.Lang), row[i-1].Text(t.Lang)
		out = carried(out, now)
		for _, x := range s.alignments.Compare(s.ctx, old, now).Stale {
			known := slices.ContainsFunc(out, func(y strayed) bool { return y.In == x.In && y.Block == x.Block && y.Words == x.Words })
			if !known {
				out = append(out, strayed{StaleReference: x, version: row[i].Name})
			}
		}
		out = slices.DeleteFunc(out, func(x strayed) bool { return x.right })
	}
	return out
}

// unbroken lists versions from v back, as far as some paragraph with a reference
// of t stands in all of them.
func unbroken(p *policy.Policy, v *policy.Version, t *policy.Text) []*policy.Version {
	live := sayings(t)
	row := []*policy.Version{v}
	for old := p.Previous(v); old != nil && old.Text(t.Lang) != nil && len(live) > 0; old = p.Previous(old) {
		row = append(row, old)
		stood := sayings(old.Text(t.Lang))
		for words := range live {
			if !stood[words] {
				delete(live, words)
			}
		}
	}
	return row
}

// sayings are the paragraphs of a text that refer to something.
func sayings(t *policy.Text) map[string]bool {
	out := map[string]bool{}
	for _, l := range reference.Read(t).Leaves {
		out[l.Words] = true
	}
	return out
}

// carried returns those references, of the version before, that stand in the same
// words in a text.
func carried(before []strayed, t *policy.Text) []strayed {
	if len(before) == 0 {
		return nil
	}
	var out []strayed
	for _, l := range reference.Read(t).Leaves {
		for i := range l.Mentions {
			for _, x := range before {
				if x.standsIn(l, i) && x.follow(l.Targets[i], t) {
					x.In, x.Block = l.Clause, l.Block
					out = append(out, x)
					break
				}
			}
		}
	}
	return out
}

// standsIn reports whether mention i of a leaf is the reference, in a later
// version.
func (x *strayed) standsIn(l *reference.Leaf, i int) bool {
	runs := x.In.Head
	if x.Block != nil {
		runs = x.Block.Runs
	}
	m := &l.Mentions[i]
	return l.Spelled(i) == x.Words && !m.Quiet && !m.Foreign && l.Clause.Section().ID == x.In.Section().ID &&
		(l.Block == nil) == (x.Block == nil) && l.Words == policy.PlainRuns(runs)
}

// follow notes what the reference means in a later version, and what it should
// mean there. It reports whether both can be told.
func (x *strayed) follow(now reference.Target, t *policy.Text) bool {
	if now.Several || now.Clause == nil && !now.Missing && x.Now != "" {
		return false
	}
	if x.Present != nil {
		var known bool
		if x.Present, known = again(x.Present, t); !known {
			return false
		}
	}
	x.Now = redline.NameOf(now)
	x.right = now.Clause != nil && (x.Now == x.Was || now.Block == nil && now.Clause == x.Present)
	return true
}

// again returns the clause of a text that a clause of the version before is, nil
// where it is gone; ok is false where nobody can tell: one without an id that
// is called otherwise.
func again(c *policy.Clause, t *policy.Text) (now *policy.Clause, ok bool) {
	if c.ID != "" {
		return t.Clause(c.ID), true
	}
	for _, d := range t.Clauses {
		if d.ID == "" && d.Section().ID == c.Section().ID && d.Name() == c.Name() {
			return d, true
		}
	}
	return nil, false
}
