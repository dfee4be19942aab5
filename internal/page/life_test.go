package page

import (
	"fmt"
	"strings"
	"testing"

	"diptych/internal/bitext"
	"diptych/internal/markup"
	"diptych/internal/policy"
)

// versions makes a policy of texts in one language, one version a text.
func versions(t *testing.T, texts ...string) *Series {
	t.Helper()
	p := &policy.Policy{Slug: "privacy"}
	for i, src := range texts {
		v := &policy.Version{Name: fmt.Sprintf("%d.0", i+1), Effective: policy.Date{Year: 2020 + i, Month: 1, Day: 1}}
		if src != "" {
			clauses, problems := markup.Parse([]byte(src), markup.Options{File: "zh.md", Line: 1, Lang: "zh", Version: v.Name})
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			v.Texts = []*policy.Text{{Lang: "zh", Clauses: clauses}}
		}
		p.Versions = append(p.Versions, v)
	}
	c := &Maker{Site: &policy.Site{Languages: []policy.Lang{"zh"}, Policies: []*policy.Policy{p}}}
	return c.Series(p, new(bitext.Alignments))
}

// lives spells what is known of the clauses of the newest text: id, since,
// changed.
func lives(s *Series) string {
	traced := s.lives("zh")
	last := s.policy.Versions[len(s.policy.Versions)-1]
	var out []string
	for _, c := range last.Text("zh").Clauses {
		if c.Form == policy.Item {
			continue
		}
		l := traced[c]
		forms := 0
		for f := &l; f != nil; f = f.before {
			forms++
		}
		out = append(out, fmt.Sprintf("%s %s %s %d", c.ID, l.since.Name, l.changed.Name, forms))
	}
	return strings.Join(out, "; ")
}

func TestTrace(t *testing.T) {
	const first = "## 一、收集 {#a}\n\n我们收集您的手机号码。\n\n## 二、保存 {#b}\n\n我们在三十日内删除您的个人信息。\n"
	for _, tt := range []struct {
		name, want string
		texts      []string
	}{
		{"one version", "a 1.0 1.0 1; b 1.0 1.0 1", []string{first}},
		{"nothing changes", "a 1.0 1.0 1; b 1.0 1.0 1", []string{first, first, first}},
		{"words change", "a 1.0 1.0 1; b 1.0 2.0 2", []string{first, strings.Replace(first, "三十日", "十五日", 1)}},
		{"and change back", "a 1.0 1.0 1; b 1.0 3.0 3", []string{first, strings.Replace(first, "三十日", "十五日", 1), first}},
		{"a clause comes and the next is renumbered", "n 2.0 2.0 1; a 1.0 1.0 1; b 1.0 1.0 1", []string{
			first, "## 一、新增 {#n}\n\n本条是新的。\n\n" + strings.NewReplacer("二、", "三、", "一、", "二、").Replace(first),
		}},
		{"a clause moves whole", "b 1.0 1.0 1; a 1.0 1.0 1", []string{
			first, "## 一、保存 {#b}\n\n我们在三十日内删除您的个人信息。\n\n## 二、收集 {#a}\n\n我们收集您的手机号码。\n",
		}},
		{"a version lacks the language", "a 1.0 1.0 1; b 1.0 3.0 2", []string{first, "", strings.Replace(first, "三十日", "十五日", 1)}},
		{"a clause goes and comes again", "a 1.0 1.0 1; b 3.0 3.0 1", []string{first, first[:strings.Index(first, "## 二")], first}},
		{"punctuation only", "a 1.0 2.0 2; b 1.0 1.0 1", []string{first, strings.Replace(first, "手机号码。", "手机号码；", 1)}},
		{"a clause moves and changes", "b 1.0 2.0 2; a 1.0 1.0 1", []string{
			first, "## 一、保存 {#b}\n\n我们在十五日内删除您的个人信息。\n\n## 二、收集 {#a}\n\n我们收集您的手机号码。\n",
		}},
		{"a note changes", "a 1.0 2.0 2; b 1.0 1.0 1; notes 1.0 2.0 2", []string{
			strings.Replace(first, "号码。", "号码。[^1]", 1) + "\n[^1]: 含座机。\n", strings.Replace(first, "号码。", "号码。[^1]", 1) + "\n[^1]: 不含座机。\n",
		}},
		{"notes change places", "a 1.0 2.0 2; b 1.0 2.0 2; notes 1.0 2.0 2", []string{
			strings.NewReplacer("号码。", "号码。[^1]", "信息。", "信息。[^2]").Replace(first) + "\n[^1]: 可以退款。\n[^2]: 不予退款。\n",
			strings.NewReplacer("号码。", "号码。[^2]", "信息。", "信息。[^1]").Replace(first) + "\n[^1]: 可以退款。\n[^2]: 不予退款。\n",
		}},
		{"a note is renumbered", "n 2.0 2.0 1; a 1.0 1.0 1; b 1.0 1.0 1; notes 1.0 2.0 2", []string{
			strings.Replace(first, "号码。", "号码。[^1]", 1) + "\n[^1]: 含座机。\n",
			"## 零、新增 {#n}\n\n本条是新的。[^2]\n\n" + strings.Replace(first, "号码。", "号码。[^1]", 1) + "\n[^1]: 含座机。\n\n[^2]: 新的注释。\n",
		}},
	} {
		if got := lives(versions(t, tt.texts...)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
