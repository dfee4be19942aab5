package plan

import (
	"slices"
	"strings"
	"unicode"

	"diptych/internal/align"
	"diptych/internal/label"
	"diptych/internal/policy"
)

// A list whose lines nothing parts is one paragraph, and its labels stand among
// the words: it is run on. Mended, each line is a clause of its own. The lines
// are what they were, and the first keeps what the paragraph was.

// runOn is a run-on paragraph of one text, cut as the other one has it.
type runOn struct {
	in    *policy.Clause // that the paragraph stands in
	at    int            // its place there
	lead  policy.Block   // its first line
	parts []*policy.Clause
}

// para returns the paragraph.
func (r *runOn) para() *policy.Block { return &r.in.Blocks[r.at] }

// innerLabel is a label among words.
type innerLabel struct {
	policy.Label
	at int // byte of the words
}

// innerLabels returns the labels that stand in words behind the beginning, where
// a line may have begun: behind white space or a stop, or before a bracket.
func innerLabels(s string) []innerLabel {
	var out []innerLabel
	before := ' '
	for i, r := range s {
		if i > 0 && !unicode.IsSpace(r) && (!isLetter(before) || r == '（' || r == '(' || r == '第') {
			rest := s[i:min(len(s), i+labelBytes)]
			if l, _, ok := label.Parse(rest); ok {
				out = append(out, innerLabel{l, i})
			}
		}
		before = r
	}
	return out
}

// labelBytes is more than a label and the words that decide whether it is one.
const labelBytes = 64

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// unrun cuts a paragraph of a clause whose lines are the first of some sections
// of the other text, which stand behind a clause there that ends in its first
// line. It returns nil where there is none.
func (m *matcher) unrun(whole, first *policy.Clause, sections []*policy.Clause) *runOn {
	if len(sections) == 0 || len(first.Blocks) == 0 || whole.Form != first.Form || !isLine(sections[0]) {
		return nil
	}
	lead := &first.Blocks[len(first.Blocks)-1]
	for at := range whole.Blocks {
		b := &whole.Blocks[at]
		if b.Kind != policy.Para || lead.Kind != policy.Para || len(b.Runs) == 0 {
			continue
		}
		s := policy.PlainRuns(b.Runs)
		cuts := follow(innerLabels(s), sections)
		if len(cuts) == 0 {
			continue
		}
		r := &runOn{in: whole, at: at, lead: policy.Block{Kind: policy.Para, Runs: slice(b.Runs, 0, cuts[0].at)}}
		alike := m.isLine(&r.lead, lead)
		for k, c := range cuts {
			end := len(s)
			if k+1 < len(cuts) {
				end = cuts[k+1].at
			}
			part := lineClause(whole, b, c, end, sections[k].Depth)
			alike = alike && m.isLine(&part.Blocks[0], &sections[k].Blocks[0])
			r.parts = append(r.parts, part)
		}
		if !alike {
			continue
		}
		last := r.parts[len(r.parts)-1]
		last.Blocks = append(last.Blocks, whole.Blocks[at+1:]...)
		return r
	}
	return nil
}

// follow returns the labels that are those of the sections, of as many of these
// as have theirs, in order, from the first on. All but the last are one paragraph.
func follow(inner []innerLabel, sections []*policy.Clause) []innerLabel {
	var out []innerLabel
	for _, s := range sections {
		if !isLine(s) || len(out) > 0 && len(sections[len(out)-1].Blocks) > 1 {
			break
		}
		k := slices.IndexFunc(inner, func(l innerLabel) bool { return l.Style == s.Label.Style && slices.Equal(l.Path, s.Label.Path) })
		if k < 0 {
			break
		}
		out = append(out, inner[k])
		inner = inner[k+1:]
	}
	return out
}

// isLine reports whether a clause is a labelled paragraph, as a line of a list
// is where something parts it from the others.
func isLine(c *policy.Clause) bool {
	return c.Form == policy.Paragraph && !c.Label.IsZero() && len(c.Head) == 0 && len(c.Blocks) > 0 && c.Blocks[0].Kind == policy.Para
}

