package check

import (
	"context"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"diptych/internal/bitext"
	"diptych/internal/figure"
	"diptych/internal/policy"
)

// mistake is a kind of mistake that translators and editors make.
type mistake struct {
	kind string
	goal int
	// plant makes it in one of the texts, and returns the words of which a rule
	// must name some; nil where the texts have no place for it, and stay as they
	// are.
	plant func(g garden, rnd *rand.Rand) []string
}

func mistakes() []mistake {
	said := func(kind string, make func(rnd *rand.Rand) (zh, en, wrong string, side int)) mistake {
		return mistake{kind, plantedGoal, func(g garden, rnd *rand.Rand) []string { return plantFigure(g, rnd, make) }}
	}
	return []mistake{
		{"clause", plantedGoal, plantClause},
		{"paragraph", plantedGoal, plantParagraph},
		{"item", plantedGoal, plantItem},
		{"row", plantedGoal, plantRow},
		{"sentence", sentenceGoal, plantSentence},
		{"number", plantedGoal, plantNumber},
		{"link", plantedGoal, plantLink},
		said("date", plantDate),
		said("amount", plantAmount),
		said("phone", plantPhone),
		said("e-mail", plantMail),
		said("period", plantPeriod),
		said("frequency", plantFrequency),
		said("words", plantOdds),
	}
}

// head is the beginning of words, as a report quotes it.
func head(words string) string {
	r := []rune(strings.TrimSpace(words))
	return string(r[:min(len(r), 10)])
}

func plantClause(g garden, rnd *rand.Rand) []string {
	side := rnd.IntN(2)
	t := g.texts[side]
	i := rnd.IntN(len(t.Clauses))
	c := t.Clauses[i]
	if c.Form != policy.Heading || i+1 < len(t.Clauses) && t.Clauses[i+1].Depth > c.Depth || len(c.Blocks) == 0 {
		return nil
	}
	want := head(policy.PlainRuns(g.texts[1-side].Clauses[i].Head))
	t.Clauses = append(t.Clauses[:i:i], t.Clauses[i+1:]...)
	return []string{want}
}

// section returns a section of either text, by its index.
func section(g garden, rnd *rand.Rand) (both [2]*policy.Clause) {
	i := rnd.IntN(len(g.texts[0].Clauses))
	return [2]*policy.Clause{g.texts[0].Clauses[i], g.texts[1].Clauses[min(i, len(g.texts[1].Clauses)-1)]}
}

func plantParagraph(g garden, rnd *rand.Rand) []string {
	both, side := section(g, rnd), rnd.IntN(2)
	c := both[side]
	if c.Form == policy.Item || len(c.Blocks) < 2 || len(c.Blocks) != len(both[1-side].Blocks) {
		return nil
	}
	k := rnd.IntN(len(c.Blocks))
	if c.Blocks[k].Kind != policy.Para || c.Form == policy.Paragraph && k == 0 {
		return nil
	}
	words := policy.PlainRuns(both[1-side].Blocks[k].Runs)
	if len(words) < 30 {
		return nil
	}
	c.Blocks = append(c.Blocks[:k:k], c.Blocks[k+1:]...)
	return heads(words)
}

// heads is how the sentences of words begin, and what figures they have.
func heads(words string) []string {
	var out []string
	for _, f := range append(figure.Find(words, "zh"), figure.Find(words, "en")...) {
		if !f.Weak {
			out = append(out, f.Words)
		}
	}
	for _, s := range sentences(words) {
		out = append(out, head(s))
	}
	return out
}

func plantItem(g garden, rnd *rand.Rand) []string {
	both, side := section(g, rnd), rnd.IntN(2)
	c := both[side]
	if c.Form == policy.Item || len(c.Blocks) == 0 {
		return nil
	}
	k := rnd.IntN(len(c.Blocks))
	if c.Blocks[k].Kind != policy.List {
		return nil
	}
	return plantPart(&c.Blocks[k], &both[1-side].Blocks[k], rnd)
}

func plantRow(g garden, rnd *rand.Rand) []string {
	var all [2][]*policy.Block
	for k, t := range g.texts {
		for _, c := range t.Clauses {
			for i := range c.Blocks {
				if c.Blocks[i].Kind == policy.Table {
					all[k] = append(all[k], &c.Blocks[i])
				}
			}
		}
	}
	if len(all[0]) == 0 || len(all[0]) != len(all[1]) {
		return nil
	}
	i, side := rnd.IntN(len(all[0])), rnd.IntN(2)
	return plantPart(all[side][i], all[1-side][i], rnd)
}

// plantPart drops an item or a row that is no head.
func plantPart(list, other *policy.Block, rnd *rand.Rand) []string {
	i := rnd.IntN(len(list.Blocks))
	if len(list.Blocks) < 3 || len(list.Blocks) != len(other.Blocks) || list.Blocks[i].Clause != nil || i < list.Head {
		return nil
	}
	lines := policy.PlainBlocks(other.Blocks[i : i+1])
	if len(lines) == 0 {
		return nil
	}
	list.Blocks = append(list.Blocks[:i:i], list.Blocks[i+1:]...)
	return heads(lines[0])
}

