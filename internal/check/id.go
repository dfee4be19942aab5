package check

import (
	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// id reports an id that both texts of a version write, and whose clauses are not
// alike: the words of at least one of them are those of another clause. It is
// decided by words alone, and is a warning whatever the site sets: the author may
// mean it.
func id(_ subject, x twin, say voice) {
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
			words = x.cues.Align(x.left, x.right, nil)
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
