package plan

import (
	"slices"
	"strings"
	"unicode"

	"diptych/internal/align"
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// A paragraph of a few words, as a bold line is, can become a heading, and what
// stood behind it stands under that; and the reverse. The words of both are the
// same, and the lines and the sections follow each other in one order.

// linesToSections finds the lines in an old clause that are the headings of
// sections now: of those at the places in the new text behind the new clause.
func linesToSections(old, new *policy.Clause, news []*policy.Clause, rights []int) *conversion {
	sections := clausesAt(news, rights)
	blocks := unquoted(old.Blocks, sections)
	at := linesOf(blocks, new.Blocks, sections)
	if len(at) == 0 {
		return nil
	}
	c := &conversion{was: map[int]*policy.Clause{}, part: map[int]bool{}, blocks: blocks[:at[0]]}
	for k, bs := range cutAt(blocks, at) {
		c.last = rights[k]
		c.was[c.last] = &policy.Clause{
			Form: policy.Paragraph, Parent: old, Depth: sections[k].Depth, Key: bs[0].Key, Head: bs[0].Runs, Blocks: bs[1:], Pos: old.Pos,
		}
		c.part[c.last] = true
	}
	return c
}

// sectionsToLines finds the sections behind an old clause, at places in the old
// text, whose headings are lines in the new clause now.
func sectionsToLines(old, new *policy.Clause, olds []*policy.Clause, lefts []int) *conversion {
	sections := clausesAt(olds, lefts)
	blocks := unquoted(new.Blocks, sections)
	at := linesOf(blocks, old.Blocks, sections)
	if len(at) == 0 {
		return nil
	}
	c := &conversion{sections: sections[:len(at)], lines: map[*policy.Clause][]policy.Block{}, blocks: blocks[:at[0]]}
	for k, bs := range cutAt(blocks, at) {
		c.lines[sections[k]] = bs
	}
	return c
}

// convertStart finds what became of a preamble that begins with a line, or what
// became one, where both texts begin with clauses without partner.
func convertStart(cs clausePairs, lefts, rights []int) *conversion {
	if len(lefts) == 0 || len(rights) == 0 {
		return nil
	}
	none := &policy.Clause{Form: policy.Preamble, Depth: 1}
	var c *conversion
	switch old, new := cs.left[0], cs.right[0]; {
	case old.Form == policy.Preamble && new.Form != policy.Preamble:
		c = linesToSections(old, none, cs.right, rights)
	case new.Form == policy.Preamble && old.Form != policy.Preamble:
		none.Parent = old
		c = sectionsToLines(none, new, cs.left, lefts)
	}
	if c == nil || len(c.blocks) > 0 {
		return nil
	}
	c.none = none
	return c
}

// startKeys gives a list that a text begins with one key with the labelled
// paragraph that its first item is: else it would be that to which it is most
// alike, and the others would have nothing to stand behind.
func (m *matcher) startKeys(keysLeft, keysRight []uint64, left, right []*policy.Clause) {
	if len(left) == 0 || len(right) == 0 {
		return
	}
	list, line := left[0], right[0]
	if list.Form != policy.Preamble {
		list, line = line, list
	}
	if list.Form != policy.Preamble || len(list.Blocks) != 1 || !isLine(line) {
		return
	}
	if slices.Contains(keysLeft, keysRight[0]) || slices.Contains(keysRight, keysLeft[0]) {
		return // it is the clause of the other text that says the same, or has its id
	}
	items := endItems(list.Blocks)
	if len(items) > 0 && len(items[0].Blocks) > 0 && m.isLine(&items[0].Blocks[0], &line.Blocks[0]) {
		k := uint64(align.NewKey().Text("start"))
		keysLeft[0], keysRight[0] = k, k
	}
}

// linesOf returns which of the blocks are the headings of the sections, of as
// many of these as have one, from the first on. A line that the clause has in
// the other text, too, is none.
func linesOf(blocks, other []policy.Block, sections []*policy.Clause) []int {
	if len(sections) == 0 {
		return nil
	}
	there := map[string]bool{}
	for i := range other {
		there[lineOf(&other[i])] = true
	}
	var out []int
	i := 0
	for _, s := range sections {
		head := lineWords(s.Head)
		for i < len(blocks) && (head == "" || there[head] || lineOf(&blocks[i]) != head) {
			i++
		}
		if i == len(blocks) {
			break
		}
		out = append(out, i)
		i++
	}
	return out
}

// unquoted returns the blocks, with what a quote holds in the place of each that
// begins with a line which is the heading of a section.
func unquoted(blocks []policy.Block, sections []*policy.Clause) []policy.Block {
	heads := map[string]bool{}
	for _, s := range sections {
		heads[lineWords(s.Head)] = true
	}
	delete(heads, "")
	var out []policy.Block
	for i := range blocks {
		b := &blocks[i]
		opens := b.Kind == policy.Quote && len(b.Blocks) > 0 && heads[lineOf(&b.Blocks[0])]
		if opens && out == nil {
			out = append(make([]policy.Block, 0, len(blocks)+len(b.Blocks)), blocks[:i]...)
		}
		switch {
		case opens:
			out = append(out, b.Blocks...)
		case out != nil:
			out = append(out, *b)
		}
	}
	if out == nil {
		return blocks
	}
	return out
}

// lineOf returns the words of a paragraph as a heading has them; "" for what is
// none.
func lineOf(b *policy.Block) string {
	if b.Kind != policy.Para && b.Kind != policy.Subheading {
		return ""
	}
	return lineWords(b.Runs)
}

func lineWords(runs []policy.Run) string {
	return strings.TrimRightFunc(words.Fold(policy.PlainRuns(runs)), unicode.IsPunct)
}

// cutAt cuts blocks into stretches that begin at the places.
func cutAt(bs []policy.Block, at []int) [][]policy.Block {
	out := make([][]policy.Block, len(at))
	for k, i := range at {
		to := len(bs)
		if k+1 < len(at) {
			to = at[k+1]
		}
		out[k] = bs[i:to]
	}
	return out
}

// pairLine pairs a section with the line that its heading became and what
// stands behind that.
func (m *pairer) pairLine(s *policy.Clause, bs []policy.Block) []*Block {
	head := &policy.Block{Kind: policy.Subheading, Key: s.Key, Runs: s.Head}
	line := &Block{
		Old: head, New: &bs[0], Diff: m.leaves(s.Head, bs[0].Runs), Formed: true, title: true, Lost: s.Label.Text + s.Label.Gap,
	}
	return append([]*Block{line}, m.pairBlocks(s.Blocks, bs[1:])...)
}
