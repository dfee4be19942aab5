package markup

import (
	"reflect"
	"slices"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// reading is what a source says: its clauses without ids and places, and the
// ids that it gives them.
type reading struct {
	clauses  []*policy.Clause
	ids      []string   // explicit ones; "" for the others
	former   [][]string // what it says that they were called
	pos      []diag.Pos
	problems int
}

// newReading takes the clauses apart; they are of no other use afterwards.
func newReading(clauses []*policy.Clause, problems diag.List) reading {
	n := len(clauses)
	r := reading{clauses, make([]string, n), make([][]string, n), make([]diag.Pos, n), len(problems)}
	for i, c := range clauses {
		r.pos[i], r.former[i] = c.Pos, c.Former
		if c.Origin == policy.Explicit {
			r.ids[i] = c.ID
		}
		c.ID, c.Origin, c.Former, c.Pos = "", policy.Derived, nil, diag.Pos{}
		forgetRuns(c.Head)
		forget(c.Blocks)
	}
	return r
}

// forget removes the columns of words and the places of links.
func forget(blocks []policy.Block) {
	for i := range blocks {
		blocks[i].Col = 0
		forgetRuns(blocks[i].Runs)
		forget(blocks[i].Blocks)
	}
}

func forgetRuns(runs []policy.Run) {
	for i := range runs {
		if l := runs[i].Link; l != nil {
			l.Pos = diag.Pos{}
		}
		if p := runs[i].Image; p != nil {
			p.Pos = diag.Pos{}
		}
	}
}

// same reports whether another reading says the same, with these ids.
func (r reading) same(other reading, ids []string, former [][]string) bool {
	return r.problems == other.problems && slices.Equal(other.ids, ids) &&
		slices.EqualFunc(other.former, former, slices.Equal) && reflect.DeepEqual(r.clauses, other.clauses)
}
