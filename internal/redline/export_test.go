package redline

import (
	"diptych/internal/policy"
	"diptych/internal/redline/words"
	"fmt"
	"strings"
)

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
	p := makePlan(old, new, idsDecide)
	var out []Script
	add := func(d *words.Diff) {
		if d != nil && len(d.Hunks) > 0 {
			s := newScript(d)
			o := words.Options{Mirrored: directionOfLeaves(d.Old, d.New) == mirrored}
			s.Run = func() int { return len(p.cutter.Compare(d.Old, d.New, o).Hunks) }
			out = append(out, s)
		}
	}
	var walk func(ts []*blockNode)
	walk = func(ts []*blockNode) {
		for _, t := range ts {
			if !t.lone() {
				add(t.diff)
			}
			if t.seam != nil && t.part == 0 {
				add(t.seam.diff)
			}
			walk(t.kids)
			if d := p.drifts[t]; d != nil && t.new != nil {
				walk([]*blockNode{d.pair})
			}
		}
	}
	for _, at := range p.places {
		if at.view != oldSide {
			add(at.head)
			walk(at.blocks)
		}
	}
	return out
}

func newScript(d *words.Diff) Script {
	var s Script
	for i, t := range d.Old.Tokens {
		s.Old, s.OldIDs = append(s.Old, d.Old.Word(i)), append(s.OldIDs, t.ID)
	}
	for i, t := range d.New.Tokens {
		s.New, s.NewIDs = append(s.New, d.New.Word(i)), append(s.NewIDs, t.ID)
	}
	for _, h := range d.Hunks {
		s.Hunks = append(s.Hunks, [4]int{h.A0, h.A1, h.B0, h.B1})
	}
	return s
}

// References lists what a redline says of references, as it is found and as it is
// where every word of both texts is read for them.
func References(old, new *policy.Text) (quick, whole string) {
	p := makePlan(old, new, idsDecide)
	quick = told(mergePlan(p))
	m := &matcher{like: newLikeness(p.cutter)}
	p.refs = m.referAnywhere(p)
	return quick, told(mergePlan(p))
}

func told(r *Redline) string {
	var b strings.Builder
	for _, s := range r.Stale {
		fmt.Fprintf(&b, "%s in %s was %s, is %s\n", s.Words, s.In.ID, s.Was, s.Now)
	}
	for _, c := range r.Changes {
		for _, x := range c.Refs {
			fmt.Fprintf(&b, "%v follows in %s\n", x, c.ClauseID)
		}
	}
	return b.String()
}
