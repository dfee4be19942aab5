package redline

import (
	"slices"
	"testing"

	"diptych/internal/policy"
)

// TestShape: what differs between two blocks and is no word is told as what it is.
func TestShape(t *testing.T) {
	for _, tt := range []struct {
		name string
		x, y policy.Block
		want []Format
	}{
		{"nothing", policy.Block{}, policy.Block{}, nil},
		{"kind", policy.Block{Kind: policy.Para}, policy.Block{Kind: policy.Code}, []Format{Structure}},
		{"rows of the head", policy.Block{}, policy.Block{Head: 1}, []Format{Structure}},
		{"a cell that is a head", policy.Block{Header: true}, policy.Block{}, []Format{Structure}},
		{"columns", policy.Block{ColSpan: 2}, policy.Block{}, []Format{Structure}},
		{"rows", policy.Block{}, policy.Block{RowSpan: 2}, []Format{Structure}},
		{"alignment", policy.Block{}, policy.Block{Align: 1}, []Format{Structure}},
		{"numbers", policy.Block{Ordered: true}, policy.Block{}, []Format{ListStyle}},
		{"the first number", policy.Block{Start: 1}, policy.Block{Start: 3}, []Format{ListStyle}},
		{"language", policy.Block{Lang: "fr"}, policy.Block{}, []Format{Emphasis}},
		{"importance", policy.Block{}, policy.Block{Key: true}, []Format{Flag}},
		{"level", policy.Block{Level: 1}, policy.Block{Level: 2}, []Format{Level}},
		{"the number of a note", policy.Block{Kind: policy.Note, Level: 1}, policy.Block{Kind: policy.Note, Level: 2}, nil},
	} {
		var a account
		a.shape(&tt.x, &tt.y)
		if got := a.formats.list(); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
	for _, tt := range []struct {
		c, d policy.Clause
		want []Format
	}{
		{policy.Clause{}, policy.Clause{}, nil},
		{policy.Clause{Depth: 1}, policy.Clause{Depth: 2}, []Format{Level}},
		{policy.Clause{Form: policy.Heading, Depth: 1}, policy.Clause{Form: policy.Paragraph, Depth: 2}, nil},
		{policy.Clause{Key: true}, policy.Clause{}, []Format{Flag}},
	} {
		var a account
		a.frame(&tt.c, &tt.d)
		if got := a.formats.list(); !slices.Equal(got, tt.want) {
			t.Errorf("%v, %v: %v, want %v", tt.c, tt.d, got, tt.want)
		}
	}
}

// TestNothingIsAsked: of a section or note that is not there nothing differs.
func TestNothingIsAsked(t *testing.T) {
	var s *Section
	if r := new(Redline); s.Verdict() != Same || !r.Folds(nil) {
		t.Errorf("verdict %v, folds %v", s.Verdict(), r.Folds(nil))
	}
}
