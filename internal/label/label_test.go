package label

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"diptych/internal/policy"
)

func TestParse(t *testing.T) {
	tests := []struct {
		in    string
		text  string // "" is no label
		style policy.LabelStyle
		path  []int
	}{
		// 第…
		{"第一章 总则", "第一章", policy.StyleChapter, []int{1}},
		{"第二节　定义", "第二节", policy.StyleSection, []int{2}},
		{"第三条", "第三条", policy.StyleArticle, []int{3}},
		{"第十二条 为了保护", "第十二条", policy.StyleArticle, []int{12}},
		{"第一百零三条　您应当", "第一百零三条", policy.StyleArticle, []int{103}},
		{"第一条您应当遵守", "第一条", policy.StyleArticle, []int{1}},
		{"第一条为了规范", "第一条", policy.StyleArticle, []int{1}},
		{"第3条 保密", "第3条", policy.StyleArticle, []int{3}},
		{"第 3 条 保密", "第 3 条", policy.StyleArticle, []int{3}},
		{"第３条　保密", "第３条", policy.StyleArticle, []int{3}},
		{"第三条之一 补充", "第三条之一", policy.StyleArticle, []int{3, 1}},
		{"第一条：目的", "第一条：", policy.StyleArticle, []int{1}},
		{"第四款 费用", "第四款", policy.StyleParagraph, []int{4}},
		{"第五部分 附则", "第五部分", policy.StylePart, []int{5}},
		{"第六编 责任", "第六编", policy.StylePart, []int{6}},
		{"第一，我们收集", "第一，", policy.StyleOrdinal, []int{1}},
		{"第二、我们使用", "第二、", policy.StyleOrdinal, []int{2}},
		{"第三方服务提供商", "", 0, nil},
		{"第三方 SDK", "", 0, nil},
		{"第一次使用时", "", 0, nil},
		{"第一时间通知您", "", 0, nil},
		{"第三条规定的情形除外", "", 0, nil},
		{"第十条第一款所称", "", 0, nil},
		{"第一、二款规定", "", 0, nil},
		{"第二款约定", "", 0, nil},
		{"第三条所列事项", "", 0, nil},
		{"第三条款", "", 0, nil},
		// 一、（一）
		{"一、总则", "一、", policy.StyleHan, []int{1}},
		{"十一、联系我们", "十一、", policy.StyleHan, []int{11}},
		{"二十、其他", "二十、", policy.StyleHan, []int{20}},
		{"一. 总则", "一.", policy.StyleHan, []int{1}},
		{"（一）信息", "（一）", policy.StyleHanParen, []int{1}},
		{"(一)信息", "(一)", policy.StyleHanParen, []int{1}},
		{"（十二） 信息", "（十二）", policy.StyleHanParen, []int{12}},
		{"一）信息", "一）", policy.StyleHanHalf, []int{1}},
		{"一年内有效", "", 0, nil},
		{"一、二、三等奖", "", 0, nil},
		{"十天以内", "", 0, nil},
		{"一般条款", "", 0, nil},
		{"（以下简称“我们”）", "", 0, nil},
		{"（一般条款）", "", 0, nil},
		{"首先，", "", 0, nil},
		// digits
		{"1. Scope", "1.", policy.StyleDecimal, []int{1}},
		{"1.资格条件", "1.", policy.StyleDecimal, []int{1}},
		{"1．资格", "1．", policy.StyleDecimal, []int{1}},
		{"1、资格", "1、", policy.StyleDecimal, []int{1}},
		{"01. What we collect", "01.", policy.StyleDecimal, []int{1}},
		{"12. “Notebook” means", "12.", policy.StyleDecimal, []int{12}},
		{"1.1 Information you provide", "1.1", policy.StyleDecimal, []int{1, 1}},
		{"1.1 个人信息", "1.1", policy.StyleDecimal, []int{1, 1}},
		{"1.1个人信息", "1.1", policy.StyleDecimal, []int{1, 1}},
		{"1.1.1 The information", "1.1.1", policy.StyleDecimal, []int{1, 1, 1}},
		{"1.1. Scope", "1.1.", policy.StyleDecimal, []int{1, 1}},
		{"1.1、范围", "1.1、", policy.StyleDecimal, []int{1, 1}},
		{"6.1 Where information is stored", "6.1", policy.StyleDecimal, []int{6, 1}},
		{"(1) Equipment", "(1)", policy.StyleDigitParen, []int{1}},
		{"（1）设备", "（1）", policy.StyleDigitParen, []int{1}},
		{"（2） 设备", "（2）", policy.StyleDigitParen, []int{2}},
		{"1) You must", "1)", policy.StyleDigitHalf, []int{1}},
		{"1）您", "1）", policy.StyleDigitHalf, []int{1}},
		{"2026 年 1 月 1 日起", "", 0, nil},
		{"2026年1月1日", "", 0, nil},
		{"2024-01-01", "", 0, nil},
		{"2024.01.01 起", "", 0, nil},
		{"01.02.2024 is", "", 0, nil},
		{"1.5 GB of storage", "", 0, nil},
		{"2.1 A book is lent", "2.1", policy.StyleDecimal, []int{2, 1}},
		{"2.1 A", "", 0, nil},
		{"2.1 A, at most", "", 0, nil},
		{"2.1 A of current", "", 0, nil},
		{"2.1 A（直流）", "", 0, nil},
		{"1.5倍", "", 0, nil},
		{"2.5 万元", "", 0, nil},
		{"3.14", "", 0, nil},
		{"3.14 is pi", "", 0, nil},
		{"1.0 版", "", 0, nil},
		{"10.0.0.1 is", "", 0, nil},
		{"1,000 元", "", 0, nil},
		{"30 日内", "", 0, nil},
		{"1、2 和 3 项", "", 0, nil},
		{"400-123-4567", "", 0, nil},
		{"(010) 5550 0100", "", 0, nil},
		{"(2026) 京01民终1号", "", 0, nil},
		{"1.x versions", "", 0, nil},
		{"15% of", "", 0, nil},
		{"1.5 天内", "", 0, nil},
		{"3. 14 days", "3.", policy.StyleDecimal, []int{3}},
		// characters
		{"①定位", "①", policy.StyleCircled, []int{1}},
		{"⑳ 其他", "⑳", policy.StyleCircled, []int{20}},
		{"⑵ 其他", "⑵", policy.StyleDigitParen, []int{2}},
		{"⒊ 其他", "⒊", policy.StyleDecimal, []int{3}},
		{"㈣其他", "㈣", policy.StyleHanParen, []int{4}},
		{"Ⅳ、其他", "Ⅳ、", policy.StyleUpperRoman, []int{4}},
		{"①②两项", "", 0, nil},
		// letters
		{"a. Advertising partners", "a.", policy.StyleAlpha, []int{1}},
		{"a) foo", "a)", policy.StyleAlphaHalf, []int{1}},
		{"(a) foo", "(a)", policy.StyleAlphaParen, []int{1}},
		{"（b）设备", "（b）", policy.StyleAlphaParen, []int{2}},
		{"A. Scope", "A.", policy.StyleUpperAlpha, []int{1}},
		{"A、范围", "A、", policy.StyleUpperAlpha, []int{1}},
		{"(A) Scope", "(A)", policy.StyleUpperAlphaParen, []int{1}},
		{"i. foo", "i.", policy.StyleRoman, []int{1}},
		{"ii) foo", "ii)", policy.StyleRomanHalf, []int{2}},
		{"(ix) foo", "(ix)", policy.StyleRomanParen, []int{9}},
		{"(i) foo", "(i)", policy.StyleRomanParen, []int{1}},
		{"IV. Scope", "IV.", policy.StyleUpperRoman, []int{4}},
		{"A cookie is", "", 0, nil},
		{"I agree", "", 0, nil},
		{"e.g. this", "", 0, nil},
		{"i.e. this", "", 0, nil},
		{"U.S. law", "", 0, nil},
		{"(s)he must", "", 0, nil},
		{"(c) 2026 Acme", "", 0, nil},
		{"mix. foo", "", 0, nil},
		{"civil. foo", "", 0, nil},
		{"A、B 两类", "", 0, nil},
		{"(see below)", "", 0, nil},
		// words
		{"Article 1 Scope", "Article 1", policy.StyleArticle, []int{1}},
		{"Article 3. Scope", "Article 3.", policy.StyleArticle, []int{3}},
		{"ARTICLE IV: Scope", "ARTICLE IV:", policy.StyleArticle, []int{4}},
		{"Section 2 Definitions", "Section 2", policy.StyleSection, []int{2}},
		{"§ 2 Definitions", "§ 2", policy.StyleSection, []int{2}},
		{"Part One Related Definitions", "Part One", policy.StylePart, []int{1}},
		{"Part I General", "Part I", policy.StylePart, []int{1}},
		{"Part 2 Privacy Policy Terms", "Part 2", policy.StylePart, []int{2}},
		{"Chapter 3", "Chapter 3", policy.StyleChapter, []int{3}},
		{"Clause 5.3 Liability", "Clause 5.3", policy.StyleArticle, []int{5, 3}},
		{"Appendix A", "Appendix A", policy.StyleAppendix, []int{1}},
		{"Annex B – Fees", "Annex B", policy.StyleAppendix, []int{2}},
		{"Schedule 1: Fees", "Schedule 1:", policy.StyleAppendix, []int{1}},
		{"附件一 费用", "附件一", policy.StyleAppendix, []int{1}},
		{"附录 A 术语", "附录 A", policy.StyleAppendix, []int{1}},
		{"附件1：费用", "附件1：", policy.StyleAppendix, []int{1}},
		{"First, we collect", "First,", policy.StyleOrdinal, []int{1}},
		{"Fourth, how do we", "Fourth,", policy.StyleOrdinal, []int{4}},
		{"Secondly, we", "Secondly,", policy.StyleOrdinal, []int{2}},
		{"Part of this policy", "", 0, nil},
		{"Section headings are", "", 0, nil},
		{"Section 2 of this policy", "", 0, nil},
		{"Article 6, paragraph 1", "", 0, nil},
		{"section 2 Definitions", "", 0, nil},
		{"First we collect", "", 0, nil},
		{"Partners may", "", 0, nil},
		{"附件一所列事项", "", 0, nil},
		{"附近的人", "", 0, nil},
		// every writing of a number
		{"第廿一条 保密", "第廿一条", policy.StyleArticle, []int{21}},
		{"第卅条", "第卅条", policy.StyleArticle, []int{30}},
		{"第一百廿三条之二 保密", "第一百廿三条之二", policy.StyleArticle, []int{123, 2}},
		{"第一百○二条 保密", "第一百○二条", policy.StyleArticle, []int{102}},
		{"第一○二条 保密", "第一○二条", policy.StyleArticle, []int{102}},
		{"第贰条 保密", "第贰条", policy.StyleArticle, []int{2}},
		{"第贰佰零壹条 保密", "第贰佰零壹条", policy.StyleArticle, []int{201}},
		{"第两百条 保密", "第两百条", policy.StyleArticle, []int{200}},
		{"第２１条　保密", "第２１条", policy.StyleArticle, []int{21}},
		{"第Ⅳ章 责任", "第Ⅳ章", policy.StyleChapter, []int{4}},
		{"附件贰 费用", "附件贰", policy.StyleAppendix, []int{2}},
		{"附件Ⅱ：费用", "附件Ⅱ：", policy.StyleAppendix, []int{2}},
		{"廿一、联系我们", "廿一、", policy.StyleHan, []int{21}},
		{"贰、联系我们", "贰、", policy.StyleHan, []int{2}},
		{"拾贰、联系我们", "拾贰、", policy.StyleHan, []int{12}},
		{"（廿一）信息", "（廿一）", policy.StyleHanParen, []int{21}},
		{"（贰）信息", "（贰）", policy.StyleHanParen, []int{2}},
		{"（１）设备", "（１）", policy.StyleDigitParen, []int{1}},
		{"１．资格", "１．", policy.StyleDecimal, []int{1}},
		{"１、资格", "１、", policy.StyleDecimal, []int{1}},
		{"１．２　资格", "１．２", policy.StyleDecimal, []int{1, 2}},
		{"㉑其他", "㉑", policy.StyleCircled, []int{21}},
		{"㊿ 其他", "㊿", policy.StyleCircled, []int{50}},
		{"❷其他", "❷", policy.StyleCircled, []int{2}},
		{"㊁其他", "㊁", policy.StyleCircledHan, []int{2}},
		{"ⅳ、其他", "ⅳ、", policy.StyleRoman, []int{4}},
		{"①中国境内的设备", "①", policy.StyleCircled, []int{1}},
		{"①项目信息", "①", policy.StyleCircled, []int{1}},
		{"Article Twenty-One Secrecy", "Article Twenty-One", policy.StyleArticle, []int{21}},
		{"PART NINETY-NINE", "PART NINETY-NINE", policy.StylePart, []int{99}},
		{"Section One Hundred and Five: Secrecy", "Section One Hundred and Five:", policy.StyleSection, []int{105}},
		{"ARTICLE FIRST: Name", "ARTICLE FIRST:", policy.StyleArticle, []int{1}},
		{"Twenty-first, we collect", "Twenty-first,", policy.StyleOrdinal, []int{21}},
		{"Ninety-ninth: we collect", "Ninety-ninth:", policy.StyleOrdinal, []int{99}},
		{"One hundred and first, we collect", "One hundred and first,", policy.StyleOrdinal, []int{101}},
		{"TWELFTH, we", "TWELFTH,", policy.StyleOrdinal, []int{12}},
		// numbers of a sentence
		{"第廿一届全体会议", "", 0, nil},
		{"第一", "", 0, nil},
		{"第贰", "", 0, nil},
		{"第廿一条规定的情形除外", "", 0, nil},
		{"第○条", "", 0, nil},
		{"第万条", "", 0, nil},
		{"第一万条", "", 0, nil},
		{"第二〇二六条", "", 0, nil},
		{"第两条", "", 0, nil},
		{"二〇二六年一月一日起", "", 0, nil},
		{"二〇二六、二〇二七年", "", 0, nil},
		{"二○二六年", "", 0, nil},
		{"二0二六年", "", 0, nil},
		{"廿一世纪", "", 0, nil},
		{"卅年以来", "", 0, nil},
		{"壹仟元整", "", 0, nil},
		{"陆先生", "", 0, nil},
		{"陆续上线的功能", "", 0, nil},
		{"伍拾元", "", 0, nil},
		{"零售业务", "", 0, nil},
		{"百度地图", "", 0, nil},
		{"万一、", "", 0, nil},
		{"两个工作日内", "", 0, nil},
		{"两、三个月内", "", 0, nil},
		{"一、两个月内", "", 0, nil},
		{"三、四年之后", "", 0, nil},
		{"三、两年的期限", "三、", policy.StyleHan, []int{3}},
		{"（两）者", "", 0, nil},
		{"○、同意", "", 0, nil},
		{"○ 同意", "", 0, nil},
		{"①和②所述信息", "", 0, nil},
		{"①、②项信息", "", 0, nil},
		{"①至③项", "", 0, nil},
		{"① and ② apply", "", 0, nil},
		{"①项所述信息", "", 0, nil},
		{"①所列信息", "", 0, nil},
		{"（一）和（二）项信息", "", 0, nil},
		{"（一）至（三）项", "", 0, nil},
		{"(1)、(2)项", "", 0, nil},
		{"(a) and (b) apply", "", 0, nil},
		{"(a) to (c) apply", "", 0, nil},
		{"(a) and other data", "(a)", policy.StyleAlphaParen, []int{1}},
		{"附件一、二", "", 0, nil},
		{"附件一、费用", "附件一、", policy.StyleAppendix, []int{1}},
		{"附件2026", "", 0, nil},
		{"Ⅱ型糖尿病", "", 0, nil},
		{"Twenty-first century users", "", 0, nil},
		{"First, second and third parties", "", 0, nil},
		{"Twenty, we", "", 0, nil},
		{"twenty-first, we", "", 0, nil},
		{"A hundred, we", "", 0, nil},
		{"One hundred days, we", "", 0, nil},
		{"Section Second parties", "", 0, nil},
		{"Section Second Parties", "", 0, nil},
		{"Part A Hundred Users", "Part A", policy.StylePart, []int{1}},
		{"Part One hundred people", "", 0, nil},
		{"第二条不适用于备份。", "", 0, nil}, {"第二条继续有效。", "", 0, nil}, {"第二条甲方不适用", "第二条", policy.StyleArticle, []int{2}},
		{"XL. Scope", "", 0, nil},
		{"ARTICLE XL Scope", "ARTICLE XL", policy.StyleArticle, []int{40}}, {"Article CXII Scope", "Article CXII", policy.StyleArticle, []int{112}},
		{"Part MIX Scope", "", 0, nil}, {"Exhibit CC Scope", "", 0, nil},
		{"", "", 0, nil},
	}
	for _, tt := range tests {
		l, rest, ok := Parse(tt.in)
		if ok != (tt.text != "") || l.Text != tt.text || l.Style != tt.style || !slices.Equal(l.Path, tt.path) {
			t.Errorf("Parse(%q) = %+v, %v; want %q style %d path %v", tt.in, l, ok, tt.text, tt.style, tt.path)
		}
		checkLabel(t, tt.in, l, rest, ok)
	}
}

