package page_test

import (
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"diptych/internal/policy"
)

// dump writes a view for reviewers: a field a line, those that are empty left
// out, HTML as it is, a struct of nothing but words on one line. It writes the
// fields that are asked for or, where none is, all but what every page has.
func dump(view any, fields ...string) string {
	var d dumper
	d.fields(reflect.Indirect(reflect.ValueOf(view)), fields)
	return d.String()
}

type dumper struct {
	strings.Builder
	depth int
}

func (d *dumper) line(s string) { d.WriteString(strings.Repeat("  ", d.depth) + s + "\n") }

// fields writes the fields of a struct that are asked for, those of what it
// embeds among them where it has none of that name; all but Base where none is.
func (d *dumper) fields(v reflect.Value, asked []string) {
	for i := range v.NumField() {
		def, f := v.Type().Field(i), v.Field(i)
		switch {
		case empty(f):
		case len(asked) == 0 && def.Name != "Base" || slices.Contains(asked, def.Name):
			d.field(def.Name, f)
		case len(asked) > 0 && def.Anonymous && f.Kind() == reflect.Struct:
			rest := slices.DeleteFunc(slices.Clone(asked), func(name string) bool { return hasOwn(v.Type(), name) })
			if len(rest) > 0 {
				d.fields(f, rest)
			}
		}
	}
}

func hasOwn(t reflect.Type, name string) bool {
	f, ok := t.FieldByName(name)
	return ok && len(f.Index) == 1
}

func (d *dumper) field(name string, v reflect.Value) {
	if v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	v = reflect.Indirect(v)
	if s, ok := flat(v); ok {
		d.line(name + ": " + s)
		return
	}
	switch {
	case v.Type() == reflect.TypeFor[template.HTML]():
		d.line(name + ":")
		d.nested(func() { d.html(v.String()) })
	case v.Kind() == reflect.Slice:
		d.line(name + ":")
		for i := range v.Len() {
			if s, ok := flat(reflect.Indirect(v.Index(i))); ok {
				d.line("- " + s)
				continue
			}
			d.line("-")
			d.nested(func() { d.fields(reflect.Indirect(v.Index(i)), nil) })
		}
	default:
		d.line(name + ":")
		d.nested(func() { d.fields(v, nil) })
	}
}

// empty reports whether nothing is to be said of a value. The zero status is
// one, superseded.
func empty(v reflect.Value) bool {
	return v.IsZero() && v.Type() != reflect.TypeFor[policy.Status]()
}

func (d *dumper) nested(write func()) {
	d.depth++
	write()
	d.depth--
}

func (d *dumper) html(s string) {
	for line := range strings.Lines(s) {
		d.line(strings.TrimSuffix(line, "\n"))
	}
}

// flat writes a value on one line, where it has room there.
func flat(v reflect.Value) (string, bool) {
	switch x := v.Interface().(type) {
	case template.HTML:
		return "", false
	case policy.Ref:
		return x.Path(), true
	case fmt.Stringer:
		return x.String(), true
	}
	switch v.Kind() {
	case reflect.String:
		return quoted(v.String()), true
	case reflect.Struct:
		return flatStruct(v)
	case reflect.Slice:
		if k := v.Type().Elem().Kind(); k != reflect.String || v.Type().Elem() == reflect.TypeFor[template.HTML]() {
			return "", false
		}
		var out []string
		for i := range v.Len() {
			out = append(out, quoted(v.Index(i).String()))
		}
		return strings.Join(out, ","), true
	}
	return fmt.Sprint(v.Interface()), true
}

func flatStruct(v reflect.Value) (string, bool) {
	var out []string
	for i := range v.NumField() {
		name, f := v.Type().Field(i).Name, v.Field(i)
		if empty(f) {
			continue
		}
		if k := f.Kind(); k == reflect.Pointer || k == reflect.Struct && f.Type() != reflect.TypeFor[policy.Date]() && f.Type() != reflect.TypeFor[policy.Ref]() {
			return "", false
		}
		s, ok := flat(f)
		if !ok {
			return "", false
		}
		out = append(out, name+"="+s)
	}
	return strings.Join(out, " "), true
}

// quoted quotes words in which there is a space.
func quoted(s string) string {
	if strings.ContainsAny(s, " \n\"") || s == "" {
		return strconv.Quote(s)
	}
	return s
}
