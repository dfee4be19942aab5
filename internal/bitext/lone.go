package bitext

import (
	"slices"

	"diptych/internal/policy"
)

// Lone is words that stand in one of the two texts only: units of one section
// that follow each other there.
type Lone struct {
	In, Other *policy.Text
	Units     []Unit // at least one
	// After is the last unit of the other text before the place where they
	// would stand, or nil where that is its beginning.
	After *Unit
	// Declared is the clause that says that it stands in one language only, or
	// nil where nobody says so.
	Declared *policy.Clause
}

// Clause returns the section in which the units stand.
func (l *Lone) Clause() *policy.Clause { return l.Units[0].Clause.Section() }

// Alone lists what stands in one of the texts only, in the order of the rows.
// What is found in another place of the other text is not among it. Nothing
// else decides of what a page or a rule may say that one language lacks it.
func (b *Bitext) Alone() []Lone {
	moved := map[UnitKey]bool{}
	for _, row := range b.Moved {
		for _, u := range row.Units() {
			moved[u.Key()] = true
		}
	}
	headers := b.reshapedTables()
	var out []Lone
	open := [2]int{-1, -1} // what still grows, on either side
	var last [2]*Unit
	for i := range b.Rows {
		row := &b.Rows[i]
		sides := [2][]Unit{row.Left, row.Right}
		for k, us := range sides {
			if row.Paired() {
				open[k] = -1
			}
			for n := range us {
				u := &us[n]
				if !row.Paired() && !moved[u.Key()] && !(headers[u.Top] && headerRow(u.Block)) {
					b.alone(&out, &open[k], k, u, last[1-k])
				} else {
					open[k] = -1
				}
			}
		}
		for k, us := range sides {
			if len(us) > 0 {
				last[k] = &us[len(us)-1]
			}
		}
	}
	return out
}

// reshapedTables returns the tables that the other text has in another shape, a
// list or sentences: nothing there can answer to the names of the columns.
func (b *Bitext) reshapedTables() map[*policy.Block]bool {
	other, table := map[*policy.Block]bool{}, map[*policy.Block]bool{}
	for _, rows := range [...][]Row{b.Rows, b.Moved} {
		for _, row := range rows {
			if !row.Paired() {
				continue
			}
			for _, sides := range [...][2][]Unit{{row.Left, row.Right}, {row.Right, row.Left}} {
				for _, u := range sides[0] {
					if inTable(u) && sides[1][0].Block != nil {
						beside := other
						if inTable(sides[1][0]) {
							beside = table
						}
						beside[u.Top] = true
					}
				}
			}
		}
	}
	for t := range table {
		delete(other, t)
	}
	return other
}

func inTable(u Unit) bool { return u.Block != nil && u.Block.Kind == policy.Row }

// headerRow reports whether a block is a row of names of columns.
func headerRow(b *policy.Block) bool {
	return b != nil && b.Kind == policy.Row && len(b.Blocks) > 0 && !slices.ContainsFunc(b.Blocks, func(c policy.Block) bool { return !c.Header })
}

// alone adds a unit of a side to what is open there, or begins anew.
func (b *Bitext) alone(out *[]Lone, open *int, side int, u, after *Unit) {
	declared := declaredBy(u.Clause)
	if *open >= 0 {
		if l := &(*out)[*open]; l.Clause() == u.Clause.Section() && l.Declared == declared {
			l.Units = append(l.Units, *u)
			return
		}
	}
	texts := [2]*policy.Text{b.Left, b.Right}
	*open = len(*out)
	*out = append(*out, Lone{In: texts[side], Other: texts[1-side], Units: []Unit{*u}, After: after, Declared: declared})
}

// declaredBy returns the clause that declares c to stand in one language only:
// itself or the nearest one above it, or nil.
func declaredBy(c *policy.Clause) *policy.Clause {
	for ; c != nil; c = c.Parent {
		if c.Only != "" {
			return c
		}
	}
	return nil
}

// pieceKey tells the pieces of a text apart.
type pieceKey struct {
	clause      *policy.Clause // of a head; nil else
	block, item *policy.Block
}

func (p Piece) key() pieceKey {
	switch {
	case p.Head():
		return pieceKey{clause: p.Clause}
	case p.Item < 0:
		return pieceKey{block: p.Block}
	}
	return pieceKey{block: p.Block, item: &p.Block.Blocks[p.Item]}
}

// piece returns the key of the piece that holds the unit.
func (u *Unit) piece() pieceKey {
	switch {
	case u.Block == nil:
		return pieceKey{clause: u.Clause}
	case u.Top.Kind == policy.List:
		return pieceKey{block: u.Top, item: u.Item}
	}
	return pieceKey{block: u.Top}
}

// tellAlone writes into pairs what of them stands in one text only, and whether
// some of it is found elsewhere.
func (b *Bitext) tellAlone(pairs []Pair) {
	within := map[pieceKey][]Lone{}
	for _, l := range b.Alone() {
		for from := 0; from < len(l.Units); {
			key, to := l.Units[from].piece(), from+1
			for to < len(l.Units) && l.Units[to].piece() == key {
				to++
			}
			part := l
			part.Units = l.Units[from:to]
			within[key] = append(within[key], part)
			from = to
		}
	}
	moved := map[pieceKey]bool{}
	for _, row := range b.Moved {
		for _, u := range row.Units() {
			moved[u.piece()] = true
		}
	}
	for i := range pairs {
		p := &pairs[i]
		for _, side := range [...][]Piece{p.Left, p.Right} {
			for _, x := range side {
				p.Alone = append(p.Alone, within[x.key()]...)
				p.Moved = p.Moved || moved[x.key()]
			}
		}
	}
}
