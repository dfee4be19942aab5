package words

import (
	"strconv"
	"strings"
	"unicode"

	"diptych/internal/cjk"
	"diptych/internal/policy"
)

// Spelling is what tokens say, written so that two of them are the same where
// what they say is.
type Spelling struct {
	l        *Leaf
	from, to int
	notes    map[int]int
	pointed  bool
}

// Essence spells the tokens [from,to) without what is editorial: punctuation,
// white space, line breaks, characters that nobody sees, the width of letters
// and the numbers of notes, which are first replaced by those that they have in
// notes. What stands apart stays apart: "may be" is not "maybe". Inside numbers
// every mark counts, and some count anywhere: see weighs.
func (l *Leaf) Essence(from, to int, notes map[int]int) Spelling {
	return Spelling{l, from, to, notes, false}
}

// Pointed spells the tokens [from,to) as Essence does, with their punctuation,
// which is of one width and one style of quotes, brackets and dashes.
func (l *Leaf) Pointed(from, to int, notes map[int]int) Spelling {
	return Spelling{l, from, to, notes, true}
}

// String returns the whole spelling.
func (p Spelling) String() string {
	s := speller{pointed: p.pointed}
	for i := p.from; i < p.to; i++ {
		p.spell(&s, i)
	}
	return s.b.String()
}

// Equal reports whether two spellings are the same. It spells no further than
// that takes.
func (p Spelling) Equal(q Spelling) bool {
	s, t := speller{pointed: p.pointed}, speller{pointed: q.pointed}
	i, j, told := p.from, q.from, 0 // bytes that are the same
	for i < p.to || j < q.to {
		if j == q.to || i < p.to && s.b.Len() <= t.b.Len() {
			p.spell(&s, i)
			i++
		} else {
			q.spell(&t, j)
			j++
		}
		a, b := s.b.String(), t.b.String()
		n := min(len(a), len(b))
		if a[told:n] != b[told:n] {
			return false
		}
		told = n
	}
	return s.b.Len() == t.b.Len()
}

// spell writes token i.
func (p Spelling) spell(s *speller, i int) {
	l := p.l
	if i > p.from && l.Space(i) != "" {
		s.apart = true
	}
	t := &l.Tokens[i]
	s.marks = l.RunOf(i).Marks & policy.Wording
	switch w := l.Word(i); t.Kind {
	case Object:
		s.object(l.Runs[t.Run], p.notes)
	case Han:
		s.last = 0 // no joiner can matter behind it
		s.put(w)
	case Mark:
		for _, r := range w {
			s.mark(r, l.weighs(i, r))
		}
	case Word:
		s.word(w, l.isNumber(i))
	}
}

// speller writes a spelling.
type speller struct {
	pointed bool
	marks   policy.Marks // of Wording, of what comes

	b       strings.Builder
	written policy.Marks // of what was written last
	letter  bool         // that ends with a letter or digit that a space would part from the next one
	apart   bool         // something came between
	point   rune         // the punctuation that was written last, with nothing behind it
	last    rune         // the character that was read last
}

// put writes words.
func (s *speller) put(w string) {
	if s.marks != s.written {
		s.b.WriteByte(0x0e)
		s.b.WriteString(strconv.Itoa(int(s.marks)))
		s.b.WriteByte(0x0f)
		s.written = s.marks
	}
	s.b.WriteString(w)
	s.letter, s.apart, s.point = false, false, 0
}

// rune writes a character of a word.
func (s *speller) rune(r rune) {
	letter := !cjk.IsUnspaced(r) && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r))
	if letter && s.letter && s.apart {
		s.b.WriteByte(0x1f)
	}
	s.put(string(r))
	s.letter = letter
}

// dot writes punctuation, where that counts, and what it parts stays parted.
func (s *speller) dot(r rune) {
	if p := pointOf(r); s.pointed && p != s.point {
		letter := s.letter
		s.put(string(p))
		s.letter, s.point = letter, p
	}
	s.apart = true
}

// unseen reports whether the next character is one that nobody sees.
func (s *speller) unseen(r rune) bool {
	before := s.last
	s.last = r
	return policy.Unseen(before, r)
}

// mark writes a mark; weighs says that it counts.
func (s *speller) mark(r rune, weighs bool) {
	switch {
	case s.unseen(r):
	case unicode.IsSpace(r):
		s.apart = true
	case weighs && r == '_':
		s.blank(leastBlank)
	case weighs:
		s.rune(weightOf(r))
	default:
		s.dot(r)
	}
}

// object writes a reference to a note or an image. A line break is white space
// and an anchor is nothing.
func (s *speller) object(r policy.Run, notes map[int]int) {
	switch r.Kind {
	case policy.Anchor:
	case policy.Break:
		s.apart = true
	default:
		if n, ok := notes[r.Num]; ok && r.Kind == policy.NoteRef {
			r.Text = "[" + strconv.Itoa(n) + "]"
		}
		s.put(objectKey(&r))
	}
}

// word writes a word or a number.
func (s *speller) word(w string, number bool) {
	literal, initials := isAddress(w), isInitials(w)
	w = foldWidth(w)
	bare := strings.Trim(w, "_")
	s.blank(strings.Index(w, bare))
	for _, r := range bare {
		switch {
		case s.unseen(r):
		case unicode.IsSpace(r):
			s.apart = s.apart || !number // 30 days and 30days
		case literal:
			s.rune(r)
		case isDash(r) && number:
			s.rune('-')
		case isDash(r), r == ':' && !number, r == '·' && !number, r == '.' && initials:
			s.dot(r)
			s.apart = s.apart && r != '.' // U.S. and US
		case isQuote(r):
			s.rune('\'')
		default:
			s.rune(r)
		}
	}
	s.blank(len(w) - strings.Index(w, bare) - len(bare))
}

// blank writes a blank to be filled in, which is n underscores; fewer are
// punctuation. How long it is says nothing.
func (s *speller) blank(n int) {
	switch {
	case n >= leastBlank && s.point != '_':
		s.rune('_')
		s.point = '_'
	case n > 0 && n < leastBlank:
		s.dot('_')
	}
}
