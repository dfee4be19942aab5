package format

import (
	"strings"
	"testing"

	"diptych/internal/markup"
	"diptych/internal/policy"

	"pgregory.net/rapid"
)

// TestMailMarks checks that a reader of Markdown sees the words as they are
// and marked, whatever stands in them and beside them.
func TestMailMarks(t *testing.T) {
	letters := []rune("甲乙ab12 。（）“《、,.()[]<>*_~`|#-+!&\\\"")
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringOfN(rapid.RuneFrom(letters), 0, 8, -1)
		before, s, after := words.Draw(t, "before"), words.Draw(t, "marked"), words.Draw(t, "after")
		op := rapid.SampledFrom([]policy.Op{policy.Inserted, policy.Deleted}).Draw(t, "op")
		var p mailer
		src := "x" + escapeMarkdown(before) + p.mark(s, op) + escapeMarkdown(after) + "x"
		blocks, _ := markup.ParseNote(src, markup.Options{Lang: "zh"})
		clean := func(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u200b", "")), "") }
		if got, want := clean(strings.Join(policy.PlainBlocks(blocks), "")), clean("x"+before+s+after+"x"); got != want {
			t.Fatalf("%q reads %q, want %q", src, got, want)
		}
		marked := ""
		for _, b := range blocks {
			for _, r := range b.Runs {
				if r.Marks == map[policy.Op]policy.Marks{policy.Inserted: policy.Strong, policy.Deleted: policy.Strike}[op] {
					marked += r.Text
				}
			}
		}
		if got, want := clean(marked), clean(s); got != want {
			t.Fatalf("%q marks %q, want %q", src, got, want)
		}
	})
}

// TestMailUnseen: what came or went and nobody sees is named.
func TestMailUnseen(t *testing.T) {
	var p mailer
	for op, want := range map[policy.Op]string{policy.Same: "a\u00ad \u009d", policy.Deleted: "~~aU+00AD U+009D~~"} {
		if got := p.mark("a\u00ad \u009d", op); got != want {
			t.Errorf("%d: %q, want %q", op, got, want)
		}
	}
}

// TestEscapeMarkdown: only what would be Markdown is escaped, so that mails are
// read with ease as they stand.
func TestEscapeMarkdown(t *testing.T) {
	for words, want := range map[string]string{
		"*a~*": "&#42;a&#126;&#42;", "a_b [c] #1": `a\_b \[c\] \#1`,
		"-5": `\-5`, " +5": ` \+5`, "a-b": "a-b", "a -b = c": "a -b = c", "a\n-b": "a\n\\-b", "a\n=": "a\n\\=",
		"12. a": `12\. a`, "90) a": `90\) a`, "a1. b": "a1. b", "1a. b": "1a. b", "5.5.5": `5\.5.5`, "(.": "(.", "。.": "。.", "(5.": "(5.",
	} {
		if got := escapeMarkdown(words); got != want {
			t.Errorf("%q: %s, want %s", words, got, want)
		}
	}
}
