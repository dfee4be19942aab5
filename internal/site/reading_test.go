package site

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"diptych/internal/page"
)

// TestMostHeadings: a search page lists as many headings as it may, whatever the
// order in which policies are read, and none of a site that has more. Of such a
// site none are kept.
func TestMostHeadings(t *testing.T) {
	for more, want := range map[int]int{0: page.MostHeadings, 1: 0} {
		for _, first := range []int{0, 1, 2} {
			t.Run(fmt.Sprintf("%d more, %d first", more, first), func(t *testing.T) {
				t.Parallel()
				fsys := fstest.MapFS{"site.toml": {Data: []byte("languages = [\"en\"]\ntitle = \"T\"\n")}}
				for slug, n := range map[string]int{"a": 1, "b": page.MostHeadings/2 - 1 + more, "c": 1, "d": page.MostHeadings/2 - 1} {
					text := "+++\ntitle = \"T\"\neffective = 2024-01-01\n+++\n" + strings.Repeat("\n## Heading\n", n)
					fsys["content/"+slug+"/1.0/en.md"] = &fstest.MapFile{Data: []byte(text)}
				}
				s := load(t, Options{Source: fsys, Today: day})
				r := s.NewReading()
				for i := range s.Model.Policies {
					p, _ := s.Parse(t.Context(), s.Model.Policies[(i+first)%len(s.Model.Policies)])
					r.Add(p)
				}
				got, kept := 0, 0
				for o := range s.OwnOutputs() {
					if o.Page.Kind == page.KindSearch {
						for _, p := range r.maker.View(t.Context(), o.Page, nil).(*page.Search).Policies {
							got += len(p.Headings)
						}
					}
				}
				for _, list := range r.headings["en"] {
					kept += len(list)
				}
				if got != want || kept != want {
					t.Errorf("%d headings are listed and %d kept, want %d", got, kept, want)
				}
			})
		}
	}
}
