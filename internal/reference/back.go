package reference

import "diptych/internal/policy"

// behindBack are words that follow 前款 and 前条 where these name a place: 前款规定的.
var behindBack = []string{"规定", "規定", "所", "的", "情形", "约定", "約定", "之", "和", "及", "与", "與", "或", "、", "，", "。"}

// beforeBack are words of which 前 is a part: 之前款项, 目前条件.
var beforeBack = []string{"之", "目", "以", "此", "提", "先", "事", "日", "年", "月", "空", "当", "從", "从"}

// back reads a place that is named by where it stands, 前款 or 前条, and returns
// the place behind it, or i.
func (s *scanner) back(i int) int {
	n := s.any(i, "前款", "前条", "前條")
	if n == 0 || hasSuffix(s.w[:i], beforeBack...) > 0 || i+n < len(s.w) && s.any(i+n, behindBack...) == 0 {
		return i
	}
	m := Mention{From: i, To: i + n, Digits: i, Behind: i + n, Unit: Article, In: -1, Back: true}
	if s.has(i, "前款") {
		m.Unit = Paragraph
	}
	s.add(m, false)
	return i + n
}

// backs resolves the mentions that are named by where they stand, in a block of
// a clause.
func (x *Index) backs(ms []Mention, targets []Target, c *policy.Clause, b *policy.Block) {
	for i := range ms {
		switch {
		case !ms[i].Back || c == nil:
		case ms[i].Unit == Article:
			targets[i] = x.articleBefore(c)
		case b != nil && c.Form != policy.Item:
			targets[i] = x.paragraphBefore(c, b)
		}
	}
}

// paragraphBefore returns the paragraph before a block of the clause. The lists
// between them are the paragraph's. The clause is walked through once.
func (x *Index) paragraphBefore(c *policy.Clause, b *policy.Block) Target {
	if !x.walked[c] {
		x.walked[c] = true
		var last *policy.Block
		for i := range c.Blocks {
			y := &c.Blocks[i]
			x.above[y] = last
			if y.Kind == policy.Para {
				last = y
			} else if y.Kind != policy.List {
				last = nil
			}
		}
	}
	if p := x.above[b]; p != nil {
		return Target{Clause: c, Block: p}
	}
	return Target{}
}

// articleBefore returns the article before the one in which a clause stands.
func (x *Index) articleBefore(c *policy.Clause) Target {
	for c != nil && c.Label.Style != policy.StyleArticle {
		c = c.Parent
	}
	return Target{Clause: x.before[c]}
}
