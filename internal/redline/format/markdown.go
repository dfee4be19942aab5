package format

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/internal/redline"
)

// Markdown writes the redline for a mail: the list of changes, then what
// changed, with ~~old~~ and **new** words; what moved is marked as such at both
// ends and not struck.
func Markdown(w io.Writer, r *redline.Redline, tool *locale.Tool) error {
	p := mailer{w: bufio.NewWriter(w), tool: tool}
	if title := p.runs(r.Title); title != "" {
		fmt.Fprintf(p.w, "# %s\n\n", title)
	}
	if r.Equal() {
		fmt.Fprintf(p.w, "%s\n", p.tool.T("diff.none"))
	}
	for i := range r.Changes {
		p.change(i+1, &r.Changes[i])
	}
	for i := range r.Stale {
		fmt.Fprintf(p.w, "%d. %s: %s\n", len(r.Changes)+i+1, p.tool.T("diff.stale"), escapeMarkdown(SaysStale(&r.Stale[i].Stale, p.tool)))
	}
	quiet := 0
	for i := range r.Sections {
		s := &r.Sections[i]
		if !s.Changed && len(s.Stale) == 0 {
			quiet++
			continue
		}
		p.unchanged(quiet, "")
		quiet = 0
		p.section(s)
		for _, i := range s.Notes {
			fmt.Fprintf(p.w, "\n*%s*\n", escapeMarkdown(NoteSays(&r.Changes[i], p.tool)))
		}
	}
	p.unchanged(quiet, "")
	fmt.Fprintf(p.w, "\n*%s*\n", p.tool.T("diff.not_compared"))
	return p.w.Flush()
}

type mailer struct {
	w      *bufio.Writer
	tool   *locale.Tool
	moving bool // what is written moved as a whole, and that was said
}

// unchanged says how many clauses or blocks are left out.
func (p *mailer) unchanged(n int, indent string) {
	if n > 0 {
		fmt.Fprintf(p.w, "\n%s*%s*\n", indent, p.tool.T("diff.unchanged", "Number", n))
	}
}

// change writes a line of the list of changes.
func (p *mailer) change(n int, c *redline.Change) {
	fmt.Fprintf(p.w, "%d. %s: ", n, kindOf(c, p.tool))
	if c.IsTitle() {
		fmt.Fprintf(p.w, "%s: ", p.tool.T("diff.title"))
	}
	switch old, new := escapeMarkdown(c.OldLabel.Text), escapeMarkdown(c.NewLabel.Text); {
	case old != new && old != "" && new != "":
		fmt.Fprintf(p.w, "%s → %s ", old, new)
	case old+new != "":
		fmt.Fprintf(p.w, "%s ", max(old, new))
	}
	p.w.WriteString(escapeMarkdown(c.Heading))
	if c.Along > 0 {
		p.w.WriteString(", " + p.tool.T("diff.along", "Number", c.Along))
	}
	if c.Insertions+c.Deletions > 0 {
		fmt.Fprintf(p.w, " (+%d −%d)", c.Insertions, c.Deletions)
	}
	for _, x := range append(addresses(c, p.tool, escapeMarkdown), names(c.OtherFormats(), p.tool)...) {
		p.w.WriteString("; " + x)
	}
	if len(c.Cited) > 0 {
		p.w.WriteString("; " + p.tool.T("diff.cited", "Clauses", escapeMarkdown(cited(c, p.tool))))
	}
	p.w.WriteByte('\n')
}

func (p *mailer) section(s *redline.Section) {
	c := s.Clause
	lead := p.label(c)
	says, outer := p.end(c.Op)
	lead = says + lead
	defer func() { p.moving = outer }()
	if c.Form == policy.Heading {
		fmt.Fprintf(p.w, "\n### %s\n", strings.TrimSpace(lead+p.runs(c.Head)))
		lead = ""
	}
	p.blocks(c.Blocks, lead, "")
}

