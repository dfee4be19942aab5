package markup

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"diptych/internal/policy"
)

// attributes are what {#id was="…" .key only="zh" reason="…"} at the end of a
// heading, a paragraph or a list item says.
type attributes struct {
	id     string
	was    []string
	key    bool
	only   string
	reason string
	ignore *policy.Ignore // of {ignore="…" because="…"}; nil without either
	other  []string       // what is not known
	offset int            // of the brace
}

// trailingAttributes reads the brace group at the end of a line and returns
// the length of the line without it. Something else in braces, such as
// {name}, is words.
func trailingAttributes(line []byte) (*attributes, int) {
	end := len(bytes.TrimRight(line, " \t\r\n"))
	if end == 0 || line[end-1] != '}' {
		return nil, 0
	}
	open := openBrace(line[:end])
	if open < 0 {
		return nil, 0
	}
	a := parseAttributes(string(line[open+1 : end-1]))
	if a == nil {
		return nil, 0
	}
	a.offset = open
	return a, len(bytes.TrimRight(line[:open], " \t\u3000"))
}

// openBrace finds the brace that opens the group at the end of line. Braces
// inside a quoted value do not count.
func openBrace(line []byte) int {
	quoted := false
	for i := len(line) - 2; i >= 0 && i > len(line)-4096; i-- {
		switch line[i] {
		case '"':
			quoted = !quoted
		case '}':
			if !quoted {
				return -1
			}
		case '{':
			if !quoted {
				if i > 0 && line[i-1] == '\\' {
					return -1
				}
				return i
			}
		}
	}
	return -1
}

func parseAttributes(s string) *attributes {
	a := &attributes{}
	s = strings.TrimSpace(s)
	if s == "" {
		return nil
	}
	for s != "" {
		word := s[:wordLen(s)]
		s = strings.TrimSpace(s[len(word):])
		name, value, hasValue := strings.Cut(word, "=")
		value = strings.Trim(value, `"`)
		switch {
		case word[0] == '#' && len(word) > 1 && !strings.Contains(word, `"`):
			a.id = word[1:]
		case word == ".key":
			a.key = true
		case name == "id" && hasValue:
			a.id = value
		case name == "was" && hasValue:
			a.was = append(a.was, strings.Fields(value)...)
		case name == "only" && hasValue:
			a.only = value
		case name == "reason" && hasValue:
			a.reason = value
		case name == "ignore" && hasValue:
			a.ignoring().Rules = strings.Fields(value)
		case name == "because" && hasValue:
			a.ignoring().Explained = policy.Explains(value)
		case word[0] == '.' && isName(word[1:]):
			a.other = append(a.other, word)
		case hasValue && isName(name):
			a.other = append(a.other, name+"=") // its value may be a mistyped reason
		default:
			return nil
		}
	}
	return a
}

// ignoring is what the attributes accept.
func (a *attributes) ignoring() *policy.Ignore {
	if a.ignore == nil {
		a.ignore = new(policy.Ignore)
	}
	return a.ignore
}

// wordLen returns the length of the first word of s, up to white space of any
// script. White space in quotation marks does not end it, the second of them does:
// no value goes on with what belongs to the next.
func wordLen(s string) int {
	quoted := false
	for i, c := range s {
		switch {
		case c == '"' && quoted:
			return i + 1
		case c == '"':
			quoted = true
		case !quoted && unicode.IsSpace(c):
			return i
		}
	}
	return len(s)
}

func isName(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !(c|0x20 >= 'a' && c|0x20 <= 'z' || i > 0 && (c >= '0' && c <= '9' || c == '-' || c == '_')) {
			return false
		}
	}
	return s != ""
}

// attributeTransformer takes the attributes off the end of a paragraph before
// its words are read.
type attributeTransformer struct{}

func (attributeTransformer) Transform(p *ast.Paragraph, reader text.Reader, pc parser.Context) {
	takeAttributes(p, reader.Source(), pc)
}

func takeAttributes(n ast.Node, src []byte, pc parser.Context) {
	lines := n.Lines()
	last := lines.Len() - 1
	if last < 0 {
		return
	}
	seg := lines.At(last)
	a, size := trailingAttributes(src[seg.Start:seg.Stop])
	if a != nil && size == 0 && last == 0 && n.Kind() == ast.KindParagraph {
		a = nil
	}
	st := stateOf(pc)
	if a == nil && st.spots == nil {
		return
	}
	start := lines.At(0).Start
	for start < len(src) && (src[start] == ' ' || src[start] == '\t') {
		start++ // the paragraph's lines are trimmed when it is closed
	}
	if a == nil {
		st.mark(start, behind(src, seg))
		return
	}
	a.offset += seg.Start
	st.mark(start, inside(a))
	if size == 0 && last > 0 {
		lines.SetSliced(0, last)
		prev := lines.At(last - 1)
		lines.Set(last-1, prev.TrimRightSpace(src))
	} else {
		lines.Set(last, seg.WithStop(seg.Start+size))
	}
	if st.attrs == nil {
		st.attrs = map[int]*attributes{}
	}
	st.attrs[start] = a
}

// headingGuard takes the attributes off a heading. The words of an underlined
// heading were a paragraph before, which has given its own away already.
type headingGuard struct{ parser.BlockParser }

func (g *headingGuard) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	_, line := reader.PeekLine()
	n, state := g.BlockParser.Open(parent, reader, pc)
	if n != nil && state&parser.RequireParagraph == 0 {
		if n.Lines().Len() == 0 {
			stateOf(pc).mark(line.Start+max(pc.BlockOffset(), 0), bareHeading(reader.Source(), line))
		}
		takeAttributes(n, reader.Source(), pc)
		trimClosing(n, reader.Source())
	}
	return n, state
}

// trimClosing removes the closing sequence of a heading that stood before its
// attributes: ## Title ## {#id}.
func trimClosing(n ast.Node, src []byte) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	seg := lines.At(0)
	line := src[seg.Start:seg.Stop]
	bare := bytes.TrimRight(line, "#")
	if len(bare) == len(line) || len(bare) > 0 && bare[len(bare)-1] != ' ' && bare[len(bare)-1] != '\t' {
		return
	}
	lines.Set(0, seg.WithStop(seg.Start+len(bytes.TrimRight(bare, " \t"))))
}
