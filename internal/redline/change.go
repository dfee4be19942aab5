package redline

import "diptych/internal/policy"

// Kind says what sort of change it is.
type Kind uint8

const (
	Inserted     Kind = iota // a clause or item without partner in the old text
	Deleted                  // … in the new text
	Modified                 // the words differ; of a title too
	Moved                    // the same or nearly the same content in another place
	Renumbered               // only the label differs, or references that follow other labels
	Restructured             // the same words in another form: paragraphs for a list, one paragraph for two, a heading for an item
	Reformatted              // only the look of words, a link's target or the style of a list differs
	Editorial                // only punctuation, white space or the width or style of characters differs
)

// Kinds lists the kinds in the order in which a reader cares.
var Kinds = [...]Kind{Inserted, Deleted, Modified, Moved, Renumbered, Restructured, Reformatted, Editorial}

func (k Kind) String() string {
	return [...]string{"inserted", "deleted", "modified", "moved", "renumbered", "structure", "reformatted", "editorial"}[k]
}

// Substantive reports whether a change of the kind can alter what a text says.
func (k Kind) Substantive() bool {
	return k == Inserted || k == Deleted || k == Modified || k == Moved
}

// Change is one line of the list of changes.
type Change struct {
	Kind     Kind
	ClauseID string // where it is on the redline page; "" is the title of the text, at the top
	Other    string // Moved: the old end on the page
	OldLabel policy.Label
	NewLabel policy.Label
	Heading  string // policy.Clause.Name of the clause, or the first words of the item or block
	Along    int    // Moved: clauses below it that moved along and have no change of their own
	Verdict  Verdict
	Cited    []*policy.Clause // of a note: the merged sections that cite it, where what it says changed
	Tally
	// Punctuation says that no word differs and punctuation does: a comma came,
	// a stop became a comma. It is false where less than that differs, white
	// space or the width or style of characters.
	Punctuation bool
	Marks       []MarkChange
	Links       []LinkChange
	Images      []ImageChange
	Refs        []RefChange // references that follow a renumbering; never counted in Tally
	Formats     []Format    // what was reformatted, in the order of Format
	old, new    []any       // see Plain: *policy.Clause, *policy.Block or, for the title, string
}

// IsTitle reports whether it is the change of the title of the text.
func (c *Change) IsTitle() bool { return c.ClauseID == "" }

// Plain returns the whole words of what the change is about in either text, as
// policy.SpellRuns spells them, a paragraph a string: a clause, an item, a block or the title. There are none
// where it is not in that text.
func (c *Change) Plain() (old, new []string) { return plainOf(c.old), plainOf(c.new) }

func plainOf(xs []any) []string {
	var out []string
	for _, x := range xs {
		switch x := x.(type) {
		case *policy.Clause:
			out = append(out, x.Spelled()...)
		case *policy.Block:
			out = append(out, policy.SpelledBlocks([]policy.Block{*x})...)
		case string:
			out = append(out, x)
		}
	}
	return out
}

// Tally counts what is marked. A span is a stretch of marked text; words are
// Han characters, and words and numbers in other scripts; characters are
// runes without white space.
type Tally struct {
	Insertions, Deletions       int // spans
	InsertedWords, DeletedWords int
	InsertedChars, DeletedChars int
}

func (t *Tally) add(u Tally) {
	t.Insertions += u.Insertions
	t.Deletions += u.Deletions
	t.InsertedWords += u.InsertedWords
	t.DeletedWords += u.DeletedWords
	t.InsertedChars += u.InsertedChars
	t.DeletedChars += u.DeletedChars
}

// MarkChange is words that stayed and look different: the formats that they
// lost, those that they got and, where that changed, their language.
type MarkChange struct {
	Words            string
	Gone, Come       policy.Marks
	OldLang, NewLang string // tags; "" is the language of the text
}

// LinkChange is a link whose words stayed and whose target changed. Old or
// New is "" where there was or is no link. Where only the title of the link
// changed, it stands behind the address in quotation marks.
type LinkChange struct {
	Words, Old, New string
	from, to        policy.Ref // of links to clauses of the site; else zero
}

// ImageChange is an image that was replaced, came or went. Dest is its
// address, Words its alternative text; of what is not there both are "".
type ImageChange struct{ OldDest, OldWords, NewDest, NewWords string }

// RefChange is a reference to a clause that was renumbered: 5.3 to 5.4.
type RefChange struct{ Old, New string }

// Format is something that can differ and is neither words nor label.
type Format uint8

const (
	Emphasis  Format = iota // bold, italics, code and the like, or the language: see Change.Marks
	Target                  // where a link leads, or whether there is one
	ListStyle               // bullets, numbers, the first number
	Level                   // the rank of a heading
	Structure               // a paragraph became an item, a heading a paragraph, a cell spans others
	Flag                    // {.key}
	Picture                 // size or title of an image
	Split                   // a paragraph was split in two, or two were joined
	Column                  // of what moved: it is a column of a table
)

func (f Format) String() string {
	return [...]string{"emphasis", "target", "list", "level", "structure", "flag", "picture", "split", "column"}[f]
}

// Counts sums the changes up.
type Counts struct {
	ByKind [len(Kinds)]int // by Kind
	Tally
}

// Of returns how many changes are of the kind.
func (c Counts) Of(k Kind) int { return c.ByKind[k] }
