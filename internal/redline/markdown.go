package redline

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"diptych/internal/policy"
)

// Markdown writes the redline for a mail: the list of changes, then what
// changed, with ~~old~~ and **new** words; what moved is marked as such at both
// ends and not struck. The words around are in the language of the texts.
func (r *Redline) Markdown(w io.Writer) error {
	p := mailer{w: bufio.NewWriter(w), words: &mailEnglish}
	if r.New.Lang == "zh" {
		p.words = &mailChinese
	}
	if title := p.runs(r.Title); title != "" {
		fmt.Fprintf(p.w, "# %s\n\n", title)
	}
	if r.Equal() {
		fmt.Fprintf(p.w, "%s\n", p.words.none)
	}
	for i := range r.Changes {
		p.change(i+1, &r.Changes[i])
	}
	quiet := 0
	flush := func() {
		if quiet > 0 {
			fmt.Fprintf(p.w, "\n*"+p.words.unchanged+"*\n", quiet)
		}
		quiet = 0
	}
	for i := range r.Sections {
		s := &r.Sections[i]
		if !s.Changed {
			quiet++
			continue
		}
		flush()
		p.section(s)
	}
	flush()
	return p.w.Flush()
}

// mailWords are the words of the tool in a mail.
type mailWords struct {
	kinds                                                [len(Kinds)]string
	none, unchanged, from, to, title, along, link, image string
}

var (
	mailEnglish = mailWords{
		kinds: [...]string{"inserted", "deleted", "modified", "moved", "renumbered", "reformatted", "editorial"},
		none:  "No changes.", unchanged: "… %d unchanged …", from: "moved here:", to: "moved away:", title: "title",
		along: "with %d more", link: "link “%s”: %s → %s", image: "image",
	}
	mailChinese = mailWords{
		kinds: [...]string{"新增", "删除", "修改", "移动", "重新编号", "格式", "文字勘误"},
		none:  "没有变更。", unchanged: "…… %d 处未变更 ……", from: "移至此处：", to: "已移走：", title: "标题",
		along: "连同其下 %d 条", link: "链接“%s”：%s → %s", image: "图片",
	}
)

type mailer struct {
	w      *bufio.Writer
	words  *mailWords
	moving bool // what is written moved as a whole, and that was said
}

// change writes a line of the list of changes.
func (p *mailer) change(n int, c *Change) {
	fmt.Fprintf(p.w, "%d. %s: ", n, p.words.kinds[c.Kind])
	if c.IsTitle() {
		fmt.Fprintf(p.w, "%s: ", p.words.title)
	}
	switch old, new := escapeMarkdown(c.OldLabel.Text), escapeMarkdown(c.NewLabel.Text); {
	case old != new && old != "" && new != "":
		fmt.Fprintf(p.w, "%s → %s ", old, new)
	case old+new != "":
		fmt.Fprintf(p.w, "%s ", max(old, new))
	}
	p.w.WriteString(escapeMarkdown(c.Heading))
	if c.Along > 0 {
		fmt.Fprintf(p.w, ", "+p.words.along, c.Along)
	}
	if c.Insertions+c.Deletions > 0 {
		fmt.Fprintf(p.w, " (+%d −%d)", c.Insertions, c.Deletions)
	}
	for _, l := range c.Links {
		fmt.Fprintf(p.w, "; "+p.words.link, escapeMarkdown(l.Words), escapeMarkdown(l.Old), escapeMarkdown(l.New))
	}
	for _, x := range c.Images {
		fmt.Fprintf(p.w, "; %s: %s → %s", p.words.image, escapeMarkdown(x.OldDest), escapeMarkdown(x.NewDest))
	}
	p.w.WriteByte('\n')
}

func (p *mailer) section(s *Section) {
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
	rest := func() {
		if quiet > 0 {
			fmt.Fprintf(p.w, "\n%s*"+p.words.unchanged+"*\n", indent, quiet)
		}
		quiet = 0
	}
	for i := range bs {
		b := &bs[i]
		switch {
		case b.Kind == policy.Rule:
			continue
		case lead == "" && !blockChanged(b):
			quiet++
			continue
		}
		rest()
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
			p.blocks(b.Blocks, indent+"- "+p.mark(noteLabel(b.Level).Text, b.Op)+" ", indent+"  ")
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
	rest()
}

// end returns the words for an end of a move, once, and whether the move was
// said already.
func (p *mailer) end(op policy.Op) (says string, outer bool) {
	outer = p.moving
	if !outer && op == policy.MovedTo {
		says = "*" + p.words.from + "* "
	} else if !outer && op == policy.MovedFrom {
		says = "*" + p.words.to + "* "
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
	var s string
	switch {
	case c.OldLabel.Style == policy.StyleAbsent:
		s = p.mark(c.Label.Text, policy.Inserted)
	case !c.OldLabel.IsZero():
		s = p.mark(c.OldLabel.Text, policy.Deleted) + p.mark(c.Label.Text, policy.Inserted)
	default:
		s = p.mark(c.Label.Text, c.Op)
	}
	if s != "" {
		s += " "
	}
	return s
}

func (p *mailer) runs(runs []policy.Run) string {
	var b strings.Builder
	for i := 0; i < len(runs); {
		j := i
		var s strings.Builder
		for j < len(runs) && runs[j].Op == runs[i].Op {
			s.WriteString(policy.PlainRuns(runs[j : j+1]))
			j++
		}
		b.WriteString(p.mark(s.String(), runs[i].Op))
		i = j
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
