package plan

import "diptych/internal/reference"

// twoLists are the lists of references in which two mentions stand. They are the
// same where all together they mean the same clauses: the third and fourth
// changed places, and both are named in one breath. Of two that are named apart
// something else is said of each.
type twoLists struct {
	old, oldEnd, new, newEnd int
	same                     bool
}

// hold reports whether the lists are those of mentions k and i.
func (l *twoLists) hold(k, i int) bool {
	return l.old <= k && k < l.oldEnd && l.new <= i && i < l.newEnd
}

// lists returns the lists in which mention k of the old leaf and i of the new
// one stand.
func (r *References) lists(old, new *reference.Leaf, k, i int) (l twoLists) {
	l.old, l.oldEnd = old.List(k)
	l.new, l.newEnd = new.List(i)
	count := map[any]int{}
	for _, t := range old.Targets[l.old:l.oldEnd] {
		if t.Clause != nil {
			count[r.partners.meaning(t)]++
		}
	}
	for _, t := range new.Targets[l.new:l.newEnd] {
		if t.Clause != nil {
			count[meaning(t)]--
		}
	}
	for _, n := range count {
		if n != 0 {
			return l
		}
	}
	l.same = true
	return l
}
