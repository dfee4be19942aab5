package bitext_test

import (
	"context"
	"strings"
	"testing"

	"diptych/internal/bitext"
	"diptych/internal/redline"
)

// TestOneSided: which clauses changed in one language only, the other having
// nowhere done what it did.
func TestOneSided(t *testing.T) {
	const zh, en = "## 更新 {#u}\n\n程序每日检查一次更新。\n", "## Updates {#u}\n\nThe program checks for updates once a day.\n"
	const zhBody, enBody = "\n您的搜索词只发送给 Google，我们不会收到。\n", "\nYour search terms go to Google only. We do not receive them.\n"
	const zhMore, enMore = "\n我们保存崩溃报告90日，报告可能含有您的电子邮件地址和设备型号。\n", "\nWe keep crash reports for 90 days; they may hold your e-mail address and the model of your device.\n"
	for _, tt := range []struct{ name, zh, zhNew, en, enNew, want string }{
		{"a clause that the other language holds in the clause above", zh, zh + "\n##搜索\n" + zhBody, en, en + "\n## Search\n" + enBody, ""},
		{"of which a paragraph is in one language", zh, zh + "\n##搜索\n" + zhBody, en, en + "\n## Search\n" + enBody + enMore, "right c-2"},
		{"a clause that the other language does not hold", zh, zh, en, en + "\n## Search\n" + enBody, "right c-2"},
		{"one that the other language held before", zh + zhBody, zh + zhBody, en, en + "\n## Search\n" + enBody, "right c-2"},
		{"a clause that went with such words", zh + "\n##搜索\n" + zhBody, zh, en + "\n## Search\n" + enBody, en, ""},
		{"and of which they stay", zh + "\n##搜索\n" + zhBody, zh + "\n##搜索\n" + zhBody, en + "\n## Search\n" + enBody, en, ""}, // no clause there to stay
		{"a heading that was mended", zh + "\n##搜索\n" + zhBody, zh + "\n## 搜索\n" + zhBody, en + "\n## Search\n" + enBody, en + "\n## Search\n" + enBody, ""},
		{"and changed", zh + "\n##搜索\n" + zhBody, zh + "\n## 搜索服务\n" + zhBody, en + "\n## Search\n" + enBody, en + "\n## Search\n" + enBody, "left u; left c-2"},
		{"a paragraph that only one clause has", zh, zh + zhMore, en, en, "left u"},
		{"a paragraph with its answer in another clause", zh, zh + zhMore, en, en + "\n## Crashes {#c}\n" + enMore, ""},
		{"terms that two clauses exchanged", "## 一 {#u}\n\n三年。\n\n## 二 {#v}\n\n五年。\n", "## 一 {#u}\n\n五年。\n\n## 二 {#v}\n\n三年。\n",
			"## One {#u}\n\nThree years.\n\n## Two {#v}\n\nFive years.\n", "## One {#u}\n\nThree years.\n\n## Two {#v}\n\nFive years.\n", "left u; left v"},
		{"the order of paragraphs", zh + zhBody + zhMore, zh + zhMore + zhBody, en + enBody + enMore, en + enBody + enMore, "left u"},
		{"with its answer behind another clause", zh + "\n## 收集 {#x}\n\n我们收集姓名。\n", zh + zhMore + "\n## 收集 {#x}\n\n我们收集姓名。\n",
			en + "\n## Collection {#x}\n\nWe collect names.\n", en + "\n## Collection {#x}\n\nWe collect names.\n\n## Crashes {#c}\n" + enMore, ""},
		{"a heading, and a paragraph with its answer in another clause", zh, strings.Replace(zh, "更新", "关于更新与版本", 1) + zhMore, en, en + "\n## Crashes {#c}\n" + enMore, "left u"},
		{"a sentence that came into a paragraph", zh, zh, en, strings.Replace(en, "a day.", "a day. It sends its version and the language of the device to us.", 1), "right u"},
		{"a heading that was mended, and its paragraph", zh + "\n##搜索\n您输入的词语只发送给您选择的搜索提供商，我们任何时候都不会收到它们。\n", zh + "\n## 搜索\n\n您输入的词语只发送给您选择的搜索提供商，我们任何时候都不会收到它们。\n",
			en + "\n## Search\n\nYour words go to the provider that you chose. We receive them at no time.\n", en + "\n## Search\n\nYour words go to the provider that you chose. We receive them at no time.\n", ""},
		{"a long sentence that was struck out, beside a heading that was mended", zh + "\n##搜索\n\n您输入的词语只发送给您选择的搜索提供商，我们任何时候都不会收到它们。\n", zh + "\n## 搜索\n\n~~您输入的词语只发送给您选择的搜索提供商，我们任何时候都不会收到它们。~~\n",
			en + "\n## Search\n\nYour words go to the provider that you chose. We receive them at no time.\n", en + "\n## Search\n\nYour words go to the provider that you chose. We receive them at no time.\n", "left u; left c-2"},
		{"a sign before a figure, beside a heading that was mended", zh + "\n##温度\n\n5℃。\n", zh + "\n## 温度\n\n-5℃。\n",
			en + "\n## Temperature\n\n5 °C.\n", en + "\n## Temperature\n\n5 °C.\n", "left u; left c-2"},
		{"an image that changed, beside a heading that was mended", zh + "\n##标志\n\n见![标志](a.png)。\n", zh + "\n## 标志\n\n见![标志](b.png)。\n",
			en + "\n## Logo\n\nSee ![logo](a.png).\n", en + "\n## Logo\n\nSee ![logo](a.png).\n", "left u; left c-2"},
		{"words that changed", zh, strings.Replace(zh, "每日", "每周", 1), en, en, "left u"},
	} {
		left, right := redline.Compare(t.Context(), parse(tt.zh, "zh"), parse(tt.zhNew, "zh")), redline.Compare(t.Context(), parse(tt.en, "en"), parse(tt.enNew, "en"))
		if s := oneSided(left, right, align(left.Old, right.Old), align(left.New, right.New)); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, s, tt.want)
		}
		if s := oneSided(left, right, align(left.Old, right.Old), nil); !strings.Contains(s, tt.want) { // says no less where less is known
			t.Errorf("%s, no bitext: %q, want %q", tt.name, s, tt.want)
		}
		swapped := strings.NewReplacer("left", "right", "right", "left").Replace(tt.want)
		if s := oneSided(right, left, align(right.Old, left.Old), align(right.New, left.New)); s != swapped {
			t.Errorf("%s, the other way round: %q, want %q", tt.name, s, swapped)
		}
	}
}

