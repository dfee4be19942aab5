package bitext_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// letterAlone prints what stands in one text only, as "zh: 文, 字 | en: Words".
func letterAlone(all []bitext.Lone) string {
	var out []string
	for _, l := range all {
		var words []string
		for _, u := range l.Units {
			words = append(words, u.Words)
		}
		s := string(l.In.Lang) + ": " + strings.Join(words, ", ")
		if l.After != nil {
			s += " after " + l.After.Words
		}
		if l.Declared != nil {
			s += " by " + l.Declared.ID
		}
		out = append(out, s)
	}
	return strings.Join(out, " | ")
}

func TestAlone(t *testing.T) {
	for _, tt := range []struct{ name, zh, en, want string }{
		{"nothing", "", "", ""},
		{"all is in both", "# 收集\n\n文字。\n", "# Collection\n\nWords.\n", ""},
		{"a clause", "# 一、收集\n\n我们收集姓名。\n\n# 二、儿童\n\n儿童须经监护人同意。\n\n# 三、联系\n\n请写信。\n", "# 1. Collection\n\nWe collect your name.\n\n# 2. Contact\n\nPlease write.\n",
			"zh: 儿童, 儿童须经监护人同意。 after We collect your name."},
		{"a paragraph that stands too far in, with a link to a long address", "# 甲\n\n我们保存三年。\n\n三思而行。[详见](https://support.example.org/kb/how-the-thing-looks-after-what-stands-on-shelves-and-tables-w-tab)。\n\n一共九条。\n",
			"# Alpha\n\nWe store for three years.\n\n    Think twice. [See more](https://support.example.org/kb/how-the-thing-looks-after-what-stands-on-shelves-and-tables-w-tab).\n\nNine in all.\n", ""},
		{"a paragraph", "# 联系\n\n请写信。\n", "# Contact\n\nPlease write.\n\nOur auditor is Example GmbH of Berlin, whose certificate is renewed every year.\n",
			"en: Our auditor is Example GmbH of Berlin, whose certificate is renewed every year. after 请写信。"},
		{"an item below an item", "1. 提供服务：\n   - 帮助\n   - 费用\n2. 保障安全\n", "1. to provide the service:\n   - help\n2. to keep it secure\n", "zh: 费用 after help"},
		{"declared", "# 收集\n\n姓名。\n\n# 负责人 {#officer only=\"zh\"}\n\n甲。\n\n## 电话\n", "# Collection\n\nNames.\n", "zh: 负责人, 甲。 after Names. by officer | zh: 电话 after Names. by officer"},
		{"one text", "# 一\n\n文。\n", "", "zh: 一, 文。"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := bitext.Align(t.Context(), parse(tt.zh, "zh"), parse(tt.en, "en"), nil)
			if got := letterAlone(b.Alone()); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// TestAloneIsWhatHasNoPartner: a unit is alone if and only if it is in no row
// with units of the other text, in order or out of it; and the pairs hold what
// is alone once, a pair of one side nothing but that or what is elsewhere.
func TestAloneIsWhatHasNoPartner(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		left, right := parse(drawSource(t, "left"), "zh"), parse(drawSource(t, "right"), "en")
		b := align(left, right)
		paired := map[string]int{}
		key := func(u bitext.Unit) string { return fmt.Sprintf("%p %p", u.Clause, u.Block) }
		want := 0
		for r := range b.Paired() {
			for _, u := range r.Units() {
				paired[key(u)]++
			}
		}
		for _, r := range b.Rows {
			for _, u := range r.Units() {
				if paired[key(u)] == 0 && !namesColumns(u) {
					want++
				}
			}
		}
		got := map[string]bool{}
		for _, l := range b.Alone() {
			for _, u := range l.Units {
				if namesColumns(u) {
					continue // told only where the other text has a table as well
				}
				if paired[key(u)] > 0 || got[key(u)] {
					t.Fatalf("%q is alone and in a row, or alone twice", u.Words)
				}
				got[key(u)] = true
			}
		}
		if len(got) != want {
			t.Fatalf("%d units are alone, want %d", len(got), want)
		}
		inPairs := 0
		for _, p := range b.Pairs() {
			for _, l := range p.Alone {
				for _, u := range l.Units {
					if !namesColumns(u) {
						inPairs++
					}
				}
			}
			if len(p.Alone) > 0 || len(p.Left) > 0 && len(p.Right) > 0 {
				continue
			}
			for _, x := range append(append([]bitext.Piece{}, p.Left...), p.Right...) {
				if b.Elsewhere(x) == nil && len(plainPieces([]bitext.Piece{x})) > 0 {
					t.Fatalf("a piece stands by itself and nothing says why")
				}
			}
		}
		if inPairs != want {
			t.Fatalf("%d units are alone in the pairs, want %d", inPairs, want)
		}
	})
}

// namesColumns reports whether a unit is the head of a table.
func namesColumns(u bitext.Unit) bool {
	return u.Block != nil && u.Block.Kind == policy.Row && u.Block.Blocks[0].Header
}

// TestHeadOfATable: the names of columns are alone where both texts have a table,
// or one has nothing; where it is a list in the other, nothing could answer them.
func TestHeadOfATable(t *testing.T) {
	const table = "# 权限\n\n| 权限 | 目的 |\n|---|---|\n| 相机 | 扫码登录 |\n| 通讯录 | 查找好友 |\n"
	for _, tt := range []struct {
		en   string
		want int
	}{
		{"# Permissions\n\n- Camera: to scan a code and sign in.\n- Contacts: to find friends.\n", 0},
		{"# Permissions\n\n| Camera | to scan a code and sign in |\n|---|---|\n| Contacts | to find friends |\n", 1},
		{"# Permissions\n", 3},
	} {
		n := 0
		for _, l := range align(parse(table, "zh"), parse(tt.en, "en")).Alone() {
			n += len(l.Units)
		}
		if n != tt.want {
			t.Errorf("%q: %d units are alone, want %d", tt.en, n, tt.want)
		}
	}
}

// drawSource makes a text of parts of every shape.
func drawSource(t *rapid.T, name string) string {
	part := rapid.SampledFrom([]string{"# 收集\n\n", "## Storage {#s}\n\n", "第一条 保存。\n\n", "Article 2 We store.\n\n", "- 甲\n- 乙\n\n", "1. one\n   - two\n2. three\n\n",
		"| a | b |\n|---|---|\n| 1 | 2 |\n\n", "> quote 引文\n\n", "> - in a quote\n> - 二\n\n", "---\n\n", "我们在30日内删除。\n\n", "We delete within 30 days.\n\n", "x[^1]\n\n[^1]: note\n\n"})
	return strings.Join(rapid.SliceOfN(part, 0, 12).Draw(t, name), "")
}
