package html

import "diptych/internal/policy"

// Margin is where Options.Aside writes. What is written there is no word of the
// text: it carries the class aside.
type Margin struct{ w *Writer }

// aside writes what stands behind the head of a clause, apart from it.
func (w *Writer) aside(c *policy.Clause) {
	if w.opt.Aside == nil {
		return
	}
	n := len(w.out)
	w.byte(' ')
	if w.opt.Aside(Margin{w}, c); len(w.out) == n+1 {
		w.out = w.out[:n]
	}
}
