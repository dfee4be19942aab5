package bitext_test

import (
	"fmt"
	"runtime"
	"testing"

	"diptych/internal/bitext"
	"diptych/internal/policy"
)

// TestWorstIsLinear: three times as many clauses or paragraphs, of texts that say
// other things, allocate no more than about three times as much, and never more
// than a machine has. BenchmarkHuge has times.
func TestWorstIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a second")
	}
	const few, times, slack, most = 1100, 3, 1.3, 64 << 20 // few are too many for what is bounded
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
		allocated := func(n int) float64 {
			zh, en := shape.text("zh", n), shape.text("en", n)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			bitext.Align(zh, en, nil)
			runtime.ReadMemStats(&after)
			return float64(after.TotalAlloc - before.TotalAlloc)
		}
		small, big := allocated(few), allocated(times*few)
		t.Logf("%s: %d allocate %.0f MB, %d %.0f MB", shape.name, few, small/1e6, times*few, big/1e6)
		if big > times*slack*small || big > most {
			t.Errorf("%s: %d allocate %.0f MB, %d %.0f MB", shape.name, few, small/1e6, times*few, big/1e6)
		}
	}
}
