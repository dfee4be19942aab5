package markup

import (
	"strings"
	"testing"
)

// TestSlips tells what was meant as Markdown and is none from what only looks
// like it. Of each kind "" is no slip, else words of what is said.
func TestSlips(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{"##标题", "needs a space"},
		{"###为各地的用户改进性能", "needs a space"},
		{"前文\n##二、共享\n后文", "needs a space"},
		{"##Heading", "needs a space"},
		{"##　标题", "needs a space"},
		{"＃＃标题", "needs a space"},
		{"＃ 一、标题", "needs a space"},
		{"#一、收集", "needs a space"},
		{"#第一条 收集", "needs a space"},
		{"- 项目\n\n  ##标题", "needs a space"},
		{"## 标题", ""},
		{"##", ""},
		{"#小屿好物 话题", ""},
		{"#小屿好物#一起来", ""},
		{"#1 客服热线", ""},
		{`\##标题`, ""},
		{"C##语言", ""},
		{"`##标题`", ""},
		{"    ##代码", ""},
		{"#######标题", ""},
		{"#一、收集#", ""},
		{"#1、客服热线", ""},
		{"您有权：\n1、查阅；\n3、复制；", ""},
		{"It says:\n(h) read;\n(i) copy;", "run together"},
		{"1.Access to your data", "" /* a label */},
		{"1.Access to your data\n2.Deletion of it", "run together"},
		{"1.access to your data\n2.deletion of it", "run together"},
		{"1)access, and\n2)deletion", "run together"},
		{"1.access to your data", "" /* alone it tells nothing */},
		{"1.example.com and\n2.example.com are sites", ""},
		{"1.x and\n2.x of it", ""},
		{"1.5 percent a year", ""},
		{"3.2.1 is the version", ""},
		{"1.x versions", ""},
		{"1.Example.com is a site", ""},
		{"2026.Mar", "" /* four digits */},
		{"1.查阅您的信息", "" /* a label */},
		{"您有权：\n1、查阅；\n2、复制；", "run together"},
		{"您有权：\n（一）查阅；\n（二）复制；\n（三）删除。", "run together"},
		{"1.查阅您的信息\n2.复制您的信息", "run together"},
		{"You may:\n(a) read;\n(b) copy;", "run together"},
		{"您有权：\n\n1、查阅；\n\n2、复制；", ""},
		{"您有权：  \n1、查阅；  \n2、复制；", ""},
		{"您有权：\\\n1、查阅；\\\n2、复制；", ""},
		{"您有权：<br>\n1、查阅；<br>\n2、复制；", ""},
		{"第三条规定了保存期限，\n第四条规定了例外。", ""},
		{"2、复制；\n2、复制；", ""},
		{"我们收集：\n-姓名；\n-电话。", "run together"},
		{"-names of users\n-mail of users", "run together"},
		{"我们收集：\n• 姓名；\n• 电话。", "run together"},
		{"·姓名\n·电话", "run together"},
		{"-姓名", "" /* alone it tells nothing */},
		{"-姓名\n电话\n-地址", ""},
		{"-姓名<br>\n-电话", ""},
		{"-姓名\n·电话", ""},
		{"-5\n-6", ""},
		{"·\n·", ""},
		{"• 姓名", ""},
		{"- 姓名\n- 电话", ""},
		{"The word__Service__means our app.", "printed as they stand"},
		{"这是** 强调**的字", "printed as they stand"},
		{"这是**强调**的字", ""},
		{"__Bold__ words", ""},
		{"请填写：______年____月", ""},
		{"签字：__________", ""},
		{"snake__case", ""},
		{"`a__b__c`", ""},
		{`a\_\_b\_\_c`, ""},
		{"2 ** 3 ** 4", ""},
		{"****", ""},
		{"a ** b", ""},
		{"", ""},
	} {
		_, problems := Parse([]byte(tt.src), Options{File: "x.md", Lang: "zh"})
		got := ""
		for _, p := range problems {
			got += p.Text
		}
		if tt.want == "" && got != "" || tt.want != "" && (!strings.Contains(got, tt.want) || len(problems) != 1) {
			t.Errorf("%q: %q, want %q", tt.src, got, tt.want)
		}
		if _, problems = Parse([]byte(tt.src), Options{File: "x.md", Lang: "zh", Settled: true}); problems != nil {
			t.Errorf("%q: settled, and %v", tt.src, problems)
		}
	}
}

// TestSlipsStandWhereTheyAre holds the places of slips: line and column.
func TestSlipsStandWhereTheyAre(t *testing.T) {
	_, problems := Parse([]byte("# 一\n\n前文\n  ##二、共享\n\n这是__x __在此 y**z ** 字\n"), Options{File: "x.md", Line: 5, Lang: "zh"})
	var got []string
	for _, p := range problems {
		got = append(got, p.Pos.String())
	}
	if want := "x.md:8:3 x.md:10:3"; strings.Join(got, " ") != want {
		t.Errorf("%v, want %s: %v", got, want, problems)
	}
}
