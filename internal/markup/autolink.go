package markup

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"diptych/internal/cjk"
)

// addressParser makes links of bare addresses (GFM, section 6.9): web
// addresses, www. names and e-mail addresses. Unlike GFM's they may begin
// behind a Han character, and they end at anything that is not ASCII, so
// that 见https://example.com。 links what it should.
type addressParser struct{}

// Trigger returns the signs by which addresses are known. They stand inside the
// address, so the parser looks back from there.
func (addressParser) Trigger() []byte { return []byte{':', '.', '@'} }

func (addressParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	src := block.Source()
	var back, ahead int
	kind := ast.AutoLinkURL
	var protocol []byte
	switch line[0] {
	case ':':
		back, ahead = webAddress(src[:seg.Start], line)
	case '.':
		back, ahead = wwwAddress(src[:seg.Start], line)
		protocol = []byte("http")
	case '@':
		back, ahead = mailAddress(src[:seg.Start], line)
		kind = ast.AutoLinkEmail
	}
	if back == 0 || pc.IsInLinkLabel() || !takeBack(parent, src, seg.Start, back) {
		return nil
	}
	block.Advance(ahead)
	start := seg.Start - back
	link := ast.NewAutoLink(kind, ast.NewTextSegment(text.NewSegment(start, seg.Start+ahead)))
	link.Protocol = protocol
	link.SetPos(start)
	return link
}

// webAddress reads http://… around its colon: the sizes of what stands before
// the colon and from it on, zero where it is no address.
func webAddress(before, line []byte) (back, ahead int) {
	if !bytes.HasPrefix(line, []byte("://")) {
		return 0, 0
	}
	switch {
	case hasSuffixFold(before, "https"):
		back = 5
	case hasSuffixFold(before, "http"):
		back = 4
	}
	if back == 0 || !mayBegin(before[:len(before)-back]) {
		return 0, 0
	}
	host := hostLen(line[3:])
	if host == 0 {
		return 0, 0
	}
	return back, 3 + addressEnd(line[3:], host)
}

func wwwAddress(before, line []byte) (back, ahead int) {
	if !hasSuffixFold(before, "www") || !mayBegin(before[:len(before)-3]) {
		return 0, 0
	}
	host := hostLen(line[1:])
	if host == 0 {
		return 0, 0
	}
	return 3, 1 + addressEnd(line[1:], host)
}

// mailAddress reads an e-mail address around its @. The part before it is at
// most 64 bytes long (RFC 5321).
func mailAddress(before, line []byte) (back, ahead int) {
	for back < len(before) && back <= 64 && isMailByte(before[len(before)-1-back]) {
		back++
	}
	for back > 0 && !util.IsAlphaNumeric(before[len(before)-back]) {
		back--
	}
	if back == 0 || back > 64 || !mayBegin(before[:len(before)-back]) {
		return 0, 0
	}
	host := hostLen(line[1:])
	if host == 0 || host < len(line)-1 && line[1+host] == '@' {
		return 0, 0
	}
	return back, 1 + host
}

func isMailByte(c byte) bool {
	return util.IsAlphaNumeric(c) || c == '.' || c == '-' || c == '_' || c == '+'
}

// hostLen returns the length of the domain name at the start of s: at least
// two labels, the last one of letters.
func hostLen(s []byte) int {
	end, dots := 0, 0
	for i := 0; i < len(s) && i <= 253; i++ {
		switch c := s[i]; {
		case util.IsAlphaNumeric(c):
			end = i + 1
		case c == '.' && end == i && i > 0:
			if i+1 < len(s) && util.IsAlphaNumeric(s[i+1]) {
				dots++
			}
		case (c == '-' || c == '_') && i > 0:
		default:
			i = len(s)
		}
	}
	last := s[bytes.LastIndexByte(s[:end], '.')+1 : end]
	if dots == 0 || len(last) < 2 || bytes.IndexByte(last, '_') >= 0 {
		return 0
	}
	return end
}

// addressEnd returns where the address that begins with a host of the given
// length ends: before a space, a character that is not ASCII, and without the
// punctuation that belongs to the sentence (GFM, section 6.9).
func addressEnd(s []byte, host int) int {
	end := host
	for end < len(s) && s[end] > ' ' && s[end] < 0x7f && bytes.IndexByte([]byte("<>\"`{}|\\^"), s[end]) < 0 {
		if end == host && bytes.IndexByte([]byte("/?#:"), s[end]) < 0 {
			break
		}
		end++
	}
	depth := bytes.Count(s[:end], []byte{')'}) - bytes.Count(s[:end], []byte{'('})
	for end > host {
		switch c := s[end-1]; {
		case c == ')' && depth > 0:
			depth--
		case c == ';':
			amp := end - 2
			for amp >= host && util.IsAlphaNumeric(s[amp]) {
				amp--
			}
			if amp < host || s[amp] != '&' || amp == end-2 {
				return end
			}
			end = amp + 1
		case bytes.IndexByte([]byte("?!.,:*_~'"), c) < 0:
			return end
		}
		end--
	}
	return end
}

// mayBegin reports whether an address may begin behind s.
func mayBegin(s []byte) bool {
	r, _ := utf8.DecodeLastRune(s)
	switch r {
	case '*', '_', '~', '(', '[', '<', '"', '\'', '“', '‘', ',', ';', '|', '—', '–', ':':
		return true
	}
	return len(s) == 0 || util.IsSpaceRune(r) || cjk.Is(r)
}

func hasSuffixFold(s []byte, suffix string) bool {
	return len(s) >= len(suffix) && bytes.EqualFold(s[len(s)-len(suffix):], []byte(suffix))
}

// takeBack removes the last n bytes before offset from the words that were
// already read, where they are all plain words.
func takeBack(parent ast.Node, src []byte, offset, n int) bool {
	want := offset - n
	for c, stop := parent.LastChild(), offset; ; c = c.PreviousSibling() {
		t, ok := c.(*ast.Text)
		if !ok || t.Segment.Stop != stop || t.SoftLineBreak() || t.HardLineBreak() || t.Segment.Padding > 0 {
			return false
		}
		if stop = t.Segment.Start; stop <= want {
			break
		}
	}
	for {
		t := parent.LastChild().(*ast.Text)
		if t.Segment.Start < want {
			t.Segment = t.Segment.WithStop(want)
			return true
		}
		parent.RemoveChild(parent, t)
		if t.Segment.Start == want {
			return true
		}
	}
}
