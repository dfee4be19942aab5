package check

import (
	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/redline"
	"diptych/internal/reference"
)

// references reports references that lead astray, in the texts that can still be
// mended: a stale one, whose words are those of the version before while its
// label means another clause now; one to a number that no clause has; and two
// that should say the same in both languages and do not.
func references(s subject, say voice) {
	for _, v := range s.policy.Versions {
		if s.policy.Status(v, s.site.Today) == policy.Superseded {
			continue
		}
		prev := s.policy.Previous(v)
		for _, t := range v.Texts {
			told := map[spot]bool{}
			if prev != nil && prev.Text(t.Lang) != nil {
				told = staleReferences(s.alignments.Compare(prev.Text(t.Lang), t), prev.Name, say)
			}
			danglingReferences(t, told, say)
		}
	}
	for _, x := range s.twins() {
		crossReferences(x, say)
	}
}

// spot is a reference in a clause.
type spot struct {
	in    *policy.Clause
	words string
}

// staleReferences reports the stale references of a redline, and returns where
// they stand.
func staleReferences(r *redline.Redline, prev string, say voice) map[spot]bool {
	told := map[spot]bool{}
	for i := range r.Stale {
		x := &r.Stale[i]
		if told[spot{x.In, x.Words}] {
			continue
		}
		told[spot{x.In, x.Words}] = true
		sayStale(x, prev, say)
	}
	return told
}

// sayStale reports a stale reference: its label means another clause, or
// none, and the clause that it meant is elsewhere or gone.
func sayStale(x *redline.StaleReference, prev string, say voice) {
	pos := leafPos(x.In, x.Line)
	values := []any{
		"Reference", diag.Words(x.Words), "Was", diag.Words(x.Was), "Now", diag.Words(x.Now), "Version", prev, "Label", presentLabel(x),
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
func presentLabel(x *redline.StaleReference) string {
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
	if l.Block == nil {
		return l.Clause.Pos
	}
	return leafPos(l.Clause, l.Block.Line)
}

// leafPos is the line in the source of a clause or, where that is 0, the clause.
func leafPos(c *policy.Clause, line int) diag.Pos {
	pos := c.Pos
	if line > 0 {
		pos.Line, pos.Col = line, 0
	}
	return pos
}
