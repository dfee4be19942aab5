package html

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"diptych/internal/policy"
)

// outlineDepth is how many levels of a text its contents show.
const outlineDepth = 2

// Outline writes the contents of a text: its headings to two levels, or its
// labelled paragraphs where it has no headings, as nested lists of links. It
// writes nothing where there would be nothing to choose.
func (e *Env) Outline(b *bytes.Buffer, clauses []*policy.Clause, href func(*policy.Clause) string) {
	form := policy.Paragraph
	for _, c := range clauses {
		if c.Form == policy.Heading {
			form = policy.Heading
			break
		}
	}
	depth := 0
	for _, c := range clauses {
		if c.Form != form || c.Depth > outlineDepth {
			continue
		}
		d := c.Depth
		if depth == 0 {
			d = 1
		}
		switch {
		case d > depth:
			d = depth + 1
			b.WriteString("<ol")
			if depth == 0 {
				b.WriteString(` class="outline"`)
			}
			b.WriteString(">\n")
		default:
			b.WriteString("</li>\n")
			for ; depth > d; depth-- {
				b.WriteString("</ol></li>\n")
			}
		}
		depth = d
		e.outlineItem(b, c, href(c))
	}
	for ; depth > 0; depth-- {
		b.WriteString("</li>\n</ol>")
	}
}

func (e *Env) outlineItem(b *bytes.Buffer, c *policy.Clause, href string) {
	b.WriteString(`<li><a href="`)
	escape(b, href)
	b.WriteString(`">`)
	if !c.Label.IsZero() {
		b.WriteString(`<span class="label">`)
		escape(b, c.Label.Text)
		b.WriteString("</span>")
		gap := c.Label.Gap
		if gap == "" {
			gap = " "
		}
		escape(b, gap)
	}
	e.Tongue.Words(b, Title(c))
	b.WriteString("</a>")
}

// titleRunes is the length at which the words of a paragraph are cut.
const titleRunes = 32

// Title returns the words of a clause by which a list names it: those of its
// heading or, where it has none, the bold words it begins with or its first
// phrase, without its label.
func Title(c *policy.Clause) string {
	if c.Form == policy.Heading {
		return strings.Join(strings.Fields(bare(c.Head)), " ")
	}
	for i := range c.Blocks {
		runs := c.Blocks[i].Runs
		if len(runs) == 0 {
			continue
		}
		bold := 0
		for bold < len(runs) && runs[bold].Marks&policy.Strong != 0 {
			bold++
		}
		if bold > 0 && bold < len(runs) {
			return phrase(bare(runs[:bold]))
		}
		return phrase(bare(runs))
	}
	return ""
}

// bare returns the words of runs without references to footnotes.
func bare(runs []policy.Run) string {
	if len(runs) == 1 && runs[0].Kind == policy.Words {
		return runs[0].Text
	}
	var s strings.Builder
	for i := range runs {
		if runs[i].Kind != policy.NoteRef {
			s.WriteString(policy.PlainRuns(runs[i : i+1]))
		}
	}
	return s.String()
}

// phrase cuts s at the end of its first phrase.
func phrase(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	n := 0
	for i, r := range s {
		switch {
		case strings.ContainsRune("。；：;!?！？", r), (r == '.' || r == ':') && (i+1 == len(s) || s[i+1] == ' '):
			return strings.TrimRight(s[:i], " ")
		case n >= titleRunes && (r == '，' || r == ',' || r == ' '), n >= 2*titleRunes:
			return s[:i] + "…"
		}
		n++
	}
	if !utf8.ValidString(s) {
		return strings.ToValidUTF8(s, "\uFFFD")
	}
	return s
}
