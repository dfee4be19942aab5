package html

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"diptych/internal/policy"
)

// table writes a table inside a region that scrolls sideways where the table
// is wider than the page.
func (e *Env) table(b *bytes.Buffer, k *policy.Block) {
	e.tables++
	b.WriteString(`<section class="table-scroll" tabindex="0" aria-label="`)
	escape(b, e.Words.TableRegion)
	b.WriteByte(' ')
	b.WriteString(strconv.Itoa(e.tables))
	if name := e.tableName(k); name != "" {
		b.WriteString(": ")
		escape(b, name)
	}
	b.WriteString(`">`)
	e.open(b, k, "table", "")
	outer := e.held
	e.held = holdable(k)
	b.WriteByte('\n')
	rows, body := 0, false
	for i := range k.Blocks {
		r := &k.Blocks[i]
		if r.Kind != policy.Row {
			e.block(b, r)
			continue
		}
		switch {
		case rows == 0 && k.Head > 0:
			b.WriteString("<thead>\n")
		case rows == k.Head:
			if rows > 0 {
				b.WriteString("</thead>\n")
			}
			b.WriteString("<tbody>\n")
			body = true
		}
		e.row(b, r, rows < k.Head)
		rows++
	}
	switch {
	case body:
		b.WriteString("</tbody>\n")
	case rows > 0:
		b.WriteString("</thead>\n")
	}
	b.WriteString("</table></section>\n")
	e.held = outer
}

// tableName is what stands in the caption of a table or else in the heading
// above it.
func (e *Env) tableName(k *policy.Block) string {
	for i := range k.Blocks {
		if p := &k.Blocks[i]; p.Kind == policy.Caption {
			if name := standing(p.Runs); name != "" {
				return name
			}
		}
	}
	return e.above
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

// heldWord is the longest word, in bytes, of a column that may be held.
const heldWord = 24

// holdable reports whether the first column of a table can stay in view while the
// others scroll: there are several others, each row has a cell of its own in
// it, and none holds a word that could fill the page of a phone.
func holdable(k *policy.Block) bool {
	columns := 0
	for i := range k.Blocks {
		row := &k.Blocks[i]
		if row.Kind != policy.Row || len(row.Blocks) == 0 {
			continue
		}
		for j := range row.Blocks {
			if row.Blocks[j].RowSpan > 1 {
				return false
			}
		}
		columns = max(columns, len(row.Blocks))
		first := &row.Blocks[0]
		if first.Blocks != nil || first.ColSpan < 2 && longWord(first.Runs) {
			return false
		}
	}
	return columns > 2
}

// longWord reports whether runs hold a word longer than heldWord, or an image.
func longWord(runs []policy.Run) bool {
	n := 0
	for i := range runs {
		if runs[i].Kind == policy.Image {
			return true
		}
		for _, r := range runs[i].Text {
			if n += utf8.RuneLen(r); r == ' ' || r >= 0x2E80 {
				n = 0
			}
			if n > heldWord {
				return true
			}
		}
	}
	return false
}

func (e *Env) row(b *bytes.Buffer, k *policy.Block, head bool) {
	outer := e.Tongue.into(k)
	e.open(b, k, "tr", "")
	for i := range k.Blocks {
		e.cell(b, &k.Blocks[i], head, i == 0 && e.held)
	}
	b.WriteString("</tr>\n")
	e.Tongue.Lang = outer
}

var alignClass = [...]string{"", "a-left", "a-center", "a-right"}

func (e *Env) cell(b *bytes.Buffer, k *policy.Block, head, held bool) {
	if k.Kind != policy.Cell {
		b.WriteString("<td>")
		e.block(b, k)
		b.WriteString("</td>")
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
	e.open(b, k, name, class)
	b.Truncate(b.Len() - 1)
	if k.ColSpan > 1 {
		writeNumber(b, ` colspan="`, k.ColSpan)
	}
	if k.RowSpan > 1 {
		writeNumber(b, ` rowspan="`, k.RowSpan)
	}
	switch {
	case k.Header && head:
		b.WriteString(` scope="col"`)
	case k.Header:
		b.WriteString(` scope="row"`)
	}
	b.WriteByte('>')
	outer := e.Tongue.into(k)
	e.inner(b, k)
	e.Tongue.Lang = outer
	closeTag(b, name)
}
