package bitext

import (
	"strings"
	"testing"
)

// TestTitlesOfParagraphs: which paragraphs do the work of a heading, by themselves or
// with what they go on with.
func TestTitlesOfParagraphs(t *testing.T) {
	for _, tt := range []struct {
		src                string
		line, runsIn, more bool // labelLine, of the clause
	}{
		{"**Scope**", true, false, false},
		{"**Our** **scope**", true, false, false},
		{"Scope", false, false, false},
		{"**Scope,**", false, false, false},
		{"**Scope;**", false, false, false},
		{"**范围。**", false, false, false},
		{"**范围；**", false, false, false},
		{"**范围，**", false, false, false},
		{"**" + strings.Repeat("范", 40) + "**", true, false, false},
		{"**" + strings.Repeat("范", 41) + "**", false, false, false},
		{"**" + strings.Repeat("范", 41) + "。**本政策适用于产品。", false, false, false},
		{"**Scope.** This applies.", false, true, false},
		{"**Scope** – this applies.", false, true, false},
		{"**范围**：本政策适用于产品。", false, true, false},
		{"**我们**收集姓名。", false, false, false},
		{"。本政策", false, false, false},
		{"> **Scope**", false, false, false},
		{"![x](a.png)", false, false, false},
		{"第四条 审计\n\n每年一次。", false, false, true},
		{"第四条 " + strings.Repeat("审", 16) + "\n\n每年一次。", false, false, true},
		{"第四条 " + strings.Repeat("审", 17) + "\n\n每年一次。", false, false, false},
		{"第四条 审计。\n\n每年一次。", false, false, false},
		{"第四条 审计", false, false, false},
		{"**第四条 审计**", true, false, true},
		{"**2. Rent and the deposit**", true, false, true},
		{"**2. We keep nothing.**", true, false, false},
		{"审计\n\n每年一次。", false, false, false},
		{"# 第四条 审计\n\n每年\n\n一次", false, false, false},
	} {
		c := textOf(tt.src + "\n").Clauses[0]
		b := &c.Blocks[0]
		if line, in, more := boldLine(b), runIn(b), labelLine(c); line != tt.line || in != tt.runsIn || more != tt.more {
			t.Errorf("%q: a line %t, runs in %t, a line with a label %t", tt.src, line, in, more)
		}
	}
}

// TestBoldTitles: bold lines are headings where the two texts come nearer to each
// other by it.
func TestBoldTitles(t *testing.T) {
	head := func(n int) string { return strings.Repeat("# Head\n\nWords.\n\n", n) }
	bold := func(n int) string { return strings.Repeat("**Bold**\n\nWords.\n\n", n) }
	items := "- **Bold**\n- **Bold**\n"
	for _, tt := range []struct {
		left, right string
		want        [2]bool
	}{
		{"", "", [2]bool{}},
		{bold(1), bold(1), [2]bool{true, true}},
		{bold(1), "Words.\n", [2]bool{}},
		{"Words.\n", bold(1), [2]bool{}},
		{bold(1), items, [2]bool{}},
		{head(2), bold(2), [2]bool{false, true}},
		{bold(2), head(2), [2]bool{true, false}},
		{head(2), head(2) + bold(2), [2]bool{}},
		{head(2) + bold(2), head(2), [2]bool{}},
		{head(1), bold(2), [2]bool{}},
		{bold(2), head(2) + bold(1), [2]bool{true, false}},
		{head(2) + bold(1), bold(2), [2]bool{false, true}},
		{head(1), bold(3), [2]bool{}},
		{head(1) + bold(1), head(2) + bold(1), [2]bool{true, false}},
		{head(2) + bold(1), head(1) + bold(1), [2]bool{false, true}},
	} {
		if got := boldTitles(textOf(tt.left), textOf(tt.right)); got != tt.want {
			t.Errorf("%q beside %q: %t", tt.left, tt.right, got)
		}
	}
}

// TestFiguresThatAreCues: what translations add and drop at will tells nothing, and
// nor do addresses, whose words are cues.
func TestFiguresThatAreCues(t *testing.T) {
	for words, want := range map[string]int{
		"a@example.com": 0, "https://example.com/a": 0, "三十日": 1, "一天": 0, "第三条": 1, "《示例法》（2016/679）": 1, "每月": 0,
	} {
		if got := len(new(Cues).figuresIn(words, "zh")); got != want {
			t.Errorf("%s: %d figures, want %d", words, got, want)
		}
	}
}
