package bitext

import (
	"slices"
	"strings"

	"diptych/internal/policy"
)

// cue is something in a text that survives translation: a figure, a Latin
// word, the target of a link, or a concept of the lexicon; its hash.
type cue uint32

// cueKind keeps cues of different kinds apart.
type cueKind byte

const (
	figureCue  cueKind = 'f'
	wordCue    cueKind = 'w'
	linkCue    cueKind = 'l'
	conceptCue cueKind = 'c'
)

func makeCue(k cueKind, s string) cue {
	h := uint32(2166136261)
	h = (h ^ uint32(k)) * 16777619
	for i := range len(s) {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return cue(h)
}

// reader finds cues. Its vocabulary is the Latin words of the Chinese text: in
// the other one no others tell anything.
type reader struct {
	cues       *Cues
	lang       policy.Tag
	vocabulary map[cue]bool // nil while it is gathered
	told       map[cue]bool // concepts that some word tells which tells no other
	buf        []cue
}

// read returns the cues in words, and in the links of the runs that they are
// from.
func (r *reader) read(words string, runs []policy.Run) []cue {
	out := r.buf[:0]
	var link *policy.Link
	for i := range runs {
		if l := runs[i].Link; l != nil && l != link {
			link = l
			out = append(out, makeCue(linkCue, bareAddress(l.Dest)))
		}
		if p := runs[i].Image; p != nil {
			out = append(out, makeCue(linkCue, p.Dest))
		}
	}
	for _, h := range r.cues.in(words, r.lang) {
		switch {
		case h.kind == wordCue && r.vocabulary != nil && !r.vocabulary[h.cue]:
			continue
		case h.kind == conceptCue && h.sure:
			r.told[h.cue] = true
		}
		out = append(out, h.cue)
	}
	r.buf = out
	return slices.Clone(distinct(out))
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func run(s string, is func(byte) bool) int {
	n := 1
	for n < len(s) && is(s[n]) {
		n++
	}
	return n
}

// bareAddress drops what differs between the languages of one address.
func bareAddress(dest string) string {
	dest = strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(dest, "https://"), "http://"), "/")
	for _, locale := range [...]string{"/zh-CN", "/zh-TW", "/en-US", "/zh", "/en", "/cn"} {
		if i := strings.Index(dest, locale); i >= 0 && (i+len(locale) == len(dest) || strings.IndexByte("/?#.", dest[i+len(locale)]) >= 0) {
			return dest[:i] + dest[i+len(locale):]
		}
	}
	return dest
}

// distinct sorts cues and drops repetitions.
func distinct(cs []cue) []cue {
	slices.Sort(cs)
	return slices.Compact(cs)
}

// cueSet is cues, sorted and without repetition, with what each weighs.
type cueSet struct {
	cues    []cue
	weights []float64
	total   float64
}

// join returns the cues of two sets.
func (x *cueSet) join(y *cueSet) cueSet {
	out := cueSet{make([]cue, 0, len(x.cues)+len(y.cues)), make([]float64, 0, len(x.cues)+len(y.cues)), 0}
	add := func(s *cueSet, i int) {
		out.cues, out.weights = append(out.cues, s.cues[i]), append(out.weights, s.weights[i])
		out.total += s.weights[i]
	}
	i, j := 0, 0
	for i < len(x.cues) || j < len(y.cues) {
		switch {
		case j >= len(y.cues) || i < len(x.cues) && x.cues[i] < y.cues[j]:
			add(x, i)
			i++
		case i >= len(x.cues) || y.cues[j] < x.cues[i]:
			add(y, j)
			j++
		default:
			add(x, i)
			i++
			j++
		}
	}
	return out
}

// shared returns what the common cues of two sets weigh, and what all others
// do.
func (x *cueSet) shared(y *cueSet) (both, single float64) {
	i, j := 0, 0
	for i < len(x.cues) && j < len(y.cues) {
		switch c, d := x.cues[i], y.cues[j]; {
		case c == d:
			both += x.weights[i]
			i++
			j++
		case c < d:
			i++
		default:
			j++
		}
	}
	return both, x.total + y.total - 2*both
}
