package figure

import "strings"

// Differ returns the figures of each side that the other does not answer, in
// order. A figure answers one of equal value; what is left is answered by one
// that says the same number with its unit where the other leaves it out.
// Weak figures answer, but are not missed.
func Differ(left, right []Figure) (onlyLeft, onlyRight []Figure) {
	l, r := make([]bool, len(left)), make([]bool, len(right))
	for _, same := range [...]func(a, b Figure) bool{
		func(a, b Figure) bool { return a.Value == b.Value },
		func(a, b Figure) bool { return (a.Kind == Number || b.Kind == Number) && amount(a) == amount(b) },
	} {
		for i := range left {
			for j := range right {
				if !l[i] && !r[j] && same(left[i], right[j]) {
					l[i], r[j] = true, true
				}
			}
		}
	}
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
