package check

import (
	"slices"
	"strings"

	"diptych/internal/bitext"
	"diptych/internal/figure"
	"diptych/internal/policy"
)

// comparison is what becomes of the figures of a group.
type comparison struct {
	x                   twin
	alone               map[bitext.UnitKey]bool
	words               [2]strings.Builder // of either side
	count               [2]int
	left, right         []found // without an answer in their row
	onlyLeft, onlyRight []found
}

// row compares what stands in one row.
func (c *comparison) row(row bitext.Row) {
	left, right := c.find(row.Left, 0), c.find(row.Right, 1)
	l, r := figure.Match(figures(left), figures(right))
	if row.Paired() {
		a, b := figure.Contradicted(figures(left), figures(right), l, r)
		c.onlyLeft, c.onlyRight = append(c.onlyLeft, c.take(left, l, a)...), append(c.onlyRight, c.take(right, r, b)...)
		a, b = instead(figure.Missed(figures(left), l), figure.Missed(figures(right), r))
		c.onlyLeft, c.onlyRight = append(c.onlyLeft, c.take(left, l, a)...), append(c.onlyRight, c.take(right, r, b)...)
		said(left, l)
		said(right, r)
	}
	for i, f := range left {
		if !l[i] {
			c.left = append(c.left, f)
		}
	}
	for i, f := range right {
		if !r[i] {
			c.right = append(c.right, f)
		}
	}
}

// said lets what a row says again be answered by what answers it the first time:
// 不足十万元的，按十万元计算 beside "RMB 100,000 if that is more". Small numbers count
// this and that.
func said(all []found, answered []bool) {
	type fact struct {
		kind  figure.Kind
		value string
	}
	known := map[fact]bool{}
	for i, f := range all {
		if answered[i] {
			known[fact{f.Kind, f.Value}] = true
		}
	}
	for i, f := range all {
		small := f.Kind <= figure.Ordinal && len(f.Value) < 3
		answered[i] = answered[i] || known[fact{f.Kind, f.Value}] && !small
	}
}

// instead returns the figures of either side of whose kind the other side lacks
// one, too.
func instead(left, right []figure.Figure) (a, b []figure.Figure) {
	kinds := [2]map[figure.Kind]bool{{}, {}}
	for k, side := range [...][]figure.Figure{left, right} {
		for _, f := range side {
			kinds[k][f.Kind] = true
		}
	}
	other := func(side []figure.Figure, kinds map[figure.Kind]bool) []figure.Figure {
		return slices.DeleteFunc(slices.Clone(side), func(f figure.Figure) bool { return !kinds[f.Kind] })
	}
	return other(left, kinds[1]), other(right, kinds[0])
}

// take returns the figures that some are, and notes that they are dealt with.
func (c *comparison) take(all []found, answered []bool, some []figure.Figure) []found {
	var out []found
	for _, f := range some {
		for i := range all {
			if !answered[i] && all[i].Figure == f {
				out, answered[i] = append(out, all[i]), true
				break
			}
		}
	}
	return out
}

// rest compares what the rows of the group left without an answer.
func (c *comparison) rest() {
	l, r := figure.Match(figures(c.left), figures(c.right))
	missed := func(all []found, answered []bool, other string) []found {
		var out []found
		for i, f := range all {
			if !answered[i] && !f.Weak && !c.alone[f.unit.Key()] && !stands(other, f.Figure) {
				out = append(out, f)
			}
		}
		return out
	}
	left, right := c.words[0].String(), c.words[1].String()
	c.onlyLeft = append(c.onlyLeft, missed(c.left, l, right)...)
	c.onlyRight = append(c.onlyRight, missed(c.right, r, left)...)
}

// find returns the figures of units of a side, and where their links lead.
func (c *comparison) find(us []bitext.Unit, side int) []found {
	text := [...]*policy.Text{c.x.left, c.x.right}[side]
	var out []found
	for _, u := range us {
		c.words[side].WriteString(u.Words)
		c.words[side].WriteByte('\n')
		here := c.x.cues.Figures().Find(u.Words, text.Language())
		for _, f := range slices.Concat(here, c.x.links(u, here, side)) {
			out = append(out, found{f, u, c.count[side]})
			c.count[side]++
		}
	}
	return out
}

func figures(all []found) []figure.Figure {
	out := make([]figure.Figure, len(all))
	for i, f := range all {
		out[i] = f.Figure
	}
	return out
}

func inOrder(all []found) []found {
	slices.SortFunc(all, func(a, b found) int { return a.n - b.n })
	return all
}

// stands reports whether the other text has the figure letter for letter, as a
// name that is not translated: Twelve Oaks.
func stands(words string, f figure.Figure) bool {
	if f.Kind == figure.Link || !strings.ContainsFunc(f.Words, func(r rune) bool { return r > '9' }) {
		return false
	}
	for from := 0; ; {
		i := strings.Index(words[from:], f.Words)
		if i < 0 {
			return false
		}
		i += from
		if end := i + len(f.Words); (i == 0 || !wordByte(words[i-1])) && (end == len(words) || !wordByte(words[end])) {
			return true
		}
		from = i + 1
	}
}

func wordByte(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}
