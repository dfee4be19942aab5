package theme

import (
	"strings"
	"testing"
)

// TestForeignTitles: words of the other language in titles and in lists of
// links are marked; titles that are in it as a whole are so once.
func TestForeignTitles(t *testing.T) {
	th := loadDefault(t, Inline)
	v := sampleText("en")
	v.Title, v.Related[0].Text = "Terms of 微信 & Co.", "Rules on 支付宝 <x>"
	v.Related[1].Text, v.Related[1].Tag = "隐私政策", "zh-Hans"
	got := render(t, th, "en", "text", v)
	for _, want := range []string{
		`<h1>Terms of <span lang="zh-Hans">微信</span> &amp; Co.</h1>`, `>Rules on <span lang="zh-Hans">支付宝</span> &lt;x&gt;</a>`,
		`<a lang="zh-Hans" href="../cookies/index.html">隐私政策</a>`, `<title>Terms of 微信 &amp; Co. 3.0`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s", want)
		}
	}
}
