package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"diptych/internal/page"
)

// TestDocsKinds holds the table of docs/themes to page.Kinds, row for row: the
// template of every kind of page, and its style files in order.
func TestDocsKinds(t *testing.T) {
	docs := readDocs(t)
	for _, end := range []string{".md", chinese} {
		d := docs["docs/themes"+end]
		var rows []string
		for _, line := range d.prose() {
			if strings.HasPrefix(line, "| `pages/") {
				rows = append(rows, line)
			}
		}
		for _, spec := range page.Kinds {
			var styles []string
			for _, name := range spec.Styles {
				styles = append(styles, "`"+name+"`")
			}
			want := strings.ReplaceAll(fmt.Sprintf("| `pages/%s.html` | %s |", spec.Kind, strings.Join(styles, " ")), "|  |", "| |")
			i := slices.Index(rows, want)
			if i < 0 {
				t.Errorf("%s: its table needs the row\n%s\nas internal/page/kind.go has it", d.name, want)
				continue
			}
			rows = slices.Delete(rows, i, i+1)
		}
		for _, row := range rows {
			t.Errorf("%s: no kind of page has the row\n%s", d.name, row)
		}
	}
}
