package html

// Counterpart writes the link from a clause to the same clause in another
// language: short is what is seen, name what the clause is called there. Both
// are in the language of tag, and so is the name that is read aloud.
func (m Margin) Counterpart(href, tag, short, name string) {
	w := m.w
	w.raw(` <a class="aside counterpart"`)
	w.attr("href", href)
	w.attr("lang", tag)
	w.attr("hreflang", tag)
	w.raw(` aria-label="`)
	w.text(short)
	w.raw(": ")
	w.text(name)
	w.raw(`">`)
	w.text(short)
	w.raw("</a>")
}

// Nearest writes the link from a clause that another language lacks to the
// nearest one there. That it is another clause is said by near, in the language
// of the page, which has pageTag where the text around is in another one.
func (m Margin) Nearest(href, tag, short, near, pageTag, name string) {
	w := m.w
	w.raw(` <a class="aside counterpart"`)
	w.attr("href", href)
	if pageTag != "" {
		w.attr("lang", pageTag)
	}
	w.attr("hreflang", tag)
	w.raw(`><span`)
	w.attr("lang", tag)
	w.raw(">")
	w.text(short)
	w.raw("</span> · ")
	w.text(near)
	w.raw(`<span class="hidden"`)
	w.attr("lang", tag)
	w.raw(">: ")
	w.text(name)
	w.raw("</span></a>")
}
