package bitext

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

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
func drifts(left, right *trail, c *Change, was, is index) []Drift {
	var out []Drift
	l, r := traceOf(left.redline, c.Left), traceOf(right.redline, c.Right)
	told := [...]bool{LeftSide: false, RightSide: false}
	if c.Left.New != nil && c.Right.New != nil {
		for _, row := range is.between(c.Left.New, c.Right.New) {
			switch {
			case r.still(row.Right) && l.changed(row.Left):
				out = append(out, Drift{Side: LeftSide, Left: row.Left, Right: row.Right})
				told[LeftSide] = true
			case l.still(row.Left) && r.changed(row.Right):
				out = append(out, Drift{Side: RightSide, Left: row.Left, Right: row.Right})
				told[RightSide] = true
			}
		}
	}
	if c.Left.Old != nil && c.Right.Old != nil {
		for _, row := range was.between(c.Left.Old, c.Right.Old) {
			switch {
			case !told[LeftSide] && r.still(row.Right) && l.gone(row.Left) && !left.stayed(row.Left):
				out = append(out, Drift{Side: LeftSide, Left: row.Left, Right: row.Right, Deleted: true})
			case !told[RightSide] && l.still(row.Left) && r.gone(row.Right) && !right.stayed(row.Right):
				out = append(out, Drift{Side: RightSide, Left: row.Left, Right: row.Right, Deleted: true})
			}
		}
	}
	return out
}

// index finds the rows of a bitext by the sections in which their units stand.
type index map[[2]*policy.Clause][]Row

func newIndex(b *Bitext) index {
	out := make(index)
	if b != nil {
		for _, row := range b.Rows {
			if row.Paired() {
				at := [2]*policy.Clause{row.Left[0].Clause.Section(), row.Right[0].Clause.Section()}
				out[at] = append(out[at], row)
			}
		}
	}
	return out
}

func (x index) between(l, r *policy.Clause) []Row { return x[[2]*policy.Clause{l, r}] }

// trace knows what changed in a section of one language.
type trace struct {
	redline *redline.Redline
	// moving is all words of the section that came, and all that went, without marks
	// and spaces.
	moving func() (came, went string)
}

func traceOf(r *redline.Redline, s *redline.Section) *trace {
	return &trace{r, sync.OnceValues(func() (string, string) {
		var came, went []byte
		eachRun(s.Clause.Head, s.Clause.Blocks, func(run *policy.Run) {
			switch run.Op {
			case policy.Inserted:
				came = appendBare(came, run.Text)
			case policy.Deleted:
				went = appendBare(went, run.Text)
			}
		})
		return string(came), string(went)
	})}
}

// changed reports whether the words of units changed: not only such as one
// language needs and another does not, and not only from one place of the section
// to another.
func (t *trace) changed(us []Unit) bool {
	return anyLeaf(us, func(runs []policy.Run) bool {
		l := t.redline.Leaf(runs)
		if l.Verdict != redline.Words || l.Merged != nil && slightRuns(l.Merged) {
			return false
		}
		came, went := t.moving()
		if l.Merged == nil {
			return !strings.Contains(went, bare(policy.PlainRuns(runs)))
		}
		return slices.ContainsFunc(l.Merged, func(r policy.Run) bool {
			return r.Op == policy.Inserted && !strings.Contains(went, bare(r.Text)) ||
				r.Op == policy.Deleted && !strings.Contains(came, bare(r.Text))
		})
	})
}

// gone reports whether the units have words, all of them in the old text only.
func (t *trace) gone(us []Unit) bool {
	return t.alone(us) && bare(us[0].Words) != "" && !anyLeaf(us, func(runs []policy.Run) bool {
		came, _ := t.moving()
		return strings.Contains(came, bare(policy.PlainRuns(runs)))
	})
}

// still reports whether no word of the units changed.
func (t *trace) still(us []Unit) bool {
	return !anyLeaf(us, func(runs []policy.Run) bool { return t.redline.Leaf(runs).Verdict == redline.Words })
}

// alone reports whether every leaf of units is in one text of its language only.
func (t *trace) alone(us []Unit) bool {
	return !anyLeaf(us, func(runs []policy.Run) bool {
		l := t.redline.Leaf(runs)
		return l.Verdict != redline.Words || l.Merged != nil
	})
}

// bare returns the letters and digits of words.
func bare(s string) string { return string(appendBare(make([]byte, 0, len(s)), s)) }

func appendBare(out []byte, s string) []byte {
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			out = append(out, byte(r))
		case r >= 0x4e00 && r <= 0x9fff: // most of the others: no table is asked
			out = utf8.AppendRune(out, r)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			out = utf8.AppendRune(out, unicode.ToLower(r))
		}
	}
	return out
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
