package redline

import (
	"strconv"
	"strings"

	"diptych/internal/align"
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// A reference to a clause that was renumbered follows it: "see clause 5.3"
// becomes "see clause 5.4". It is marked, because the words differ, but it is
// no change of its own kind, because the renumbering is listed already.

// references knows which clause a printed number means in either text.
type references struct {
	old, new map[string]int // number as it is referred to -> pair of clauses, -1 where it is not unique
}

// renumberings notes the labels of the pairs of clauses. It returns nil where
// no clause was renumbered.
func renumberings(cs clausePairs) *references {
	refs := &references{map[string]int{}, map[string]int{}}
	note := func(in map[string]int, c *policy.Clause, pair int) {
		for _, k := range labelKeys(c) {
			if _, ok := in[k]; ok {
				pair = -1
			}
			in[k] = pair
		}
	}
	n, renumbered := 0, false
	for _, ps := range [...][]align.Pair{cs.script, cs.moves} {
		for _, p := range ps {
			if p.Paired() {
				c, d := cs.left[p.Left], cs.right[p.Right]
				note(refs.old, c, n)
				note(refs.new, d, n)
				renumbered = renumbered || c.Label.Text != d.Label.Text
				n++
			}
		}
	}
	if !renumbered {
		return nil
	}
	// A clause without partner takes its number away from others.
	for _, p := range cs.script {
		switch {
		case p.Paired():
		case p.Left >= 0:
			note(refs.old, cs.left[p.Left], -1)
		default:
			note(refs.new, cs.right[p.Right], -1)
		}
	}
	return refs
}

// labelKeys spells how the label of a clause is referred to: by its own unit
// (第三条) and, where it has none, by number alone (三、 as 第三条).
func labelKeys(c *policy.Clause) []string {
	switch c.Label.Style {
	case policy.StylePart, policy.StyleChapter, policy.StyleSection, policy.StyleArticle, policy.StyleCircled, policy.StyleCircledHan:
		return []string{unitKey(c.Label.Style, c.Label.Path)}
	case policy.StyleHan, policy.StyleDecimal, policy.StyleUpperRoman:
		if c.Depth == 1 || len(c.Label.Path) > 1 {
			return []string{pathKey(c.Label.Path)}
		}
	}
	return nil
}

func unitKey(unit policy.LabelStyle, path []int) string {
	return string(rune('A'+unit)) + pathKey(path)
}

func pathKey(path []int) string {
	var b strings.Builder
	for _, n := range path {
		b.WriteByte('.')
		b.WriteString(strconv.Itoa(n))
	}
	return b.String()
}

// pairOf returns the pair of clauses that a reference with the unit means.
func pairOf(in map[string]int, unit policy.LabelStyle, path []int) (int, bool) {
	n, ok := in[unitKey(unit, path)]
	if !ok && unit != policy.StyleCircled && unit != policy.StyleCircledHan {
		n, ok = in[pathKey(path)]
	}
	return n, ok && n >= 0
}

// names gives tokens of two leaves that refer to the same clause one name,
// where their words differ. They are nil where there are none.
func (r *references) names(old, new *words.Leaf) (olds, news map[int]string) {
	if r == nil {
		return nil, nil
	}
	from := referencesIn(old, r.old)
	if len(from) == 0 {
		return nil, nil
	}
	to := referencesIn(new, r.new)
	type spelling struct {
		id    int32
		other bool // the clause is referred to in more than one way
	}
	as := map[int]spelling{}
	for _, g := range to {
		id := new.Tokens[g.token].ID
		x, ok := as[g.pair]
		as[g.pair] = spelling{id, ok && (x.other || x.id != id)}
	}
	follows := map[int]bool{}
	for _, f := range from {
		if x, ok := as[f.pair]; ok && (x.other || x.id != old.Tokens[f.token].ID) {
			follows[f.pair] = true
		}
	}
	name := func(refs []reference) map[int]string {
		var out map[int]string
		for _, x := range refs {
			if follows[x.pair] {
				if out == nil {
					out = map[int]string{}
				}
				out[x.token] = "clause " + strconv.Itoa(x.pair)
			}
		}
		return out
	}
	return name(from), name(to)
}
