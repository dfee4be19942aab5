package plan

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"diptych/internal/policy"
)

// TestPinned: an id that both texts have decides where a source or a pin wrote
// it, and only for clauses of which one can become the other.
func TestPinned(t *testing.T) {
	const derived, written = policy.Derived, policy.Explicit
	for _, tt := range []struct {
		form, other     policy.Form
		origin, another policy.Origin
		want            bool
	}{
		{policy.Heading, policy.Heading, written, derived, true},
		{policy.Heading, policy.Heading, derived, written, true},
		{policy.Heading, policy.Heading, derived, derived, false},
		{policy.Heading, policy.Paragraph, written, written, true},
		{policy.Paragraph, policy.Heading, written, written, true},
		{policy.Endnotes, policy.Endnotes, written, written, true},
		{policy.Heading, policy.Preamble, written, written, false},
		{policy.Preamble, policy.Heading, written, written, false},
		{policy.Paragraph, policy.Preamble, written, written, false},
		{policy.Endnotes, policy.Paragraph, written, written, false},
	} {
		c := &policy.Clause{ID: "x", Form: tt.form, Origin: tt.origin}
		if got := pinned(c, map[string]*policy.Clause{"x": {ID: "x", Form: tt.other, Origin: tt.another}}); got != tt.want {
			t.Errorf("%+v: %v", tt, got)
		}
		if pinned(c, map[string]*policy.Clause{"y": {ID: "y", Form: tt.other, Origin: written}}) {
			t.Errorf("%+v: another id", tt)
		}
	}
}

// TestDeciding: an id decides unless it went to another clause while the words
// of the one that had it, or of the one that has it, stand under another id.
func TestDeciding(t *testing.T) {
	for _, tt := range []struct{ name, old, new, want string }{
		{"all stay", "a:one b:two", "a:one b:two", "a b"},
		{"words change", "a:one b:two", "a:six b:two", "a b"},
		{"one comes and one goes", "a:one b:two", "a:one c:ten", "a b"},
		{"ids change places", "a:one b:two", "a:two b:one", ""},
		{"an id goes on to the next", "a:one b:two", "a:new b:one", ""},
		{"an id went to a new clause", "a:one b:two", "a:new c:one b:two", "b"},
		{"an id came from one that is gone", "a:one b:two", "a:two", "b"},
		{"words twice", "a:one b:one", "a:one b:one", "a b"},
		{"words come twice", "a:one b:two", "a:one b:two c:one", "a b"},
		{"one without an id", ":one b:two", ":six b:two", "b"},
		{"no ids", ":one :two", ":two :one", ""},
	} {
		text := func(s string) *policy.Text {
			x := &policy.Text{}
			for _, w := range strings.Fields(s) {
				id, words, _ := strings.Cut(w, ":")
				x.Clauses = append(x.Clauses, &policy.Clause{ID: id, Form: policy.Heading, Head: []policy.Run{{Text: words}}})
			}
			return x
		}
		left, right := deciding(outlines(text(tt.old), text(tt.new)))
		if got := strings.Join(slices.Sorted(maps.Keys(left)), " "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		for id := range left {
			if right[id] == nil && strings.Contains(tt.new, id+":") {
				t.Errorf("%s: %s decides on one side", tt.name, id)
			}
		}
	}
}
