package format

import (
	"bufio"
	"fmt"
	"io"
	"slices"
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
		fmt.Fprintf(p.w, "── %s (%s)\n%s\n\n", p.tool.T("diff.title"), kindOf(&r.Changes[0], p.tool), line.String())
	}
	for i := range r.Sections {
		s := &r.Sections[i]
		if !s.Changed && len(s.Stale) == 0 {
			quiet++
			continue
		}
		flush()
		p.section(r, s)
	}
	flush()
	fmt.Fprintln(p.w, p.sum(r.Counts))
	if n := len(r.Stale); n > 0 {
		fmt.Fprintln(p.w, p.tool.T("diff.stale_sum", "Count", n))
	}
	return p.w.Flush()
}

type printer struct {
	w      *bufio.Writer
	tool   *locale.Tool
	colour bool
	skip   int // unchanged paragraphs not printed
	at     *redline.Section
	ids    map[string]bool // what stands in that section
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
		k := p.kind(&r.Changes[i], s)
		if len(kinds) == 0 || kinds[len(kinds)-1] != k {
			kinds = append(kinds, k)
		}
	}
	for _, i := range s.Notes {
		kinds = append(kinds, NoteSays(&r.Changes[i], p.tool))
	}
	if len(s.Stale) > 0 {
		kinds = append(kinds, p.tool.T("diff.stale"))
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
	for _, i := range s.Stale {
		fmt.Fprintf(p.w, "  %s\n", SaysStale(&r.Stale[i].Stale, p.tool))
	}
	fmt.Fprintln(p.w)
}

// kind says of which kind a change is where it shows in a section.
func (p *printer) kind(c *redline.Change, s *redline.Section) string {
	k := kindOf(c, p.tool)
	switch {
	case slices.Contains(c.Formats, redline.Column):
		return k
	case c.Kind == redline.Moved:
		k = p.moved(c, s)
	}
	if fs := names(c.Formats, p.tool); len(fs) > 0 {
		k += p.tool.T("diff.colon") + strings.Join(fs, p.tool.T("diff.and"))
	}
	return k
}

// moved says where a move leads to from the end of it that stands in a section,
// or where it comes from.
func (p *printer) moved(c *redline.Change, s *redline.Section) string {
	if p.at != s {
		p.at, p.ids = s, map[string]bool{s.Clause.ID: true}
		collect(p.ids, s.Clause.Blocks)
	}
	stands := func(id string) bool { return p.ids[id] }
	here, there := stands(c.ClauseID), stands(c.Other)
	changed := c.MovedAndChanged()
	if !here && !there { // it went along with a clause that moved
		here, changed = s.Clause.Op == policy.MovedTo, s.Verdict() >= redline.Punctuation
	}
	k := movedKind(changed, p.tool)
	if here {
		k = p.tool.T("diff.from", "Kind", k, "ID", c.Other)
	} else {
		k = p.tool.T("diff.to", "Kind", k, "ID", c.ClauseID)
	}
	if c.Along > 0 && (s.Clause.ID == c.ClauseID || s.Clause.ID == c.Other) {
		k += p.tool.T("diff.and") + p.tool.T("diff.along", "Number", c.Along)
	}
	return k
}

// aside says what marks cannot show: the look of words, links and images.
func (p *printer) aside(c *redline.Change) {
	for _, line := range addresses(c, p.tool, func(s string) string { return s }) {
		fmt.Fprintf(p.w, "  %s\n", line)
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
		if lead != "" && (b.Blocks != nil || b.Kind == policy.Rule) { // no line of b could begin with it
			p.lead(lead, indent)
			lead = ""
		}
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
	if lead != "" {
		p.lead(lead, indent)
	}
}

// lead prints a label that stands before no words.
func (p *printer) lead(words, indent string) {
	p.rest(indent)
	fmt.Fprintln(p.w, indent+strings.TrimRight(words, " "))
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
	b.WriteString(policy.ShowUnseen(s))
	b.WriteString(marks[op][1])
}
