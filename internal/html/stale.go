package html

import "diptych/internal/policy"

// stale writes, behind a reference that went stale, which clause it meant and
// which it means now.
func (w *Writer) stale(s *policy.Stale) {
	if w.opt.Stale == nil {
		return
	}
	words, tag := w.opt.Stale(s)
	w.raw(`<small class="aside stale"`)
	if tag != "" {
		w.attr("lang", tag)
	}
	w.raw("> [")
	w.text(words)
	w.raw("]</small>")
}
