package html

import (
	"strconv"

	"diptych/internal/policy"
)

// image writes an image or, where it has no address, its alternative text.
func (w *Writer) image(r *policy.Run) {
	src := ""
	if w.opt.Src != nil && r.Image != nil && r.Image.Kind != policy.LinkDead && r.Image.Kind != policy.LinkExternal {
		src = w.opt.Src(r.Image)
	}
	if src == "" {
		w.text(r.Text)
		return
	}
	w.raw("<img")
	w.attr("src", src)
	w.attr("alt", r.Text)
	if r.Image.Title != "" {
		w.attr("title", r.Image.Title)
	}
	box := r.Image.Box()
	w.number("width", box.Width)
	w.number("height", box.Height)
	if w.pictures++; w.pictures > 1 {
		w.raw(` loading="lazy"`)
	}
	w.raw(` decoding="async">`)
}

// number writes an attribute where n is said; name ends in =".
func (w *Writer) number(name string, n int) {
	if n > 0 {
		w.attr(name, strconv.Itoa(n))
	}
}
