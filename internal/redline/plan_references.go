package redline

import (
	"strconv"
	"strings"
	"unicode"

	"diptych/internal/align"
	"diptych/internal/numeral"
	"diptych/internal/policy"
	"diptych/internal/redline/words"
)

// A reference to a clause that was renumbered follows it: "see clause 5.3"
// becomes "see clause 5.4". It is marked, because the words differ, but it is
// no change of its own kind, because the renumbering is listed already.

// references knows which clause a printed number means in either text.
type references struct {
	old, new map[string]int // number as it is referred to -> pair of clauses, -1 where it is not unique
}

// renumberings notes the labels of the pairs of clauses. It returns nil where
// no clause was renumbered.
func renumberings(cs clausePairs) *references {
	refs := &references{map[string]int{}, map[string]int{}}
	note := func(in map[string]int, c *policy.Clause, pair int) {
		for _, k := range labelKeys(c) {
			if _, ok := in[k]; ok {
				pair = -1
			}
			in[k] = pair
		}
	}
	n, renumbered := 0, false
	for _, ps := range [...][]align.Pair{cs.script, cs.moves} {
		for _, p := range ps {
			if p.Paired() {
				c, d := cs.left[p.Left], cs.right[p.Right]
				note(refs.old, c, n)
				note(refs.new, d, n)
				renumbered = renumbered || c.Label.Text != d.Label.Text
				n++
			}
		}
	}
	if !renumbered {
		return nil
	}
	// A clause without partner takes its number away from others.
	for _, p := range cs.script {
		switch {
		case p.Paired():
		case p.Left >= 0:
			note(refs.old, cs.left[p.Left], -1)
		default:
			note(refs.new, cs.right[p.Right], -1)
		}
	}
	return refs
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

// reference is a token of a leaf that refers to a clause.
type reference struct{ token, pair int }

// referencesIn finds the tokens of a leaf that refer to clauses.
func referencesIn(l *words.Leaf, in map[string]int) []reference {
	var out []reference
	unit, open := policy.StyleNone, false // a list of numbers goes on: sections 3, 4 and 5
	for i := range l.Tokens {
		if k := l.Tokens[i].Kind; k == words.Han || k == words.Object {
			open = false
			continue
		}
		w := l.Word(i)
		if u, ok := referenceUnits[strings.ToLower(w)]; ok {
			unit, open = u, true
			continue
		}
		if path, u := hanReference(w); path != nil {
			if i == 0 || l.Word(i-1) != "》" { // an article of some law
				if p, ok := pairOf(in, u, path); ok {
					out = append(out, reference{i, p})
				}
			}
			continue
		}
		switch {
		case !open, w == ",", w == "、", w == "and", w == "or", w == "to", w == "through", w == "–", w == "-":
		default:
			path := placePath(l, i)
			if path == nil || ofLaw(l, i) {
				open = false
			} else if p, ok := pairOf(in, unit, path); ok {
				out = append(out, reference{i, p})
			}
		}
	}
	return out
}

// ofLaw reports whether the number i is one of a law: Article 13 of the Act.
func ofLaw(l *words.Leaf, i int) bool {
	for k := i + 1; k < min(len(l.Tokens), i+8); k++ {
		switch l.Word(k) {
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
func placePath(l *words.Leaf, i int) []int {
	w := l.Word(i)
	if words.IsFigure(w) {
		return numberPath(w)
	}
	n, ok := numeral.Read(w)
	switch {
	case ok && n.Form == numeral.Cardinal:
	case n.Form == numeral.UpperRoman && n.Value < 40 && i > 0 && (ok || unicode.IsUpper(rune(l.Word(i - 1)[0]))):
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
			if words.IsFigure(n) {
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

// names gives tokens of two leaves that refer to the same clause one name,
// where their words differ. They are nil where there are none.
func (r *references) names(old, new *words.Leaf) (olds, news map[int]string) {
	if r == nil {
		return nil, nil
	}
	from := referencesIn(old, r.old)
	if len(from) == 0 {
		return nil, nil
	}
	to := referencesIn(new, r.new)
	type spelling struct {
		id    int32
		other bool // the clause is referred to in more than one way
	}
	as := map[int]spelling{}
	for _, g := range to {
		id := new.Tokens[g.token].ID
		x, ok := as[g.pair]
		as[g.pair] = spelling{id, ok && (x.other || x.id != id)}
	}
	follows := map[int]bool{}
	for _, f := range from {
		if x, ok := as[f.pair]; ok && (x.other || x.id != old.Tokens[f.token].ID) {
			follows[f.pair] = true
		}
	}
	name := func(refs []reference) map[int]string {
		var out map[int]string
		for _, x := range refs {
			if follows[x.pair] {
				if out == nil {
					out = map[int]string{}
				}
				out[x.token] = "clause " + strconv.Itoa(x.pair)
			}
		}
		return out
	}
	return name(from), name(to)
}
