package source

import (
	"testing"

	"diptych/internal/markup"
	"diptych/internal/policy"
)

// TestNamedByPlace: where agree has nothing to do, the ids that markup gave
// are those it would give itself.
func TestNamedByPlace(t *testing.T) {
	for _, tt := range []struct {
		src  string
		want bool
	}{
		{"", true},
		{"words\n\n1. a\n2. b\n\n## A\n\n1. a\n   1) b\n\n### B\n\n第一条 文\n\n（一）文\n\n（二）文\n\n第二条 文\n\n## C\n", true},
		{"第一章 总则\n\n第一条 文\n\n第二章 附则\n\n第二条 文\n", true},
		{"## A {#a}\n", false},
		{"## A {only=\"en\" reason=\"…\"}\n", false},
		{"## A\n\nwords <a id=\"x\"></a>\n", false},
		{"## A\n\nwords[^1]\n\n[^1]: 1. a\n", false},
	} {
		clauses, _ := markup.Parse([]byte(tt.src), markup.Options{Lang: "en"})
		text := &policy.Text{Lang: "en", Clauses: clauses}
		if got := namedByPlace(&policy.Version{Texts: []*policy.Text{text}}); got != tt.want {
			t.Errorf("%q: got %v", tt.src, got)
			continue
		}
		var ids []string
		for _, c := range clauses {
			ids = append(ids, c.ID)
		}
		newOutline(text).derive("1.0")
		for i, c := range clauses {
			if tt.want && c.ID != ids[i] {
				t.Errorf("%q: clause %s was named %s", tt.src, c.ID, ids[i])
			}
		}
	}
}
