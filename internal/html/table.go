package html

import (
	"strconv"
	"strings"

	"diptych/internal/policy"
)

// table writes a table inside a region that scrolls sideways where the table
// is wider than the page.
func (w *Writer) table(k *policy.Block) {
	w.tables++
	w.raw(`<section class="table-scroll" tabindex="0" aria-label="`)
	w.text(w.opt.Words.TableRegion)
	w.byte(' ')
	w.raw(strconv.Itoa(w.tables))
	if name := w.tableName(k); name != "" {
		w.raw(": ")
		w.text(name)
	}
	w.raw(`">`)
	w.open(k, "table", "")
	outer := w.held
	w.held = holdable(k)
	w.byte('\n')
	rows, body := 0, false
	for i := range k.Blocks {
		r := &k.Blocks[i]
		if r.Kind != policy.Row {
			w.block(r)
			continue
		}
		switch {
		case rows == 0 && k.Head > 0:
			w.raw("<thead>\n")
		case rows == k.Head:
			if rows > 0 {
				w.raw("</thead>\n")
			}
			w.raw("<tbody>\n")
			body = true
		}
		w.row(r, rows < k.Head)
		rows++
	}
	switch {
	case body:
		w.raw("</tbody>\n")
	case rows > 0:
		w.raw("</thead>\n")
	}
	w.raw("</table></section>\n")
	w.held = outer
}

// tableName is what stands in the caption of a table or else in the heading
// above it.
func (w *Writer) tableName(k *policy.Block) string {
	for i := range k.Blocks {
		if p := &k.Blocks[i]; p.Kind == policy.Caption {
			if name := standing(p.Runs); name != "" {
				return name
			}
		}
	}
	return w.above
}

// standing returns the words of runs, in a redline those that are not deleted.
func standing(runs []policy.Run) string {
	var s strings.Builder
	for i := range runs {
		if r := &runs[i]; r.Kind == policy.Words && r.Op.InNew() {
			s.WriteString(r.Text)
		}
	}
	return strings.Join(strings.Fields(s.String()), " ")
}

func (w *Writer) row(k *policy.Block, head bool) {
	outer := w.tongue.into(k)
	w.open(k, "tr", "")
	for i := range k.Blocks {
		w.cell(&k.Blocks[i], head, i == 0 && w.held)
	}
	w.raw("</tr>\n")
	w.tongue.Lang = outer
}

var alignClass = [...]string{"", "a-left", "a-center", "a-right"}

func (w *Writer) cell(k *policy.Block, head, held bool) {
	if k.Kind != policy.Cell {
		w.raw("<td>")
		w.block(k)
		w.raw("</td>")
		return
	}
	name := "td"
	if k.Header {
		name = "th"
	}
	class := alignClass[min(int(k.Align), 3)]
	if held {
		class = strings.TrimLeft(class+" held", " ")
	}
	w.start(k, name, class)
	if k.ColSpan > 1 {
		w.number("colspan", k.ColSpan)
	}
	if k.RowSpan > 1 {
		w.number("rowspan", k.RowSpan)
	}
	switch {
	case k.Header && head:
		w.raw(` scope="col"`)
	case k.Header:
		w.raw(` scope="row"`)
	}
	w.byte('>')
	outer := w.tongue.into(k)
	w.inner(k)
	w.tongue.Lang = outer
	w.endTag(name)
}
