package plan

import (
	"slices"

	"diptych/internal/align"
	"diptych/internal/redline/words"
)

// unique pairs the sentences that are long enough to be known elsewhere and are
// there once on either side.
func unique(olds, news []stray) []align.Pair {
	at := func(xs []stray, old bool) map[align.Key]int {
		out := map[align.Key]int{}
		for i, x := range xs {
			l, k, weight := leafOf(x.at, old), align.NewKey(), 0
			for _, t := range l.Tokens[x.From:x.To] {
				k = k.Number(int(t.ID))
				switch t.Kind {
				case words.Han:
					weight += 2
				case words.Word:
					weight += 3
				}
			}
			if weight < minShift {
				continue
			}
			if _, twice := out[k]; twice {
				i = -1
			}
			out[k] = i
		}
		return out
	}
	left, right := at(olds, true), at(news, false)
	var out []align.Pair
	for k, i := range left {
		if j, ok := right[k]; ok && i >= 0 && j >= 0 {
			out = append(out, align.Pair{Left: i, Right: j})
		}
	}
	slices.SortFunc(out, func(p, q align.Pair) int { return p.Left - q.Left })
	return out
}

// stayed is the comparison of two leaves that have nothing in common but the
// sentences of two strays.
func stayed(a, b stray) *words.Diff {
	d := &words.Diff{Old: a.at.Old, New: b.at.New}
	for _, h := range [...]align.Hunk{
		{A1: a.From, B1: b.From},
		{A0: a.To, A1: len(d.Old.Tokens), B0: b.To, B1: len(d.New.Tokens)},
	} {
		if h.A0 < h.A1 || h.B0 < h.B1 {
			d.Hunks = append(d.Hunks, h)
		}
	}
	return d
}

// grow adds what follows and goes before on both sides alike, a sentence at a
// time, so that what moved together is one move.
func (s *shifter) grow(a, b stray) (x, y words.Stretch) {
	x, y = a.Stretch, b.Stretch
	a0, a1 := sideOf(a.at.Hunks[a.hunk], true)
	b0, b1 := sideOf(b.at.Hunks[b.hunk], false)
	as, bs := s.sentences(a.at.Old), s.sentences(b.at.New)
	same := func(x, y words.Stretch) bool {
		return !s.taken(a.at, x, true) && !s.taken(b.at, y, false) && slices.EqualFunc(a.at.Old.Tokens[x.From:x.To], b.at.New.Tokens[y.From:y.To], func(t, u words.Token) bool { return t.ID == u.ID })
	}
	i, j := sentenceAt(as, x.From), sentenceAt(bs, y.From)
	for m, n := i+1, j+1; m < len(as) && n < len(bs) && as[m].To <= a1 && bs[n].To <= b1 && same(as[m], bs[n]); m, n = m+1, n+1 {
		x.To, y.To = as[m].To, bs[n].To
	}
	for m, n := i-1, j-1; m >= 0 && n >= 0 && as[m].From >= a0 && bs[n].From >= b0 && same(as[m], bs[n]); m, n = m-1, n-1 {
		x.From, y.From = as[m].From, bs[n].From
	}
	return x, y
}

// sentences are those of a leaf, which are found once.
func (s *shifter) sentences(l *words.Leaf) []words.Stretch {
	all, ok := s.cut[l]
	if !ok {
		all = l.Sentences()
		s.cut[l] = all
	}
	return all
}

// sentenceAt is the index of the first sentence that does not begin before a
// token.
func sentenceAt(all []words.Stretch, token int) int {
	i, _ := slices.BinarySearchFunc(all, token, func(s words.Stretch, token int) int { return s.From - token })
	return i
}

// side is the tokens of one side of a comparison.
type side struct {
	of  *words.Diff
	old bool
}

// taken reports whether a sentence moved with another already.
func (s *shifter) taken(at *words.Diff, x words.Stretch, old bool) bool {
	gone := s.gone[side{at, old}]
	return gone != nil && slices.Contains(gone[x.From:x.To], true)
}
