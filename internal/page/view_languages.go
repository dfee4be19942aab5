package page

import (
	"html/template"

	"diptych/internal/policy"
)

// Parallel is a text with the same text in another language beside it. Of the
// embedded Text only what frames the words is filled.
type Parallel struct {
	Text
	Left, Right Column
	Rows        []ParallelRow
}

// Column is the head of one of two columns.
type Column struct {
	Lang     policy.Lang
	Tag      string
	Title    string
	Href     string // the text by itself
	Prevails bool
}

// ParallelRow is parts of both texts that answer to each other. One side is
// empty where it stands alone.
type ParallelRow struct {
	Clause      string   // id of the clause in which it stands
	ID          string   // anchor of the row where no part of it has that id, or ""
	Also        []string // its second targets, where it has an anchor
	Head        bool     // a clause begins
	Left, Right Cell
}

// Cell is one side of a row: HTML, or why there is none.
type Cell struct {
	HTML  template.HTML
	Alone *Alone
	Lacks []Lack // what of the other side of the row this text has not; none where Alone says so of all
}

// Lack is words of one text that the other has not, in a row that has others.
type Lack struct {
	Lang     policy.Lang // of the text that has them
	Words    []string    // the beginning of each part
	WordsTag string      // BCP 47 tag of Words
	Reason   string      // as in Alone
	Tag      string      // BCP 47 tag of the cell: that of Reason
	PageTag  string      // BCP 47 tag of the page where it is not that of the cell, or ""
}

// Alone says why a part of a text has none beside it.
type Alone struct {
	Lang      policy.Lang // of the text that has it
	Reason    string      // where the clause is declared to be in one language only, in the drafter's words
	Tag       string      // BCP 47 tag of Reason: the language that lacks the clause
	Elsewhere string      // link to the clause in which it stands in the other text, or ""
}

// Bilingual is a redline with that in another language beside it.
type Bilingual struct {
	Base
	Title       string
	Old, New    Edition
	Erased      bool    // the words of one of the two are shown nowhere: nothing is compared
	Ending      *Ending // the end of the policy, or nil
	Stable      string  // text in force
	Left, Right RedlineColumn
	LeftTitle   template.HTML // the title, old and new marked, where it changed in either language; else ""
	RightTitle  template.HTML // likewise
	OneSided    []OneSided    // clauses whose words changed in one language only
	Rows        []BilingualRow
}

// RedlineColumn is the head of one of two redlines.
type RedlineColumn struct {
	Lang     policy.Lang
	Tag      string
	Href     string // the redline by itself
	Prevails bool
	Counts   Counts
}

// OneSided is a clause, or a part of one, whose words changed in one language only.
type OneSided struct {
	Lang    policy.Lang // in which they changed
	Clause  Link
	Part    string // its first words in that language, where another part of the clause changed in the other; else ""
	PartTag string // BCP 47 tag of Part where that is not the page's
}

// BilingualRow is a clause in both redlines, or a fold of unchanged ones.
type BilingualRow struct {
	Folded  bool
	Clauses int         // in a fold: how many clauses
	Drifts  []OneSided  // parts of the clause that changed in one language only
	Only    policy.Lang // the words changed in this language only; "" where they did in both
	Parts   []BilingualPart
}

// BilingualPart is one clause in both redlines; a side is empty where the
// clause is not in it.
type BilingualPart struct {
	Clause      string   // its id
	ID          string   // anchor of the row where neither side has that id, or ""
	Also        []string // its second targets, where it has an anchor
	Elsewhere   bool     // the side that is empty stands in another place of its text
	Only        []string // what of the side that is not empty the other text has not, where it has the rest
	Left, Right template.HTML
	LeftSaid    Said // outside folds
	RightSaid   Said
}
