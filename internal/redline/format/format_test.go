package format_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diptych/internal/locale"
	"diptych/internal/markup"
	"diptych/internal/policy"
	"diptych/internal/redline"
	"diptych/internal/redline/format"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
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

func parse(src string, lang policy.Lang) *policy.Text {
	clauses, _ := markup.Parse([]byte(src), markup.Options{File: "x.md", Lang: lang.Tag()})
	return &policy.Text{Lang: lang, Clauses: clauses}
}

var langs = []policy.Lang{"zh", "en"}

// TestStrings: whatever a redline can say, every form says in every language.
// A string that is missing says so.
func TestStrings(t *testing.T) {
	for _, lang := range langs {
		tool := locale.ToolIn(lang)
		for _, k := range redline.Kinds {
			whole(t, k.String(), tool.T("diff.kind."+k.String()))
		}
		for f := redline.Emphasis; f <= redline.Column; f++ {
			whole(t, f.String(), tool.T("diff.format."+f.String()))
		}
		for _, name := range append((policy.Keyboard<<1 - 1).Names(), "language") {
			whole(t, name, tool.T("diff.mark."+name))
		}
	}
	files, _ := filepath.Glob("../testdata/*.txtar")
	if len(files) < 60 {
		t.Fatalf("%d cases", len(files))
	}
	for _, f := range files {
		a, err := txtar.ParseFile(f)
		if err != nil {
			t.Fatal(err)
		}
		r := redline.Compare(t.Context(), parse(string(a.Files[0].Data), "zh"), parse(string(a.Files[1].Data), "zh"))
		for _, lang := range langs {
			var text, mail strings.Builder
			if err := format.Text(&text, r, locale.ToolIn(lang), false); err != nil {
				t.Error(err)
			}
			if err := format.Markdown(&mail, r, locale.ToolIn(lang)); err != nil {
				t.Error(err)
			}
			whole(t, f, text.String())
			whole(t, f, mail.String())
		}
	}
}

// whole checks that something was said and that no string was missing.
func whole(t *testing.T, what, said string) {
	t.Helper()
	if said == "" || strings.Contains(said, "(no string") || strings.Contains(said, "(string") {
		t.Errorf("%s: %q", what, said)
	}
}

