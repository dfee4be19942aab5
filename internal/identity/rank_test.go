package identity

import (
	"math/rand/v2"
	"testing"

	"diptych/internal/policy"
)

// TestBefore: in whatever order versions become public, each continues the last
// one before it in time that was public, or else the first one behind it.
func TestBefore(t *testing.T) {
	var none byRank
	if none.before(3) != nil {
		t.Error("something stands before the first")
	}
	for seed := range 50 {
		order := rand.New(rand.NewPCG(uint64(seed), 4)).Perm(9)
		var known byRank
		texts := map[int]*policy.Text{}
		for _, rank := range order {
			var want *policy.Text
			for i := range 9 {
				if texts[i] != nil && (i < rank || want == nil) {
					want = texts[i]
				}
			}
			if got := known.before(rank); got != want {
				t.Fatalf("seed %d: of %v, rank %d continues another", seed, order, rank)
			}
			texts[rank] = &policy.Text{}
			known = known.with(rank, texts[rank])
		}
	}
}
