package redline

import "diptych/internal/policy"

// Script is what the measures need to know of the redline of two leaves.
type Script struct {
	Old, New []string // tokens; IDs number them
	OldIDs   []int32
	NewIDs   []int32
	Hunks    [][4]int
	// Run makes the script once more, from the tokens.
	Run func() int
}

// Leaves returns the pairs of leaves that differ, with their scripts.
func Leaves(old, new *policy.Text) []Script {
	m := newMerger(old, new)
	var out []Script
	add := func(d *leafDiff) {
		if d == nil || len(d.hunks) == 0 {
			return
		}
		s := Script{OldIDs: d.a.ids(0, len(d.a.tokens)), NewIDs: d.b.ids(0, len(d.b.tokens))}
		for i := range d.a.tokens {
			s.Old = append(s.Old, d.a.word(i))
		}
		for i := range d.b.tokens {
			s.New = append(s.New, d.b.word(i))
		}
		for _, h := range d.hunks {
			s.Hunks = append(s.Hunks, [4]int{h.A0, h.A1, h.B0, h.B1})
		}
		a, b := d.a, d.b
		if m.flip {
			a, b = b, a
		}
		s.Run = func() int { return len(compareLeaves(a, b, m.in, m.boundary).hunks) }
		out = append(out, s)
	}
	var walk func(ts []*blockNode)
	walk = func(ts []*blockNode) {
		for _, t := range ts {
			add(t.diff)
			walk(t.kids)
			if t.moved != nil && t.new != nil {
				walk([]*blockNode{t.moved})
			}
		}
	}
	for _, p := range m.plan() {
		if p.view != oldSide {
			add(p.head)
			walk(p.blocks)
		}
	}
	return out
}
