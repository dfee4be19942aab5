package bitext_test

import (
	"fmt"
	"runtime"
	"testing"

	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// TestWorstIsLinear: clauses or paragraphs of texts that say other things, too many
// for each to be compared with each, allocate much less than that would.
// BenchmarkHuge has times.
func TestWorstIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a second")
	}
	const n, most = 2600, 64 << 20
	words := map[policy.Lang]string{"zh": "职员%d保管钥匙%d号。", "en": "Clerk %d keeps key %d."}
	para := func(lang policy.Lang, i int) policy.Block {
		return policy.Block{Kind: policy.Para, Runs: []policy.Run{{Text: fmt.Sprintf(words[lang], i*7, i*13+len(lang.Tag()))}}}
	}
	for _, shape := range []struct {
		name string
		text func(lang policy.Lang, n int) *policy.Text
	}{
		{"clauses", func(lang policy.Lang, n int) *policy.Text {
			x := &policy.Text{Lang: lang}
			for i := range n {
				head := []policy.Run{{Text: fmt.Sprintf(words[lang], i, n-i)}}
				x.Clauses = append(x.Clauses, &policy.Clause{Form: policy.Heading, Depth: 1, Head: head, Blocks: []policy.Block{para(lang, i)}})
			}
			return x
		}},
		{"paragraphs", func(lang policy.Lang, n int) *policy.Text {
			c := &policy.Clause{Form: policy.Preamble}
			for i := range n {
				c.Blocks = append(c.Blocks, para(lang, i))
			}
			return &policy.Text{Lang: lang, Clauses: []*policy.Clause{c}}
		}},
	} {
		zh, en := shape.text("zh", n), shape.text("en", n)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		bitext.Align(t.Context(), zh, en, nil)
		runtime.ReadMemStats(&after)
		allocated := after.TotalAlloc - before.TotalAlloc
		t.Logf("%d %s allocate %d MB", n, shape.name, allocated>>20)
		if allocated > most {
			t.Errorf("%d %s allocate %d MB, want %d at most", n, shape.name, allocated>>20, most>>20)
		}
	}
}
