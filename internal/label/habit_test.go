package label

import (
	"slices"
	"testing"

	"diptych/internal/policy"
)

// TestHabits holds beginnings of paragraphs as contracts, laws and judgments
// have them, old and new.
func TestHabits(t *testing.T) {
	for _, c := range []struct {
		in    string
		text  string // "" is no label
		style policy.LabelStyle
		path  []int
	}{
		// places that came in between, and places of several numbers
		{"第二十一条之二 甲方", "第二十一条之二", policy.StyleArticle, []int{21, 2}},
		{"第21条之1 甲方", "第21条之1", policy.StyleArticle, []int{21, 1}},
		{"第１０２条之一：甲方", "第１０２条之一：", policy.StyleArticle, []int{102, 1}},
		{"第十条之规定", "", 0, nil},
		{"第二十一条之一规定的", "", 0, nil},
		{"第1.1条 定义", "第1.1条", policy.StyleArticle, []int{1, 1}},
		{"第 5.3.1 条 定义", "第 5.3.1 条", policy.StyleArticle, []int{5, 3, 1}},
		{"第１．２条　定义", "第１．２条", policy.StyleArticle, []int{1, 2}},
		{"第5.3条规定", "", 0, nil},
		{"第1.1234条 定义", "", 0, nil},
		{"第1.2，我们", "", 0, nil},
		{"第1、2条", "", 0, nil},
		{"第1、 2 条", "", 0, nil},
		{"第1、2、3条", "", 0, nil},
		{"第1、3个月内付款", "第1、", policy.StyleOrdinal, []int{1}},
		{"Article 21A Fees", "Article 21A", policy.StyleArticle, []int{21, 1}},
		{"Section 21B. Fees", "Section 21B.", policy.StyleSection, []int{21, 2}},
		{"§ 21a Fees", "§ 21a", policy.StyleSection, []int{21, 1}},
		{"Section 21A of the Act", "", 0, nil},
		{"Section 5G networks", "", 0, nil},
		{"Section 5GHz", "", 0, nil},
		{"Section 5A1 Fees", "", 0, nil},
		// the other characters of China
		{"第一編 總則", "第一編", policy.StylePart, []int{1}},
		{"第二節 附則", "第二節", policy.StyleSection, []int{2}},
		{"第十二條 甲方", "第十二條", policy.StyleArticle, []int{12}},
		{"第三項 甲方", "第三項", policy.StyleParagraph, []int{3}},
		{"第十二條規定", "", 0, nil},
		{"第三條與第四條", "", 0, nil},
		{"附錄一 價格", "附錄一", policy.StyleAppendix, []int{1}},
		// brackets and their stops
		{"（一）、总则", "（一）、", policy.StyleHanParen, []int{1}},
		{"（1）．总则", "（1）．", policy.StyleDigitParen, []int{1}},
		{"(a). Rules", "(a).", policy.StyleAlphaParen, []int{1}},
		{"(1).5 of it", "(1)", policy.StyleDigitParen, []int{1}},
		{"①、总则", "①、", policy.StyleCircled, []int{1}},
		{"①．总则", "①．", policy.StyleCircled, []int{1}},
		{"①.5", "①", policy.StyleCircled, []int{1}},
		{"（一）、（二）项", "", 0, nil},
		{"（一）（二）项所列情形", "", 0, nil},
		{"(a)(b) both", "", 0, nil},
		{"(a)(i) Rules", "(a)", policy.StyleAlphaParen, []int{1}},
		{"（一）项规定的情形", "", 0, nil},
		{"（1）项下的款项", "", 0, nil},
		{"（一）款所述", "", 0, nil},
		{"（一）项目名称", "（一）", policy.StyleHanParen, []int{1}},
		{"（一）款项支付", "（一）", policy.StyleHanParen, []int{1}},
		{"（ⅱ）甲方", "（ⅱ）", policy.StyleRomanParen, []int{2}},
		{"（Ⅳ）甲方", "（Ⅳ）", policy.StyleUpperRomanParen, []int{4}},
		{"ⅱ）甲方", "ⅱ）", policy.StyleRomanHalf, []int{2}},
		{"Ⅱ) 甲方", "Ⅱ)", policy.StyleUpperRomanHalf, []int{2}},
		{"Ⅱ型", "", 0, nil},
		{"Ａ．甲方", "Ａ．", policy.StyleUpperAlpha, []int{1}},
		{"ｂ）甲方", "ｂ）", policy.StyleAlphaHalf, []int{2}},
		{"（ｃ）甲方", "（ｃ）", policy.StyleAlphaParen, []int{3}},
		{"Ａ、Ｂ两类", "", 0, nil},
		{"Ａ股市场", "", 0, nil},
		{"1.1）甲方", "1.1）", policy.StyleDecimal, []int{1, 1}},
		{"1.1) Rules", "1.1)", policy.StyleDecimal, []int{1, 1}},
		{"(aa) Rules", "(aa)", policy.StyleAlphaParen, []int{27}},
		{"(ZZ) Rules", "(ZZ)", policy.StyleUpperAlphaParen, []int{52}},
		{"(xx) Rules", "(xx)", policy.StyleRomanParen, []int{20}},
		{"(ab) Rules", "", 0, nil},
		{"aa. Rules", "", 0, nil},
		{"(cc) 2026 Example", "", 0, nil},
		// appendices
		{"附件1.1 价格", "附件1.1", policy.StyleAppendix, []int{1, 1}},
		{"附件一之二 价格", "附件一之二", policy.StyleAppendix, []int{1, 2}},
		{"附件1-3 价格", "", 0, nil},
		{"附件A-1 价格", "", 0, nil},
		{"附件1、2", "", 0, nil},
		{"附件二、2026年预算", "附件二、", policy.StyleAppendix, []int{2}},
		{"附件三份", "", 0, nil},
		{"附件 3 页", "", 0, nil},
		{"附件一览表", "", 0, nil},
		{"附件三份额转让", "附件三", policy.StyleAppendix, []int{3}},
		{"附件1 个人信息清单", "附件1", policy.StyleAppendix, []int{1}},
		{"附件 2026", "", 0, nil},
		{"Annex I", "Annex I", policy.StyleAppendix, []int{1}},
		{"ANNEX IV: FEES", "ANNEX IV:", policy.StyleAppendix, []int{4}},
		{"Schedule B", "Schedule B", policy.StyleAppendix, []int{2}},
		{"Attachment 1: Fees", "Attachment 1:", policy.StyleAppendix, []int{1}},
		{"Annexure A", "Annexure A", policy.StyleAppendix, []int{1}},
		{"Exhibit A-1", "", 0, nil},
		// English words
		{"SEC. 5. FEES", "SEC. 5.", policy.StyleSection, []int{5}},
		{"Sec. 5.3 Fees", "Sec. 5.3", policy.StyleSection, []int{5, 3}},
		{"Art. 7 Fees", "Art. 7", policy.StyleArticle, []int{7}},
		{"Art. 7 of the Act", "", 0, nil},
		{"Sec 5 Fees", "", 0, nil},
		{"ART 2026", "", 0, nil},
		{"Section 5.3(a) of this", "", 0, nil},
		{"Section 5(1)(aa), which", "", 0, nil},
		{"Section 5(a) Fees", "Section 5", policy.StyleSection, []int{5}},
		{"Section 5(see below) Fees", "Section 5", policy.StyleSection, []int{5}},
		{"Section 5-7 apply", "", 0, nil},
		{"Section 5–7", "", 0, nil},
		{"Article 5 – Fees", "Article 5", policy.StyleArticle, []int{5}},
		{"Article 5—Fees", "Article 5", policy.StyleArticle, []int{5}},
		{"U. S. law", "", 0, nil},
		{"P. O. Box 7", "", 0, nil},
		{"e. g. this", "", 0, nil},
		{"J. R. R. Smith", "", 0, nil},
		{"I. A. Scope", "I.", policy.StyleUpperRoman, []int{1}},
		{"a. i. Rules", "a.", policy.StyleAlpha, []int{1}},
		{"A. Scope", "A.", policy.StyleUpperAlpha, []int{1}},
		{"C. E", "C.", policy.StyleUpperAlpha, []int{3}},
		{"二、三方责任", "二、", policy.StyleHan, []int{2}},
		{"二、三年内", "", 0, nil},
		{"1.\U00020BB7野家", "1.", policy.StyleDecimal, []int{1}},
		{"1.\uf900", "1.", policy.StyleDecimal, []int{1}},
		{"1.\ufe30", "1.", policy.StyleDecimal, []int{1}},
		{"1.\u00e9", "", 0, nil},
		// sentences
		{"一般来说，", "", 0, nil}, {"一旦发生", "", 0, nil}, {"一是加强", "", 0, nil}, {"其一，加强", "", 0, nil}, {"十分重要", "", 0, nil},
		{"千万不要", "", 0, nil}, {"万一发生", "", 0, nil}, {"两者之间", "", 0, nil}, {"百姓", "", 0, nil}, {"一千零一夜", "", 0, nil},
		{"三十日内", "", 0, nil}, {"百分之五", "", 0, nil}, {"5‰", "", 0, nil}, {"1,000万元", "", 0, nil}, {"１２３４元", "", 0, nil},
		{"二〇二六年", "", 0, nil}, {"2024 年 …", "", 0, nil}, {"1999. The year", "", 0, nil}, {"1000. Fees", "", 0, nil},
		{"No. 5", "", 0, nil}, {"21st, rules", "", 0, nil}, {"I.V. drip", "", 0, nil}, {"IV. drip", "IV.", policy.StyleUpperRoman, []int{4}},
		{"三、千万不要", "三、", policy.StyleHan, []int{3}}, {"二、十分重要", "二、", policy.StyleHan, []int{2}}, {"卅、总则", "卅、", policy.StyleHan, []int{30}},
	} {
		l, rest, ok := Parse(c.in)
		if ok != (c.text != "") || l.Text != c.text || l.Style != c.style || !slices.Equal(l.Path, c.path) {
			t.Errorf("%s: got %q, %d, %v; want %q, %d, %v", c.in, l.Text, l.Style, l.Path, c.text, c.style, c.path)
		}
		if l.Text+l.Gap+rest != c.in {
			t.Errorf("%s: %q, %q and %q are not it", c.in, l.Text, l.Gap, rest)
		}
	}
}

