package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/internal/policy"
)

// format is what one run has in common.
type format struct {
	marks policy.Marks
	link  *policy.Link
	lang  string
}

// wordBuffer collects the words of one run. As long as they stand in the
// source as they are, it remembers where, and the run costs no copy.
type wordBuffer struct {
	format     format
	start, end int // in the source, while buf is empty
	buf        []byte
	gap        gap // white space before the next words
}

// gap is white space that waits for the words behind it.
type gap uint8

const (
	noGap    gap = iota
	lineGap      // a line break, which vanishes between Han characters
	spaceGap     // a space
)

func (w *wordBuffer) empty() bool { return w.start == w.end && len(w.buf) == 0 }

// openLeaf opens a block of words. Inside a summary, a caption or a heading
// of raw HTML a paragraph is not a block of its own: then it returns false,
// and the words go on.
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
	block.Line, _ = b.lines.find(l.pos)
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
			block.Key = a.key
			if a.id != "" {
				block.ID = b.checkID(a.id, a.offset)
			}
		}
	}
	if i == 0 {
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

// format returns the format of words at this place.
func (b *builder) format() format {
	f := format{marks: b.marks | b.leaf.marks, link: b.link}
	for i := range b.tags {
		t := &b.tags[i]
		f.marks |= t.marks
		if t.link != nil && b.link == nil {
			f.link = t.link
		}
		if t.lang != "" {
			f.lang = t.lang
		}
	}
	return f
}

// segment adds words that stand in the source from start to end.
func (b *builder) segment(start, end int) {
	if start >= end || b.drop.tag != "" {
		return
	}
	b.ensureLeaf(start)
	b.ready(b.text[start:end])
	w := &b.words
	switch {
	case w.empty():
		w.start, w.end = start, end
	case len(w.buf) == 0 && w.end == start:
		w.end = end
	default:
		w.spill(b.text)
		w.buf = append(w.buf, b.text[start:end]...)
	}
}

// string adds words that do not stand in the source as they are.
func (b *builder) string(s string, pos int) {
	if s == "" || b.drop.tag != "" {
		return
	}
	b.ensureLeaf(pos)
	b.ready(s)
	b.words.spill(b.text)
	b.words.buf = append(b.words.buf, s...)
}

// spill copies what was only remembered.
func (w *wordBuffer) spill(text string) {
	if w.start < w.end {
		w.buf = append(w.buf[:0], text[w.start:w.end]...)
		w.start, w.end = 0, 0
	}
}

// ready settles the white space before s and the format of what follows.
func (b *builder) ready(s string) {
	b.flushPending()
	f := b.format()
	if b.words.gap != noGap {
		b.settleGap(firstRune(s), f)
	}
	b.reformat(f)
}

func (b *builder) reformat(f format) {
	if f != b.words.format {
		b.flushWords()
		b.words.format = f
	}
}

// settleGap writes the space that a gap stands for, where one does, before
// words of the format next. It has what the words on both sides have in
// common: no emphasis ends in a space.
func (b *builder) settleGap(after rune, next format) {
	w := &b.words
	g := w.gap
	w.gap = noGap
	before, ok := b.lastRune()
	if g == noGap || !ok || g == lineGap && joins(before, after, b.opt.Lang) {
		return
	}
	last := w.format
	if n := len(b.runs) - 1; w.empty() && n >= 0 {
		last = format{b.runs[n].Marks, b.runs[n].Link, b.runs[n].Lang}
	}
	common := format{marks: last.marks & next.marks}
	if last.link == next.link {
		common.link = next.link
	}
	if last.lang == next.lang {
		common.lang = next.lang
	}
	b.reformat(common)
	w.spill(b.text)
	w.buf = append(w.buf, ' ')
}

// lastRune returns the last character of the open leaf; false where a space
// would have nothing to follow.
func (b *builder) lastRune() (rune, bool) {
	w := &b.words
	if len(w.buf) > 0 {
		r, _ := utf8.DecodeLastRune(w.buf)
		return r, r != ' '
	}
	if w.start < w.end {
		r, _ := utf8.DecodeLastRuneInString(b.text[w.start:w.end])
		return r, r != ' '
	}
	for i := len(b.runs) - 1; i >= 0; i-- {
		switch r := &b.runs[i]; r.Kind {
		case policy.Anchor:
		case policy.Break:
			return 0, false
		default:
			last, _ := utf8.DecodeLastRuneInString(r.Text)
			return last, last != ' '
		}
	}
	return 0, false
}

// space leaves white space before the next words of the leaf.
func (b *builder) space(g gap) {
	if b.leaf.open && b.drop.tag == "" {
		b.words.gap = max(b.words.gap, g)
	}
}

func (b *builder) flushWords() {
	w := &b.words
	if w.empty() {
		return
	}
	run := policy.Run{Kind: policy.Words, Marks: w.format.marks, Link: w.format.link, Lang: w.format.lang}
	if len(w.buf) > 0 {
		run.Text = string(w.buf)
	} else {
		run.Text = b.text[w.start:w.end]
	}
	w.start, w.end, w.buf = 0, 0, w.buf[:0]
	if n := len(b.runs) - 1; n >= 0 {
		if last := &b.runs[n]; last.Kind == policy.Words && last.Marks == run.Marks && last.Link == run.Link && last.Lang == run.Lang {
			last.Text += run.Text
			return
		}
	}
	b.runs = append(b.runs, run)
}

// mark adds a run that is not words.
func (b *builder) mark(run policy.Run, pos int) {
	if b.drop.tag != "" {
		return
	}
	b.ensureLeaf(pos)
	b.flushPending()
	f := b.format()
	switch run.Kind {
	case policy.Break:
		b.words.gap = noGap
	case policy.NoteRef:
		b.settleGap('，', f) // a number hangs on the word before it
	default:
		b.settleGap(firstRune(run.Text), f)
	}
	b.flushWords()
	run.Marks, run.Link, run.Lang = f.marks, f.link, f.lang
	b.runs = append(b.runs, run)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// anchor adds a target before the next words.
func (b *builder) anchor(id string, pos int) {
	if b.drop.tag != "" {
		return
	}
	if !b.leaf.open && b.inner() == 0 {
		b.pending = append(b.pending, id)
		return
	}
	b.ensureLeaf(pos)
	b.flushPending()
	b.flushWords()
	b.runs = append(b.runs, policy.Run{Kind: policy.Anchor, ID: id})
	b.anchors++
}

// keepAnchor keeps the id of something that is not kept itself.
func (b *builder) keepAnchor(id string) {
	if id != "" {
		b.pending = append(b.pending, id)
	}
}

// flushPending puts the anchors that wait before the words that come now.
func (b *builder) flushPending() {
	if len(b.pending) == 0 {
		return
	}
	b.flushWords()
	for _, id := range b.pending {
		b.runs = append(b.runs, policy.Run{Kind: policy.Anchor, ID: id})
		b.anchors++
	}
	b.pending = b.pending[:0]
}
