package bitext_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"

	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// tagged is a gold pair whose units are tagged by their place.
type tagged struct {
	twin
	units int // of either text
}

// tagPair copies a gold pair and tags it.
func tagPair(x twin) tagged {
	out := tagged{twin: twin{x.name, copyText(x.zh), copyText(x.en), x.cues}}
	out.units = tag(out.zh)
	if tag(out.en) != out.units {
		panic("the texts of a gold pair have as many units")
	}
	return out
}

// disturb copies a gold pair and disturbs the right text.
func (x *tagged) disturb(d disturbance, rnd *rand.Rand) (zh, en *policy.Text) {
	zh, en = copyText(x.zh), copyText(x.en)
	for range d.edits * (x.units + 39) / 40 {
		for _, edit := range []func(*policy.Clause, int) bool{mergeNext, split, drop, swapNext} {
			for range 20 { // until one fits
				c := en.Clauses[rnd.IntN(len(en.Clauses))]
				if c.Form != policy.Item && len(c.Blocks) > 0 && edit(c, rnd.IntN(len(c.Blocks))) {
					break
				}
			}
		}
	}
	if d.change != nil {
		d.change(en, rnd)
	}
	for _, t := range []*policy.Text{zh, en} {
		for _, c := range t.Clauses {
			if !d.labels {
				c.Label, c.Origin, c.ID = policy.Label{}, policy.Derived, ""
			}
			if !d.levels {
				c.Depth, c.Parent = 1, nil
			}
		}
	}
	return zh, en
}

// copyText copies a text as far as it is changed here. Items keep their
// clauses, which are told by pointer.
func copyText(t *policy.Text) *policy.Text {
	out := &policy.Text{Lang: t.Lang}
	to := map[*policy.Clause]*policy.Clause{}
	var blocks func(bs []policy.Block) []policy.Block
	blocks = func(bs []policy.Block) []policy.Block {
		bs = slices.Clone(bs)
		for i := range bs {
			bs[i].Runs, bs[i].Blocks = slices.Clone(bs[i].Runs), blocks(bs[i].Blocks)
			bs[i].Clause = to[bs[i].Clause]
		}
		return bs
	}
	for _, c := range t.Clauses {
		d := *c
		to[c] = &d
		d.Parent = to[c.Parent]
		out.Clauses = append(out.Clauses, &d)
	}
	for _, c := range out.Clauses {
		c.Head = slices.Clone(c.Head)
		if c.Form != policy.Item {
			c.Blocks = blocks(c.Blocks)
		}
	}
	return out
}

// tag numbers the units of a text in the first run of each, and returns how
// many there are.
func tag(t *policy.Text) int {
	n := 0
	for _, u := range unitsOf(t) {
		n++
		firstRun(u).Num = n
	}
	return n
}

// unitsOf lists the units of a text, by aligning it with nothing.
func unitsOf(t *policy.Text) []bitext.Unit {
	var out []bitext.Unit
	for _, r := range bitext.Align(context.Background(), t, &policy.Text{Lang: "en"}, nil).Rows {
		out = append(out, r.Left...)
	}
	return out
}

func firstRun(u bitext.Unit) *policy.Run {
	if u.Block == nil {
		return &u.Clause.Head[0]
	}
	return firstIn(u.Block)
}

func firstIn(b *policy.Block) *policy.Run {
	if len(b.Runs) > 0 {
		return &b.Runs[0]
	}
	for i := range b.Blocks {
		if r := firstIn(&b.Blocks[i]); r != nil {
			return r
		}
	}
	return nil
}

// unitTags returns the tags of what a unit is made of: two where paragraphs
// were merged.
func unitTags(u bitext.Unit) []int {
	var out []int
	var walk func(b *policy.Block)
	runs := func(rs []policy.Run) {
		for i := range rs {
			if rs[i].Num > 0 && rs[i].Kind != policy.NoteRef {
				out = append(out, rs[i].Num)
			}
		}
	}
	walk = func(b *policy.Block) {
		runs(b.Runs)
		for i := range b.Blocks {
			walk(&b.Blocks[i])
		}
	}
	if u.Block == nil {
		runs(u.Clause.Head)
	} else {
		walk(u.Block)
	}
	return out
}

// plain reports whether a block is a paragraph that may be disturbed.
func plain(c *policy.Clause, i int) bool {
	return i < len(c.Blocks) && c.Blocks[i].Kind == policy.Para && len(c.Blocks[i].Runs) > 0 && c.Blocks[i].Runs[0].Kind != policy.NoteRef
}

func mergeNext(c *policy.Clause, i int) bool {
	if !plain(c, i) || !plain(c, i+1) {
		return false
	}
	c.Blocks[i].Runs = slices.Concat(c.Blocks[i].Runs, []policy.Run{{Text: " "}}, c.Blocks[i+1].Runs)
	c.Blocks = slices.Delete(c.Blocks, i+1, i+2)
	return true
}

// split cuts a paragraph behind a sentence in its first run.
func split(c *policy.Clause, i int) bool {
	if !plain(c, i) {
		return false
	}
	first := c.Blocks[i].Runs[0]
	at := strings.Index(first.Text, ". ")
	if at < 0 {
		return false
	}
	one, two := first, first
	one.Text, two.Text = first.Text[:at+1], first.Text[at+2:]
	rest := slices.Concat([]policy.Run{two}, c.Blocks[i].Runs[1:])
	c.Blocks[i].Runs = []policy.Run{one}
	c.Blocks = slices.Insert(c.Blocks, i+1, policy.Block{Kind: policy.Para, Runs: rest})
	return true
}

func drop(c *policy.Clause, i int) bool {
	if !plain(c, i) || len(c.Blocks) < 2 {
		return false
	}
	c.Blocks = slices.Delete(c.Blocks, i, i+1)
	return true
}

func swapNext(c *policy.Clause, i int) bool {
	if !plain(c, i) || !plain(c, i+1) {
		return false
	}
	c.Blocks[i], c.Blocks[i+1] = c.Blocks[i+1], c.Blocks[i]
	return true
}
