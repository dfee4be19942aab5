package html

import (
	"strings"
	"testing"

	"diptych/internal/markup"
	"diptych/internal/policy"

	"golang.org/x/net/html"
)

// TestForeign shows what is marked, by brackets.
func TestForeign(t *testing.T) {
	en, zh := Tongue{Lang: "en", Han: "zh-Hans", Latin: "en"}, Tongue{Lang: "zh-Hans", Han: "zh-Hans", Latin: "en"}
	for _, tt := range []struct {
		tongue   Tongue
		in, want string
	}{
		{en, "", ""},
		{en, "no Chinese – “quoted”, 5 €, naïve", "no Chinese – “quoted”, 5 €, naïve"},
		{en, "WeChat (微信) and Alipay (支付宝)", "WeChat (【微信】) and Alipay (【支付宝】)"},
		{en, "the 《中华人民共和国网络安全法》, the law", "the 【《中华人民共和国网络安全法》】, the law"},
		{en, "No. 浙ICP备20260001号-1 is ours", "No. 【浙ICP备20260001号】-1 is ours"},
		{en, "隐私政策", "【隐私政策】"},
		{en, "甲、乙 and 丙", "【甲、乙】 and 【丙】"},
		{en, "full-width （brackets）， nothing else", "full-width （brackets）， nothing else"},
		{en, "ひらがなと漢字 and 한국어 stay, 中文 does not", "ひらがなと漢字 and 한국어 stay, 【中文】 does not"},
		{en, "emoji 😀 stays", "emoji 😀 stays"},
		{en, "𠮷野家", "【𠮷野家】"},
		{zh, "我们使用 Google Analytics 和 Firebase Cloud Messaging SDK。", "我们使用 Google Analytics 和 Firebase Cloud Messaging SDK。"},
		{zh, "《General Data Protection Regulation》", "《General Data Protection Regulation》"},
		{zh, "适用于 Chrome, Firefox, Safari, Edge 浏览器", "适用于 Chrome, Firefox, Safari, Edge 浏览器"},
		{zh, "见 https://example.com/a/b/c/d 和 a@example.com", "见 https://example.com/a/b/c/d 和 a@example.com"},
		{zh, "原文为“This policy applies to all users.”，以此为准", "原文为“【This policy applies to all users.】”，以此为准"},
		{zh, "you may opt out", "【you may opt out】"},
		{zh, "the user agrees，then we collect the data of users。", "the user agrees，【then we collect the data of users】。"},
		{zh, "iOS 13.4 / Android 9 / HarmonyOS 3", "iOS 13.4 / Android 9 / HarmonyOS 3"},
		{Tongue{}, "微信 you may opt out of it", "微信 you may opt out of it"},
		{Tongue{Lang: "en"}, "微信", "微信"},
		{Tongue{Lang: "zh"}, "you may opt out of it", "you may opt out of it"},
		{Tongue{Lang: "ja", Han: "zh-Hans", Latin: "en"}, "漢字", "漢字"},
		{Tongue{Lang: "fr", Han: "zh-Hans", Latin: "en"}, "le nom 微信", "le nom 【微信】"},
	} {
		got := strings.NewReplacer(`<span lang="zh-Hans">`, "【", `<span lang="en">`, "【", "</span>", "】").Replace(string(tt.tongue.HTML(tt.in)))
		if got != tt.want {
			t.Errorf("%q:\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

// TestForeignInBlocks: where the source names a language, that is what foreign
// is measured by; code is left alone.
func TestForeignInBlocks(t *testing.T) {
	clauses, _ := markup.Parse([]byte("<p lang=\"zh-Hans\">中文 with a few English words</p>\n\n**微信** `微信` <span lang=\"ja\">漢字</span>\n\n| 甲 | b |\n|---|---|\n| c | 丁 |\n\n- 戊\n\n[^1]\n\n[^1]: 己\n"), markup.Options{Lang: "en"})
	opt := testOptions()
	opt.Tongue = Tongue{Lang: "en", Han: "zh-Hans", Latin: "en-GB"}
	page := textHTML(opt, clauses)
	for _, want := range []string{
		`<p lang="zh-Hans">中文 <span lang="en-GB">with a few English words</span></p>`,
		`<strong><span lang="zh-Hans">微信</span></strong> <code>微信</code> <span lang="ja">漢字</span>`,
		`<span lang="zh-Hans">甲</span></th>`, `<span lang="zh-Hans">丁</span></td>`, `<li><span lang="zh-Hans">戊</span></li>`,
		`<span lang="zh-Hans">己</span>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in\n%s", want, page)
		}
	}
	opt.Tongue.Lang = ""
	if page := textHTML(opt, clauses); strings.Contains(page, "en-GB") {
		t.Errorf("words are marked although nothing was to be:\n%s", page)
	}
	opt.Tongue.Lang = "en"
	page = htmlOf(opt, func(w *Writer) { w.Runs([]policy.Run{run(policy.Same, "the 微"), run(policy.Inserted, "信")}) })
	if want := `the <span lang="zh-Hans">微</span><ins><span lang="zh-Hans">信</span></ins>`; page != want {
		t.Errorf("got %s", page)
	}
}

// FuzzForeign: marking changes no words.
func FuzzForeign(f *testing.F) {
	for _, s := range []string{"the 《法》 a.", "见 this is not a name 。", "\xe3\x80", "一\xff二 \xe3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, lang := range []string{"en", "zh-Hans"} {
			plain, marked := Tongue{}.HTML(s), Tongue{Lang: lang, Han: "zh", Latin: "en"}.HTML(s)
			if a, b := textOf(t, string(plain)), textOf(t, string(marked)); a != b {
				t.Errorf("%q became %q", a, b)
			}
		}
	})
}

// textOf returns the text of HTML.
func textOf(t *testing.T, s string) string {
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}
