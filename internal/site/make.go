package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"

	"diptych/internal/diag"
)

// makePage renders a page.
func makePage(o *Output, m *Material, scratch *bytes.Buffer) ([]byte, error) {
	lang := o.Page.Ref.Lang
	if lang == "" {
		lang = m.reading.site.Model.Languages[0]
	}
	if err := m.reading.site.Theme.Render(scratch, lang, o.Page.Kind, m.reading.maker.View(o.Page, m.series)); err != nil {
		return nil, fmt.Errorf("page %s: %w", o.Name, err)
	}
	return scratch.Bytes(), nil
}

// makeTwin writes a page for programs.
func makeTwin(o *Output, m *Material, _ *bytes.Buffer) ([]byte, error) {
	data, err := json.Marshal(m.reading.maker.Data(o.Page, m.series))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", o.Name, err)
	}
	return data, nil
}

// makeIndex writes the search index of a policy.
func makeIndex(o *Output, m *Material, _ *bytes.Buffer) ([]byte, error) {
	return m.reading.maker.Index(m.policy, o.Page.Ref.Lang), nil
}

// makeCarried copies a file from the sources, which its origin names.
func makeCarried(o *Output, m *Material, _ *bytes.Buffer) ([]byte, error) {
	data, err := fs.ReadFile(m.reading.site.FS, o.Origin)
	if err != nil {
		return nil, diag.Problem{Pos: diag.Pos{File: o.Origin}, Rule: diag.File, Text: fmt.Sprintf("cannot read the file: %v", err)}
	}
	return data, nil
}

// fixed makes what is known already.
func fixed(data []byte) func(*Output, *Material, *bytes.Buffer) ([]byte, error) {
	return func(*Output, *Material, *bytes.Buffer) ([]byte, error) { return data, nil }
}
