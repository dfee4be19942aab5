package redline

import (
	"slices"

	"diptych/internal/policy"
)

// End is one end of what moved, and tells of the other one.
type End struct {
	Other string         // id of the other end
	In    *policy.Clause // the merged clause that the other end stands in, or is
	Old   bool           // this is the old end
	Whole bool           // a whole clause moved
	Near  bool           // both ends stand in one clause
	Below bool           // the other end stands below this one
}

// Ends returns the ends of what moved, by id. The columns of a table are left
// out: they have an end in every row.
func (r *Redline) Ends() map[string]End {
	ends := make(map[string]End)
	for i := range r.Changes {
		if c := &r.Changes[i]; c.Other != "" && !slices.Contains(c.Formats, Column) {
			ends[c.ClauseID], ends[c.Other] = End{Other: c.Other}, End{Other: c.ClauseID, Old: true}
		}
	}
	if len(ends) == 0 {
		return ends
	}
	at := r.endPlaces(ends)
	for id, end := range ends {
		here, there := at[id], at[end.Other]
		end.In, end.Below = there.in, there.n > here.n
		end.Near = here.in == there.in
		end.Whole = here.in != nil && here.in.ID == id
		ends[id] = end
	}
	return ends
}

// endPlace is where an end stands: its clause, and how many ends are above it.
type endPlace struct {
	in *policy.Clause
	n  int
}

func (r *Redline) endPlaces(ends map[string]End) map[string]endPlace {
	at := make(map[string]endPlace, len(ends))
	for i := range r.Sections {
		c := r.Sections[i].Clause
		note := func(id string) {
			if _, end := ends[id]; end && id != "" {
				at[id] = endPlace{c, len(at)}
			}
		}
		note(c.ID)
		noteRuns(c.Head, note)
		noteBlocks(c.Blocks, note)
	}
	return at
}

func noteBlocks(blocks []policy.Block, note func(id string)) {
	for i := range blocks {
		note(itemID(&blocks[i]))
		noteRuns(blocks[i].Runs, note)
		noteBlocks(blocks[i].Blocks, note)
	}
}

func noteRuns(runs []policy.Run, note func(id string)) {
	for i := range runs {
		note(runs[i].ID)
	}
}
