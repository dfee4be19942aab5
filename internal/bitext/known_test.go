package bitext_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// TestByID: which ids make a pair known.
func TestByID(t *testing.T) {
	clause := func(id string, o policy.Origin, f policy.Form) *policy.Clause {
		return &policy.Clause{ID: id, Origin: o, Form: f}
	}
	for _, tt := range []struct {
		name        string
		left, right *policy.Clause
		want        bool
	}{
		{"written in both", clause("a", policy.Explicit, policy.Heading), clause("a", policy.Explicit, policy.Heading), true},
		{"written in one, a place in the other", clause("c-1", policy.Derived, policy.Heading), clause("c-1", policy.Explicit, policy.Heading), true},
		{"carried into one", clause("c-1", policy.Carried, policy.Item), clause("c-1", policy.Derived, policy.Item), true},
		{"a place in both", clause("c-1", policy.Derived, policy.Heading), clause("c-1", policy.Derived, policy.Heading), false},
		{"two ids", clause("a", policy.Explicit, policy.Heading), clause("b", policy.Explicit, policy.Heading), false},
		{"two forms", clause("a", policy.Explicit, policy.Heading), clause("a", policy.Explicit, policy.Paragraph), false},
		{"none", clause("", policy.Explicit, policy.Heading), clause("", policy.Explicit, policy.Heading), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			known := bitext.ByID(&policy.Text{Clauses: []*policy.Clause{tt.left}}, &policy.Text{Clauses: []*policy.Clause{tt.right}})
			if got := known[tt.left].To == tt.right && known[tt.right].To == tt.left; got != tt.want {
				t.Errorf("known is %v, want %v", got, tt.want)
			}
			if sure := strings.HasPrefix(tt.name, "written in both"); known[tt.left].Sure != sure {
				t.Errorf("sure is %v, want %v", known[tt.left].Sure, sure)
			}
			if !tt.want && len(known) > 0 {
				t.Errorf("%d clauses are known, want none", len(known))
			}
		})
	}
}

// TestKnownOnce: a clause is in one pair, the first.
func TestKnownOnce(t *testing.T) {
	var a, b, c, d policy.Clause
	known := bitext.Known{}
	known.Join(&a, &b, true)
	known.Join(&a, &c, true)
	known.Join(&d, &b, true)
	if len(known) != 2 || known[&a].To != &b || known[&b].To != &a {
		t.Errorf("known is %v, want the first pair alone", known)
	}
}

// TestKnownDecides: whatever the words, what is known of two sections holds; and
// whether it is told or read from ids is the same.
func TestKnownDecides(t *testing.T) {
	word := rapid.SampledFrom([]string{"# 收集\n\n", "# Storage\n\n我们在30日内删除。\n\n", "# 联系 Contact\n\n请写信至 help@example.com 。\n\n", "第一条 保存。\n\n", "Article 2 We store.\n\n", "1. one\n2. 二\n\n", "Words.\n\n"})
	rapid.Check(t, func(t *rapid.T) {
		left := parse(strings.Join(rapid.SliceOfN(word, 1, 8).Draw(t, "left"), ""), "zh")
		right := parse(strings.Join(rapid.SliceOfN(word, 1, 8).Draw(t, "right"), ""), "en")
		known := bitext.Known{}
		for i, c := range left.Clauses {
			if k := rapid.IntRange(-1, len(right.Clauses)-1).Draw(t, "twin"); k >= 0 {
				known.Join(c, right.Clauses[k], true)
				if twin := known[c].To; twin != nil {
					id := "w-" + string(rune('a'+i))
					c.ID, twin.ID = id, id
					c.Origin, twin.Origin = policy.Explicit, policy.Explicit
				}
			}
		}
		b := bitext.Align(context.Background(), left, right, known)
		for _, c := range left.Clauses {
			d := b.Partner(c)
			if d != nil && b.Partner(d) != c {
				t.Fatalf("#%s answers to #%s, which answers to another", c.ID, d.ID)
			}
			switch {
			case known[c].To == d || known[c].To == nil && known[d].To == nil:
			case d == nil && c.Form == policy.Item: // its list may be elsewhere
			default:
				t.Fatalf("#%s answers to %v, and is known to be %v", c.ID, d, known[c].To)
			}
		}
		if got, want := letterRows(align(left, right)), letterRows(b); got != want {
			t.Fatalf("by ids %s, want %s", got, want)
		}
	})
}

// TestKnownAgainstWords: known pairs hold where the words say otherwise. Where
// they cross each other one is found out of order, and nothing takes its place.
// A pair is two letters, the left one in small; items that are found out of order
// are in a row and in no pair.
func TestKnownAgainstWords(t *testing.T) {
	const words = "help@example.com 400-000-1234 AES-256"
	for _, tt := range []struct {
		name            string
		zh, en          []string
		known           string
		sections, items string
	}{
		{"alone", []string{"甲", "乙 " + words}, []string{"one " + words, "two"}, "aB", "aB bA", "aB"},
		{"crossed", []string{"甲 " + words, "乙"}, []string{"one " + words, "two", "three"}, "aC bB", "aC bB", "bB"},
		{"crossed, from the other side", []string{"甲 " + words, "乙", "丙"}, []string{"one " + words, "two"}, "cA bB", "bB cA", "bB"},
	} {
		for mark, want := range map[string]string{"# ": tt.sections, "1) ": tt.items} {
			t.Run(tt.name+mark, func(t *testing.T) {
				zh, en := parse(mark+strings.Join(tt.zh, "\n"+mark)+"\n", "zh"), parse(mark+strings.Join(tt.en, "\n"+mark)+"\n", "en")
				left, right := zh.Clauses[len(zh.Clauses)-len(tt.zh):], en.Clauses[len(en.Clauses)-len(tt.en):]
				known := bitext.Known{}
				for _, p := range strings.Fields(tt.known) {
					known.Join(left[p[0]-'a'], right[p[1]-'A'], true)
				}
				b := bitext.Align(t.Context(), zh, en, known)
				var got []string
				for i, c := range left {
					if k := slices.Index(right, b.Partner(c)); k >= 0 {
						got = append(got, string([]byte{byte('a' + i), byte('A' + k)}))
					}
				}
				if strings.Join(got, " ") != want {
					t.Errorf("got %s, want %s", got, want)
				}
			})
		}
	}
}