// isLine reports whether a paragraph is a line that was cut out of another.
func (m *matcher) isLine(line, b *policy.Block) bool {
	if len(line.Runs) == 0 || len(b.Runs) == 0 {
		return false
	}
	return blockKey(line) == blockKey(b) || m.like.block(line).Like(m.like.block(b)) >= clauseLeast
}

// slice returns the runs of the words from one byte to another, without white
// space at their ends.
func slice(runs []policy.Run, from, to int) []policy.Run {
	var out []policy.Run
	at := 0
	for _, r := range runs {
		n := policy.PlainSize(&r)
		i, j := max(from-at, 0), min(to-at, n)
		if at += n; i > j || i == j && n > 0 {
			continue
		}
		if r.Kind == policy.Words {
			r.Text = r.Text[i:j]
		}
		out = append(out, r)
	}
	for len(out) > 0 && out[0].Kind == policy.Words {
		if out[0].Text = strings.TrimLeftFunc(out[0].Text, unicode.IsSpace); out[0].Text != "" {
			break
		}
		out = out[1:]
	}
	for n := len(out); n > 0 && out[n-1].Kind == policy.Words; n = len(out) {
		if out[n-1].Text = strings.TrimRightFunc(out[n-1].Text, unicode.IsSpace); out[n-1].Text != "" {
			break
		}
		out = out[:n-1]
	}
	return out
}

// runOnKeys gives a labelled paragraph that is run on one key with the clause
// that its first line is: else it would be that to which it is most alike.
func (m *matcher) runOnKeys(keysLeft, keysRight []uint64, left, right []*policy.Clause) {
	tries := rivals
	found := func(wholes, firsts []*policy.Clause, mine, other []uint64, key string) {
		there := make(map[uint64]bool, len(other))
		for _, k := range other {
			there[k] = true
		}
		here := make(map[uint64]bool, len(mine))
		for _, k := range mine {
			here[k] = true
		}
		byLabel := map[string][]int{}
		for j, c := range firsts {
			if isLine(c) && len(c.Blocks) == 1 && !here[other[j]] && j+1 < len(firsts) && isLine(firsts[j+1]) {
				byLabel[c.Label.Text] = append(byLabel[c.Label.Text], j)
			}
		}
		if len(byLabel) == 0 {
			return
		}
		for i, c := range wholes {
			if !isLine(c) || there[mine[i]] {
				continue
			}
			js := byLabel[c.Label.Text]
			for n, j := range js {
				if tries--; tries < 0 {
					return
				}
				if m.unrun(c, firsts[j], firsts[j+1:]) != nil {
					k := uint64(align.NewKey().Text(key).Number(i).Number(j))
					mine[i], other[j] = k, k
					byLabel[c.Label.Text] = slices.Delete(js, n, n+1)
					break
				}
			}
		}
	}
	found(left, right, keysLeft, keysRight, "run on")
	found(right, left, keysRight, keysLeft, "runs on")
}

// runOnToSections finds a paragraph of the old clause whose lines are sections
// now.
func (m *matcher) runOnToSections(old, new *policy.Clause, sections []*policy.Clause, rights []int) *conversion {
	r := m.unrun(old, new, sections)
	if r == nil {
		return nil
	}
	c := &conversion{was: map[int]*policy.Clause{}, part: map[int]bool{}, runOn: r}
	for k, part := range r.parts {
		c.last = rights[k]
		c.was[c.last], c.part[c.last] = part, true
	}
	return c
}

// sectionsToRunOn finds the sections behind the old clause that are lines of one
// paragraph of the new one now.
func (m *matcher) sectionsToRunOn(old, new *policy.Clause, sections []*policy.Clause) *conversion {
	r := m.unrun(new, old, sections)
	if r == nil {
		return nil
	}
	return &conversion{sections: sections[:len(r.parts)], runOn: r}
}

