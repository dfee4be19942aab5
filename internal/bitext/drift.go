package bitext

import (
	"slices"
	"strings"
	"unicode"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// Drift is units that changed in one language while those that they answer to
// stayed as they were.
type Drift struct {
	Side        Side // on which the words changed
	Left, Right []Unit
	Deleted     bool // they are units of the old texts: those of the side went
}

// drifts finds the rows in which two sections, both of which changed, did not
// change together. was and is are the bitexts of the old and of the new texts.
// Where a side says something else now, what it said before is not told again.
func drifts(left, right *trail, c *Change, was, is *index) []Drift {
	var out []Drift
	l, r := traceOf(left.redline, c.Left), traceOf(right.redline, c.Right)
	told := [...]bool{LeftSide: false, RightSide: false}
	if c.Left.New != nil && c.Right.New != nil {
		for _, row := range is.between(c.Left.New, c.Right.New) {
			switch {
			case l.changed(row.Left) && r.still(row.Right):
				out = append(out, Drift{Side: LeftSide, Left: row.Left, Right: row.Right})
				told[LeftSide] = true
			case r.changed(row.Right) && l.still(row.Left):
				out = append(out, Drift{Side: RightSide, Left: row.Left, Right: row.Right})
				told[RightSide] = true
			}
		}
	}
	if c.Left.Old != nil && c.Right.Old != nil {
		for _, row := range was.between(c.Left.Old, c.Right.Old) {
			switch {
			case !told[LeftSide] && l.gone(row.Left) && r.still(row.Right) && !left.stayed(row.Left):
				out = append(out, Drift{Side: LeftSide, Left: row.Left, Right: row.Right, Deleted: true})
			case !told[RightSide] && r.gone(row.Right) && l.still(row.Left) && !right.stayed(row.Right):
				out = append(out, Drift{Side: RightSide, Left: row.Left, Right: row.Right, Deleted: true})
			}
		}
	}
	return out
}

// index finds the rows of a bitext by the sections in which their units stand.
type index map[[2]*policy.Clause][]Row

func newIndex(b *Bitext) *index {
	out := make(index)
	if b != nil {
		for _, row := range b.Rows {
			if row.Paired() {
				at := [2]*policy.Clause{row.Left[0].Clause.Section(), row.Right[0].Clause.Section()}
				out[at] = append(out[at], row)
			}
		}
	}
	return &out
}

func (x *index) between(l, r *policy.Clause) []Row { return (*x)[[2]*policy.Clause{l, r}] }

// trace knows what changed in a section of one language.
type trace struct {
	redline           *redline.Redline
	inserted, deleted string // all words of the section that came and went, without marks and spaces
}

func traceOf(r *redline.Redline, s *redline.Section) *trace {
	t := &trace{redline: r}
	var came, went strings.Builder
	eachRun(s.Clause.Head, s.Clause.Blocks, func(run *policy.Run) {
		switch run.Op {
		case policy.Inserted:
			came.WriteString(bare(run.Text))
		case policy.Deleted:
			went.WriteString(bare(run.Text))
		}
	})
	t.inserted, t.deleted = came.String(), went.String()
	return t
}

// changed reports whether the words of units changed: not only such as one
// language needs and another does not, and not only from one place of the section
// to another.
func (t *trace) changed(us []Unit) bool {
	return anyLeaf(us, func(runs []policy.Run) bool {
		l := t.redline.Leaf(runs)
		switch {
		case l.Verdict != redline.Words:
			return false
		case l.Merged == nil:
			return !strings.Contains(t.deleted, bare(policy.PlainRuns(runs)))
		}
		return !slightRuns(l.Merged) && slices.ContainsFunc(l.Merged, func(r policy.Run) bool {
			return r.Op == policy.Inserted && !strings.Contains(t.deleted, bare(r.Text)) ||
				r.Op == policy.Deleted && !strings.Contains(t.inserted, bare(r.Text))
		})
	})
}

// gone reports whether the units have words, all of them in the old text only.
func (t *trace) gone(us []Unit) bool {
	return bare(us[0].Words) != "" && !anyLeaf(us, func(runs []policy.Run) bool {
		l := t.redline.Leaf(runs)
		return l.Verdict != redline.Words || l.Merged != nil || strings.Contains(t.inserted, bare(policy.PlainRuns(runs)))
	})
}

// still reports whether no word of the units changed.
func (t *trace) still(us []Unit) bool {
	return !anyLeaf(us, func(runs []policy.Run) bool { return t.redline.Leaf(runs).Verdict == redline.Words })
}

// bare returns the letters and digits of words.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= 0x4e00 && r <= 0x9fff || r >= '0' && r <= '9':
			return r // most of them: no table is asked
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// eachRun calls f for every run.
func eachRun(runs []policy.Run, blocks []policy.Block, f func(*policy.Run)) {
	for i := range runs {
		f(&runs[i])
	}
	for i := range blocks {
		eachRun(blocks[i].Runs, blocks[i].Blocks, f)
	}
}

// anyLeaf reports whether f holds of a leaf of the units.
func anyLeaf(us []Unit, f func([]policy.Run) bool) bool {
	var in func(b *policy.Block) bool
	in = func(b *policy.Block) bool {
		if len(b.Runs) > 0 && f(b.Runs) {
			return true
		}
		for i := range b.Blocks {
			if in(&b.Blocks[i]) {
				return true
			}
		}
		return false
	}
	for _, u := range us {
		if u.Block == nil && len(u.Clause.Head) > 0 && f(u.Clause.Head) || u.Block != nil && in(u.Block) {
			return true
		}
	}
	return false
}
