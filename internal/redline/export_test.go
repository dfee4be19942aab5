package redline

import (
	"context"
	"diptych/internal/policy"
	"diptych/internal/redline/plan"
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
	p := plan.Make(context.Background(), old, new, plan.IDsDecide)
	var out []Script
	add := func(d *words.Diff) {
		if d != nil && len(d.Hunks) > 0 {
			s := newScript(d)
			o := words.Options{Mirrored: plan.Mirrors(d.Old, d.New)}
			s.Run = func() int { return len(p.Cutter.Compare(context.Background(), d.Old, d.New, o).Hunks) }
			out = append(out, s)
		}
	}
	var walk func(ts []*plan.Block)
	walk = func(ts []*plan.Block) {
		for _, t := range ts {
			if !t.Lone() {
				add(t.Diff)
			}
			if t.Seam != nil && t.Part == 0 {
				add(t.Seam.Diff)
			}
			walk(t.Kids)
			if d := p.Drifts[t]; d != nil && t.New != nil {
				walk([]*plan.Block{d.Pair})
			}
		}
	}
	for _, at := range p.Places {
		if at.View != plan.OldSide {
			add(at.Head)
			walk(at.Blocks)
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
	p := plan.Make(context.Background(), old, new, plan.IDsDecide)
	quick = told(mergePlan(p))
	p.Refs = plan.ReferAnywhere(context.Background(), p)
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
