package page_test

import (
	"html/template"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"diptych/internal/page"
)

// seen is what of a view leads somewhere, is led to, or names a language.
type seen struct {
	links []string
	ids   []string
	tags  []string
	words []string // strings that are no links
}

// isLink recognises a link to a file or an anchor of the site.
var isLink = regexp.MustCompile(`^(#\S|[a-z0-9./-]*\.(html?|json|js)(#\S+)?$)`)

// look collects what a view holds. Whatever looks like a link is one, so that no
// field can be forgotten.
func look(m *made, view any) seen {
	s := seen{}
	s.value(m, "", reflect.ValueOf(view))
	return s
}

func (s *seen) value(m *made, field string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if !v.IsNil() {
			s.value(m, field, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			s.value(m, field, v.Index(i))
		}
	case reflect.Struct:
		if told, ok := v.Interface().(page.LinkChange); ok { // where a link led, in words
			s.words = append(s.words, told.Words, told.Old, told.New)
			return
		}
		s.anchor(v.Interface())
		for i := range v.NumField() {
			s.value(m, v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.String:
		switch str := v.String(); {
		case str == "":
		case v.Type() == reflect.TypeFor[template.HTML]():
			s.html(str)
		case m.Config.BaseURL != "" && strings.HasPrefix(str, m.Config.BaseURL), isLink.MatchString(str), strings.HasSuffix(field, "Href"):
			s.links = append(s.links, str)
		case strings.HasSuffix(field, "Tag"), strings.HasSuffix(field, "Tags"), field == "Language":
			s.tags = append(s.tags, str)
		default:
			s.words = append(s.words, str)
		}
	}
}

// anchor adds the anchors that a template makes of a view.
func (s *seen) anchor(v any) {
	add := func(id string) {
		if id != "" {
			s.ids = append(s.ids, id)
		}
	}
	switch v := v.(type) {
	case page.ParallelRow:
		add(v.ID)
	case page.BilingualPart:
		add(v.ID)
	case page.ClauseLife:
		add(v.ID)
	case page.Redline:
		if v.NewTitle != "" {
			add("_title")
		}
		for _, c := range v.Changes {
			if c.N > 0 {
				add("_change-" + strconv.Itoa(c.N))
			}
		}
	case page.Base:
		add("_main")
	}
}

func (s *seen) html(src string) {
	for z := html.NewTokenizer(strings.NewReader(src)); z.Next() != html.ErrorToken; {
		for _, a := range z.Token().Attr {
			switch a.Key {
			case "id":
				s.ids = append(s.ids, a.Val)
			case "href", "src":
				s.links = append(s.links, a.Val)
			case "lang", "hreflang":
				s.tags = append(s.tags, a.Val)
			}
		}
	}
}
