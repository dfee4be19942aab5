package reference

import (
	"slices"
	"strconv"
	"strings"

	"diptych/internal/policy"
)

// Index knows which clause of a text each printed label means.
type Index struct {
	byKey   map[string][]*policy.Clause       // but for items; see key
	printed map[string]bool                   // families of labels that the text prints; see family
	region  map[*policy.Clause]int            // how many appendices begin before it
	below   map[slot][]*policy.Clause         // with one number each
	before  map[*policy.Clause]*policy.Clause // the article before each
	elder   map[*policy.Clause]*policy.Clause // the clause before each in the same one, but for items
	above   map[*policy.Block]*policy.Block   // the paragraph before each, in clauses that were walked through
	walked  map[*policy.Clause]bool
}

// slot is a number among the clauses below one, however deep.
type slot struct {
	in     *policy.Clause
	number int
}

// newIndex reads the labels of a text.
func newIndex(t *policy.Text) *Index {
	x := &Index{
		byKey: map[string][]*policy.Clause{}, printed: map[string]bool{},
		region: map[*policy.Clause]int{}, below: map[slot][]*policy.Clause{}, before: map[*policy.Clause]*policy.Clause{},
		elder: map[*policy.Clause]*policy.Clause{}, above: map[*policy.Block]*policy.Block{}, walked: map[*policy.Clause]bool{},
	}
	outer := outermost(t)
	region := 0
	var article *policy.Clause
	last := map[*policy.Clause]*policy.Clause{} // below each
	for _, c := range t.Clauses {
		if c.Label.Style == policy.StyleAppendix {
			region++
		}
		x.region[c] = region
		if c.Form != policy.Item {
			if e := last[c.Parent]; e != nil && x.region[e] == region {
				x.elder[c] = e
			}
			last[c.Parent] = c
		}
		if c.Label.Style == policy.StyleArticle {
			if article != nil && x.region[article] == region {
				x.before[c] = article
			}
			article = c
		}
		if len(c.Label.Path) == 1 {
			for p := c.Parent; p != nil; p = p.Parent {
				k := slot{p, c.Label.Path[0]}
				x.below[k] = append(x.below[k], c)
			}
		}
		unit, ok := unitOf(c, outer)
		if !ok {
			continue
		}
		k := key(unit, c.Label.Path)
		x.byKey[k] = append(x.byKey[k], c)
		x.printed[family(unit, len(c.Label.Path))] = true
	}
	return x
}

// outermost returns the least depth of the clauses of each family of numbers
// without a word: 1., 一、, II.
func outermost(t *policy.Text) map[policy.LabelStyle]int {
	out := map[policy.LabelStyle]int{}
	for _, c := range t.Clauses {
		if c.Form == policy.Item {
			continue
		}
		if d, ok := out[c.Label.Style]; !ok || c.Depth < d {
			out[c.Label.Style] = c.Depth
		}
	}
	return out
}

// unitOf returns how a clause is referred to from anywhere in the text, and
// false for one that is referred to from inside another only.
func unitOf(c *policy.Clause, outer map[policy.LabelStyle]int) (Unit, bool) {
	if len(c.Label.Path) == 0 {
		return Number, false
	}
	switch c.Label.Style {
	case policy.StylePart:
		return Part, true
	case policy.StyleChapter:
		return Chapter, true
	case policy.StyleSection:
		return Section, true
	case policy.StyleArticle:
		return Article, true
	case policy.StyleAppendix:
		return Appendix, true
	case policy.StyleHan, policy.StyleDecimal, policy.StyleUpperRoman:
		return Number, len(c.Label.Path) > 1 || c.Form != policy.Item && c.Depth == outer[c.Label.Style]
	}
	return Number, false
}

func key(u Unit, path []int) string {
	var b strings.Builder
	b.WriteByte(byte('a' + u))
	for _, n := range path {
		b.WriteByte('.')
		b.WriteString(strconv.Itoa(n))
	}
	return b.String()
}

func family(u Unit, depth int) string { return key(u, []int{depth}) }

// under reports whether c stands in outer: below it or, in an appendix whose
// clauses stand beside its heading, behind it.
func (x *Index) under(c, outer *policy.Clause) bool {
	for p := c.Parent; p != nil; p = p.Parent {
		if p == outer {
			return true
		}
	}
	return outer.Label.Style == policy.StyleAppendix && c != outer && x.region[c] == x.region[outer]
}

// maxAlike is how many clauses with the same number are looked through.
const maxAlike = 60

// nearest returns the one of several clauses with the same number that words in
// the clause at mean: the one in the same appendix, then in the same part of
// the text; nil where that does not tell.
func (x *Index) nearest(cs []*policy.Clause, at *policy.Clause) *policy.Clause {
	if len(cs) == 1 {
		return cs[0]
	} else if len(cs) > maxAlike {
		return nil
	}
	home := slices.DeleteFunc(slices.Clone(cs), func(c *policy.Clause) bool { return at == nil || x.region[c] != x.region[at] })
	for p := at; p != nil && len(home) > 1; p = p.Parent {
		var in []*policy.Clause
		for _, c := range home {
			if x.under(c, p) {
				in = append(in, c)
			}
		}
		if len(in) == 1 {
			return in[0]
		} else if len(in) > 1 {
			return nil
		}
	}
	if len(home) == 1 {
		return home[0]
	}
	if len(home) == 0 {
		if main := slices.DeleteFunc(slices.Clone(cs), func(c *policy.Clause) bool { return x.region[c] > 0 }); len(main) == 1 {
			return main[0]
		}
	}
	return nil
}
