package align

// Letters prints a script as a string: '.' an equal pair, 'M' a pair that is
// alike, 'X' left only, 'Y' right only, '<' left only and moved away, '>'
// right only and moved here.
func Letters(script, moves []Pair, o Options) string {
	from, to := map[int]bool{}, map[int]bool{}
	for _, m := range moves {
		from[m.Left], to[m.Right] = true, true
	}
	b := make([]byte, 0, len(script))
	for _, p := range script {
		c := byte('M')
		switch {
		case p.Right < 0 && from[p.Left]:
			c = '<'
		case p.Right < 0:
			c = 'X'
		case p.Left < 0 && to[p.Right]:
			c = '>'
		case p.Left < 0:
			c = 'Y'
		case o.equal(p.Left, p.Right):
			c = '.'
		}
		b = append(b, c)
	}
	return string(b)
}

// FewElements is how many are few.
const FewElements = fewElements

// Unique is unique of keys.
func Unique(a, b []uint64) []Pair { return unique(len(a), len(b), in(a), in(b)) }

// UniqueByMap is Unique as it is for many.
func UniqueByMap(a, b []uint64) []Pair { return uniqueOfMany(len(a), len(b), in(a), in(b)) }

func in(keys []uint64) func(int) uint64 { return func(i int) uint64 { return keys[i] } }
