package redline

import (
	"context"

	"diptych/internal/memo"
	"diptych/internal/policy"
)

// Memo compares every two texts once, whoever asks first. It is safe for
// concurrent use; the zero value is ready.
type Memo struct {
	made memo.Table[[2]*policy.Text, *Redline]
}

// Compare returns the redline from old to new. The caller must not change it.
func (m *Memo) Compare(ctx context.Context, old, new *policy.Text) *Redline {
	return m.made.At([2]*policy.Text{old, new}).Of(ctx, func(ctx context.Context) *Redline { return Compare(ctx, old, new) })
}
