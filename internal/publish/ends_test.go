package publish

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"diptych/internal/site"
)

// TestAPolicyEnds ends each policy of the repository's site, before, on and after
// the day, with and without another in its place: there is no problem, and every
// link leads somewhere.
func TestAPolicyEnds(t *testing.T) {
	t.Parallel()
	slugs := []string{"cookies", "terms", "children", "sdk-list", "privacy"}
	if testing.Short() {
		slugs = slugs[:1]
	}
	for _, slug := range slugs {
		for _, by := range []string{"", "succeeded_by = \"" + slugs[(slices.Index(slugs, slug)+1)%len(slugs)] + "\"\n"} {
			if by != "" && testing.Short() {
				continue
			}
			t.Run(slug+by, func(t *testing.T) {
				t.Parallel()
				files := copied(t, ownSite())
				name := "content/" + slug + "/policy.toml"
				files[name] = &fstest.MapFile{Data: append([]byte("ends = 2028-01-01\n"+by), files[name].Data...), Mode: 0o644}
				for _, today := range []string{"2027-12-31", "2028-01-01"} {
					opt := Options{Options: site.Options{Source: files, Today: date(t, today), Before: looks().own}, Strict: true}
					b, err := readOptions(opt)
					if err != nil || len(b.problems) > 0 {
						t.Fatalf("on %s: %v\n%s", today, err, strings.TrimSpace(printed(b.problems)))
					}
					checkLinks(t, b, "")
				}
			})
		}
	}
}
