package theme

import (
	"html/template"
	"io"
	"sync"
	"text/template/parse"

	"diptych/internal/diag"
	"diptych/internal/locale"
	"diptych/internal/page"
	"diptych/internal/policy"
)

// build makes the templates of one language, each when it is first asked for:
// most commands and previews show a few kinds of page.
func (ts trees) build(funcs template.FuncMap, a assets, w *locale.Words) map[page.Kind]func() *template.Template {
	out := make(map[page.Kind]func() *template.Template, len(ts))
	for kind, set := range ts {
		out[kind] = sync.OnceValue(func() *template.Template {
			root := template.New(rootName).Funcs(funcs).Funcs(template.FuncMap{"assets": a.kinds[kind].head})
			for name, tr := range reached(set) {
				tr = tr.Copy()
				inlineWords(tr.Root, w)
				if _, err := root.AddParseTree(name, tr); err != nil {
					continue // only after execution, or without a name
				}
			}
			return root.Lookup(rootName)
		})
	}
	return out
}

// inlineWords puts the words of the language in the place of {{t "id"}}, so
// that they are looked up and escaped once and not for every page. Words hold
// no < and no >; escaped, they are right in text and in quoted attributes.
func inlineWords(list *parse.ListNode, w *locale.Words) {
	if list == nil {
		return
	}
	for i, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.ActionNode:
			if s, ok := fixedWords(n.Pipe, w); ok {
				list.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(template.HTMLEscapeString(s))}
			}
		case *parse.IfNode:
			inlineWords(n.List, w)
			inlineWords(n.ElseList, w)
		case *parse.WithNode:
			inlineWords(n.List, w)
			inlineWords(n.ElseList, w)
		case *parse.RangeNode:
			inlineWords(n.List, w)
			inlineWords(n.ElseList, w)
		}
	}
}

// fixedWords returns the words of a pipe that is t with the name of a string
// and nothing else.
func fixedWords(p *parse.PipeNode, w *locale.Words) (string, bool) {
	if len(p.Decl) > 0 || len(p.Cmds) != 1 || len(p.Cmds[0].Args) != 2 {
		return "", false
	}
	f, isFunc := p.Cmds[0].Args[0].(*parse.IdentifierNode)
	id, isString := p.Cmds[0].Args[1].(*parse.StringNode)
	if !isFunc || !isString || f.Ident != "t" {
		return "", false
	}
	s, err := w.T(id.Text)
	return s, err == nil
}

// try renders every kind of page once with an empty view. Escaping reads all
// branches of a template, so mark-up that does not balance is found here and
// not in the middle of a build.
func (t *Theme) try(langs []policy.Lang, list *diag.List) {
	for _, lang := range langs[:min(1, len(langs))] {
		for _, kind := range page.Kinds {
			if err := t.sets[lang][kind.Kind]().Execute(io.Discard, kind.EmptyView()); err != nil {
				*list = append(*list, problem(err, folder))
			}
		}
	}
}
