package bitext_test

import (
	"fmt"
	"strings"
	"testing"

	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// letterPairs prints pairs as "1-1 2-": how many pieces stand on either side.
func letterPairs(pairs []bitext.Pair) string {
	var out []string
	for _, p := range pairs {
		out = append(out, fmt.Sprintf("%d-%d", len(p.Left), len(p.Right)))
	}
	return strings.Join(out, " ")
}

func TestPairs(t *testing.T) {
	for _, tt := range []struct{ name, zh, en, want string }{
		{"nothing", "", "", ""},
		{"one side", "# 一\n\n文。\n", "", "1-0 1-0"},
		{"heads and paragraphs", "# 收集\n\n我们收集姓名。\n\n# 联系\n\n请写信。\n", "# Collection\n\nWe collect your name.\n\n# Contact\n\nPlease write.\n", "1-1 1-1 1-1 1-1"},
		{"items", "# 目的\n\n- 提供服务\n- 保障安全\n", "# Purposes\n\n- to provide the service\n- to keep it secure\n", "1-1 1-1 1-1"},
		{"one item more", "# 目的\n\n- 提供服务\n- 回复邮件 a@example.com\n- 保障安全\n", "# Purposes\n\n- to provide the service\n- to keep it secure\n", "1-1 1-1 1-0 1-1"},
		{"an item that holds others is one", "# 目的\n\n1. 提供：\n   - 服务\n   - 帮助\n2. 保障安全\n", "# Purposes\n\n1. to provide:\n   - the service\n   - help\n2. to keep it secure\n", "1-1 1-1 1-1"},
		{"a table is one", "# 表\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n", "# Table\n\n| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n", "1-1 1-1"},
		{"rules keep their place", "# 一\n\n文字。\n\n---\n\n# 二\n\n---\n", "# One\n\nWords.\n\n# Two\n", "1-1 1-1 3-1"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := bitext.Align(t.Context(), parse(tt.zh, "zh"), parse(tt.en, "en"), nil)
			if got := letterPairs(b.Pairs()); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// TestPairsOnCorpus: every block of both texts is in the pairs once, in order.
func TestPairsOnCorpus(t *testing.T) {
	for _, x := range corpus(t) {
		pairs := x.aligned(x.zh, x.en).Pairs()
		var left, right []bitext.Piece
		for _, p := range pairs {
			left, right = append(left, p.Left...), append(right, p.Right...)
		}
		for side, got := range map[*policy.Text][]bitext.Piece{x.zh: left, x.en: right} {
			if want, have := strings.Join(side.Plain(), "\n"), strings.Join(plainPieces(got), "\n"); bare(want) != bare(have) {
				t.Fatalf("%s %s: the pairs hold other words than the text", x.name, side.Lang)
			}
		}
	}
}

// plainPieces returns the words of pieces, without labels.
func plainPieces(ps []bitext.Piece) []string {
	var out []string
	for _, p := range ps {
		switch {
		case p.Head():
			out = append(out, p.Clause.Label.Text+policy.PlainRuns(p.Clause.Head))
		case p.Item >= 0:
			out = append(out, policy.PlainBlocks([]policy.Block{{Kind: policy.List, Blocks: p.Block.Blocks[p.Item : p.Item+1]}})...)
		default:
			if p.Clause.Form == policy.Paragraph && p.Block == &p.Clause.Blocks[0] {
				out = append(out, p.Clause.Label.Text)
			}
			out = append(out, policy.PlainBlocks([]policy.Block{*p.Block})...)
		}
	}
	return out
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\n' || r == '\t' || r == '　' {
			return -1
		}
		return r
	}, s)
}

// TestPairsOfAPieceThatGoesOn: a quotation whose parts stand beside two clauses,
// with another between them, is one row with all of these.
func TestPairsOfAPieceThatGoesOn(t *testing.T) {
	b := align(parse("## Storage {#s}\n\n# 收集\n\nArticle 2 We store.\n\n# 收集\n\n", "zh"),
		parse("Article 2 We store.\n\n## Storage {#s}\n\n> - in a quote\n> - 二\n\n", "en"))
	for _, p := range b.Pairs() {
		if len(p.Left) > 0 && len(p.Right) == 0 && len(p.Alone) == 0 && b.Elsewhere(p.Left[len(p.Left)-1]) == nil {
			t.Errorf("%q stands by itself and nothing says why", plainPieces(p.Left))
		}
	}
}