// TestForms holds the forms of one redline, in both languages. UPDATE=1 writes
// them.
func TestForms(t *testing.T) {
	const file = "testdata/forms.txtar"
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := func(i int) *policy.Text {
		title, src, _ := strings.Cut(string(a.Files[i].Data), "\n")
		x := parse(src, "en")
		x.Title = title
		return x
	}
	old, new := text(0), text(1)
	r, same := redline.Compare(t.Context(), old, new), redline.Compare(t.Context(), old, old)
	got := &txtar.Archive{Comment: a.Comment, Files: a.Files[:2:2]}
	form := func(name string, write func(w io.Writer) error) {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		got.Files = append(got.Files, txtar.File{Name: name, Data: b.Bytes()})
	}
	for _, lang := range langs {
		l := string(lang)
		form(l+".txt", func(w io.Writer) error { return format.Text(w, r, locale.ToolIn(lang), false) })
		form(l+".md", func(w io.Writer) error { return format.Markdown(w, r, locale.ToolIn(lang)) })
		form(l+" same.txt", func(w io.Writer) error { return format.Text(w, same, locale.ToolIn(lang), false) })
		form(l+" same.md", func(w io.Writer) error { return format.Markdown(w, same, locale.ToolIn(lang)) })
	}
	form("data.json", func(w io.Writer) error { return format.JSON(w, r, locale.ToolIn("en").T("diff.not_compared")) })
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, txtar.Format(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(txtar.Format(a)), string(txtar.Format(got))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestLanguages: the words around a redline are in the language asked for, the
// words of the texts in their own.
func TestLanguages(t *testing.T) {
	for lang, want := range map[policy.Lang][2]string{
		"en": {"── #c-3 (modified)\n[-2.-]{+3.+} Fees\n  The fee is [-$5-]{+$6+}.\n", "1 inserted, 1 modified, 1 renumbered\n"},
		"zh": {"── #c-3 (修改)\n[-2.-]{+3.+} Fees\n  The fee is [-$5-]{+$6+}.\n", "新增 1 处，修改 1 处，重新编号 1 处\n"},
	} {
		var b strings.Builder
		if err := format.Text(&b, terms(), locale.ToolIn(lang), false); err != nil {
			t.Fatal(err)
		}
		if got := b.String(); !strings.Contains(got, want[0]) || !strings.HasSuffix(got, want[1]) {
			t.Errorf("%s: got\n%s\nwant in it\n%s…\n%s", lang, got, want[0], want[1])
		}
	}
}

func TestJSON(t *testing.T) {
	b, err := json.Marshal(format.DataOf(terms(), ""))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"counts":{"inserted":1,"modified":1,"renumbered":1}`,
		`"kind":"modified","clause":"c-3","oldLabel":"2.","newLabel":"3.","heading":"Fees","old":"2. Fees\nThe fee is $5.","new":"3. Fees\nThe fee is $6."`,
	} {
		if !strings.Contains(string(b), want) {
			t.Errorf("no %s in %s", want, b)
		}
	}
}

func TestMarkdown(t *testing.T) {
	old := "## 一、期限\n\n保存期限为三十日。\n\n## 二、联系\n\n来信*联系*。\n\n1. 甲方提供服务。\n2. 乙方付款。\n"
	new := "## 一、期限\n\n保存期限为 15 日（含 [2]）。\n\n## 二、联系\n\n来信*联系*。\n\n1. 甲方提供服务。\n2. 乙方按期付款。\n"
	a, b := parse(old, "zh"), parse(new, "zh")
	a.Title, b.Title = "隐私政策", "隐私权政策"
	var got strings.Builder
	if err := format.Markdown(&got, redline.Compare(t.Context(), a, b), locale.ToolIn("zh")); err != nil {
		t.Fatal(err)
	}
	want := `# 隐私**权**政策

1. 修改: 标题: 隐私权政策 (+1 −0)
2. 修改: 一、 期限 (+1 −1)
3. 修改: 2\. 乙方按期付款。 (+1 −0)

### 一、 期限

保存期限为~~三十日~~ **15 日（含 \[2\]）**。
`
	if !strings.HasPrefix(strings.ReplaceAll(got.String(), "\u200b", ""), want) {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}

func TestJSONSaysWhatMarksCannot(t *testing.T) {
	old := "## 1. A\n\nUsers are bound by these terms.\n\n## 2. B\n\nSee section 1 and [help](https://a.example/1) ![map](a.png).\n"
	new := "## 1. N\n\nThe service is offered in Ireland only.\n\n## 2. A\n\nUsers are bound by these terms.\n\n## 3. B\n\n" +
		"See section 2 and [help](https://a.example/2) ![map](b.png).\n"
	a, b := parse(old, "en"), parse(new, "en")
	a.Title, b.Title = "Terms", "Terms of Use"
	got, err := json.Marshal(format.DataOf(redline.Compare(t.Context(), a, b), ""))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`{"title":"Terms of Use","was":"Terms","clauses":3,"changed":3,`,
		`{"kind":"modified","clause":"","heading":"Terms of Use","old":"Terms","new":"Terms of Use"`,
		`"links":[{"words":"help","old":"https://a.example/1","new":"https://a.example/2"}]`,
		`"images":[{"old":"a.png","oldWords":"map","new":"b.png","newWords":"map"}]`,
		`"references":[{"old":"section 1","new":"section 2"}]`,
		`"formats":["target"]`,
	} {
		if !strings.Contains(string(got), want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}

// TestWording: what is struck, raised or lowered in the source is spelled in every
// form, and told from what the redline deletes.
func TestWording(t *testing.T) {
	old := "## 1. A\n\nWe may ~~not~~ share 10<sup>5</sup> rows.\n\n- H<sub>2</sub>O, (a) **b**\n\n## 2. B\n\n1. CO<sub>2</sub> counts.\n2. Others do not.\n\nSigned and sealed.\n"
	new := "## 1. A\n\nWe may not share 105 rows.\n\n- H2O, (a) b\n\n## 2. B\n\n1. CO2 counts.\n2. Others do not.\n\nSigned, and sealed.\n"
	r := redline.Compare(t.Context(), parse(old, "en"), parse(new, "en"))
	var text, markdown strings.Builder
	if err := format.Text(&text, r, locale.ToolIn("en"), false); err != nil {
		t.Fatal(err)
	}
	if err := format.Markdown(&markdown, r, locale.ToolIn("en")); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(format.DataOf(r, ""))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ got, want string }{
		{text.String(), "We may [-~~not~~-]{+not+} share [-10⁵-]{+105+} rows."},
		{text.String(), "- [-H₂O-]{+H2O+}, (a) b\n"},
		{text.String(), "  no longer bold: “b”\n"},
		{markdown.String(), "We may ~~\u200b&#126;&#126;not&#126;&#126;\u200b~~**not** share"},
		{markdown.String(), "; no longer bold: “b”"},
		{string(data), `"old":"1. A\nWe may ~~not~~ share 10⁵ rows.\nH₂O, (a) b","new":"1. A\nWe may not share 105 rows.\nH2O, (a) b"`},
		{string(data), `"looks":[{"format":"strong","lost":true,"words":["b"]}]`},
		{string(data), `"kind":"editorial","clause":"c-2"`},
		{string(data), `"punctuation":true`},
		{string(data), `"old":"1. CO₂ counts.","new":"1. CO2 counts."`},
	} {
		if !strings.Contains(tt.got, tt.want) {
			t.Errorf("no %s in\n%s", tt.want, tt.got)
		}
	}
}

// TestLongLook: of many words that look different the beginning is repeated.
func TestLongLook(t *testing.T) {
	long := strings.Repeat("保存期限", 40)
	var b strings.Builder
	if err := format.Text(&b, redline.Compare(t.Context(), parse("**"+long+"**", "zh"), parse(long, "zh")), locale.ToolIn("zh"), false); err != nil {
		t.Fatal(err)
	}
	if want := "  不再加粗：“" + long[:59*3] + "…”\n"; !strings.Contains(b.String(), want) {
		t.Errorf("no %s in\n%s", want, b.String())
	}
}

func TestColour(t *testing.T) {
	var b strings.Builder
	if err := format.Text(&b, terms(), locale.ToolIn("en"), true); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "\x1b[31;9m$5\x1b[0m\x1b[34;4m$6\x1b[0m") || strings.Contains(b.String(), "{+") {
		t.Errorf("%q", b.String())
	}
}

// TestLabels: a label that came, went or changed is marked in both forms.
func TestLabels(t *testing.T) {
	for _, tt := range []struct{ old, new, text, markdown string }{
		{"## Scope", "## 1. Scope", "{+1.+} Scope", "**1\\.\u200b** Scope"},
		{"## 1. Scope", "## Scope", "[-1.-]Scope", "~~1\\.\u200b~~ Scope"},
		{"## 1. Scope", "## 2. Scope", "[-1.-]{+2.+} Scope", "~~1\\.\u200b~~**2\\.\u200b** Scope"},
	} {
		// Without a change of words a label that came would not be shown.
		r := redline.Compare(t.Context(), parse(tt.old+"\n\nAll users.", "en"), parse(tt.new+"\n\nAll users and guests.", "en"))
		var text, markdown strings.Builder
		if err := format.Text(&text, r, locale.ToolIn("en"), false); err != nil {
			t.Fatal(err)
		}
		if err := format.Markdown(&markdown, r, locale.ToolIn("en")); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(text.String(), tt.text) || !strings.Contains(markdown.String(), tt.markdown) {
			t.Errorf("from %q to %q:\n%s\n%s", tt.old, tt.new, text.String(), markdown.String())
		}
	}
}
