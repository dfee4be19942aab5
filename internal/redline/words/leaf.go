package words

import (
	"slices"
	"strings"
	"unicode/utf8"

	"diptych/internal/policy"
)

// Leaf is the words of one leaf as one string, beside the runs they came from
// and the tokens they fall into. It is never changed after it was made.
type Leaf struct {
	Text   string
	Runs   []policy.Run
	Tokens []Token

	words    *vocabulary
	ends     []int    // where each run ends in Text
	end      [1]int   // room for the end of the only run
	titled   bool     // a 《 is in it
	features Features // see Features; made when asked for
	ids      []int32  // see tokenIDs; made when asked for
}

// newLeaf joins the runs of a leaf and cuts them into tokens.
func newLeaf(runs []policy.Run, words *vocabulary) *Leaf {
	l := &Leaf{Runs: runs, words: words}
	if len(runs) == 1 && runs[0].Kind == policy.Words {
		l.Text = runs[0].Text
		l.end[0] = len(l.Text)
		l.ends = l.end[:]
	} else {
		l.ends = make([]int, len(runs))
		l.Text = policy.PlainRuns(runs)
		at := 0
		for i := range runs {
			at += policy.PlainSize(&runs[i])
			l.ends[i] = at
		}
	}
	l.titled = strings.Contains(l.Text, "《")
	l.Tokens = l.cut()
	return l
}

// cut returns the tokens of the words between breaks, images, note references
// and anchors; these are tokens of their own.
func (l *Leaf) cut() []Token {
	out := l.words.tokens[:0]
	long := len(l.Text) >= longLeaf
	if long {
		out = make([]Token, 0, len(l.Text)/3+1)
	}
	first, at := 0, 0 // run and byte from which on nothing is cut
	for i := range l.Runs {
		r := &l.Runs[i]
		if r.Kind == policy.Words {
			continue
		}
		out = l.cutWords(out, first, i, at)
		from := 0
		if i > 0 {
			from = l.ends[i-1]
		}
		out = append(out, Token{ID: l.words.id(objectKey(r)), Start: from, End: l.ends[i], Run: i, Kind: Object})
		first, at = i+1, l.ends[i]
	}
	out = l.cutWords(out, first, len(l.Runs), at)
	if long {
		return out
	}
	l.words.tokens = out
	return slices.Clone(out)
}

// longLeaf is from how many bytes on the tokens of a leaf are not copied from the
// room for those of all others.
const longLeaf = 1 << 16

// cutWords cuts the words of the runs [first,last), which begin at a byte. No
// token holds words that are said and words that are struck, raised or lowered.
func (l *Leaf) cutWords(out []Token, first, last, from int) []Token {
	n := len(out)
	to := from
	for i := first; i < last; i++ {
		to = l.ends[i]
		marks := l.Runs[i].Marks & policy.Wording
		if i+1 < last && l.Runs[i+1].Marks&policy.Wording == marks {
			continue
		}
		k := len(out)
		out = l.words.scan(out, l.Text, from, to)
		if marks != 0 {
			for ; k < len(out); k++ {
				out[k].ID = l.words.marked(l.Text[out[k].Start:out[k].End], &out[k], marks)
			}
		}
		from = to
	}
	markStops(out[n:], l.Text, to)
	return out
}

// han returns the character of token i, of kind Han.
func (l *Leaf) han(i int) rune {
	t := &l.Tokens[i]
	if t.ID >= 0 {
		return t.ID
	}
	r, _ := utf8.DecodeRuneInString(l.Text[t.Start:])
	return r
}

// objectKey spells what makes two objects the same: the address and the
// alternative text of an image, the printed form of a note reference, and
// whether they are struck out.
func objectKey(r *policy.Run) string {
	struck := ""
	if r.Marks&policy.Strike != 0 {
		struck = "\x00struck"
	}
	switch r.Kind {
	case policy.Image:
		return "\x00image " + ImageDest(r) + " " + r.Text + struck
	case policy.NoteRef:
		return "\x00note " + r.Text + struck
	case policy.Break:
		return "\x00break"
	}
	return "\x00anchor"
}

// ImageDest returns the address of the image that a run shows, "" where there
// is none.
func ImageDest(r *policy.Run) string {
	if r.Image == nil {
		return ""
	}
	return r.Image.Dest
}

// renamed returns the leaf with other names for some of its tokens.
func (l *Leaf) renamed(names map[int]string) *Leaf {
	if len(names) == 0 {
		return l
	}
	c := *l
	c.features, c.ids = nil, nil
	c.Tokens = append([]Token(nil), l.Tokens...)
	for i := range c.Tokens {
		if name, ok := names[i]; ok {
			c.Tokens[i].ID = l.words.id("\x00name " + name)
		}
	}
	return &c
}

// Word returns the words of token i.
func (l *Leaf) Word(i int) string { return l.Text[l.Tokens[i].Start:l.Tokens[i].End] }

// Space returns the white space before token i, or after the last one.
func (l *Leaf) Space(i int) string {
	from, to := 0, len(l.Text)
	if i > 0 {
		from = l.Tokens[i-1].End
	}
	if i < len(l.Tokens) {
		to = l.Tokens[i].Start
	}
	return l.Text[from:to]
}

// SpaceEnd returns where the white space before token i ends, or that after the
// last one.
func (l *Leaf) SpaceEnd(i int) int {
	if i < len(l.Tokens) {
		return l.Tokens[i].Start
	}
	return len(l.Text)
}

// LineEdge reports whether white space before token i is at the beginning or
// end of a line, where it does not show.
func (l *Leaf) LineEdge(i int) bool {
	breaks := func(i int) bool {
		t := &l.Tokens[i]
		return t.Kind == Object && l.Runs[t.Run].Kind == policy.Break
	}
	return i == 0 || i == len(l.Tokens) || breaks(i-1) || breaks(i)
}

// RunAt returns the index of the run that holds the byte at pos of Text, and
// where that run ends.
func (l *Leaf) RunAt(pos int) (run, end int) {
	lo, hi := 0, len(l.ends)-1
	for lo < hi {
		if mid := (lo + hi) / 2; l.ends[mid] <= pos {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, l.ends[lo]
}

// RunOf returns the run in which token i begins.
func (l *Leaf) RunOf(i int) *policy.Run {
	t := &l.Tokens[i]
	switch {
	case t.Kind == Object:
		return &l.Runs[t.Run]
	case len(l.Runs) == 1:
		return &l.Runs[0]
	}
	run, _ := l.RunAt(t.Start)
	return &l.Runs[run]
}

// Count returns how many words the tokens [from,to) are, and how many runes
// without the spaces between them. A Han character is a word.
func (l *Leaf) Count(from, to int) (words, runes int) {
	for i := from; i < to; i++ {
		switch t := &l.Tokens[i]; t.Kind {
		case Han:
			words++
			runes++
		case Word:
			words++
			fallthrough
		default:
			runes += utf8.RuneCountInString(l.Text[t.Start:t.End])
		}
	}
	return words, runes
}

// tokenIDs returns the identities of tokens [from,to).
func (l *Leaf) tokenIDs(from, to int) []int32 {
	if l.ids == nil {
		l.ids = make([]int32, len(l.Tokens))
		for i := range l.ids {
			l.ids[i] = l.Tokens[i].ID
		}
	}
	return l.ids[from:to]
}
