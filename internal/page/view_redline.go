package page

import "html/template"

// Redline is a page that says what changed from one version to another.
type Redline struct {
	Base
	Title    string
	TitleTag string
	Old, New Edition
	TextTag  string
	Fallback *Fallback
	Erased   bool          // the words of one of the two are shown nowhere: nothing is compared
	Ending   *Ending       // the end of the policy, or nil
	Summary  template.HTML // of New
	Counts   Counts
	NewTitle template.HTML // the title, old and new marked, where it changed; else ""
	Total    int           // changes of substance
	Struck   bool          // words stand in it that the policy itself has struck out
	Changes  []ChangeItem
	Stale    []StaleItem // references that went stale
	Segments []Segment
	History  string
	Stable   string      // text in force
	Table    string      // the same in two columns
	Data     string      // the same for programs
	Others   []Link      // other redlines to New, named by their old version
	Beside   []OtherText // pages that show it with another language beside it
}

// Table is a redline in two columns, the old text beside the new one
// (修订对照表).
type Table struct {
	Base
	Title    string
	TitleTag string
	Old, New Edition
	TextTag  string
	Fallback *Fallback
	Erased   bool    // the words of one of the two are shown nowhere: nothing is compared
	Ending   *Ending // the end of the policy, or nil
	Counts   Counts
	OldTitle template.HTML // the title, where it changed; else ""
	NewTitle template.HTML // likewise
	Rows     []TableRow
	Redline  string // the same in one column
	Stable   string // text in force
}

// TableRow is one clause in both texts, or a fold of unchanged ones. A side is
// empty where the clause is not in that text, or stands elsewhere in it.
type TableRow struct {
	Folded   bool
	Clauses  int // in a fold: how many clauses
	Old, New template.HTML
	Other    string // one end of a move: link to the other; else ""
	Said     Said   // outside folds
}

// Counts is how many changes of each kind a redline holds.
type Counts struct {
	Clauses                                       int // changed clauses; those of which only number, structure, format or punctuation changed are left out
	Inserted, Deleted, Modified, Moved            int
	Renumbered, Structure, Reformatted, Editorial int
	Insertions, Deletions                         int // runs of words
}

// StaleItem is a reference whose words stayed and that means another clause now,
// as a warning.
type StaleItem struct {
	Href  string // place in the redline
	Label string // of the clause in which it stands
	Tight bool   // no space stands behind the label
	Words string // what that is called
	Says  string // which clause was meant, and which is now
}

// ChangeItem is one line of the list of changes.
type ChangeItem struct {
	N          int    // 1-based, among the changes of substance; 0 for the others
	Kind       string // inserted, deleted, modified, moved, renumbered, structure, reformatted, editorial
	Changed    bool   // of a move: what moved did not stay as it was
	Href       string // place in the redline
	Label      string // printed label in the new text, or in the old for a deleted clause
	Tight      bool   // no space stands behind the label
	OldLabel   string // where it differs
	Words      string // heading or first words
	Insertions int
	Deletions  int
	Along      int // of a move: clauses below that moved along unchanged
	// Alike is the items after it that say no more than that they moved, as it
	// does: rows of a table sorted anew.
	Alike []ChangeItem
	Under bool // it is among the Alike of an item before it
	// Punctuation says of an editorial change that punctuation differs, and not
	// only white space or the width or style of characters.
	Punctuation bool
	Looks       []Look
	Links       []LinkChange
	Images      []ImageChange
	Refs        []RefChange
	Cited       []Link   // of a note: the clauses that cite it
	Formats     []string // what else was reformatted: names of redline.Format
}

// Look is words that stayed and got, or lost, one format: a name of
// policy.Marks, or "language".
type Look struct {
	Format string
	Lost   bool
	Words  []string
}

// LinkChange is a link whose target changed under the same words; "" where
// there was or is none.
type LinkChange struct{ Words, Old, New string }

// ImageChange is an image that was replaced, came or went, by address.
type ImageChange struct{ OldDest, OldWords, NewDest, NewWords string }

// RefChange is a reference that follows a renumbering.
type RefChange struct{ Old, New string }

// Segment is a stretch of the redline: either a fold of unchanged clauses or
// clauses of one or more changes.
type Segment struct {
	Folded   bool
	Clauses  int // in a fold: how many clauses
	HTML     template.HTML
	Remarks  []Remark     // what the publisher says of its clauses
	Notes    []ChangeItem // notes that its clauses cite and that changed
	Changes  []ChangeItem // outside folds
	Numbers  string       // outside folds: the numbers of its changes of substance, "3–5, 7"; "" where it has none
	Several  bool         // they are more than one
	First    int          // the first of them
	PrevHref string       // change of substance before, or ""
	Prev     int          // its number
	NextHref string       // change of substance after, or ""
	Next     int          // its number
}

// Said is what is said of a clause where the list of changes does not stand:
// changes that have something which marks in the text cannot show, and notes
// that it cites and that changed.
type Said struct{ Changes, Notes []ChangeItem }

// Remark is what the publisher says of a clause: an item of [[changes]].
type Remark struct {
	Version string // of which it is said
	Clause  Link   // its place on the page
	Note    string
}

// Search is the search page of a language: every heading of the texts that
// stand for the policies, which a script turns into a search.
type Search struct {
	Base
	Policies []SearchPolicy
	Others   []UnsearchedPolicy // whose texts are not in force and will not be
}

// UnsearchedPolicy is a policy that can be read and is not searched: it has ended,
// or it has nothing but what was withdrawn or is published for comment.
type UnsearchedPolicy struct {
	Link
	Edition Edition
}

// SearchPolicy is a policy that can be searched.
type SearchPolicy struct {
	Link     // the text
	Slug     string
	Index    string // the script with its words
	Headings []Link // none on a site that has very many
}