// leaves returns the paragraphs of both texts that answer to each other.
func leaves(g garden) (out [][2]*policy.Block) {
	if !g.alike() {
		for row := range bitext.Align(context.Background(), g.texts[0], g.texts[1], nil).Paired() {
			if l, r := row.Left[0].Block, row.Right[0].Block; len(row.Left)+len(row.Right) == 2 && l != nil && r != nil && l.Kind == policy.Para && r.Kind == policy.Para {
				out = append(out, [2]*policy.Block{l, r})
			}
		}
		return out
	}
	var all [2][]*policy.Block
	for k, t := range g.texts {
		var walk func(bs []policy.Block)
		walk = func(bs []policy.Block) {
			for i := range bs {
				if bs[i].Kind == policy.Para && bs[i].Blocks == nil {
					all[k] = append(all[k], &bs[i])
				}
				walk(bs[i].Blocks)
			}
		}
		for _, c := range t.Clauses {
			if c.Form != policy.Item {
				walk(c.Blocks)
			}
		}
	}
	for i := range all[0] {
		out = append(out, [2]*policy.Block{all[0][i], all[1][i]})
	}
	return out
}

func plantSentence(g garden, rnd *rand.Rand) []string {
	ls := g.leaves()
	l, side := ls[rnd.IntN(len(ls))], rnd.IntN(2)
	mine, theirs := sentences(policy.PlainRuns(l[side].Runs)), sentences(policy.PlainRuns(l[1-side].Runs))
	if len(mine) < 2 || len(mine) != len(theirs) {
		return nil
	}
	i := rnd.IntN(len(mine))
	if len([]rune(mine[i])) < 10 || len([]rune(theirs[i])) < 10 {
		return nil
	}
	mine = append(mine[:i:i], mine[i+1:]...)
	joint := ""
	if side == 1 {
		joint = " "
	}
	l[side].Runs = []policy.Run{{Text: strings.Join(mine, joint)}}
	return []string{head(theirs[i])}
}

// numberWords are the numbers that texts spell.
var numberWords = [2][]string{{"一", "两", "三", "四", "五", "六", "七", "八", "九", "十"}, {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}}

// plantNumber changes a number that both texts have, or one that it writes into
// both.
func plantNumber(g garden, rnd *rand.Rand) []string {
	ls := g.leaves()
	l, side := ls[rnd.IntN(len(ls))], rnd.IntN(2)
	if rnd.IntN(2) == 0 {
		return plantFigure(g, rnd, func(rnd *rand.Rand) (string, string, string, int) {
			n, m := rnd.IntN(10), rnd.IntN(10)
			if m == n {
				m = (n + 1) % 10
			}
			zh, en := [2]string{numberWords[0][n], strconv.Itoa(n + 1)}, [2]string{numberWords[1][n], strconv.Itoa(n + 1)}
			things := [...][2]string{{"种方式", "ways"}, {"项措施", "measures"}, {"台设备", "devices"}, {"名代表", "representatives"}}[rnd.IntN(4)]
			wrong := numberWords[side][m]
			return "您可以选择" + zh[rnd.IntN(2)] + things[0] + "。", "You may choose " + en[rnd.IntN(2)] + " " + things[1] + ".", wrong, side
		})
	}
	langs := [2]policy.Tag{"zh", "en"}
	for k := range l[side].Runs {
		run := &l[side].Runs[k]
		for _, f := range figure.Find(run.Text, langs[side]) {
			if f.Kind != figure.Number || f.Weak {
				continue
			}
			answered := false
			for _, o := range figure.Find(policy.PlainRuns(l[1-side].Runs), langs[1-side]) {
				answered = answered || o.Value == f.Value
			}
			if !answered {
				continue
			}
			wrong := strconv.Itoa(23 + rnd.IntN(60))
			run.Text = run.Text[:f.From] + wrong + run.Text[f.To:]
			return []string{wrong, f.Words}
		}
	}
	return nil
}

// address reports whether the words of a link are where it leads.
func address(runs []policy.Run, link *policy.Link) bool {
	return slices.ContainsFunc(runs, func(r policy.Run) bool { return r.Link == link && strings.HasSuffix(link.Dest, r.Text) })
}

// plantLink lets a link lead elsewhere, or takes it off.
func plantLink(g garden, rnd *rand.Rand) []string {
	ls := g.leaves()
	l, side := ls[rnd.IntN(len(ls))], rnd.IntN(2)
	links := [2][]*policy.Link{}
	for k := range l {
		var last *policy.Link
		for i := range l[k].Runs {
			if link := l[k].Runs[i].Link; link != nil && link != last {
				links[k], last = append(links[k], link), link
			}
		}
	}
	if len(links[0]) == 0 || len(links[0]) != len(links[1]) {
		return nil
	}
	link, other := links[side][rnd.IntN(len(links[side]))], links[1-side]
	if link.Kind == policy.LinkRef || strings.HasPrefix(link.Dest, "#") || address(l[side].Runs, link) {
		return nil
	}
	var want []string
	for _, o := range other {
		want = append(want, o.Dest)
	}
	switch rnd.IntN(3) {
	case 0:
		for i := range l[side].Runs {
			if l[side].Runs[i].Link == link {
				l[side].Runs[i].Link = nil
			}
		}
	case 1:
		link.Dest = "https://" + strconv.Itoa(rnd.IntN(1e6)) + ".example/pay"
	default:
		link.Dest = strings.TrimSuffix(link.Dest, "/") + "x" + strconv.Itoa(rnd.IntN(1e3))
	}
	return append(want, link.Dest)
}
