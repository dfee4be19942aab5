package config

import (
	"maps"
	"slices"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/strict"
)

// words is a value in words: one string for all languages, or a table with one
// for each.
type words struct {
	pos  diag.Pos
	one  *string
	each map[string]strict.Value[string]
}

// FromTOML takes the words over.
func (w *words) FromTOML(in strict.Input) bool {
	w.pos = in.Key
	switch x := in.Value.(type) {
	case string:
		w.one = &x
	case map[string]any:
		w.each = map[string]strict.Value[string]{}
		for key, sub := range in.Each() {
			s, ok := sub.Value.(string)
			if !ok {
				sub.WrongType("a string")
				continue
			}
			w.each[key] = strict.Value[string]{V: s, Pos: sub.Pos, Key: sub.Key}
		}
	default:
		in.WrongType("a string or a table with one string a language")
		return false
	}
	return true
}

// in returns the words for every language, or nil where nothing is said. A
// language without words takes those of the first language that has some, and
// is reported.
func (w words) in(langs []policy.Lang, name string, l *diag.List) map[policy.Lang]string {
	if w.one == nil && len(w.each) == 0 {
		return nil
	}
	out := make(map[policy.Lang]string, len(langs))
	if w.one != nil {
		if strings.TrimSpace(*w.one) == "" {
			l.Errorf(w.pos, diag.Config, "", "%s is empty", name)
			return nil
		}
		for _, lang := range langs {
			out[lang] = *w.one
		}
		return out
	}
	w.checkKeys(langs, name, l)
	fallback := ""
	for _, lang := range slices.Backward(langs) {
		if v, ok := w.each[string(lang)]; ok && strings.TrimSpace(v.V) != "" {
			out[lang], fallback = v.V, v.V
		}
	}
	for _, lang := range langs {
		if _, ok := w.each[string(lang)]; !ok && fallback != "" {
			l.Warnf(w.pos, diag.Config, "add "+name+"."+string(lang)+", or give one string for all languages",
				"%s says nothing in %s", name, lang)
		}
		if out[lang] == "" && fallback != "" {
			out[lang] = fallback
		}
	}
	if fallback == "" {
		return nil
	}
	return out
}

// checkKeys reports languages that the site does not have and empty words.
func (w words) checkKeys(langs []policy.Lang, name string, l *diag.List) {
	for _, key := range slices.Sorted(maps.Keys(w.each)) {
		v := w.each[key]
		switch {
		case !slices.Contains(langs, policy.Lang(key)):
			l.Errorf(v.Key, diag.Config, "the languages of this site: "+joinLangs(langs), "unknown key %q", name+"."+key)
		case strings.TrimSpace(v.V) == "":
			l.Errorf(v.Pos, diag.Config, "", "%s is empty", name+"."+key)
		}
	}
}

func joinLangs(langs []policy.Lang) string {
	out := make([]string, len(langs))
	for i, l := range langs {
		out[i] = string(l)
	}
	return strings.Join(out, ", ")
}
