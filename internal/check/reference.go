package check

import (
	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/redline"
	"diptych/internal/reference"
)

// references reports references that lead astray: a stale one, whose words are those of the version before while its
// label means another clause now; one to a number that no clause has; and two
// that should say the same in both languages and do not.
func references(s subject, v *policy.Version, say voice) {
	for _, t := range v.Texts {
		told := map[spot]bool{}
		for _, x := range astray(s, v, t) {
			if at := (spot{x.In, x.Words}); !told[at] {
				told[at] = true
				sayStale(x, say)
			}
		}
		danglingReferences(t, told, say)
	}
	for _, x := range s.twinsOf(v) {
		crossReferences(x, say)
	}
}

// spot is a reference in a clause.
type spot struct {
	in    *policy.Clause
	words string
}

// sayStale reports a stale reference: its label means another clause, or
// none, and the clause that it meant is elsewhere or gone.
func sayStale(x strayed, say voice) {
	pos := leafPos(x.In, x.Block)
	values := []any{
		"Reference", diag.Words(x.Words), "Was", diag.Words(x.Was), "Now", diag.Words(x.Now), "Version", x.version, "Label", presentLabel(x.StaleReference),
		"Clause", x.In.ID,
	}
	switch {
	case x.Now != "" && x.Present != nil:
		say.at(pos, 1, values...)
	case x.Now != "":
		say.at(pos, 2, values...)
	case x.Present != nil:
		say.at(pos, 3, values...)
	default:
		say.at(pos, 4, values...)
	}
}

// presentLabel is the label that the clause which a stale reference meant has
// now or, without one, its id.
func presentLabel(x redline.StaleReference) string {
	switch {
	case x.Present == nil:
		return ""
	case x.Present.Label.IsZero():
		return "#" + x.Present.ID
	}
	return x.Present.Label.Text
}

// danglingReferences reports references to numbers that no clause has.
func danglingReferences(t *policy.Text, told map[spot]bool, say voice) {
	for _, l := range reference.Read(t).Leaves {
		for i, m := range l.Mentions {
			words := l.Spelled(i)
			if m.Foreign || m.Quiet || !l.Targets[i].Missing || told[spot{l.Clause, words}] {
				continue
			}
			told[spot{l.Clause, words}] = true
			say.at(leafPosOf(l), 5, "Reference", diag.Words(words), "Clause", l.Clause.ID, "Words", called(l.Clause))
		}
	}
}

// leafPosOf is where the words of a leaf stand in their source.
func leafPosOf(l *reference.Leaf) diag.Pos {
	return leafPos(l.Clause, l.Block)
}

// leafPos is where a block begins in the source of a clause or, where nobody
// knows, the clause.
func leafPos(c *policy.Clause, b *policy.Block) diag.Pos {
	pos := c.Pos
	if b != nil && b.Line > 0 {
		pos.Line, pos.Col = b.Line, b.Col
	}
	return pos
}
