package main

import (
	"reflect"
	"strings"
	"testing"

	"diptych/internal/page"
	"diptych/internal/redline"
)

// TestDocsData: docs/redlines names every key of index.json beside a redline,
// and every kind of change and format that stands in it.
func TestDocsData(t *testing.T) {
	var want []string
	var keys func(typ reflect.Type)
	keys = func(typ reflect.Type) {
		switch typ.Kind() {
		case reflect.Slice, reflect.Map, reflect.Pointer:
			keys(typ.Elem())
		case reflect.Struct:
			for i := range typ.NumField() {
				name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
				want = append(want, name)
				keys(typ.Field(i).Type)
			}
		}
	}
	keys(reflect.TypeFor[page.RedlineData]())
	for _, k := range redline.Kinds {
		want = append(want, k.String())
	}
	for f := redline.Emphasis; f <= redline.Column; f++ {
		want = append(want, f.String())
	}
	if len(want) < 60 {
		t.Errorf("only %d names were found", len(want))
	}
	docs := readDocs(t)
	for _, end := range []string{".md", chinese} {
		d := docs["docs/redlines"+end]
		words := strings.Join(d.prose(), "\n")
		for _, name := range want {
			if !strings.Contains(words, "`"+name+"`") {
				t.Errorf("%s does not say what `%s` is in index.json", d.name, name)
			}
		}
	}
}
