package config

import (
	"maps"
	"slices"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// words is a value in words: one string for all languages, or a table with one
// for each.
type words struct {
	pos  diag.Pos
	one  *string
	each map[string]Value[string]
}

func (d *decoder) words(dst *words, x any, path, name string) bool {
	dst.pos = d.keyPos(path)
	switch x := x.(type) {
	case string:
		dst.one = &x
	case map[string]any:
		dst.each = map[string]Value[string]{}
		for _, key := range slices.Sorted(maps.Keys(x)) {
			sub := inTable(path, key)
			s, ok := x[key].(string)
			if !ok {
				d.wrongType(sub, join(name, key), "a string", x[key])
				continue
			}
			dst.each[key] = Value[string]{s, d.valPos(sub), d.keyPos(sub)}
		}
	default:
		d.wrongType(path, name, "a string or a table with one string a language", x)
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
			l.Errorf(v.Key, diag.Config, "the languages of this site: "+joinLangs(langs), "unknown key %q", join(name, key))
		case strings.TrimSpace(v.V) == "":
			l.Errorf(v.Pos, diag.Config, "", "%s is empty", join(name, key))
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
