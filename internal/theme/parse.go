package theme

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"text/template/parse"

	"diptych/internal/diag"
	"diptych/internal/page"
)

// rootName is the template that every page begins with: base.html.
const rootName = "base"

// tree is one template: what stands in a file outside of any {{define}}, or a
// {{define}}. Its ParseName is the file, so that problems have a place.
type tree = *parse.Tree

// trees is a parsed theme: for each kind of page, its templates by name. A
// template is named after its file (partials/notices.html is "notices") or by
// {{define}}; a page's own go over the shared ones.
type trees map[page.Kind]map[string]tree

// parseTheme reads every template of a theme once.
func parseTheme(s *sources, list *diag.List) trees {
	shared := map[string]tree{}
	for _, p := range slices.Sorted(maps.Keys(s.files)) {
		if p == baseFile || path.Dir(p) == "partials" {
			maps.Copy(shared, parseFile(s.files[p], list))
		}
	}
	if shared[rootName] == nil && !list.HasErrors() {
		list.Errorf(diag.Pos{File: folder}, diag.Theme, "", "the theme has no %s", baseFile)
	}
	out := trees{}
	for _, kind := range page.Kinds {
		file, ok := s.files[pageFile(kind.Kind)]
		if !ok {
			list.Errorf(diag.Pos{File: folder}, diag.Theme, "", "the theme has no %s", pageFile(kind.Kind))
			continue
		}
		out[kind.Kind] = maps.Clone(shared)
		maps.Copy(out[kind.Kind], parseFile(file, list))
	}
	return out
}

func parseFile(s source, list *diag.List) map[string]tree {
	t, err := template.New(s.file).Funcs(stubs()).Parse(s.text)
	if err != nil {
		*list = append(*list, problem(err, s.file))
		return nil
	}
	out := map[string]tree{}
	for _, d := range t.Templates() {
		if d.Tree == nil || d.Root == nil {
			continue
		}
		name := d.Name()
		if name == s.file {
			name = strings.TrimSuffix(path.Base(s.file), ".html")
		}
		out[name] = d.Tree
	}
	return out
}

// place is how text/template and html/template say where an error is.
var place = regexp.MustCompile(`^(?:html/)?template: ?([^:\s]+):(\d+)(?::(\d+))?: (?:executing "[^"]*" at )?`)

// problem turns an error of a template into a problem with its place.
func problem(err error, file string) diag.Problem {
	p := diag.Problem{Pos: diag.Pos{File: file}, Rule: diag.Theme, Text: err.Error()}
	if m := place.FindStringSubmatch(p.Text); m != nil {
		p.Pos.File = m[1]
		p.Pos.Line, _ = strconv.Atoi(m[2])
		if m[3] != "" {
			p.Pos.Col, _ = strconv.Atoi(m[3])
			p.Pos.Col++ // counts from 0
		}
		p.Text = p.Text[len(m[0]):]
	}
	return p
}
