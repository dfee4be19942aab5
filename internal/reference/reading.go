package reference

import "diptych/internal/policy"

// Reading is what the words of a text refer to. It is for one reader at a time:
// one that Open made reads leaves as they are asked for.
type Reading struct {
	Leaves []*Leaf // of Read: those that refer to something, in reading order
	text   *policy.Text
	index  *Index
	leaf   map[*policy.Run]*Leaf // by their first run; nil for those that refer to nothing
	unread map[*policy.Run]spot  // of Open: where leaves stand that nobody asked for yet

	scanner scanner
}

// spot is where a leaf stands.
type spot struct {
	clause *policy.Clause
	block  *policy.Block
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
	eachLeaf(t, func(c *policy.Clause, b *policy.Block, runs []policy.Run) {
		if l := r.Make(c, b, runs); l != nil {
			r.Leaves = append(r.Leaves, l)
			r.leaf[&runs[0]] = l
		}
	})
	return r
}

// Begin returns a reading of a text that is told where the leaves stand that it
// reads.
func Begin(t *policy.Text) *Reading { return &Reading{text: t, leaf: map[*policy.Run]*Leaf{}} }

// At reads a leaf of a clause and block of the text, and remembers it.
func (r *Reading) At(c *policy.Clause, b *policy.Block, runs []policy.Run) *Leaf {
	l := r.Make(c, b, runs)
	if l != nil {
		r.leaf[&runs[0]] = l
	}
	return l
}

// Open returns a reading of a text that reads what it is asked for.
func Open(t *policy.Text) *Reading {
	r := &Reading{text: t, leaf: map[*policy.Run]*Leaf{}, unread: map[*policy.Run]spot{}}
	eachLeaf(t, func(c *policy.Clause, b *policy.Block, runs []policy.Run) { r.unread[&runs[0]] = spot{c, b} })
	return r
}

// eachLeaf calls f for each leaf that holds runs, in reading order, with the
// innermost clause and the block in which it stands.
func eachLeaf(t *policy.Text, f func(*policy.Clause, *policy.Block, []policy.Run)) {
	for _, c := range t.Clauses {
		if c.Form == policy.Item {
			continue
		}
		if len(c.Head) > 0 {
			f(c, nil, c.Head)
		}
		eachBlock(c, c.Blocks, f)
	}
}

func eachBlock(c *policy.Clause, blocks []policy.Block, f func(*policy.Clause, *policy.Block, []policy.Run)) {
	for i := range blocks {
		b := &blocks[i]
		in := c
		if b.Clause != nil {
			in = b.Clause
		}
		if len(b.Runs) > 0 {
			f(in, b, b.Runs)
		}
		eachBlock(in, b.Blocks, f)
	}
}

// Make reads runs as if they stood in a clause of the text; nil where they refer
// to nothing.
func (r *Reading) Make(c *policy.Clause, b *policy.Block, runs []policy.Run) *Leaf {
	if len(runs) == 0 || b != nil && b.Kind == policy.Code {
		return nil
	}
	words, ms := r.scanner.in(runs, r.text.Title)
	return r.resolved(c, b, words, ms)
}

func (r *Reading) resolved(c *policy.Clause, b *policy.Block, words string, ms []Mention) *Leaf {
	if len(ms) == 0 {
		return nil
	}
	if r.index == nil {
		r.index = newIndex(r.text)
	}
	targets := r.index.Resolve(ms, c)
	r.index.backs(ms, targets, c, b)
	return &Leaf{c, b, words, ms, targets}
}

// Of returns what runs of the text, by their address, refer to, or nil. A
// nil Reading has read nothing.
func (r *Reading) Of(runs []policy.Run) *Leaf { return r.OfSame(runs, nil, nil) }

// OfSame is Of, for runs that read and look the same as those of a leaf of
// another text: where the titles are the same too, the words need not be read
// again.
func (r *Reading) OfSame(runs []policy.Run, other *Leaf, in *Reading) *Leaf {
	if r == nil || len(runs) == 0 {
		return nil
	}
	at, unread := r.unread[&runs[0]]
	if !unread {
		return r.leaf[&runs[0]]
	}
	delete(r.unread, &runs[0])
	var l *Leaf
	if other != nil && in.text.Title == r.text.Title {
		l = r.resolved(at.clause, at.block, other.Words, other.Mentions)
	} else {
		l = r.Make(at.clause, at.block, runs)
	}
	r.leaf[&runs[0]] = l
	return l
}
