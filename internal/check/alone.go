package check

import (
	"strings"

	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// What stands in one language only is bitext.Alone's to find; a page says no more
// and no less. Three rules share it: a whole clause is parityClause's, items and
// rows that make a list or table longer are parityList's, and all else
// is parityParagraph's.

// aloneUnits returns all units that stand in one language only.
func (x twin) aloneUnits() map[bitext.UnitKey]bool {
	out := map[bitext.UnitKey]bool{}
	for _, l := range x.Alone() {
		for _, u := range l.Units {
			out[u.Key()] = true
		}
	}
	return out
}

// division is which rule speaks for what stands in one language only.
type division struct {
	clauses    map[*policy.Clause]bool         // whole clauses
	items      map[*policy.Block][]bitext.Unit // by the list or table that is longer for them
	paragraphs []bitext.Lone
}

// divide gives each unit that stands in one language only to one rule.
func divide(x twin) division {
	d := division{x.loneClauses(), map[*policy.Block][]bitext.Unit{}, nil}
	longer := map[*policy.Block]bool{}
	for _, p := range containers(x) {
		if size(p.left) != size(p.right) {
			longer[p.left], longer[p.right] = true, true
		}
	}
	paired := x.pairedItems()
	for _, l := range x.Alone() {
		open := false
		for _, u := range l.Units {
			part := u.Item
			if part == nil {
				part = u.Block
			}
			switch {
			case d.ofClause(u):
				open = false
			case u.Top != nil && longer[u.Top] && !paired[part]:
				d.items[u.Top] = append(d.items[u.Top], u)
				open = false
			case open:
				last := &d.paragraphs[len(d.paragraphs)-1]
				last.Units = append(last.Units, u)
			default:
				one := l
				one.Units, open = []bitext.Unit{u}, true
				d.paragraphs = append(d.paragraphs, one)
			}
		}
	}
	return d
}

// ofClause reports whether the unit stands in a clause of one language, or below
// one.
func (d *division) ofClause(u bitext.Unit) bool {
	for c := u.Clause.Section(); c != nil; c = c.Parent {
		if d.clauses[c] {
			return true
		}
	}
	return false
}

// pairedItems returns the outermost items and rows of which any unit has a
// counterpart.
func (x twin) pairedItems() map[*policy.Block]bool {
	out := map[*policy.Block]bool{}
	for row := range x.Paired() {
		for _, u := range row.Units() {
			out[u.Item], out[u.Block] = true, true
		}
	}
	return out
}

// loneClauses returns the outermost clauses that no clause of the other text
// answers to and none of whose words do, declared or not.
func (x twin) loneClauses() map[*policy.Clause]bool {
	told := answered(x)
	out := map[*policy.Clause]bool{}
	for _, t := range [...]*policy.Text{x.left, x.right} {
		for _, c := range t.Clauses {
			if x.Partner(c) != nil || c.Form == policy.Item || told[c] || c.Parent != nil && x.Partner(c.Parent.Section()) == nil || empty(c) {
				continue
			}
			out[c] = true
		}
	}
	return out
}

// shownWords is what a message calls units: the first words among them.
func shownWords(us []bitext.Unit) string {
	for _, u := range us {
		if words := strings.TrimSpace(u.Words); words != "" {
			return strings.ReplaceAll(words, "\t", " ")
		}
	}
	return "…"
}
