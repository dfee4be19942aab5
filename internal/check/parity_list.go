package check

import (
	"slices"

	"diptych/internal/bitext"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// parityList reports lists and tables that are not equally long in the two
// texts, and names what has no counterpart. A list that answers to paragraphs
// is another form of the same and left alone; so is what an author declares to
// stand in one language only.
func parityList(_ subject, x twin, say voice) {
	lone := x.divide().items
	for _, p := range containers(x) {
		n, m := size(p.left), size(p.right)
		extra := slices.Concat(lone[p.left], lone[p.right])
		told := slices.DeleteFunc(slices.Clone(extra), func(u bitext.Unit) bool { return u.Clause.StandsAlone() })
		if n == m || len(told) == 0 && (len(extra) > 0 || p.declared) {
			continue
		}
		c := p.clause.Section()
		pos := placeOf(p.left, c.Pos)
		values := []any{
			"Clause", c.ID, "Words", called(c), "Lang", x.left.Language(), "Count", n, "Other", x.right.Language(), "OtherCount", m,
			"Place", placeOf(p.right, diag.Pos{File: x.right.Source}), "Lone", names(told),
		}
		switch isTable := p.left.Kind == policy.Table; {
		case isTable && len(told) > 0:
			say.at(pos, 4, values...)
		case isTable:
			say.at(pos, 3, values...)
		case len(told) > 0:
			say.at(pos, 2, values...)
		default:
			say.at(pos, 1, values...)
		}
	}
}

// container is a list or table beside the one that it answers to.
type container struct {
	clause      *policy.Clause // of the left one
	declared    bool           // either stands in a clause that is declared to be in one language only
	left, right *policy.Block
}

// names is what a message calls the parts that have no counterpart.
func names(us []bitext.Unit) []diag.Words {
	var out []diag.Words
	for i := range us {
		out = append(out, diag.Words(cut(shownWords(us[i:i+1]), 40)))
	}
	return out
}

func size(b *policy.Block) int {
	n := 0
	for i := range b.Blocks {
		if k := b.Blocks[i].Kind; k == policy.ListItem || k == policy.Row {
			n++
		}
	}
	return n
}

// containers pairs the outermost lists and tables whose parts answer to each
// other, and to nothing else.
func containers(x twin) []container {
	type pair struct{ left, right *policy.Block }
	votes := make(map[pair]int)
	var order []pair
	clause, declared := make(map[pair]*policy.Clause), make(map[pair]bool)
	mates := map[*policy.Block]map[*policy.Block]bool{}
	vote := func(u, v bitext.Unit) {
		if !holdsParts(u.Top) || !holdsParts(v.Top) || u.Top.Kind != v.Top.Kind {
			mate(mates, u.Top, v.Top)
			return
		}
		p := pair{u.Top, v.Top}
		if votes[p] == 0 {
			order = append(order, p)
			clause[p] = u.Clause
		}
		votes[p]++
		declared[p] = declared[p] || u.Clause.StandsAlone() || v.Clause.StandsAlone()
		mate(mates, u.Top, v.Top)
	}
	for _, row := range x.Rows {
		for _, k := range row.Links() {
			vote(row.Left[k[0]], row.Right[k[1]])
		}
	}
	var out []container
	for _, p := range order {
		if len(mates[p.left]) > 1 || len(mates[p.right]) > 1 {
			continue // one list became two, or a list and paragraphs
		}
		out = append(out, container{clause: clause[p], declared: declared[p], left: p.left, right: p.right})
	}
	return out
}

func mate(mates map[*policy.Block]map[*policy.Block]bool, a, b *policy.Block) {
	for _, p := range [...][2]*policy.Block{{a, b}, {b, a}} {
		if mates[p[0]] == nil {
			mates[p[0]] = map[*policy.Block]bool{}
		}
		mates[p[0]][p[1]] = true
	}
}

func holdsParts(b *policy.Block) bool {
	return b != nil && (b.Kind == policy.List || b.Kind == policy.Table)
}
