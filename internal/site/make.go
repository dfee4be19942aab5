package site

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"

	"diptych/internal/diag"
	"diptych/internal/policy"
)

// makePage renders a page.
func makePage(ctx context.Context, o *Output, m *Material, scratch *bytes.Buffer) ([]byte, error) {
	lang := o.Page.Ref.Lang
	if lang == "" {
		lang = m.reading.site.Model.Languages[0]
	}
	if err := m.reading.site.Theme.Render(scratch, lang, o.Page.Kind, m.reading.maker.View(ctx, o.Page, m.series)); err != nil {
		return nil, fmt.Errorf("page %s: %w", o.Name, err)
	}
	return scratch.Bytes(), nil
}

// makeTwin writes a page for programs.
func makeTwin(ctx context.Context, o *Output, m *Material, _ *bytes.Buffer) ([]byte, error) {
	data, err := json.Marshal(m.reading.maker.Data(ctx, o.Page, m.series))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", o.Name, err)
	}
	return data, nil
}

// makeIndex writes the search index of a policy.
func makeIndex(_ context.Context, o *Output, m *Material, _ *bytes.Buffer) ([]byte, error) {
	return m.reading.maker.Index(m.policy, o.Page.Ref.Lang), nil
}

// makeCarried copies a file from the sources.
func makeCarried(f policy.File) maker {
	return func(_ context.Context, _ *Output, m *Material, _ *bytes.Buffer) ([]byte, error) {
		data, err := fs.ReadFile(m.reading.site.FS, f.Source)
		if err != nil {
			return nil, diag.Problem{Pos: diag.Pos{File: f.Source}, Rule: diag.File, Text: fmt.Sprintf("cannot read the file: %v", diag.Reason(err))}
		}
		return data, checkSum(f, data)
	}
}

// fixed makes what is known already.
func fixed(data []byte) maker {
	return func(context.Context, *Output, *Material, *bytes.Buffer) ([]byte, error) { return data, nil }
}
