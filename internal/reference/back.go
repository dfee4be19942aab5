package reference

import (
	"strings"

	"diptych/internal/policy"
)

// behindBack are words that follow 前款 and 前条 where these name a place: 前款规定的.
var behindBack = []string{"规定", "規定", "所", "的", "情形", "约定", "約定", "之", "和", "及", "与", "與", "或", "、", "，", "。"}

// beforeBack are words of which 前 is a part: 之前款项, 目前条件.
var beforeBack = []string{"之", "目", "以", "此", "提", "先", "事", "日", "年", "月", "空", "当", "從", "从"}

// backWords are those that name a place by where it stands. 前項 is a paragraph in
// Taiwan, 前项 an item elsewhere.
var backWords = []struct {
	words string
	unit  Unit
	far   int
}{
	{"前款", Paragraph, 1}, {"前两款", Paragraph, 2}, {"前二款", Paragraph, 2}, {"前三款", Paragraph, 3}, {"前項", Paragraph, 1}, {"前二項", Paragraph, 2},
	{"前项", Item, 1}, {"前两项", Item, 2}, {"前条", Article, 1}, {"前條", Article, 1}, {"前两条", Article, 2}, {"前二條", Article, 2},
}

// back reads a place that is named by where it stands, 前款 or 前条, and returns
// the place behind it, or i.
func (s *scanner) back(i int) int {
	for _, b := range backWords {
		n := len(b.words)
		if !s.has(i, b.words) || hasSuffix(s.w[:i], beforeBack...) > 0 || i+n < len(s.w) && s.any(i+n, behindBack...) == 0 {
			continue
		}
		s.add(Mention{From: i, To: i + n, Digits: i, Behind: i + n, Unit: b.unit, In: -1, Back: true, Far: b.far}, false)
		return i + n
	}
	return i
}

// preceding reads the English for it, whose first word stands between i and end:
// the preceding paragraph, the previous Article.
func (s *scanner) preceding(i, end int) int {
	if w := s.w[i:end]; w != "preceding" && w != "previous" || !strings.HasSuffix(strings.ToLower(s.w[:i]), "the ") || !s.has(end, " ") {
		return i
	}
	at := end + len(" ")
	to := s.wordEnd(at)
	m := Mention{From: i, To: to, Digits: i, Behind: to, In: -1, Back: true, Far: 1}
	switch strings.ToLower(s.w[at:to]) {
	case "paragraph":
		m.Unit = Paragraph
	case "article", "clause":
		m.Unit = Article
	default:
		return i
	}
	s.add(m, false)
	return to
}

// backs resolves the mentions that are named by where they stand, in a block of
// a clause.
func (x *Index) backs(ms []Mention, targets []Target, c *policy.Clause, b *policy.Block) {
	for i := range ms {
		switch {
		case !ms[i].Back || c == nil:
		case ms[i].Unit == Article:
			targets[i] = x.articleBefore(c, ms[i].Far)
		case ms[i].Unit == Item:
			targets[i] = x.itemBefore(c, ms[i].Far)
		case c.Form != policy.Item:
			targets[i] = x.paragraphBefore(c, b, ms[i].Far)
		}
	}
}

// paragraphBefore returns the paragraph that stands so far before a block of the
// clause. The lists between them are the paragraph's. The clause is walked through
// once.
func (x *Index) paragraphBefore(c *policy.Clause, b *policy.Block, far int) Target {
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
	for range far {
		b = x.above[b]
	}
	if b != nil {
		return Target{Clause: c, Block: b}
	}
	return Target{}
}

// itemBefore returns the item that stands so far before an item, by its number.
func (x *Index) itemBefore(c *policy.Clause, far int) Target {
	if !isSub(c) || c.Parent == nil || len(c.Label.Path) != 1 {
		return Target{}
	}
	return Target{Clause: only(x.below[slot{c.Parent, c.Label.Path[0] - far}], func(d *policy.Clause) bool {
		return d.Parent == c.Parent && d.Label.Style == c.Label.Style
	})}
}

// articleBefore returns the article that stands so far before the one in which a
// clause stands.
func (x *Index) articleBefore(c *policy.Clause, far int) Target {
	for c != nil && c.Label.Style != policy.StyleArticle {
		c = c.Parent
	}
	for range far {
		c = x.before[c]
	}
	return Target{Clause: c}
}
