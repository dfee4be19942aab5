package markup

import (
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

func (w *wordBuffer) empty() bool { return w.start == w.end && len(w.buf) == 0 }

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
