// Package bitext aligns the texts of one version in two languages: the
// outline first, then the blocks inside each pair of clauses, by the method of
// Gale and Church (1993) with the cues that survive translation. It keeps the
// laws that every unit of either text stands in one row, in the order of its
// text, and that the same texts give the same rows. It never changes a text.
// Which clauses are known to be one is told to it, and what a pair should agree
// in it leaves to others.
package bitext

import (
	"context"
	"iter"

	"diptych/internal/policy"
)

// Bitext is two texts of one version, row beside row.
type Bitext struct {
	Left, Right *policy.Text
	Rows        []Row
	// Moved are units that stand in different places of the two texts and are
	// in rows without partner there. Sections that moved are in it unit by unit.
	Moved []Row

	partner map[*policy.Clause]*policy.Clause // both ways
}

// Row is units of the left that answer to units of the right, at most two
// each; one side may be empty.
type Row struct {
	Left, Right []Unit
	Crossed     bool // of two and two: the first answers to the second
}

// Paired reports whether both sides are there.
func (r Row) Paired() bool { return len(r.Left) > 0 && len(r.Right) > 0 }

// Units returns the units of both sides, those of the left first.
func (r Row) Units() []Unit {
	out := make([]Unit, 0, len(r.Left)+len(r.Right))
	return append(append(out, r.Left...), r.Right...)
}

// Paired yields the rows with units on both sides, those that moved last.
func (b *Bitext) Paired() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for _, rows := range [...][]Row{b.Rows, b.Moved} {
			for _, row := range rows {
				if row.Paired() && !yield(row) {
					return
				}
			}
		}
	}
}

// Links returns which units of the row answer to each other, by index.
func (r Row) Links() [][2]int {
	if r.Crossed {
		return [][2]int{{0, 1}, {1, 0}}
	}
	var out [][2]int
	for i := range r.Left {
		for j := range r.Right {
			out = append(out, [2]int{i, j})
		}
	}
	return out
}

// Partner returns the clause of the other text that c answers to, or nil.
func (b *Bitext) Partner(c *policy.Clause) *policy.Clause { return b.partner[c] }

// Align pairs two texts. What is surely known of their clauses decides;
// everything else is found by order, length and cues. Which of the texts is the
// left one decides nothing. Where the context ends less is paired, and the bitext
// is not worth keeping.
func Align(ctx context.Context, left, right *policy.Text, known Known) *Bitext {
	return new(Cues).Align(ctx, left, right, known)
}

// Align pairs two texts as the function does, and reads no words that it knows.
// Nil knows none, and keeps none.
func (c *Cues) Align(ctx context.Context, left, right *policy.Text, known Known) *Bitext {
	if c == nil {
		c = new(Cues)
	}
	if precedes(right, left) {
		return c.Align(ctx, right, left, known).flip()
	}
	a := newAligner(ctx, left, right, known, c)
	b := &Bitext{Left: left, Right: right, partner: a.partner}
	ordered, moved := a.outline()
	for _, s := range a.movedSegments(moved) {
		a.rows(s, b)
	}
	for _, s := range a.segments(ordered) {
		a.rows(s, b)
	}
	a.wanderFar(b)
	a.settle(b)
	return b
}

// precedes reports whether x is taken to be the left text, whoever asks: one
// that is written in Han characters, else the one whose language comes first.
func precedes(x, y *policy.Text) bool {
	if h := x.Language().WritesHan(); h != y.Language().WritesHan() {
		return h
	}
	return x.Lang < y.Lang
}

// aligner holds what one Align knows, and its context.
type aligner struct {
	ctx     context.Context
	sides   [2]side
	known   Known
	cues    *Cues
	ratio   float64 // length of the right per length of the left
	partner map[*policy.Clause]*policy.Clause
	lone    [2][]int // units that have no partner in their place, nor near it
}

// side is one of the two texts.
type side struct {
	lang     policy.Tag
	sections []section
	units    []unit
}

func newAligner(ctx context.Context, left, right *policy.Text, known Known, cues *Cues) *aligner {
	a := &aligner{ctx: ctx, known: known, cues: cues, partner: map[*policy.Clause]*policy.Clause{}}
	bold := boldTitles(left, right)
	a.sides[0] = newSide(left, cues, bold[0])
	a.sides[1] = newSide(right, cues, bold[1])
	a.weigh(cues)
	return a
}

// pair notes that two clauses answer to each other, unless one of them does so
// to another.
func (a *aligner) pair(c, d *policy.Clause) {
	if a.partner[c] == nil && a.partner[d] == nil {
		a.partner[c], a.partner[d] = d, c
	}
}
