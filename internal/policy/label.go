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

// IsZero reports whether there is no label.
func (l Label) IsZero() bool { return l.Text == "" }

// LabelStyle is the family of a label: labels of one family and depth number
// the clauses of one row.
type LabelStyle uint8

const (
	StyleNone            LabelStyle = iota // no label
	StylePart                              // 第一编, 第二部分, Part One
	StyleChapter                           // 第一章, Chapter 3
	StyleSection                           // 第二节, Section 2, § 2
	StyleArticle                           // 第三条, Article 3, Clause 5.3
	StyleParagraph                         // 第四款, 第二项
	StyleAppendix                          // 附件一, 附录 A, Appendix A, Schedule 1
	StyleHan                               // 一、
	StyleHanParen                          // （一）
	StyleHanHalf                           // 一）
	StyleDecimal                           // 1. 1、 01. 1.1 1.1.1; rows differ by len(Path)
	StyleDigitParen                        // (1)
	StyleDigitHalf                         // 1)
	StyleCircled                           // ①, ❶
	StyleAlpha                             // a.
	StyleAlphaParen                        // (a)
	StyleAlphaHalf                         // a)
	StyleUpperAlpha                        // A.
	StyleUpperAlphaParen                   // (A)
	StyleUpperAlphaHalf                    // A)
	StyleRoman                             // ii.
	StyleRomanParen                        // (ii)
	StyleRomanHalf                         // ii)
	StyleUpperRoman                        // II.
	StyleUpperRomanParen                   // (II)
	StyleUpperRomanHalf                    // II)
	StyleOrdinal                           // First, 第一，
	StyleCircledHan                        // ㊀
	StyleAbsent                            // in Clause.OldLabel only: the clause had no label
)
