package check

import (
	"slices"
	"strings"

	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// caughtUp reports whether a unit of a text that changed after version v only
// follows the one beside it: that one came or changed in an earlier version, and
// what the unit said until now did not change with it, or was not there. A change
// beside it that did no more than follow is none to follow.
func (st *steps) caughtUp(v *policy.Version, changed, other *policy.Text, units, still []bitext.Unit) bool {
	if len(units) != 1 || len(still) != 1 {
		return false
	}
	was, ok := st.wordsBefore(v, changed, units[0])
	if !ok {
		return false
	}
	last := v // in which the unit beside it said what it says
	for beside := still[0].Words; v != nil; last, v = v, st.s.policy.Previous(v) {
		mine, theirs := v.Text(changed.Lang), v.Text(other.Lang)
		if mine == nil || theirs == nil {
			return false
		}
		here, there := st.line(mine, theirs, was), st.line(theirs, mine, beside)
		switch {
		case was == "":
			return there.stands && !there.paired
		case !there.stands:
			return here.stands && !st.followed(v, last, changed.Lang, other.Lang, beside)
		case !here.stands:
			return false
		}
	}
	return false
}

// followed reports whether the words in the other language of version now, which came
// after version v, only caught up with what stands beside them.
func (st *steps) followed(v, now *policy.Version, lang, other policy.Lang, words string) bool {
	mine, theirs := now.Text(lang), now.Text(other)
	x := st.s.alignments.Of(st.s.ctx, theirs, mine)
	for _, row := range x.Rows {
		if row.Paired() && row.Left[0].Words == words {
			return st.caughtUp(v, theirs, mine, row.Left, row.Right)
		}
	}
	return false
}

// wordsBefore returns what a unit of the new text said in version v, "" where it
// was not there; ok is false for what is no paragraph or heading.
func (st *steps) wordsBefore(v *policy.Version, now *policy.Text, u bitext.Unit) (words string, ok bool) {
	runs := u.Clause.Head
	if u.Block != nil {
		runs = u.Block.Runs
	}
	if len(runs) == 0 {
		return "", false
	}
	var b strings.Builder
	for _, r := range st.s.alignments.Compare(st.s.ctx, v.Text(now.Lang), now).Leaf(runs).Merged {
		if r.Op != policy.Inserted {
			b.WriteString(policy.PlainRuns([]policy.Run{r}))
		}
	}
	return b.String(), true
}

// standing is what becomes of words in a version.
type standing struct {
	stands bool // some unit says them
	paired bool // the other text has an answer to it
}

// line returns what becomes of words in a text, beside the other one.
func (st *steps) line(t, other *policy.Text, words string) standing {
	x := st.s.alignments.Of(st.s.ctx, t, other)
	for _, rows := range [...][]bitext.Row{x.Moved, x.Rows} {
		for _, row := range rows {
			if slices.ContainsFunc(row.Left, func(u bitext.Unit) bool { return u.Words == words }) {
				return standing{true, row.Paired()}
			}
		}
	}
	return standing{}
}
