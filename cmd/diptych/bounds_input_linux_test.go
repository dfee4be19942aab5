package main

import (
	"fmt"
	"strings"
)

// extreme is a site that nobody writes by hand and a program may: one policy with two
// versions in two languages.
type extreme struct {
	old, new string            // bodies; where new is "", it is old
	head     string            // goes on with the front matter of the new version
	files    map[string]string // others, by path
}

func rep(n int, s string) string { return strings.Repeat(s, n) }

func made(n int, part func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(part(i))
	}
	return b.String()
}

func each1(n int, format string) string {
	return made(n, func(i int) string { return fmt.Sprintf(format, i) })
}

// pseudo is a number that looks like chance.
func pseudo(i int) int { return int(uint32(i) * 2654435761 >> 8) }

// making is the name of an extreme and how it is made: one at a time, as all of them
// together are large.
type making struct {
	name string
	make func() extreme
}

func extremes() []making {
	const doc = "## 一、甲\n\n"
	deep := func(n int, open, shut string) string { return rep(n, open) + "x" + rep(n, shut) }
	wordy := func(seed, size int) string {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			fmt.Fprintf(&b, "%c%c%c乙方%d于%c%c日，", 0x4e00+pseudo(i+seed)%5000, 0x4e00+pseudo(i*3+seed)%5000, 0x4e00+pseudo(i*7+seed)%900, pseudo(i+seed)%977, 0x4e00+pseudo(i*5+seed)%300, 0x4e00+pseudo(i*11+seed)%3000)
			if i%7 == 6 {
				b.WriteString("其他。\n\n")
			}
		}
		return b.String()
	}
	cells := func(n int, f func(i int) string) string { return "|" + made(n, f) + "\n" }
	return []making{
		{"labelled items in items", func() extreme { return extreme{old: doc + rep(22, "1. ") + "x\n", new: doc + rep(22, "1. ") + "y\n"} }},
		{"labelled items in items, lines", func() extreme {
			return extreme{old: doc + made(30, func(i int) string { return rep(i, "   ") + "1. a\n" }), new: doc + made(30, func(i int) string { return rep(i, "   ") + "1. b\n" })}
		}},
		{"100,000 links", func() extreme {
			return extreme{old: doc + rep(100_000, "[a](#c-1) "), new: doc + rep(100_000, "[a](#c-1) ") + "b"}
		}},
		{"100,000 links to another version", func() extreme { return extreme{old: doc + rep(100_000, "[a](p/1.0#c-1) ")} }},
		{"4,000 defined terms in a clause", func() extreme {
			return extreme{old: doc + each1(4000, "“甲%d”是指乙。\n\n"), new: doc + each1(4001, "“甲%d”是指乙。\n\n")}
		}},
		{"20,000 defined terms", func() extreme {
			return extreme{old: doc + each1(20000, "“甲%d”是指乙。\n\n"), new: doc + each1(20001, "“甲%d”是指乙。\n\n")}
		}},
		{"20,000 equal terms", func() extreme { return extreme{old: doc + rep(20000, "“甲”是指乙。\n\n")} }},
		{"20,000 terms in a paragraph", func() extreme { return extreme{old: doc + each1(20000, "“甲%d”是指乙。")} }},
		{"5,000 dead links", func() extreme {
			return extreme{old: doc + each1(5000, "[a](#dead%d) ") + "\n\n" + each1(5000, "### 甲 {#live%d}\n\n")}
		}},
		{"20,000 dead links", func() extreme {
			return extreme{old: doc + each1(20000, "[a](#dead%d) ") + "\n\n" + each1(20000, "### 甲 {#live%d}\n\n")}
		}},
		{"5,000 dead links to policies", func() extreme { return extreme{old: doc + each1(5000, "[a](dead%d) ")} }},
		{"16 KB of table", func() extreme {
			return extreme{old: "|" + rep(2000, "a|") + "\n|" + rep(2000, "-|") + "\n" + rep(2000, "|b\n")}
		}},
		{"table of 2,000 columns", func() extreme {
			return extreme{old: cells(2000, func(i int) string { return fmt.Sprintf("a%d|", i) }) + "|" + rep(2000, "-|") + "\n" + rep(5, cells(2000, func(i int) string { return fmt.Sprintf("b%d|", i) })),
				new: cells(2000, func(i int) string { return fmt.Sprintf("a%d|", i+1) }) + "|" + rep(2000, "-|") + "\n" + rep(5, cells(2000, func(i int) string { return fmt.Sprintf("c%d|", i+1) }))}
		}},
		{"reference 10,000 times", func() extreme { return extreme{old: "[a]: x" + rep(50_000, "y") + "\n\n" + rep(10_000, "[a] ")} }},
		{"reference with a title 10,000 times", func() extreme { return extreme{old: "[a]: p '" + rep(50_000, "y") + "'\n\n" + rep(10_000, "[a] ")} }},
		{"image reference 10,000 times", func() extreme { return extreme{old: "[a]: x" + rep(50_000, "y") + "\n\n" + rep(10_000, "![a] ")} }},
		{"footnote 10,000 times", func() extreme { return extreme{old: doc + rep(10_000, "a[^1] ") + "\n\n[^1]: " + rep(50_000, "y")} }},
		{"50,000 footnotes", func() extreme {
			return extreme{old: doc + each1(50000, "a[^%d] ") + "\n\n" + each1(50000, "[^%d]: b\n")}
		}},
		{"footnotes in footnotes", func() extreme {
			return extreme{old: doc + "a[^0]\n\n" + made(5000, func(i int) string { return fmt.Sprintf("[^%d]: b[^%d]\n\n", i, i+1) })}
		}},
		{"dotted key of 20 KB", func() extreme { return extreme{old: doc, head: "a" + rep(10_000, ".a") + " = 1\n"} }},
		{"keys of depth", func() extreme { return extreme{old: doc, head: rep(2000, "a"+rep(60, ".a")+" = 1\n")} }},
		{"many dotted keys", func() extreme { return extreme{old: doc, head: each1(3000, "k%d"+rep(100, ".a")+" = 1\n")} }},
		{"deep arrays", func() extreme { return extreme{old: doc, head: "a = " + deep(50_000, "[", "]") + "\n"} }},
		{"deep inline tables", func() extreme {
			return extreme{old: doc, head: "a = " + rep(15_000, "{a=") + "1" + rep(15_000, "}") + "\n"}
		}},
		{"unknown keys", func() extreme { return extreme{old: doc, head: each1(10000, "tit%d = 1\n")} }},
		{"many changes", func() extreme {
			return extreme{old: doc, head: rep(7000, "[[changes]]\nclause = \"x\"\nnote = \"\"\n")}
		}},
		{"long front matter", func() extreme { return extreme{old: doc, head: "summary = \"" + rep(80_000, "甲") + "\"\n"} }},
		{"summary of links", func() extreme { return extreme{old: doc, head: "summary = \"" + rep(20_000, "[a](#dead) ") + "\"\n"} }},
		{"100,000 clauses", func() extreme { return extreme{old: each1(100_000, "# %d\n"), new: each1(100_001, "# %d\n")} }},
		{"100,000 articles", func() extreme { return extreme{old: each1(100_000, "第%d条　甲\n\n")} }},
		{"30,000 references to articles", func() extreme {
			return extreme{old: doc + each1(300, "第%d条　甲乙丙丁\n\n") + rep(30_000, "第三条、"), new: doc + each1(301, "第%d条　甲乙丙丁\n\n") + rep(30_000, "第四条、")}
		}},
		{"30,000 references in paragraphs", func() extreme {
			return extreme{old: doc + each1(300, "第%d条　甲乙丙丁\n\n") + rep(30_000, "见第三条。\n\n"), new: doc + each1(301, "第%d条　甲乙丙丁\n\n") + rep(30_000, "见第四条。\n\n")}
		}},
		{"one paragraph of 8 MB", func() extreme {
			return extreme{old: rep(8_300_000/31, "我们会收集您的信息。 "), new: rep(8_300_000/31, "我们会收集你的信息。 ")}
		}},
		{"one word of 1 MB", func() extreme { return extreme{old: rep(1<<20, "a"), new: rep(1<<20, "b")} }},
		{"one sentence of 1 MB", func() extreme { return extreme{old: rep(350_000, "甲"), new: rep(350_000, "乙")} }},
		{"brackets 1 MB", func() extreme { return extreme{old: rep(1<<20, "[")} }},
		{"brackets both 1 MB", func() extreme { return extreme{old: rep(1<<19, "[") + rep(1<<19, "]")} }},
		{"stars", func() extreme { return extreme{old: rep(100_000, "*a **a ")} }},
		{"10,000 short versions of a list", func() extreme {
			return extreme{old: each1(20000, "- item %d\n"), new: made(20000, func(i int) string { return fmt.Sprintf("- item %d\n", (i*7919)%20000) })}
		}},
		{"unrelated texts of 2 MB", func() extreme { return extreme{old: wordy(1, 2<<20), new: wordy(77777, 2<<20)} }},
		{"unrelated texts of 200 KB", func() extreme { return extreme{old: wordy(1, 200<<10), new: wordy(77777, 200<<10)} }},
		{"unrelated clauses", func() extreme {
			return extreme{old: made(20000, func(i int) string { return fmt.Sprintf("## 标题%d\n\n内容%d\n\n", pseudo(i), pseudo(i+1)) }), new: made(20000, func(i int) string { return fmt.Sprintf("## 名称%d\n\n文字%d\n\n", pseudo(i+7), pseudo(i+9)) })}
		}},
		{"ids that no clause had", func() extreme {
			return extreme{old: made(500, func(i int) string {
				return fmt.Sprintf("## Heading %d {#n%d was=\"%s\"}\n\nWords.\n\n", i, i, made(50, func(k int) string { return fmt.Sprintf("old%dx%d ", i, k) }))
			})}
		}},
		{"white space", func() extreme {
			return extreme{old: rep(1<<20, " ") + "\n" + rep(1<<20, "\t") + "\n" + rep(1<<19, "　")}
		}},
		{"breaks", func() extreme { return extreme{old: rep(1<<19, "a  \n"), new: rep(1<<19, "b  \n")} }},
		{"blank lines", func() extreme { return extreme{old: rep(4<<20, "\n")} }},
		{"combining marks", func() extreme { return extreme{old: "a" + rep(300_000, "\u0301"), new: "b" + rep(300_000, "\u0301")} }},
		{"10,000 equal paragraphs", func() extreme {
			return extreme{old: rep(10_000, "甲乙丙丁戊己庚辛。\n\n"), new: rep(9_999, "甲乙丙丁戊己庚辛。\n\n")}
		}},
		{"5,000 rows changed", func() extreme {
			return extreme{old: "|a|b|c|\n|-|-|-|\n" + each1(5000, "|数据%d|用途|期限|\n"), new: "|a|b|c|\n|-|-|-|\n" + made(5000, func(i int) string { return fmt.Sprintf("|数据%d|目的%d|期限|\n", i, i) })}
		}},
		{"100,000 rows", func() extreme {
			return extreme{old: "|a|b|c|\n|-|-|-|\n" + each1(100000, "|数据%d|用途|期限|\n"), new: "|a|b|c|\n|-|-|-|\n" + made(100000, func(i int) string { return fmt.Sprintf("|数据%d|目的%d|期限|\n", i, i) })}
		}},
		{"numeral of 100,000 digits", func() extreme {
			return extreme{old: "第" + rep(100_000, "一") + "条　甲\n\n见第" + rep(100_000, "一") + "条。", new: "第" + rep(100_000, "二") + "条　甲\n\n见第" + rep(100_000, "二") + "条。"}
		}},
		{"numeral of many units", func() extreme {
			return extreme{old: doc + rep(100_000, "十百千万亿") + "元", new: doc + rep(100_000, "亿万千百十") + "元"}
		}},
		{"digits", func() extreme {
			return extreme{old: doc + rep(1<<20, "1") + " 元", new: doc + rep(1<<20, "2") + " 元"}
		}},
		{"details in details", func() extreme { return extreme{old: rep(10_000, "<details>\n<summary>a</summary>\n\n") + "x"} }},
		{"divs in divs", func() extreme { return extreme{old: rep(100_000, "<div>") + "x"} }},
		{"spans in spans", func() extreme { return extreme{old: "a " + rep(100_000, "<b><i>") + "x"} }},
		{"quotes in quotes", func() extreme { return extreme{old: rep(100_000, ">") + "x"} }},
		{"lists in lists", func() extreme { return extreme{old: rep(100_000, "- ") + "x"} }},
		{"indented lists", func() extreme {
			return extreme{old: made(1000, func(i int) string { return rep(i, "  ") + "- a\n" }), new: made(1000, func(i int) string { return rep(i, "  ") + "- b\n" })}
		}},
		{"emphasis in emphasis", func() extreme { return extreme{old: rep(20_000, "*a **b ") + rep(20_000, "c** d* ")} }},
		{"links in links", func() extreme { return extreme{old: rep(50_000, "[") + "a" + rep(50_000, "](b)")} }},
		{"tables in lists", func() extreme {
			return extreme{old: made(40, func(i int) string {
				return rep(i, "  ") + "- |a|b|\n" + rep(i+1, "  ") + "|-|-|\n" + rep(i+1, "  ") + "|c|d|\n\n"
			})}
		}},
		{"html tables", func() extreme { return extreme{old: rep(30, "<table><tr><td>") + "x"} }},
		{"column spans", func() extreme {
			return extreme{old: "<table>" + rep(2000, "<tr>"+rep(20, "<td colspan=1000 rowspan=1000>a</td>")+"</tr>") + "</table>", new: "<table>" + rep(2001, "<tr>"+rep(20, "<td colspan=1000 rowspan=65000>a</td>")+"</tr>") + "</table>"}
		}},
		{"attributes", func() extreme { return extreme{old: each1(50000, "a {#i%d .key}\n\n")} }},
		{"equal explicit ids", func() extreme { return extreme{old: rep(50000, "# a {#x}\n")} }},
		{"headings of one name", func() extreme {
			return extreme{old: rep(30000, "## 附则\n\n甲。\n\n"), new: rep(30001, "## 附则\n\n乙。\n\n")}
		}},
		{"headings of one id in lists", func() extreme { return extreme{old: rep(5000, "- ## 附则 {#x}\n\n  甲。\n\n")} }},
		{"absurd image", func() extreme {
			return extreme{old: "![a](a.png)", files: map[string]string{"a.png": "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x06\x00\x00\x00"}}
		}},
		{"huge drawing", func() extreme {
			return extreme{old: rep(1000, "![a](a.svg)"), files: map[string]string{"a.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">` + rep(15_000, "<g>") + rep(15_000, "</g>") + "</svg>"}}
		}},
		{"entities", func() extreme { return extreme{old: rep(300_000, "&amp;"), new: rep(300_000, "&lt;")} }},
		{"addresses", func() extreme { return extreme{old: rep(100_000, "http://a.b/c "), new: rep(100_000, "http://a.b/d ")} }},
		{"mail", func() extreme { return extreme{old: rep(300_000, "a@") + "b.c"} }},
		{"code", func() extreme {
			return extreme{old: "```\n" + rep(300_000, "a b c\n") + "```\n", new: "```\n" + rep(300_000, "a b d\n") + "```\n"}
		}},
		{"ticks", func() extreme { return extreme{old: made(2000, func(i int) string { return rep(i, "`") + "a" })} }},
		{"half words", func() extreme { return extreme{old: doc + rep(78_000, "甲 a"), new: doc + rep(78_000, "a 甲")} }},
		{"spaces in sentences", func() extreme {
			return extreme{old: doc + rep(190, rep(400, "甲 a")+"。"), new: doc + rep(190, rep(400, "甲a")+"。")}
		}},
		{"half words in sentences", func() extreme {
			return extreme{old: doc + rep(190, rep(400, "甲 a")+"。"), new: doc + rep(190, rep(400, "a 甲")+"。")}
		}},
		{"half words in short sentences", func() extreme {
			return extreme{old: doc + rep(1850, rep(40, "甲 a")+"。"), new: doc + rep(1850, rep(40, "a 甲")+"。")}
		}},
		{"half words in paragraphs", func() extreme {
			return extreme{old: doc + rep(1850, rep(40, "甲 a")+"。\n\n"), new: doc + rep(1850, rep(40, "a 甲")+"。\n\n")}
		}},
		{"half words in other paragraphs", func() extreme {
			return extreme{old: doc + made(1850, func(i int) string { return fmt.Sprintf("甲%d", i) + rep(40, "甲 a") + "。\n\n" }),
				new: doc + made(1850, func(i int) string { return fmt.Sprintf("甲%d", i) + rep(40, "a 甲") + "。\n\n" })}
		}},
		{"spaces alone", func() extreme { return extreme{old: doc + rep(78_000, "甲 a"), new: doc + rep(78_000, "甲a")} }},
		{"alternating words", func() extreme { return extreme{old: doc + rep(127_000, "ab "), new: doc + rep(127_000, "ba ")} }},
		{"16,000 figures", func() extreme {
			return extreme{old: rep(15_900, "30 日、1,000.50 元、"), new: rep(15_900, "15 日、1,000.00 元、")}
		}},
		{"24,000 placeholders", func() extreme {
			return extreme{old: rep(24_000, "【】XX年XX月"), new: rep(24_000, "【】年XX月XX")}
		}},
		{"8,000 defined terms", func() extreme {
			return extreme{old: doc + each1(8_000, "“甲%d”是指乙。"), new: doc + each1(8_000, "“甲1%d”是指丙。")}
		}},
		{"5,900 equal paragraphs", func() extreme {
			return extreme{old: rep(5_900, "甲乙丙丁戊己庚辛。\n\n"), new: rep(5_899, "甲乙丙丁戊己庚辛。\n\n")}
		}},
		{"alternating", func() extreme { return extreme{old: doc + rep(200_000, "ab "), new: doc + rep(200_000, "ba ")} }},
		{"sentences moved", func() extreme {
			return extreme{old: doc + each1(8500, "第一句说的是%d号房间的钥匙。"), new: doc + made(8500, func(i int) string { return fmt.Sprintf("第一句说的是%d号房间的钥匙。", (i*7919)%8500) })}
		}},
		{"paragraphs moved", func() extreme {
			return extreme{old: doc + each1(5900, "第一句说的是%d号房间的钥匙。\n\n"), new: doc + made(5900, func(i int) string {
				return fmt.Sprintf("第一句说的是%d号房间的钥匙。\n\n", (i*7919)%5900)
			})}
		}},
		{"clauses moved", func() extreme {
			return extreme{old: doc + each1(10000, "## 房间%d的钥匙\n\n钥匙%[1]d归甲。\n\n"), new: doc + made(10000, func(i int) string {
				return fmt.Sprintf("## 房间%d的钥匙\n\n钥匙%[1]d归甲。\n\n", (i*7919)%10000)
			})}
		}},
		{"strikes", func() extreme { return extreme{old: rep(50_000, "~~a~~b"), new: rep(50_000, "~~b~~a")} }},
		{"quotes of terms", func() extreme { return extreme{old: rep(100_000, "“甲") + rep(100_000, "”是指")} }},
		{"placeholders", func() extreme {
			return extreme{old: rep(100_000, "【】XX年XX月"), new: rep(100_000, "【 】XX年XX月")}
		}},
		{"figures", func() extreme {
			return extreme{old: rep(60_000, "30 日、1,000.50 元、"), new: rep(60_000, "15 日、1,000.00 元、")}
		}},
		{"2,400 clauses moved", func() extreme {
			part := func(i int) string { return fmt.Sprintf("## 房间%d的钥匙\n\n钥匙%[1]d归甲。\n\n", i) }
			return extreme{old: made(2400, part), new: made(2400, func(i int) string { return part(i * 1009 % 2400) })}
		}},
		{"2,400 unrelated clauses", func() extreme {
			return extreme{old: made(2400, func(i int) string { return fmt.Sprintf("## 标题%d\n\n内容%d\n\n", pseudo(i), pseudo(i+1)) }),
				new: made(2400, func(i int) string { return fmt.Sprintf("## 名称%d\n\n文字%d\n\n", pseudo(i+7), pseudo(i+9)) })}
		}},
		{"2,400 headings of one name", func() extreme {
			return extreme{old: rep(2400, "## 附则\n\n甲。\n\n"), new: rep(2399, "## 附则\n\n乙。\n\n")}
		}},
		{"2,400 articles", func() extreme {
			return extreme{old: each1(2400, "第%d条　甲\n\n"), new: each1(2399, "第1%d条　乙\n\n")}
		}},
		{"4,900 links", func() extreme { return extreme{old: doc + rep(4900, "[a](#c-1) "), new: doc + rep(4900, "[b](#c-1) ")} }},
		{"4,900 dead links", func() extreme {
			return extreme{old: each1(4900, "[a](#dead%d) ") + "\n\n" + each1(2400, "### 甲 {#live%d}\n\n")}
		}},
		{"2,900 items reordered", func() extreme {
			return extreme{old: each1(2900, "- item %d\n"), new: made(2900, func(i int) string { return fmt.Sprintf("- item %d\n", i*1009%2900) })}
		}},
		{"5,900 paragraphs of one word", func() extreme { return extreme{old: each1(5900, "甲%d\n\n"), new: each1(5900, "乙%d\n\n")} }},
		{"840 rows changed", func() extreme {
			return extreme{old: "|a|b|c|\n|-|-|-|\n" + each1(840, "|数据%d|用途|期限|\n"), new: "|a|b|c|\n|-|-|-|\n" + made(840, func(i int) string { return fmt.Sprintf("|数据%d|目的%d|期限|\n", i, i) })}
		}},
		{"840 rows reordered", func() extreme {
			return extreme{old: "|a|b|c|\n|-|-|-|\n" + each1(840, "|数据%d|用途|期限|\n"), new: "|a|b|c|\n|-|-|-|\n" + made(840, func(i int) string { return fmt.Sprintf("|数据%d|目的%d|期限|\n", i*7919%840, i) })}
		}},
		{"250 columns reversed", func() extreme {
			row := func(f string, at func(int) int) string {
				return "|" + made(250, func(i int) string { return fmt.Sprintf(f, at(i)) }) + "\n"
			}
			table := func(at func(int) int) string {
				return row("a%d|", at) + "|" + rep(250, "-|") + "\n" + rep(10, row("b%d|", at))
			}
			return extreme{old: table(func(i int) int { return i }), new: table(func(i int) int { return 249 - i })}
		}},
		{"unrelated texts of 380 KB", func() extreme { return extreme{old: wordy(1, 380<<10), new: wordy(77777, 380<<10)} }},
		{"one paragraph of 380 KB", func() extreme {
			return extreme{old: rep(12_500, "我们会收集您的信息。 "), new: rep(12_500, "我们会收集你的信息。 ")}
		}},
		{"9,900 breaks", func() extreme { return extreme{old: rep(9_900, "a  \n"), new: rep(9_900, "b  \n")} }},
		{"9,900 marks", func() extreme { return extreme{old: rep(9_900, "**甲**乙"), new: rep(9_900, "**丙**丁")} }},
		{"code of 380 KB", func() extreme {
			return extreme{old: "```\n" + rep(65_000, "a b c\n") + "```\n", new: "```\n" + rep(65_000, "a b d\n") + "```\n"}
		}},
		{"5,000 references to articles", func() extreme {
			return extreme{old: each1(300, "第%d条　甲乙丙丁\n\n") + rep(31_900, "第三条、"), new: "第0条　新\n\n" + each1(300, "第1%d条　甲乙丙丁\n\n") + rep(31_900, "第三条、")}
		}},
		{"note cited in 2,000 clauses", func() extreme {
			cites := each1(2000, "## 甲%d\n\n乙[^1]\n\n")
			return extreme{old: cites + "[^1]: " + rep(2000, "丙。"), new: cites + "[^1]: " + rep(2000, "丁。")}
		}},
		{"1,900 notes cited twice", func() extreme {
			cites := each1(1900, "甲[^%d]乙[^%[1]d]\n\n")
			return extreme{old: cites + each1(1900, "[^%d]: 丙\n"), new: cites + each1(1900, "[^%d]: 丁\n")}
		}},
		{"closing quotation marks", func() extreme { return extreme{old: rep(65_000, "”指"), new: rep(65_000, "指”")} }},
		{"escaped lines beside code", func() extreme { return extreme{old: "|a|\n|-|\n" + rep(30_000, "|`\\|`|\n")} }},
		{"end tags", func() extreme { return extreme{old: "a " + rep(97_000, "</b>")} }},
		{"anchors of one name", func() extreme { return extreme{old: rep(9_000, "<a id=x></a>甲")} }},
		{"anchors", func() extreme {
			return extreme{old: each1(9_000, "<a id=x%d></a>甲"), new: each1(9_000, "甲<a id=x%d></a>")}
		}},
		{"2,400 explicit ids", func() extreme {
			return extreme{old: each1(2400, "## 甲 {#i%d}\n\n"), new: made(2400, func(i int) string { return fmt.Sprintf("## 甲 {#i%d}\n\n", 2399-i) })}
		}},
		{"definitions", func() extreme {
			return extreme{old: each1(30_000, "[a%d]: b\n"), new: each1(30_000, "[b%d]: b\n") + "甲"}
		}},
		{"4,900 pictures", func() extreme {
			return extreme{old: rep(4900, "![a](a.png)"), new: rep(4900, "![b](a.png)"), files: map[string]string{"a.png": "x"}}
		}},
		{"english clauses referring", func() extreme {
			return extreme{old: made(2400, func(i int) string {
				return fmt.Sprintf("## Article %d\n\nUnder Article %d and Section %d.1.\n\n", i+1, 2400-i, i)
			}),
				new: made(2400, func(i int) string {
					return fmt.Sprintf("## Article %d\n\nUnder Article %d and Section %d.1.\n\n", i+2, 2400-i, i)
				})}
		}},
		{"nested numbers", func() extreme {
			return extreme{old: made(2400, func(i int) string { return fmt.Sprintf("%d.%d.%d.%d 甲\n\n", i/1000+1, i/100%10+1, i/10%10+1, i%10+1) })}
		}},
		{"long labels", func() extreme {
			return extreme{old: rep(1, "1"+rep(100_000, ".1")+" 甲\n\n"), new: rep(1, "1"+rep(100_000, ".2")+" 甲\n\n")}
		}},
	}
}
