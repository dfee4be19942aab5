// Package html turns clauses and blocks into HTML. It keeps two laws: the words
// of the HTML are those of the text, and nothing but the elements that it knows
// gets out, whatever the words hold. Where links lead and how a page looks it
// leaves to others.
package html

import (
	"bytes"
	"strconv"

	"diptych/internal/policy"
)

// Env is what the HTML of a text depends on besides the text. One Env writes
// one page; it is not for use by several goroutines at once.
//
// What is written keeps the law of the pages: without elements of class aside,
// and with the alternative text of images for images, the text of the HTML is
// Text.Plain, but for white space.
type Env struct {
	// Href returns the address for a link on this page; "" where it leads
	// nowhere: its words are written plain. Where Href is nil, only links that
	// leave the site are links.
	Href func(*policy.Link) string
	// Src returns the address of an image; "" where only its alternative text
	// is to be written, as for all images where Src is nil.
	Src func(*policy.Picture) string
	// Aside writes what stands behind the head of a clause of form Heading or
	// Paragraph, such as a link to the other language. It must carry the class
	// aside itself, and may write nothing. Optional.
	Aside func(*bytes.Buffer, *policy.Clause)
	// Anchor maps the name of a target, for pages with two texts. Optional.
	Anchor func(id string) string
	Tongue Tongue // the language of the text, and which words in it are marked as another's
	Words  Words
	// Define has the terms that the text defines marked as such, with ids. A
	// text may do so once a page.
	Define bool

	tables   int              // written so far
	pictures int              // likewise; all but the first are loaded when they come into sight
	above    string           // the words of the heading above, for the names of tables
	back     wayBack          // of the note that is being written
	held     bool             // the first cells of the table stay in view
	refs     map[int][]string // ids of the references to each note so far
	lead     *policy.Clause   // its label waits for the first words
	noteLead *policy.Block    // the number of the note does
	tail     *policy.Clause   // its aside waits for the end of the first paragraph
	clause   *policy.Clause   // whose blocks are being written; nil in headings
	defined  map[string]bool  // ids of the terms so far
}

// Words are the strings of the interface in the HTML of a text.
type Words struct {
	Permalink   string // "Link to this clause"
	Important   string // "[Important]", before clauses marked with {.key}
	Notes       string // "Notes", the name of their list
	NoteBack    string // "back to the text"; the number of the note follows
	TableRegion string // "Table"; its number on the page follows, and its caption or the heading above it
}

// Text writes all clauses. Those of form Item stand in the lists of others.
func (e *Env) Text(b *bytes.Buffer, clauses []*policy.Clause) {
	for _, c := range clauses {
		if c.Form != policy.Item {
			e.Clause(b, c)
		}
	}
}

// Clause writes one clause with its own blocks, the items in its lists
// included, but without the clauses below it. A clause of form Item is written
// as its blocks.
func (e *Env) Clause(b *bytes.Buffer, c *policy.Clause) {
	outer := e.clause
	e.clause = c
	switch c.Form {
	case policy.Heading:
		e.heading(b, c)
		e.Blocks(b, c.Blocks)
	case policy.Endnotes:
		b.WriteString(`<section class="notes`)
		writeOpClass(b, c.Op)
		b.WriteString(`"`)
		e.id(b, c.ID)
		b.WriteString(`><ol aria-label="`)
		escape(b, e.Words.Notes)
		b.WriteString("\">\n")
		e.Blocks(b, c.Blocks)
		b.WriteString("</ol></section>\n")
	case policy.Item:
		e.Blocks(b, c.Blocks)
	default:
		b.WriteString(`<div class="clause`)
		if c.Form == policy.Paragraph {
			b.WriteString(" depth-")
			b.WriteString(strconv.Itoa(c.Depth))
			e.lead, e.tail = c, c
		}
		e.clauseAttributes(b, c)
		b.WriteString(">\n")
		e.Blocks(b, c.Blocks)
		e.flushLead(b)
		b.WriteString("</div>\n")
	}
	e.clause = outer
}

