package bitext

import (
	"sync"

	"diptych/internal/policy"
	"diptych/internal/redline"
)

// Memo aligns every two texts once, whoever asks first and whichever of them
// is on the left, and compares those of one language once. It is safe for
// concurrent use; the zero value is ready.
type Memo struct {
	redline.Memo // for clauses that have their ids

	mu   sync.Mutex
	made map[[2]*policy.Text]func() *Bitext
}

// Of returns the bitext of two texts. The caller must not change it.
func (m *Memo) Of(left, right *policy.Text) *Bitext {
	m.mu.Lock()
	if f := m.made[[2]*policy.Text{right, left}]; f != nil {
		m.mu.Unlock()
		return f().flip()
	}
	f := m.made[[2]*policy.Text{left, right}]
	if f == nil {
		f = sync.OnceValue(func() *Bitext { return Align(left, right) })
		if m.made == nil {
			m.made = map[[2]*policy.Text]func() *Bitext{}
		}
		m.made[[2]*policy.Text{left, right}] = f
	}
	m.mu.Unlock()
	return f()
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
