package strict

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// decoder moves what the toml library has read into the fields of a struct. In
// its methods path is the key in the spelling of the outline, and name the key as
// people write it.
type decoder struct {
	doc  *Doc
	root reflect.Type
	list diag.List
}

func (d *decoder) keyPos(path string) diag.Pos { return d.doc.at.at(d.doc.outline.places[path].key) }
func (d *decoder) valPos(path string) diag.Pos { return d.doc.at.at(d.doc.outline.places[path].val) }

// table fills the struct v.
func (d *decoder) table(v reflect.Value, tree map[string]any, path, name string) {
	fields := fieldsOf(v.Type())
	for _, key := range slices.Sorted(maps.Keys(tree)) {
		sub, full := inTable(path, key), join(name, key)
		i, ok := fields[key]
		if !ok {
			d.unknown(v.Type(), key, sub, full)
			continue
		}
		d.value(v.Field(i), tree[key], sub, full)
	}
}

// value fills v and reports whether x is of its type; if not, that is reported.
func (d *decoder) value(v reflect.Value, x any, path, name string) bool {
	switch dst := v.Addr().Interface().(type) {
	case located:
		if !d.value(reflect.ValueOf(dst.slot()).Elem(), x, path, name) {
			return false
		}
		dst.place(d.valPos(path), d.keyPos(path))
		return true
	case *policy.Date:
		return d.date(dst, x, path, name)
	case Shaped:
		return dst.FromTOML(Input{Value: x, Pos: d.valPos(path), Key: d.keyPos(path), d: d, path: path, name: name})
	}
	switch v.Kind() {
	case reflect.String:
		if s, ok := x.(string); ok {
			v.SetString(s)
			return true
		}
	case reflect.Int:
		if n, ok := x.(int64); ok {
			v.SetInt(n)
			return true
		}
	case reflect.Bool:
		if b, ok := x.(bool); ok {
			v.SetBool(b)
			return true
		}
	case reflect.Slice:
		if items := reflect.ValueOf(x); items.Kind() == reflect.Slice {
			v.Set(reflect.MakeSlice(v.Type(), items.Len(), items.Len()))
			for i := range items.Len() {
				d.value(v.Index(i), items.Index(i).Interface(), inList(path, i), fmt.Sprintf("item %d of %s", i+1, name))
			}
			return true
		}
	case reflect.Map:
		if t, ok := x.(map[string]any); ok {
			d.mapping(v, t, path, name)
			return true
		}
	case reflect.Struct:
		if t, ok := x.(map[string]any); ok {
			d.table(v, t, path, tableName(name))
			return true
		}
	}
	d.list.Errorf(d.valPos(path), diag.Config, typeHint(v.Type(), name, x), "%s must be %s, not %s", name, typeNoun(v.Type()), noun(x))
	return false
}

// mapping fills a map whose keys are up to the writer of the file.
func (d *decoder) mapping(v reflect.Value, tree map[string]any, path, name string) {
	v.Set(reflect.MakeMap(v.Type()))
	for _, key := range slices.Sorted(maps.Keys(tree)) {
		item := reflect.New(v.Type().Elem()).Elem()
		if d.value(item, tree[key], inTable(path, key), join(name, key)) {
			v.SetMapIndex(reflect.ValueOf(key).Convert(v.Type().Key()), item)
		}
	}
}

// date accepts a day and nothing else.
func (d *decoder) date(dst *policy.Date, x any, path, name string) bool {
	t, ok := x.(time.Time)
	if ok && t.Location().String() == "date-local" {
		*dst = policy.DateOf(t)
		return true
	}
	hint := "write it as " + name + " = 2026-01-31"
	if s, isString := x.(string); isString {
		if _, err := policy.ParseDate(s); err == nil {
			hint = fmt.Sprintf("leave out the quotes: %s = %s", name, s)
		}
		d.list.Errorf(d.valPos(path), diag.Config, hint, "%s must be a date, not a string", name)
		return false
	}
	if ok {
		if t.Year() > 0 {
			hint = fmt.Sprintf("leave out the time: %s = %s", name, policy.DateOf(t))
		}
		d.list.Errorf(d.valPos(path), diag.Config, hint, "%s must be a date without a time of day", name)
		return false
	}
	d.list.Errorf(d.valPos(path), diag.Config, hint, "%s must be a date, not %s", name, noun(x))
	return false
}

// unknown reports a key that the struct t does not have.
func (d *decoder) unknown(t reflect.Type, key, path, full string) {
	allowed := keysOf(t)
	hint := "allowed here: " + strings.Join(allowed, ", ")
	_, above := fieldsOf(d.root)[key]
	if near := diag.DidYouMean(strings.ToLower(key), allowed, ""); near != "" {
		hint = near + " " + hint
	} else if above && t != d.root {
		hint = key + " belongs above the first [table] of the file; " + hint
	}
	d.list.Errorf(d.keyPos(path), diag.Config, hint, "unknown key %q", full)
}

// keysOf lists the keys that a struct names in its tags, in the order of its fields.
func keysOf(t reflect.Type) []string {
	out := make([]string, 0, t.NumField())
	for i := range t.NumField() {
		if key := t.Field(i).Tag.Get("toml"); key != "" {
			out = append(out, key)
		}
	}
	return out
}

// fieldsOf maps the keys that a struct names in its tags to its fields.
func fieldsOf(t reflect.Type) map[string]int {
	out := make(map[string]int, t.NumField())
	for i := range t.NumField() {
		if key := t.Field(i).Tag.Get("toml"); key != "" {
			out[key] = i
		}
	}
	return out
}

func join(name, key string) string {
	if name == "" {
		return key
	}
	return name + "." + key
}

// tableName keeps "item 2 of changes" out of the names of keys below it.
func tableName(name string) string {
	if i := strings.LastIndex(name, " of "); i >= 0 {
		return name[i+len(" of "):]
	}
	return name
}
