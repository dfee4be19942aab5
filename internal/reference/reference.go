// Package reference finds where the words of a text refer to its clauses, and
// which clause each reference means: 第三条第二款第（一）项, Articles 8-10, 附件二,
// paragraph (b), 5.3. It is the one reader of references. It keeps the laws that
// mentions stand in order and are words of the text, that they are found in one
// pass whatever bytes come in, and that a mention means a clause only where no
// other clause could be meant. What follows from a reference that leads
// elsewhere than before is the caller's.
package reference

// Unit is what a reference calls the clause that it means.
type Unit uint8

const (
	Number    Unit = iota // 5.3, without a word
	Part                  // 第二部分, 第一编, Part Two
	Appendix              // 附件二, Schedule 3, Annex II
	Chapter               // 第二章, Chapter 2
	Section               // 第二节, Section 2, §2
	Article               // 第三条, Article 3, Clause 3
	Paragraph             // 第二款
	Item                  // 第（一）项, (b), item 3, 第一条③
)

// level orders units from the outside in.
func (u Unit) level() int {
	return [...]int{Number: 4, Part: 0, Appendix: 0, Chapter: 2, Section: 3, Article: 4, Paragraph: 5, Item: 6}[u]
}

// Mention is one place in a text that words name. A reference of several parts
// is a mention each: 第三条第（一）项 is two, the second in the first.
type Mention struct {
	From, To       int    // bytes of its words: 第三条, Section 3, in a list 五条
	Digits, Behind int    // bytes of its number, without brackets
	Unit           Unit   //
	Path           []int  // its numbers: 5.3 is [5 3], （二） is [2], 第十条之一 is [10 1]
	Other          []int  // what else the number may be: I behind Appendix is one, or the ninth letter
	Mark           rune   // Item: '(' where it stands in brackets, 'a' where that is a letter or roman, '①', or 0
	Word           string // Appendix: the word before the number, in lower case
	Letter         rune   // Appendix: its number where that is one letter, or 0
	In             int    // index of the mention in which it is to be found, or -1
	Foreign        bool   // it is a place in a law or in another document
	// Quiet says that nobody doubts it: it is a link or quoted, or a law or another
	// document stands in its sentence, and may be meant.
	Quiet bool
	Back  bool // it is the place before the words, without a number: 前款, 前条
	Far   int  // Back: how many such places before it begins; 前两款 begins two before
	Above bool // it is said to stand above: 上述第（二）项
}

// Words returns the words of a mention with those of the mentions in which it
// is to be found, where they stand side by side: 第三条第二款.
func Words(words string, ms []Mention, i int) string {
	from := ms[i].From
	for k := ms[i].In; k >= 0 && ms[k].To <= from && from-ms[k].To <= len("的"); k = ms[k].In {
		from = ms[k].From
	}
	return words[from:ms[i].To]
}
