package policy

// BlockKind is the kind of a block.
type BlockKind uint8

const (
	Para       BlockKind = iota // leaf
	List                        // holds ListItems
	ListItem                    // holds blocks
	Table                       // holds Rows; the first Head of them are the head
	Row                         // holds Cells
	Cell                        // leaf, or holds blocks where the source had raw HTML blocks in a cell
	Quote                       // holds blocks
	Code                        // leaf: one run, line breaks kept
	Rule                        // thematic break; nothing inside
	Details                     // holds a Summary and blocks
	Summary                     // leaf
	Caption                     // leaf, first in a Table
	Subheading                  // leaf: a heading inside a list item, quote or cell; no clause
	Note                        // footnote; holds blocks
)

// Align is the alignment of a table cell.
type Align uint8

const (
	AlignNone Align = iota
	AlignLeft
	AlignCenter
	AlignRight
)

// Block is one node of a clause's content: a leaf holds Runs, the others hold
// Blocks. Block is a value; a text is never changed after it was made.
type Block struct {
	Kind   BlockKind
	Op     Op      // in a redline: what happened to the whole block
	Runs   []Run   // leaves only
	Blocks []Block // all others
	Clause *Clause // ListItem with a printed label, else nil
	ID     string  // anchor that the source gave to the block, or ""
	Lang   string  // BCP 47 tag where the source says that it differs from the text's
	Key    bool    // {.key}
	Line   int     // leaves: line of the source in which their words begin; 0 where there is none
	Col    int     // and the column in it, in characters from 1

	Ordered bool   // List
	Start   int    // List, where Ordered: number of the first item
	Tight   bool   // List: items are single lines
	Head    int    // Table: number of head rows
	Header  bool   // Cell: a th
	Align   Align  // Cell
	ColSpan int    // Cell; 0 and 1 are one column
	RowSpan int    // Cell; 0 and 1 are one row
	Was     *Block // in a redline: the block as it was, where one of its kind looked different
	Level   int    // Subheading: 1 to 6; Note: its number
}
