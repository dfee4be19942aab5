package markup

import (
	"golang.org/x/net/html/atom"

	"diptych/internal/policy"
)

// inlineMarks returns how a tag formats words; ok is false where it is no tag
// of words.
func inlineMarks(a atom.Atom) (m policy.Marks, ok bool) {
	switch a {
	case atom.B, atom.Strong:
		return policy.Strong, true
	case atom.I, atom.Em:
		return policy.Emphasis, true
	case atom.U, atom.Ins: // ins is the mark of a redline, not of a text
		return policy.Underline, true
	case atom.S, atom.Strike, atom.Del:
		return policy.Strike, true
	case atom.Code:
		return policy.CodeMark, true
	case atom.Kbd:
		return policy.Keyboard, true
	case atom.Sub:
		return policy.Subscript, true
	case atom.Sup:
		return policy.Superscript, true
	case atom.Small:
		return policy.Small, true
	case atom.Mark:
		return policy.Highlight, true
	case atom.Span, atom.A:
		return 0, true
	}
	return 0, false
}

// forbidden reports whether a tag is left out together with what is in it.
func forbidden(a atom.Atom, name string) bool {
	switch a {
	case atom.Script, atom.Style, atom.Iframe, atom.Frame, atom.Frameset, atom.Noframes, atom.Noscript,
		atom.Object, atom.Embed, atom.Param, atom.Applet, atom.Form, atom.Input, atom.Textarea, atom.Select, atom.Option,
		atom.Svg, atom.Math, atom.Canvas, atom.Audio, atom.Video, atom.Source, atom.Track, atom.Template, atom.Slot,
		atom.Link, atom.Meta, atom.Base, atom.Noembed, atom.Plaintext, atom.Xmp, atom.Dialog:
		return true
	}
	return name == "portal"
}

func isVoid(a atom.Atom) bool {
	switch a {
	case atom.Embed, atom.Input, atom.Link, atom.Meta, atom.Base, atom.Frame, atom.Param, atom.Source, atom.Track,
		atom.Br, atom.Hr, atom.Img, atom.Col, atom.Wbr:
		return true
	}
	return false
}

// optionalEnd reports whether HTML lets the end tag be left out.
func optionalEnd(name string) bool {
	switch name {
	case "li", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup":
		return true
	}
	return false
}

// leafTag reports whether a tag opens a block of words, which other blocks end.
func leafTag(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Dt, atom.Pre, atom.Summary, atom.Caption, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// blockLike reports whether an unknown tag parts paragraphs.
func blockLike(a atom.Atom) bool {
	switch a {
	case atom.Article, atom.Aside, atom.Main, atom.Header, atom.Footer, atom.Nav, atom.Figure, atom.Figcaption, atom.Address,
		atom.Center, atom.Fieldset, atom.Legend, atom.Hgroup, atom.Menu, atom.Dir, atom.Body, atom.Html, atom.Head, atom.Title:
		return true
	}
	return false
}
