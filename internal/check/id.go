package check

import (
	"maps"
	"slices"

	"diptych/internal/bitext"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// writtenIDs reports what is wrong with the ids that the sources of a version
// write.
func writtenIDs(s subject, v *policy.Version, say voice) {
	for _, x := range s.twinsOf(v) {
		idTwice(x, say.of(v, []*policy.Text{x.left, x.right}))
	}
	for _, t := range v.Texts {
		for _, c := range t.Clauses {
			formerOfAnother(v, c, say)
			formerOfNone(s.policy, c, say)
		}
	}
}

// formerOfAnother reports an id that a clause is said to have had and another
// clause of the version has. Nothing was made of it.
func formerOfAnother(v *policy.Version, c *policy.Clause, say voice) {
	for _, id := range c.Former {
		if id == c.ID || slices.Contains(c.Also, id) {
			continue
		}
		for _, t := range v.Texts {
			for _, d := range t.Clauses {
				if d != c && (d.ID == id || slices.Contains(d.Also, id)) {
					say.at(c.Pos, 8, "ID", diag.Words(id), "Place", d.Pos)
					return
				}
			}
		}
	}
}

// formerOfNone reports an id that a clause is said to have had and no clause ever
// had.
func formerOfNone(p *policy.Policy, c *policy.Clause, say voice) {
	if len(c.Never) == 0 {
		return
	}
	var ids []string
	if !say.search.Ended(1) {
		ids = otherIDs(p, c)
	}
	for _, id := range c.Never {
		if near := say.search.Nearest(id, ids); near != "" {
			say.warn(c.Pos, 9, "ID", diag.Words(id), "Near", near)
		} else {
			say.warn(c.Pos, 10, "ID", diag.Words(id))
		}
	}
}

// otherIDs returns the ids that clauses of a policy have, but for c and what c is
// said in vain to have had.
func otherIDs(p *policy.Policy, c *policy.Clause) []string {
	never := make(map[string]bool, len(c.Never))
	for _, id := range c.Never {
		never[id] = true
	}
	known := make(map[string]bool)
	for _, v := range p.Versions {
		for _, t := range v.Texts {
			for _, d := range t.Clauses {
				if d.ID == c.ID {
					continue
				}
				for _, id := range append([]string{d.ID}, d.Also...) {
					if !never[id] {
						known[id] = true
					}
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(known))
}

// idTwice reports an id that both texts of a version write, and whose clauses are not
// alike: the words of at least one of them are those of another clause. It is
// decided by words alone, and is a warning whatever the site sets: the author may
// mean it.
func idTwice(x twin, say voice) {
	there := make(map[string]*policy.Clause, len(x.right.Clauses))
	for _, d := range x.right.Clauses {
		if d.Origin == policy.Explicit {
			there[d.ID] = d
		}
	}
	var words *bitext.Bitext
	for _, c := range x.left.Clauses {
		d := there[c.ID]
		if c.Origin != policy.Explicit || d == nil {
			continue
		}
		if words == nil {
			words = x.cues.Align(x.ctx, x.left, x.right, nil)
		}
		e, f := words.Partner(c), words.Partner(d)
		if e == d || e == nil && f == nil { // words that say nothing contradict nothing
			continue
		}
		if e == nil {
			say.warn(c.Pos, 1, "Clause", c.ID, "Words", called(c), "Other", called(d), "Place", d.Pos, "Like", called(f), "Where", f.Pos, "Which", called(d))
		} else {
			say.warn(c.Pos, 1, "Clause", c.ID, "Words", called(c), "Other", called(d), "Place", d.Pos, "Like", called(e), "Where", e.Pos, "Which", called(c))
		}
	}
}
