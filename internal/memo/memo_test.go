package memo

import (
	"context"
	"sync"
	"testing"
)

// TestValue: a value is made once, and one whose context ended meanwhile is made
// again for the next who asks.
func TestValue(t *testing.T) {
	var table Table[string, int]
	made := 0
	ask := func(ctx context.Context, during func()) int {
		return table.At("a").Of(ctx, func(context.Context) int {
			made++
			during()
			return made
		})
	}
	none := func() {}
	ctx, cancel := context.WithCancel(t.Context())
	if got := ask(ctx, cancel); got != 1 {
		t.Errorf("the first is given %d", got)
	}
	if got := ask(t.Context(), none); got != 2 {
		t.Errorf("the second is given %d: what was cut short was kept", got)
	}
	if got := ask(ctx, none); got != 2 || made != 2 {
		t.Errorf("the third is given %d, made %d times", got, made)
	}
	if got := table.At("b").Of(t.Context(), func(context.Context) int { return 9 }); got != 9 {
		t.Errorf("another key has the value %d", got)
	}
}

// TestValueOnce: many who ask at the same time share one.
func TestValueOnce(t *testing.T) {
	var v Value[int]
	made := 0
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() { v.Of(t.Context(), func(context.Context) int { made++; return 7 }) })
	}
	wg.Wait()
	if made != 1 {
		t.Errorf("made %d times", made)
	}
}
