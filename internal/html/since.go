package html

import "bytes"

// SinceMark says since when a clause stands.
type SinceMark struct {
	Words string // in the page's language
	Href  string // its place in the redline, or ""
	Tag   string // BCP 47 tag of Words where the text around is in another language
	Fresh bool   // it came or changed in the version shown
}

// Since writes a mark of class since, and fresh where it is. It is an aside.
func Since(b *bytes.Buffer, m SinceMark) {
	b.WriteString(` <span class="aside since`)
	if m.Fresh {
		b.WriteString(` fresh`)
	}
	if m.Tag != "" {
		b.WriteString(`" lang="`)
		escape(b, m.Tag)
	}
	b.WriteString(`">`)
	if m.Href != "" {
		b.WriteString(`<a href="`)
		escape(b, m.Href)
		b.WriteString(`">`)
	}
	escape(b, m.Words)
	if m.Href != "" {
		b.WriteString("</a>")
	}
	b.WriteString("</span>")
}
