package figure

import "strings"

// Differ returns the figures of each side that the other does not answer, in
// order: Differ(a, b) and Differ(b, a) are the same but for the sides. A figure
// is answered by one of equal value, and each answers once; strong ones answer
// each other before weak ones do. What is left is answered by one that says
// the same number, where one side leaves its unit out. Weak figures answer,
// but are not missed.
func Differ(left, right []Figure) (onlyLeft, onlyRight []Figure) {
	l, r := make([]bool, len(left)), make([]bool, len(right))
	pair := func(weak bool, value func(Figure) string, may func(a, b Figure) bool) {
		at := map[string][]int{}
		for j, f := range right {
			if !r[j] && (weak || !f.Weak) {
				at[value(f)] = append(at[value(f)], j)
			}
		}
		for i, f := range left {
			if l[i] || !weak && f.Weak {
				continue
			}
			js := at[value(f)]
			for k, j := range js {
				if !(f.Weak && right[j].Weak) && may(f, right[j]) {
					l[i], r[j] = true, true
					at[value(f)] = append(js[:k:k], js[k+1:]...)
					break
				}
			}
		}
	}
	same := func(f Figure) string { return f.Value }
	always := func(a, b Figure) bool { return true }
	pair(false, same, always)
	pair(true, same, always)
	pair(true, amount, func(a, b Figure) bool { return a.Kind <= Ordinal || b.Kind <= Ordinal })
	return missed(left, l), missed(right, r)
}

func missed(fs []Figure, answered []bool) (out []Figure) {
	for i, f := range fs {
		if !answered[i] && !f.Weak {
			out = append(out, f)
		}
	}
	return out
}

// amount returns the number with which the value of f begins.
func amount(f Figure) string {
	if f.Kind == Money || f.Kind == Period || f.Kind == Percent {
		return f.Value[:strings.IndexAny(f.Value, " %")]
	}
	return f.Value
}