// blocks writes the leaves that changed, and all of a clause that moved.
func (p *mailer) blocks(bs []policy.Block, lead, indent string) {
	quiet := 0
	for i := range bs {
		b := &bs[i]
		switch {
		case b.Kind == policy.Rule:
			continue
		case lead == "" && !blockChanged(b):
			quiet++
			continue
		}
		p.unchanged(quiet, indent)
		quiet = 0
		says, outer := p.end(b.Op)
		switch {
		case b.Kind == policy.Row:
			cells := make([]string, len(b.Blocks))
			for k := range b.Blocks {
				cells[k] = p.flat(&b.Blocks[k])
			}
			fmt.Fprintf(p.w, "\n%s%s%s\n", indent, says, strings.Join(cells, " \\| "))
		case b.Kind == policy.ListItem:
			item := indent + "- " + says
			if b.Clause != nil {
				item += p.label(b.Clause)
			}
			p.blocks(b.Blocks, item, indent+"  ")
		case b.Kind == policy.Note:
			p.blocks(b.Blocks, indent+"- "+p.mark("["+strconv.Itoa(b.Level)+"]", b.Op)+" ", indent+"  ")
		case b.Kind == policy.List || b.Kind == policy.Table: // no line of it could begin with the lead
			p.lead(lead)
			p.blocks(b.Blocks, says, indent)
		case b.Blocks != nil:
			p.blocks(b.Blocks, lead+says, indent)
		default:
			text := strings.ReplaceAll(p.runs(b.Runs), "\n", "\\\n"+indent)
			if lead == "" {
				lead = indent
			}
			fmt.Fprintf(p.w, "\n%s%s%s\n", lead, says, text)
		}
		lead, p.moving = "", outer
	}
	p.lead(lead)
	p.unchanged(quiet, indent)
}

// lead writes a label that stands before no words.
func (p *mailer) lead(words string) {
	if words = strings.TrimRight(words, " "); words != "" {
		fmt.Fprintf(p.w, "\n%s\n", words)
	}
}

// end returns the words for an end of a move, once, and whether the move was
// said already.
func (p *mailer) end(op policy.Op) (says string, outer bool) {
	outer = p.moving
	if !outer && op == policy.MovedTo {
		says = "*" + p.tool.T("diff.moved_here") + "* "
	} else if !outer && op == policy.MovedFrom {
		says = "*" + p.tool.T("diff.moved_away") + "* "
	}
	p.moving = outer || says != ""
	return says, outer
}

func (p *mailer) flat(b *policy.Block) string {
	s := p.runs(b.Runs)
	for i := range b.Blocks {
		s = strings.TrimSpace(s + " " + p.flat(&b.Blocks[i]))
	}
	return s
}

func (p *mailer) label(c *policy.Clause) string {
	var b strings.Builder
	for words, op := range labelSpans(c) {
		b.WriteString(p.mark(words, op))
	}
	if b.Len() > 0 {
		b.WriteByte(' ')
	}
	return b.String()
}

func (p *mailer) runs(runs []policy.Run) string {
	var b strings.Builder
	for words, op := range spans(runs) {
		b.WriteString(p.mark(words, op))
	}
	return b.String()
}

// mark writes words with the marks of the op around them. White space at the
// ends stays outside, and a mark beside punctuation is kept apart from it by a
// space of no width: CommonMark would not see it else.
func (p *mailer) mark(s string, op policy.Op) string {
	marks := map[policy.Op]string{policy.Inserted: "**", policy.Deleted: "~~"}[op]
	words := strings.TrimSpace(s)
	if marks == "" || words == "" {
		return escapeMarkdown(s)
	}
	s, words = policy.ShowUnseen(s), policy.ShowUnseen(words)
	at := strings.Index(s, words)
	open, end := marks, marks
	if r, _ := utf8.DecodeRuneInString(words); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		open += "\u200b"
	}
	if r, _ := utf8.DecodeLastRuneInString(words); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		end = "\u200b" + end
	}
	// Marks end with the line.
	words = strings.ReplaceAll(escapeMarkdown(words), "\n", end+"\n"+open)
	return s[:at] + open + words + end + s[at+len(strings.TrimSpace(s)):]
}

// escapeMarkdown writes words so that no character of them is Markdown.
func escapeMarkdown(s string) string {
	var b strings.Builder
	first, digits := true, false // of a line
	for _, r := range s {
		switch {
		case r == '*' || r == '~': // a backslash would not keep them from the marks beside them
			fmt.Fprintf(&b, "&#%d;", r)
			first, digits = false, false
			continue
		case strings.ContainsRune("\\`_[]<>&|#$", r),
			first && strings.ContainsRune("-+=", r), digits && (r == '.' || r == ')'):
			b.WriteByte('\\')
		}
		digits = (first || digits) && r >= '0' && r <= '9'
		first = r == '\n' || first && r == ' '
		b.WriteRune(r)
	}
	return b.String()
}
