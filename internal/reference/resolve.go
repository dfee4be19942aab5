package reference

import (
	"slices"
	"strings"

	"diptych/internal/policy"
)

// Target is what a mention means in a text.
type Target struct {
	Clause *policy.Clause // nil where it means none, or nobody can tell which
	Block  *policy.Block  // the paragraph of Clause that is meant, where one is: 第三条第二款
	// Missing says that no clause has the number, though the text prints labels of
	// that family.
	Missing bool
	Several bool // several clauses have the number, and nobody can tell which is meant
}

// IsZero reports whether the mention means nothing that is known.
func (t Target) IsZero() bool { return t.Clause == nil }

// Resolve returns what each of the mentions in words of the clause at means.
// Places in other documents mean nothing.
func (x *Index) Resolve(ms []Mention, at *policy.Clause) []Target {
	out := make([]Target, len(ms))
	known := make([]bool, len(ms))
	var resolve func(i int) Target
	resolve = func(i int) Target {
		if known[i] {
			return out[i]
		}
		known[i] = true
		switch m := &ms[i]; {
		case m.Foreign, m.Back: // see backs
		case m.In >= 0:
			if in := resolve(m.In); in.Clause != nil {
				out[i] = x.within(m, in.Clause)
			}
		case m.Unit == Item || m.Unit == Paragraph:
			out[i] = x.around(m, at)
		default:
			out[i] = x.find(m, at, nil)
		}
		return out[i]
	}
	for i := range ms {
		resolve(i)
	}
	return out
}

// find looks a clause up by its unit and number, in outer where that is not
// nil.
func (x *Index) find(m *Mention, at, outer *policy.Clause) Target {
	if c := x.lettered(m); c != nil && (outer == nil || x.under(c, outer)) {
		return Target{Clause: c}
	}
	for _, path := range [...][]int{m.Path, m.Other} {
		if path == nil {
			continue
		}
		for _, u := range units(m.Unit) {
			cs := x.byKey[key(u, path)]
			if outer != nil {
				cs = slices.DeleteFunc(slices.Clone(cs), func(c *policy.Clause) bool { return !x.under(c, outer) })
			}
			if m.Word != "" && len(cs) > 1 {
				cs = slices.DeleteFunc(slices.Clone(cs), func(c *policy.Clause) bool { return !strings.HasPrefix(strings.ToLower(c.Label.Text), m.Word) })
			}
			if len(cs) > 0 {
				c := x.nearest(cs, at)
				return Target{Clause: c, Several: c == nil}
			}
		}
	}
	if n := len(m.Path); n > 1 { // 3.1, where 1. stands in 3.
		whole := *m
		whole.Path, whole.Other = m.Path[:n-1], nil
		if in := x.find(&whole, at, outer); in.Clause != nil {
			if c := only(x.right(in.Clause, m.Path[n-1]), func(c *policy.Clause) bool { return c.Label.Style == policy.StyleDecimal }); c != nil {
				return Target{Clause: c}
			}
		}
	}
	return Target{Missing: outer == nil && x.prints(m)}
}

// lettered returns the one appendix whose label ends with the letter of a mention:
// Appendix I may be numbered by a roman numeral, and Appendix A is the first, too.
func (x *Index) lettered(m *Mention) *policy.Clause {
	if m.Letter == 0 {
		return nil
	}
	letter := string(m.Letter)
	all := append(slices.Clone(x.byKey[key(Appendix, m.Path)]), x.byKey[key(Appendix, m.Other)]...)
	return only(all, func(c *policy.Clause) bool {
		return strings.HasSuffix(strings.TrimRight(c.Label.Text, ".:："), letter)
	})
}

// units lists how a clause that a reference calls by the unit may be labelled,
// the likeliest first.
func units(u Unit) []Unit {
	switch u {
	case Number:
		return []Unit{Number, Article, Section}
	case Appendix:
		return []Unit{Appendix}
	case Item:
		return []Unit{Number}
	}
	return []Unit{u, Number}
}

// maxPlace is how far the clauses of a text may count. Section 1798.83 is a
// law's.
const maxPlace = 300

// prints reports whether the text prints labels of the family of a mention.
// What has no word is sure where it has several numbers only: 3.2.
func (x *Index) prints(m *Mention) bool {
	n := len(m.Path)
	if m.Path[0] > maxPlace {
		return false
	}
	switch m.Unit {
	case Number, Item, Paragraph:
		return false
	case Article, Section:
		return x.printed[family(m.Unit, n)] || n > 1 && x.printed[family(Number, n)]
	case Appendix:
		return m.Other == nil && x.printed[family(m.Unit, n)]
	}
	return x.printed[family(m.Unit, n)]
}

