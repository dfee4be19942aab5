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

// Align aligns two texts of which some pairs are known, for all who ask of them
// from now on.
func (m *Memo) Align(left, right *policy.Text, known Known) *Bitext {
	b := Align(left, right, known)
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.made, [2]*policy.Text{right, left})
	m.hold(left, right, func() *Bitext { return b })
	return b
}

// Of returns the bitext of two texts, aligned by the ids of their clauses unless
// Align has told more. The caller must not change it.
func (m *Memo) Of(left, right *policy.Text) *Bitext {
	m.mu.Lock()
	if f := m.made[[2]*policy.Text{right, left}]; f != nil {
		m.mu.Unlock()
		return f().flip()
	}
	f := m.made[[2]*policy.Text{left, right}]
	if f == nil {
		f = sync.OnceValue(func() *Bitext { return Align(left, right, ByID(left, right)) })
		m.hold(left, right, f)
	}
	m.mu.Unlock()
	return f()
}

func (m *Memo) hold(left, right *policy.Text, f func() *Bitext) {
	if m.made == nil {
		m.made = map[[2]*policy.Text]func() *Bitext{}
	}
	m.made[[2]*policy.Text{left, right}] = f
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
