package bitext

import (
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// trail knows, unit by unit, what changed in one language between two versions,
// and what of the other language answers to it, in whatever clause that stands.
type trail struct {
	trace
	was, is map[*policy.Clause][]answer // of the units of each section of the old and of the new text
	// came and went are the words of the units that are in one of its texts only.
	came, went map[string]bool
}

// answer is a unit with those of the other text that answer to it.
type answer struct {
	unit Unit
	by   []Unit
}

// newTrails returns the trails of both languages; nothing where a bitext is not known.
func newTrails(left, right *redline.Redline, was, is *Bitext) (l, r *trail) {
	if was == nil || is == nil {
		return nil, nil
	}
	l, r = newTrail(left), newTrail(right)
	fill(was, l.was, r.was)
	fill(is, l.is, r.is)
	for _, t := range [...]*trail{l, r} {
		t.collect(t.is, t.came)
		t.collect(t.was, t.went)
	}
	return l, r
}

func newTrail(r *redline.Redline) *trail {
	return &trail{trace{redline: r}, map[*policy.Clause][]answer{}, map[*policy.Clause][]answer{}, map[string]bool{}, map[string]bool{}}
}

// fill lists the units of a bitext by the sections in which they stand.
func fill(b *Bitext, left, right map[*policy.Clause][]answer) {
	by := map[UnitKey][]Unit{}
	for row := range b.Paired() {
		for i := range row.Left {
			by[row.Left[i].Key()] = row.Right
		}
		for i := range row.Right {
			by[row.Right[i].Key()] = row.Left
		}
	}
	into := [...]map[*policy.Clause][]answer{left, right}
	for _, row := range b.Rows {
		for k, us := range [...][]Unit{row.Left, row.Right} {
			for _, u := range us {
				c := u.Clause.Section()
				into[k][c] = append(into[k][c], answer{u, by[u.Key()]})
			}
		}
	}
}

// collect notes the words of the units of which every leaf is in one text only.
func (t *trail) collect(units map[*policy.Clause][]answer, words map[string]bool) {
	for _, all := range units {
		for _, a := range all {
			if t.alone(a.unit) {
				words[bare(a.unit.Words)] = true
			}
		}
	}
}

// alone reports whether every leaf of a unit is in one text of its language only.
func (t *trail) alone(u Unit) bool {
	return !anyLeaf([]Unit{u}, func(runs []policy.Run) bool {
		l := t.redline.Leaf(runs)
		return l.Verdict != redline.Words || l.Merged != nil
	})
}

// followed reports whether the other language did what this one did in a section:
// each unit that changed answers to one that changed too, wherever that stands, or
// its words only went from one place of the text to another.
func (t *trail) followed(s *redline.Section, other *trail) bool {
	if t == nil {
		return false
	}
	some := false
	for _, side := range [...]struct {
		units []answer
		back  map[string]bool // words that the language has at the other end
	}{{t.is[s.New], t.went}, {t.was[s.Old], t.came}} {
		for _, a := range side.units {
			switch us := []Unit{a.unit}; {
			case t.still(us):
				continue
			case side.back[bare(a.unit.Words)]:
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
