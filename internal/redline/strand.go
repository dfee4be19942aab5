package redline

import (
	"strings"

	"diptych/internal/policy"
)

// strand is the words of one leaf as one string, beside the runs they came
// from and the tokens they fall into.
type strand struct {
	text   string
	runs   []policy.Run
	ends   []int // where each run ends in text
	tokens []token
	feats  []uint32 // see features; made when asked for
	all    []int32  // see ids; made when asked for
	titled bool     // a 《 is in it
}

// newStrand joins the runs of a leaf and cuts them into tokens.
func newStrand(runs []policy.Run, in *interner) *strand {
	s := &strand{runs: runs, ends: make([]int, len(runs))}
	if len(runs) == 1 && runs[0].Kind == policy.Words {
		s.text = runs[0].Text
		s.ends[0] = len(s.text)
	} else {
		var b strings.Builder
		for i := range runs {
			b.WriteString(runText(&runs[i]))
			s.ends[i] = b.Len()
		}
		s.text = b.String()
	}
	s.titled = strings.Contains(s.text, "《")
	s.cut(in)
	return s
}

func runText(r *policy.Run) string {
	switch r.Kind {
	case policy.Break:
		return "\n"
	case policy.Anchor:
		return ""
	}
	return r.Text
}

// cut tokenises the words between breaks, images, note references and
// anchors; these are tokens of their own.
func (s *strand) cut(in *interner) {
	s.tokens = make([]token, 0, len(s.text)/4+1)
	from, at := 0, 0
	for i := range s.runs {
		r := &s.runs[i]
		if r.Kind != policy.Words {
			s.tokens = in.scan(s.tokens, s.text, from, at)
			s.tokens = append(s.tokens, token{id: in.id(objectKey(r)), start: at, end: s.ends[i], run: i, kind: object})
			from = s.ends[i]
		}
		at = s.ends[i]
	}
	s.tokens = in.scan(s.tokens, s.text, from, at)
}

// objectKey spells what makes two objects the same: the address and the
// alternative text of an image, the printed form of a note reference.
func objectKey(r *policy.Run) string {
	switch r.Kind {
	case policy.Image:
		return "\x00image " + imageDest(r) + " " + r.Text
	case policy.NoteRef:
		return "\x00note " + r.Text
	case policy.Break:
		return "\x00break"
	}
	return "\x00anchor"
}

// space returns the white space before token i, or after the last one.
func (s *strand) space(i int) string {
	from, to := 0, len(s.text)
	if i > 0 {
		from = s.tokens[i-1].end
	}
	if i < len(s.tokens) {
		to = s.tokens[i].start
	}
	return s.text[from:to]
}

// lineEdge reports whether white space before token i is at the beginning or
// end of a line, where it does not show.
func (s *strand) lineEdge(i int) bool {
	breaks := func(i int) bool {
		t := &s.tokens[i]
		return t.kind == object && s.runs[t.run].Kind == policy.Break
	}
	return i == 0 || i == len(s.tokens) || breaks(i-1) || breaks(i)
}

// word returns the words of token i.
func (s *strand) word(i int) string { return s.text[s.tokens[i].start:s.tokens[i].end] }

// runAt returns the index of the run that holds the byte at pos.
func (s *strand) runAt(pos int) int {
	lo, hi := 0, len(s.ends)-1
	for lo < hi {
		if mid := (lo + hi) / 2; s.ends[mid] <= pos {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// runOf returns the index of the run in which token i begins.
func (s *strand) runOf(i int) int {
	if t := &s.tokens[i]; t.kind == object {
		return t.run
	}
	return s.runAt(s.tokens[i].start)
}

// ids returns the identities of tokens [from,to).
func (s *strand) ids(from, to int) []int32 {
	if s.all == nil {
		s.all = make([]int32, len(s.tokens))
		for i := range s.all {
			s.all[i] = s.tokens[i].id
		}
	}
	return s.all[from:to]
}