// TestRows reads labels one behind the other, as the paragraphs of a row.
func TestRows(t *testing.T) {
	for _, c := range []struct {
		in   []string
		want []int
	}{
		{[]string{"(g) x", "(h) x", "(i) x", "(j) x"}, []int{7, 8, 9, 10}},
		{[]string{"(i) x", "(ii) x", "(v) x"}, []int{1, 2, 5}},
		{[]string{"(u) x", "(v) x", "(w) x", "(x) x"}, []int{21, 22, 23, 24}},
		{[]string{"（ｈ）甲", "（ｉ）甲"}, []int{8, 9}},
		{[]string{"(y) x", "(z) x", "(aa) x", "(bb) x"}, []int{25, 26, 27, 28}},
		{[]string{"(hh) x", "(ii) x", "(jj) x"}, []int{34, 35, 36}},
		{[]string{"(i) x", "(ii) x", "(iii) x"}, []int{1, 2, 3}},
		{[]string{"(ww) x", "(xx) x"}, []int{49, 50}},
		{[]string{"Appendix H", "Appendix I", "Appendix J"}, []int{8, 9, 10}},
		{[]string{"Appendix U: Fees", "Appendix V: Fees"}, []int{21, 22}},
		{[]string{"Annex IV", "Annex V", "Annex VI"}, []int{4, 5, 6}},
		{[]string{"Annex I", "Annex II"}, []int{1, 2}},
		{[]string{"Annex 8", "Annex 9"}, []int{8, 9}},
		{[]string{"附件H 价格", "附件I 价格"}, []int{8, 9}},
	} {
		var prev policy.Label
		for i, in := range c.in {
			l, _, ok := Parse(in)
			if !ok {
				t.Errorf("%s is no label", in)
				break
			}
			prev = After(l, prev)
			if !slices.Equal(prev.Path, c.want[i:i+1]) {
				t.Errorf("%s in %q: got %v, want %d", in, c.in, prev.Path, c.want[i])
			}
		}
	}
}
