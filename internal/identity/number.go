package identity

import (
	"strconv"

	"diptych/internal/policy"
)

// places spells the place of every clause of a text: the second in the third is
// at c-3-2.
func places(t *policy.Text) map[*policy.Clause]string {
	out := make(map[*policy.Clause]string, len(t.Clauses))
	var path []int // the place of the last clause, and of those around it
	buf := make([]byte, 0, 64)
	for _, c := range t.Clauses {
		path = step(path, c)
		buf = append(buf[:0], 'c')
		for _, n := range path {
			buf = strconv.AppendInt(append(buf, '-'), int64(n), 10)
		}
		out[c] = string(buf)
	}
	return out
}

// step counts. The items of a clause and the clauses below it are counted
// together, in reading order. What stands before the first clause is at 0.
func step(path []int, c *policy.Clause) []int {
	switch {
	case c.Form == policy.Preamble:
		return append(path[:0], 0)
	case c.Depth <= len(path):
		path = path[:c.Depth]
		path[c.Depth-1]++
		return path
	}
	return append(path, 1)
}
