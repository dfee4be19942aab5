package bitext_test

import (
	"strings"
	"testing"

	"diptych/internal/bitext"
	"diptych/internal/redline"
)

// TestDrifts: of a clause that changed in both languages, the parts that changed
// in one only.
func TestDrifts(t *testing.T) {
	const zh, en = "# 一、保存 {#a}\n\n我们在您注销账户后删除您的个人信息。\n\n您可以随时撤回您此前作出的同意。\n\n- 查阅信息\n- 更正信息\n",
		"# 1. Storage {#a}\n\nWe delete your personal information after you close your account.\n\nYou may withdraw your consent at any time.\n\n- to access information\n- to correct information\n"
	edit := func(s string, pairs ...string) string {
		out := strings.NewReplacer(pairs...).Replace(s)
		if out == s && len(pairs) > 0 {
			t.Fatalf("nothing to replace: %v", pairs)
		}
		return out
	}
	for _, tt := range []struct{ name, zh, en, want string }{
		{"nothing", zh, en, ""},
		{"the same paragraph", edit(zh, "删除", "匿名化"), edit(en, "delete", "anonymize"), ""},
		{"another paragraph", edit(zh, "删除", "匿名化"), edit(en, "at any time", "in the settings"), "left 我们在您注销账户后匿名化您的个人信息。; right You may withdraw your consent in the settings."},
		{"one that both changed, and another", edit(zh, "删除", "匿名化", "查阅", "复制"), edit(en, "delete", "anonymize"), "left 复制信息"},
		{"an item of the other", edit(zh, "删除", "匿名化"), edit(en, "delete", "anonymize", "correct", "rectify"), "right to rectify information"},
		{"punctuation beside it", edit(zh, "删除", "匿名化", "信息\n", "信息；\n"), edit(en, "delete", "anonymize"), ""},
		{"slight words beside it", edit(zh, "删除", "匿名化", "- 更正", "- 和更正"), edit(en, "delete", "anonymize"), ""},
		{"a paragraph that went", edit(zh, "删除", "匿名化", "您可以随时撤回您此前作出的同意。\n\n", ""), edit(en, "delete", "anonymize"), "left deleted 您可以随时撤回您此前作出的同意。"},
		{"and in both", edit(zh, "删除", "匿名化", "您可以随时撤回您此前作出的同意。\n\n", ""), edit(en, "delete", "anonymize", "You may withdraw your consent at any time.\n\n", ""), ""},
		{"an item that went up, as words of a paragraph", edit(zh, "删除", "匿名化", "- 更正信息\n", "", "作出的同意。", "作出的同意。\n\n更正信息"), edit(en, "delete", "anonymize"), ""},
		{"words that went from a paragraph to the next", edit(zh, "删除", "匿名化", "账户后", "后", "您可以", "账户您可以"), edit(en, "delete", "anonymize"), ""},
		{"a right that became a ban", edit(zh, "随时", "不得", "查阅", "复制"), edit(en, "access", "copy"), "left 您可以不得撤回您此前作出的同意。"},
	} {
		old := [2]string{zh, en}
		left, right := redline.Compare(t.Context(), parse(old[0], "zh"), parse(tt.zh, "zh")), redline.Compare(t.Context(), parse(old[1], "en"), parse(tt.en, "en"))
		var got []string
		for _, c := range bitext.Changes(t.Context(), left, right, align(left.Old, right.Old), align(left.New, right.New)) {
			for _, d := range c.Drifts {
				side, words := "left", d.Left[0].Words
				if d.Side == bitext.RightSide {
					side, words = "right", d.Right[0].Words
				}
				if d.Deleted {
					side += " deleted"
				}
				got = append(got, side+" "+words)
			}
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, s, tt.want)
		}
	}
}

// TestChangesOfWhatStandsElsewhere: a clause that stands in another place of the
// other text is with what it answers to, what changed in one of them is told once,
// and both texts are in order without what is apart.
func TestChangesOfWhatStandsElsewhere(t *testing.T) {
	const zh = "# 保存 {#a}\n\n我们保存三年。\n\n# 收集 {#b}\n\n我们收集姓名。\n\n# 共享 {#c}\n\n我们不共享。\n"
	const en = "# Sharing {#c}\n\nWe do not share.\n\n# Storage {#a}\n\nWe store for three years.\n\n# Collection {#b}\n\nWe collect names.\n"
	changed := strings.Replace(zh, "不共享", "与关联公司共享", 1)
	left, right := redline.Compare(t.Context(), parse(zh, "zh"), parse(changed, "zh")), redline.Compare(t.Context(), parse(en, "en"), parse(en, "en"))
	n, apart, order := 0, 0, ""
	for _, c := range bitext.Changes(t.Context(), left, right, align(left.Old, right.Old), align(left.New, right.New)) {
		if c.Right != nil && !c.Apart {
			order += c.Right.Clause.ID
		}
		if c.Apart {
			apart++
		}
		if c.Told {
			if c.Left != nil || c.OneSided != bitext.Neither || c.Drifts != nil {
				t.Errorf("%v is told twice", c)
			}
			continue
		}
		if c.Left == nil || c.Right == nil || c.Left.Clause.ID != c.Right.Clause.ID {
			t.Errorf("%v is beside %v", c.Left, c.Right)
		}
		if c.OneSided == bitext.LeftSide {
			n++
		}
	}
	if n != 1 || apart != 1 || order != "cab" {
		t.Errorf("%d clauses changed in Chinese only, want 1; %d apart; the English ones in order %s", n, apart, order)
	}
}
