package check

import (
	"testing"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/locale"
)

// TestInvisibleInSite: what site.toml says of the publisher stands on every page, so
// the rule reads it, also what is written as an escape.
func TestInvisibleInSite(t *testing.T) {
	src := "title = \"A\\u202eB\"\nlanguages = [\"en\"]\n[owner]\nname = \"P\u0430ypal\u200b\"\n"
	cfg, problems := config.ParseSite("site.toml", []byte(src))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	var got []string
	for _, p := range Site(cfg, new(locale.Catalog)) {
		if p.Rule == diag.Invisible && p.Severity == diag.Warning {
			got = append(got, p.Pos.String())
		}
	}
	if want := []string{"site.toml:1:11", "site.toml:4:15", "site.toml:4:10"}; len(got) != 3 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("%v, want %v", got, want)
	}
	cfg.Rules = map[diag.Rule]diag.Level{diag.Invisible: diag.LevelOff}
	if l := Site(cfg, new(locale.Catalog)); len(l) > 0 {
		t.Error(l)
	}
}
