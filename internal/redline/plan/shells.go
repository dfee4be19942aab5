package plan

import "diptych/internal/policy"

// A shell is an item or a labelled paragraph without partner whose only
// content moved, or a preamble all of which did: it came or went with the
// move, and is no change of its own.

// Shells are the shells of a plan.
type Shells struct {
	Clauses map[*Node]bool
	Blocks  map[*Block]bool
}

// findShells finds the shells among the places, by the blocks that moved.
func findShells(places []Place, drifts map[*Block]*Drift) Shells {
	s := Shells{map[*Node]bool{}, map[*Block]bool{}}
	if len(drifts) == 0 {
		return s
	}
	onlyDrifts := func(ts []*Block) bool {
		for _, t := range ts {
			if drifts[t] == nil {
				return false
			}
		}
		return len(ts) > 0
	}
	var items func(ts []*Block)
	items = func(ts []*Block) {
		for _, t := range ts {
			if t.Lone() && drifts[t] == nil && t.Block().Kind == policy.ListItem && len(t.Kids) == 1 && onlyDrifts(t.Kids) {
				s.Blocks[t] = true
			}
			items(t.Kids)
		}
	}
	for _, p := range places {
		items(p.Blocks)
		if !p.Lone() || p.View != Both || !onlyDrifts(p.Blocks) {
			continue
		}
		switch p.Clause().Form {
		case policy.Paragraph:
			if len(p.Blocks) == 1 {
				s.Clauses[p.Node] = true
			}
		case policy.Preamble:
			s.Clauses[p.Node] = true
		}
	}
	return s
}
