package bitext

import (
	"sync"

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
	made map[[2]*policy.Text]func() *Bitext
}

// Of returns the bitext of two texts, aligned by the ids of their clauses unless
// one is held. The caller must not change it.
func (a *Alignments) Of(left, right *policy.Text) *Bitext {
	a.mu.Lock()
	if f := a.made[[2]*policy.Text{right, left}]; f != nil {
		a.mu.Unlock()
		return f().flip()
	}
	f := a.made[[2]*policy.Text{left, right}]
	if f == nil {
		f = sync.OnceValue(func() *Bitext { return a.Cues.Align(left, right, ByID(left, right)) })
		a.hold(left, right, f)
	}
	a.mu.Unlock()
	return f()
}

func (a *Alignments) hold(left, right *policy.Text, f func() *Bitext) {
	if a.made == nil {
		a.made = map[[2]*policy.Text]func() *Bitext{}
	}
	a.made[[2]*policy.Text{left, right}] = f
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
	a.hold(b.Left, b.Right, func() *Bitext { return b })
}
