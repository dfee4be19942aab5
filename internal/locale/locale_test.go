package locale

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"diptych/i18n"
	"diptych/internal/diag"
	"diptych/internal/policy"

	upstream "github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

var (
	tags  = map[policy.Lang]policy.Tag{"zh": "zh-Hans", "en": "en", "fr": "fr"}
	langs = []policy.Lang{"zh", "en"}
)

func embedded(t testing.TB) *Catalog {
	c, list := Load(i18n.FS, nil, tags, langs)
	for _, p := range list {
		t.Error(p)
	}
	return c
}

func site(files ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return fsys
}

func print(list diag.List) string {
	var b strings.Builder
	_ = list.Text(&b, diag.Style{})
	return b.String()
}

// TestSameStrings: both built-in languages say the same things with the same
// placeholders, and neither is empty.
func TestSameStrings(t *testing.T) {
	c := embedded(t)
	zh, en := c.For("zh"), c.For("en")
	if !slices.Equal(zh.IDs(), en.IDs()) {
		t.Fatalf("ids differ:\n%q\n%q", zh.IDs(), en.IDs())
	}
	if len(zh.IDs()) < 80 {
		t.Fatalf("only %d strings", len(zh.IDs()))
	}
	for _, id := range zh.IDs() {
		a, plural, _ := zh.Has(id)
		b, plural2, _ := en.Has(id)
		if !slices.Equal(a, b) || plural != plural2 {
			t.Errorf("%s: placeholders %q and %q", id, a, b)
		}
	}
}

// TestMissingString: the library returns the words of another language and an
// error; here a string that is missing is an error and nothing else.
func TestMissingString(t *testing.T) {
	b := upstream.NewBundle(language.English)
	b.MustAddMessages(language.English, &upstream.Message{ID: "skip", Other: "Skip"})
	b.MustAddMessages(language.SimplifiedChinese, &upstream.Message{ID: "other", Other: "其他"})
	got, err := upstream.NewLocalizer(b, "zh-Hans").Localize(&upstream.LocalizeConfig{MessageID: "skip"})
	if got != "Skip" || err == nil {
		t.Logf("the trap is gone: %q, %v", got, err)
	}
	w := embedded(t).For("zh")
	if s, err := w.T("skipp"); s != "" || err == nil {
		t.Errorf("T = %q, %v", s, err)
	}
	if s, err := w.N("foldd", 2); s != "" || err == nil {
		t.Errorf("N = %q, %v", s, err)
	}
	if s, err := w.T("version_name"); s != "" || err == nil || !strings.Contains(err.Error(), "{{.Version}}") {
		t.Errorf("without a value: %q, %v", s, err)
	}
	if s, err := w.T("version_name", "Version"); s != "" || err == nil {
		t.Errorf("with half a pair: %q, %v", s, err)
	}
	if s, err := w.T("fold"); s != "" || err == nil {
		t.Errorf("a plural without its count: %q, %v", s, err)
	}
	if s, err := embedded(t).For("xx").T("skip"); s != "" || err == nil {
		t.Errorf("language that was not loaded: %q, %v", s, err)
	}
}

func TestPlural(t *testing.T) {
	c := embedded(t)
	for _, tt := range []struct {
		lang policy.Lang
		n    int
		want string
	}{
		{"zh", 0, "未变更的0个条款"}, {"zh", 1, "未变更的1个条款"}, {"zh", 1000000, "未变更的1000000个条款"},
		{"en", 0, "0 unchanged clauses"}, {"en", 1, "1 unchanged clause"}, {"en", 2, "2 unchanged clauses"},
		{"en", 101, "101 unchanged clauses"}, {"en", 5000, "5000 unchanged clauses"},
	} {
		if got, err := c.For(tt.lang).N("fold", tt.n); got != tt.want || err != nil {
			t.Errorf("%s %d: %q, %v; want %q", tt.lang, tt.n, got, err, tt.want)
		}
	}
}

