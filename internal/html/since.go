package html

// SinceMark says since when a clause stands.
type SinceMark struct {
	Words string // in the page's language
	Href  string // its place in the redline, or ""
	Tag   string // BCP 47 tag of Words where the text around is in another language
	Fresh bool   // it came or changed in the version shown
}

// Since writes a mark of class since, and fresh where it is.
func (m Margin) Since(s SinceMark) {
	w := m.w
	w.raw(` <span class="aside since`)
	if s.Fresh {
		w.raw(" fresh")
	}
	w.byte('"')
	if s.Tag != "" {
		w.attr("lang", s.Tag)
	}
	w.byte('>')
	if s.Href != "" {
		w.raw("<a")
		w.attr("href", s.Href)
		w.byte('>')
	}
	w.text(s.Words)
	if s.Href != "" {
		w.raw("</a>")
	}
	w.raw("</span>")
}
