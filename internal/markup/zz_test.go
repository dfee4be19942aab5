package markup
import ("testing";"fmt";"os";"diptych/internal/diag")
func TestZZ(t *testing.T){
 for i,s:=range []string{
 "**强调。**后文 这是**“重点”**内容 **（一）**正文 *更多详情：*在您 他说**“你好”**OK ~~删除。~~后 中文**bold**中文",
 "见https://example.com/a_b。或www.example.com中文,mail foo_bar@ex.com，请。(https://a.cn/x(y)) <https://b.cn> http://localhost x",
 "[a](javascript:alert(1)) [b](JAVA\tscript:x) <a href=\"jav&#x09;ascript:x\">q</a> [c](//evil.com) [d](data:text/html,x) ![p](https://x.y/z.png)",
 "中文\n换行，\n“引号”\nEnglish\n中文 *a*\n**中**",
 "## 标题 {#id-1 .key only=\"zh\" reason=\"因为 原因\"}\n\n段落 {.key}\n\n1. 甲 {#x}\n2. 乙\n   - （一）丙\n   - 丁\n\n第一条　正文**粗** {#art}\n\n文{not} {}",
 "<details><summary>摘要 <b>x</b></summary>\n\n**md** text\n\n- a\n\n</details>\n\nafter",
 "<table>\n<caption>表 一</caption>\n<tr><th>a<th>b\n<tr><td>1<td>\n\n**md**\n\n- x\n\n</td></tr>\nstray\n</table>\n\nend <script>alert(1)</script> more <foo>kept</foo> <b onclick=x style=y>bold</b>",
 "<script>\nalert(1)\n\nx\n</script>\n\n<iframe src=x>in</iframe>tail\n\n<form>\n\nlost\n\n</form>\n\nend",
 "正文[^1]和[^2]又[^1]\n\n[^1]: 注一\n[^2]: 注二\n\n    第二段\n[^3]: 无引",
 "<a id=\"t1\"></a>\n\n## 标题\n\n<a id=\"t2\"></a>text <a name=t3></a>\n\n<p id=p9>x</p><div id=d1><p>y</p></div>",
 "h\n===\n\n| a | b |\n|:-|-:|\n| 1 | `x\\|y` |\n\n---\n\n```go\ncode <b>\n```\n\n> quote\n> # sub\n\n1) one\n2) two\n\n10. ten\n11. el",
 "1. - a\n2. 1. b\n\n(h) x\n\n(i) y\n\n(j) z",
 "<ol type=a start=2><li>x<li value=5>y<ul><li>in</ul></ol><dl><dt>T<dd>D1<dd>D2</dl>\n\n<h2 id=hh>一、标题</h2>\n<p>para<br>line</p>",
 } {
  cs,ps:=Parse([]byte(s),Options{File:"f",Lang:"zh",Version:"1.0"})
  fmt.Printf("===== %d %q\n",i,s)
  fmt.Println(textHTML(cs)); ps.Text(os.Stdout,diag.Style{})
 }
}
