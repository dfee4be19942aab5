package html

import "bytes"

// Counterpart writes the link from a clause to the same clause in another
// language: short is what is seen, name what the clause is called there. Both
// are in the language of tag, and so is the name that is read aloud.
func Counterpart(b *bytes.Buffer, href, tag, short, name string) {
	b.WriteString(` <a class="aside counterpart" href="`)
	escape(b, href)
	b.WriteString(`" lang="`)
	escape(b, tag)
	b.WriteString(`" hreflang="`)
	escape(b, tag)
	b.WriteString(`" aria-label="`)
	escape(b, short+": "+name)
	b.WriteString(`">`)
	escape(b, short)
	b.WriteString("</a>")
}
