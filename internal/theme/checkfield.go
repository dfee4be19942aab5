package theme

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"text/template/parse"

	"diptych/internal/diag"
)

// operand returns the type of a value in a command.
func (c *checker) operand(s scope, n parse.Node) reflect.Type {
	switch n := n.(type) {
	case *parse.DotNode:
		return s.dot
	case *parse.FieldNode:
		return c.fields(s, n, s.dot, n.Ident)
	case *parse.VariableNode:
		return c.fields(s, n, s.vars[n.Ident[0]], n.Ident[1:])
	case *parse.PipeNode:
		return c.pipe(s, n)
	case *parse.ChainNode:
		return c.fields(s, n, c.operand(s, n.Node), n.Field)
	}
	return nil
}

// fields follows .A.B.C from a type.
func (c *checker) fields(s scope, n parse.Node, t reflect.Type, names []string) reflect.Type {
	for _, name := range names {
		if t == nil {
			return nil
		}
		if m, ok := t.MethodByName(name); ok {
			t = m.Type.Out(0)
			continue
		}
		base := t
		if base.Kind() == reflect.Pointer {
			base = base.Elem()
		}
		if base.Kind() == reflect.Interface || base.Kind() == reflect.Map {
			return nil
		}
		var f reflect.StructField
		ok := base.Kind() == reflect.Struct
		if ok {
			f, ok = base.FieldByName(name)
		}
		if !ok {
			c.problem(s, n, diag.DidYouMean(name, members(t), "the fields are those of the structs in internal/page/view*.go"),
				"no field %s in %s", name, strings.TrimPrefix(base.String(), "page."))
			return nil
		}
		t = f.Type
	}
	return t
}

// members lists the fields of a struct, promoted ones too, and its methods.
func members(t reflect.Type) []string {
	var out []string
	for i := range t.NumMethod() {
		out = append(out, t.Method(i).Name)
	}
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() == reflect.Struct {
		for _, f := range reflect.VisibleFields(t) {
			out = append(out, f.Name)
		}
	}
	return out
}

// call checks a call of t, n or tl whose string is named in place.
func (c *checker) call(s scope, fn string, cmd *parse.CommandNode) {
	at := map[string]int{"t": 1, "n": 1, "tl": 2}[fn]
	if at == 0 || len(cmd.Args) <= at {
		return
	}
	id, ok := cmd.Args[at].(*parse.StringNode)
	if !ok {
		return
	}
	for _, lang := range c.opt.Langs {
		w := c.opt.Catalog.For(lang)
		names, plural, ok := w.Has(id.Text)
		switch {
		case !ok:
			c.problem(s, cmd, diag.DidYouMean(id.Text, w.IDs(), "strings stand in i18n/<lang>.toml"), "no string %q", id.Text)
			return
		case plural != (fn == "n"):
			c.problem(s, cmd, "n is for strings with plural forms, t for all others", "string %q cannot be used with %s", id.Text, fn)
			return
		}
		rest := cmd.Args[at+1:]
		if fn == "n" && len(rest) > 0 {
			rest = rest[1:]
		}
		var given []string
		for i := 0; i < len(rest); i += 2 {
			if name, ok := rest[i].(*parse.StringNode); ok {
				given = append(given, name.Text)
			}
		}
		for _, name := range names {
			if !slices.Contains(given, name) {
				c.problem(s, cmd, fmt.Sprintf("add %q and its value", name), "string %q needs a value for {{.%s}}", id.Text, name)
				return
			}
		}
	}
}
