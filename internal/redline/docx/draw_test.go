package docx_test

import (
	"fmt"
	"slices"
	"strings"

	"diptych/internal/policy"

	"pgregory.net/rapid"
)

// sentences are what random texts are made of.
var sentences = map[policy.Lang][]string{
	"zh": {
		"我们会收集您的个人信息。", "您有权查阅、更正和删除。", "保存期限为三十日。", "费用为 30,000.50 元；税费另计。", "详见[政策](https://example.com/a)。",
		"**请仔细阅读。**", "未经您同意，~~我们~~不会共享。", "![图](a.png)", "10<sup>5</sup>条。", "参见第二条。", "来信 `a@example.com`。",
	},
	"en": {
		"We collect personal data. ", "You may access or delete it. ", "We keep it for 30 days. ", "The fee is $30,000.50; tax excluded. ", "See the [policy](https://example.com/a). ",
		"**Please read carefully.** ", "We do ~~not~~ share it. ", "![Map](a.png) ", "10<sup>5</sup> rows. ", "See clause 2.1. ", "Write to `a@example.com`. ",
	},
}

// drawBlocks draws blocks of Markdown of every kind.
func drawBlocks(t *rapid.T, lang policy.Lang) []string {
	words := rapid.SampledFrom(sentences[lang])
	notes := 0
	block := rapid.Custom(func(t *rapid.T) string {
		w := func() string { return strings.TrimSpace(words.Draw(t, "w") + words.Draw(t, "w")) }
		n := rapid.IntRange(1, 4).Draw(t, "n")
		switch rapid.IntRange(0, 14).Draw(t, "kind") {
		case 0:
			return "## " + w()
		case 1:
			return fmt.Sprintf("### %d.%d %s", n, n, w())
		case 2:
			return "1. " + w() + "\n2. " + w() + "\n3. " + w()
		case 3:
			return "- " + w() + "\n- " + w() + "\n  - " + w() + "\n\n    " + w()
		case 4:
			return "| a | b |\n|---|:-:|\n| " + w() + " | " + w() + " |\n| 2 | " + w() + " |"
		case 5:
			notes++
			return fmt.Sprintf("%s[^%d]\n\n[^%d]: %s", w(), notes, notes, w())
		case 6:
			if notes == 0 {
				return w()
			}
			return fmt.Sprintf("%s[^%d]%s", w(), rapid.IntRange(1, notes).Draw(t, "note"), w())
		case 7:
			return fmt.Sprintf("（%s）%s", []string{"", "一", "二", "三", "四"}[n], w())
		case 8:
			return "> " + w() + "\n>\n> - " + w()
		case 9:
			return "```\n" + w() + "\n\t" + w() + "\n```"
		case 10:
			return "---"
		case 11:
			return fmt.Sprintf("<table><tr><td rowspan=\"%d\">%s</td><td>%s</td></tr>%s<tr><td>%s</td><td>2</td></tr></table>", n, w(), w(),
				strings.Repeat("<tr><td>"+w()+"</td></tr>", n-1), w())
		case 12:
			return fmt.Sprintf("<table><tr><td colspan=\"%d\"><p>%s</p><p>%s</p></td><td></td></tr></table>", n, w(), w())
		}
		return w() + w()
	})
	return rapid.SliceOfN(block, 0, 12).Draw(t, "blocks")
}

// edit makes another text of a text.
func edit(t *rapid.T, bs []string, lang policy.Lang) []string {
	bs = slices.Clone(bs)
	for range rapid.IntRange(0, 5).Draw(t, "edits") {
		if len(bs) == 0 {
			return drawBlocks(t, lang)
		}
		i := rapid.IntRange(0, len(bs)-1).Draw(t, "at")
		switch rapid.IntRange(0, 10).Draw(t, "edit") {
		case 0:
			bs = slices.Delete(bs, i, i+1)
		case 1:
			bs = slices.Insert(bs, i, drawBlocks(t, lang)...)
		case 2: // a stretch moves
			j := min(len(bs), i+rapid.IntRange(1, 4).Draw(t, "length"))
			part := slices.Clone(bs[i:j])
			bs = slices.Delete(bs, i, j)
			bs = slices.Insert(bs, rapid.IntRange(0, len(bs)).Draw(t, "to"), part...)
		case 3: // two are joined
			if i > 0 {
				bs[i-1] += bs[i]
				bs = slices.Delete(bs, i, i+1)
			}
		case 4: // one is split
			for _, stop := range []string{"。", ". "} {
				if a, b, ok := strings.Cut(bs[i], stop); ok {
					bs[i] = a + stop + "\n\n" + b
				}
			}
		case 5: // words change
			bs[i] = strings.NewReplacer("我们", "本公司", "三十日", "十五日", "。", "；", " data", " information", "30", "60", "a.png", "b.png", "/a)", "/b)").Replace(bs[i])
		case 6: // formats change
			bs[i] = strings.NewReplacer("**", "", "~~", "", "`", "", "<sup>", "", "</sup>", "", "个人信息", "**个人信息**", "personal", "*personal*", "### ", "## ").Replace(bs[i])
		case 7: // a list turns into paragraphs, a table gets a column or loses a row
			bs[i] = strings.NewReplacer("1. ", "", "\n2. ", "\n\n", "\n3. ", "\n\n", "| a | b |\n|---|:-:|", "| a | b | c |\n|---|:-:|---|", "\n| 2 |", "\n| 新 | 3 |\n| 2 |").Replace(bs[i])
		case 8:
			bs[i] += rapid.SampledFrom(sentences[lang]).Draw(t, "more")
		case 9:
			bs[i] = "> " + strings.ReplaceAll(bs[i], "\n", "\n> ")
		case 10: // headings become lines, or the reverse
			for k := i; k < len(bs); k++ {
				if head := strings.TrimLeft(bs[k], "#"); head != bs[k] {
					bs[k] = "**" + strings.TrimSpace(strings.ReplaceAll(head, "**", "")) + "**"
				} else if line := strings.Trim(bs[k], "*"); len(line) == len(bs[k])-4 && !strings.Contains(line, "\n") {
					bs[k] = "### " + line
				}
			}
		}
	}
	return bs
}
