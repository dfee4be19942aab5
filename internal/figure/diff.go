package figure

import (
	"slices"
	"strings"
)

// Missed returns the strong figures that have no answer.
func Missed(fs []Figure, answered []bool) (out []Figure) {
	for i, f := range fs {
		if !answered[i] && !f.Weak {
			out = append(out, f)
		}
	}
	return out
}

// Match tells which figures of each side have an answer on the other: of two
// sides, whichever is the left. A figure is answered by one of equal value, and
// each answers once; strong ones answer each other before weak ones do, and ends of
// ranges of ages that are said to be in it and out of it before all. What is
// left is answered by one that says the same number, where one side leaves its
// unit out, by one that says the same in another way, and two periods by their
// sum. Weak figures answer, but are not missed.
func Match(left, right []Figure) (l, r []bool) {
	m := matcher{left, right, make([]bool, len(left)), make([]bool, len(right))}
	same := func(f Figure) string { return f.Value }
	other := func(f Figure) string { return f.other }
	aged := func(f Figure) string {
		if f.Kind != Number {
			return ""
		}
		return f.other
	}
	strong := func(f Figure) bool { return !f.Weak }
	weak := func(f Figure) bool { return f.Weak }
	plain := func(f Figure) bool { return !f.Weak && f.Kind <= Ordinal }
	plainWeak := func(f Figure) bool { return f.Weak && f.Kind <= Ordinal }
	m.pair(aged, strong, aged, strong)
	m.pair(same, strong, same, strong)
	m.pair(same, strong, same, weak)
	m.pair(same, weak, same, strong)
	m.pair(same, weak, same, weak)
	for _, may := range [...][2]func(Figure) bool{{strong, strong}, {strong, weak}, {weak, strong}} {
		m.pair(other, may[0], same, may[1])
		m.pair(same, may[0], other, may[1])
	}
	for _, may := range [...][2]func(Figure) bool{{plain, strong}, {strong, plain}, {plain, weak}, {weak, plain}, {plainWeak, strong}, {strong, plainWeak}} {
		m.pair(amount, may[0], amount, may[1])
	}
	m.pair(other, weak, same, weak)
	m.pair(same, weak, other, weak)
	sums(left, m.l, right, m.r)
	sums(right, m.r, left, m.l)
	return m.l, m.r
}

// Contradicted returns the weak figures that two paragraphs which translate
// each other cannot both mean: monthly and 每季度, one and 两, 每年四次 and three times a
// year, 第三季度 and Q4. Nothing is known
// where a side has several of a kind without an answer.
func Contradicted(left, right []Figure, l, r []bool) (onlyLeft, onlyRight []Figure) {
	for _, of := range [...]func(Figure) bool{
		func(f Figure) bool { return f.Kind == Frequency },
		func(f Figure) bool { return f.times },
		func(f Figure) bool { return f.part },
		func(f Figure) bool {
			return f.Kind == Number && strings.Contains(" one two 一 两 兩 二 ", " "+f.Words+" ")
		},
	} {
		a, b := theOnly(left, l, of), theOnly(right, r, of)
		if a >= 0 && b >= 0 && (left[a].Kind != Frequency || counted(left) == counted(right)) {
			onlyLeft, onlyRight = append(onlyLeft, left[a]), append(onlyRight, right[b])
		}
	}
	return onlyLeft, onlyRight
}

// counted reports whether some figure says how many times: 每年四次 may be quarterly.
func counted(fs []Figure) bool {
	return slices.ContainsFunc(fs, func(f Figure) bool { return f.times })
}

// theOnly returns the index of the one figure of a kind without an answer, or -1.
func theOnly(fs []Figure, answered []bool, of func(Figure) bool) int {
	at := -1
	for i, f := range fs {
		if answered[i] || !of(f) {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}

// matcher pairs figures of two sides, each once.
type matcher struct {
	left, right []Figure
	l, r        []bool // which have an answer
}

// pair lets figures answer each other whose keys are equal and not empty, of
// those that may, in order.
func (m *matcher) pair(left func(Figure) string, mayLeft func(Figure) bool, right func(Figure) string, mayRight func(Figure) bool) {
	at := map[string][]int{}
	for j, f := range m.right {
		if key := right(f); !m.r[j] && mayRight(f) && key != "" {
			at[key] = append(at[key], j)
		}
	}
	for i, f := range m.left {
		if m.l[i] || !mayLeft(f) {
			continue
		}
		if key := left(f); len(at[key]) > 0 {
			m.l[i], m.r[at[key][0]] = true, true
			at[key] = at[key][1:]
		}
	}
}

// amount returns the number that f says of its unit, else the one with which its
// value begins: three of "three years", which are 36 months.
func amount(f Figure) string {
	if f.said != "" {
		return f.said
	}
	if rest, ok := strings.CutPrefix(f.Value, "per "); ok && f.Kind == Frequency && isDigit(rest[0]) {
		return rest[:strings.IndexByte(rest, ' ')]
	}
	if f.Kind == Money || f.Kind == Period || f.Kind == Percent {
		return f.Value[:strings.IndexAny(f.Value, " %")]
	}
	return f.Value
}
