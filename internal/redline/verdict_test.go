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
		r := redline.Compare(t.Context(), parse(tt.old, "zh"), parse(tt.new, "zh"))
		for i := range r.Sections {
			if s := &r.Sections[i]; s.New != nil && s.New.ID == "a" && s.Verdict() != tt.want {
				t.Errorf("%s: verdict %d on #%s, want %d", tt.name, s.Verdict(), s.Clause.ID, tt.want)
			}
		}
	}
}

// TestVerdictOfNotes: both ends of a clause that moved have the verdict on its
// note, and a sentence that moved into a note is a change of the clause.
func TestVerdictOfNotes(t *testing.T) {
	const stays = "## 乙 {#b}\n\n我们在服务期间保存您的信息，并在期满后删除。\n\n## 丙 {#c}\n\n您有权查阅、复制和更正您的信息，我们不收取费用。"
	const moves = "## 甲 {#a}\n\n年费为一百元，由用户在签约时支付。[^n]"
	for _, tt := range [][2]string{
		{moves + "\n\n" + stays + "\n\n[^n]: 不含税。", stays + "\n\n" + moves + "\n\n[^n]: 含税。"},
		{moves + "\n\n" + stays + "用户提前解除合同的，我们不退还已经支付的年费。\n\n[^n]: 不含税。", moves + "\n\n" + stays + "\n\n[^n]: 不含税。用户提前解除合同的，我们不退还已经支付的年费。"},
	} {
		r := redline.Compare(t.Context(), parse(tt[0], "zh"), parse(tt[1], "zh"))
		for i := range r.Sections {
			if s := &r.Sections[i]; s.New != nil && s.New.ID == "a" && s.Verdict() != redline.Words {
				t.Errorf("verdict %d on #%s of %q", s.Verdict(), s.Clause.ID, tt[1])
			}
		}
	}
}

// TestNotesThatPass: notes that changed places moved; none of them came or went.
func TestNotesThatPass(t *testing.T) {
	r := redline.Compare(t.Context(), parse("X[^1]，Y[^2]。\n\n[^1]: 可以退款。\n[^2]: 不予退款。\n", "zh"), parse("X[^2]，Y[^1]。\n\n[^1]: 可以退款。\n[^2]: 不予退款。\n", "zh"))
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

// TestFoldsNoNote: a clause whose own words stayed is not folded away where a note
// that it cites changed.
func TestFoldsNoNote(t *testing.T) {
	const text = "## 甲 {#a}\n\n年费为一百元。[^n]\n\n## 乙 {#b}\n\n我们在期满后删除您的信息。\n\n[^n]: "
	r := redline.Compare(t.Context(), parse(text+"不含税。", "zh"), parse(text+"含税。", "zh"))
	for i := range r.Sections {
		s := &r.Sections[i]
		if folds := s.Clause.ID == "b"; r.Folds(s) != folds {
			t.Errorf("#%s is folded: %v", s.Clause.ID, !folds)
		}
	}
}

// TestSubstantive: what can alter what a text says comes first among the kinds.
func TestSubstantive(t *testing.T) {
	for _, k := range redline.Kinds {
		if k.Substantive() != (k <= redline.Moved) {
			t.Errorf("%v: %v", k, k.Substantive())
		}
	}
}
