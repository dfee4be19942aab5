package docx

import (
	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// maxColumns is how many columns a table of Word can have.
const maxColumns = 63

// Wide returns how many columns the widest table of the two texts has where that
// is more than Word can open, else 0. In the file of such texts the cells of
// all tables are paragraphs: whether a table is one may not depend on the
// version, or a column that came would make another thing of it.
func Wide(r *redline.Redline) int {
	n := max(widest(r.Old), widest(r.New))
	if n <= maxColumns {
		return 0
	}
	return n
}

// TooWide says that a table of so many columns is no table in the file.
func TooWide(tool *locale.Tool, columns int) string {
	return tool.T("diff.too_wide", "Columns", columns, "Most", maxColumns)
}

// widest returns how many columns the widest table of a text has that is not
// inside another one or in a note.
func widest(t *policy.Text) int {
	n := 0
	for _, c := range t.Clauses {
		if c.Form != policy.Item && c.Form != policy.Endnotes { // an item stands in the blocks of another clause
			n = max(n, widestOf(c.Blocks))
		}
	}
	return n
}

func widestOf(blocks []policy.Block) int {
	n := 0
	for i := range blocks {
		if blocks[i].Kind == policy.Table {
			n = max(n, columns(&blocks[i]))
		} else {
			n = max(n, widestOf(blocks[i].Blocks))
		}
	}
	return n
}

// columns counts the columns of a table.
func columns(t *policy.Block) int {
	n := 0
	var above []cover
	for i := range t.Blocks {
		var row []cell
		cells := make([]laid, len(t.Blocks[i].Blocks))
		for k := range cells {
			cells[k] = shape(&t.Blocks[i].Blocks[k])
		}
		row, above = covered(cells, above)
		all := 0
		for _, c := range row {
			all += c.span
		}
		n = max(n, all)
	}
	return n
}
