package bitext

import (
	"context"
	"sync"

	"diptych/internal/memo"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// Alignments is how texts answer to each other. It aligns every two of them once,
// whoever asks first and whichever of them is on the left, and compares those of
// one language once. It is safe for concurrent use; the zero value is ready.
type Alignments struct {
	redline.Memo       // for clauses that have their ids
	Cues         *Cues // of words that texts were aligned by before; nil keeps none

	mu   sync.Mutex
	made map[[2]*policy.Text]*memo.Value[*Bitext]
}

// Of returns the bitext of two texts, aligned by the ids of their clauses unless
// one is held. The caller must not change it.
func (a *Alignments) Of(ctx context.Context, left, right *policy.Text) *Bitext {
	here, there := [2]*policy.Text{left, right}, [2]*policy.Text{right, left}
	a.mu.Lock()
	turned := a.made[there]
	if turned == nil && a.made[here] == nil {
		a.hold(here)
	}
	made := a.made[here]
	a.mu.Unlock()
	if turned != nil {
		return aligned(ctx, a.Cues, turned, right, left).flip()
	}
	return aligned(ctx, a.Cues, made, left, right)
}

// aligned makes a bitext, unless it was made.
func aligned(ctx context.Context, cues *Cues, made *memo.Value[*Bitext], left, right *policy.Text) *Bitext {
	return made.Of(ctx, func(ctx context.Context) *Bitext { return cues.Align(ctx, left, right, ByID(left, right)) })
}

// hold makes room for an alignment. The caller holds the lock.
func (a *Alignments) hold(of [2]*policy.Text) *memo.Value[*Bitext] {
	if a.made == nil {
		a.made = map[[2]*policy.Text]*memo.Value[*Bitext]{}
	}
	a.made[of] = new(memo.Value[*Bitext])
	return a.made[of]
}

// flip returns the bitext with its sides changed over.
func (b *Bitext) flip() *Bitext {
	turn := func(rows []Row) []Row {
		out := make([]Row, len(rows))
		for i, r := range rows {
			out[i] = Row{Left: r.Right, Right: r.Left, Crossed: r.Crossed}
		}
		return out
	}
	return &Bitext{Left: b.Right, Right: b.Left, Rows: turn(b.Rows), Moved: turn(b.Moved), partner: b.partner}
}

// Hold keeps an alignment for all who ask of its texts from now on.
func (a *Alignments) Hold(b *Bitext) {
	a.mu.Lock()
	defer a.mu.Unlock()
	delete(a.made, [2]*policy.Text{b.Right, b.Left})
	a.hold([2]*policy.Text{b.Left, b.Right}).Of(context.Background(), func(context.Context) *Bitext { return b })
}
