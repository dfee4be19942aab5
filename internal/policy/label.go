package policy

// Label is the number that is printed before a clause. It is recognised in
// the source, never invented, and is not part of a clause's content when
// clauses are compared. The zero Label means that there is none.
type Label struct {
	Text  string     // as printed, with its punctuation: "第三条", "（二）", "1.1", "Article 3."
	Gap   string     // white space between the label and the words, as in the source
	Style LabelStyle // family of the label
	Path  []int      // its numbers: 1.2.3 is [1 2 3], 第三条 is [3], (b) is [2]
}

// IsZero tells whether there is no label.
func (l Label) IsZero() bool { return l.Text == "" }

// LabelStyle is the family of a label: labels of one family and depth number
// the clauses of one row.
type LabelStyle uint8
