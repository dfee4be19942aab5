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
	s.judge(c.first, i, end)
	return end
}

// standsAlone reports whether a place that begins without 第 is one: 5.3条 and
// （三）项 are, 十条 counts.
func (m *Mention) standsAlone() bool { return len(m.Path) > 1 && m.Digits == m.From || m.Mark == '(' }

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
	if path == nil {
		return i
	}
	m.Digits, m.Behind, m.Path = at, end, path
	if open > 0 {
		n := c.any(end, "）", ")")
		if n == 0 || path[0] > 99 || len(path) > 1 {
			return i
		}
		end, m.Mark = end+n, '('
	}
	unit, size := c.unit(c.space(end))
	switch {
	case size > 0:
		m.Unit, end = unit, c.space(end)+size
		if unit == Paragraph && len(path) > 1 { // 3.2款
			m.Unit = Number
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

// name records a place with its unit, which those that wait for one share.
func (c *chain) name(m Mention) {
	c.add(m, false)
	for k := len(c.out) - 1 - c.waiting; k < len(c.out); k++ {
		x := &c.out[k]
		x.Unit, x.Word = m.Unit, m.Word
		x.In = c.around(k)
	}
	c.waiting = 0
}

// around returns the last place before k that can hold it, or -1.
func (c *chain) around(k int) int {
	for n := k - 1; n >= c.first; n-- {
		if x := &c.out[n]; x.Unit.level() < c.out[k].Unit.level() {
			return n
		}
	}
	return -1
}

// path reads a number at i: 5.3, 二十一, Ⅳ, with letters of the alphabet for
// items.
func (c *chain) path(i int) (path []int, end int) {
	for {
		n := numeral.Decimal(c.w[i:])
		if n.Form == numeral.None || n.Value >= 1e4 {
			break
		}
		path, i = append(path, int(n.Value)), i+n.Size
		if dot := c.any(i, ".", "．"); dot == 0 || numeral.Decimal(c.w[i+dot:]).Form == numeral.None {
			return path, i
		}
		i++
		if c.w[i-1] != '.' {
			i += len("．") - 1
		}
	}
	if path != nil {
		return nil, i
	}
	n := numeral.Han(c.w[i:])
	if n.Form == numeral.None || n.Form == numeral.Two {
		if n = numeral.Symbol(c.w[i:]); n.Form != numeral.UpperRoman && n.Form != numeral.LowerRoman {
			return nil, i
		}
	}
	if n.Value >= 1e6 {
		return nil, i
	}
	return []int{int(n.Value)}, i + n.Size
}

// unit reads the word behind a number. 第三章程 is a bylaw's, 第一项目 a project's.
func (c *chain) unit(i int) (Unit, int) {
	for _, u := range hanUnits {
		if rest, ok := strings.CutPrefix(c.w[min(i, len(c.w)):], u.name); ok {
			if u.name == "章" && strings.HasPrefix(rest, "程") || (u.unit == Item || u.unit == Paragraph) && strings.HasPrefix(rest, "目") {
				return Number, 0
			}
			return u.unit, len(u.name)
		}
	}
	return Number, 0
}

// between reads 之一 behind a unit, which numbers what came in between.
func (c *chain) between(path []int, end int) ([]int, int) {
	rest, ok := strings.CutPrefix(c.w[end:], "之")
	if !ok {
		return path, end
	}
	n := numeral.Han(rest)
	if d := numeral.Decimal(rest); d.Form != numeral.None {
		n = d
	}
	if n.Form == numeral.None {
		return path, end
	}
	return append(path, int(min(n.Value, 1e6))), end + len("之") + n.Size
}

// appendix reads 附件二, 附录 A, 附表1.
func (c *chain) appendix(i int) int {
	size := c.any(i, "附件", "附录", "附錄", "附表")
	if size == 0 {
		return i
	}
	m := Mention{From: i, Unit: Appendix, Word: c.w[i : i+size], In: -1}
	at := c.space(i + size)
	m.Digits = at
	m.Path, m.Behind = c.path(at)
	switch {
	case m.Path != nil:
	case at < len(c.w) && isUpper(c.w[at]) && c.wordEnd(at) == at+1:
		m.Path, m.Behind, m.Letter = []int{int(c.w[at]-'A') + 1}, at+1, rune(c.w[at])
	default:
		return i
	}
	if m.Path[0] > 999 || c.counts(m.Behind) || c.has(at, "一") && c.any(at+len("一"), "并", "起", "同", "式", "旦", "经", "律", "致", "般", "些", "切") > 0 {
		return i
	}
	m.Path, m.Behind = c.between(m.Path, m.Behind)
	m.To = m.Behind
	c.name(m)
	return m.To
}

// counts reports whether the number before i counts something: 附件三份.
func (c *chain) counts(i int) bool {
	i = c.space(i)
	return c.any(i, "份", "页", "頁", "套", "个", "個", "张", "張", "种", "日", "天", "年", "月", "项", "項", "元", "%", "％") > 0
}
