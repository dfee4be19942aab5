// Package html turns clauses and blocks into HTML. It keeps two laws: the words
// of the HTML are those of the text, and nothing but the elements that it knows
// gets out, whatever the words hold. Where links lead and how a page looks it
// leaves to others.
package html

import "diptych/internal/policy"

// Options say how texts are written. They are values: a Writer keeps a copy and
// changes nothing that they refer to, so any number of writers may share them
// at the same time, as long as their functions may be called so. What all
// pages of a language have in common is set once; Href, Src, Aside and Prefix
// are set on a copy for each page.
type Options struct {
	Tongue Tongue // the language of the text, and which words in it are marked as another's
	Words  Words
	// Define has the terms that the text defines marked as such, with ids.
	Define bool
	// Href returns the address for a link on this page; "" where it leads
	// nowhere: its words are written plain. An address that begins with # names a
	// place in the same text. Where Href is nil, only links that leave the site
	// are links.
	Href func(*policy.Link) string
	// Src returns the address of an image; "" where only its alternative text
	// is to be written, as for all images where Src is nil.
	Src func(*policy.Picture) string
	// Aside writes what stands behind the head of a clause of form Heading or
	// Paragraph, such as a link to the other language. It may write nothing.
	// Optional.
	Aside func(Margin, *policy.Clause)
	// Stale says, in a redline, what is wrong with a stale reference; tag is that
	// of the words where the text around is in another language. Optional.
	Stale func(*policy.Stale) (words, tag string)
	// Number returns the number of the change, in a list on the page, of what has
	// the id; 0 where there is none. It is written before the first words.
	// Optional.
	Number func(id string) int
	// Moved says, of the id of one end of a move in a redline, which id the other
	// end has, and in words where it stands; tag is as in Stale. The other id is
	// "" where nothing is to be said. Optional.
	Moved func(id string) (other, words, tag string)
	// Prefix stands before every id of the text, so that a page may hold two
	// texts.
	Prefix string
	Memory *Memory // what writers share to save the collector work. Optional.
}

// Words are the strings of the interface in the HTML of a text.
type Words struct {
	Permalink   string // "Link to this clause"
	Important   string // "[Important]", before clauses marked with {.key}
	Notes       string // "Notes", the name of their list
	NoteBack    string // "back to the text"; the number of the note follows
	Change      string // "Change"; the number that it has in a list follows
	TableRegion string // "Table"; its number on the page follows, and its caption or the heading above it
}
