package redline

import (
	"strconv"
	"strings"
	"unicode"

	"diptych/internal/align"
	"diptych/internal/numeral"
	"diptych/internal/policy"
)

// A reference to a clause that was renumbered follows it: "see clause 5.3"
// becomes "see clause 5.4". It is marked, because the words differ, but it is
// no change of its own kind: who knows of the renumbering knows of it.

// references knows which clause a printed number means in either text.
type references struct {
	old, new map[string]int // number as it is referred to -> pair of clauses, -1 where it is not unique
}

// number notes the labels of the pairs that were renumbered. It leaves
// m.refs nil where there is none.
func (m *merger) number(left, right []*policy.Clause, pairs ...[]align.Pair) {
	refs := references{map[string]int{}, map[string]int{}}
	note := func(in map[string]int, c *policy.Clause, pair int) {
		for _, k := range labelKeys(c) {
			if _, ok := in[k]; ok {
				pair = -1
			}
			in[k] = pair
		}
	}
	n, renumbered := 0, false
	for _, ps := range pairs {
		for _, p := range ps {
			if p.Paired() {
				note(refs.old, left[p.Left], n)
				note(refs.new, right[p.Right], n)
				renumbered = renumbered || left[p.Left].Label.Text != right[p.Right].Label.Text
				n++
			}
		}
	}
	// A clause without partner takes its number away from others.
	for _, p := range pairs[0] {
		switch {
		case p.Paired():
		case p.Left >= 0:
			note(refs.old, left[p.Left], -1)
		default:
			note(refs.new, right[p.Right], -1)
		}
	}
	if renumbered {
		m.refs = &refs
	}
}

// labelKeys spells how the label of a clause is referred to: by its own unit
// (第三条) and, where it has none, by number alone (三、 as 第三条).
func labelKeys(c *policy.Clause) []string {
	switch c.Label.Style {
	case policy.StylePart, policy.StyleChapter, policy.StyleSection, policy.StyleArticle, policy.StyleCircled, policy.StyleCircledHan:
		return []string{unitKey(c.Label.Style, c.Label.Path)}
	case policy.StyleHan, policy.StyleDecimal, policy.StyleUpperRoman:
		if c.Depth == 1 || len(c.Label.Path) > 1 {
			return []string{pathKey(c.Label.Path)}
		}
	}
	return nil
}

func unitKey(unit policy.LabelStyle, path []int) string {
	return string(rune('A'+unit)) + pathKey(path)
}

func pathKey(path []int) string {
	var b strings.Builder
	for _, n := range path {
		b.WriteByte('.')
		b.WriteString(strconv.Itoa(n))
	}
	return b.String()
}

// pairOf returns the pair of clauses that a reference with the unit means.
func pairOf(in map[string]int, unit policy.LabelStyle, path []int) (int, bool) {
	n, ok := in[unitKey(unit, path)]
	if !ok && unit != policy.StyleCircled && unit != policy.StyleCircledHan {
		n, ok = in[pathKey(path)]
	}
	return n, ok && n >= 0
}

// referenceUnits are the words before a number that refer to a clause.
var referenceUnits = map[string]policy.LabelStyle{
	"clause": policy.StyleArticle, "clauses": policy.StyleArticle, "article": policy.StyleArticle, "articles": policy.StyleArticle,
	"section": policy.StyleSection, "sections": policy.StyleSection, "§": policy.StyleSection, "§§": policy.StyleSection,
	"chapter": policy.StyleChapter, "chapters": policy.StyleChapter, "part": policy.StylePart, "parts": policy.StylePart,
	"paragraph": policy.StyleArticle, "paragraphs": policy.StyleArticle,
}

// reference is a token of a strand that refers to a clause.
type reference struct{ token, pair int }

// references finds the tokens of a strand that refer to clauses.
func (s *strand) references(in map[string]int) []reference {
	var out []reference
	unit, open := policy.StyleNone, false // a list of numbers goes on: sections 3, 4 and 5
	for i := range s.tokens {
		if s.tokens[i].kind == han || s.tokens[i].kind == object {
			open = false
			continue
		}
		w := s.word(i)
		if u, ok := referenceUnits[strings.ToLower(w)]; ok {
			unit, open = u, true
			continue
		}
		if path, u := hanReference(w); path != nil {
			if i == 0 || s.word(i-1) != "》" { // an article of some law
				if p, ok := pairOf(in, u, path); ok {
					out = append(out, reference{i, p})
				}
			}
			continue
		}
		switch {
		case !open, w == ",", w == "、", w == "and", w == "or", w == "to", w == "through", w == "–", w == "-":
		default:
			path := s.placePath(i)
			if path == nil || s.ofLaw(i) {
				open = false
			} else if p, ok := pairOf(in, unit, path); ok {
				out = append(out, reference{i, p})
			}
		}
	}
	return out
}

