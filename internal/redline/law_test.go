package redline_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"diptych/internal/policy"
	"diptych/internal/redline"

	"pgregory.net/rapid"
)

func TestEqualTextsHaveNoChange(t *testing.T) {
	for _, src := range []string{"", "# A\n\nb\n", "1. a\n2. b\n", "一、甲\n\n二、乙\n"} {
		r := redline.Compare(t.Context(), parse(src, "zh"), parse(src, "zh"))
		if !r.Equal() || strings.Contains(page(r), "<ins") || strings.Contains(page(r), "<del") {
			t.Errorf("%q against itself: %v", src, r.Counts)
		}
	}
}

// material is what random texts are made of.
var material = map[policy.Lang][]string{
	"zh": {
		"我们会收集您的个人信息。", "您有权查阅、更正和删除您的个人信息。", "保存期限为三十日。", "保存期限为 15 日。",
		"本政策自2026年1月1日起生效。", "参见《个人信息保护法》第十三条。", "请发邮件至 privacy@example.com。", "未经您同意，我们不会共享。",
		"**重要提示：**请仔细阅读。", "详见[隐私政策](https://example.com/a)。", "“我们”指某某公司。", "费用为 30,000.50 元；税费另计。", "参见第二条。", "适用第一条和第三条。", "![图](a.png)", "",
	},
	"en": {
		"We collect personal data. ", "You may access, correct or delete it. ", "We keep it for 30 days. ", "We keep it for 15 days. ",
		"Effective January 1, 2026. ", "See Article 13. ", "Write to privacy@example.com. ", "We do not share it without consent. ",
		"**Please read carefully.** ", "See the [policy](https://example.com/a). ", "\"We\" means Example Ltd. ", "The fee is $30,000.50; tax excluded. ", "See clause 2.1. ", "Sections 1 and 3 apply. ", "![Map](a.png) ", "",
	},
}

// drawText makes a text of random blocks of Markdown, one string a block.
func drawText(t *rapid.T, lang policy.Lang) []string {
	words := rapid.SampledFrom(material[lang])
	block := rapid.Custom(func(t *rapid.T) string {
		w := func() string { return words.Draw(t, "w") + words.Draw(t, "w") + words.Draw(t, "w") }
		switch rapid.IntRange(0, 17).Draw(t, "kind") {
		case 0:
			return fmt.Sprintf("## %s {#id-%d}", w(), rapid.IntRange(0, 4).Draw(t, "id"))
		case 1:
			return "## " + w()
		case 2:
			return fmt.Sprintf("### %d.%d %s", rapid.IntRange(1, 3).Draw(t, "n"), rapid.IntRange(1, 3).Draw(t, "m"), w())
		case 3:
			return "1. " + w() + "\n2. " + w() + "\n3. " + w()
		case 4:
			return "- " + w() + "\n- " + w() + "\n  - " + w()
		case 5:
			return "| a | b |\n|---|---|\n| 1 | " + words.Draw(t, "w") + " |\n| 2 | " + words.Draw(t, "w") + " |"
		case 6:
			n := rapid.SampledFrom([]string{"[^n]", "[^n]", "[^m]"}).Draw(t, "note")
			return w() + n + "\n\n" + n + ": " + w() + rapid.SampledFrom([]string{"", "", "[^n]", "[^m]"}).Draw(t, "note in it")
		case 7:
			return fmt.Sprintf("（%s）%s", rapid.SampledFrom([]string{"一", "二", "三"}).Draw(t, "n"), w())
		case 8:
			return "> " + w()
		case 9:
			return fmt.Sprintf("## 第%s条 %s", rapid.SampledFrom([]string{"一", "二", "三", "四"}).Draw(t, "n"), w())
		case 10:
			return fmt.Sprintf("# %d. %s", rapid.IntRange(1, 4).Draw(t, "n"), w())
		case 12:
			return "---"
		case 14:
			return "### " + words.Draw(t, "w")
		case 15:
			return lineOrHeading("### " + words.Draw(t, "w"))
		case 13:
			return "```\n" + w() + "\n  " + w() + "\n```"
		case 11:
			n := rapid.IntRange(1, 3).Draw(t, "span")
			return fmt.Sprintf("<table><tr><td rowspan=\"%d\">%s</td><td>%s</td></tr>%s<tr><td>%s</td><td>2</td></tr></table>", n, w(), w(),
				strings.Repeat("<tr><td>"+words.Draw(t, "w")+"</td></tr>", n-1), w())
		}
		return w()
	})
	return rapid.SliceOfN(block, 0, 12).Draw(t, "blocks")
}