func oneSided(left, right *redline.Redline, was, is *bitext.Bitext) string {
	var got []string
	for _, c := range bitext.Changes(context.Background(), left, right, was, is) {
		switch c.OneSided {
		case bitext.LeftSide:
			got = append(got, "left "+idOf(c.Left))
		case bitext.RightSide:
			got = append(got, "right "+idOf(c.Right))
		}
	}
	return strings.Join(got, "; ")
}

func idOf(s *redline.Section) string {
	c := s.New
	if c == nil {
		c = s.Old
	}
	return c.ID
}

// TestDriftOfAHeadingThatLostItsSpace: what was a heading, and is a line of the
// clause above, did not go.
func TestDriftOfAHeadingThatLostItsSpace(t *testing.T) {
	const zh, en = "## 更新 {#u}\n\n程序每日检查一次更新。\n\n## 安全措施 {#s}\n\n我们加密保存三年。\n", "## Updates {#u}\n\nThe program checks for updates once a day.\n\n## Security {#s}\n\nWe store it encrypted for three years.\n"
	for changed, want := range map[string]int{"## 安全措施 {#s}": 0, "##安全措施": 0, "": 1} {
		zhNew := strings.NewReplacer("## 安全措施 {#s}", changed, "三年", "五年").Replace(zh)
		left, right := redline.Compare(t.Context(), parse(zh, "zh"), parse(zhNew, "zh")), redline.Compare(t.Context(), parse(en, "en"), parse(strings.Replace(en, "three", "five", 1), "en"))
		n := 0
		for _, c := range bitext.Changes(t.Context(), left, right, align(left.Old, right.Old), align(left.New, right.New)) {
			n += len(c.Drifts)
		}
		for _, c := range bitext.Changes(t.Context(), right, left, align(right.Old, left.Old), align(right.New, left.New)) {
			n += len(c.Drifts)
		}
		if n != 2*want {
			t.Errorf("%q: %d drifts, want %d", changed, n, 2*want)
		}
	}
}
