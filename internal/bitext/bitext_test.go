package bitext_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// letterRows prints rows as "a-A bc-B d-": letters for the units of the left in
// their order, capitals for those of the right; behind a bar what stands in
// different places.
func letterRows(b *bitext.Bitext) string {
	letters := func(first rune, sides func(bitext.Row) []bitext.Unit) map[*policy.Block]string {
		out, n := map[*policy.Block]string{}, 0
		for _, r := range b.Rows {
			for _, u := range sides(r) {
				key := u.Block
				if key == nil {
					key = headOf(u.Clause)
				}
				out[key] = string(first + rune(n))
				n++
			}
		}
		return out
	}
	left := letters('a', func(r bitext.Row) []bitext.Unit { return r.Left })
	right := letters('A', func(r bitext.Row) []bitext.Unit { return r.Right })
	spell := func(us []bitext.Unit, of map[*policy.Block]string) string {
		s := ""
		for _, u := range us {
			key := u.Block
			if key == nil {
				key = headOf(u.Clause)
			}
			s += of[key]
		}
		return s
	}
	row := func(r bitext.Row) string {
		sep := "-"
		if r.Crossed {
			sep = "x"
		}
		return spell(r.Left, left) + sep + spell(r.Right, right)
	}
	var out []string
	for _, r := range b.Rows {
		out = append(out, row(r))
	}
	if len(b.Moved) > 0 {
		out = append(out, "|")
		for _, r := range b.Moved {
			out = append(out, row(r))
		}
	}
	heads = map[*policy.Clause]*policy.Block{}
	return strings.Join(out, " ")
}

// headOf stands for the head of a clause in maps by block.
func headOf(c *policy.Clause) *policy.Block {
	if heads[c] == nil {
		heads[c] = &policy.Block{}
	}
	return heads[c]
}

var heads = map[*policy.Clause]*policy.Block{}

