package theme

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"diptych/i18n"
	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/themes"

	"github.com/google/go-cmp/cmp"
)

func catalog(t testing.TB) *locale.Catalog {
	c, list := locale.Load(i18n.FS, nil, map[policy.Lang]policy.Tag{"zh": "zh-Hans", "en": "en"}, []policy.Lang{"zh", "en"})
	for _, p := range list {
		t.Error(p)
	}
	return c
}

func loadDefault(t testing.TB, assets string) *Theme {
	th, list := Load(themes.FS, nil, Options{Assets: assets, Langs: []policy.Lang{"zh", "en"}, Catalog: catalog(t)})
	for _, p := range list {
		t.Fatal(p)
	}
	return th
}

func render(t testing.TB, th *Theme, lang policy.Lang, name string, view any) string {
	var b bytes.Buffer
	if err := th.Render(&b, lang, kindOf(name), view); err != nil {
		t.Fatalf("%s in %s: %v", name, lang, err)
	}
	return b.String()
}

// TestGolden compares every kind of page with testdata/<lang>/<name>.html;
// style, script and their hashes are left out there.
func TestGolden(t *testing.T) {
	th := loadDefault(t, Inline)
	for _, lang := range []policy.Lang{"zh", "en"} {
		all := samples(lang)
		for _, name := range slices.Sorted(maps.Keys(all)) {
			got := render(t, th, lang, name, all[name])
			if dir := os.Getenv("SHOW"); dir != "" {
				os.WriteFile(filepath.Join(dir, string(lang)+"_"+name+".html"), []byte(got), 0o644)
			}
			got = strings.Replace(got, string(th.assets.kinds[kindOf(name)].inline), "[assets]", 1)
			file := filepath.Join("testdata", string(lang), name+".html")
			if os.Getenv("UPDATE") != "" {
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				continue
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(want), got); d != "" {
				t.Errorf("%s (-want +got):\n%s", file, d)
			}
		}
	}
}
