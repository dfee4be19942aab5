package redline

import "diptych/internal/policy"

// A shell is an item or a labelled paragraph without partner whose only
// content moved, or a preamble all of which did: it came or went with the
// move, and is no change of its own.

// shells are the shells of a plan.
type shells struct {
	clauses map[*node]bool
	blocks  map[*blockNode]bool
}

// findShells finds the shells among the places, by the blocks that moved.
func findShells(places []place, drifts map[*blockNode]*drift) shells {
	s := shells{map[*node]bool{}, map[*blockNode]bool{}}
	if len(drifts) == 0 {
		return s
	}
	onlyDrifts := func(ts []*blockNode) bool {
		for _, t := range ts {
			if drifts[t] == nil {
				return false
			}
		}
		return len(ts) > 0
	}
	var items func(ts []*blockNode)
	items = func(ts []*blockNode) {
		for _, t := range ts {
			if t.lone() && drifts[t] == nil && t.block().Kind == policy.ListItem && len(t.kids) == 1 && onlyDrifts(t.kids) {
				s.blocks[t] = true
			}
			items(t.kids)
		}
	}
	for _, p := range places {
		items(p.blocks)
		if !p.lone() || p.view != both || !onlyDrifts(p.blocks) {
			continue
		}
		switch p.clause().Form {
		case policy.Paragraph:
			if len(p.blocks) == 1 {
				s.clauses[p.node] = true
			}
		case policy.Preamble:
			s.clauses[p.node] = true
		}
	}
	return s
}
