package locale_test

import (
	"io/fs"
	"strings"
	"testing"

	"diptych/i18n"
	"diptych/internal/locale"
	"diptych/internal/policy"
)

// TestEmbedded: every file of i18n is a whole language: it has all
// strings that any of them has, with the same placeholders and with the plural
// forms of its language.
func TestEmbedded(t *testing.T) {
	names, err := fs.Glob(i18n.FS, "*.toml")
	if err != nil || len(names) < 2 {
		t.Fatalf("%v, %v", names, err)
	}
	var langs []policy.Lang
	for _, name := range names {
		langs = append(langs, policy.Lang(strings.TrimSuffix(name, ".toml")))
	}
	catalog, problems := locale.Load(i18n.FS, nil, nil, langs)
	for _, p := range problems {
		t.Errorf("%v: %s", p.Pos, p.Text)
	}
	for _, lang := range langs {
		for _, other := range langs {
			if _, err := catalog.For(lang).T("lang_" + string(other)); err != nil {
				t.Errorf("%s.toml does not name %s: %v", lang, other, err)
			}
		}
		if name := catalog.For(lang).OwnName(); name == string(lang) {
			t.Errorf("%s.toml does not say what its language calls itself", lang)
		}
	}
}