func TestAlign(t *testing.T) {
	for _, tt := range []struct{ name, zh, en, want string }{
		{"nothing", "", "", ""},
		{"one side", "文。\n", "", "a-"},
		{"the other", "", "Words.\n", "-A"},
		{"labels of different scripts", "第一条 我们收集姓名。\n\n第二条 我们收集电话。\n\n第四条 我们收集地址。\n",
			"Article 1 We collect names.\n\nArticle 2 We collect telephone numbers.\n\nArticle 4 We collect addresses.\n", "a-A b-B c-C"},
		{"a clause in one language only", "# 一、收集\n\n我们收集姓名。\n\n# 二、儿童\n\n不满十四周岁的儿童须经监护人同意。\n\n# 三、联系\n\n请写信。\n",
			"# 1. Collection\n\nWe collect your name.\n\n# 2. Contact\n\nPlease write.\n", "a-A b-B c- d- e-C f-D"},
		{"levels that differ", "# 收集\n\n我们收集姓名。\n\n## 保存\n\n我们保存三年。\n", "# Collection\n\nWe collect your name.\n\n# Storage\n\nWe store it for three years.\n", "a-A b-B c-C d-D"},
		{"a paragraph that was split", "# 安全\n\n我们采取加密措施保护您的数据。发生泄露时，我们会在24小时内通知您和监管机构，并说明原因和补救办法。\n",
			"# Security\n\nWe protect your data by encryption.\n\nIn case of a breach we notify you and the authority within 24 hours, and explain its causes and the remedies.\n", "a-A b-BC"},
		{"two that were joined", "# 安全\n\n我们采取加密措施保护您的数据。\n\n发生泄露时，我们会在24小时内通知您和监管机构，并说明原因和补救办法。\n",
			"# Security\n\nWe protect your data by encryption. In case of a breach we notify you and the authority within 24 hours, and explain its causes and the remedies.\n", "a-A bc-B"},
		{"a heading beside bold words", "**联系方式**\n\n请写信至 help@example.com 或者致电 400-000-1234。\n", "## Contact\n\nPlease write to help@example.com or call 400-000-1234.\n", "a-A b-B"},
		{"clauses that changed places",
			"# 安全措施与加密\n\n我们以 AES-256 加密数据，并由 Example Audit 每年审计，证书见 https://example.com/cert。\n\n# 未成年人与监护人\n\n儿童须经父母或者其他监护人同意，方可注册账号。\n\n# 退款与发票\n\n订单退款后开具红字发票，费用原路退回银行卡。\n",
			"# Minors and guardians\n\nChildren may register an account only with the consent of their parents or other guardians.\n\n# Refund and invoice\n\nAfter the refund of an order a credit invoice is issued, and the fee goes back to the bank card.\n\n# Security and encryption\n\nWe encrypt data by AES-256, audited each year by Example Audit; the certificate is at https://example.com/cert.\n",
			"a- b- c-A d-B e-C f-D -E -F | a-E b-F"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			left, right := parse(tt.zh, "zh"), parse(tt.en, "en")
			if got := letterRows(align(left, right)); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// TestWrittenIds: an id that both texts write decides against everything else;
// what is declared for one language pairs with nothing.
func TestWrittenIds(t *testing.T) {
	zh := parse("# 收集 {#b}\n\n# 保存 {#a}\n\n# 负责人 {only=\"zh\"}\n", "zh")
	en := parse("# Collection {#a}\n\n# Storage {#b}\n\n# The officer\n", "en")
	b := align(zh, en)
	for id, want := range map[string]string{"a": "Collection", "b": "Storage"} {
		p := b.Partner(zh.Clause(id))
		if p == nil || policy.PlainRuns(p.Head) != want {
			t.Errorf("#%s answers to %v, want %s", id, p, want)
		}
	}
	if p := b.Partner(zh.Clauses[2]); p != nil {
		t.Errorf("a clause that is declared to be in one language answers to %s", p.ID)
	}
	if p := align(en, zh).Partner(zh.Clauses[2]); p != nil {
		t.Errorf("from the other side it answers to %s", p.ID)
	}
}

// TestRowsAreWhole: whatever the texts, every unit of either is in one row, in
// order, and the rows are the same again, and the same from the other side but
// for the sides.
func TestRowsAreWhole(t *testing.T) {
	word := rapid.SampledFrom([]string{"# 收集\n\n", "## Storage {#s}\n\n", "第一条 保存。\n\n", "Article 2 We store.\n\n", "- 甲\n- 乙\n\n", "1. one\n   - two\n2. three\n\n",
		"| a | b |\n|---|---|\n| 1 | 2 |\n\n", "> quote 引文\n\n", "```\ncode\n```\n\n", "---\n\n", "我们在30日内删除。\n\n", "We delete within 30 days.\n\n", "x[^1]\n\n[^1]: note\n\n"})
	rapid.Check(t, func(t *rapid.T) {
		left := parse(strings.Join(rapid.SliceOfN(word, 0, 12).Draw(t, "left"), ""), "zh")
		right := parse(strings.Join(rapid.SliceOfN(word, 0, 12).Draw(t, "right"), ""), "en")
		b := align(left, right)
		if got, want := letterRows(align(left, right)), letterRows(b); got != want {
			t.Fatalf("aligned again: %s, want %s", got, want)
		}
		var l, r []string
		for _, row := range b.Rows {
			for _, u := range row.Left {
				l = append(l, u.Words)
			}
			for _, u := range row.Right {
				r = append(r, u.Words)
			}
			if n, m := len(row.Left), len(row.Right); n > 2 && m != 1 || m > 2 && n != 1 {
				t.Fatalf("a row of %d and %d", len(row.Left), len(row.Right))
			}
		}
		for _, side := range []struct {
			text *policy.Text
			got  []string
		}{{left, l}, {right, r}} {
			var want []string
			for _, u := range unitsOf(side.text) {
				want = append(want, u.Words)
			}
			if !slices.Equal(side.got, want) {
				t.Fatalf("the rows hold %q, want %q", side.got, want)
			}
		}
	})
}

// TestConcepts: words of the lexicon tell which heading is which, where nothing
// else does.
func TestConcepts(t *testing.T) {
	b := bitext.Align(t.Context(), parse("# 隐私\n\n# 费用\n", "zh"), parse("# Fees\n\n# Privacy\n", "en"), nil)
	if got, want := letterRows(b), "-A a-B b-"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestKeptCuesAreOfOneLanguage: words tell what they tell in the language of their
// text, though the same words stood in another before.
func TestKeptCuesAreOfOneLanguage(t *testing.T) {
	zh, en := "# 隐私\n\n# 费用\n", "# Fees\n\n# Privacy\n"
	var kept bitext.Cues
	kept.Align(t.Context(), parse(en, "zh"), parse(zh, "en"), nil)
	if got, want := letterRows(kept.Align(t.Context(), parse(zh, "zh"), parse(en, "en"), nil)), "-A a-B b-"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func BenchmarkAlign(b *testing.B) {
	texts := corpus(b)
	size := 0
	for _, x := range texts {
		for _, t := range []*policy.Text{x.zh, x.en} {
			for _, s := range t.Plain() {
				size += len(s)
			}
		}
	}
	b.SetBytes(int64(size / len(texts)))
	i := 0
	for b.Loop() {
		x := texts[i%len(texts)]
		align(x.zh, x.en)
		i++
	}
}

// BenchmarkHuge aligns texts whose every paragraph is like the others: the work
// must stay linear.
func BenchmarkHuge(b *testing.B) {
	for _, n := range []int{500, 2000, 8000} {
		zh, en := parse(strings.Repeat("我们在30日内删除您的数据。\n\n", n), "zh"), parse(strings.Repeat("We delete your data within 30 days.\n\n", n), "en")
		b.Run(fmt.Sprint("paragraphs=", n), func(b *testing.B) {
			for b.Loop() {
				align(zh, en)
			}
		})
		zh, en = parse(strings.Repeat("# 保存期限\n\n我们在30日内删除。\n\n", n), "zh"), parse(strings.Repeat("# Storage\n\nWe delete within 30 days.\n\n", n), "en")
		b.Run(fmt.Sprint("clauses=", n), func(b *testing.B) {
			for b.Loop() {
				align(zh, en)
			}
		})
	}
}

// BenchmarkQuality prints the table of README.md.
func BenchmarkQuality(b *testing.B) {
	texts := gold(b)
	for _, d := range disturbances {
		b.Run(strings.ReplaceAll(d.name, " ", "_"), func(b *testing.B) {
			var s score
			for b.Loop() {
				s = measure(texts, d)
			}
			b.ReportMetric(s.f1(), "F1")
			b.ReportMetric(float64(s.right)/float64(s.found), "precision")
			b.ReportMetric(float64(s.right)/float64(s.gold), "recall")
			b.ReportMetric(float64(s.gold), "links")
		})
	}
}
