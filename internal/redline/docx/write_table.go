package docx

import (
	"fmt"

	"diptych/internal/policy"
)

// pageWidth is the width of the words on a page of A4, in twentieths of a point.
const pageWidth = 9026

// grid writes a table.
func (w *writer) grid(g *grid) {
	columns := 1
	for _, r := range g.rows {
		n := 0
		for _, c := range r.cells {
			n += c.span
		}
		columns = max(columns, n)
	}
	width := pageWidth / columns
	w.raw(`<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>`)
	for range columns {
		fmt.Fprintf(w.out, `<w:gridCol w:w="%d"/>`, width)
	}
	w.raw("</w:tblGrid>\n")
	for i := range g.rows {
		w.row(&g.rows[i], width)
	}
	w.raw("</w:tbl>\n")
}

func (w *writer) row(r *gridRow, width int) {
	w.raw("<w:tr>")
	if r.head || r.op != policy.Same {
		w.raw("<w:trPr>")
		if r.head {
			w.raw("<w:tblHeader/>")
		}
		if r.op != policy.Same {
			w.tracked(opTag(r.op))
		}
		w.raw("</w:trPr>")
	}
	for _, c := range r.cells {
		fmt.Fprintf(w.out, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width*c.span)
		if c.span > 1 {
			fmt.Fprintf(w.out, `<w:gridSpan w:val="%d"/>`, c.span)
		}
		switch {
		case c.covered:
			w.raw("<w:vMerge/>")
		case c.tall:
			w.raw(`<w:vMerge w:val="restart"/>`)
		}
		w.raw("</w:tcPr>")
		for _, l := range c.lines {
			w.line(l)
		}
		w.raw("</w:tc>")
	}
	w.raw("</w:tr>\n")
}
