package theme

import (
	"fmt"
	"reflect"
	"text/template/parse"

	"diptych/internal/diag"
	"diptych/internal/page"
)

// check reads every template of every kind of page with the type of its view,
// so that a field, a string or a template that does not exist is a problem with
// a place even in a branch that is seldom taken.
func (ts trees) check(opt Options, list *diag.List) {
	for _, kind := range page.Kinds {
		c := checker{set: ts[kind.Kind], opt: opt, list: list, seen: map[use]bool{}}
		c.template(rootName, reflect.TypeOf(kind.EmptyView()))
	}
	list.Sort()
}

// checker follows one kind of page.
type checker struct {
	set  map[string]tree
	opt  Options
	list *diag.List
	seen map[use]bool
}

// use is a template with the type of its dot; nil is an unknown type.
type use struct {
	name string
	dot  reflect.Type
}

// scope is what names mean at a place in a template.
type scope struct {
	tree tree
	dot  reflect.Type
	vars map[string]reflect.Type
}

func (c *checker) template(name string, dot reflect.Type) {
	if c.seen[use{name, dot}] || c.set[name] == nil {
		return
	}
	c.seen[use{name, dot}] = true
	tr := c.set[name]
	c.body(scope{tr, dot, map[string]reflect.Type{"$": dot}}, tr.Root)
}

func (c *checker) body(s scope, l *parse.ListNode) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		c.node(s, n)
	}
}

func (c *checker) node(s scope, n parse.Node) {
	switch n := n.(type) {
	case *parse.ActionNode:
		c.pipe(s, n.Pipe)
	case *parse.IfNode:
		c.branch(s, &n.BranchNode)
	case *parse.WithNode:
		c.branch(s, &n.BranchNode)
	case *parse.RangeNode:
		c.branch(s, &n.BranchNode)
	case *parse.TemplateNode:
		var dot reflect.Type
		if n.Pipe != nil {
			dot = c.pipe(s, n.Pipe)
		}
		if c.set[n.Name] == nil {
			var names []string
			for name := range c.set {
				names = append(names, name)
			}
			c.problem(s, n, diag.DidYouMean(n.Name, names, "a template stands in partials/ or in a {{define}}"), "no template %q", n.Name)
			return
		}
		c.template(n.Name, dot)
	}
}

// branch follows if, with and range.
func (c *checker) branch(s scope, b *parse.BranchNode) {
	vars := map[string]reflect.Type{}
	for k, v := range s.vars {
		vars[k] = v
	}
	inner := scope{s.tree, s.dot, vars}
	t := c.pipe(inner, b.Pipe)
	switch b.NodeType {
	case parse.NodeWith:
		inner.dot = t
	case parse.NodeRange:
		inner.dot = element(t)
		if n := len(b.Pipe.Decl); n > 0 {
			vars[b.Pipe.Decl[n-1].Ident[0]] = inner.dot
		}
		if len(b.Pipe.Decl) == 2 {
			vars[b.Pipe.Decl[0].Ident[0]] = reflect.TypeFor[int]()
		}
	}
	c.body(inner, b.List)
	c.body(s, b.ElseList)
}

func element(t reflect.Type) reflect.Type {
	if t != nil && (t.Kind() == reflect.Slice || t.Kind() == reflect.Array || t.Kind() == reflect.Map) {
		return t.Elem()
	}
	return nil
}

// pipe returns the type of a pipeline's value, nil where it is not known.
func (c *checker) pipe(s scope, p *parse.PipeNode) reflect.Type {
	var t reflect.Type
	for _, cmd := range p.Cmds {
		t = c.command(s, cmd)
	}
	if len(p.Cmds) > 1 {
		t = nil
	}
	for _, v := range p.Decl {
		s.vars[v.Ident[0]] = t
	}
	return t
}

func (c *checker) command(s scope, cmd *parse.CommandNode) reflect.Type {
	f, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok {
		var t reflect.Type
		for i, a := range cmd.Args {
			if x := c.operand(s, a); i == 0 {
				t = x
			}
		}
		return t
	}
	for _, a := range cmd.Args[1:] {
		c.operand(s, a)
	}
	if len(cmd.Args) > 1 {
		c.call(s, f.Ident, cmd)
	}
	return nil
}

func (c *checker) problem(s scope, n parse.Node, hint, format string, args ...any) {
	location, _ := s.tree.ErrorContext(n)
	p := problem(fmt.Errorf("template: %s: ", location), "")
	p.Text, p.Hint = fmt.Sprintf(format, args...), hint
	*c.list = append(*c.list, p)
}
