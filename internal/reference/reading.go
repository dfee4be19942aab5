package reference

import "diptych/internal/policy"

// Reading is what the words of a text refer to.
type Reading struct {
	Leaves []*Leaf // those that refer to something, in reading order
	text   *policy.Text
	index  *Index
	leaf   map[*policy.Run]*Leaf // by their first run
}

// Leaf is the words of a heading or block that refer to clauses.
type Leaf struct {
	Clause   *policy.Clause // the innermost in which it stands
	Block    *policy.Block  // nil for a heading
	Words    string
	Mentions []Mention
	Targets  []Target // of the mentions
}

// Spelled returns the words of mention i with those of what it is in.
func (l *Leaf) Spelled(i int) string { return Words(l.Words, l.Mentions, i) }

// Read reads all references of a text.
func Read(t *policy.Text) *Reading {
	r := &Reading{text: t, leaf: map[*policy.Run]*Leaf{}}
	for _, c := range t.Clauses {
		if c.Form != policy.Item {
			r.add(c, nil, c.Head)
			r.blocks(c, c.Blocks)
		}
	}
	return r
}

func (r *Reading) blocks(c *policy.Clause, blocks []policy.Block) {
	for i := range blocks {
		b := &blocks[i]
		in := c
		if b.Clause != nil {
			in = b.Clause
		}
		r.add(in, b, b.Runs)
		r.blocks(in, b.Blocks)
	}
}

func (r *Reading) add(c *policy.Clause, b *policy.Block, runs []policy.Run) {
	if l := r.Make(c, b, runs); l != nil {
		r.Leaves = append(r.Leaves, l)
		r.leaf[&runs[0]] = l
	}
}

// Make reads runs as if they stood in a clause of the text; nil where they refer
// to nothing.
func (r *Reading) Make(c *policy.Clause, b *policy.Block, runs []policy.Run) *Leaf {
	if len(runs) == 0 || b != nil && b.Kind == policy.Code {
		return nil
	}
	words, ms := In(runs, r.text.Title)
	if len(ms) == 0 {
		return nil
	}
	if r.index == nil {
		r.index = newIndex(r.text)
	}
	return &Leaf{c, b, words, ms, r.index.Resolve(ms, c)}
}

// Of returns what runs of the text, by their address, refer to, or nil. A
// nil Reading has read nothing.
func (r *Reading) Of(runs []policy.Run) *Leaf {
	if r == nil || len(runs) == 0 {
		return nil
	}
	return r.leaf[&runs[0]]
}
