package docx

import (
	"fmt"
	"strings"

	"diptych/internal/policy"
)

// line writes a paragraph.
func (w *writer) line(l *line) {
	is := l.new
	if is == nil {
		is = l.old
	}
	props := w.frame(is)
	restyled := l.old != nil && l.new != nil && l.old.frame != l.new.frame
	w.raw("<w:p>")
	if props != "" || l.op != policy.Same || restyled {
		w.raw("<w:pPr>" + props)
		if l.op != policy.Same {
			w.raw("<w:rPr>")
			w.tracked(opTag(l.op))
			w.raw("</w:rPr>")
		}
		if restyled {
			w.raw("<w:pPrChange")
			w.stamp()
			w.raw("><w:pPr>" + w.frame(l.old) + "</w:pPr></w:pPrChange>")
		}
		w.raw("</w:pPr>")
	}
	if w.counts {
		w.counts = false
		w.raw(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>`)
	}
	w.spans(l)
	w.raw("</w:p>")
}

// indent is the width of a level of a list, in twentieths of a point.
const indent = 420

// frame returns the properties of a paragraph, in the order of ECMA-376, 17.3.1.
func (w *writer) frame(p *para) string {
	f := &p.frame
	var b strings.Builder
	if s := style(f); s != "" {
		fmt.Fprintf(&b, `<w:pStyle w:val="%s"/>`, s)
	}
	depth := f.depth + f.quote
	switch f.mark {
	case bullet:
		fmt.Fprintf(&b, `<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="1"/></w:numPr>`, min(depth-1, maxLevel))
	case numbered:
		fmt.Fprintf(&b, `<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, min(depth-1, maxLevel), w.number(p))
	}
	if f.role == rule {
		b.WriteString(`<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>`)
	}
	switch {
	case f.mark != unmarked:
		fmt.Fprintf(&b, `<w:ind w:left="%d" w:hanging="%d"/>`, depth*indent, indent)
	case depth > 0:
		fmt.Fprintf(&b, `<w:ind w:left="%d"/>`, depth*indent)
	}
	if f.align != policy.AlignNone {
		fmt.Fprintf(&b, `<w:jc w:val="%s"/>`, [...]string{"", "left", "center", "right"}[f.align])
	}
	return b.String()
}

// style is the style of a frame; "" is the one of plain words.
func style(f *frame) string {
	switch f.role {
	case heading:
		return fmt.Sprintf("Heading%d", max(f.level, 1))
	case words:
		if f.quote > 0 {
			return "Quote"
		}
		return ""
	}
	return [...]string{
		title: "Title", subheading: "Subheading", summary: "Summary", caption: "Caption", code: "Code", rule: "",
		cellWords: "CellWords", cellHead: "CellHead", noteWords: "FootnoteText",
	}[f.role]
}

// maxLevel is the deepest level of a list that Word numbers, from 0.
const maxLevel = 8

// numbering is a list that Word numbers.
type numbering struct {
	list  *policy.Block
	start int
}

// number returns the number of the list that a paragraph stands in; the first is
// that of bullets.
func (w *writer) number(p *para) int {
	for i, n := range w.numbers {
		if n.list == p.list {
			return i + 2
		}
	}
	w.numbers = append(w.numbers, numbering{p.list, p.frame.start})
	return len(w.numbers) + 1
}
