package theme

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/locale"
	"diptych/internal/page"
	"diptych/internal/policy"
)

// styles is what the style of every kind of page is joined from, made small.
type styles struct {
	parts  map[string]string // by path below the theme's folder
	spoken string            // the words said for marks
	custom string            // themes/custom.css, as it is
}

func newStyles(s *sources, c *locale.Catalog, list *diag.List) styles {
	out := styles{parts: map[string]string{}, spoken: spokenMarks(c)}
	for _, kind := range page.Kinds {
		for _, p := range styleFiles(kind) {
			if _, done := out.parts[p]; !done {
				guard(s.files[p], list)
				out.parts[p] = minify(s.files[p].text)
			}
		}
	}
	if s.custom != nil {
		guard(*s.custom, list)
		out.custom = "\n" + strings.TrimSpace(s.custom.text)
	}
	return out
}

// of joins the style of a kind of page.
func (s styles) of(kind page.Spec) string {
	var b strings.Builder
	for _, p := range styleFiles(kind) {
		if p == styleFile(spoken) {
			b.WriteString(s.spoken)
		}
		b.WriteString(s.parts[p])
	}
	b.WriteString(s.custom)
	return b.String()
}

// spokenMarks gives the words that style puts before and after inserted and
// deleted text for assistive technology, per language, as custom properties.
func spokenMarks(c *locale.Catalog) string {
	var b strings.Builder
	for _, lang := range slices.SortedFunc(slices.Values(c.Langs()), func(a, b policy.Lang) int {
		return cmp.Compare(c.For(a).Tag(), c.For(b).Tag())
	}) {
		w := c.For(lang)
		b.WriteString("[lang|=" + string(w.Tag()) + "]{")
		for _, mark := range [][2]string{
			{"ins", "mark_inserted"}, {"del", "mark_deleted"}, {"to", "mark_moved_to"}, {"from", "mark_moved_from"}, {"s", "mark_struck"}, {"end", "mark_end"},
		} {
			if s, err := w.T(mark[1]); err == nil {
				b.WriteString("--" + mark[0] + ":" + cssString(s) + ";")
			}
		}
		b.WriteString("}")
	}
	return strings.ReplaceAll(b.String(), ";}", "}")
}

func cssString(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\a `).Replace(s) + `"`
}

// remote is what makes a style ask the network.
var remote = regexp.MustCompile(`(?i)@import|url\(\s*["']?\s*(?:https?:|//)|</style`)

// guard reports what may not stand in the style of a page.
func guard(f source, list *diag.List) {
	for i, line := range strings.Split(f.text, "\n") {
		if at := remote.FindStringIndex(line); at != nil {
			pos := diag.Pos{File: f.file, Line: i + 1, Col: len([]rune(line[:at[0]])) + 1}
			list.Errorf(pos, diag.Theme, "a page asks the network for nothing but itself; use a data: address", "%q may not stand in a style", line[at[0]:at[1]])
		}
	}
}
