package docx

import "diptych/internal/policy"

// hold takes back what was woven of a paragraph of the new text, or of the old
// one, that goes on behind a table which is not in that text: a paragraph of Word
// cannot go around a table. What is in both texts stays for the other one.
func (w *weaver) hold(inNew bool) []span {
	w.seal()
	var held []span
	take := func(spans []span) []span {
		var left []span
		for _, s := range spans {
			mine, others := s.op.InNew(), s.op.InOld()
			if !inNew {
				mine, others = others, mine
			}
			if !mine {
				left = append(left, s)
				continue
			}
			if !others {
				held = append(held, s)
				continue
			}
			gone, come := s, s
			gone.op, gone.new = policy.Deleted, nil
			come.op, come.old = policy.Inserted, nil
			if inNew {
				left, held = append(left, gone), append(held, come)
			} else {
				left, held = append(left, come), append(held, gone)
			}
		}
		return left
	}
	i := len(w.out)
	for i > 0 && w.out[i-1].line != nil && (inNew && w.out[i-1].line.new == nil || !inNew && w.out[i-1].line.old == nil) {
		i--
	}
	for ; i < len(w.out); i++ {
		w.out[i].line.spans = take(w.out[i].line.spans)
	}
	w.line = take(w.line)
	return held
}
