package check

import (
	"slices"

	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// group is a stretch of both texts whose clauses answer to each other.
type group struct {
	clause      *policy.Clause
	left, right []bitext.Unit
	rows        []bitext.Row
}

// groups cuts the rows at the clauses that both texts have. What stands below a
// clause of one text only goes with the clause before it, unless the whole
// clause is missing on the other side: that is parityClause's.
func groups(x twin) []group {
	var out []group
	at := make(map[*policy.Clause]int)
	add := func(row bitext.Row) {
		var c *policy.Clause
		for _, side := range [...][]bitext.Unit{row.Right, row.Left} {
			for _, u := range side {
				if sec := u.Clause.Section(); x.Partner(sec) != nil || row.Paired() {
					c = sec
				}
			}
		}
		if c == nil || declaredAny(row) {
			return
		}
		if d := x.Partner(c); d != nil && len(row.Left) == 0 {
			c = d // the left one names the group
		}
		i, ok := at[c]
		if !ok {
			i = len(out)
			at[c] = i
			out = append(out, group{clause: c})
		}
		g := &out[i]
		g.left, g.right, g.rows = append(g.left, row.Left...), append(g.right, row.Right...), append(g.rows, row)
	}
	for _, row := range x.Rows {
		add(row)
	}
	return out
}

// declaredAny reports whether a unit of the row stands in a clause that is
// declared to be in one language only.
func declaredAny(row bitext.Row) bool {
	return slices.ContainsFunc(row.Units(), func(u bitext.Unit) bool { return u.Clause.StandsAlone() })
}