func (e *Env) heading(b *bytes.Buffer, c *policy.Clause) {
	h := byte('0' + min(c.Depth+1, 6))
	b.WriteString("<h")
	b.WriteByte(h)
	b.WriteString(` class="clause`)
	e.clauseAttributes(b, c)
	b.WriteByte('>')
	e.label(b, c)
	e.keyMark(b, c.Key)
	e.clause = nil
	e.Runs(b, c.Head)
	e.clause = c
	e.above = standing(c.Head)
	if c.Label.IsZero() && c.OldLabel.IsZero() {
		b.WriteString(` <a class="permalink aside" href="#`)
		escape(b, e.anchor(c.ID))
		b.WriteString(`" aria-label="`)
		escape(b, e.Words.Permalink)
		b.WriteString(": ")
		escape(b, Title(c))
		b.WriteString(`">#</a>`)
	}
	e.aside(b, c)
	b.WriteString("</h")
	b.WriteByte(h)
	b.WriteString(">\n")
}

// clauseAttributes ends the class attribute of a clause and writes the others.
func (e *Env) clauseAttributes(b *bytes.Buffer, c *policy.Clause) {
	if c.Key {
		b.WriteString(" key")
	}
	writeOpClass(b, c.Op)
	b.WriteByte('"')
	e.id(b, c.ID)
	if c.Only != "" {
		b.WriteString(` data-only="`)
		escape(b, string(c.Only))
		b.WriteByte('"')
	}
}

func (e *Env) anchor(id string) string {
	if e.Anchor == nil {
		return id
	}
	return e.Anchor(id)
}

func (e *Env) id(b *bytes.Buffer, id string) {
	if id == "" {
		return
	}
	b.WriteString(` id="`)
	escape(b, e.anchor(id))
	b.WriteByte('"')
}

func (e *Env) keyMark(b *bytes.Buffer, key bool) {
	if key {
		b.WriteString(`<strong class="aside key-mark">`)
		escape(b, e.Words.Important)
		b.WriteString(" </strong>")
	}
}

// label writes the label of a clause, which is its permalink, and the white
// space behind it. In a redline a clause that was renumbered shows both labels,
// and the label of a clause that came, went or moved is marked as its words
// are.
func (e *Env) label(b *bytes.Buffer, c *policy.Clause) {
	renumbered := c.OldLabel.Text != c.Label.Text && (!c.OldLabel.IsZero() || c.OldLabel.Style == policy.StyleAbsent)
	if c.Label.IsZero() && !renumbered {
		return
	}
	b.WriteString(`<a class="label" href="#`)
	escape(b, e.anchor(c.ID))
	b.WriteString(`">`)
	gap := c.Label.Gap
	if renumbered {
		old, label := c.OldLabel.Text, c.Label.Text
		if old == "" || label == "" || (c.OldLabel.Gap == "") != (gap == "") {
			old, label, gap = old+c.OldLabel.Gap, label+gap, ""
		}
		if c.Op.InOld() {
			marked(b, policy.Deleted, old)
		}
		if c.Op.InNew() {
			marked(b, policy.Inserted, label)
		}
	} else {
		marked(b, c.Op, c.Label.Text)
	}
	b.WriteString("</a>")
	escape(b, gap)
}

// marked writes words inside the element of an editing mark.
func marked(b *bytes.Buffer, op policy.Op, words string) {
	if words == "" {
		return
	}
	openOp(b, op)
	escape(b, words)
	closeOp(b, op)
}

// flushLead writes a label that found no words to stand before.
func (e *Env) flushLead(b *bytes.Buffer) {
	if e.lead != nil {
		b.WriteString("<p>")
		e.beginWords(b)
		e.endWords(b)
		b.WriteString("</p>\n")
	}
	e.tail = nil
}

// beginWords writes what stands before the first words of a clause.
func (e *Env) beginWords(b *bytes.Buffer) {
	if k := e.noteLead; k != nil {
		e.noteLead = nil
		b.WriteString(`<span class="label">`)
		marked(b, k.Op, "["+strconv.Itoa(k.Level)+"]")
		b.WriteString("</span> ")
	}
	if c := e.lead; c != nil {
		e.lead = nil
		e.label(b, c)
		e.keyMark(b, c.Key)
	}
}

// endWords writes what stands behind the first words of a clause.
func (e *Env) endWords(b *bytes.Buffer) {
	if c := e.tail; c != nil && e.lead == nil {
		e.tail = nil
		e.aside(b, c)
	}
}

// aside writes what stands behind the head of a clause, apart from it.
func (e *Env) aside(b *bytes.Buffer, c *policy.Clause) {
	if e.Aside == nil {
		return
	}
	b.WriteByte(' ')
	n := b.Len()
	if e.Aside(b, c); b.Len() == n {
		b.Truncate(n - 1)
	}
}
