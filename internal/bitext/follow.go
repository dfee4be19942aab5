package bitext

import (
	"slices"
	"strings"
	"sync"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// trail knows, unit by unit, what changed in one language between two versions,
// and what of the other language answers to it, in whatever clause that stands.
// Each of that is found where it is first asked for: most sections never ask.
type trail struct {
	trace
	was, is    func() map[*policy.Clause][]answer // of the units of each section of the old and of the new text
	came, went func() words                       // what is in one of its texts only
	ids        func() map[string]bool             // of the clauses of the new text
}

// lineMarks is what stands before the words of a line that was meant as a heading or
// an item.
const lineMarks = "#*+ \t"

// words are those of units that are in one text only, and of parts of units.
type words struct{ whole, part map[string]bool }

// answer is a unit with those of the other text that answer to it.
type answer struct {
	unit Unit
	by   []Unit
}

// newTrails returns the trails of both languages. They know no units where a
// bitext is not known.
func newTrails(left, right *redline.Redline, was, is *Bitext) (l, r *trail) {
	if was == nil || is == nil {
		was, is = nil, nil
	}
	return newTrail(left, was, is, 0), newTrail(right, was, is, 1)
}

func newTrail(r *redline.Redline, was, is *Bitext, side int) *trail {
	t := &trail{trace: trace{redline: r}}
	t.was = sync.OnceValue(func() map[*policy.Clause][]answer { return answersOn(side, was) })
	t.is = sync.OnceValue(func() map[*policy.Clause][]answer { return answersOn(side, is) })
	t.came = sync.OnceValue(func() words { return t.collect(t.is(), policy.Inserted) })
	t.went = sync.OnceValue(func() words { return t.collect(t.was(), policy.Deleted) })
	t.ids = sync.OnceValue(func() map[string]bool {
		out := make(map[string]bool, len(r.New.Clauses))
		for _, c := range r.New.Clauses {
			out[c.ID] = true
		}
		return out
	})
	return t
}

// sides returns the units of the row: those of the left, and those of the right.
func (r *Row) sides() [2][]Unit { return [...][]Unit{r.Left, r.Right} }

// answersOn lists the units of one side of a bitext, which may be nil, by the
// sections in which they stand.
func answersOn(side int, b *Bitext) map[*policy.Clause][]answer {
	out := map[*policy.Clause][]answer{}
	if b == nil {
		return out
	}
	by := map[UnitKey][]Unit{}
	for row := range b.Paired() {
		us := row.sides()
		for i := range us[side] {
			by[us[side][i].Key()] = us[1-side]
		}
	}
	for i := range b.Rows {
		for _, u := range b.Rows[i].sides()[side] {
			c := u.Clause.Section()
			out[c] = append(out[c], answer{u, by[u.Key()]})
		}
	}
	return out
}

// collect returns the words of units that are in their text only.
func (t *trail) collect(units map[*policy.Clause][]answer, op policy.Op) words {
	into := words{map[string]bool{}, map[string]bool{}}
	for _, all := range units {
		for _, a := range all {
			if t.alone([]Unit{a.unit}) {
				into.whole[strings.Join(t.parts(a.unit, op), "")] = true
				continue
			}
			for _, s := range t.parts(a.unit, op) {
				into.part[s] = true
			}
		}
	}
	return into
}

// parts returns the words of a unit that came into it, or went from it.
func (t *trail) parts(u Unit, op policy.Op) []string {
	var out []string
	anyLeaf([]Unit{u}, func(runs []policy.Run) bool {
		merged := t.redline.Leaf(runs).Merged
		whole := merged == nil
		if whole {
			merged = runs
		}
		for i := range merged {
			r := &merged[i]
			s := strings.TrimSpace(strings.TrimLeft(r.Text, lineMarks))
			if r.Image != nil {
				s += "!" + r.Image.Dest
			}
			if s != "" && (whole || r.Op == op) {
				out = append(out, strings.Repeat("^", int(r.Marks&policy.Wording))+s)
			}
		}
		return false
	})
	return out
}

// moved reports whether the words that changed in a unit only went from one place
// to another: other is what changed at the other end. Parts of two units that
// are alike are not enough: two terms may have changed places.
func (t *trail) moved(u Unit, op policy.Op, other words) bool {
	parts := t.parts(u, op)
	if t.alone([]Unit{u}) {
		s := strings.Join(parts, "")
		return other.whole[s] || other.part[s]
	}
	if len(parts) == 0 { // what was split off stayed
		return !anyLeaf([]Unit{u}, t.edited)
	}
	return !slices.ContainsFunc(parts, func(s string) bool { return !other.whole[s] })
}

// edited reports whether something in a leaf itself came or went.
func (t *trail) edited(runs []policy.Run) bool {
	return slices.ContainsFunc(t.redline.Leaf(runs).Merged, func(r policy.Run) bool { return r.Op == policy.Inserted || r.Op == policy.Deleted })
}

// stayed reports whether units of the old text went, and all their words stand in
// another place of the new one.
func (t *trail) stayed(us []Unit) bool {
	return !slices.ContainsFunc(us, func(u Unit) bool { return !t.moved(u, policy.Deleted, t.came()) })
}

// followed reports whether the other language did what this one did in a section:
// each unit that changed answers to one that changed too, wherever that stands, or
// its words only went from one place of the text to another.
func (t *trail) followed(s *redline.Section, other *trail) bool {
	some := false
	for _, side := range [...]struct {
		units []answer
		op    policy.Op
		back  func() words // what changed at the other end
	}{{t.is()[s.New], policy.Inserted, t.went}, {t.was()[s.Old], policy.Deleted, t.came}} {
		for _, a := range side.units {
			switch us := []Unit{a.unit}; {
			case t.still(us):
				continue
			case t.moved(a.unit, side.op, side.back()):
			case len(a.by) == 0 && a.unit.Block == nil: // its paragraphs tell
				continue
			case other.still(a.by): // or nothing answers to it
				return false
			}
			some = true
		}
	}
	return some
}
