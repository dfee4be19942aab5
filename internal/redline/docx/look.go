package docx

import (
	"net/url"
	"strings"

	"diptych/internal/policy"
)

// look returns the properties of a run, in the order of ECMA-376, 17.3.2.
func (w *writer) look(r *policy.Run, link, note bool) string {
	var b strings.Builder
	m := r.Marks
	switch {
	case note:
		return `<w:rStyle w:val="FootnoteReference"/>`
	case link:
		b.WriteString(`<w:rStyle w:val="Hyperlink"/>`)
	}
	if r.Kind == policy.NoteRef {
		m |= policy.Superscript
	}
	switch mono := m&(policy.CodeMark|policy.Keyboard) != 0; {
	case mono:
		b.WriteString(`<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>`)
	case w.language.wide:
		b.WriteString(`<w:rFonts w:hint="eastAsia"/>`)
	}
	for _, x := range [...]struct {
		mark policy.Marks
		xml  string
	}{
		{policy.Strong, `<w:b/><w:bCs/>`}, {policy.Emphasis, `<w:i/><w:iCs/>`}, {policy.Strike, `<w:strike/>`},
		{policy.Small, `<w:sz w:val="18"/><w:szCs w:val="18"/>`}, {policy.Highlight, `<w:highlight w:val="yellow"/>`},
		{policy.Underline, `<w:u w:val="single"/>`}, {policy.Keyboard, `<w:bdr w:val="single" w:sz="4" w:space="0" w:color="auto"/>`},
		{policy.CodeMark, `<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>`},
	} {
		if m&x.mark != 0 {
			b.WriteString(x.xml)
		}
	}
	switch {
	case m&policy.Superscript != 0:
		b.WriteString(`<w:vertAlign w:val="superscript"/>`)
	case m&policy.Subscript != 0:
		b.WriteString(`<w:vertAlign w:val="subscript"/>`)
	}
	if r.Lang != "" {
		b.WriteString(languageOf(policy.Tag(r.Lang)).xml())
	}
	return b.String()
}

// href is the address that a run leads to; "" where it leads nowhere from
// outside of the site. Word calls a file broken that holds an address that is
// none.
func (w *writer) href(r *policy.Run) string {
	l := r.Link
	if l == nil || l.Kind != policy.LinkExternal && l.Kind != policy.LinkUnresolved {
		return ""
	}
	u, err := url.Parse(l.Dest)
	if err != nil || !u.IsAbs() {
		return ""
	}
	return u.String()
}
