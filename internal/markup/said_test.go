package markup

import (
	"strings"
	"testing"

	"diptych/internal/diag"
	"diptych/internal/locale"
)

// TestProblemsAreSaidInChinese: each message of rules markup and id that a text
// can bring about is brought about, and is said in Chinese too.
func TestProblemsAreSaidInChinese(t *testing.T) {
	zh := locale.ToolIn("zh")
	seen := map[diag.Rule]map[int]bool{diag.Markup: {}, diag.ID: {1: true}} // package check says the first of id
	for _, tt := range []struct{ src, text, hint string }{
		{"##总则\n", "“##总则”按原样显示：标题的标记后面需要空格", "在标记后面加空格，在它前面空一行"},
		{"一、甲\n二、乙\n", "“二、乙”以编号开头，却在段落中间：几行连成了一段", "在每一行前面空一行，使其各成一个条款"},
		{"您可以：\n-查阅\n-复制\n", "“-复制”以列表标记开头，却在段落中间：几行连成了一段", "在列表前面空一行，并在每个 - 后面加空格"},
		{"我们__重要__条款\n", "“__重要__条款”中的强调标记按原样显示", "标记紧贴文字，中间不加空格；紧挨字母和数字时，用 ** 而不用 __"},
		{"<blink>甲</blink>\n", "这里不认识 <blink>；其中的文字保留", "改用 Markdown，或删除"},
		{strings.Repeat("<div>", 300) + "甲" + strings.Repeat("</div>", 300) + "\n", "原始 HTML 的标签嵌套太深；最里面的已略去", ""},
		{"<b>甲\n", "<b> 没有结束标签", "在结束处加 </b>"},
		{"<div>\n甲 <b\n", "原始 HTML 的标签没有写完", "用 > 结束它"},
		{"<script>x</script>\n", "<script> 不能用在文本中", "删除；原始 HTML 只能用于表格、列表、链接、图片、换行和文字的标记"},
		{"<b onclick=\"x\">甲</b>\n", "<b> 的属性 onclick 已略去", "删除；页面的外观和行为由主题决定"},
		{"甲</i>\n", "</i> 没有对应的开始标签", "删除"},
		{"[甲](//example.com)\n", "链接“//example.com”没有说明如何到达另一个网站", "以 https: 开头"},
		{"[甲](ftp://example.com)\n", "链接“ftp://example.com”不能以 ftp: 开头", "链接可以以 https、http、mailto 或 tel 开头，或者指向本网站中的位置"},
		{strings.Repeat(">", 400) + "甲\n", "引用、列表或括号嵌套太深；最里面的标记按字符保留", "去掉一些标记，或者在只作字符的标记前加反斜杠"},
		{"# 甲 {#a .red}\n", "属性 .red 不认识，已略去", "可用的有 #id、.key、only= 和 reason="},
		{"# 甲 {#条}\n", "id “条”含有地址中不能使用的字符", "以字母 a-z 开头，其后使用字母、数字和 - _ . :"},
		{"# 甲 {#notes}\n", "id “notes”是页面自己使用的", "换一个"},
		{"# 甲 {#a}\n\n# 乙 {#a}\n", "id “a”使用了两次；第一次在 zh.md:1:1", "让每个条款有自己的 id"},
		{"# 甲 {#a}\n\n<a id=\"a\"></a>乙\n\n# 乙\n\n<a id=\"a\"></a>丙\n", "锚点“a”已略去：zh.md:1:1 已使用这个名称", "删除其中一个"},
	} {
		_, problems := Parse([]byte(tt.src), Options{File: "zh.md", Line: 1, Lang: "zh"})
		found := false
		for i, p := range zh.Translate(problems) {
			if p.Message == nil {
				t.Fatalf("%.40q: %s has no message", tt.src, p.Error())
			}
			if strings.Contains(problems[i].Text, "(no ") || strings.Contains(problems[i].Text, "(string ") {
				t.Errorf("%.40q: %s", tt.src, problems[i].Text)
			}
			seen[p.Rule][p.Message.N] = true
			found = found || p.Text == tt.text && p.Hint == tt.hint
			if !found {
				t.Logf("%.40q: %s / %s", tt.src, p.Text, p.Hint)
			}
		}
		if !found {
			t.Errorf("%.40q: nobody says %q with the hint %q", tt.src, tt.text, tt.hint)
		}
	}
	for rule, numbers := range seen {
		for n := 1; ; n++ {
			if text, _ := locale.ToolIn("en").Say(rule, diag.Message{N: n}); strings.HasPrefix(text, "(no string") {
				break
			}
			if !numbers[n] {
				t.Errorf("no text here brings about message rule.%s.%d: add one, or remove it", rule, n)
			}
		}
	}
}
