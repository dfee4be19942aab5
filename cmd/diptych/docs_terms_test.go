package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestDocsChineseTerms: pages, messages and documentation say in Chinese one
// word for each thing, that of the table of terms. Both languages have the
// same table.
func TestDocsChineseTerms(t *testing.T) {
	docs := readDocs(t)
	said, unsaid := terms(t, docs["docs/architecture"+chinese], "中文用语")
	if other, same := terms(t, docs["docs/architecture.md"], "In Chinese"); !slices.Equal(other, said) || !slices.Equal(same, unsaid) {
		t.Errorf("the tables of Chinese terms differ: %v, not %v, and %v, not %v", said, unsaid, other, same)
	}
	for _, word := range said {
		if slices.ContainsFunc(unsaid, func(w string) bool { return strings.Contains(word, w) }) {
			t.Errorf("%s is said and not said", word)
		}
	}
	for name, d := range docs {
		if !strings.HasSuffix(name, chinese) {
			continue
		}
		for i, line := range d.lines {
			if !strings.HasPrefix(line, "| *") { // a row of the table itself
				holdTerms(t, name, i+1, line, unsaid)
			}
		}
	}
	for _, name := range []string{"i18n/zh.toml", "i18n/tool/zh.toml"} {
		src, err := os.ReadFile(filepath.Join(repository, name))
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(src), "\n") {
			holdTerms(t, name, i+1, line, unsaid)
		}
	}
}

func holdTerms(t *testing.T, name string, line int, words string, unsaid []string) {
	t.Helper()
	for _, w := range unsaid {
		if strings.Contains(words, w) {
			t.Errorf("%s:%d says %s: the table of Chinese terms in docs/architecture has another word", name, line, w)
		}
	}
}

// termRow matches a row of the table: what is meant, what is said, what is not.
var termRow = regexp.MustCompile(`^\| \*.+ \| (.+) \| (.+) \|$`)

func terms(t *testing.T, d *doc, title string) (said, unsaid []string) {
	t.Helper()
	for i, h := range d.headings {
		if h.text != title {
			continue
		}
		for _, line := range d.section(i) {
			if m := termRow.FindStringSubmatch(line); m != nil {
				said = append(said, m[1])
				unsaid = append(unsaid, strings.Split(m[2], "、")...)
			}
		}
	}
	if len(said) < 10 {
		t.Fatalf("%s has only %d terms under %q", d.name, len(said), title)
	}
	return said, unsaid
}
