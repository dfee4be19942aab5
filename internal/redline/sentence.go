package redline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/internal/align"
	"diptych/internal/policy"
)

// markStops notes where reading pauses. end is where the stretch of words
// ends, at an object or at the end of the leaf.
func markStops(ts []token, text string, end int) {
	for i := range ts {
		t := &ts[i]
		if t.kind != mark {
			continue
		}
		switch w := text[t.start:t.end]; w {
		case "。", "！", "？", "!", "?", "．", "｡":
			t.stop = sentenceStop
		case "；", "，", "：", "、", ",", ":", ";":
			t.stop = clauseStop
			if w == "；" || w == ";" {
				t.stop = sentenceStop // parts of a legal enumeration
			}
		case ".":
			if periodEnds(ts, i, text, end) {
				t.stop = sentenceStop
			}
		}
	}
}

// abbreviations whose period does not end a sentence, in lower case.
const abbreviations = " e.g i.e mr mrs ms dr inc ltd co corp no nos art sec vs u.s u.k approx fig al st cf para "

// periodEnds tells whether the period ts[i] ends a sentence: white space or
// the end follows it, no abbreviation stands before it, and what follows does
// not begin with a small letter.
func periodEnds(ts []token, i int, text string, end int) bool {
	if i > 0 && ts[i-1].end == ts[i].start {
		w := text[ts[i-1].start:ts[i-1].end]
		if len(w) == 1 && hasLetter(w) || strings.Contains(abbreviations, " "+strings.ToLower(w)+" ") {
			return false
		}
	}
	if i+1 == len(ts) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[ts[i+1].start:])
	if ts[i+1].start == ts[i].end {
		return isHan(next) || unicode.IsUpper(next) || strings.ContainsRune(closers, next)
	}
	return !unicode.IsLower(next)
}

const closers = "”’」』）)】》\"']"

// sentence is the tokens [from,to) of a strand, with the marks that close it.
type sentence struct{ from, to int }

// sentences cuts the tokens of a strand after every sentence stop and break.
func (s *strand) sentences() []sentence {
	var out []sentence
	from := 0
	for i := 0; i < len(s.tokens); i++ {
		t := &s.tokens[i]
		if t.stop != sentenceStop && (t.kind != object || s.runs[t.run].Kind != policy.Break) {
			continue
		}
		for i+1 < len(s.tokens) && s.tokens[i+1].start == s.tokens[i].end && s.tokens[i+1].kind == mark &&
			(s.tokens[i+1].stop == sentenceStop || strings.Contains(closers, s.word(i+1))) {
			i++
		}
		out = append(out, sentence{from, i + 1})
		from = i + 1
	}
	if from < len(s.tokens) {
		out = append(out, sentence{from, len(s.tokens)})
	}
	return out
}

// Measures of sentences, all tried on the corpus.
const (
	sentenceLeast = 0.3 // likeness from which on two sentences are one changed
	attachLeast   = 0.15 // gain from which on a neighbour belongs to the pair: a split or a merger
	attachHeld    = 0.6  // share of a neighbour that the other side holds, where there is any gain
)

// bead is sentences of the left that answer to sentences of the right; one
// side may be empty.
type bead struct{ a0, a1, b0, b1 int } // tokens

// beads pairs the sentences of two strands. Equal ones come as beads too.
func beads(a, b *strand, in *interner) []bead {
	as, bs := a.sentences(), b.sentences()
	if len(as) <= 1 && len(bs) <= 1 {
		return []bead{{0, len(a.tokens), 0, len(b.tokens)}}
	}
	fa, fb := make([][]uint32, len(as)), make([][]uint32, len(bs))
	feats := func(s *strand, all []sentence, f [][]uint32, i int) []uint32 {
		if f[i] == nil {
			f[i] = tokenFeatures(s.tokens[all[i].from:all[i].to], in)
		}
		return f[i]
	}
	pairs := align.Align(len(as), len(bs), align.Options{
		Left: sentenceKeys(a, as), Right: sentenceKeys(b, bs),
		Least: sentenceLeast, MaxCells: 1 << 16,
		WeightLeft:  func(i int) float64 { return weightOf(as[i].to - as[i].from) },
		WeightRight: func(j int) float64 { return weightOf(bs[j].to - bs[j].from) },
		Likeness: func(i, j int) float64 {
			return alike(feats(a, as, fa, i), feats(b, bs, fb, j))
		},
	})
	out := make([]bead, 0, len(pairs))
	for k := 0; k < len(pairs); k++ {
		p := pairs[k]
		if !p.Paired() {
			out = append(out, oneSided(p, as, bs, out))
			continue
		}
		out = append(out, bead{as[p.Left].from, as[p.Left].to, bs[p.Right].from, bs[p.Right].to})
	}
	return attach(a, b, out, in)
}

func oneSided(p align.Pair, as, bs []sentence, before []bead) bead {
	var z bead
	if n := len(before); n > 0 {
		z = bead{before[n-1].a1, before[n-1].a1, before[n-1].b1, before[n-1].b1}
	}
	if p.Left >= 0 {
		z.a1 = as[p.Left].to
	} else {
		z.b1 = bs[p.Right].to
	}
	return z
}

func sentenceKeys(s *strand, all []sentence) []uint64 {
	out := make([]uint64, len(all))
	for i, x := range all {
		d := newDigest()
		for _, t := range s.tokens[x.from:x.to] {
			d = d.number(int(t.id))
		}
		out[i] = uint64(d)
	}
	return out
}