// pairRunOn pairs what is in two clauses of which one has the run-on paragraph.
func (m *pairer) pairRunOn(old, new *policy.Clause, c *conversion) *Node {
	n := &Node{Old: old, New: new, Formed: true}
	if len(old.Head)+len(new.Head) > 0 {
		n.Head = m.leaves(old.Head, new.Head)
	}
	r := c.runOn
	if c.was != nil {
		end := len(new.Blocks) - 1
		n.Blocks = append(m.pairBlocks(old.Blocks[:r.at], new.Blocks[:end]), m.pairLineOf(&r.lead, &new.Blocks[end], r.para().Runs))
		return n
	}
	end := len(old.Blocks) - 1
	n.Blocks = append(m.pairBlocks(old.Blocks[:end], new.Blocks[:r.at]), m.seamOf(r, &old.Blocks[end], c.sections)...)
	last := len(r.parts) - 1
	n.Blocks = append(n.Blocks, m.pairBlocks(c.sections[last].Blocks[1:], r.parts[last].Blocks[1:])...)
	return n
}

// pairLineOf pairs two paragraphs of which one is a line of a run-on one, or has
// its label in that.
func (m *pairer) pairLineOf(old, new *policy.Block, leaves ...[]policy.Run) *Block {
	return &Block{Old: old, New: new, Diff: m.leaves(old.Runs, new.Runs), Formed: true, Leaves: leaves}
}

// pairSectionOf pairs a section with the line of the old text that it was.
func (m *pairer) pairSectionOf(r *runOn, part, new *policy.Clause) *Node {
	n := &Node{Old: part, New: new, Formed: true, part: true}
	n.Blocks = append([]*Block{m.pairLineOf(&part.Blocks[0], &new.Blocks[0], r.para().Runs)}, m.pairBlocks(part.Blocks[1:], new.Blocks[1:])...)
	return n
}

// seamOf sews paragraphs of the old text, with their labels, into the run-on one
// of the new text or, where a label changed or comparing them so would mark
// something else than comparing line by line, sets the lines under each other.
func (m *pairer) seamOf(r *runOn, lead *policy.Block, clauses []*policy.Clause) []*Block {
	olds := []*policy.Block{lead}
	lines := []*Block{m.pairLineOf(lead, &r.lead, r.para().Runs)}
	var leaves [][]policy.Run
	sewable := true
	for k, c := range clauses {
		b, part := &c.Blocks[0], r.parts[k]
		line := &policy.Block{Kind: policy.Para, Runs: labelled(part.Label, b.Runs)}
		olds, leaves = append(olds, line), append(leaves, b.Runs)
		if c.Label.Text == part.Label.Text {
			now := &policy.Block{Kind: policy.Para, Runs: labelled(part.Label, part.Blocks[0].Runs)}
			lines = append(lines, m.pairLineOf(line, now, b.Runs, r.para().Runs))
			continue
		}
		sewable = false
		t := m.pairLineOf(b, &part.Blocks[0], r.para().Runs)
		t.Lost, t.Gained = c.Label.Text+c.Label.Gap, part.Label.Text+part.Label.Gap
		lines = append(lines, t)
	}
	if !sewable {
		return lines
	}
	s := m.sew(olds, []*policy.Block{r.para()}, make([]string, len(olds)))
	hunks, runes := 0, 0
	for _, t := range lines {
		hunks, runes = hunks+len(t.Diff.Hunks), runes+marked(t.Diff)
	}
	if len(s.Diff.Hunks) != hunks || marked(s.Diff) != runes {
		return lines
	}
	return []*Block{{Old: lead, New: r.para(), Seam: s, Formed: true, Leaves: leaves}}
}

// labelled returns runs with a label before them, as words.
func labelled(l policy.Label, runs []policy.Run) []policy.Run {
	return append([]policy.Run{{Text: l.Text + l.Gap}}, runs...)
}
