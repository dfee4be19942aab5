package page

import (
	"slices"
	"testing"
)

// Rows that moved fold where there are many of them, and each line stays in the
// list or in a fold.
func TestFoldMoves(t *testing.T) {
	moved := ChangeItem{Kind: "moved"}
	with := func(change func(*ChangeItem)) ChangeItem {
		c := moved
		change(&c)
		return c
	}
	for name, other := range map[string]ChangeItem{
		"another kind": with(func(c *ChangeItem) { c.Kind = "inserted" }),
		"changed":      with(func(c *ChangeItem) { c.Changed = true }),
		"a clause":     with(func(c *ChangeItem) { c.Label = "Article 1" }),
		"took others":  with(func(c *ChangeItem) { c.Along = 1 }),
		"a look":       with(func(c *ChangeItem) { c.Looks = make([]Look, 1) }),
		"a link":       with(func(c *ChangeItem) { c.Links = make([]LinkChange, 1) }),
		"an image":     with(func(c *ChangeItem) { c.Images = make([]ImageChange, 1) }),
		"a reference":  with(func(c *ChangeItem) { c.Refs = make([]RefChange, 1) }),
		"a citation":   with(func(c *ChangeItem) { c.Cited = make([]Link, 1) }),
		"a column":     with(func(c *ChangeItem) { c.Formats = []string{"column"} }),
	} {
		for _, c := range []struct {
			items []ChangeItem
			want  []int // how many fold below each item that stays in the list
		}{
			{nil, nil},
			{[]ChangeItem{moved, moved, moved}, []int{0, 0, 0}},
			{[]ChangeItem{moved, moved, moved, moved}, []int{3}},
			{[]ChangeItem{moved, moved, other, moved, moved}, []int{0, 0, 0, 0, 0}},
			{[]ChangeItem{other, moved, moved, moved, moved, moved, other, moved}, []int{0, 4, 0, 0}},
		} {
			items := slices.Clone(c.items)
			for i := range items {
				items[i].N = i + 1
			}
			foldMoves(items)
			var got, order []int
			for i := range items {
				if items[i].Under {
					continue
				}
				got = append(got, len(items[i].Alike))
				order = append(order, items[i].N)
				for _, a := range items[i].Alike {
					order = append(order, a.N)
				}
			}
			if !slices.Equal(got, c.want) || !slices.IsSorted(order) || len(order) != len(items) {
				t.Errorf("%s: folds %v, want %v; order %v", name, got, c.want, order)
			}
		}
	}
}

// What is said of a change is said once where both of its ends stand.
func TestSaidOnce(t *testing.T) {
	items := []ChangeItem{{N: 1, Changed: true}, {N: 2}, {N: 3, Formats: []string{"column"}}}
	var got []int
	for _, c := range said(items, []int{2, 0, 1, 2, 0}, nil).Changes {
		got = append(got, c.N)
	}
	if want := []int{3, 1}; !slices.Equal(got, want) {
		t.Errorf("said of %v, want %v", got, want)
	}
}
