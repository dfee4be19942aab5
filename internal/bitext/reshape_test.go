package bitext_test

import (
	"math/rand/v2"
	"slices"

	"diptych/internal/policy"
)

// listsToSentences makes one paragraph of every other list and the words that
// lead to it.
func listsToSentences(t *policy.Text, rnd *rand.Rand) {
	gone := map[*policy.Clause]bool{}
	for _, c := range t.Clauses {
		if c.Form == policy.Item {
			continue
		}
		for i := 0; i+1 < len(c.Blocks); i++ {
			if !plain(c, i) || c.Blocks[i+1].Kind != policy.List || rnd.IntN(2) == 0 {
				continue
			}
			c.Blocks[i].Runs = joinLeaves(&c.Blocks[i+1], slices.Clone(c.Blocks[i].Runs), gone)
			c.Blocks = slices.Delete(c.Blocks, i+1, i+2)
		}
	}
	t.Clauses = slices.DeleteFunc(t.Clauses, func(c *policy.Clause) bool { return gone[c] })
}

// joinLeaves appends the runs of all leaves of a block, and notes its clauses.
func joinLeaves(b *policy.Block, out []policy.Run, gone map[*policy.Clause]bool) []policy.Run {
	if b.Clause != nil {
		gone[b.Clause] = true
	}
	if len(b.Runs) > 0 {
		out = append(append(out, policy.Run{Text: ", "}), b.Runs...)
	}
	for i := range b.Blocks {
		out = joinLeaves(&b.Blocks[i], out, gone)
	}
	return out
}

// headingsToBold makes bold lines of all headings. One with a label stays a
// clause, of another form.
func headingsToBold(t *policy.Text, _ *rand.Rand) {
	var out []*policy.Clause
	last := &policy.Clause{Form: policy.Preamble, Depth: 1}
	for _, c := range t.Clauses {
		switch {
		case c.Form == policy.Heading:
			line := policy.Block{Kind: policy.Para, Runs: slices.Clone(c.Head)}
			for i := range line.Runs {
				line.Runs[i].Marks |= policy.Strong
			}
			if c.Label.IsZero() {
				if len(out) == 0 {
					out = append(out, last)
				}
				last.Blocks = append(append(last.Blocks, line), c.Blocks...)
				continue
			}
			c.Form, c.Head, c.Blocks = policy.Paragraph, nil, append([]policy.Block{line}, c.Blocks...)
			last = c
		case c.Form != policy.Item:
			last = c
		}
		out = append(out, c)
	}
	t.Clauses = out
	for i, c := range out { // items stay below what holds them now
		if c.Form == policy.Item && c.Parent.Form != policy.Item && !slices.Contains(out[:i], c.Parent) {
			c.Parent = sectionBefore(out, i)
		}
	}
}

func sectionBefore(cs []*policy.Clause, i int) *policy.Clause {
	for ; cs[i].Form == policy.Item; i-- {
	}
	return cs[i]
}

// headingsRunIn puts bold headings into the paragraphs below them, where there
// are some.
func headingsRunIn(t *policy.Text, rnd *rand.Rand) {
	headingsToBold(t, rnd)
	for _, c := range t.Clauses {
		for i := 0; i < len(c.Blocks); i++ {
			if b := &c.Blocks[i]; plain(c, i) && plain(c, i+1) && b.Runs[0].Marks&policy.Strong != 0 {
				b.Runs = slices.Concat(b.Runs, []policy.Run{{Text: ".", Marks: policy.Strong}, {Text: " "}}, c.Blocks[i+1].Runs)
				c.Blocks = slices.Delete(c.Blocks, i+1, i+2)
			}
		}
	}
}

// mergeMore makes one of three or four paragraphs, wherever that many follow
// each other; of every other such place.
func mergeMore(t *policy.Text, rnd *rand.Rand) {
	for _, c := range t.Clauses {
		for i := range c.Blocks {
			if !plain(c, i) || !plain(c, i+1) || !plain(c, i+2) || rnd.IntN(2) == 0 {
				continue
			}
			for range 2 + rnd.IntN(2) {
				mergeNext(c, i)
			}
		}
	}
}

// groups cuts a text at the headings of the outermost level that has more than
// two, and leaves what stands before.
func groups(t *policy.Text) (before []*policy.Clause, out [][]*policy.Clause) {
	depth := 1
	for ; depth < 6; depth++ {
		n := 0
		for _, c := range t.Clauses {
			if c.Form == policy.Heading && c.Depth == depth {
				n++
			}
		}
		if n > 2 {
			break
		}
	}
	for _, c := range t.Clauses {
		switch {
		case c.Form == policy.Heading && c.Depth <= depth:
			out = append(out, []*policy.Clause{c})
		case len(out) == 0:
			before = append(before, c)
		default:
			out[len(out)-1] = append(out[len(out)-1], c)
		}
	}
	return before, out
}

// reverseSections puts the sections of a text in the reverse order.
func reverseSections(t *policy.Text, _ *rand.Rand) {
	before, all := groups(t)
	slices.Reverse(all)
	t.Clauses = slices.Concat(before, slices.Concat(all...))
}

// shuffleSections puts the sections of a text in any order.
func shuffleSections(t *policy.Text, rnd *rand.Rand) {
	before, all := groups(t)
	rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	t.Clauses = slices.Concat(before, slices.Concat(all...))
}
