package reference

import (
	"strings"

	"diptych/internal/numeral"
)

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
