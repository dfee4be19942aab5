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
	seen := map[diag.Rule]map[int]bool{diag.Markup: {}, diag.ID: {1: true, 8: true, 9: true, 10: true}, diag.Ignore: {}} // which package check says
	for _, tt := range []struct{ src, text, hint string }{
		{"##总则\n", "“##总则”按原样显示：标题的标记后面需要空格", "在标记后面加空格，在它前面空一行"},
		{"一、甲\n二、乙\n", "“二、乙”以编号开头，却在段落中间：几行连成了一段", "在每一行前面空一行，使其各成一个条款"},
		{"您可以：\n-查阅\n-复制\n", "“-复制”以列表标记开头，却在段落中间：几行连成了一段", "在列表前面空一行，并在每个 - 后面加空格"},
		{"我们__重要__条款\n", "“__重要__条款”中的强调标记按原样显示", "标记紧贴文字，中间不加空格；紧挨字母和数字时，用 ** 而不用 __"},
		{"<blink>甲</blink>\n", "这里不认识 <blink>；其中的文字保留", "改用 Markdown，或删除"},
		{strings.Repeat("<div>", 300) + "甲" + strings.Repeat("</div>", 300) + "\n", "原始 HTML 的标签嵌套超过 32 层；最里面的已略去", ""},
		{"<b>甲\n", "<b> 没有结束标签", "在结束处加 </b>"},
		{"<div>\n甲 <b\n", "原始 HTML 的标签没有写完", "用 > 结束它"},
		{"<script>x</script>\n", "<script> 不能用在文本中", "删除；原始 HTML 只能用于表格、列表、链接、图片、换行和文字的标记"},
		{"<b onclick=\"x\">甲</b>\n", "<b> 的属性 onclick 已略去", "删除；页面的外观和行为由主题决定"},
		{"甲</i>\n", "</i> 没有对应的开始标签", "删除"},
		{"[甲](//example.com)\n", "链接“//example.com”没有说明如何到达另一个网站", "以 https: 开头"},
		{"[甲](ftp://example.com)\n", "链接“ftp://example.com”不能以 ftp: 开头", "链接可以以 https、http、mailto 或 tel 开头，或者指向本网站中的位置"},
		{strings.Repeat(">", 400) + "甲\n", "引用、列表或脚注嵌套超过 32 层；最里面的标记按字符保留", "去掉一些标记，或者在只作字符的标记前加反斜杠"},
		{"a" + strings.Repeat("[", 300) + "甲\n", "这一段中没有另一端的括号或强调标记超过 256 个；从这里起按字符保留", "在只作字符的标记前加反斜杠，或者分段"},
		{strings.Repeat("|甲", 257) + "\n" + strings.Repeat("|-", 257) + "\n", "表格超过 256 列", "拆成几个表格，或改用列表"},
		{strings.Repeat("|甲", 201) + "\n" + strings.Repeat("|-", 201) + "\n" + strings.Repeat("|乙\n", 51), "本文各表格的行共缺少超过 10000 个单元格", "写全每一行的单元格，或减少表格的列数"},
		{"|甲|\n|-|\n" + strings.Repeat("|`\\|`\n", 1001), "本文的表格中与代码同行的带反斜杠的竖线超过 1000 个", "把这类代码写成表格下方的代码块"},
		{"甲\n\n" + strings.Repeat("[^1]: 乙\n", 2001), "本文的脚注超过 2000 个", "把脚注的内容写进正文或表格"},
		{strings.Repeat("甲[^1]", 5_001) + "\n\n[^1]: 乙\n", "本文引用脚注超过 5000 处", "把脚注的内容写进正文或表格"},
		{"[甲]: a" + strings.Repeat("b", 50_000) + "\n\n" + strings.Repeat("[甲]", 3), "本文的链接定义在使用处合计超过 100000 字节", "缩短地址和标题，或减少使用次数"},
		{strings.Repeat("# 甲\n", 2501), "文本超过 2500 个条款", "分成几份政策"},
		{strings.Repeat("甲\n\n", 6_001), "文本的段落、列表项、表格行和单元格超过 6000 个", "分成几份政策，或把长表格作为文件放在文本旁边"},
		{strings.Repeat("*甲*乙", 10_001), "文本中文字样式的变化（标记、链接、图片、换行）超过 20000 处", "分成几份政策，或减少标记"},
		{strings.Repeat("[甲](乙)\n\n", 5_001), "文本的链接和图片超过 5000 个", "分成几份政策，或减少链接"},
		{"甲" + strings.Repeat("</b>", 1001), "本文的问题不止列出的 1000 个", "先改正这些"},
		{strings.Repeat("[甲]: 乙\n", 501) + "丙\n", "超过 500 个链接定义连在一起，中间没有空行", "在它们之间空一行"},
		{"# 甲 {#a .red}\n", "属性 .red 不认识，已略去", "可用的有 #id、was=、.key、only=、reason=、ignore= 和 because="},
		{"甲&#27;乙\n", "U+001B ESCAPE 是控制字符，页面不能容纳", "请删去；粘贴文字时常会带入"},
		{"甲 {ignore=\"numbering\" because=\"乙\"}\n", "ignore 不在任何条款上", "请写在标题之后、带编号的段落或列表项上，或在头部写 [[ignore]]"},
		{"- 甲 {ignore=\"numbering\" because=\"乙\"}\n", "ignore 不在任何条款上", "请写在标题之后、带编号的段落或列表项上，或在头部写 [[ignore]]"},
		{"|甲|\n|-|\n|乙 {ignore=\"numbering\" because=\"丙\"}|\n", "本条中的 ignore 会连同理由按原样显示", "请写在标题、带编号的段落或列表项的末尾，或在头部写 [[ignore]]；作为示例则放在反引号之间"},
		{"# 甲 {#条}\n", "id “条”含有地址中不能使用的字符", "以字母 a-z 开头，其后使用字母、数字和 - _ . :"},
		{"# 甲 {#notes}\n", "id “notes”是页面自己使用的", "换一个"},
		{"# 甲 {#a}\n\n# 乙 {#a}\n", "id “a”使用了两次；第一次在 zh.md:1:1", "让每个条款有自己的 id"},
		{"# 甲 {#a}\n\n<a id=\"a\"></a>乙\n\n# 乙\n\n<a id=\"a\"></a>丙\n", "锚点“a”已略去：zh.md:1:1 已使用这个名称", "删除其中一个"},
		{"# 甲 {#a was=\"a\"}\n", "was=“a”写的是条款自己的 id", "写条款以前的 id，或者去掉 was="},
		{"甲 {was=\"a\"}\n", "was=“a”所在之处不是条款，已略去", "写在标题上，或者写在以编号开头的段落或列表项上"},
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
	for n := range 9 { // and all but the last of ignore
		seen[diag.Ignore][n+1] = true
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
