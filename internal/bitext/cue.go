package bitext

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

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

// cuesOf returns the cues in words, and in the links of the runs that they
// are from.
func cuesOf(words string, runs []policy.Run, lang policy.Lang) []cue {
	var out []cue
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
	lex := theLexicon()
	for i := 0; i < len(words); {
		c := words[i]
		switch {
		case letter(c):
			n := run(words[i:], letter)
			out = append(out, makeCue(wordCue, words[i:i+n]))
			if lang != "zh" {
				out = append(out, lex.english(words[i:i+n])...)
			}
			i += n
		case digit(c):
			n := run(words[i:], digit)
			out = append(out, makeCue(figureCue, words[i:i+n]))
			i += n
		case c < utf8.RuneSelf:
			i++
		default:
			if cs, n := lex.han(words[i:]); n > 0 {
				out = append(out, cs...)
				i += n
				continue
			}
			_, n := utf8.DecodeRuneInString(words[i:])
			i += n
		}
	}
	return distinct(out)
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func digit(c byte) bool { return c >= '0' && c <= '9' }

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

// oneSided is what a concept weighs that only one of the texts has: it may be
// in words of the other that the lexicon does not know.
const oneSided = 0.5

// fewUnits is the length from which on it matters how often a cue is there: in
// a short text every cue is rare.
const fewUnits = 30

// weigh finds what each cue tells: the rarer it is in both texts the more.
// One that only one of the texts has tells nothing and is dropped, unless it is
// a concept.
func (a *aligner) weigh() {
	count := [2]map[cue]int{{}, {}}
	var sizes [2]float64
	for k := range a.sides {
		for i := range a.sides[k].units {
			u := &a.sides[k].units[i]
			sizes[k] += u.size
			for _, c := range u.cues {
				count[k][c]++
			}
		}
	}
	a.ratio = 1
	if sizes[0] > 0 && sizes[1] > 0 {
		a.ratio = min(max(sizes[1]/sizes[0], 0.25), 4)
	}
	n := float64(max(len(a.sides[0].units), len(a.sides[1].units), fewUnits))
	a.idf = make(map[cue]float64, len(count[0]))
	concepts := theLexicon().concepts
	for k := range count {
		for c, m := range count[k] {
			if o := count[1-k][c]; o > 0 {
				a.idf[c] = math.Log(1 + n/float64(max(m, o)))
			} else if concepts[c] {
				a.idf[c] = oneSided * math.Log(1+n/float64(m))
			}
		}
	}
	for k := range a.sides {
		s := &a.sides[k]
		for i := range s.units {
			s.units[i].cues = a.telling(s.units[i].cues)
		}
		for i := range s.sections {
			s.sections[i].cues = a.telling(s.sections[i].cues)
		}
	}
}

func (a *aligner) telling(cs []cue) []cue {
	return slices.DeleteFunc(cs, func(c cue) bool { return a.idf[c] == 0 })
}

// shared returns what the common cues of two sorted lists weigh, and what all
// others do.
func (a *aligner) shared(x, y []cue) (both, single float64) {
	i, j := 0, 0
	for i < len(x) || j < len(y) {
		switch {
		case i < len(x) && j < len(y) && x[i] == y[j]:
			both += a.idf[x[i]]
			i++
			j++
		case j >= len(y) || i < len(x) && x[i] < y[j]:
			single += a.idf[x[i]]
			i++
		default:
			single += a.idf[y[j]]
			j++
		}
	}
	return both, single
}
