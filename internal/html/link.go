package html

import (
	"strings"

	"diptych/internal/policy"
)

// openLink opens the link of a run and returns its address; "" where there is
// none.
func (w *Writer) openLink(l *policy.Link, r *policy.Run) string {
	if l == nil || l.Kind == policy.LinkDead {
		return ""
	}
	href := w.href(l)
	if href == "" {
		return ""
	}
	w.raw("<a")
	w.attr("href", href)
	if l.Kind == policy.LinkExternal && strings.HasPrefix(href, "http") {
		if isBare(l.Dest, r.Text) {
			w.raw(` class="bare"`)
		} else {
			w.raw(` rel="external"`) // print spells out where it leads
		}
	}
	if l.Title != "" {
		w.attr("title", l.Title)
	}
	w.byte('>')
	return href
}

// href returns the address of a link; "" where there is none. A place in the same
// text has the name there that its id has.
func (w *Writer) href(l *policy.Link) string {
	if w.opt.Href == nil {
		if l.Kind == policy.LinkExternal {
			return l.Dest
		}
		return ""
	}
	href := w.opt.Href(l)
	if w.opt.Prefix != "" && len(href) > 1 && href[0] == '#' {
		return "#" + w.Anchor(href[1:])
	}
	return href
}

// isBare reports whether words are the address that they lead to. Such words may
// break anywhere, and print does not repeat them.
func isBare(dest, words string) bool {
	_, tail, _ := strings.Cut(dest, "://")
	return words == dest || words == tail || words+"/" == tail
}