// checkLabel tests the law of labels: nothing of the words is lost.
func checkLabel(t *testing.T, in string, l policy.Label, rest string, ok bool) {
	t.Helper()
	if l.Text+l.Gap+rest != in {
		t.Errorf("Parse(%q): %q + %q + %q is not the words again", in, l.Text, l.Gap, rest)
	}
	if ok == l.IsZero() || strings.TrimSpace(l.Gap) != "" {
		t.Errorf("Parse(%q) = %+v, %v", in, l, ok)
	}
	if ok && (len(l.Path) == 0 || l.Style == policy.StyleNone || l.Style >= policy.StyleAbsent) {
		t.Errorf("Parse(%q) = %+v has no number or family", in, l)
	}
}

func TestAfter(t *testing.T) {
	tests := []struct{ prev, label, want string }{
		{"(h) x", "(i) x", "9"},
		{"(i) x", "(ii) x", "2"},
		{"", "(i) x", "1"},
		{"(u) x", "(v) x", "22"},
		{"(iv) x", "(v) x", "5"},
		{"h. x", "i. x", "9"},
		{"(h) x", "i. x", "1"},
		{"B. x", "C. x", "3"},
		{"(xxxix) x", "(c) x", "3"},
	}
	for _, tt := range tests {
		prev, _, _ := Parse(tt.prev)
		l, _, _ := Parse(tt.label)
		got := After(l, prev)
		if len(got.Path) != 1 || tt.want != strconv.Itoa(got.Path[0]) {
			t.Errorf("%q after %q is %v, want %s", tt.label, tt.prev, got.Path, tt.want)
		}
		if wantAlpha := got.Path[0] > 5 || tt.want == "3"; isAlpha(got.Style) != wantAlpha {
			t.Errorf("%q after %q has style %d", tt.label, tt.prev, got.Style)
		}
	}
}

func FuzzLabel(f *testing.F) {
	for _, s := range []string{"第一条　x", "1.1 标题", "(iv) foo", "附件一：", "Article 3. x", "①", "一、", "Part One", "1.5 GB", "第", "(", "§"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		l, rest, ok := Parse(s)
		checkLabel(t, s, l, rest, ok)
	})
}
