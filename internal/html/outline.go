package html

import "diptych/internal/policy"

// outlineDepth is how many levels of a text its contents show.
const outlineDepth = 2

// Outline writes the contents of a text: its headings to two levels, or its
// labelled paragraphs where it has no headings, as nested lists of links to
// them. It writes nothing where there would be nothing to choose.
func (w *Writer) Outline(clauses []*policy.Clause) {
	w.begin()
	form := policy.Paragraph
	for _, c := range clauses {
		if c.Form == policy.Heading {
			form = policy.Heading
			break
		}
	}
	depth := 0
	for _, c := range clauses {
		if c.Form != form || c.Depth > outlineDepth {
			continue
		}
		d := c.Depth
		if depth == 0 {
			d = 1
		}
		switch {
		case d > depth:
			d = depth + 1
			w.raw("<ol")
			if depth == 0 {
				w.raw(` class="outline"`)
			}
			w.raw(">\n")
		default:
			w.raw("</li>\n")
			for ; depth > d; depth-- {
				w.raw("</ol></li>\n")
			}
		}
		depth = d
		w.outlineItem(c)
	}
	for ; depth > 0; depth-- {
		w.raw("</li>\n</ol>")
	}
}

func (w *Writer) outlineItem(c *policy.Clause) {
	w.raw(`<li><a href="#`)
	w.anchor(c.ID)
	w.raw(`">`)
	if !c.Label.IsZero() {
		w.raw(`<span class="label">`)
		w.text(c.Label.Text)
		w.raw("</span>")
		gap := c.Label.Gap
		if gap == "" {
			gap = " "
		}
		w.text(gap)
	}
	w.words(title(c))
	w.raw("</a>")
}
