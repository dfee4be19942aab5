package locale

import (
	"maps"
	"slices"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/policy"
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
	if at := f.line([]string{id}); at.Line > 0 {
		return at
	}
	return f.line(strings.Split(id, "."))
}

// hidings are the characters of the file that no eye tells.
func (f *file) hidings() []policy.Hiding {
	if f.doc == nil {
		return nil
	}
	return strict.Hidings(f.name, f.doc.Source(), 0)
}

// line is the line of a key.
func (f *file) line(path []string) diag.Pos {
	return diag.Pos{File: f.name, Line: f.doc.Key(path...).Line}
}

// fileHint says how strings are written.
const fileHint = `strings are written id = "words", or as a table [id] with the plural forms`

// readFile reads strings (id = "words") and plurals ([id] with one, other, …).
func readFile(name string, src []byte, list *diag.List) file {
	f := file{name: name, messages: map[string]*message{}}
	text, l := strict.UTF8(name, src)
	if l == nil {
		f.doc, l = strict.Parse(name, 1, text)
	}
	for _, p := range l {
		if p.Rule != diag.File {
			p.Rule, p.Hint = diag.I18N, fileHint
		}
		p.Text = "cannot read the strings: " + p.Text
		*list = append(*list, p)
	}
	if f.doc == nil {
		return f
	}
	f.table(f.doc.Tree(), nil, list)
	return f
}

// table takes over the strings of a table whose keys follow a path: words,
// plurals, and tables with more of them.
func (f *file) table(t map[string]any, path []string, list *diag.List) {
	for _, key := range slices.Sorted(maps.Keys(t)) {
		path := append(slices.Clip(path), key)
		id := strings.Join(path, ".")
		switch x := t[key].(type) {
		case string:
			f.add(id, map[string]string{"other": x}, list)
		case map[string]any:
			if !slices.ContainsFunc(pluralForms, func(form string) bool { return isWords(x[form]) }) {
				f.table(x, path, list)
			} else if forms, ok := f.forms(x, path, list); ok {
				f.add(id, forms, list)
			}
		default:
			list.Errorf(f.line(path), diag.I18N, fileHint, "string %q is no words", id)
		}
	}
}

// forms are the forms of a plural, and whether there is nothing else.
func (f *file) forms(t map[string]any, path []string, list *diag.List) (map[string]string, bool) {
	forms, fine := map[string]string{}, true
	for _, key := range slices.Sorted(maps.Keys(t)) {
		words, ok := t[key].(string)
		switch {
		case !slices.Contains(pluralForms, key):
			list.Errorf(f.line(append(slices.Clip(path), key)), diag.I18N, "plural forms are "+strings.Join(pluralForms, ", "),
				"string %q has no plural form %s", strings.Join(path, "."), key)
		case !ok:
			list.Errorf(f.line(append(slices.Clip(path), key)), diag.I18N, fileHint, "the plural form %s of string %q is no words", key, strings.Join(path, "."))
		default:
			forms[key] = words
			continue
		}
		fine = false
	}
	return forms, fine
}

// add keeps a string.
func (f *file) add(id string, forms map[string]string, list *diag.List) {
	m, err := newMessage(forms)
	if err != nil {
		list.Errorf(f.pos(id), diag.I18N, "a placeholder is written {{.Name}}; words hold no HTML", "string %q: %v", id, err)
		return
	}
	f.messages[id] = m
}

func isWords(x any) bool {
	_, ok := x.(string)
	return ok
}
