package check

import (
	"slices"

	"diptych/internal/bitext"
	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/reference"
)

// crossReferences reports references that differ between two paragraphs which
// answer to each other: 第五十五条 beside Article 56. One that stands in one
// language only says nothing: the other may put it in words.
func crossReferences(x twin, say voice) {
	left, right := reference.Read(x.left), reference.Read(x.right)
	if len(left.Leaves) == 0 || len(right.Leaves) == 0 {
		return
	}
	for row := range x.Paired() {
		if declaredAny(row) {
			continue
		}
		if l, r, ok := differ(places(left, row.Left), places(right, row.Right), x); ok {
			say.at(leafPosOf(l.leaf), 6, "Reference", diag.Words(l.words()), "Lang", x.left.Language(),
				"Other", diag.Words(r.words()), "OtherLang", x.right.Language(), "Place", leafPosOf(r.leaf))
		}
	}
}

// named is a reference with the leaf in which it stands.
type named struct {
	leaf *reference.Leaf
	at   int // index of its mention
}

func (n named) mention() *reference.Mention { return &n.leaf.Mentions[n.at] }

// words are those of the reference with those of the one place in it.
func (n named) words() string {
	if i, ok := n.inner(); ok {
		return n.leaf.Spelled(i)
	}
	return n.leaf.Spelled(n.at)
}

// inner returns the index of the one mention that is to be found in this one,
// and false where there is none or several.
func (n named) inner() (at int, ok bool) {
	for i, m := range n.leaf.Mentions {
		if m.In == n.at {
			if ok {
				return 0, false
			}
			at, ok = i, true
		}
	}
	return at, ok
}

// places lists what units refer to by the numbers of clauses, not of items.
func places(r *reference.Reading, us []bitext.Unit) []named {
	var out []named
	add := func(runs []policy.Run) {
		l := r.Of(runs)
		if l == nil {
			return
		}
		for i, m := range l.Mentions {
			if m.Unit != reference.Item && m.Unit != reference.Paragraph && !m.Back {
				out = append(out, named{l, i})
			}
		}
	}
	var blocks func(b *policy.Block)
	blocks = func(b *policy.Block) {
		add(b.Runs)
		for i := range b.Blocks {
			blocks(&b.Blocks[i])
		}
	}
	for _, u := range us {
		if u.Block == nil {
			add(u.Clause.Head)
		} else {
			blocks(u.Block)
		}
	}
	return out
}

// maxNamed is how many references of a paragraph are compared: every one with
// every other.
const maxNamed = 200

// differ returns the first references of both sides that answer to nothing on
// the other, where there is one on each.
func differ(left, right []named, x twin) (l, r named, ok bool) {
	if len(left) > maxNamed || len(right) > maxNamed {
		return l, r, false
	}
	used := make([]bool, len(right))
	var loose *named
	for i := range left {
		k := answerTo(left[i], right, used, x)
		if k < 0 {
			if loose == nil && !left[i].mention().Quiet {
				loose = &left[i]
			}
			continue
		}
		if used[k] {
			continue // said twice
		}
		used[k] = true
		if a, b, both := inside(left[i], right[k]); both && !sameNumber(a, b) && !left[i].mention().Quiet && !right[k].mention().Quiet {
			return left[i], right[k], true
		}
	}
	for k := range right {
		if loose == nil || used[k] || right[k].mention().Quiet {
			continue
		}
		if (loose.mention().Unit == reference.Appendix) == (right[k].mention().Unit == reference.Appendix) {
			return *loose, right[k], true
		}
	}
	return l, r, false
}

// answerTo returns the reference of the right that answers to one of the left, or
// -1: if it can be, one that is free and has a place in it where that one has.
func answerTo(l named, right []named, used []bool, x twin) int {
	best, rank := -1, -1
	_, inner := l.inner()
	for k := range right {
		if !answers(l, right[k], x) {
			continue
		}
		n := 0
		if !used[k] {
			n = 1
			if _, other := right[k].inner(); other == inner {
				n = 2
			}
		}
		if n > rank {
			best, rank = k, n
		}
	}
	return best
}

// inside returns the one place in each of two references, where both have one.
func inside(l, r named) (a, b *reference.Mention, both bool) {
	i, one := l.inner()
	k, other := r.inner()
	if !one || !other {
		return nil, nil, false
	}
	return &l.leaf.Mentions[i], &r.leaf.Mentions[k], true
}

// answers reports whether two references name one number, or clauses that
// answer to each other.
func answers(l, r named, x twin) bool {
	if sameNumber(l.mention(), r.mention()) {
		return true
	}
	c, d := l.leaf.Targets[l.at].Clause, r.leaf.Targets[r.at].Clause
	return c != nil && d != nil && x.Partner(c) == d
}

// sameNumber reports whether two places may have one number: I is one, or the
// ninth letter.
func sameNumber(l, r *reference.Mention) bool {
	same := func(a, b []int) bool { return a != nil && slices.Equal(a, b) }
	return same(l.Path, r.Path) || same(l.Other, r.Path) || same(l.Path, r.Other) || same(l.Other, r.Other)
}