// ofLaw reports whether the number i is one of a law: Article 13 of the Act.
func (s *strand) ofLaw(i int) bool {
	for k := i + 1; k < min(len(s.tokens), i+8); k++ {
		switch s.word(k) {
		case "Act", "Regulation", "GDPR", "Law", "Code", "Directive", "Convention", "CCPA":
			return true
		case ".", ";":
			return false
		}
	}
	return false
}

// placePath reads the token i, behind a word such as Section: 5.3, IV, Twenty-One.
// I is a number only right behind a word that is capitalised.
func (s *strand) placePath(i int) []int {
	w := s.word(i)
	if digits(w) == len(w) {
		return numberPath(w)
	}
	n, ok := numeral.Read(w)
	switch {
	case ok && n.Form == numeral.Cardinal:
	case n.Form == numeral.UpperRoman && n.Value < 40 && i > 0 && (ok || unicode.IsUpper(rune(s.word(i - 1)[0]))):
	default:
		return nil
	}
	return []int{int(n.Value)}
}

// hanReference reads 第八条, 第廿一条, 第5.3条 and 5.3条, and ① by itself.
func hanReference(w string) (path []int, unit policy.LabelStyle) {
	for _, u := range [...]struct {
		name string
		unit policy.LabelStyle
	}{{"条", policy.StyleArticle}, {"部分", policy.StylePart}, {"章", policy.StyleChapter}, {"节", policy.StyleSection}} {
		if n, ok := strings.CutSuffix(w, u.name); ok {
			n = strings.TrimSpace(strings.TrimPrefix(n, "第"))
			if digits(n) == len(n) && n != "" {
				return numberPath(n), u.unit
			}
			if n, ok := numeral.Read(n); ok && n.Form != numeral.Two && n.Value < 1e6 {
				return []int{int(n.Value)}, u.unit
			}
		}
	}
	switch n := numeral.Symbol(w); {
	case n.Size < len(w):
	case n.Form == numeral.Circle:
		return []int{int(n.Value)}, policy.StyleCircled
	case n.Form == numeral.HanCircle:
		return []int{int(n.Value)}, policy.StyleCircledHan
	}
	return nil, 0
}

func numberPath(w string) []int {
	var path []int
	for p := range strings.SplitSeq(w, ".") {
		n := numeral.Decimal(p)
		if n.Form != numeral.Digits || n.Size < len(p) {
			return []int{-1}
		}
		path = append(path, int(n.Value))
	}
	return path
}

// follow returns the strands with equal tokens for references to the same
// clause, or the strands themselves where there are none.
func (m *merger) follow(s, t *strand) (x, y *strand) {
	if m.refs == nil {
		return s, t
	}
	from := s.references(m.refs.old)
	if len(from) == 0 {
		return s, t
	}
	to := t.references(m.refs.new)
	type spelling struct {
		id    int32
		other bool // the clause is referred to in more than one way
	}
	as := map[int]spelling{}
	for _, g := range to {
		id := t.tokens[g.token].id
		x, ok := as[g.pair]
		as[g.pair] = spelling{id, ok && (x.other || x.id != id)}
	}
	met := map[int]bool{}
	for _, f := range from {
		if x, ok := as[f.pair]; ok && (x.other || x.id != s.tokens[f.token].id) {
			met[f.pair] = true
		}
	}
	if len(met) == 0 {
		return s, t
	}
	rename := func(s *strand, refs []reference) *strand {
		c := *s
		c.feats, c.all = nil, nil
		c.tokens = append([]token(nil), s.tokens...)
		for _, r := range refs {
			if met[r.pair] {
				c.tokens[r.token].id = m.in.id("\x00ref " + strconv.Itoa(r.pair))
			}
		}
		return &c
	}
	return rename(s, from), rename(t, to)
}

// followed adds a hunk for every pair of tokens that only follows a
// renumbering, and takes what is equal after all off the others.
func (d *leafDiff) followed() {
	a, b := d.a.tokens, d.b.tokens
	var out []align.Hunk
	i, j := 0, 0
	kept := func(to int) {
		for ; i < to; i, j = i+1, j+1 {
			if a[i].id != b[j].id {
				if d.follow == nil {
					d.follow = map[int]bool{}
				}
				d.follow[i] = true
				out = append(out, align.Hunk{A0: i, A1: i + 1, B0: j, B1: j + 1})
			}
		}
	}
	for _, h := range d.hunks {
		kept(h.A0)
		i, j = h.A1, h.B1
		for h.A0 < h.A1 && h.B0 < h.B1 && a[h.A0].id == b[h.B0].id {
			h.A0++
			h.B0++
		}
		for h.A0 < h.A1 && h.B0 < h.B1 && a[h.A1-1].id == b[h.B1-1].id {
			h.A1--
			h.B1--
		}
		if h.A0 < h.A1 || h.B0 < h.B1 {
			out = append(out, h)
		}
	}
	kept(len(a))
	d.hunks = out
}
