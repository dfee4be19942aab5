package locale

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"

	"diptych/i18n"
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// Tool is what the program says in one language to those who write policies:
// what a rule is about and what it reports, and a redline that is printed. Its
// strings are the program's own:
// no site replaces them, and a site in another language needs none.
type Tool struct{ words *Words }

// tools are the languages of the program, read when they are first asked for.
var tools = sync.OnceValue(func() *Catalog {
	c, _ := loadTool(i18n.Tool) // a string that is missing says so where it is wanted
	return c
})

// loadTool reads tool/<lang>.toml for every language that has one.
func loadTool(fsys fs.FS) (*Catalog, diag.List) {
	sub, err := fs.Sub(fsys, "tool")
	if err != nil {
		return new(Catalog), diag.FromError(diag.Pos{}, diag.I18N, err)
	}
	paths, _ := fs.Glob(sub, "*.toml") // the pattern is well formed
	langs := make([]policy.Lang, len(paths))
	for i, p := range paths {
		langs[i] = policy.Lang(strings.TrimSuffix(p, ".toml"))
	}
	return Load(sub, nil, nil, langs)
}

// ToolLangs returns the languages that the program speaks, in order.
func ToolLangs() []policy.Lang { return tools().Langs() }

// ToolIn returns what the program says in a language, one of ToolLangs.
func ToolIn(lang policy.Lang) *Tool { return &Tool{tools().For(lang)} }

// About returns a sentence on what a rule is about: rule.<id>.about.
func (t *Tool) About(r diag.Rule) string { return t.say("rule."+r.String()+".about", nil) }

// Say returns what a message of a rule says: rule.<id>.<n>.text and, where
// there is one, rule.<id>.<n>.hint.
func (t *Tool) Say(r diag.Rule, m diag.Message) (text, hint string) {
	id := fmt.Sprintf("rule.%s.%d.", r, m.N)
	text = t.say(id+"text", m.Values)
	if _, _, ok := t.words.Has(id + "hint"); ok {
		hint = t.say(id+"hint", m.Values)
	}
	return text, hint
}

// Problem returns what sentence n of a rule reports about a place: its words,
// and the message, so that another language can say it again.
func (t *Tool) Problem(pos diag.Pos, severity diag.Severity, r diag.Rule, n int, values ...any) diag.Problem {
	m := diag.Message{N: n, Values: values}
	text, hint := t.Say(r, m)
	return diag.Problem{Pos: pos, Severity: severity, Rule: r, Text: text, Hint: hint, Message: &m}
}

// T returns the string with the id. values is name, value, … for its
// placeholders; where Count is among them and the string has plural forms, it
// decides which. A string that is missing says so.
func (t *Tool) T(id string, values ...any) string { return t.say(id, values) }

// Translate returns the list in the tool's language. A problem that has no
// message keeps its words.
func (t *Tool) Translate(l diag.List) diag.List {
	out := slices.Clone(l)
	for i, p := range out {
		if p.Message != nil {
			out[i].Text, out[i].Hint = t.Say(p.Rule, *p.Message)
		}
	}
	return out
}

// say fills in a string. One that is missing, or lacks a value, says that and
// its id: a problem is never reported without words.
func (t *Tool) say(id string, values []any) string {
	spelled := make([]any, len(values))
	count := 0
	for i, v := range values {
		spelled[i] = v
		if i%2 == 1 {
			spelled[i] = t.spell(v)
			if n, ok := v.(int); ok && values[i-1] == countName {
				count = n
			}
		}
	}
	_, plural, _ := t.words.Has(id)
	var s string
	var err error
	if plural {
		s, err = t.words.N(id, count, spelled...)
	} else {
		s, err = t.words.T(id, spelled...)
	}
	if err != nil {
		return "(" + err.Error() + ")"
	}
	return s
}

// spell returns a value as the language writes it.
func (t *Tool) spell(v any) any {
	switch v := v.(type) {
	case diag.Words:
		return t.quote(string(v))
	case []diag.Words:
		quoted := make([]string, len(v))
		for i, w := range v {
			quoted[i] = t.quote(string(w))
		}
		return strings.Join(quoted, t.say("comma", nil))
	case policy.Tag:
		if s, err := t.words.T(langPrefix + string(v.Key())); err == nil {
			return s
		}
		return t.quote(string(v))
	}
	return v
}

// quote puts words into the quotation marks of the language. What a terminal
// cannot show is escaped, and so are marks in the words that are the same.
func (t *Tool) quote(words string) string {
	marks := t.say("quote", []any{"Words", ""})
	escaped := strconv.Quote(words)
	if !strings.Contains(marks, `"`) {
		escaped = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(strconv.QuoteToGraphic(words))
	}
	return t.say("quote", []any{"Words", escaped[1 : len(escaped)-1]})
}
