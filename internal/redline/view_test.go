package redline_test

import (
	"context"
	"fmt"
	"html/template"
	"strings"
	"testing"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

const oldTerms = `Effective 2025.

## 1. Scope

All users.

## 2. Fees

The fee is $5.

## 3. Contact

Write to us.
`

const newTerms = `Effective 2025.

## 1. Scope

All users.

## 2. Privacy

We keep little.

## 3. Fees

The fee is $6.

## 4. Contact

Write to us.
`

func terms() *redline.Redline {
	return redline.Compare(context.Background(), parse(oldTerms, "en"), parse(newTerms, "en"))
}

func TestSegments(t *testing.T) {
	r := terms()
	var got []string
	for _, s := range r.HTML(newWriter()) {
		line := s.FirstID
		if s.Folded {
			line = "fold " + s.FirstID + ".." + s.LastID
		}
		got = append(got, line)
		if s.Count < 1 || s.HTML == "" {
			t.Errorf("%s: %d clauses, %d bytes", line, s.Count, len(s.HTML))
		}
	}
	// Contact is only renumbered, so it folds too.
	if want := "fold c-0..c-1 | c-2 | c-3 | fold c-4..c-4"; strings.Join(got, " | ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, " | "), want)
	}
}

func TestUnchangedClausesAreShared(t *testing.T) {
	r := terms()
	if r.Sections[1].Clause != r.New.Clauses[1] {
		t.Error("an unchanged clause was copied")
	}
}

func TestCompareLeavesItsInputAlone(t *testing.T) {
	old, new := parse(oldTerms, "en"), parse(newTerms, "en")
	redline.Compare(t.Context(), old, new)
	for i, x := range []struct {
		text *policy.Text
		src  string
	}{{old, oldTerms}, {new, newTerms}} {
		if words(x.text.Plain()) != words(parse(x.src, "en").Plain()) {
			t.Errorf("text %d was changed", i)
		}
		for _, c := range x.text.Clauses {
			if c.Op != policy.Same || !c.OldLabel.IsZero() || strings.HasPrefix(c.ID, "was-") {
				t.Errorf("text %d: clause %s was changed", i, c.ID)
			}
		}
	}
}

func TestRows(t *testing.T) {
	var got []string
	for _, row := range terms().Rows() {
		side := func(c *policy.Clause) string {
			if c == nil {
				return "-"
			}
			return strings.Join(c.Plain(), "/")
		}
		got = append(got, side(row.Old)+" | "+side(row.New))
	}
	want := `Effective 2025. | Effective 2025.
1. Scope/All users. | 1. Scope/All users.
- | 2. Privacy/We keep little.
2. Fees/The fee is $5. | 3. Fees/The fee is $6.
3. Contact/Write to us. | 4. Contact/Write to us.`
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}

func TestTable(t *testing.T) {
	old := "## 1. Scope\n\nAll users.\n\n## 2. Fees\n\nThe fee is five dollars a month.\n\n## 3. Law\n\nIrish law applies to these terms.\n"
	new := "## 1. Scope\n\nAll users.\n\n## 2. Law\n\nIrish law applies to these terms and to all disputes.\n\n## 3. Fees\n\nThe fee is five dollars a month.\n"
	r := redline.Compare(t.Context(), parse(old, "en"), parse(new, "en"))
	var got []string
	for _, row := range r.Table(newWriter()) {
		line := fmt.Sprintf("%d", row.Count)
		if row.Folded {
			line += " folded"
		}
		if row.Moved {
			line += " moved, other end #" + row.Other
		}
		for _, side := range []template.HTML{row.OldHTML, row.NewHTML} {
			line += fmt.Sprintf(" | ins %d del %d id %t", strings.Count(string(side), "<ins"), strings.Count(string(side), "<del"), strings.Contains(string(side), ` id="`))
		}
		got = append(got, line)
	}
	want := `1 folded | ins 0 del 0 id true | ins 0 del 0 id true
1 moved, other end #c-3 | ins 0 del 3 id true | ins 0 del 0 id false
1 | ins 0 del 1 id true | ins 2 del 0 id true
1 moved, other end #was-c-2 | ins 0 del 0 id false | ins 3 del 0 id true`
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}

// TestOldColumn: what stayed in words stands in the old column as it was: where
// its links led, its formats, the numbers of its list, the rank of its heading.
func TestOldColumn(t *testing.T) {
	for _, tt := range []struct{ name, old, new, want, now string }{
		{"a link that leads elsewhere", "See [our full policy](https://a.example/1) today.", "See [our full policy](https://a.example/2) today.",
			`See <a href="https://a.example/1" rel="external">our full policy</a> today.`, `See <a href="https://a.example/2" rel="external">our full policy</a> today.`},
		{"a link that came", "See our policy.", "See [our policy](https://a.example/2).", "See our policy.", `See <a href="https://a.example/2" rel="external">our policy</a>.`},
		{"bold words", "我们**不会**共享您的信息。", "我们不会**共享**您的信息。", "我们<strong>不会</strong>共享您的信息。", "我们不会<strong>共享</strong>您的信息。"},
		{"half a word", "保存期限为30**日内**。", "保存期限为**30日**内。", "保存期限为30<strong>日内</strong>。", "保存期限为<strong>30日</strong>内。"},
		{"a moved border beside a change of words", "见[隐私](https://a.example/1)政策第三条。", "见[隐私政策](https://a.example/1)第四条。", `见<a href="https://a.example/1" rel="external">隐私</a>政策<del>第三条</del>`, `见<a href="https://a.example/1" rel="external">隐私政策</a><ins>第四条</ins>`},
		{"the rank of a heading", "# A\n\n## B\n\nc\n", "# A\n\n# B\n\nc\n", `<h3 class="clause" id="was-`, `<h2 class="clause" id="c-2"`},
		{"an important clause", "# A {.key}\n\nb\n", "# A\n\nb\n", `class="clause key"`, `class="clause" id="c-1"`},
	} {
		var old, new string
		for _, row := range redline.Compare(t.Context(), parse(tt.old, "zh"), parse(tt.new, "zh")).Table(newWriter()) {
			old, new = old+string(row.OldHTML), new+string(row.NewHTML)
		}
		if !strings.Contains(old, tt.want) {
			t.Errorf("%s: the old column is %s, want %s in it", tt.name, old, tt.want)
		}
		if !strings.Contains(new, tt.now) {
			t.Errorf("%s: the new column is %s, want %s in it", tt.name, new, tt.now)
		}
	}
}
