package markup

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// specExample is one example of the CommonMark specification.
type specExample struct {
	Markdown, HTML string
	Example        int
}

// specExamples returns the examples of the specification that goldmark's module
// carries.
func specExamples(t testing.TB) []specExample {
	t.Helper()
	examples, err := readSpec()
	if err != nil {
		t.Fatal(err)
	}
	if len(examples) < 600 {
		t.Fatalf("only %d examples", len(examples))
	}
	return examples
}

// readSpec asks the go command where the module is, once: four tests need it.
var readSpec = sync.OnceValues(func() (examples []specExample, err error) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	if err != nil {
		return nil, err
	}
	return examples, json.Unmarshal(data, &examples)
})

// The emphasis rule for Chinese leaves CommonMark as it is.
func TestEmphasisKeepsCommonMark(t *testing.T) {
	md := goldmark.New(
		goldmark.WithParserOptions(parser.WithInlineParsers(util.Prioritized(emphasisParser{}, 499))),
		goldmark.WithRendererOptions(html.WithXHTML(), html.WithUnsafe()),
	)
	for _, ex := range specExamples(t) {
		var got bytes.Buffer
		if err := md.Convert([]byte(ex.Markdown), &got); err != nil {
			t.Fatal(err)
		}
		if got.String() != ex.HTML {
			t.Errorf("example %d: %q\n got %q\nwant %q", ex.Example, ex.Markdown, got.String(), ex.HTML)
		}
	}
}

// The whole dialect parses every example, and keeps the laws.
func TestSpecExamplesKeepTheLaws(t *testing.T) {
	for _, ex := range specExamples(t) {
		clauses, _ := Parse([]byte(ex.Markdown), Options{File: "spec.md", Lang: "en"})
		checkTree(t, ex.Markdown, clauses)
		checkPage(t, fmt.Sprintf("example %d, %q", ex.Example, ex.Markdown), clauses)
	}
}
