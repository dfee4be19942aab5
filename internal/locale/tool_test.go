package locale

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"diptych/i18n"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// TestToolStrings holds i18n/tool/ to the rules of diag: every language says
// what every rule is about, and has the same messages with the same
// placeholders.
func TestToolStrings(t *testing.T) {
	catalog, problems := loadTool(i18n.Tool)
	for _, p := range problems {
		t.Errorf("i18n/tool: %s", p.Text)
	}
	if got := ToolLangs(); !slices.Equal(got, []policy.Lang{"en", "zh"}) {
		t.Errorf("the program speaks %v", got)
	}
	for _, lang := range catalog.Langs() {
		w, english := catalog.For(lang), catalog.For("en")
		for _, r := range diag.Rules() {
			if _, _, ok := w.Has("rule." + r.String() + ".about"); !ok {
				t.Errorf("rule %s: say under [rule.%s] in i18n/tool/%s.toml what it is about: about = \"…\"", r, r, lang)
			}
		}
		for _, id := range w.IDs() {
			checkToolString(t, w, id)
			own, _, _ := w.Has(id)
			names, _, _ := english.Has(id)
			if !slices.Equal(own, names) {
				t.Errorf("string %q has the placeholders %v in %s and %v in en", id, own, lang, names)
			}
		}
	}
}

func checkToolString(t *testing.T, w *Words, id string) {
	t.Helper()
	forms := slices.Collect(maps.Values(w.messages[id].forms))
	part := id[strings.LastIndexByte(id, '.')+1:]
	if name, ok := strings.CutPrefix(id, "rule."); ok {
		name, rest, _ := strings.Cut(name, ".")
		if _, known := diag.RuleOf(name); !known {
			t.Errorf("string %q of i18n/tool/%s.toml: diag has no rule %q", id, w.lang, name)
		}
		if part != "about" && part != "text" && part != "hint" || part == "about" && rest != part {
			t.Errorf("string %q of i18n/tool/%s.toml is never used: a rule has about, and messages with text and hint", id, w.lang)
		}
	}
	for _, form := range forms {
		words := strings.Join(form.text, "_")
		sentence := strings.HasSuffix(words, ".") || strings.HasSuffix(words, "。")
		switch part {
		case "about":
			if !sentence {
				t.Errorf("string %q in %s is a sentence: end it with a period", id, w.lang)
			}
		case "text", "hint":
			if first, _ := utf8.DecodeRuneInString(words); sentence || unicode.IsUpper(first) {
				t.Errorf("string %q in %s: begin it without a capital and end it without a period", id, w.lang)
			}
		}
		if m := halfWidth.FindString(words); w.lang == "zh" && m != "" {
			t.Errorf("string %q in zh: write full-width punctuation in %q", id, m)
		}
	}
}

// halfWidth matches half-width punctuation beside a Chinese character.
var halfWidth = regexp.MustCompile(`\p{Han}[,;:?!()"]|[,;:?!()"]\p{Han}`)

// TestToolMissingString: what is missing is never silent.
func TestToolMissingString(t *testing.T) {
	c, _ := loadTool(fstest.MapFS{"tool/en.toml": {Data: []byte(`
quote = '"{{.Words}}"'
comma = ", "
[rule.link.1]
text = "link to {{.Link}}"
[rule.notice.1]
text = { one = "{{.Count}} day", other = "{{.Count}} days" }
hint = "wait"
`)}})
	tool := &Tool{c.For("en")}
	for _, tt := range []struct {
		rule   diag.Rule
		n      int
		values []any
		want   string
		hint   string
	}{
		{diag.Link, 1, []any{"Link", "b#x"}, "link to b#x", ""},
		{diag.Link, 1, nil, `(string "rule.link.1.text" in en: no value for {{.Link}})`, ""},
		{diag.Link, 2, nil, `(no string "rule.link.2.text" in en)`, ""},
		{diag.Notice, 1, []any{"Count", 1}, "1 day", "wait"},
		{diag.Notice, 1, []any{"Count", 15}, "15 days", "wait"},
	} {
		if text, hint := tool.Say(tt.rule, diag.Message{N: tt.n, Values: tt.values}); text != tt.want || hint != tt.hint {
			t.Errorf("%s %d: %q, %q; want %q, %q", tt.rule, tt.n, text, hint, tt.want, tt.hint)
		}
	}
	if got, want := tool.About(diag.Pin), `(no string "rule.pin.about" in en)`; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestToolValues: values are written as the language writes them.
func TestToolValues(t *testing.T) {
	for _, tt := range []struct {
		value  any
		en, zh string
	}{
		{"b#x", "b#x", "b#x"},
		{15, "15", "15"},
		{policy.Date{Year: 2026, Month: 1, Day: 31}, "2026-01-31", "2026-01-31"},
		{diag.Pos{File: "zh.md", Line: 3}, "zh.md:3", "zh.md:3"},
		{policy.Tag("zh-CN"), "Chinese", "中文"},
		{policy.Tag("de"), `"de"`, "“de”"},
		{diag.Words("第三条"), `"第三条"`, "“第三条”"},
		{diag.Words(`a "b\c" d`), `"a \"b\\c\" d"`, `“a "b\c" d”`},
		{diag.Words(`"`), `"\""`, `“"”`},
		{diag.Words("a\u3000\x1b\n"), `"a\u3000\x1b\n"`, "“a\u3000\\x1b\\n”"},
		{[]diag.Words{"15日", "30日"}, `"15日", "30日"`, "“15日”、“30日”"},
		{[]diag.Words(nil), "", ""},
	} {
		for lang, want := range map[policy.Lang]string{"en": tt.en, "zh": tt.zh} {
			tool := ToolIn(lang)
			got, err := phrase{[]string{"", ""}, []string{"X"}}.fill("", []any{"X", tool.spell(tt.value)})
			if err != nil || got != want {
				t.Errorf("%#v in %s: %q, %v; want %q", tt.value, lang, got, err, want)
			}
		}
	}
}

// TestTranslate: a list keeps its places and what has no message.
func TestTranslate(t *testing.T) {
	l := diag.List{
		{Pos: diag.Pos{File: "a"}, Rule: diag.MissingText, Severity: diag.Warning, Text: "x", Hint: "y",
			Message: &diag.Message{N: 1, Values: []any{"Version", "1.0", "Policy", "a", "Key", "en"}}},
		{Rule: diag.Config, Text: "unknown key", Hint: "none"},
	}
	got := ToolIn("zh").Translate(l)
	if p := got[0]; p.Text != "政策 a 的版本 1.0 缺少“en”文本" || p.Hint == "y" || p.Pos != l[0].Pos || p.Severity != diag.Warning {
		t.Errorf("got %+v", p)
	}
	if got[1] != l[1] || l[0].Text != "x" {
		t.Errorf("got %+v from %+v", got[1], l)
	}
}
