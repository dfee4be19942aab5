package markup

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"diptych/internal/cjk"
)

// emphasisParser reads runs of * and _ as CommonMark does, with one change to
// its flanking rules (CommonMark 0.31, section 6.2): Chinese, Japanese and
// Korean characters stand without spaces, so beside them punctuation does not
// keep a run from opening or closing. Text without such characters is read
// exactly as CommonMark says.
type emphasisParser struct{}

func (emphasisParser) Trigger() []byte { return []byte{'*', '_'} }

func (emphasisParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	return parseRun(block, pc, emphasisProcessor{})
}

type emphasisProcessor struct{}

func (emphasisProcessor) IsDelimiter(c byte) bool { return c == '*' || c == '_' }

func (emphasisProcessor) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (emphasisProcessor) OnMatch(n int) ast.Node { return ast.NewEmphasis(n) }

// strikeParser reads ~text~ and ~~text~~ by the same flanking rules.
type strikeParser struct{}

func (strikeParser) Trigger() []byte { return []byte{'~'} }

func (strikeParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if block.PrecendingCharacter() == '~' || len(line) > 2 && line[1] == '~' && line[2] == '~' {
		return nil
	}
	return parseRun(block, pc, strikeProcessor{})
}

type strikeProcessor struct{}

func (strikeProcessor) IsDelimiter(c byte) bool { return c == '~' }

func (strikeProcessor) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char && opener.OriginalLength == closer.OriginalLength
}

func (strikeProcessor) OnMatch(int) ast.Node { return extast.NewStrikethrough() }

// parseRun reads one run of delimiters.
func parseRun(block text.Reader, pc parser.Context, p parser.DelimiterProcessor) ast.Node {
	line, seg := block.PeekLine()
	char := line[0]
	n := 1
	for n < len(line) && line[n] == char {
		n++
	}
	before := flank{r: block.PrecendingCharacter()}
	after := flank{r: ' '}
	if n < len(line) {
		after.r, _ = utf8.DecodeRune(line[n:])
	}
	before.judge()
	after.judge()
	src := block.Source()
	if before.quote && before.lastIsCJK(src[:seg.Start]) || after.quote && after.firstIsCJK(line[n:]) {
		// A curly quotation mark around Chinese words is a Chinese one.
		before.mark, after.mark = before.mark && !before.quote, after.mark && !after.quote
	}

	left := !after.space && (!after.mark || before.space || before.mark || before.cjk)
	right := !before.space && (!before.mark || after.space || after.mark || after.cjk)
	opens, closes := left, right
	if char == '_' {
		opens = left && (!right || before.punct)
		closes = right && (!left || after.punct)
	}
	block.Advance(n)
	run := seg.WithStop(seg.Start + n)
	st := stateOf(pc)
	if !opens && !closes || !st.admit(char, opens, closes, seg.Start) {
		return ast.NewTextSegment(run)
	}
	d := parser.NewDelimiter(opens, closes, n, char, p)
	d.Segment = run
	pc.PushDelimiter(d)
	return d
}

// admit counts the runs of a paragraph that wait for their other end. It reports
// whether one more may wait: pairing them costs the square of their number.
func (st *parseState) admit(char byte, opens, closes bool, offset int) bool {
	open := &st.open[strings.IndexByte("*_~", char)]
	waiting := st.open[0] + st.open[1] + st.open[2] + st.stray
	switch {
	case closes && *open > 0:
		*open--
		return true
	case waiting >= maxRuns:
		st.cap(limitRuns, offset)
		return false
	case opens:
		*open++
	default:
		st.stray++
	}
	return true
}

// flank is a character beside a run.
type flank struct {
	r     rune
	space bool
	punct bool // punctuation of any script
	mark  bool // punctuation that is not CJK: what CommonMark's rules are about
	cjk   bool // a CJK character or CJK punctuation
	quote bool // a curly quotation mark, which Chinese and English share
}

func (f *flank) judge() {
	f.space = util.IsSpaceRune(f.r)
	f.cjk = !f.space && cjk.Is(f.r)
	f.punct = util.IsPunctRune(f.r)
	f.mark = f.punct && !f.cjk
	f.quote = f.r >= '‘' && f.r <= '”'
}

// lastIsCJK reports whether the last character of s before the mark is CJK.
func (f *flank) lastIsCJK(s []byte) bool {
	if len(s) < utf8.RuneLen(f.r) {
		return false
	}
	r, _ := utf8.DecodeLastRune(s[:len(s)-utf8.RuneLen(f.r)])
	return cjk.Is(r)
}

// firstIsCJK reports whether the first character of s behind the mark is CJK.
func (f *flank) firstIsCJK(s []byte) bool {
	r, _ := utf8.DecodeRune(s[min(len(s), utf8.RuneLen(f.r)):])
	return cjk.Is(r)
}
