package redline

import (
	"strings"

	"diptych/internal/numeral"
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// hanUnits are the words behind a number that refer to a clause.
var hanUnits = [...]struct {
	name string
	unit policy.LabelStyle
}{
	{"条", policy.StyleArticle}, {"條", policy.StyleArticle}, {"部分", policy.StylePart}, {"编", policy.StylePart}, {"編", policy.StylePart}, {"章", policy.StyleChapter},
	{"节", policy.StyleSection}, {"節", policy.StyleSection},
}

// hanPlaces reads the places that begin at token i, and returns the token behind
// them: 第八条, 第5.3条 and 5.3条, 第二十一条之一, ①, and in a list 第十至十二条 and
// 第八条、九条. 十条 by itself counts.
func hanPlaces(l *words.Leaf, i int) (out []mention, end int) {
	switch n := numeral.Symbol(l.Word(i)); {
	case n.Size < len(l.Word(i)):
	case n.Form == numeral.Circle:
		return []mention{{i, policy.StyleCircled, []int{int(n.Value)}}}, i + 1
	case n.Form == numeral.HanCircle:
		return []mention{{i, policy.StyleCircledHan, []int{int(n.Value)}}}, i + 1
	}
	if !strings.HasPrefix(l.Word(i), "第") {
		if m, at := hanPlace(l, i); len(m.path) < 2 || m.unit == policy.StyleNone || at == i {
			return nil, i + 1
		}
	}
	waiting := 0 // places that stand before the unit of theirs
	for at := i; at < len(l.Tokens); at++ {
		if l.Word(at) == "第" {
			at++
		}
		m, next := hanPlace(l, at)
		if next == at {
			break
		}
		out = append(out, m)
		waiting, at = waiting+1, next
		if m.unit != policy.StyleNone {
			for k := len(out) - waiting; k < len(out); k++ {
				out[k].unit = m.unit
			}
			waiting, end = 0, at
		}
		if at == len(l.Tokens) || !joinsPlaces(l.Word(at)) {
			break
		}
	}
	return out[:len(out)-waiting], max(end, i+1)
}

// joinsPlaces reports whether w stands between two places of a list.
func joinsPlaces(w string) bool {
	switch w {
	case "、", "和", "及", "与", "與", "或", "至", "到", "-", "–", "—", "~", "～":
		return true
	}
	return false
}

// hanPlace reads the number of a place in the token i, with its unit in the same
// token, in the next or missing, and returns the token behind them, or i where
// there is no number.
func hanPlace(l *words.Leaf, i int) (mention, int) {
	if i >= len(l.Tokens) {
		return mention{}, i
	}
	m, next := mention{token: i}, i+1
	w, unit := cutUnit(l.Word(i))
	w = strings.TrimSpace(strings.TrimPrefix(w, "第"))
	if words.IsFigure(w) {
		m.path = numberPath(w)
	} else if n, ok := numeral.Read(w); ok && n.Form != numeral.Two && n.Value < 1e6 {
		m.path = []int{int(n.Value)}
	} else {
		return mention{}, i
	}
	if unit == policy.StyleNone && next < len(l.Tokens) {
		if rest, u := cutUnit(l.Word(next)); rest == "" && u != policy.StyleNone {
			unit, next = u, next+1
		}
	}
	m.unit = unit
	if rest, ok := strings.CutPrefix(l.Text[l.Tokens[next-1].End:], "之"); ok && unit != policy.StyleNone {
		n := numeral.Han(rest)
		if d := numeral.Decimal(rest); d.Size > 0 {
			n = d
		}
		if n.Form != numeral.None {
			m.path = append(m.path, int(min(n.Value, 1e6)))
		}
	}
	return m, next
}

// cutUnit cuts the unit off the end of w.
func cutUnit(w string) (string, policy.LabelStyle) {
	for _, u := range hanUnits {
		if rest, ok := strings.CutSuffix(w, u.name); ok {
			return rest, u.unit
		}
	}
	return w, policy.StyleNone
}

// ofTitle reports whether the place at token i is one of a law that is named
// before it: 《民法典》第十条, and the second of 《民法典》第十条和第十一条. A title that
// begins with 本 or stands behind it is that of the text itself.
func ofTitle(l *words.Leaf, i int) bool {
	listed := false // what joins two places stands between
	for k := i - 1; k > max(0, i-60); k-- {
		switch w := l.Word(k); {
		case w == "》":
			return !listed && !ownTitle(l, k)
		case w == "）" || w == ")":
			if k = opening(l, k); k < 0 {
				return false
			}
		case strings.HasPrefix(w, "第"):
			listed = false
		case w == "的", w == "之", w == "款", w == "项", w == "項", w == "目", w == "编":
		case joinsPlaces(w), w == "以", w == "者":
			listed = true
		case w == "法", w == "典", w == "例":
			return !listed && ofLaw(l, k)
		default:
			return false
		}
	}
	return false
}

// opening returns the token that opens the bracket which closes at k, or -1.
func opening(l *words.Leaf, k int) int {
	for n := k - 1; n >= max(0, k-40); n-- {
		if w := l.Word(n); w == "（" || w == "(" {
			return n
		}
	}
	return -1
}

// ownTitle reports whether the title that ends at k is the text's own: 《本协议》,
// 本《用户协议》.
func ownTitle(l *words.Leaf, k int) bool {
	for n := k - 1; n >= 0; n-- {
		if l.Word(n) == "《" {
			return l.Word(n+1) == "本" || n > 0 && l.Word(n-1) == "本"
		}
	}
	return false
}

// ofLaw reports whether the characters up to k, which end like the name of a
// law, are one: 民法典, but not 本法, 本办法 and 依法.
func ofLaw(l *words.Leaf, k int) bool {
	n := k - 1
	for ; n >= max(0, k-30) && l.Tokens[n].Kind == words.Han; n-- {
		switch w := l.Word(n); {
		case w == "本", w == "依" && n == k-1:
			return false
		case joinsPlaces(w), w == "据", w == "按", w == "照":
			return true
		}
	}
	return n < k-1
}
