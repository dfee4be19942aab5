package check

import (
	"math"
	"slices"
	"strconv"

	"diptych/internal/bitext"
	"diptych/internal/cjk"
	"diptych/internal/figure"
	"diptych/internal/policy"
)

// A sentence that one language lacks is looked for where its paragraphs answer to
// each other: their sentences are aligned as the paragraphs of a clause are, by
// length and cues. What is left alone is told only where the paragraph is as
// much longer than its translation as the sentence is long, and not where the
// other paragraph has all figures of the sentence.

// loneSentence is a sentence without an answer in the row of its paragraph.
type loneSentence struct {
	unit, beside bitext.Unit
	side         int
	words        string
}

// loneSentences returns them in the order of the rows, one a row. Where a
// paragraph beside is alone as well, that is told of.
func (x twin) loneSentences() []loneSentence {
	p := x.prose()
	if len(p.rows) == 0 {
		return nil
	}
	var out []loneSentence
	told := map[int]bool{}
	for _, l := range p.cues.Align(x.ctx, &p.texts[0], &p.texts[1], bitext.ByID(&p.texts[0], &p.texts[1])).Alone() {
		i, side := p.at[l.Clause()], 0
		if l.In == &p.texts[1] {
			side = 1
		}
		if told[i] || !p.tooLong(i, side, l.Units) || p.figuresAnswered(i, side, l.Units) {
			continue
		}
		told[i] = true
		one := loneSentence{p.rows[i].Left[0], p.rows[i].Right[0], side, l.Units[0].Words}
		if side == 1 {
			one.unit, one.beside = one.beside, one.unit
		}
		out = append(out, one)
	}
	return out
}

// prose is two texts of which each clause is a row of a twin, and each paragraph
// a sentence.
type prose struct {
	texts [2]policy.Text
	cues  *bitext.Cues
	rows  []bitext.Row
	at    map[*policy.Clause]int // the row of a clause
	ratio float64                // length of the right per length of the left
}

// prose gathers the rows of paragraphs whose sections have nothing that stands
// in one language only.
func (x twin) prose() *prose {
	p := &prose{cues: x.cues, at: map[*policy.Clause]int{}}
	lacking := map[*policy.Clause]bool{}
	for _, l := range x.Alone() {
		lacking[l.Clause()] = true
	}
	var total [2]int
	for k, t := range [...]*policy.Text{x.left, x.right} {
		p.texts[k].Lang, p.texts[k].Tag = t.Lang, t.Tag
	}
	for _, row := range x.Rows {
		if !row.Paired() || row.Crossed || declaredAny(row) || !hasProse(row.Left) || !hasProse(row.Right) {
			continue
		}
		if lacking[row.Left[0].Clause.Section()] || lacking[row.Right[0].Clause.Section()] {
			continue
		}
		id := "row-" + strconv.Itoa(len(p.rows)) // both have it, so that they are one
		for k, us := range [...][]bitext.Unit{row.Left, row.Right} {
			c := &policy.Clause{ID: id, Origin: policy.Explicit, Form: policy.Heading, Depth: 1}
			for _, s := range sentencesOf(us) {
				total[k] += cjk.Breadth(s)
				c.Blocks = append(c.Blocks, policy.Block{Kind: policy.Para, Runs: []policy.Run{{Text: s}}})
			}
			p.texts[k].Clauses, p.at[c] = append(p.texts[k].Clauses, c), len(p.rows)
		}
		p.rows = append(p.rows, row)
	}
	p.ratio = float64(total[1]) / float64(max(total[0], 1))
	return p
}

// hasProse reports whether units are paragraphs or items.
func hasProse(us []bitext.Unit) bool {
	for _, u := range us {
		if u.Block == nil || u.Block.Kind == policy.Row || u.Block.Kind == policy.Code {
			return false
		}
	}
	return true
}

func sentencesOf(us []bitext.Unit) []string {
	var out []string
	for _, u := range us {
		out = append(out, sentences(u.Words)...)
	}
	return out
}

// Bounds of what is told, fitted to planted and to untouched texts.
const (
	leastSentence = 8    // breadth of Han characters
	leastExcess   = 0.55 // of the sentence, by which its paragraph is too long
	leastSigma    = 1.0  // standard deviations, by which its length is no accident
)

// The lengths of what translates each other: those of package bitext.
const (
	variance      = 1.6
	floorVariance = 2.0
)

// tooLong reports whether a row is longer on a side than on the other by about
// the lone sentences.
func (p *prose) tooLong(row, side int, lone []bitext.Unit) bool {
	size := [2]float64{clauseBreadth(p.texts[0].Clauses[row]) * p.ratio, clauseBreadth(p.texts[1].Clauses[row])}
	long := 0.0
	for _, u := range lone {
		long += float64(cjk.Breadth(u.Words))
	}
	if long < leastSentence {
		return false
	}
	if side == 0 {
		long *= p.ratio
	}
	excess := size[side] - size[1-side]
	return excess >= leastExcess*long && excess >= leastSigma*math.Sqrt(variance*(size[0]+size[1])/2+floorVariance)
}

// figuresAnswered reports whether the lone sentences have figures, and the other
// side of the row answers all of them: they are part of a longer sentence there.
func (p *prose) figuresAnswered(row, side int, lone []bitext.Unit) bool {
	var figures [2][]figure.Figure
	mine := map[int]bool{}
	for k := range figures {
		for _, b := range p.texts[k].Clauses[row].Blocks {
			words := policy.PlainRuns(b.Runs)
			for _, f := range p.cues.Figures().Find(words, p.texts[k].Language()) {
				if k == side && slices.ContainsFunc(lone, func(u bitext.Unit) bool { return u.Words == words }) {
					mine[len(figures[k])] = true
				}
				figures[k] = append(figures[k], f)
			}
		}
	}
	var answered [2][]bool
	answered[0], answered[1] = figure.Match(figures[0], figures[1])
	for i := range mine {
		if !answered[side][i] {
			return false
		}
	}
	return len(mine) > 0
}

func clauseBreadth(c *policy.Clause) float64 {
	n := 0
	for i := range c.Blocks {
		n += cjk.Breadth(policy.PlainRuns(c.Blocks[i].Runs))
	}
	return float64(n)
}
