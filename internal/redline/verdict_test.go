package redline_test

import (
	"testing"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// TestVerdict: how much differs between two forms of a clause, at both of its ends
// where it moved.
func TestVerdict(t *testing.T) {
	const end = "\n\n## 乙 {#b}\n\n我们通过快递向您的地址配送，并以电子邮件告知您每一步。\n"
	for _, tt := range []struct {
		name, old, new string
		want           redline.Verdict
	}{
		{"nothing", "## 甲 {#a}\n\n保存三十日。" + end, "## 甲 {#a}\n\n保存三十日。" + end, redline.Same},
		{"a label", "## 一、甲 {#a}\n\n保存三十日。" + end, "## 二、甲 {#a}\n\n保存三十日。" + end, redline.Same},
		{"bold", "## 甲 {#a}\n\n保存三十日。" + end, "## 甲 {#a}\n\n保存**三十日**。" + end, redline.Form},
		{"punctuation", "## 甲 {#a}\n\n自签字盖章之日起生效。" + end, "## 甲 {#a}\n\n自签字、盖章之日起生效。" + end, redline.Punctuation},
		{"words", "## 甲 {#a}\n\n保存三十日。" + end, "## 甲 {#a}\n\n保存十五日。" + end, redline.Words},
		{"moved, with a paragraph more at the new end", "## 甲 {#a}\n\n您可以退货并获得全额退款。" + end, end[2:] + "\n## 甲 {#a}\n\n您可以退货并获得全额退款。\n\n我们不收手续费。\n", redline.Words},
	} {
		r := redline.Compare(parse(tt.old, "zh"), parse(tt.new, "zh"))
		for i := range r.Sections {
			if s := &r.Sections[i]; s.New != nil && s.New.ID == "a" && s.Verdict() != tt.want {
				t.Errorf("%s: verdict %d on #%s, want %d", tt.name, s.Verdict(), s.Clause.ID, tt.want)
			}
		}
	}
}

// TestNotesThatPass: notes that changed places moved; none of them came or went.
func TestNotesThatPass(t *testing.T) {
	r := redline.Compare(parse("X[^1]，Y[^2]。\n\n[^1]: 可以退款。\n[^2]: 不予退款。\n", "zh"), parse("X[^2]，Y[^1]。\n\n[^1]: 可以退款。\n[^2]: 不予退款。\n", "zh"))
	if n := r.Counts.Of(redline.Inserted) + r.Counts.Of(redline.Deleted); n > 0 || r.Counts.Of(redline.Moved) != 1 || r.Counts.Of(redline.Modified) != 1 {
		t.Errorf("%v", r.Counts.ByKind)
	}
	var side policy.Op
	for _, s := range r.Sections {
		for _, b := range s.Clause.Blocks {
			side = max(side, b.Op)
		}
	}
	if side != policy.MovedFrom {
		t.Error("no note is marked as moved")
	}
}
