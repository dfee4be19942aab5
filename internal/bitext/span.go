package bitext

import (
	"math"
	"strings"

	"diptych/internal/align"
	"diptych/internal/policy"
)

// A span is neighbouring units that one unit of the other text may say in one:
// a list with the words that lead to it beside a sentence, a table beside a
// paragraph, several short paragraphs beside a long one.
type span struct {
	from, to int
	cues     *cueSet // joined; made when it is asked for
}

// spans are those of a stretch of units.
type spans struct {
	units []unit
	size  []float64     // of the units before, for every place
	at    map[int]*span // by key
	list  []align.Span
}

// key is that of the span [from,to), which has at most maxSpan units.
func key(from, to int) int { return from*(maxSpan+1) + to - from }

const (
	maxSpan  = 40 // units that one may say in one
	maxParas = 4  // paragraphs
)

// newSpans finds the spans of a stretch of units. Every one has at least three
// units: two are beads like others.
func newSpans(units []unit) *spans {
	s := &spans{units: units, size: make([]float64, len(units)+1), at: map[int]*span{}}
	for i := range units {
		s.size[i+1] = s.size[i] + units[i].size
	}
	for i := range units {
		if units[i].kind == paraKind {
			s.addParas(i)
			s.addLabelled(i)
		}
		switch next := i + 1; {
		case next == len(units) || units[next].level <= units[i].level:
		case units[i].kind == headKind: // nothing leads to the list
			s.addList(next, next)
		default:
			s.addList(i, next)
		}
	}
	return s
}

// addParas adds the paragraphs from i on.
func (s *spans) addParas(i int) {
	for j := i + 1; j < len(s.units) && j < i+maxParas; j++ {
		u, v := &s.units[i], &s.units[j]
		if v.kind != paraKind || u.level != v.level || v.first != nil || v.section != u.section {
			return
		}
		s.add(i, j+1)
	}
}

// addLabelled adds the labelled paragraphs from i on where they count from one,
// and those behind i with it: a list whose items are clauses. The other text may
// have run it together.
func (s *spans) addLabelled(i int) {
	first := i
	if !counts(&s.units[i], 1) {
		first++
	}
	for j := first; j < len(s.units) && j < i+maxSpan && counts(&s.units[j], j-first+1) && s.units[j].first.Label.Style == s.units[first].first.Label.Style; j++ {
		s.add(i, j+1)
	}
}

// counts reports whether a unit is a paragraph with the label n of an item.
func counts(u *unit, n int) bool {
	if u.kind != paraKind || u.first == nil || u.first.Form != policy.Paragraph || u.first.Label.Style < policy.StyleHan {
		return false
	}
	p := u.first.Label.Path
	return len(p) == 1 && p[0] == n
}

// addList adds the list or table that begins at first, with what leads to it
// from i on, without that, and each with the paragraph behind it.
func (s *spans) addList(i, first int) {
	level := s.units[first].level
	end := first
	for end < len(s.units) && s.units[end].level >= level && s.units[end].kind != headKind {
		end++
	}
	ends := [...]int{end, end}
	if end < len(s.units) && s.units[end].kind == paraKind && s.units[end].first == nil && (s.units[end].level == s.units[i].level || i == first && s.units[end].level < level) {
		ends[1] = end + 1
	} else if last := &s.units[end-1]; last.kind == paraKind && last.first == nil {
		ends[1] = end - 1 // a paragraph that stands below the last labelled one
	}
	for _, from := range [...]int{i, first} {
		for _, to := range ends {
			s.add(from, to)
		}
	}
}

func (s *spans) add(from, to int) {
	if n := to - from; n > 2 && n <= maxSpan && s.at[key(from, to)] == nil {
		s.at[key(from, to)] = &span{from: from, to: to}
		s.list = append(s.list, align.Span{From: from, To: to})
	}
}

