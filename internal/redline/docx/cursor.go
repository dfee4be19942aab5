package docx

import (
	"unicode"
	"unicode/utf8"

	"diptych/internal/policy"
)

// cursor reads one of the two texts, rune by rune without white space.
type cursor struct {
	elements []element
	at       int  // the element that is read
	left     int  // runes of it that are still to be read
	begun    bool // some were read
	shut     bool // the last paragraph ends only with the whole: Word knows no change of that end
	piece    int
	off      int
}

// load begins the element.
func (c *cursor) load() {
	c.left, c.begun, c.piece, c.off = 0, false, 0, 0
	if p := c.para(); p != nil {
		c.left = p.size
	}
}

// para returns the paragraph that is read; nil in a table and at the end.
func (c *cursor) para() *para {
	if c.at < len(c.elements) {
		return c.elements[c.at].para
	}
	return nil
}

// table returns the table that comes now; nil where none does.
func (c *cursor) table() *table {
	if c.at < len(c.elements) {
		return c.elements[c.at].table
	}
	return nil
}

// ends reports whether a paragraph ends here.
func (c *cursor) ends() bool {
	return c.para() != nil && c.left == 0 && !(c.shut && c.at == len(c.elements)-1)
}

// isLast reports whether the last paragraph was read to its end.
func (c *cursor) isLast() bool {
	return c.at == len(c.elements)-1 && c.para() != nil && c.left == 0
}

// pass goes on to the next element, and returns the paragraph that it leaves.
func (c *cursor) pass() *para {
	p := c.para()
	c.at++
	c.load()
	return p
}

// next reads a rune, and returns the run that it stands in; nil where another
// rune stands there.
func (c *cursor) next(want rune) *policy.Run {
	p := c.para()
	if p == nil {
		return nil
	}
	for c.piece < len(p.pieces) {
		x := &p.pieces[c.piece]
		if c.off == len(x.text) {
			c.piece++
			c.off = 0
			continue
		}
		r, n := utf8.DecodeRuneInString(x.text[c.off:])
		c.off += n
		if unicode.IsSpace(r) {
			continue
		}
		if r != want {
			return nil
		}
		c.left--
		c.begun = true
		return x.run
	}
	return nil
}
