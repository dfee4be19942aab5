package page_test

import (
	"encoding/json"
	"fmt"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"diptych/internal/page"
	"diptych/internal/policy"
)

// TestViews makes pages of the sites in testdata/KIND_CASE.txtar and compares
// what they show with the files "want/ADDRESS FIELD …": the address of a page,
// as the plan spells it, and the fields of its view that matter there, or all
// but what every page has where none is named.
func TestViews(t *testing.T) {
	for _, name := range archiveNames(t, "*") {
		if strings.HasPrefix(base(name), "plan_") {
			continue
		}
		t.Run(base(name), func(t *testing.T) {
			shown := make(map[page.Kind]bool)
			checkArchive(t, name, func(m *made, want string) string {
				got, kind := m.show(t, want)
				shown[kind] = true
				return got
			})
			kind, _, _ := strings.Cut(base(name), "_")
			if page.SpecOf(page.Kind(kind)) != nil && !shown[page.Kind(kind)] {
				t.Errorf("the archive shows no page of the kind %s", kind)
			}
		})
	}
}

// TestEveryKindIsShown: each kind of page has an archive.
func TestEveryKindIsShown(t *testing.T) {
	for _, spec := range page.Kinds {
		if names, err := filepath.Glob(fmt.Sprintf("testdata/%s_*.txtar", spec.Kind)); err != nil || len(names) == 0 {
			t.Errorf("no archive shows a page of the kind %s: add testdata/%s_CASE.txtar", spec.Kind, spec.Kind)
		}
	}
}

// show writes what an archive asks for: ADDRESS FIELD … of a page, its twin for
// programs or the search index of a policy.
func (m *made) show(t *testing.T, want string) (string, page.Kind) {
	at, fields, _ := strings.Cut(strings.TrimPrefix(want, "/"), " ")
	if slug, ok := strings.CutSuffix(path.Base(at), ".js"); ok {
		lang, _, _ := strings.Cut(at, "/")
		return string(m.Index(m.parsed[slug], policy.Lang(lang))), page.KindSearch
	}
	file := at
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	twin := strings.HasSuffix(file, ".json")
	if twin {
		file = strings.TrimSuffix(file, "json") + "html"
	}
	pg, ok := m.page(file)
	if !ok {
		t.Fatalf("no page %s", at)
	}
	if twin {
		data, err := json.MarshalIndent(m.Data(t.Context(), pg, m.series[pg.Ref.Policy]), "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		return string(data) + "\n", pg.Kind
	}
	return dump(m.view(pg), strings.Fields(fields)...), pg.Kind
}