func TestFill(t *testing.T) {
	w := embedded(t).For("en")
	got, err := w.T("redline_between", "New", "Old", "Old", "New") // values that look like names
	if want := "Changes from version New to Old"; got != want || err != nil {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
	if got, _ := w.T("change_of", "N", 3, "Total", 12); got != "Change 3 of 12" {
		t.Errorf("%q", got)
	}
}

func TestNamesOfLanguages(t *testing.T) {
	c := embedded(t)
	for got, want := range map[string]string{
		c.For("zh").Lang("en"): "英文", c.For("zh").Lang("zh"): "中文", c.For("en").Lang("zh"): "Chinese",
		c.For("en").OwnName(): "English", c.For("zh").OwnName(): "中文", c.For("en").Lang("xx"): "xx",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestDate(t *testing.T) {
	words := func(tag policy.Tag) *Words { return &Words{tag: tag} }
	for _, tt := range []struct {
		tag        policy.Tag
		date, want string
	}{
		{"zh-Hans", "2026-01-01", "2026年1月1日"}, {"zh-Hans", "2026-11-30", "2026年11月30日"}, {"zh", "0999-12-09", "999年12月9日"},
		{"en", "2026-01-01", "1 January 2026"}, {"en-GB", "2024-02-29", "29 February 2024"}, {"fr", "2026-01-01", "2026-01-01"},
	} {
		d, err := policy.ParseDate(tt.date)
		if err != nil {
			t.Fatal(err)
		}
		if got := words(tt.tag).Date(d); got != tt.want {
			t.Errorf("%s %s: %q, want %q", tt.tag, tt.date, got, tt.want)
		}
	}
	if got := words("en").Date(policy.Date{}); got != "" {
		t.Errorf("zero date: %q", got)
	}
}

func TestSiteStrings(t *testing.T) {
	c, list := Load(i18n.FS, site("i18n/en.toml", "\uFEFFskip = \"Jump\"\r\n[fold]\r\none = \"one clause as before\"\r\nother = \"{{.Count}} clauses as before\"\r\n"), tags, langs)
	if len(list) > 0 {
		t.Fatal(print(list))
	}
	w := c.For("en")
	skip, _ := w.T("skip")
	one, _ := w.N("fold", 1)
	many, _ := w.N("fold", 7)
	history, _ := w.T("history")
	if skip != "Jump" || one != "one clause as before" || many != "7 clauses as before" || history != "Version history" {
		t.Errorf("%q %q %q %q", skip, one, many, history)
	}
	if zh, _ := c.For("zh").T("skip"); zh != "跳到正文" {
		t.Errorf("zh: %q", zh)
	}
}

// TestProblems holds the whole message for each mistake.
func TestProblems(t *testing.T) {
	for _, tt := range []struct{ name, file, src, want string }{
		{"unknown string", "i18n/en.toml", "# mine\nhistori = \"Old\"\n",
			"i18n/en.toml:2: error: unknown string \"histori\" [i18n]\n  hint: did you mean history?\n"},
		{"unknown placeholder", "i18n/en.toml", `version_name = "V{{.Verson}}"`,
			"i18n/en.toml:1: error: string \"version_name\" has an unknown placeholder {{.Verson}} [i18n]\n  hint: did you mean Version?\n"},
		{"no placeholders", "i18n/en.toml", `skip = "Jump {{.Xyz}}"`,
			"i18n/en.toml:1: error: string \"skip\" has an unknown placeholder {{.Xyz}} [i18n]\n  hint: this string has no placeholders\n"},
		{"not a placeholder", "i18n/en.toml", `skip = "Jump {{if .A}}"`,
			"i18n/en.toml:1: error: string \"skip\": \"{{if .A\" is not a placeholder [i18n]\n  hint: a placeholder is written {{.Name}}; words hold no HTML\n"},
		{"mark-up", "i18n/en.toml", `skip = "<b>Jump</b>"`,
			"i18n/en.toml:1: error: string \"skip\": < and > may not stand in it [i18n]\n  hint: a placeholder is written {{.Name}}; words hold no HTML\n"},
		{"missing form", "i18n/en.toml", "\n[fold]\nother = \"{{.Count}} x\"\n",
			"i18n/en.toml:2: error: string \"fold\" in en lacks the plural form one [i18n]\n  hint: write one and other under [fold]\n"},
		{"another form", "i18n/zh.toml", "[skip]\none = \"跳过\"\n",
			"i18n/zh.toml:1: error: string \"skip\" in zh has the plural form one, which is never used [i18n]\n  hint: leave it out\n" +
				"i18n/zh.toml:1: error: string \"skip\" in zh lacks the plural form other [i18n]\n  hint: write other under [skip]\n"},
		{"needless form", "i18n/zh.toml", "[fold]\none = \"一\"\nother = \"{{.Count}}\"\n",
			"i18n/zh.toml:1: error: string \"fold\" in zh has the plural form one, which is never used [i18n]\n  hint: leave it out\n"},
		{"unknown string below", "i18n/en.toml", "\n[history]\nold = \"x\"\n",
			"i18n/en.toml:3: error: unknown string \"history.old\" [i18n]\n  hint: did you mean history?\n"},
		{"number", "i18n/en.toml", "\nskip = 3\n",
			"i18n/en.toml:2: error: string \"skip\" is no words [i18n]\n  hint: strings are written id = \"words\", or as a table [id] with the plural forms\n"},
		{"list", "i18n/en.toml", "history = \"Old\"\nskip = [\"Jump\"]\n",
			"i18n/en.toml:2: error: string \"skip\" is no words [i18n]\n  hint: strings are written id = \"words\", or as a table [id] with the plural forms\n"},
		{"list of tables", "i18n/en.toml", "[[skip]]\nother = \"Jump\"\n",
			"i18n/en.toml:1: error: string \"skip\" is no words [i18n]\n  hint: strings are written id = \"words\", or as a table [id] with the plural forms\n"},
		{"form that is none", "i18n/en.toml", "[fold]\none = \"a\"\nother = \"{{.Count}} x\"\nmore = \"y\"\n",
			"i18n/en.toml:4: error: string \"fold\" has no plural form more [i18n]\n  hint: plural forms are zero, one, two, few, many, other\n"},
		{"form of no words", "i18n/en.toml", "[fold]\none = 1\nother = \"{{.Count}} x\"\n",
			"i18n/en.toml:2: error: the plural form one of string \"fold\" is no words [i18n]\n  hint: strings are written id = \"words\", or as a table [id] with the plural forms\n"},
		{"form at the top", "i18n/en.toml", "skip = \"Jump\"\nother = \"x\"\n",
			"i18n/en.toml:2: error: unknown string \"other\" [i18n]\n  hint: the strings that exist are listed in the program's i18n folder\n"},
		{"empty", "i18n/en.toml", "skip = \"\"\n",
			"i18n/en.toml:1: error: string \"skip\": it says nothing [i18n]\n  hint: a placeholder is written {{.Name}}; words hold no HTML\n"},
		{"string and table", "i18n/en.toml", "\"skip.a\" = \"x\"\n",
			"i18n/en.toml:1: error: unknown string \"skip.a\" [i18n]\n  hint: did you mean skip?\n"},
		{"not UTF-8", "i18n/en.toml", "skip = \"\xd2\xfe\xcb\xbd\"\n",
			"i18n/en.toml: error: cannot read the strings: the file is in GB 18030, not in UTF-8 [file]\n" +
				"  hint: convert it: iconv -f GB18030 -t UTF-8 i18n/en.toml > i18n/en.toml.new && mv i18n/en.toml.new i18n/en.toml\n"},
		{"not TOML", "i18n/en.toml", "skip = \"Jump\nhistory = 1\n",
			"i18n/en.toml:1:13: error: cannot read the strings: strings cannot contain newlines [i18n]\n  hint: strings are written id = \"words\", or as a table [id] with the plural forms\n"},
	} {
		_, list := Load(i18n.FS, site(tt.file, tt.src), tags, langs)
		if got := print(list); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestOtherLanguage(t *testing.T) {
	three := []policy.Lang{"zh", "en", "fr"}
	_, list := Load(i18n.FS, site("i18n/fr.toml", `skip = "Aller au contenu"`), tags, three)
	if got := print(list); !strings.HasPrefix(got, "i18n/fr.toml: error: language fr lacks ") || !strings.Contains(got, "history, ") {
		t.Errorf("incomplete: %s", got)
	}
	// A complete file: the English one, with the name of the language itself.
	src, err := i18n.FS.ReadFile("en.toml")
	if err != nil {
		t.Fatal(err)
	}
	full := "lang_fr = \"French\"\n" + strings.Replace(string(src), `own_name = "English"`, `own_name = "français"`, 1)
	c, list := Load(i18n.FS, site("i18n/fr.toml", full), tags, three)
	if len(list) > 0 {
		t.Fatalf("complete: %s", print(list))
	}
	if got := c.For("en").Lang("fr"); got != "français" {
		t.Errorf("name without lang_fr: %q", got)
	}
	if got, err := c.For("fr").N("fold", 1000000); got != "1000000 unchanged clauses" || err != nil {
		t.Errorf("French has a form many for a million: %q, %v", got, err)
	}
	for _, tt := range []struct {
		key  policy.Lang
		tag  policy.Tag
		want string // the own name of the language; "" where its strings are missing
	}{
		{"cn", "zh-Hans", "中文"}, {"cn", "zh-CN", "中文"}, {"uk", "en-GB", "English"}, {"zh", "zh-TW", "中文"},
		{"zh", "ja", ""}, {"zh-hant", "", ""}, {"cn", "zh-TW", ""},
	} {
		c, list := Load(i18n.FS, nil, map[policy.Lang]policy.Tag{tt.key: tt.tag}, []policy.Lang{tt.key})
		if list.HasErrors() != (tt.want == "") || tt.want != "" && c.For(tt.key).OwnName() != tt.want {
			t.Errorf("%s with tag %q: %q, %s", tt.key, tt.tag, c.For(tt.key).OwnName(), print(list))
		}
	}
	if _, list = Load(i18n.FS, nil, map[policy.Lang]policy.Tag{"fr": "not a tag"}, []policy.Lang{"fr"}); !list.HasErrors() {
		t.Error("a bad tag is no problem")
	}
}

func BenchmarkT(b *testing.B) {
	w := embedded(b).For("en")
	b.Run("fixed", func(b *testing.B) {
		for b.Loop() {
			_, _ = w.T("history")
		}
	})
	b.Run("placeholders", func(b *testing.B) {
		for b.Loop() {
			_, _ = w.T("redline_between", "Old", "1.0", "New", "2.0")
		}
	})
	b.Run("plural", func(b *testing.B) {
		for b.Loop() {
			_, _ = w.N("fold", 7)
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		Load(i18n.FS, nil, tags, langs)
	}
}
