package locale

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

const (
	ownNameID  = "own_name" // name of the language in itself
	langPrefix = "lang_"    // lang_zh, lang_en: names of languages
)

// Words is what the interface says in one language.
type Words struct {
	lang     policy.Lang
	tag      policy.Tag
	rule     *pluralRule
	messages map[string]*message
	catalog  *Catalog
}

// T returns the string with the id. pairs is name, value, … for its
// placeholders. An unknown id, a plural and a missing value are errors.
func (w *Words) T(id string, pairs ...any) (string, error) {
	m := w.messages[id]
	if m == nil {
		return "", fmt.Errorf("no string %q in %s", id, w.lang)
	}
	p, ok := m.forms["other"]
	if !ok {
		return "", fmt.Errorf("string %q in %s has no form other", id, w.lang)
	}
	s, err := p.fill("", pairs)
	if err != nil {
		return "", fmt.Errorf("string %q in %s: %w", id, w.lang, err)
	}
	return s, nil
}

// N returns the string with the id in the plural form for count, which fills
// {{.Count}}; pairs is as for T.
func (w *Words) N(id string, count int, pairs ...any) (string, error) {
	m := w.messages[id]
	if m == nil {
		return "", fmt.Errorf("no string %q in %s", id, w.lang)
	}
	form, err := w.rule.form(count)
	if err != nil {
		return "", fmt.Errorf("string %q in %s: %w", id, w.lang, err)
	}
	p, ok := m.forms[form]
	if !ok && !w.rule.forms[form] { // a form of very large counts, which Load does not ask for
		form = "other"
		p, ok = m.forms[form]
	}
	if !ok {
		return "", fmt.Errorf("string %q in %s has no form %s", id, w.lang, form)
	}
	s, err := p.fill(strconv.Itoa(count), pairs)
	if err != nil {
		return "", fmt.Errorf("string %q in %s: %w", id, w.lang, err)
	}
	return s, nil
}

// Has returns what there is to know of a string before it is used: whether it
// exists, whether it needs a count, and its placeholders other than Count.
func (w *Words) Has(id string) (names []string, plural, ok bool) {
	m := w.messages[id]
	if m == nil {
		return nil, false, false
	}
	names = slices.DeleteFunc(m.names(), func(n string) bool { return n == countName })
	return names, m.isPlural(), true
}

// IDs returns the ids of all strings, sorted.
func (w *Words) IDs() []string { return slices.Sorted(maps.Keys(w.messages)) }

// Lang returns the name of a language in this one: 英文, Chinese. A language
// that has no name here is called as it calls itself.
func (w *Words) Lang(l policy.Lang) string {
	other := w.catalog.For(l)
	for _, key := range [...]policy.Lang{l, other.tag.Key()} {
		if s, err := w.T(langPrefix + string(key)); err == nil {
			return s
		}
	}
	return other.OwnName()
}

// OwnName returns the name of the language in itself: 中文, English.
func (w *Words) OwnName() string {
	if s, err := w.T(ownNameID); err == nil {
		return s
	}
	return string(w.lang)
}

// check reports missing strings and plural forms that do not fit the
// language.
func (w *Words) check(ref *reference, own file, list *diag.List) {
	var missing []string
	for _, id := range ref.keys {
		if w.messages[id] == nil {
			missing = append(missing, id)
		}
	}
	if len(missing) > 0 {
		list.Errorf(diag.Pos{File: own.name}, diag.I18N, "the strings of a language that is not built in stand in "+own.name,
			"language %s lacks %d of %d strings: %s", w.lang, len(missing), len(ref.keys), strings.Join(missing, ", "))
	}
	for id, m := range w.messages {
		pos := diag.Pos{File: own.name}
		if own.messages[id] == m {
			pos = own.pos(id)
		}
		need := map[string]bool{"other": true}
		if ref.names[id][countName] {
			need = w.rule.forms
		}
		if m.has(need) {
			continue
		}
		for _, form := range slices.Sorted(maps.Keys(need)) {
			if _, ok := m.forms[form]; !ok {
				list.Errorf(pos, diag.I18N, "write "+strings.Join(slices.Sorted(maps.Keys(need)), " and ")+" under ["+id+"]",
					"string %q in %s lacks the plural form %s", id, w.lang, form)
			}
		}
		for _, form := range slices.Sorted(maps.Keys(m.forms)) {
			if !need[form] {
				list.Errorf(pos, diag.I18N, "leave it out", "string %q in %s has the plural form %s, which is never used", id, w.lang, form)
			}
		}
	}
}

// Tag returns the BCP 47 tag of the language.
func (w *Words) Tag() policy.Tag { return w.tag }
