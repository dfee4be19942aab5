package page_test

import (
	"encoding/json"
	"path"
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
	shown := make(map[page.Kind]bool)
	for _, name := range archiveNames(t, "*") {
		if strings.HasPrefix(base(name), "plan_") {
			continue
		}
		t.Run(base(name), func(t *testing.T) {
			checkArchive(t, name, func(m *made, want string) string {
				got, kind := m.show(t, want)
				shown[kind] = true
				return got
			})
		})
	}
	for _, spec := range page.Kinds {
		if !shown[spec.Kind] {
			t.Errorf("no archive shows a page of the kind %s: add testdata/%s_CASE.txtar", spec.Kind, spec.Kind)
		}
	}
}

// show writes what an archive asks for: ADDRESS FIELD … of a page, its twin for
// programs or the search index of a policy.
func (m *made) show(t *testing.T, want string) (string, page.Kind) {
	at, fields, _ := strings.Cut(strings.TrimPrefix(want, "/"), " ")
	if slug, ok := strings.CutSuffix(path.Base(at), ".js"); ok {
		return string(m.Index(m.parsed[slug], policy.Lang(at[:2]))), page.KindSearch
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
		data, err := json.MarshalIndent(m.Data(pg, m.series[pg.Ref.Policy]), "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		return string(data) + "\n", pg.Kind
	}
	return dump(m.view(pg), strings.Fields(fields)...), pg.Kind
}
