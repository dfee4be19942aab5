package plan

import (
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// crowd is blocks that are compared with many others. It remembers what it
// asked, by their numbers.
type crowd struct {
	like  *likeness
	at    func(i int) *policy.Block
	n     int
	known []*words.Print // nil: none was asked
}

func (l *likeness) crowd(n int, at func(i int) *policy.Block) *crowd {
	return &crowd{like: l, at: at, n: n}
}

// print returns the features of block i.
func (c *crowd) print(i int) *words.Print {
	if c.known == nil {
		c.known = make([]*words.Print, c.n)
	}
	if c.known[i] == nil {
		c.known[i] = c.like.block(c.at(i)).Print()
	}
	return c.known[i]
}

// likeFrom is likeness.ofBlocks of block i and block j of another crowd, or 0
// where that is below least.
func (c *crowd) likeFrom(i int, d *crowd, j int, least float64) float64 {
	if like, decided := byKind(c.at(i), d.at(j)); decided {
		return like
	}
	return c.print(i).LikeFrom(d.print(j), least)
}
