package html

import (
	"strings"
	"testing"

	"diptych/internal/policy"
)

// The numbers of changes stand before the first words, in one note that is read
// as numbers of changes; what is said of a stale reference has no space behind.
func TestMarginNotes(t *testing.T) {
	opt := Options{
		Words:  Words{Change: "Change"},
		Number: func(id string) int { return map[string]int{"a": 3, "a-1": 4, "b": 5, "m": 6}[id] },
		Moved: func(id string) (string, string, string) {
			return map[string]string{"was-m": "m", "m": "was-m"}[id], "moved", "en"
		},
		Stale: func(s *policy.Stale) (string, string) { return s.Words + " was " + s.Was, "en" },
	}
	stale := policy.Run{Text: "5.3", Stale: &policy.Stale{Words: "5.3", Was: "Fees"}}
	item := holds(policy.ListItem, p(says("one")))
	item.ID = "a-1"
	for _, tt := range []struct {
		clause *policy.Clause
		want   string
	}{
		{&policy.Clause{ID: "a", Blocks: []policy.Block{holds(policy.List, item)}},
			`<span class="aside nth"><span class="hidden">Change </span>3 4</span><p>one</p>`},
		{&policy.Clause{ID: "b", Form: policy.Paragraph, Blocks: []policy.Block{p(says("see "), stale, says("."))}},
			`<p><span class="aside nth"><span class="hidden">Change </span>5</span>see 5.3<small class="aside stale" lang="en"> [5.3 was Fees]</small>.</p>`},
		{&policy.Clause{ID: "d", Form: policy.Paragraph, Blocks: []policy.Block{p(says("one. "), policy.Run{Kind: policy.Anchor, Op: policy.MovedTo, ID: "m"}, policy.Run{Op: policy.MovedTo, Text: "two."})}},
			`<p>one. <span id="m"></span><span class="aside nth"><span class="hidden">Change </span>6</span><span class="aside meta" lang="en"><a href="#was-m">moved</a></span><ins class="moved">two.</ins></p>`},
		{&policy.Clause{ID: "was-m", Form: policy.Heading, Head: []policy.Run{{Op: policy.MovedFrom, Text: "two"}}},
			`<span class="aside meta" lang="en"><a href="#m">moved</a></span><del class="moved">two</del>`},
		{&policy.Clause{ID: "c", Form: policy.Paragraph, Blocks: []policy.Block{p(says("none"))}}, `<p>none</p>`},
	} {
		if got := textHTML(opt, []*policy.Clause{tt.clause}); !strings.Contains(got, tt.want) {
			t.Errorf("no %s in\n%s", tt.want, got)
		}
	}
}
