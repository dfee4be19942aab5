package check

import (
	"diptych/internal/policy"
)

// parityClause reports a clause that stands in one language only and does not
// say so, with the place in the other text where it would stand; and a clause
// to which its two texts give different ids.
func parityClause(_ subject, x twin, say voice) {
	lone := x.loneClauses()
	for _, texts := range [...][2]*policy.Text{{x.left, x.right}, {x.right, x.left}} {
		own, other := texts[0], texts[1]
		near := other.Pos // of the clause after which it would stand
		for _, c := range own.Clauses {
			if d := x.Partner(c); d != nil {
				near = d.Pos
				if own == x.left && c.Origin == policy.Explicit && d.Origin == policy.Explicit && c.ID != d.ID {
					say.at(c.Pos, 1, "Clause", c.ID, "Words", called(c), "Other", d.ID, "OtherWords", called(d), "Lang", other.Language(), "Place", d.Pos)
				}
				continue
			}
			if !lone[c] || c.StandsAlone() {
				continue
			}
			say.at(c.Pos, 2, "Clause", c.ID, "Words", called(c), "Lang", own.Language(), "Other", other.Language(), "After", near, "Key", string(own.Lang))
		}
	}
}

// answered returns the sections some of whose own words answer to words of the
// other text: they are in both, even if only one of them makes a clause of them.
func answered(x twin) map[*policy.Clause]bool {
	out := make(map[*policy.Clause]bool)
	for row := range x.Paired() {
		for _, u := range row.Units() {
			out[u.Clause.Section()] = true
		}
	}
	return out
}

// empty reports whether a clause has no words of its own, as the text before the
// first heading may have none.
func empty(c *policy.Clause) bool {
	return len(c.Head) == 0 && len(policy.PlainBlocks(c.Blocks)) == 0
}