// around looks an item up from the clause in which its reference stands
// outwards: paragraph (b), 第（二）项.
func (x *Index) around(m *Mention, at *policy.Clause) Target {
	if at == nil {
		return Target{}
	}
	if m.Unit == Paragraph {
		return x.within(m, at.Section())
	}
	for c := at; c != nil; c = c.Parent {
		if t := x.item(m, c); t.Clause != nil {
			return t
		}
	}
	if m.Mark == 0 {
		return x.find(m, at, nil)
	}
	if m.Above { // of the clause before
		if c := x.elder[at.Section()]; c != nil {
			return x.item(m, c)
		}
	}
	return Target{}
}

// within looks a place up in a clause.
func (x *Index) within(m *Mention, in *policy.Clause) Target {
	switch {
	case m.Unit == Item:
		t := x.item(m, in)
		if t.Clause == nil {
			t.Clause = pick(m, func(n int) []*policy.Clause { return x.below[slot{in, n}] })
		}
		if t.Clause == nil && m.Mark != 0 {
			marked := func(n int) bool {
				return slices.ContainsFunc(x.right(in, n), func(c *policy.Clause) bool { return isMarked(c, m.Mark) })
			}
			t.Several = len(m.Path) == 1 && marked(m.Path[0]) || len(m.Other) == 1 && marked(m.Other[0])
			t.Missing = !t.Several && marked(1)
		}
		return t
	case m.Unit == Paragraph:
		return x.paragraph(m, in)
	}
	if t := x.find(m, in, in); t.Clause != nil {
		return t
	}
	if in.Label.Style == policy.StyleAppendix {
		return Target{}
	}
	return x.find(m, in, nil)
}

// paragraph looks a paragraph up: one that prints 第二款, else the second.
func (x *Index) paragraph(m *Mention, in *policy.Clause) Target {
	if len(m.Path) != 1 || m.Path[0] > 99 {
		return Target{}
	}
	if c := only(x.right(in, m.Path[0]), func(c *policy.Clause) bool { return c.Label.Style == policy.StyleParagraph }); c != nil {
		return Target{Clause: c}
	}
	n := 0
	for i := range in.Blocks {
		if in.Blocks[i].Kind != policy.Para {
			continue
		}
		if n++; n == m.Path[0] {
			return Target{Clause: in, Block: &in.Blocks[i]}
		}
	}
	return Target{}
}

// item looks for the item among the clauses right in another.
func (x *Index) item(m *Mention, in *policy.Clause) Target {
	return Target{Clause: pick(m, func(n int) []*policy.Clause { return x.right(in, n) })}
}

// right returns the clauses right in another that have the number.
func (x *Index) right(in *policy.Clause, number int) []*policy.Clause {
	var out []*policy.Clause
	for _, c := range x.below[slot{in, number}] {
		if c.Parent == in {
			out = append(out, c)
		}
		if len(out) > maxAlike {
			return nil
		}
	}
	return out
}

// pick returns the one clause that an item's mention means: one that is labelled
// as the mention is written, else any item. numbered returns those to choose
// from.
func pick(m *Mention, numbered func(int) []*policy.Clause) *policy.Clause {
	for _, path := range [...][]int{m.Path, m.Other} {
		if len(path) != 1 {
			continue
		}
		cs := numbered(path[0])
		if c := only(cs, func(c *policy.Clause) bool { return isMarked(c, m.Mark) && sameReading(c, m, path) }); c != nil {
			return c
		}
		if m.Mark == 'a' {
			continue
		}
		if c := only(cs, isSub); c != nil {
			return c
		}
	}
	return nil
}

// sameReading reports whether a label counts as the reading of a letter does:
// (i) is a roman one or the ninth letter.
func sameReading(c *policy.Clause, m *Mention, path []int) bool {
	if m.Other == nil || m.Mark != 'a' {
		return true
	}
	roman := c.Label.Style >= policy.StyleRoman && c.Label.Style <= policy.StyleUpperRomanHalf
	return roman == (path[0] == m.Path[0])
}

// isMarked reports whether the label of an item is written as a reference to it
// is: in brackets, with letters, in a circle.
func isMarked(c *policy.Clause, mark rune) bool {
	switch s := c.Label.Style; mark {
	case '(':
		return s == policy.StyleHanParen || s == policy.StyleDigitParen
	case 'a':
		return s >= policy.StyleAlpha && s <= policy.StyleUpperRomanHalf
	case '①':
		return s == policy.StyleCircled || s == policy.StyleCircledHan
	}
	return isSub(c)
}

// isSub reports whether a label is one of items: no chapter, article and the
// like.
func isSub(c *policy.Clause) bool {
	return c.Label.Style == policy.StyleParagraph || c.Label.Style >= policy.StyleHan && c.Label.Style <= policy.StyleCircledHan
}

// only returns the one clause for which is reports true, or nil.
func only(cs []*policy.Clause, is func(*policy.Clause) bool) *policy.Clause {
	var out *policy.Clause
	for _, c := range cs {
		if is(c) {
			if out != nil {
				return nil
			}
			out = c
		}
	}
	return out
}
