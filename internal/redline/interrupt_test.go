package redline_test

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"

	"pgregory.net/rapid"

	"diptych/internal/redline"
)

// steps is a context that ends when it has been asked so often.
type steps struct {
	context.Context
	left *atomic.Int64
}

func (s steps) Err() error {
	if s.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// TestInterrupted: a redline whose context ends, wherever that is, says less than
// there is to say, and nothing that is wrong.
func TestInterrupted(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		lang := rapid.SampledFrom(langs).Draw(rt, "lang")
		a := drawText(rt, lang)
		b := edit(rt, a, lang)
		ctx := steps{t.Context(), new(atomic.Int64)}
		ctx.left.Store(rapid.Int64Range(0, 40).Draw(rt, "steps"))
		r := redline.Compare(ctx, parse(strings.Join(a, "\n\n"), lang), parse(strings.Join(b, "\n\n"), lang))
		if err := r.Replay(); err != nil {
			rt.Fatal(err)
		}
	})
}
