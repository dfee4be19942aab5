package markup

import (
	"unicode/utf8"

	"diptych/internal/cjk"
	"diptych/internal/policy"
)

// gap is white space that waits for the words behind it.
type gap uint8

const (
	noGap    gap = iota
	lineGap      // a line break, which vanishes between Han characters
	spaceGap     // a space
)

// space leaves white space before the next words of the leaf.
func (b *builder) space(g gap) {
	if b.leaf.open && b.drop.tag == "" {
		b.words.gap = max(b.words.gap, g)
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

// joins reports whether a line break between two characters vanishes: both are
// Han, kana or full-width, or one is and the other is a mark that Chinese and
// English share. In a language without spaces two such marks join as well.
func joins(before, after rune, lang policy.Tag) bool {
	b, a := cjk.Is(before) && !cjk.IsHangul(before), cjk.Is(after) && !cjk.IsHangul(after)
	sb, sa := cjk.IsShared(before), cjk.IsShared(after)
	return (b || sb) && (a || sa) && (b || a || !lang.PartsWords())
}
