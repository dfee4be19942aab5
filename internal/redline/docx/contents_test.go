package docx_test

import (
	"slices"
	"strconv"
	"strings"

	"diptych/internal/policy"
)

// contents are the words of a text as the law compares them: a line a
// paragraph, "|" before those of a cell with its row and column, "[n]" before those of a
// note. White space is left out, and so are paragraphs without words. Of a text that is flat the tables are paragraphs.
func contents(t *policy.Text, flat bool) []string {
	c := reading{flat: flat}
	c.say(t.Title)
	for _, x := range t.Clauses {
		if x.Form != policy.Item {
			c.clause(x)
		}
	}
	slices.Sort(c.notes) // one that nothing cites stands elsewhere
	return append(c.lines, c.notes...)
}

// reading reads a text.
type reading struct {
	lines, notes []string
	lead         string
	cell         string
	flat         bool // in a cell or a note: a table is paragraphs
}

func (c *reading) say(s string) {
	s = squeeze(c.lead + s)
	if s != "" {
		c.lines = append(c.lines, c.cell+s)
		c.lead = ""
	}
}

func (c *reading) clause(x *policy.Clause) {
	if x.Form == policy.Endnotes {
		for _, n := range x.Blocks {
			var in reading
			in.flat = true
			in.blocks(n.Blocks)
			c.notes = append(c.notes, numbered("["+strconv.Itoa(n.Level)+"]", in.lines)...)
		}
		return
	}
	c.lead = x.Label.Text
	if x.Form == policy.Heading {
		c.say(plain(x.Head))
	}
	c.blocks(x.Blocks)
	c.say("")
}

func (c *reading) blocks(bs []policy.Block) {
	for i := range bs {
		switch b := &bs[i]; {
		case b.Kind == policy.Table && !c.flat:
			c.say("")
			c.table(b)
		case b.Kind == policy.ListItem && b.Clause != nil:
			c.say("")
			c.lead = b.Clause.Label.Text
			c.blocks(b.Blocks)
			c.say("")
		case b.Blocks != nil:
			c.blocks(b.Blocks)
		default:
			c.say(plain(b.Runs))
		}
	}
}

// numbered puts the number of a note before its first line.
func numbered(n string, lines []string) []string {
	if len(lines) == 0 {
		return nil
	}
	return append([]string{n + lines[0]}, lines[1:]...)
}

// table reads a table; of a cell it says in which row and as which cell of its
// row it stands.
func (c *reading) table(b *policy.Block) {
	row := 0
	for i := range b.Blocks {
		r := &b.Blocks[i]
		if r.Kind != policy.Row {
			c.blocks(b.Blocks[i : i+1])
			continue
		}
		for k := range r.Blocks {
			in := reading{cell: "|" + strconv.Itoa(row) + "," + strconv.Itoa(k) + "|", flat: true}
			if r.Blocks[k].Blocks != nil {
				in.blocks(r.Blocks[k].Blocks)
			} else {
				in.say(plain(r.Blocks[k].Runs))
			}
			c.lines = append(c.lines, in.lines...)
		}
		row++
	}
}

// plain is the words of runs, with the words of an image in brackets.
func plain(runs []policy.Run) string {
	var b strings.Builder
	for _, r := range runs {
		s := r.Text
		switch {
		case r.Kind == policy.Image && s != "":
			s = "[" + s + "]"
		case r.Kind == policy.Anchor, r.Kind == policy.Break:
			s = ""
		}
		b.WriteString(s)
	}
	return b.String()
}
