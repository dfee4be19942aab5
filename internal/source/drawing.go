package source

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// A drawing is an SVG image that is still: whatever a browser makes of it, as
// an image, as a page of its own or, from a server that does not tell the type,
// as HTML, nothing in it runs, leads anywhere or asks for another file. It is
// made of the elements and attributes below and no others.

// maxDrawing is the largest drawing, in bytes.
const maxDrawing = 1 << 20

const (
	svgSpace   = "http://www.w3.org/2000/svg"
	xlinkSpace = "http://www.w3.org/1999/xlink"
	xmlSpace   = "http://www.w3.org/XML/1998/namespace"
)

// drawn are the elements of a drawing. Links, images, animations and foreign
// objects are not among them.
var drawn = strings.Fields(`svg g defs symbol use title desc style path rect circle ellipse line polyline polygon
	text tspan textPath linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix
	feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge
	feMergeNode feMorphology feOffset feTurbulence`)

// harmfulStyle is what a drawing's style must not hold: other files, and ways
// to write their names so that they are not found here.
var harmfulStyle = regexp.MustCompile(`(?i)\\|@import|@font-face|@namespace|image-set|image\s*\(|src\s*\(|element\s*\(|expression\s*\(|behavior\s*:|-moz-binding|javascript:|/\*|url\s*\(\s*["']?\s*[^#"'\s]`)

// plainDoctype is a document type without declarations of its own, as drawing
// programs write it.
var plainDoctype = regexp.MustCompile(`^DOCTYPE\s+svg(\s+PUBLIC\s+"[^"<>\[\]]*"\s+"[^"<>\[\]]*")?\s*$`)

// harm is what makes an SVG image more than a drawing, and where.
type harm struct {
	line int
	text string
}

// judgeDrawing returns what is wrong with an SVG image, or nil for a drawing.
func judgeDrawing(src []byte) *harm {
	dec := xml.NewDecoder(bytes.NewReader(src))
	elements := 0
	inStyle, style := false, []byte(nil)
	for {
		line, _ := dec.InputPos()
		tok, err := dec.Token()
		if err == io.EOF && elements > 0 {
			return nil
		}
		if err != nil {
			return unreadable(err)
		}
		what := ""
		switch t := tok.(type) {
		case xml.StartElement:
			elements++
			if t.Name == (xml.Name{Local: "svg"}) {
				return &harm{line, `lacks xmlns="` + svgSpace + `" in its first tag`}
			}
			if what = judgeElement(t); inStyle {
				what = "<" + t.Name.Local + "> in a style"
			}
			inStyle, style = t.Name.Local == "style", nil
		case xml.EndElement:
			if inStyle && harmfulStyle.Match(style) {
				what = "a style that names other files"
			}
			inStyle = false
		case xml.ProcInst:
			if t.Target != "xml" || bytes.ContainsAny(t.Inst, "<>") {
				what = "a processing instruction"
			}
		case xml.Directive:
			if !plainDoctype.Match(t) {
				what = "a document type with declarations"
			}
		case xml.Comment:
			if bytes.ContainsAny(t, "<>") {
				what = "a comment with tags"
			}
		case xml.CharData:
			if inStyle {
				style = append(style, t...)
			}
			if looksLikeTag(t) {
				what = "words that look like a tag"
			}
		}
		if what != "" {
			return &harm{line, "holds " + what + ", which could run in a browser or lead elsewhere"}
		}
	}
}

func unreadable(err error) *harm {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return &harm{syntax.Line, "cannot be read as XML: " + syntax.Msg}
	}
	if err == io.EOF {
		return &harm{0, "holds no drawing"}
	}
	return &harm{0, "cannot be read as XML: " + err.Error()}
}

func judgeElement(e xml.StartElement) string {
	if e.Name.Space != svgSpace || !slices.Contains(drawn, e.Name.Local) {
		return "<" + e.Name.Local + ">"
	}
	for _, a := range e.Attr {
		if !stillAttribute(a) {
			return fmt.Sprintf("the attribute %s", a.Name.Local)
		}
	}
	return ""
}

func stillAttribute(a xml.Attr) bool {
	name, value := strings.ToLower(a.Name.Local), strings.TrimSpace(a.Value)
	switch a.Name.Space {
	case "":
		if name == "xmlns" {
			return value == svgSpace
		}
	case "xmlns":
		return value == xlinkSpace || value == svgSpace
	case xlinkSpace:
		return name == "href" && strings.HasPrefix(value, "#")
	case xmlSpace:
		return name == "space" || name == "lang"
	default:
		return false
	}
	switch {
	case strings.HasPrefix(name, "on"), name == "src", name == "base", looksLikeTag([]byte(value)):
		return false
	case name == "href":
		return strings.HasPrefix(value, "#")
	}
	return !harmfulStyle.MatchString(value)
}

// looksLikeTag reports whether words hold what HTML takes for the beginning of a
// tag, a comment or the like.
func looksLikeTag(s []byte) bool {
	for i, c := range s {
		if c != '<' || i+1 == len(s) {
			continue
		}
		if d := s[i+1] | 0x20; d >= 'a' && d <= 'z' || strings.IndexByte("/!?", s[i+1]) >= 0 {
			return true
		}
	}
	return false
}
