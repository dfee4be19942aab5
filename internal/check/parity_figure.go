package check

import (
	"fmt"
	"strings"

	"diptych/internal/bitext"
	"diptych/internal/diag"
	"diptych/internal/figure"
	"diptych/internal/policy"
)

// parityFigure reports figures that differ between the two texts of a clause:
// as parity-date the dates, as parity-figure numbers, amounts, periods,
// percentages, telephone numbers, e-mail and other addresses.
func parityFigure(s subject, x twin, l *diag.List) {
	if s.cfg.Level(diag.ParityFigure) == diag.LevelOff && s.cfg.Level(diag.ParityDate) == diag.LevelOff {
		return
	}
	for _, g := range groups(x) {
		figures(s, x, g, l)
	}
}

func isDate(k figure.Kind) bool { return k == figure.Date || k == figure.Month }

// group is a stretch of both texts whose clauses answer to each other.
type group struct {
	clause      *policy.Clause
	left, right []bitext.Unit
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
				if sec := section(u.Clause); x.Partner(sec) != nil || row.Paired() {
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
		out[i].left = append(out[i].left, row.Left...)
		out[i].right = append(out[i].right, row.Right...)
	}
	for _, row := range x.Rows {
		add(row)
	}
	return out
}

func declaredAny(row bitext.Row) bool {
	for _, side := range [...][]bitext.Unit{row.Left, row.Right} {
		for _, u := range side {
			if declared(u.Clause) {
				return true
			}
		}
	}
	return false
}

// found is a figure with the unit in which it stands.
type found struct {
	figure.Figure
	unit bitext.Unit
}

func figures(s subject, x twin, g group, l *diag.List) {
	left, inLeft := find(g.left, x.left.Lang)
	right, inRight := find(g.right, x.right.Lang)
	allLeft, allRight := figure.Differ(left, right)
	for _, rule := range [...]diag.Rule{diag.ParityDate, diag.ParityFigure} {
		dates := rule == diag.ParityDate
		onlyLeft, onlyRight := keep(allLeft, dates), keep(allRight, dates)
		if len(onlyLeft)+len(onlyRight) == 0 {
			continue
		}
		pos, other := g.clause.Pos, x.right.Pos
		if len(g.right) > 0 {
			other = place(g.right[0])
		}
		if len(onlyLeft) > 0 {
			pos = inLeft(onlyLeft[0])
		}
		if len(onlyRight) > 0 {
			other = inRight(onlyRight[0])
		}
		s.cfg.Report(l, diag.Problem{
			Pos: pos, Rule: rule, Text: differs(x, g.clause, onlyLeft, onlyRight, other),
			Hint: "make the two texts say the same, or declare a clause that must differ: {only=… reason=\"…\"}",
		})
	}
}

// find returns the figures in units, and a function that tells where one of
// them stands.
func find(us []bitext.Unit, lang policy.Lang) ([]figure.Figure, func(figure.Figure) diag.Pos) {
	var all []figure.Figure
	var in []found
	for _, u := range us {
		for _, f := range figure.Find(u.Words, lang) {
			all = append(all, f)
			in = append(in, found{f, u})
		}
	}
	return all, func(f figure.Figure) diag.Pos {
		for _, x := range in {
			if x.Figure == f {
				return place(x.unit)
			}
		}
		return diag.Pos{}
	}
}

// keep returns the dates, or everything else.
func keep(fs []figure.Figure, dates bool) []figure.Figure {
	var out []figure.Figure
	for _, f := range fs {
		if isDate(f.Kind) == dates {
			out = append(out, f)
		}
	}
	return out
}

func differs(x twin, c *policy.Clause, left, right []figure.Figure, other diag.Pos) string {
	side := func(t *policy.Text, fs []figure.Figure) string {
		if len(fs) == 0 {
			return fmt.Sprintf("nothing like it in the %s text", language(t.Lang))
		}
		words := make([]string, len(fs))
		for i, f := range fs {
			words[i] = fmt.Sprintf("%q", f.Words)
		}
		return strings.Join(words, ", ") + fmt.Sprintf(" in the %s text", language(t.Lang))
	}
	return fmt.Sprintf("clause %s: %s, but %s (%s)", called(c), side(x.left, left), side(x.right, right), other)
}
