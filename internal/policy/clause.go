package policy

import "diptych/internal/diag"

// Form is what a clause looks like on the page.
type Form uint8

const (
	Preamble  Form = iota // what stands before the first heading or label; no head
	Heading               // a heading with what stands under it
	Paragraph             // a paragraph that begins with a printed label, with what belongs to it
	Item                  // a list item with a printed label
	Endnotes              // the footnotes, collected at the end of the text
)

// Origin says where a clause's id comes from.
type Origin uint8

const (
	Derived  Origin = iota // from its place in the outline: c-3-2
	Explicit               // written in the source as {#id}
	Carried                // from the clause that it answers to, in another version or language
)

// Clause is the unit that people cite, link to, compare and translate. The
// clauses of a text are a tree in reading order: Parent and Depth give the
// tree, the order of Text.Clauses the reading order.
type Clause struct {
	ID     string
	Origin Origin
	Also   []string // its second targets: what it was called too, the newest first
	Former []string // what its source says that it was called: {was="…"}
	Never  []string // of Former, what no clause of the policy was ever called
	Lost   []Lost   // what it was called and leads to it no more
	Form   Form
	Depth  int     // 1 for the outermost clauses
	Parent *Clause // nil for the outermost clauses
	Label  Label   // the printed number; zero where there is none
	Head   []Run   // words of the heading without the label; Heading only
	// Blocks is the clause's own content, without its child clauses of form
	// Heading and Paragraph. For the form Paragraph the first block is the
	// labelled paragraph without its label. Items stand inside the List blocks
	// of their parent and are also clauses of their own (Block.Clause), whose
	// Blocks are the item's.
	Blocks []Block

	Key    bool    // flagged by the drafter as important: {.key}
	Only   Lang    // declared divergence: exists in this language only
	Reason string  // why, in the words for readers of the other language
	Ignore *Ignore // findings that are accepted: {ignore="…" because="…"}; nil where there are none
	Pos    diag.Pos

	Op       Op    // in a redline: what happened to the whole clause
	OldLabel Label // in a redline: the label it had, where it was renumbered
}

// Lost is an id that a source writes for a clause, and that in a later version,
// in which the clause goes on, leads nowhere.
type Lost struct {
	ID      string
	Version string // the last one whose source writes it
}

// Section returns the clause itself or, for an item, the one in which it stands.
func (c *Clause) Section() *Clause {
	for c.Form == Item && c.Parent != nil {
		c = c.Parent
	}
	return c
}

// StandsAlone reports whether the clause, or one above it, is declared to stand
// in one language only. It is false for nil.
func (c *Clause) StandsAlone() bool {
	for ; c != nil; c = c.Parent {
		if c.Only != "" {
			return true
		}
	}
	return false
}

// Op marks what happened to a part of a text between two versions. Outside
// redlines everything is Same.
type Op uint8

const (
	Same Op = iota
	Inserted
	Deleted
	MovedTo   // stands here in the new text, stood elsewhere in the old
	MovedFrom // stood here in the old text, stands elsewhere in the new
)

// InNew reports whether the part is in the new text.
func (o Op) InNew() bool { return o == Same || o == Inserted || o == MovedTo }

// InOld reports whether the part is in the old text.
func (o Op) InOld() bool { return o == Same || o == Deleted || o == MovedFrom }
