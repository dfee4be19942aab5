package bitext_test

import (
	"testing"

	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// TestContradicts: the words of two clauses speak against their being one where
// they say other things, and not where one of them only says more.
func TestContradicts(t *testing.T) {
	zh := parse("# 收集的信息与设备\n\n我们收集设备型号和操作系统版本，用于改进性能。\n\n1. 未成年人须经监护人同意。\n2. 争议由仲裁机构管辖，并适用中国法律。\n\n# 收集与删除\n\n我们收集设备型号和操作系统版本，用于改进性能。\n\n您可以撤回同意、注销账号并要求删除备份。\n\n# 其他\n", "zh")
	en := parse("# Collection of information and devices\n\nWe collect the device model and the version of the operating system, to improve performance.\n\n1. Minors need the consent of their guardian.\n2. Disputes are subject to arbitration under the law of China.\n\n# Deletion and withdrawal of consent\n\nYou may withdraw your consent, cancel your account and have backups deleted.\n\n# Miscellaneous\n", "en")
	find := func(x *policy.Text, words string) *policy.Clause {
		for _, c := range x.Clauses {
			if got := policy.PlainRuns(c.Head); got == words || c.Form == policy.Item && policy.PlainBlocks(c.Blocks)[0] == words {
				return c
			}
		}
		t.Fatalf("no clause says %q", words)
		return nil
	}
	b := bitext.Align(zh, en, nil)
	for _, tt := range []struct {
		left, right string
		against     bool
	}{
		{"收集的信息与设备", "Collection of information and devices", false},
		{"收集的信息与设备", "Deletion and withdrawal of consent", true},
		{"收集与删除", "Deletion and withdrawal of consent", false},
		{"未成年人须经监护人同意。", "Minors need the consent of their guardian.", false},
		{"未成年人须经监护人同意。", "Disputes are subject to arbitration under the law of China.", true},
		{"其他", "Miscellaneous", false},
		{"其他", "Deletion and withdrawal of consent", false},
	} {
		c, d := find(zh, tt.left), find(en, tt.right)
		if got := b.Contradicts(c, d); got != tt.against {
			t.Errorf("%s, %s: %v (%.1f), want %v", tt.left, tt.right, got, b.Alike(c, d), tt.against)
		}
		back := bitext.Align(en, zh, nil)
		if b.Contradicts(d, c) != tt.against || back.Contradicts(c, d) != tt.against || b.Alike(c, d) != b.Alike(d, c) || b.Alike(c, d) != back.Alike(c, d) {
			t.Errorf("%s, %s: another answer from the other side", tt.left, tt.right)
		}
	}
	if c := zh.Clauses[0]; !b.Contradicts(c, zh.Clauses[1]) || b.Alike(c, zh.Clauses[1]) > -100 {
		t.Error("two clauses of one text are alike")
	}
}

// TestContradictsOnCorpus: hardly any pair of real clauses contradicts itself,
// and most clauses that are not pairs do.
func TestContradictsOnCorpus(t *testing.T) {
	pairs, others, wrong, found := 0, 0, 0, 0
	for _, x := range corpus(t) {
		b := align(x.zh, x.en)
		for i, c := range x.zh.Clauses {
			d := b.Partner(c)
			if d == nil {
				continue
			}
			pairs++
			if b.Contradicts(c, d) {
				wrong++
			}
			if e := x.en.Clauses[(7*i+3)%len(x.en.Clauses)]; e != d && e.Form == c.Form {
				others++
				if b.Contradicts(c, e) {
					found++
				}
			}
		}
	}
	t.Logf("%d of %d pairs contradict themselves, %d of %d others", wrong, pairs, found, others)
	if 200*wrong > pairs || 10*found < 9*others {
		t.Error("want at most one in 200, and nine in ten")
	}
}
