package redline_test

import (
	"fmt"
	"testing"

	"diptych/internal/redline"
)

// TestMarksStayWhenAnImageIsRenamed: the marks in a paragraph of which there are
// two shortest scripts do not follow from what stands elsewhere.
func TestMarksStayWhenAnImageIsRenamed(t *testing.T) {
	const old = "We keep what users send us for as long as the law asks charlie charlie bravo.\n\n![Map](map.png)\n"
	const new = "We keep what users send us for as long as the law asks charlie bravo bravo charlie.\n\n![Map](%s)\n"
	want := ""
	for i := range 30 {
		r := redline.Compare(t.Context(), parse(old, "en"), parse(fmt.Sprintf(new, fmt.Sprintf("map%d.png", i)), "en"))
		got := ""
		for _, x := range r.Sections[0].Clause.Blocks[0].Runs {
			got += fmt.Sprint(x.Op, x.Text, "|")
		}
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("with image %d\n%s, before\n%s", i, got, want)
		}
	}
}
