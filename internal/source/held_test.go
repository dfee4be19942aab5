package source_test

import (
	"fmt"
	"testing"
	"testing/fstest"

	"diptych/internal/config"
	"diptych/internal/policy"
	"diptych/internal/source"
)

// TestHeld: what is left out because its day has not come is named, with that
// day; what is shown in a preview is not left out.
func TestHeld(t *testing.T) {
	fsys := fstest.MapFS{"site.toml": file("title = \"T\"\n")}
	for name, facts := range map[string]string{
		"1.0": "effective = 2026-01-01",
		"2.0": "effective = 2026-08-01\nannounced = 2026-06-02",
		"3.0": "effective = 2026-09-01\nannounced = 2026-06-01",
		"4.0": "consultation = { from = 2026-06-03, to = 2026-06-09, contact = \"x\" }",
		"5.0": "effective = 2026-10-01\nannounced = 2026-06-05\nconsultation = { from = 2026-06-04, to = 2026-06-04, contact = \"x\" }",
		"6.0": "effective = 2026-11-01\ndraft = true",
		"7.0": "draft = \"text\"",
	} {
		fsys["content/a/"+name+"/zh.md"] = file("+++\ntitle = \"T\"\n" + facts + "\n+++\n\nW.\n")
	}
	for _, drafts := range []bool{false, true} {
		site, l := source.Load(t.Context(), fsys, config.Default(), source.Options{Today: policy.Date{Year: 2026, Month: 6, Day: 1}, Drafts: drafts})
		if l.HasErrors() {
			t.Fatal(l)
		}
		want := "[{a 2.0 2026-06-02} {a 4.0 2026-06-03} {a 5.0 2026-06-04}]"
		if drafts {
			want = "[]"
		}
		if got := fmt.Sprint(site.Held); got != want {
			t.Errorf("drafts %t: held %s, want %s", drafts, got, want)
		}
		for _, v := range site.Policy("a").Versions {
			if hidden := v.Name == "2.0" || v.Name == "4.0" || v.Name == "5.0"; v.HeldBack != hidden || v.Draft != (v.Name == "6.0" || v.Name == "7.0") {
				t.Errorf("drafts %t: version %s is held back %t, a draft %t", drafts, v.Name, v.HeldBack, v.Draft)
			}
		}
	}
}

// TestHiddenIsNotNamed: what policies say of one of which nothing is public is
// no part of the model.
func TestHiddenIsNotNamed(t *testing.T) {
	fsys := fstest.MapFS{
		"site.toml":             file("title = \"T\"\n"),
		"content/a/policy.toml": file("part_of = \"b\"\nrelated = [\"b\"]\nends = 2026-07-01\nsucceeded_by = \"b\"\n"),
		"content/a/1.0/zh.md":   file("+++\ntitle = \"T\"\neffective = 2026-01-01\n+++\n\nW.\n"),
		"content/b/1.0/zh.md":   file("+++\ntitle = \"T\"\neffective = 2026-06-02\nannounced = 2026-06-02\n+++\n\nW.\n"),
	}
	for i, want := range []string{"  []", "b b [b]"} {
		site, l := source.Load(t.Context(), fsys, config.Default(), source.Options{Today: policy.Date{Year: 2026, Month: 6, Day: 1 + i}})
		if l.HasErrors() {
			t.Fatal(l)
		}
		p := site.Policy("a")
		if got := fmt.Sprint(p.PartOf+" "+p.SucceededBy+" ", p.Related); got != want {
			t.Errorf("on day %d it names %q, want %q", 1+i, got, want)
		}
	}
}
