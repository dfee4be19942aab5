package check

import (
	"strings"

	"diptych/internal/bitext"
	"diptych/internal/figure"
	"diptych/internal/policy"
)

// links returns where the words of a unit lead, as figures. An address that the
// words name themselves is among here already.
func (x twin) links(u bitext.Unit, here []figure.Figure, side int) []figure.Figure {
	named := map[string]bool{}
	for _, f := range here {
		named[f.Value] = named[f.Value] || f.Kind == figure.URL || f.Kind == figure.Email || f.Kind == figure.Phone
	}
	var out []figure.Figure
	var last *policy.Link
	for run := range unitRuns(u) {
		if run.Link == nil || run.Link == last {
			continue
		}
		last = run.Link
		if strings.Contains(run.Text, ".") && strings.HasSuffix(last.Dest, run.Text) {
			continue // an address that links to itself
		}
		if f, ok := x.target(last, side); ok && !named[f.Value] {
			out = append(out, f)
		}
	}
	return out
}

// unitRuns goes over the runs of a unit.
func unitRuns(u bitext.Unit) func(yield func(*policy.Run) bool) {
	if u.Block == nil {
		return func(yield func(*policy.Run) bool) {
			for i := range u.Clause.Head {
				if !yield(&u.Clause.Head[i]) {
					return
				}
			}
		}
	}
	return policy.RunsIn([]policy.Block{*u.Block})
}

// target is the place where a link leads, equal in both languages where the
// place is; ok is false where nobody can tell.
func (x twin) target(l *policy.Link, side int) (f figure.Figure, ok bool) {
	switch l.Kind {
	case policy.LinkRef:
		to := l.To.String()
		if l.To.Version == x.version.Name {
			to = l.To.At(x.clauseID(l.To.Clause, side)).String()
		}
		return figure.Figure{Kind: figure.Link, Value: "site:" + to, Words: l.Dest}, true
	case policy.LinkFile:
		f = figure.To("https://file/" + l.File) // a text may have its own: form-zh.pdf, 表格.pdf
		f.Words = l.Dest
		return f, true
	case policy.LinkDead:
		return f, false
	}
	return figure.To(strings.TrimSpace(l.Dest)), true
}

// clauseID is the id by which both languages know the anchor: that of the
// right text where it is a clause of both, "" where it is no clause.
func (x twin) clauseID(anchor string, side int) string {
	own := [...]*policy.Text{x.left, x.right}[side]
	c := own.Clause(anchor)
	if c == nil {
		return ""
	}
	if d := x.Partner(c); d != nil && side == 0 {
		return d.ID
	}
	return c.ID
}
