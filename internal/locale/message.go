package locale

import (
	"fmt"
	"slices"
	"strings"
)

// countName is the placeholder of the number that decides the plural form. A
// string that has it in any of its forms is a plural.
const countName = "Count"

// message is one string in one language, ready to be filled in.
type message struct {
	forms map[string]phrase // "other" alone, or all forms of the language's plural rule
}

// phrase is words with gaps: text[0] {gap[0]} text[1] …
type phrase struct {
	text []string // one more than gaps
	gaps []string // names of placeholders
}

// pluralForms are the names of the forms that languages have (Unicode CLDR).
var pluralForms = []string{"zero", "one", "two", "few", "many", "other"}

func newMessage(forms map[string]string) (*message, error) {
	m := &message{forms: map[string]phrase{}}
	for form, words := range forms {
		if words == "" {
			continue
		}
		p, err := newPhrase(words)
		if err != nil {
			return nil, err
		}
		m.forms[form] = p
	}
	if len(m.forms) == 0 {
		return nil, fmt.Errorf("it says nothing")
	}
	return m, nil
}

// newPhrase splits words at their placeholders {{.Name}}.
func newPhrase(words string) (phrase, error) {
	var p phrase
	if strings.ContainsAny(words, "<>") {
		return p, fmt.Errorf("< and > may not stand in it")
	}
	for {
		before, rest, found := strings.Cut(words, "{{")
		p.text = append(p.text, before)
		if !found {
			return p, nil
		}
		name, after, closed := strings.Cut(rest, "}}")
		id, dotted := strings.CutPrefix(strings.TrimSpace(name), ".")
		if !closed || !dotted || id == "" || strings.Trim(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
			return p, fmt.Errorf("%q is not a placeholder", "{{"+name)
		}
		p.gaps = append(p.gaps, id)
		words = after
	}
}

// names returns the placeholders of all forms, each once.
func (m *message) names() []string {
	var out []string
	for _, p := range m.forms {
		out = append(out, p.gaps...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// isPlural reports whether a count decides the form.
func (m *message) isPlural() bool { return slices.Contains(m.names(), countName) }

// has reports whether a message has these forms and no other.
func (m *message) has(forms map[string]bool) bool {
	for form := range m.forms {
		if !forms[form] {
			return false
		}
	}
	return len(m.forms) == len(forms)
}

// fill writes the values into the gaps. pairs is name, value, …; every gap
// must have its value.
func (p phrase) fill(count string, pairs []any) (string, error) {
	if len(p.gaps) == 0 {
		return p.text[0], nil
	}
	var b strings.Builder
	for i, gap := range p.gaps {
		b.WriteString(p.text[i])
		if gap == countName && count != "" {
			b.WriteString(count)
			continue
		}
		v, ok := value(pairs, gap)
		if !ok {
			return "", fmt.Errorf("no value for {{.%s}}", gap)
		}
		if s, ok := v.(string); ok {
			b.WriteString(s)
		} else {
			fmt.Fprint(&b, v)
		}
	}
	b.WriteString(p.text[len(p.gaps)])
	return b.String(), nil
}

// value finds the value of a name in name, value, ….
func value(pairs []any, name string) (any, bool) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if n, ok := pairs[i].(string); ok && n == name {
			return pairs[i+1], true
		}
	}
	return nil, false
}
