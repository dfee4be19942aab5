package reference_test

import (
	"strings"
	"testing"

	"diptych/internal/markup"
	"diptych/internal/policy"
	"diptych/internal/reference"
)

// TestResolve reads what the last paragraph of a text refers to. A reference that
// means none is missing where the text prints labels of its family.
func TestResolve(t *testing.T) {
	zh := "## 第一条 甲\n\n首款。\n\n次款：\n\n（一）子；\n\n（二）丑。\n\n## 第二条 乙\n\n正文。\n\n"
	annex := "## 附件一 丙\n\n### 第一条 丁\n\n正文。\n\n### 第二条 戊\n\n"
	en := "## 1. One\n\n1.1 Red.\n\n1.2 Green\n\n(a) blue;\n\n(i) cyan.\n\n## 2. Two\n\n1. Black.\n2. White.\n\n"
	for _, c := range []struct{ src, want string }{
		{zh + "依第一条第（二）项、第一条第二款、第二条。", "甲 丑。 甲 甲/次款： 乙"},
		{zh + "依第三条、第一条第（三）项、第一条第九款、第九章。", "missing 甲 missing 甲 none none"},
		{zh + "依第三百零一条。", "none"},
		{zh + "依前条规定。", "甲"},
		{zh + "依前款、前条所列情形。", "乙/正文。 甲"},
		{zh + "此前款项已付，目前条件不变，前条件为准。", ""},
		{zh + "1. 子；\n2. 丑。\n\n依前款。", "乙/正文。"},
		{zh + "> 引文。\n\n依前款。", "none"},
		{zh + annex + "依前条。", "丁"},
		{zh + "以前款的手机为准。", ""},
		{zh + "依前款", "乙/正文。"},
		{zh + "1. 子。\n\n   依前款规定。", "none"},
		{"## 第一章 甲\n\n### 第一条 子\n\n### 第二条 丑\n\n依前项的规定。", "none"},
		{"## 第三条 丙\n\n正文：\n\n（一）子：\n\n1. 寅；\n2. 卯。\n\n（二）依前项的规定。", "子："},
		{"## 第三条 丙\n\n正文：\n\n（一）子：\n\n> （一）寅。\n\n（二）依前项的规定。", "子："},
		{zh + "（一）依前条规定。", "甲"},
		{"## 一、甲\n\n依前条的规定。", "none"},
		{"## Article 1 One\n\nRed.\n\nSee the provided paragraph and the previous-paragraph rule.", ""},
		{zh + "再款。\n\n依前两款、前三款的规定。", "乙/正文。 none"},
		{zh + "再款。\n\n又款。\n\n依前二款规定，前款除外。", "乙/再款。"},
		{zh + "## 第三条 丙\n\n依前两条的规定。", "甲"},
		{zh + "## 第三条 丙\n\n正文：\n\n（一）寅；\n\n（二）依前项、前两项的。", "寅； none"},
		{zh + "## 第三条 丙\n\n依前项的。", "none"},
		{"## 第一条 甲\n\n首项。\n\n依前項規定。", "甲/首项。"},
		{"## 第一条 甲\n\n正文：\n\n（一）子；\n\n（二）丑。\n\n## 第二条 乙\n\n依上述第（二）项。", "丑。"},
		{"## 第一条 甲\n\n正文：\n\n（一）子；\n\n（二）丑。\n\n## 第二条 乙\n\n依第（二）项。", "none"},
		{"## 第一条 甲\n\n正文：\n\n（一）子；\n\n（二）丑。\n\n## 第二条 乙\n\n## 第三条 丙\n\n依前述第（二）项。", "none"},
		{"## Article 1 One\n\nRed.\n\nSee the preceding paragraph, the previous Article and the preceding year.", "One/Red. none"},
		{"## Article 1 One\n\n## Article 2 Two\n\nUnder the preceding Article or a previous article, see the preceding paragraph.", "One none"},
		{zh + "## 附件一 丙\n\n### 第一条 丁\n\n依前条。", "none"},
		{zh + "依第一条第三项。", "甲 none"},
		{zh + "依第二条第（三）项。", "乙 none"},
		{zh + annex + "依第一条和第二条。", "丁 戊"},
		{zh + "依附件一第一条、附件二。\n\n" + annex + "正文。", "丙 丁 missing"},
		{zh + "依第一条。\n\n" + annex + "正文。", "甲"},
		{zh + "## 第一条 又一\n\n依第一条。", "several"},
		{"## 第一章 甲\n\n### 第一节 乙\n\n## 第二章 丙\n\n### 第一节 丁\n\n依第一节、第一章第一节。", "丁 甲 乙"},
		{"## 第三條 甲\n\n首項。\n\n次項：\n\n一、子；\n\n二、丑：\n\n（一）寅。\n\n## 第四條 乙\n\n依第三條第一項、第三條第二項第二款第一目、第三條第一款。", "甲 甲/首項。 甲 甲/次項： 丑： 寅。 甲 子；"},
		{zh + "依第一条第（二）款、第一条第(二)款。", "甲 丑。 甲 丑。"},
		{en + "See clause 1.2 and 1.2(a), sub-clause 2.1.", "Green Green blue; Black."},
		{en + "See Section 1.2 and clause 1.2(a), paragraph 2 of clause 2, Section 2.1 and Section 1.9.", "Green Green blue; White. Two Black. missing"},
		{en + "See clause 1.2(i).", "Green cyan."},
		{"## Appendix A First\n\n## Appendix I Ninth\n\nSee Appendix I, Appendix A and Appendix B.", "Ninth First missing"},
		{"## 第一条 甲\n\n正文：\n\n（一）子；\n\n另文：\n\n（一）丑。\n\n## 第二条 乙\n\n依第一条第（一）项、第一条第一项、第一条第（二）项。", "甲 several 甲 none 甲 missing"},
		{"## 1. One\n\n1.1 Red.\n\n1.1 Green.\n\n## 2. Two\n\nSee Section 1.1.", "several"},
		{"## 一、甲\n\n（1）子；\n\n正文：\n\n（1）丑。\n\n## 二、乙\n\n依前述第（1）项、本条第（1）项。", "none none"},
		{"## Annex I First\n\n## Annex II Second\n\nSee Annex I and Annex II.", "First Second"},
	} {
		text := &policy.Text{Title: "示例", Lang: "zh"}
		if c.src[3] < 0x80 {
			text.Lang = "en"
		}
		text.Clauses, _ = markup.Parse([]byte(c.src), markup.Options{File: "x.md", Lang: text.Lang.Tag()})
		var got []string
		for _, l := range reference.Read(text).Leaves {
			for _, x := range l.Targets {
				got = append(got, spellTarget(x))
			}
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.src, got, c.want)
		}
	}
}