// TestAlignments: what is told of two texts counts for all who ask later, from
// either side, and each pair of texts is aligned once.
func TestAlignments(t *testing.T) {
	zh, en := parse("# 隐私\n\n# 费用\n", "zh"), parse("# Privacy\n\n# Fees\n", "en")
	crossed := bitext.Known{}
	crossed.Join(zh.Clauses[0], en.Clauses[1], true)
	for _, tt := range []struct {
		name string
		ask  func(a *bitext.Alignments)
		want *policy.Clause
	}{
		{"nothing told", func(*bitext.Alignments) {}, en.Clauses[0]},
		{"told", func(a *bitext.Alignments) { a.Hold(bitext.Align(t.Context(), zh, en, crossed)) }, en.Clauses[1]},
		{"told after it was asked", func(a *bitext.Alignments) {
			a.Of(t.Context(), zh, en)
			a.Hold(bitext.Align(t.Context(), zh, en, crossed))
		}, en.Clauses[1]},
		{"told after it was asked from the other side", func(a *bitext.Alignments) {
			a.Of(t.Context(), en, zh)
			a.Hold(bitext.Align(t.Context(), zh, en, crossed))
		}, en.Clauses[1]},
		{"told from the other side", func(a *bitext.Alignments) { a.Hold(bitext.Align(t.Context(), en, zh, crossed)) }, en.Clauses[1]},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var a bitext.Alignments
			tt.ask(&a)
			there, back := a.Of(t.Context(), zh, en), a.Of(t.Context(), en, zh)
			if got := there.Partner(zh.Clauses[0]); got != tt.want {
				t.Errorf("it answers to %s, want %s", got.ID, tt.want.ID)
			}
			if got := back.Partner(tt.want); got != zh.Clauses[0] {
				t.Errorf("from the other side it answers to %v", got)
			}
			if there.Left != zh || back.Left != en {
				t.Error("the sides are changed over")
			}
			if &there.Rows[0] != &a.Of(t.Context(), there.Left, there.Right).Rows[0] && &back.Rows[0] != &a.Of(t.Context(), back.Left, back.Right).Rows[0] {
				t.Error("the texts are aligned again")
			}
		})
	}
}

// TestTiesThatAreNotSure: they tell where words say nothing, and give way where
// the words say otherwise.
func TestTiesThatAreNotSure(t *testing.T) {
	zh := parse("# 收集的信息与设备\n\n我们收集设备型号和操作系统版本。\n\n# 删除与撤回同意\n\n您可以撤回同意并要求删除。\n", "zh")
	en := parse("# Collection of information and devices\n\nWe collect the device model and version of the operating system.\n\n# Deletion and withdrawal of consent\n\nYou may withdraw consent and ask for deletion.\n", "en")
	blank, void := parse("# 甲\n\n# 乙\n", "zh"), parse("# Quux\n\n# Xyzzy\n\n# Plugh\n", "en")
	for _, tt := range []struct {
		name        string
		left, right *policy.Text
		from, to    int // the tie
		sure, holds bool
	}{
		{"against the words", zh, en, 0, 1, false, false},
		{"with the words", zh, en, 1, 1, false, true},
		{"sure, against the words", zh, en, 0, 1, true, true},
		{"where words say nothing", blank, void, 1, 2, false, true},
		{"sure, where words say nothing", blank, void, 1, 2, true, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, d := tt.left.Clauses[tt.from], tt.right.Clauses[tt.to]
			known := bitext.Known{}
			known.Join(c, d, tt.sure)
			if got := bitext.Align(t.Context(), tt.left, tt.right, known).Partner(c) == d; got != tt.holds {
				t.Errorf("the tie holds: %v, want %v", got, tt.holds)
			}
		})
	}
}

// TestTieOfGluedClauses: where one text runs two clauses together, the one whose
// id it carries is the partner, though the words of the other are more.
func TestTieOfGluedClauses(t *testing.T) {
	zh := parse("# 建议\n\n我们根据位置和语言推荐内容。\n\n##改进安全\n\n我们使用诊断日志、崩溃报告、IP 地址、证书和加密来改进安全，并发现恶意软件、病毒、钓鱼网站和欺诈。\n\n# 联系\n\n请致电客服热线。\n", "zh")
	en := parse("# Suggestions\n\nWe recommend content by location and language.\n\n# Improve security\n\nWe use diagnostic logs, crash reports, the IP address, certificates and encryption to improve security, and to find malware, viruses, phishing sites and fraud.\n\n# Contact\n\nPlease call the customer hotline.\n", "en")
	known := bitext.Known{}
	known.Join(zh.Clauses[0], en.Clauses[0], false)
	if got := bitext.Align(t.Context(), zh, en, known).Partner(zh.Clauses[0]); got != en.Clauses[0] {
		t.Errorf("it answers to %v, want the clause that it is tied to", got)
	}
	if got := bitext.Align(t.Context(), zh, en, nil).Partner(zh.Clauses[0]); got != en.Clauses[1] {
		t.Errorf("without the tie it answers to %v, want the one that it shares most with", got)
	}
}
