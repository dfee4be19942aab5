package locale

import (
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"

	"diptych/internal/diag"
	"diptych/internal/strict"
)

// file is one read <lang>.toml.
type file struct {
	name     string // below the site, for problems
	messages map[string]*message
	doc      *strict.Doc // nil where it could not be read
}

// pos is the line of a string: that of its key, or of its table.
func (f *file) pos(id string) diag.Pos {
	if f.doc == nil {
		return diag.Pos{File: f.name}
	}
	at := f.doc.Key(id)
	if at.Line == 0 {
		at = f.doc.Key(strings.Split(id, ".")...)
	}
	return diag.Pos{File: f.name, Line: at.Line}
}

// readFile reads strings (id = "words") and plurals ([id] with one, other, …).
func readFile(name string, src []byte, list *diag.List) file {
	f := file{name: name, messages: map[string]*message{}}
	text, l := strict.UTF8(name, src)
	if l == nil {
		f.doc, l = strict.Parse(name, 1, text)
	}
	const hint = `strings are written id = "words", or as a table [id] with the plural forms`
	for _, p := range l {
		if p.Rule != diag.File {
			p.Rule, p.Hint = diag.I18N, hint
		}
		p.Text = "cannot read the strings: " + p.Text
		*list = append(*list, p)
	}
	if f.doc == nil {
		return f
	}
	tree := func(_ []byte, v any) error {
		*v.(*any) = f.doc.Tree()
		return nil
	}
	parsed, err := i18n.ParseMessageFileBytes(text, name, map[string]i18n.UnmarshalFunc{"toml": tree})
	if err != nil {
		list.Errorf(diag.Pos{File: name}, diag.I18N, hint, "cannot read the strings: %v", err)
		return f
	}
	for _, raw := range parsed.Messages {
		m, err := newMessage(raw)
		if err != nil {
			list.Errorf(f.pos(raw.ID), diag.I18N, "a placeholder is written {{.Name}}; words hold no HTML", "string %q: %v", raw.ID, err)
			continue
		}
		f.messages[raw.ID] = m
	}
	return f
}