// edit makes another text of a text: blocks cut, doubled, moved, merged,
// split and changed.
func edit(t *rapid.T, bs []string, lang policy.Lang) []string {
	bs = append([]string(nil), bs...)
	for range rapid.IntRange(0, 5).Draw(t, "edits") {
		if len(bs) == 0 {
			return drawText(t, lang)
		}
		i := rapid.IntRange(0, len(bs)-1).Draw(t, "at")
		switch rapid.IntRange(0, 11).Draw(t, "edit") {
		case 0:
			bs = append(bs[:i], bs[i+1:]...)
		case 1:
			bs = append(bs[:i], append([]string{bs[i]}, bs[i:]...)...)
		case 2:
			j := rapid.IntRange(0, len(bs)-1).Draw(t, "to")
			bs[i], bs[j] = bs[j], bs[i]
		case 3:
			if i > 0 {
				bs[i-1] += bs[i]
				bs = append(bs[:i], bs[i+1:]...)
			}
		case 4:
			for _, stop := range []string{"。", ". "} {
				if a, b, ok := strings.Cut(bs[i], stop); ok {
					bs[i] = a + stop + "\n\n" + b
				}
			}
		case 5:
			bs[i] = strings.NewReplacer("我们", "本公司", "三十日", "十五日", "。", "；", " data", " information", "30", "60", ".", ",").Replace(bs[i])
		case 7: // a list turns into paragraphs, or the reverse
			if strings.HasPrefix(bs[i], "1. ") {
				bs[i] = strings.NewReplacer("1. ", "", "\n2. ", "\n\n", "\n3. ", "\n\n").Replace(bs[i])
			} else if i > 0 {
				bs[i-1] = "- " + bs[i-1] + "\n- " + bs[i]
				bs = append(bs[:i], bs[i+1:]...)
			}
		case 8: // a stretch moves
			j := min(len(bs), i+rapid.IntRange(1, 4).Draw(t, "length"))
			part := append([]string(nil), bs[i:j]...)
			bs = append(bs[:i], bs[j:]...)
			k := rapid.IntRange(0, len(bs)).Draw(t, "to")
			bs = append(bs[:k], append(part, bs[k:]...)...)
		case 9: // everything is renumbered
			for k := range bs {
				bs[k] = strings.NewReplacer("第三条", "第四条", "第二条", "第三条", "第一条", "第二条", "2.1", "3.1", "1.1", "2.1", "Sections 1 and 3", "Sections 2 and 4",
					"# 3.", "# 4.", "# 2.", "# 3.", "# 1.", "# 2.").Replace(bs[k])
			}
		case 6:
			bs[i] += rapid.SampledFrom(material[lang]).Draw(t, "more")
		case 10, 11: // headings become lines, or the reverse, from here on or here alone
			last := rapid.SampledFrom([]int{i, len(bs) - 1}).Draw(t, "last")
			for k := i; k <= last; k++ {
				bs[k] = lineOrHeading(bs[k])
			}
		}
	}
	return bs
}

// lineOrHeading makes a line of a heading, a heading of a line, and leaves all
// else as it is.
func lineOrHeading(block string) string {
	if head := strings.TrimLeft(block, "#"); head != block && !strings.Contains(block, "{") {
		return "**" + strings.TrimSpace(strings.ReplaceAll(head, "**", "")) + "**"
	}
	if line := strings.Trim(block, "*"); len(line) == len(block)-4 && !strings.Contains(line, "\n") {
		return "### " + line
	}
	return block
}

func TestLawOnRandomEdits(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		lang := rapid.SampledFrom(langs).Draw(rt, "lang")
		a := drawText(rt, lang)
		b := edit(rt, a, lang)
		old, new := strings.Join(a, "\n\n"), strings.Join(b, "\n\n")
		checkLaw(rt, "random", parse(old, lang), parse(new, lang))
	})
}

