package words

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/internal/align"
	"diptych/internal/cjk"
	"diptych/internal/policy"
)

// markStops notes where reading pauses. end is where the stretch of words
// ends, at an object or at the end of the leaf.
func markStops(ts []Token, text string, end int) {
	for i := range ts {
		t := &ts[i]
		if t.Kind != Mark {
			continue
		}
		switch w := text[t.Start:t.End]; w {
		case "。", "！", "？", "!", "?", "．", "｡":
			t.Stop = SentenceStop
		case "；", "，", "：", "、", ",", ":", ";":
			t.Stop = ClauseStop
			if w == "；" || w == ";" {
				t.Stop = SentenceStop // parts of a legal enumeration
			}
		case ".":
			if periodEnds(ts, i, text, end) {
				t.Stop = SentenceStop
			}
		}
	}
}

// abbreviations whose period does not end a sentence, in lower case.
const abbreviations = " e.g i.e mr mrs ms dr prof inc ltd llc co corp plc gmbh no nos art arts sec secs cl ch pt app sched " +
	"vs v viz etc u.s u.k e.u a.m p.m p.o ph.d approx est fig figs al st ste ave rd dept tel ext cf para paras vol pp ed "

// periodEnds reports whether the period ts[i] ends a sentence: white space or
// the end follows it, no abbreviation stands before it, and what follows does
// not begin with a small letter.
func periodEnds(ts []Token, i int, text string, end int) bool {
	if i > 0 && ts[i-1].End == ts[i].Start {
		w := text[ts[i-1].Start:ts[i-1].End]
		if len(w) == 1 && hasLetter(w) || strings.Contains(abbreviations, " "+strings.ToLower(w)+" ") {
			return false
		}
	}
	if i+1 == len(ts) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[ts[i+1].Start:])
	if ts[i+1].Start == ts[i].End {
		return cjk.IsUnspaced(next) || unicode.IsUpper(next) || strings.ContainsRune(closers, next)
	}
	return !unicode.IsLower(next)
}

const closers = "”’」』）)】》\"']"

// sentence is the tokens [from,to) of a Leaf, with the marks that close it.
type sentence struct{ from, to int }

// sentences cuts the tokens of a Leaf after every sentence stop and break.
func (l *Leaf) sentences() []sentence {
	out := make([]sentence, 0, 8)
	from := 0
	for i := 0; i < len(l.Tokens); i++ {
		t := &l.Tokens[i]
		if t.Stop != SentenceStop && (t.Kind != Object || l.Runs[t.Run].Kind != policy.Break) {
			continue
		}
		for i+1 < len(l.Tokens) && l.closes(i+1) {
			i++
		}
		out = append(out, sentence{from, i + 1})
		from = i + 1
	}
	if from < len(l.Tokens) {
		out = append(out, sentence{from, len(l.Tokens)})
	}
	return out
}

// closes reports whether token i, behind the end of a sentence, belongs to it: a
// quote or a bracket without a space before it, a reference to a note.
func (l *Leaf) closes(i int) bool {
	t := &l.Tokens[i]
	switch t.Kind {
	case Mark:
		return t.Start == l.Tokens[i-1].End && (t.Stop == SentenceStop || strings.Contains(closers, l.Word(i)))
	case Object:
		return l.Runs[t.Run].Kind == policy.NoteRef
	}
	return false
}

// Measures of sentences, all tried on the corpus.
const (
	sentenceLeast = 0.3  // likeness from which on two sentences are one changed
	attachLeast   = 0.15 // gain from which on a neighbour belongs to the pair: a split or a merger
	attachHeld    = 0.6  // share of a neighbour that the other side holds, where there is any gain
)

// bead is sentences of the left that answer to sentences of the right; one
// side may be empty.
type bead struct{ a0, a1, b0, b1 int } // tokens

// beads pairs the sentences of two leaves. Equal ones at the ends are left
// out, others come as beads too.
func beads(ctx context.Context, a, b *Leaf) []bead {
	as, bs := a.sentences(), b.sentences()
	only := len(as) <= 1 && len(bs) <= 1
	for len(as) > 0 && len(bs) > 0 && sameTokens(a, b, as[0], bs[0]) {
		as, bs = as[1:], bs[1:]
	}
	for len(as) > 0 && len(bs) > 0 && sameTokens(a, b, as[len(as)-1], bs[len(bs)-1]) {
		as, bs = as[:len(as)-1], bs[:len(bs)-1]
	}
	switch {
	case len(as) == 0 && len(bs) == 0:
		return nil
	case len(as) == 0: // one side only: where it stands on the other is known by what stands before it
		at := bs[0].from
		return []bead{{at, at, bs[0].from, bs[len(bs)-1].to}}
	case len(bs) == 0:
		at := as[0].from
		return []bead{{as[0].from, as[len(as)-1].to, at, at}}
	case len(as) == 1 && len(bs) == 1:
		x, y := as[0], bs[0]
		if only || newBag(a, x.from, x.to).alike(newBag(b, y.from, y.to)) >= sentenceLeast {
			return []bead{{x.from, x.to, y.from, y.to}}
		}
		return []bead{{x.from, x.to, y.from, y.from}, {x.to, x.to, y.from, y.to}}
	}
	start := bead{as[0].from, as[0].from, bs[0].from, bs[0].from}
	fa, fb := make([]*bag, len(as)), make([]*bag, len(bs))
	feats := func(s *Leaf, all []sentence, f []*bag, i int) *bag {
		if f[i] == nil {
			f[i] = newBag(s, all[i].from, all[i].to)
		}
		return f[i]
	}
	pairs := align.Align(ctx, len(as), len(bs), align.Options{
		Left: sentenceKeys(a, as), Right: sentenceKeys(b, bs),
		Least: sentenceLeast, MaxCells: 1 << 16,
		WeightLeft:  func(i int) float64 { return align.Weight(as[i].to - as[i].from) },
		WeightRight: func(j int) float64 { return align.Weight(bs[j].to - bs[j].from) },
		Likeness: func(i, j int) float64 {
			return feats(a, as, fa, i).alike(feats(b, bs, fb, j))
		},
	})
	out := make([]bead, 0, len(pairs))
	for k := 0; k < len(pairs); k++ {
		p := pairs[k]
		if !p.Paired() {
			out = append(out, oneSided(p, as, bs, out, start))
			continue
		}
		out = append(out, bead{as[p.Left].from, as[p.Left].to, bs[p.Right].from, bs[p.Right].to})
	}
	return attach(a, b, out)
}

func oneSided(p align.Pair, as, bs []sentence, before []bead, start bead) bead {
	z := start
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

func sameTokens(a, b *Leaf, x, y sentence) bool {
	return slices.Equal(a.tokenIDs(x.from, x.to), b.tokenIDs(y.from, y.to))
}

func sentenceKeys(s *Leaf, all []sentence) []uint64 {
	out := make([]uint64, len(all))
	for i, x := range all {
		k := align.NewKey()
		for _, t := range s.Tokens[x.from:x.to] {
			k = k.Number(int(t.ID))
		}
		out[i] = uint64(k)
	}
	return out
}
