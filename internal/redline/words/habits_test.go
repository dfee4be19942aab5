package words

import (
	"strings"
	"testing"

	"diptych/internal/policy"

	"pgregory.net/rapid"
)

// TestHabits: what two texts share is counted once for both, and the counts are
// those of every run by itself, as far as they go.
func TestHabits(t *testing.T) {
	text := func(words []string) *policy.Text {
		c := &policy.Clause{}
		for _, w := range words {
			c.Blocks = append(c.Blocks, policy.Block{Runs: []policy.Run{{Text: w}}})
		}
		return &policy.Text{Clauses: []*policy.Clause{c}}
	}
	same := func(t interface{ Fatalf(string, ...any) }, texts ...[]string) {
		want := &habits{}
		var all []*policy.Text
		for _, words := range texts {
			all = append(all, text(words))
			for _, w := range words {
				want.count(w, 1)
			}
		}
		if *newHabits(all...) != *want {
			t.Fatalf("%q", texts)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"", "个人信息", "保存期限", "信息", "a个人", "期限カ限"}), 0, 20)
		same(t, words.Draw(t, "a"), words.Draw(t, "b"))
	})
	often := strings.Repeat("个人", 1<<15)
	same(t, []string{often}, []string{often})
	same(t, []string{often, "个"}, []string{often, "个"}, []string{"个"})
}
