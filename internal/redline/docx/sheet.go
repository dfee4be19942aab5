package docx

import (
	"unicode"

	"diptych/internal/policy"
)

// sheet is a text as Word has it: paragraphs and tables one after the other, and
// the notes apart.
type sheet struct {
	body  []element
	notes []*note
}

// element is a paragraph or a table.
type element struct {
	para  *para
	table *table
}

// para is a paragraph.
type para struct {
	frame  frame
	pieces []piece
	size   int           // runes in it that are no white space
	id     string        // of the clause that begins with it, or ""
	list   *policy.Block // whose number it carries, where frame.mark is numbered
}

// piece is words of one look and one fate.
type piece struct {
	text  string // a line feed is a line break
	run   *policy.Run
	op    policy.Op
	unit  int  // the move that it belongs to; 0 is none
	label bool // printed number of a clause
}

// note is a footnote. Its numbers are 0 where it is not in that text.
type note struct {
	old, new int
	op       policy.Op
	paras    []element
}

// table is a table, row by row.
type table struct {
	op   policy.Op
	rows []row
}

type row struct {
	op    policy.Op
	head  bool
	cells []cell
}

// cell is a cell, or what a cell above covers of a row.
type cell struct {
	op      policy.Op
	span    int  // columns
	tall    bool // it covers rows below
	covered bool // by the cell above
	paras   []element
}

// role is what a paragraph is in its text.
type role uint8

const (
	words role = iota
	title
	heading
	subheading
	summary
	caption
	code
	rule
	cellWords
	cellHead
	noteWords
)

// mark is what Word prints before a paragraph.
type mark uint8

const (
	unmarked mark = iota
	bullet
	numbered
)

// frame is all of a paragraph that is not its words. Two paragraphs of one frame
// look the same.
type frame struct {
	role  role
	level int // of a heading
	depth int // how many lists it stands in
	mark  mark
	start int // of the list, where it is numbered
	quote int // how many quotations it stands in
	align policy.Align
}

// size counts the runes that are no white space.
func size(pieces []piece) int {
	n := 0
	for _, p := range pieces {
		for _, r := range p.text {
			if !unicode.IsSpace(r) {
				n++
			}
		}
	}
	return n
}
