package markup

import (
	"strings"
	"unicode"

	"diptych/internal/policy"
)

// openLeaf opens a block of words. Inside a summary, a caption or a heading
// of raw HTML a paragraph is not a block of its own, and the words go on. It
// reports whether a block was opened.
func (b *builder) openLeaf(l leaf) bool {
	if b.leaf.open && l.kind == policy.Para && b.leaf.tag != "" && b.leaf.kind != policy.Para {
		b.space(spaceGap)
		return false
	}
	b.closeLeaf()
	kind := l.kind
	b.settle(kind, l.pos)
	l.open = true
	b.leaf = l
	return true
}

// ensureLeaf opens a paragraph for words that stand in a container without
// one.
func (b *builder) ensureLeaf(pos int) {
	if !b.leaf.open {
		b.openLeaf(leaf{kind: policy.Para, implicit: true, pos: pos})
	}
}

// closeLeaf finishes the open block of words, if any. A paragraph of the text
// itself that holds nothing but anchors is dropped; they wait for the next
// words, which is where readers should land.
func (b *builder) closeLeaf() {
	if !b.leaf.open {
		return
	}
	b.flushWords()
	b.words.gap = noGap
	if b.leaf.kind != policy.Code {
		b.runs = trimRuns(b.runs)
	}
	if b.leaf.kind == policy.Para && b.inner() == 0 && onlyAnchors(b.runs) {
		for i := range b.runs {
			b.pending = append(b.pending, b.runs[i].ID)
			b.anchors--
		}
		b.keepAnchor(b.leaf.id)
		b.leaf.open = false
		b.runs = b.runs[:0]
		b.endTags(len(b.frames), false)
		return
	}
	b.closeLeafKeeping()
}

func (b *builder) closeLeafKeeping() {
	l := b.leaf
	b.leaf.open = false
	b.count(&b.held.parts, len(b.runs), limitParts, l.pos)
	block := policy.Block{Kind: l.kind, ID: l.id, Lang: l.lang, Level: l.level, Runs: b.takeRuns()}
	if !l.implicit {
		b.endTags(len(b.frames), false)
	}
	if len(block.Runs) == 0 && l.tag != "" && l.kind == policy.Para {
		b.keepAnchor(l.id)
		return
	}
	if l.kind == policy.Code {
		block.Runs = codeRuns(block.Runs)
	}
	b.place(block, l)
}

// place applies the attributes of a leaf and adds its block. The attributes
// of the first words of a list item are the item's.
func (b *builder) place(block policy.Block, l leaf) {
	i := b.inner()
	block.Line, block.Col = b.lines.find(l.pos)
	f := &b.frames[i]
	leads := f.block.Kind == policy.ListItem && i > 0 && len(b.kids) == f.from
	if leads && l.spot.takesGroup() {
		f.spot = l.spot
	}
	if a := l.attrs; a != nil {
		b.checkAttributes(a)
		if leads {
			f.attrs = a
		} else {
			if i > 0 {
				b.noFormer(a)
			}
			block.Key = a.key
			if a.id != "" {
				block.ID = b.checkID(a.id, a.offset)
			}
		}
	}
	if i == 0 {
		b.count(&b.held.blocks, 1, limitBlocks, l.pos)
		head := block.Kind == policy.Subheading && !b.note
		b.tops = append(b.tops, top{block: block, pos: l.pos, attrs: l.attrs, spot: l.spot, level: l.level, head: head})
		if block.ID != "" {
			b.anchors++
		}
		return
	}
	b.add(block, l.pos, nil)
}

func onlyAnchors(runs []policy.Run) bool {
	for i := range runs {
		if runs[i].Kind != policy.Anchor {
			return false
		}
	}
	return true
}

// trimRuns removes white space at both ends of a block of words.
func trimRuns(runs []policy.Run) []policy.Run {
	for i := 0; i < len(runs); i++ {
		r := &runs[i]
		if r.Kind == policy.Anchor {
			continue
		}
		if r.Kind == policy.Words && r.Marks&policy.CodeMark == 0 {
			if r.Text = strings.TrimLeftFunc(r.Text, unicode.IsSpace); r.Text == "" {
				runs = append(runs[:i], runs[i+1:]...)
				i--
				continue
			}
		}
		break
	}
	for i := len(runs) - 1; i >= 0; i-- {
		r := &runs[i]
		if r.Kind == policy.Anchor {
			continue
		}
		if r.Kind == policy.Words && r.Marks&policy.CodeMark == 0 {
			if r.Text = strings.TrimRightFunc(r.Text, unicode.IsSpace); r.Text == "" {
				runs = append(runs[:i], runs[i+1:]...)
				continue
			}
		}
		break
	}
	return runs
}

// codeRuns joins the words of a code block into one run.
func codeRuns(runs []policy.Run) []policy.Run {
	text := strings.TrimRight(policy.PlainRuns(runs), "\r\n")
	if text == "" {
		return nil
	}
	return []policy.Run{{Kind: policy.Words, Text: text}}
}
