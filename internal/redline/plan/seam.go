package plan

import (
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// Seam is the paragraphs of a bunch and the words of both sides, sewn together.
type Seam struct {
	Olds, News []*policy.Block
	Diff       *words.Diff
	Lost       map[int]string // labels of items that are none any more, by the old token that each stood before
}

// stitch stands between the paragraphs of a side. It is white space, so it is
// no token, and a run of its own, so that the merged runs can be cut there.
const Stitch = "\u2029"

func sewn(bs []*policy.Block) []policy.Run {
	var out []policy.Run
	for i, b := range bs {
		if i > 0 {
			out = append(out, policy.Run{Text: Stitch})
		}
		out = append(out, b.Runs...)
	}
	return out
}

// sew compares the paragraphs of a bunch. lost are the labels of the old ones
// that are none any more.
func (m *pairer) sew(olds, news []*policy.Block, lost []string) *Seam {
	a, b := sewn(olds), sewn(news)
	diff := m.leaves(a, b)
	if whole := m.leavesBy(a, b, true); marked(whole) < marked(diff) {
		diff = whole // the parts of an enumeration are no sentences
	}
	s := &Seam{Olds: olds, News: news, Diff: diff, Lost: map[int]string{}}
	at, token := 0, 0
	for i, b := range olds {
		if i > 0 {
			at += len(Stitch)
		}
		for token < len(s.Diff.Old.Tokens) && s.Diff.Old.Tokens[token].Start < at {
			token++
		}
		if lost[i] != "" {
			s.Lost[token] += lost[i]
		}
		at += runsSize(b.Runs)
	}
	return s
}

// marked is how many runes of both sides a comparison marks.
func marked(d *words.Diff) int {
	out := 0
	for _, h := range d.Hunks {
		_, n := d.Old.Count(h.A0, h.A1)
		_, k := d.New.Count(h.B0, h.B1)
		out += n + k
	}
	return out
}
