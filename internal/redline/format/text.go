package format

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// Text prints the redline for a terminal: one line a paragraph, changed
// paragraphs only, what is unchanged summed up. Without colour insertions are
// {+…+}, deletions [-…-] and the two ends of a move {>…>} and [<…<]; with
// colour they are ANSI blue and underlined, red and struck, magenta.
func Text(w io.Writer, r *redline.Redline, tool *locale.Tool, colour bool) error {
	p := printer{w: bufio.NewWriter(w), tool: tool, colour: colour}
	quiet := 0
	flush := func() {
		if quiet > 0 {
			fmt.Fprintf(p.w, "%s\n\n", p.tool.T("diff.clauses", "Count", quiet))
		}
		quiet = 0
	}
	if len(r.Changes) > 0 && r.Changes[0].IsTitle() {
		var line strings.Builder
		p.runs(&line, r.Title)
		fmt.Fprintf(p.w, "── %s (%s)\n%s\n\n", p.tool.T("diff.title"), p.tool.T("diff.kind."+r.Changes[0].Kind.String()), line.String())
	}
	for i := range r.Sections {
		s := &r.Sections[i]
		if !s.Changed {
			quiet++
			continue
		}
		flush()
		p.section(r, s)
	}
	flush()
	fmt.Fprintln(p.w, p.sum(r.Counts))
	return p.w.Flush()
}

type printer struct {
	w      *bufio.Writer
	tool   *locale.Tool
	colour bool
	skip   int // unchanged paragraphs not printed
}

// sum says how many changes of each kind there are.
func (p *printer) sum(c redline.Counts) string {
	var parts []string
	for _, k := range redline.Kinds {
		if n := c.Of(k); n > 0 {
			parts = append(parts, p.tool.T("diff.sum", "Number", n, "Kind", p.tool.T("diff.kind."+k.String())))
		}
	}
	if parts == nil {
		return p.tool.T("diff.sum_none")
	}
	return strings.Join(parts, p.tool.T("diff.and"))
}

func (p *printer) section(r *redline.Redline, s *redline.Section) {
	var kinds []string
	for _, i := range s.Changes {
		k := p.kind(&r.Changes[i], s.Clause.Op)
		if len(kinds) == 0 || kinds[len(kinds)-1] != k {
			kinds = append(kinds, k)
		}
	}
	fmt.Fprintf(p.w, "── #%s (%s)\n", s.Clause.ID, strings.Join(kinds, p.tool.T("diff.and")))
	var line strings.Builder
	p.label(&line, s.Clause)
	p.runs(&line, s.Clause.Head)
	lead := line.String()
	if s.Clause.Form == policy.Heading {
		fmt.Fprintln(p.w, lead)
		lead = ""
	}
	p.blocks(s.Clause.Blocks, lead, "  ", false)
	p.rest("  ")
	for _, i := range s.Changes {
		p.aside(&r.Changes[i])
	}
	fmt.Fprintln(p.w)
}

// kind says of which kind a change is at the end that has the op.
func (p *printer) kind(c *redline.Change, op policy.Op) string {
	k := p.tool.T("diff.kind." + c.Kind.String())
	switch {
	case c.Kind == redline.Moved && op.InNew():
		k = p.tool.T("diff.from", "Kind", k, "ID", c.Other)
	case c.Kind == redline.Moved:
		k = p.tool.T("diff.to", "Kind", k, "ID", c.ClauseID)
	}
	if c.Kind == redline.Restructured || c.Kind == redline.Reformatted || c.Kind == redline.Editorial && len(c.Formats) > 0 {
		var fs []string
		for _, f := range c.Formats {
			fs = append(fs, p.tool.T("diff.format."+f.String()))
		}
		k += ": " + strings.Join(fs, p.tool.T("diff.and"))
	}
	return k
}

// aside says what marks cannot show: the look of words, links and images.
func (p *printer) aside(c *redline.Change) {
	or := func(s string) string {
		if s == "" {
			return p.tool.T("diff.nowhere")
		}
		return s
	}
	for _, l := range looks(p.tool, c) {
		fmt.Fprintf(p.w, "  %s\n", l)
	}
	for _, l := range c.Links {
		fmt.Fprintf(p.w, "  %s\n", p.tool.T("diff.link_line", "Words", strconv.Quote(l.Words), "Old", or(l.Old), "New", or(l.New)))
	}
	for _, x := range c.Images {
		fmt.Fprintf(p.w, "  %s: %s → %s\n", p.tool.T("diff.image"), or(x.OldDest), or(x.NewDest))
	}
}

// rest says how many paragraphs were left out.
func (p *printer) rest(indent string) {
	if p.skip > 0 {
		fmt.Fprintf(p.w, "%s%s\n", indent, p.tool.T("diff.skipped", "Number", p.skip))
	}
	p.skip = 0
}

// blocks prints changed leaves; cells of a changed row stand in one line.
func (p *printer) blocks(bs []policy.Block, lead, indent string, all bool) {
	for i := range bs {
		b := &bs[i]
		switch {
		case b.Kind == policy.Rule:
		case lead == "" && !all && !blockChanged(b):
			p.skip++
		case b.Kind == policy.Row:
			p.rest(indent)
			var line strings.Builder
			for k := range b.Blocks {
				if k > 0 {
					line.WriteString(" | ")
				}
				p.flat(&line, &b.Blocks[k])
			}
			fmt.Fprintln(p.w, indent+line.String())
		case b.Kind == policy.ListItem:
			item := "- "
			if b.Clause != nil {
				var line strings.Builder
				p.label(&line, b.Clause)
				item += line.String()
			}
			p.blocks(b.Blocks, item, indent, false)
		case b.Kind == policy.Note:
			var line strings.Builder
			p.words(&line, "["+strconv.Itoa(b.Level)+"]", b.Op)
			p.blocks(b.Blocks, line.String()+" ", indent, false)
		case b.Blocks != nil:
			p.blocks(b.Blocks, "", indent+"  ", false)
		default:
			p.rest(indent)
			var line strings.Builder
			p.runs(&line, b.Runs)
			fmt.Fprintln(p.w, indent+lead+strings.ReplaceAll(line.String(), "\n", "\n"+indent))
		}
		lead = ""
	}
}

func (p *printer) flat(b *strings.Builder, x *policy.Block) {
	p.runs(b, x.Runs)
	for i := range x.Blocks {
		if i > 0 {
			b.WriteByte(' ')
		}
		p.flat(b, &x.Blocks[i])
	}
}

func (p *printer) label(b *strings.Builder, c *policy.Clause) {
	for words, op := range labelSpans(c) {
		p.words(b, words, op)
	}
	if !c.Label.IsZero() {
		b.WriteString(c.Label.Gap)
	}
}

func (p *printer) runs(b *strings.Builder, runs []policy.Run) {
	for words, op := range spans(runs) {
		p.words(b, words, op)
	}
}

func (p *printer) words(b *strings.Builder, s string, op policy.Op) {
	if s == "" || op == policy.Same {
		b.WriteString(s)
		return
	}
	marks := [...][2]string{{}, {"{+", "+}"}, {"[-", "-]"}, {"{>", ">}"}, {"[<", "<]"}}
	if p.colour {
		marks = [...][2]string{{}, {"\x1b[34;4m", "\x1b[0m"}, {"\x1b[31;9m", "\x1b[0m"}, {"\x1b[35;4m", "\x1b[0m"}, {"\x1b[35;9m", "\x1b[0m"}}
	}
	b.WriteString(marks[op][0])
	b.WriteString(s)
	b.WriteString(marks[op][1])
}
