package page

import (
	"testing"

	"diptych/internal/redline"
)

// TestLooks: a form of a clause is called after what alone differs in it.
func TestLooks(t *testing.T) {
	structure := redline.Change{Kind: redline.Restructured, Formats: []redline.Format{redline.Structure}}
	link := redline.Change{Kind: redline.Reformatted, Formats: []redline.Format{redline.Target}, Links: make([]redline.LinkChange, 1)}
	space := redline.Change{Kind: redline.Editorial}
	both := redline.Change{Kind: redline.Restructured, Links: link.Links}
	level := redline.Change{Kind: redline.Editorial, Formats: []redline.Format{redline.Level}}
	number := redline.Change{Kind: redline.Renumbered}
	for _, tt := range []struct {
		name    string
		changes []redline.Change
		want    string
	}{
		{"structure", []redline.Change{structure, number, structure}, "structure"},
		{"format", []redline.Change{link}, "format"},
		{"spacing", []redline.Change{number, space}, "spacing"},
		{"structure and a link in one", []redline.Change{both}, "mixed"},
		{"structure and a link in two", []redline.Change{structure, link}, "mixed"},
		{"spacing and a rank in one", []redline.Change{level}, "mixed"},
		{"nothing that is listed", []redline.Change{number}, "mixed"},
	} {
		sec := &redline.Section{}
		for i := range tt.changes {
			sec.Changes = append(sec.Changes, i)
		}
		if got := looks(&redline.Redline{Changes: tt.changes}, sec); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
