// Package words compares two leaves of a text, which are runs of words, and
// says what was replaced between them: hunks of tokens. A leaf is cut into
// tokens, the least that a redline marks; the tokens are paired sentence by
// sentence; and the shortest script inside a pair is cleaned up for readers, so
// that it begins and ends between words and leaves no islands too short to
// mean anything. It keeps the law that leaving out what is deleted gives the
// new leaf and leaving out what is inserted the old one, and that the same
// leaves give the same hunks, because every bound counts elements and never
// time. How a redline is written is the caller's.
package words

import (
	"context"
	"diptych/internal/align"
	"diptych/internal/policy"
)

// Cutter cuts the leaves of two texts into tokens and compares them. It
// remembers what it cut and learns from the texts which characters make a
// word, so one Cutter serves one comparison, and one goroutine.
type Cutter struct {
	texts  []*policy.Text
	words  *vocabulary
	leaves map[*policy.Run]*Leaf
	habits *habits // made when asked for
}

// NewCutter returns a Cutter for leaves of the texts.
func NewCutter(texts ...*policy.Text) *Cutter {
	bytes := 0
	for _, t := range texts {
		bytes += t.Bytes
	}
	return &Cutter{texts: texts, words: newVocabulary(bytes), leaves: map[*policy.Run]*Leaf{}}
}

// Cut returns the runs cut into tokens. The same runs, by address, give the
// same Leaf.
func (c *Cutter) Cut(runs []policy.Run) *Leaf {
	if len(runs) == 0 {
		return &Leaf{words: c.words}
	}
	l := c.leaves[&runs[0]]
	if l == nil {
		l = newLeaf(runs, c.words)
		c.leaves[&runs[0]] = l
	}
	return l
}

// Options says how two leaves compare. The zero value is the usual way.
type Options struct {
	// Mirrored compares new with old and gives the mirror image: the redline
	// of two texts is that of the same texts swapped only where every leaf is
	// compared in one direction.
	Mirrored bool
	// Old and New give tokens, by index, another name: tokens of one name are
	// equal, whatever they say.
	Old, New map[int]string
	// Whole takes each leaf for one sentence: where a sentence became a list its
	// parts are none.
	Whole bool
}

// Diff is two leaves and what was replaced between them. It is never changed
// after it was made.
type Diff struct {
	Old, New *Leaf
	Hunks    []align.Hunk // in order; two of them may touch where sentences meet
	aliases  map[int]bool // A0 of the hunks of which IsAlias is true
}

// IsAlias reports whether a hunk is two tokens, one on either side, that count
// as equal by their names and say different words.
func (d *Diff) IsAlias(h align.Hunk) bool { return h.A1 == h.A0+1 && d.aliases[h.A0] }

// Compare returns what was replaced between two leaves of the Cutter. Where the
// context ends whole sentences are.
func (c *Cutter) Compare(ctx context.Context, old, new *Leaf, o Options) *Diff {
	x, y := old.renamed(o.Old), new.renamed(o.New)
	d := &Diff{Old: old, New: new}
	if o.Mirrored {
		d.Hunks = compare(ctx, y, x, c.boundary, o.Whole)
		for i, h := range d.Hunks {
			d.Hunks[i] = align.Hunk{A0: h.B0, A1: h.B1, B0: h.A0, B1: h.A1}
		}
	} else {
		d.Hunks = compare(ctx, x, y, c.boundary, o.Whole)
	}
	if len(o.Old)+len(o.New) > 0 {
		d.Hunks, d.aliases = showAliases(old, new, x, y, d.Hunks)
	}
	return d
}

// showAliases adds a hunk for every two tokens that are equal by their names
// alone, and takes what differs by its names alone off the ends of the others.
// It returns where the added ones begin, too. x and y are the leaves with their
// names: two references with one number and two notes are not equal.
func showAliases(old, new, x, y *Leaf, hunks []align.Hunk) (out []align.Hunk, added map[int]bool) {
	a, b := old.Tokens, new.Tokens
	added = map[int]bool{}
	equal := func(i, j int) bool {
		return a[i].ID == b[j].ID && (a[i].Kind != Object || x.Tokens[i].ID == y.Tokens[j].ID)
	}
	// alike is how many tokens to shed at an end, from i and j on: all that are
	// equal, if any of them are so but for their names.
	alike := func(i, j, step, most int) int {
		n, named := 0, false
		for ; n < most && equal(i+n*step, j+n*step); n++ {
			named = named || x.Tokens[i+n*step].ID != y.Tokens[j+n*step].ID
		}
		if !named {
			return 0
		}
		return n
	}
	i, j := 0, 0
	kept := func(to int) {
		for ; i < to; i, j = i+1, j+1 {
			if a[i].ID != b[j].ID {
				added[i] = true
				out = append(out, align.Hunk{A0: i, A1: i + 1, B0: j, B1: j + 1})
			}
		}
	}
	for _, h := range hunks {
		kept(h.A0)
		i, j = h.A1, h.B1
		n := alike(h.A0, h.B0, 1, min(h.A1-h.A0, h.B1-h.B0))
		h.A0, h.B0 = h.A0+n, h.B0+n
		n = alike(h.A1-1, h.B1-1, -1, min(h.A1-h.A0, h.B1-h.B0))
		h.A1, h.B1 = h.A1-n, h.B1-n
		if h.A0 < h.A1 || h.B0 < h.B1 {
			out = append(out, h)
		}
	}
	kept(len(a))
	return out, added
}
