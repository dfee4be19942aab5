package words

import (
	"fmt"
	"strings"
	"testing"

	"diptych/internal/policy"
)

// TestLongSentencesAreReadOnce: the features of a long sentence are taken once, however
// many sentences it is held against.
func TestLongSentencesAreReadOnce(t *testing.T) {
	cutter := NewCutter()
	long := func(from int) *bag {
		var s strings.Builder
		for i := range bagTokens {
			fmt.Fprintf(&s, "word%d of ", from+i)
		}
		l := cutter.Cut([]policy.Run{{Text: s.String()}})
		return newBag(l, 0, len(l.Tokens))
	}
	b, c := long(0), long(bagTokens/2)
	like, held := b.alike(c), b.held(c)
	if !b.long || like <= 0 || like >= 1 || held <= 0 || held >= 1 {
		t.Fatalf("long: %t; alike by %g, held by %g", b.long, like, held)
	}
	if like != featuresOf(b.ts, b.in).Like(featuresOf(c.ts, c.in)) || held != featuresOf(b.ts, b.in).HeldIn(featuresOf(c.ts, c.in)) {
		t.Errorf("alike by %g, held by %g: other than their features", like, held)
	}
	if n := testing.AllocsPerRun(10, func() { b.alike(c); b.held(c) }); n > 0 {
		t.Errorf("%g allocations each time", n)
	}
}
