package site_test

import (
	"testing"
	"testing/fstest"
	"time"

	"diptych/internal/site"
)

// TestDayOfTheSite: at one moment it is another day elsewhere, and the site's own
// time zone says which versions are public, wherever the program runs.
func TestDayOfTheSite(t *testing.T) {
	now := time.Date(2026, 3, 9, 16, 5, 0, 0, time.UTC)
	for zone, public := range map[string]bool{"Asia/Shanghai": true, "Pacific/Kiritimati": true, "UTC": false, "America/Los_Angeles": false} {
		for _, at := range []*time.Location{time.UTC, time.FixedZone("", 14*60*60), time.FixedZone("", -11*60*60)} {
			s, l := site.Load(t.Context(), site.Options{Now: now.In(at), Source: fstest.MapFS{
				"site.toml":           {Data: []byte("title = \"T\"\nlanguages = [\"en\"]\ntime_zone = \"" + zone + "\"\n")},
				"content/a/1.0/en.md": {Data: []byte("+++\ntitle = \"T\"\neffective = 2026-01-01\n+++\n")},
				"content/a/2.0/en.md": {Data: []byte("+++\ntitle = \"T\"\neffective = 2026-04-01\nannounced = 2026-03-10\n+++\n")},
			}})
			if l.HasErrors() {
				t.Fatal(l)
			}
			if got := s.Model.Policy("a").Version("2.0") != nil; got != public {
				t.Errorf("%s, asked in %s: public %t, want %t", zone, at, got, public)
			}
		}
	}
}
