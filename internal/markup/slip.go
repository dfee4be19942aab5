package markup

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"diptych/internal/label"
	"diptych/internal/policy"
)

// A slip is what other programs took for Markdown, or an author meant as such,
// and what CommonMark prints as it stands. It makes one clause of two and puts
// signs before readers, and nothing else would say so.

// slips warns of the slips in a paragraph.
func (b *builder) slips(n ast.Node) {
	if b.opt.Settled {
		return
	}
	lines := n.Lines()
	for i := range lines.Len() {
		seg := lines.At(i)
		line := b.src[seg.Start:seg.Stop]
		if slippedHeading(line) {
			b.warn(seg.Start, 1, "Line", quoted(line))
		}
	}
	if at := b.glued(n); at >= 0 {
		b.warn(at, 2, "Line", quoted(b.line(at)))
	}
	if at := b.gluedMarks(n); at >= 0 {
		b.warn(at, 15, "Line", quoted(b.line(at)))
	}
	if at := b.leftMarks(n); at >= 0 {
		b.warn(at, 3, "Line", quoted(b.line(at)))
	}
}

// line returns the rest of the line at an offset.
func (b *builder) line(at int) []byte {
	rest := b.src[at:]
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	return rest
}

// quotedRunes is how much of a line a message shows.
const quotedRunes = 24

// quoted is a line as a message shows it, without its quotation marks.
func quoted(line []byte) string {
	s := []rune(strings.TrimSpace(string(line)))
	if len(s) > quotedRunes {
		s = append(s[:quotedRunes-1], '…')
	}
	return string(s)
}

// slippedHeading reports whether a line begins like a heading but for the space
// behind its marks: ##标题. One mark alone may be a hashtag, so a label has to
// follow it.
func slippedHeading(line []byte) bool {
	s := strings.TrimLeft(string(line), " ")
	wide := strings.HasPrefix(s, "＃")
	rest := strings.TrimLeft(s, "#＃")
	marks := utf8.RuneCountInString(s[:len(s)-len(rest)])
	if marks == 0 || marks > 6 || strings.TrimSpace(rest) == "" {
		return false
	}
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case unicode.IsSpace(r): // an ideographic space, or ＃ and any
		_, _, ok := label.Parse(strings.TrimSpace(rest))
		return r != ' ' && r != '\t' && marks > 1 || wide && (marks > 1 || ok)
	case marks > 1:
		return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '（' || r == '(' || r == '“' || r == '《' || r == '【' || size > 1 && unicode.IsPunct(r)
	}
	_, _, ok := label.Parse(rest)
	return ok && !strings.ContainsRune(rest, '#') && !unicode.IsDigit(r)
}

// glued returns where the second of two lines of a paragraph begins whose labels
// count on, and -1 where there are none: a list that runs together. Lines that
// a hard break parts are left alone: they are read as lines.
func (b *builder) glued(n ast.Node) int {
	lines := n.Lines()
	var last policy.Label
	for i := range lines.Len() {
		seg := lines.At(i)
		line := strings.TrimLeft(string(b.src[seg.Start:seg.Stop]), " \t　")
		l, rest, ok := label.Parse(spaced(line))
		if !ok || strings.TrimSpace(rest) == "" {
			continue
		}
		if follows(l, last) && !hardBreak(b.src[lines.At(i-1).Start:lines.At(i-1).Stop]) {
			return seg.Start
		}
		last = l
	}
	return -1
}

// gluedMarks returns where the second of two lines of a paragraph begins that
// stand one below the other behind the same mark of a list, and -1 where there
// are none.
func (b *builder) gluedMarks(n ast.Node) int {
	lines := n.Lines()
	var last rune
	for i := range lines.Len() {
		seg := lines.At(i)
		mark := bullet(strings.TrimLeft(string(b.src[seg.Start:seg.Stop]), " \t　"))
		if mark != 0 && mark == last && !hardBreak(b.src[lines.At(i-1).Start:lines.At(i-1).Stop]) {
			return seg.Start
		}
		last = mark
	}
	return -1
}

// bullet returns the mark of a list that a line begins with and that makes no
// list: a bullet, or a sign that a letter follows without a space. 0 is none.
func bullet(line string) rune {
	mark, size := utf8.DecodeRuneInString(line)
	next, _ := utf8.DecodeRuneInString(line[size:])
	if strings.ContainsRune("•●○■◆▪‣", mark) || (mark == '-' || mark == '+' || mark == '·') && unicode.IsLetter(next) {
		return mark
	}
	return 0
}

// unspaced matches a number that stands right before a word in small letters, which
// alone is no label: 1.x and 2.zip are none.
var unspaced = regexp.MustCompile(`^([0-9]{1,2}[.)])([a-z]{2,}(?:[ ,;]|$))`)

// spaced puts the space into a line that begins like an item but for that.
func spaced(line string) string { return unspaced.ReplaceAllString(line, "$1 $2") }

// follows reports whether a label is the next one in the row of another.
func follows(l, before policy.Label) bool {
	n := len(l.Path)
	l = label.After(l, before)
	if before.IsZero() || l.Style != before.Style || n != len(before.Path) || n == 0 {
		return false
	}
	for i := range n - 1 {
		if l.Path[i] != before.Path[i] {
			return false
		}
	}
	return l.Path[n-1] == before.Path[n-1]+1
}

func hardBreak(line []byte) bool {
	line = bytes.TrimRight(line, "\n")
	return bytes.HasSuffix(line, []byte("  ")) || bytes.HasSuffix(line, []byte(`\`)) || bytes.HasSuffix(bytes.ToLower(bytes.TrimSpace(line)), []byte("<br>"))
}

// stray matches two marks of emphasis around words.
var stray = regexp.MustCompile(`(?:^|[^_\\])(__[^_\s][^_]*__)(?:[^_]|$)|(?:^|[^*\\])(\*\*[^*\s][^*]*\*\*)(?:[^*]|$)|(?:^|[^*\\])(\*\*[^*]*[^*\s]\*\*)(?:[^*]|$)`)

// mayStray reports whether there is anything that stray could match.
func mayStray(words []byte) bool {
	return bytes.Contains(words, []byte("__")) || bytes.Contains(words, []byte("**"))
}

// leftMarks returns where two marks of emphasis around words stand in the words
// of a paragraph, -1 where there are none. Lines to write on are no marks.
func (b *builder) leftMarks(n ast.Node) int {
	lines := n.Lines()
	if lines.Len() == 0 {
		return -1
	}
	from, to := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	if !mayStray(b.src[from:to]) {
		return -1
	}
	words := bytes.Repeat([]byte{0}, to-from) // what is printed; marks and code are not
	_ = ast.Walk(n, func(n ast.Node, enter bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.CodeSpan, *ast.AutoLink, *ast.RawHTML:
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			if enter && n.Segment.Start >= from && n.Segment.Stop <= to {
				copy(words[n.Segment.Start-from:], b.src[n.Segment.Start:n.Segment.Stop])
			}
		}
		return ast.WalkContinue, nil
	})
	if !mayStray(words) { // all marks made something bold
		return -1
	}
	m := stray.FindSubmatchIndex(words)
	for i := 2; i < len(m); i += 2 {
		if m[i] >= 0 {
			return from + m[i]
		}
	}
	return -1
}
