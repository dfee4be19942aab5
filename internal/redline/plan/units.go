package plan

import (
	"diptych/internal/align"
	"diptych/internal/policy"
)

// Paragraphs pair in reading order, whatever holds them: being indented, listed
// or quoted is form, and form alone does not make words new.

// unit is a paragraph, or a block that stays whole, and what holds it.
type unit struct {
	block *policy.Block
	path  []*policy.Block // lists, items and quotes, outermost first
	kinds string          // of path, a byte each
}

// unitsOf takes blocks apart.
func unitsOf(bs []*policy.Block) []unit {
	var out []unit
	var walk func(b *policy.Block, path []*policy.Block, kinds string)
	walk = func(b *policy.Block, path []*policy.Block, kinds string) {
		if !holds(b) {
			out = append(out, unit{b, path, kinds})
			return
		}
		path = append(path[:len(path):len(path)], b)
		kinds += string(rune('a' + b.Kind))
		for i := range b.Blocks {
			walk(&b.Blocks[i], path, kinds)
		}
	}
	for _, b := range bs {
		walk(b, nil, "")
	}
	return out
}

// holds reports whether a block only holds others. One that holds nothing is a
// unit.
func holds(b *policy.Block) bool {
	switch b.Kind {
	case policy.List, policy.ListItem, policy.Quote:
		return len(b.Blocks) > 0
	}
	return false
}

// isText reports whether the unit is a paragraph of any kind.
func (u *unit) isText() bool {
	switch u.block.Kind {
	case policy.Para, policy.Subheading, policy.Summary:
		return true
	}
	return false
}

// key is the key of the words of a paragraph, and of all else that a block is.
func (u *unit) key() align.Key {
	if u.isText() {
		return addRuns(align.NewKey(), u.block.Runs)
	}
	return blockKey(u.block)
}

// leads returns the items of which the unit is the beginning, outermost first.
func (u *unit) leads() []*policy.Block {
	var out []*policy.Block
	next := u.block
	for i := len(u.path) - 1; i >= 0 && &u.path[i].Blocks[0] == next; i-- {
		next = u.path[i]
		if next.Kind == policy.ListItem {
			out = append([]*policy.Block{next}, out...)
		}
	}
	return out
}

// otherForm is the part of the likeness of two paragraphs that counts where
// they are of another form.
const otherForm = 0.9

// pairUnits pairs the units of two stretches of blocks, whose blocks are the
// crowds.
func (m *pairer) pairUnits(a, b []unit, lefts, rights *crowd) []align.Pair {
	key := func(u unit) align.Key { return u.key() }
	return m.align(len(a), len(b), align.Options{
		Left: keysOf(a, key), Right: keysOf(b, key), Least: blockLeast,
		Likeness:    likenessOfUnits(a, b, lefts, rights),
		WeightLeft:  func(i int) float64 { return align.Weight(blockSize(a[i].block)) },
		WeightRight: func(j int) float64 { return align.Weight(blockSize(b[j].block)) },
		MinMove:     minMove,
		SketchLeft:  func(level, i int) uint64 { return lefts.print(i).Key(level) },
		SketchRight: func(level, j int) uint64 { return rights.print(j).Key(level) },
		Levels:      sketchLevels,
	})
}

// likenessOfUnits is the likeness of unit i of a and unit j of b, or 0 where that
// is below blockLeast.
func likenessOfUnits(a, b []unit, lefts, rights *crowd) func(i, j int) float64 {
	return func(i, j int) float64 {
		if !a[i].isText() || !b[j].isText() {
			return lefts.likeFrom(i, rights, j, blockLeast)
		}
		v := lefts.print(i).LikeFrom(rights.print(j), blockLeast)
		if a[i].block.Kind != b[j].block.Kind || a[i].kinds != b[j].kinds {
			v *= otherForm
		}
		return v
	}
}

// crowdOf is the blocks of units.
func (l *likeness) crowdOf(us []unit) *crowd {
	return l.crowd(len(us), func(i int) *policy.Block { return us[i].block })
}