// cues returns the cues of all units of a span.
func (s *spans) cues(from, to int) *cueSet {
	x := s.at[key(from, to)]
	if x.cues == nil {
		all := s.units[from].cues
		for i := from + 1; i < to; i++ {
			all = all.join(&s.units[i].cues)
		}
		x.cues = &all
	}
	return x.cues
}

// Costs of a bead of a span and one unit, how far its lengths may be apart, and
// how much better it must fit than any of its units by itself: else the others
// are in one text only.
const (
	costList    = 3.0
	costParas   = 8.0
	spanApart   = 3.0 // standard deviations
	spanBetters = 0.5
	spanFits    = -1.0 // where there are cues
)

// spanCost is how unlikely it is that one unit says what the units [from,to) of
// the other side say; or infinite where that is more than most. left is whether the
// span is on the left.
func (a *aligner) spanCost(s *spans, from, to int, one *unit, left bool, most float64) float64 {
	us := s.units[from:to]
	if one.kind == headKind {
		return math.Inf(1)
	}
	fit := func(size float64, cues *cueSet) float64 {
		n, m := size, one.size
		if !left {
			n, m = m, n
		}
		both, single := cues.shared(&one.cues)
		return lengthCost(n, m, a.ratio) - 0.7*both + 0.35*single
	}
	cues := s.cues(from, to)
	cost := fit(s.size[to]-s.size[from], cues)
	if leads(us[0].Words) && s.at[key(from+1, to)] != nil {
		cost = min(cost, fit(s.size[to]-s.size[from+1], s.cues(from+1, to)))
	}
	if cost > spanFits && cues.total+one.cues.total > 0 {
		return math.Inf(1)
	}
	c, d := us[0].first, one.first
	if (c == nil || d == nil) && cost+min(costList, costParas) > most { // nothing else makes it cheaper
		return math.Inf(1)
	}
	lacking, telling := 0, 0
	for i := range us {
		if cues := &us[i].cues; cues.total > 0 && (i > 0 || !leads(us[0].Words)) {
			telling++
			if both, _ := cues.shared(&one.cues); both == 0 {
				lacking++
			}
		}
		if c := us[i].first; c != nil && i > 0 && (a.partner[c] != nil || a.known[c].Sure || c.Only != "") {
			return math.Inf(1)
		}
		if fit(us[i].size, &us[i].cues) < cost+spanBetters {
			return math.Inf(1)
		}
	}
	if lacking > 0 && 2*lacking >= telling {
		return math.Inf(1) // it says nothing of half of them
	}
	switch last := &us[len(us)-1]; {
	case last.first == nil && us[len(us)-2].level > last.level: // a list or table, and the paragraph behind it
		cost += costList
	case last.first == nil && last.level == us[0].level:
		cost += costParas
	default:
		cost += costList
	}
	switch {
	case c == nil || d == nil:
		return cost
	case left:
		return cost + a.tieCost(c, d)
	}
	return cost + a.tieCost(d, c)
}

// leads reports whether words do no more than lead to a list, so that a sentence
// may do without them: 按下列标准办理：
func leads(words string) bool {
	return strings.HasSuffix(words, "：") || strings.HasSuffix(words, ":")
}

// tooLong reports whether the lengths of a span and of one unit are too far apart
// for them to say the same. ratio is the length of the other side per length of
// the span's.
func (s *spans) tooLong(from, to int, one, ratio float64) bool {
	n := (s.size[to] - s.size[from]) * ratio
	return (n-one)*(n-one) > spanApart*spanApart*deviation(n, one)
}

// tieCost is how much what is known of two clauses, and their labels, speak
// against their being one.
func (a *aligner) tieCost(c, d *policy.Clause) float64 {
	cost := -0.5*labelScore(c.Label, d.Label) - a.known.lean(c, d)
	switch same, apart := a.known.judge(c, d); {
	case same:
		return cost - certain
	case apart:
		return math.Inf(1)
	}
	return cost
}