func spellTarget(x reference.Target) string {
	switch {
	case x.Missing:
		return "missing"
	case x.Several:
		return "several"
	case x.Clause == nil:
		return "none"
	case x.Block != nil:
		return x.Clause.Name() + "/" + policy.PlainRuns(x.Block.Runs)
	}
	return x.Clause.Name()
}

// TestLinksAreQuiet reads a reference in a link, one of which a part is, and one
// beside it.
func TestLinksAreQuiet(t *testing.T) {
	link := &policy.Link{Dest: "#a"}
	_, ms := reference.In([]policy.Run{{Text: "见"}, {Text: "第一条", Link: link}, {Text: "和第"}, {Text: "二", Link: link}, {Text: "条，另见第三条。"}}, "")
	var got []bool
	for _, m := range ms {
		got = append(got, m.Quiet)
	}
	if len(got) != 3 || !got[0] || !got[1] || got[2] {
		t.Errorf("quiet: %v of %+v", got, ms)
	}
}

// TestQuietInRuns: a reference is quiet where its own run is a link or it is quoted,
// and not where the run behind it is a link.
func TestQuietInRuns(t *testing.T) {
	link := &policy.Link{Dest: "#a"}
	_, ms := reference.In([]policy.Run{{Text: "第一条和"}, {Text: "说明", Link: link}, {Text: "，第二条"}, {Text: "说明", Link: link}, {Text: "，“第三条”"}}, "")
	if len(ms) != 3 || ms[0].Quiet || ms[1].Quiet || !ms[2].Quiet {
		t.Errorf("got %+v", ms)
	}
}

// TestWhatNoClauseHolds: runs that stand in no clause refer back to nothing.
func TestWhatNoClauseHolds(t *testing.T) {
	text := &policy.Text{Lang: "zh"}
	text.Clauses, _ = markup.Parse([]byte("## 第一条 甲\n\n正文。\n"), markup.Options{File: "x.md", Lang: "zh"})
	l := reference.Begin(text).Make(nil, nil, []policy.Run{{Text: "依前项、前款、前条的规定。"}})
	if l == nil || len(l.Targets) != 3 || l.Targets[0].Clause != nil || l.Targets[1].Clause != nil || l.Targets[2].Clause != nil {
		t.Errorf("got %+v", l)
	}
}
