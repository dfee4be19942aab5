package reference

import (
	"strings"

	"diptych/internal/numeral"
)

// hanUnits are the words behind a number that refer to a clause.
var hanUnits = [...]struct {
	name string
	unit Unit
}{
	{"条", Article}, {"條", Article}, {"款", Paragraph}, {"项", Item}, {"項", Item}, {"目", Item}, {"章", Chapter}, {"节", Section}, {"節", Section},
	{"部分", Part}, {"编", Part}, {"編", Part},
}

// joiners stand between two places of a list.
var joiners = []string{"、", "和", "以及", "及", "与", "與", "或者", "或", "至", "到", "-", "–", "—", "~", "～"}

// han reads the places that begin at i, and returns the place behind them:
// 第八条, 5.3条, 第二十一条之一, 第三条第（一）、（二）项, 第十至十二条, 附件一、二, （三）项.
func (s *scanner) han(i int) int {
	c := chain{scanner: s, first: len(s.out)}
	named := s.has(i, "第") || s.has(i, "附")
	end := c.list(i)
	got := s.out[c.first:]
	if len(got) == 0 || !named && !got[0].standsAlone() {
		s.out, s.own = s.out[:c.first], s.own[:c.first]
		return i
	}
	if first := &s.out[c.first]; first.Unit == Item {
		first.Above = hasSuffix(s.w[:i], "上述", "前述", "上列", "前列", "上述的") > 0
	}
	s.judge(c.first, i, end)
	return end
}

// standsAlone reports whether a place that begins without 第 is one: 5.3条 and
// （三）项 are, 十条 counts.
func (m *Mention) standsAlone() bool {
	return len(m.Path) > 1 && m.Digits == m.From || m.Mark == '(' || m.Mark == 'a'
}

// maxList is how many places one list may have.
const maxList = 40

// chain reads the places of one reference.
type chain struct {
	*scanner
	first   int // of its mentions
	waiting int // how many of them stand before the unit of theirs
}

// list reads places and what joins them, and returns the place behind the last
// that has its unit.
func (c *chain) list(i int) int {
	end := i
	for at := i; len(c.out)-c.first < maxList; {
		next := c.place(at)
		if next == at {
			break
		}
		at = next
		if c.waiting == 0 {
			end = at
		}
		if c.waiting == 0 { // what is inside it: 第三条第二款, 第三条的第二款
			inner := at + c.any(at, "的", "之", "中", "项下")
			if inner = c.space(inner); c.has(inner, "第") || inner == at && (c.has(at, "（") || c.has(at, "(") || c.symbolAt(at)) {
				at = inner
				continue
			}
		}
		at = c.space(at)
		n := c.any(at, joiners...)
		if n == 0 {
			break
		}
		at = c.space(at + n)
	}
	c.out, c.own = c.out[:len(c.out)-c.waiting], c.own[:len(c.own)-c.waiting]
	return end
}

func (c *chain) symbolAt(i int) bool { return numeral.Symbol(c.w[i:]).Form == numeral.Circle }

// place reads one place.
func (c *chain) place(i int) int {
	if c.has(i, "附") {
		return c.appendix(i)
	}
	m := Mention{From: i, In: -1}
	at := i
	if c.has(at, "第") {
		at = c.space(at + len("第"))
	}
	open := c.any(at, "（", "(")
	at += open
	path, end := c.path(at)
	if y := numeral.Symbol(c.w[at:]); path == nil && y.Form == numeral.Circle {
		path, end, m.Mark = []int{int(y.Value)}, at+y.Size, '①'
	}
	if path == nil && open > 0 && at < len(c.w) { // 第(c)款
		if w := c.w[at:c.wordEnd(at)]; w != "" && len(w) < 7 {
			path, m.Other = letters(w)
			end, m.Mark = at+len(w), 'a'
		}
	}
	if path == nil {
		return i
	}
	m.Digits, m.Behind, m.Path = at, end, path
	if open > 0 {
		n := c.any(end, "）", ")")
		if n == 0 || path[0] > 99 || len(path) > 1 {
			return i
		}
		end = end + n
		if m.Mark == 0 {
			m.Mark = '('
		}
	}
	if after := c.pointed(m, end); after > end {
		return after
	}
	unit, size := c.unit(c.space(end))
	switch {
	case size > 0:
		m.Unit, end = unit, c.space(end)+size
		switch {
		case unit == Paragraph && len(path) > 1: // 3.2款
			m.Unit = Number
		case unit == Paragraph && m.Mark != 0: // 第（二）款
			m.Unit = Item
		}
		m.Path, end = c.between(m.Path, end)
	case m.Mark != 0 && len(c.out) > c.first && c.waiting == 0 && c.out[len(c.out)-1].Unit != Appendix: // 第三条（二）
		m.Unit = Item
	case m.Mark == 0 && len(c.out) > c.first && c.waiting == 0 && c.out[len(c.out)-1].Unit == Appendix && !c.counts(end):
		m.Unit, m.Word = Appendix, c.out[len(c.out)-1].Word // 附件一、二
	default:
		m.To, m.Unit = end, Number
		c.add(m, false)
		c.waiting++
		return end
	}
	m.To = end
	c.name(m)
	return end
}

// pointed reads 4.1.2(c)(iv)条, whose number of several parts ends at i, and
// returns i where there is none.
func (c *chain) pointed(m Mention, i int) int {
	if m.Mark != 0 || !c.has(i, "(") || len(m.Path) < 2 && !c.has(m.From, "第") {
		return i
	}
	kept := len(c.out)
	m.To = i
	c.add(m, false)
	end := (&places{scanner: c.scanner, first: kept}).points(i, kept, -1)
	unit, size := c.unit(c.space(end))
	if end == i || size == 0 {
		c.out, c.own = c.out[:kept], c.own[:kept]
		return i
	}
	if unit == Paragraph {
		unit = Number
	}
	for k := kept - c.waiting; k <= kept; k++ {
		c.out[k].Unit = unit
		c.out[k].In = c.around(k)
	}
	c.waiting = 0
	end = c.space(end) + size
	c.out[len(c.out)-1].To = end
	return end
}

// name records a place with its unit, which those that wait for one share.
func (c *chain) name(m Mention) {
	if m.Mark == 0 {
		m.Unit = c.taiwanese(m)
	}
	c.add(m, false)
	for k := len(c.out) - 1 - c.waiting; k < len(c.out); k++ {
		x := &c.out[k]
		x.Unit, x.Word = m.Unit, m.Word
		x.In = c.around(k)
	}
	c.waiting = 0
}

// taiwanese returns the unit of a place as the laws of Taiwan count: 第三條第一項第二款
// is an item in the first paragraph.
func (c *chain) taiwanese(m Mention) Unit {
	head := c.w[:m.From]
	if n := len(c.out) - c.waiting; n > c.first {
		head = c.w[:c.out[n-1].To]
	}
	switch {
	case m.Unit == Item && strings.HasSuffix(c.w[:m.To], "項"):
		return Paragraph
	case m.Unit == Paragraph && (strings.HasSuffix(head, "條") || strings.HasSuffix(head, "項")):
		return Item
	}
	return m.Unit
}

// around returns the last place before k that can hold it, or -1.
func (c *chain) around(k int) int {
	if strings.HasSuffix(c.w[:c.out[k].To], "目") && k > c.first && !strings.HasSuffix(c.w[:c.out[k-1].To], "目") {
		return k - 1
	}
	for n := k - 1; n >= c.first; n-- {
		if x := &c.out[n]; x.Unit.level() < c.out[k].Unit.level() {
			return n
		}
	}
	return -1
}
