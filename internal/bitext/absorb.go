package bitext

import "slices"

// absorbs is how much likelier a pair gets at least by what stands alone beside
// it and belongs to it.
const absorbs = 1.0

// absorb adds to a pair what stands alone beside it, in one text and the same
// section, where the two are much nearer to saying the same with it than without:
// of a list beside one sentence some items may have found the sentence, and the
// others nothing.
func (s *settler) absorb() {
	rows := s.b.Rows
	var at place
	for i := range rows {
		row := &rows[i]
		from := at
		at = place{at[0] + len(row.Left), at[1] + len(row.Right)}
		if !row.Paired() || len(row.Left)+len(row.Right) < 3 || row.Crossed {
			continue
		}
		for k, us := range [...]*[]Unit{&row.Left, &row.Right} {
			lo, hi := from, at
			lo[k], hi[k] = s.beside(rows, i, k, from[k], at[k])
			if lo == from && hi == at || !shaped(hi[0]-lo[0], hi[1]-lo[1]) || !listed(s.a.sides[k].units[lo[k]:hi[k]]) || !s.nearer(from, at, lo, hi) {
				continue
			}
			*us = units(s.a.sides[k].units[lo[k]:hi[k]])
			for n := range from[k] - lo[k] {
				rows[i-1-n] = Row{}
			}
			for n := range hi[k] - at[k] {
				rows[i+1+n] = Row{}
			}
			at = hi
			break
		}
	}
	s.b.Rows = slices.DeleteFunc(rows, func(r Row) bool { return len(r.Left)+len(r.Right) == 0 })
}

// beside returns the units of a side around those of a row, [from,to), which stand
// alone beside it and in its section.
func (s *settler) beside(rows []Row, row, side, from, to int) (lo, hi int) {
	us := s.a.sides[side].units
	alone := func(r, u int) bool {
		return r >= 0 && r < len(rows) && len(rows[r].Units()) == 1 && [2]int{len(rows[r].Left), len(rows[r].Right)}[side] == 1 && s.free(us[u:u+1])
	}
	for lo = from; alone(row-1-(from-lo), lo-1); lo-- {
	}
	for hi = to; alone(row+1+(hi-to), hi); hi++ {
	}
	return lo, hi
}

// listed reports whether units are of a list or a table, at least one of them.
func listed(us []unit) bool {
	return slices.ContainsFunc(us, func(u unit) bool { return u.kind == itemKind || u.kind == rowKind })
}

// nearer reports whether the units between two places are likelier one thing with
// those around them.
func (s *settler) nearer(from, to, lo, hi place) bool {
	for k := range lo {
		if hi[k]-lo[k] > maxSpan {
			return false
		}
	}
	cost := func(from, to place) float64 {
		var size [2]float64
		var cues [2]cueSet
		for k := range from {
			size[k], cues[k] = gather(s.a.sides[k].units[from[k]:to[k]])
		}
		both, single := cues[0].shared(&cues[1])
		return lengthCost(size[0], size[1], s.a.ratio) - 0.7*both + 0.35*single
	}
	return cost(lo, hi) < cost(from, to)-absorbs
}
