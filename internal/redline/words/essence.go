package words

import (
	"strconv"
	"strings"
	"unicode"

	"diptych/internal/policy"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// Essence spells the tokens [from,to) without what is editorial: punctuation,
// white space, the width of letters and the numbers of notes, which are first
// replaced by those that they have in notes. Inside numbers every mark counts.
func (l *Leaf) Essence(from, to int, notes map[int]int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		t := &l.Tokens[i]
		switch w := l.Word(i); t.Kind {
		case Han:
			b.WriteString(w)
		case Object:
			r := l.Runs[t.Run]
			if n, ok := notes[r.Num]; ok && r.Kind == policy.NoteRef {
				r.Text = "[" + strconv.Itoa(n) + "]"
			}
			if r.Kind != policy.Anchor {
				b.WriteString(objectKey(&r))
			}
		case Mark:
			for _, r := range w {
				if !unicode.IsPunct(r) && !unicode.IsSpace(r) && r != '`' {
					b.WriteString(width.Fold.String(string(r)))
				}
			}
		case Word:
			writeEssence(&b, w)
		}
	}
	return b.String()
}

// writeEssence writes the essence of a word or number.
func writeEssence(b *strings.Builder, w string) {
	fold := norm.NFKC.String(width.Fold.String(w))
	number := strings.ContainsFunc(fold, unicode.IsDigit)
	for _, r := range fold {
		if !unicode.IsSpace(r) && (number || !unicode.IsPunct(r)) {
			b.WriteRune(r)
		}
	}
	if number {
		b.WriteByte(0x1f) // 1 5 is not 15
	}
}
