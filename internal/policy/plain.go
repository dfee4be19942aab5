package policy

import (
	"strconv"
	"strings"
)

// PlainRuns returns the words of runs: a break is a line feed, an image its
// alternative text.
func PlainRuns(runs []Run) string {
	if len(runs) == 1 && runs[0].Kind == Words {
		return runs[0].Text
	}
	n := 0
	for i := range runs {
		n += PlainSize(&runs[i])
	}
	var b strings.Builder
	b.Grow(n)
	for i := range runs {
		writePlain(&b, &runs[i])
	}
	return b.String()
}

// PlainSize is how many bytes of PlainRuns a run is.
func PlainSize(r *Run) int {
	switch r.Kind {
	case Break:
		return 1
	case Anchor:
		return 0
	}
	return len(r.Text)
}

func writePlain(b *strings.Builder, r *Run) {
	switch r.Kind {
	case Break:
		b.WriteByte('\n')
	case Anchor:
	default:
		b.WriteString(r.Text)
	}
}

// Plain returns the text as paragraphs, in reading order: one string a
// heading, paragraph, list item line, table cell, note or line of code. Labels
// stand before the words they number.
func (t *Text) Plain() []string {
	var p plainer
	for _, c := range t.Clauses {
		if c.Form != Item {
			p.clause(c)
		}
	}
	return p.out
}

// Plain returns the clause's own content as paragraphs, with its label and
// heading, and with the items in its lists; without the clauses below it that
// are headings or paragraphs.
func (c *Clause) Plain() []string {
	var p plainer
	p.clause(c)
	return p.out
}

// Spelled returns what Plain does, with the words as SpellRuns spells them.
func (c *Clause) Spelled() []string {
	p := plainer{spelled: true}
	p.clause(c)
	return p.out
}

// SpelledBlocks returns what PlainBlocks does, with the words as SpellRuns
// spells them.
func SpelledBlocks(blocks []Block) []string {
	p := plainer{spelled: true}
	p.blocks(blocks)
	return p.out
}

// PlainBlocks returns the words of blocks as paragraphs.
func PlainBlocks(blocks []Block) []string {
	var p plainer
	p.blocks(blocks)
	return p.out
}

// plainer collects paragraphs; lead is a label that waits for the first words
// of its clause.
type plainer struct {
	out     []string
	lead    string
	spelled bool // words as SpellRuns spells them
}

func (p *plainer) runs(runs []Run) string {
	if p.spelled {
		return SpellRuns(runs)
	}
	return PlainRuns(runs)
}

func (p *plainer) emit(s string) {
	s = p.lead + s
	p.lead = ""
	if strings.TrimSpace(s) != "" {
		p.out = append(p.out, s)
	}
}

func (p *plainer) flush() {
	if p.lead != "" {
		p.emit("")
	}
}

func (p *plainer) clause(c *Clause) {
	p.lead = c.Label.Text + c.Label.Gap
	if c.Form == Heading {
		p.emit(p.runs(c.Head))
	}
	p.blocks(c.Blocks)
	p.flush()
}

func (p *plainer) blocks(blocks []Block) {
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.Kind == ListItem:
			if b.Clause != nil {
				p.flush()
				p.lead = b.Clause.Label.Text + b.Clause.Label.Gap
			}
			p.blocks(b.Blocks)
			p.flush()
		case b.Kind == Note:
			p.flush()
			p.lead = "[" + strconv.Itoa(b.Level) + "] "
			p.blocks(b.Blocks)
			p.flush()
		case b.Blocks != nil:
			p.blocks(b.Blocks)
		case b.Kind == Rule:
		default:
			p.emit(p.runs(b.Runs))
		}
	}
}
