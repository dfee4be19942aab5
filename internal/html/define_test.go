package html

import (
	"strings"
	"testing"

	"diptych/internal/markup"
)

// TestDefine shows the terms that are found, by brackets.
func TestDefine(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"“个人信息”是指各种信息。", "“【个人信息】”是指各种信息。"},
		{"**个人信息**：是指各种信息。", "**【个人信息】**：是指各种信息。"},
		{"**“个人信息”**是指各种信息。", "**“【个人信息】”**是指各种信息。"},
		{"**个人信息：**指各种信息。", "**【个人信息】：**指各种信息。"},
		{"“**个人信息**”，指各种信息。", "“**【个人信息】**”，指各种信息。"},
		{"本规则所称**儿童**是指未成年人，所称**监护人**系指其父母。", "本规则所称**【儿童】**是指未成年人，所称**【监护人】**系指其父母。"},
		{"对我们来说，“更新”指的是修改。", "对我们来说，“【更新】”指的是修改。"},
		{"“我们”指公司，“您”指用户。", "“【我们】”指公司，“【您】”指用户。"},
		{"「服务」是指软件。", "「【服务】」是指软件。"},
		{"**用户**指定的联系人", "**用户**指定的联系人"},
		{"**操作**指南和“帮助”指引", "**操作**指南和“帮助”指引"},
		{"这是指我们收集的信息。", "这是指我们收集的信息。"},
		{"用户是指使用服务的人。", "用户是指使用服务的人。"},
		{"“同意。不同意”是指选择。", "“同意。不同意”是指选择。"},
		{"**我们可能会收集、使用、保存、共享、转让、公开披露您的个人信息，并且这一切都会事先征得您的同意**是指收集。",
			"**我们可能会收集、使用、保存、共享、转让、公开披露您的个人信息，并且这一切都会事先征得您的同意**是指收集。"},
		{"“Personal data” means any data.", "“【Personal data】” means any data."},
		{"**Personal data** means any data.", "**【Personal data】** means any data."},
		{"**“Personal data”**: means any data.", "**“【Personal data】”**: means any data."},
		{"For us, \"update\" shall mean a change.", "For us, \"【update】\" shall mean a change."},
		{"“We”, “us” and “our” refer to Mozilla.", "“We”, “us” and “【our】” refer to Mozilla."},
		{"This means that you agree.", "This means that you agree."},
		{"“Data” meanwhile is stored.", "“Data” meanwhile is stored."},
		{"[“Data”](x) means data.", "[“Data”](x) means data."},
		{"`“Data” means data.`", "`“Data” means data.`"},
		{"## “Data” means data", "## “Data” means data"},
		{"“甲「乙」是指丙”是指丁", "“【甲「乙」是指丙】”是指丁"},
		{"**甲**是指南方的人。", "**【甲】**是指南方的人。"},
		{"**甲**`是指`乙。", "**甲**`是指`乙。"},
		{"*甲*是指乙。", "*甲*是指乙。"},
		{"**`甲`**是指乙。", "**`甲`**是指乙。"},
		{"[**甲**](x)是指乙。", "[**甲**](x)是指乙。"},
		{"**Data**means data.", "**Data**means data."},
		{"“A” means B and **C** means D.", "“【A】” means B and **【C】** means D."},
	} {
		clauses, _ := markup.Parse([]byte(tt.in), markup.Options{Lang: "zh"})
		plain, _ := markup.Parse([]byte(strings.NewReplacer("【", "", "】", "").Replace(tt.want)), markup.Options{Lang: "zh"})
		opt := testOptions()
		want := textHTML(opt, plain)
		opt.Define = true
		got := textHTML(opt, clauses)
		n := strings.Count(got, "<dfn ")
		if n != strings.Count(tt.want, "【") {
			t.Errorf("%s: %s", tt.in, got)
		}
		if textOf(t, got) != textOf(t, want) {
			t.Errorf("%s: the words changed: %s", tt.in, got)
		}
		for _, term := range strings.Split(tt.want, "【")[1:] {
			term, _, _ = strings.Cut(term, "】")
			if !strings.Contains(got, ">"+term+"</a></dfn>") && !strings.Contains(got, ">"+term+"</dfn>") {
				t.Errorf("%s: no term %s in %s", tt.in, term, got)
			}
		}
	}
}

// TestDefineIDs: a term has the id of its clause, items being clauses; no two
// are the same. Only who asks for terms gets them.
func TestDefineIDs(t *testing.T) {
	clauses, _ := markup.Parse([]byte("## 一、定义 {#x}\n\n“甲”是指一，“乙”是指二。\n\n1. “丙”是指三。\n2. **丁**指四。\n\n“戊”是指五。\n\n## 二、题 {#x.2}\n\n“己”是指六。\n"), markup.Options{Lang: "zh"})
	opt := testOptions()
	opt.Define = true
	page := textHTML(opt, clauses)
	for _, want := range []string{`“<dfn id="d-x"><a href="#d-x">甲</a></dfn>”`, `“<dfn id="d-x.2"><a href="#d-x.2">乙</a></dfn>”`, `“<dfn id="d-c-1-1"><a href="#d-c-1-1">丙</a></dfn>”`, `<dfn id="d-c-1-2"><a href="#d-c-1-2">丁</a></dfn>`,
		`“<dfn id="d-x.3"><a href="#d-x.3">戊</a></dfn>”`, `“<dfn id="d-x.2.2"><a href="#d-x.2.2">己</a></dfn>”`} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in\n%s", want, page)
		}
	}
	if strings.Contains(textHTML(testOptions(), clauses), "<dfn") {
		t.Error("terms that nobody asked for")
	}
}
