package page

import "slices"

// fewest is how many items that say the same make a list within the list.
const fewest = 3

// foldMoves gives the first of items that follow each other and say only that
// something moved the others.
func foldMoves(items []ChangeItem) {
	for i := 0; i < len(items); {
		n := i
		for n < len(items) && items[n].onlyMoved() {
			n++
		}
		if n-i > fewest {
			items[i].Alike = slices.Clone(items[i+1 : n])
			for j := i + 1; j < n; j++ {
				items[j].Under = true
			}
		}
		i = max(n, i+1)
	}
}

// onlyMoved reports whether an item says no more than that something without a
// label moved.
func (c *ChangeItem) onlyMoved() bool {
	return c.Kind == "moved" && !c.Changed && c.Label == "" && c.Along == 0 &&
		len(c.Looks)+len(c.Links)+len(c.Images)+len(c.Refs)+len(c.Cited)+len(c.Formats) == 0
}