// The limits of these tests are far above what a loaded machine needs and far
// below what a quadratic method takes.
func within(t *testing.T, limit time.Duration, what string, f func()) {
	t.Helper()
	start := time.Now()
	f()
	if d := time.Since(start); d > limit {
		t.Errorf("%s took %v", what, d)
	} else {
		t.Logf("%s: %v", what, d)
	}
}

// text makes a text of one clause.
func text(paragraphs ...string) *policy.Text {
	c := &policy.Clause{ID: "c-0", Form: policy.Preamble, Depth: 1}
	for _, p := range paragraphs {
		c.Blocks = append(c.Blocks, policy.Block{Kind: policy.Para, Runs: []policy.Run{{Text: p}}})
	}
	return &policy.Text{Lang: "zh", Clauses: []*policy.Clause{c}}
}

func noise(rnd *rand.Rand, bytes int, stops bool) string {
	var b strings.Builder
	for b.Len() < bytes {
		b.WriteRune(0x4E00 + rnd.Int32N(3000))
		if stops && rnd.IntN(30) == 0 {
			b.WriteString("。")
		}
	}
	return b.String()
}

// TestBigInput: a rewrite of 5 MB takes seconds. All four are one law at the
// length where a quadratic method shows, so a short run leaves them out.
func TestBigInput(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const size = 5 << 20
	cut := func(s string) []string {
		var out []string
		for len(s) > 300 {
			out, s = append(out, s[:300]), s[300:]
		}
		return out
	}
	for i, c := range []struct {
		name        string
		stops, many bool
	}{
		{"one paragraph", false, false},
		{"one paragraph of sentences", true, false},
		{"many paragraphs", false, true},
		{"many paragraphs of sentences", true, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			rnd := rand.New(rand.NewPCG(5, uint64(i)))
			a, b := []string{noise(rnd, size, c.stops)}, []string{noise(rnd, size, c.stops)}
			if c.many {
				a, b = cut(a[0]), cut(b[0])
			}
			within(t, time.Minute, c.name, func() {
				r := redline.Compare(t.Context(), text(a...), text(b...))
				samePlain(t, "big", r.New, side(r, policy.Op.InNew))
				samePlain(t, "big", r.Old, side(r, policy.Op.InOld))
			})
		})
	}
}

// TestShuffled: the most moves that there can be, and many short changes.
func TestShuffled(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	rnd := rand.New(rand.NewPCG(7, 8))
	a := make([]string, 20_000)
	for i := range a {
		a[i] = noise(rnd, 120, true)
	}
	shuffled := slices.Clone(a)
	rnd.Shuffle(len(a), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	changed := func(s []string) []string {
		out := make([]string, len(s))
		for i := range s {
			out[i] = strings.Replace(s[i], "。", "，改。", 1)
		}
		return out
	}
	for _, c := range []struct {
		name string
		b    []string
		most int // characters deleted
	}{
		{"20,000 paragraphs shuffled", shuffled, math.MaxInt},
		{"20,000 paragraphs shuffled and changed", changed(shuffled), math.MaxInt},
		{"20,000 paragraphs changed in place", changed(a), 60_000}, // three in each paragraph will do
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			within(t, time.Minute, c.name, func() {
				r := redline.Compare(t.Context(), text(a...), text(c.b...))
				samePlain(t, c.name, r.Old, side(r, policy.Op.InOld))
				samePlain(t, c.name, r.New, side(r, policy.Op.InNew))
				if got := r.Counts.DeletedChars; got > c.most {
					t.Errorf("%d characters deleted, want at most %d", got, c.most)
				}
			})
		})
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("# A\n\n1. b\n2. c", "# A\n\n1. c\n2. d", true)
	f.Add("一、甲。乙\n\n二、丙", "一、丙\n\n二、甲。丁", false)
	f.Add("| a | b |\n|---|---|\n| 1 | 2 |", "| a |\n|---|\n| 1 |", true)
	f.Add("a[^1]\n\n[^1]: b", "c[^2]a[^1]\n\n[^1]: b\n\n[^2]: d", true)
	f.Fuzz(func(t *testing.T, old, new string, english bool) {
		lang := policy.Lang("zh")
		if english {
			lang = "en"
		}
		checkLaw(t, "fuzz", parse(old, lang), parse(new, lang))
	})
}
