package main

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// inOneLanguage are the pages that need no Chinese twin: what programmers and
// hosts expect under one name.
var inOneLanguage = []string{".ci/browser/README.md", "CHANGELOG.md", "SECURITY.md"}

// TestDocsTwins: a page and its twin have the same outline, commands and files,
// and lead to each other.
func TestDocsTwins(t *testing.T) {
	docs := readDocs(t)
	for name, d := range docs {
		other, ok := docs[twin(name)]
		if !ok {
			if !slices.Contains(inOneLanguage, name) {
				t.Errorf("%s has no %s", name, twin(name))
			}
			continue
		}
		if strings.HasSuffix(name, chinese) {
			continue
		}
		if got, want := outline(other), outline(d); !slices.Equal(got, want) {
			t.Errorf("%s has the headings %v, %s has %v", other.name, got, name, want)
		}
		if got, want := other.commands(), d.commands(); !slices.Equal(got, want) {
			t.Errorf("%s has the commands\n%s\n%s has\n%s", other.name, strings.Join(got, "\n"), name, strings.Join(want, "\n"))
		}
		if got, want := fenceHeads(other), fenceHeads(d); !slices.Equal(got, want) {
			t.Errorf("%s shows %v, %s shows %v", other.name, got, name, want)
		}
		for _, pair := range [][2]*doc{{d, other}, {other, d}} {
			if !slices.ContainsFunc(links(pair[0]), func(l string) bool { return l == path.Base(pair[1].name) }) {
				t.Errorf("%s does not lead to %s", pair[0].name, pair[1].name)
			}
		}
	}
}

func outline(d *doc) []int {
	var out []int
	for _, h := range d.headings {
		out = append(out, h.level)
	}
	return out
}

func fenceHeads(d *doc) []string {
	var out []string
	for _, f := range d.fences {
		out = append(out, strings.TrimSpace(f.lang+" "+f.file))
	}
	return out
}

var (
	linkMark  = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	imageMark = regexp.MustCompile(` src="([^"]+)"`)
)

// links returns the destinations of a page's links and images.
func links(d *doc) []string {
	var out []string
	for _, line := range d.prose() {
		line = codeSpan.ReplaceAllString(line, "")
		for _, m := range append(linkMark.FindAllStringSubmatch(line, -1), imageMark.FindAllStringSubmatch(line, -1)...) {
			out = append(out, m[1])
		}
	}
	return out
}

// TestDocsLinks: a link leads to a file that exists and a heading in it; a
// Chinese page leads to Chinese pages; the index of a folder leads to every page
// in it.
func TestDocsLinks(t *testing.T) {
	docs := readDocs(t)
	n := 0
	for name, d := range docs {
		for _, l := range links(d) {
			if strings.Contains(l, "://") {
				continue
			}
			n++
			file, anchor, _ := strings.Cut(l, "#")
			to := path.Join(path.Dir(name), file)
			if file == "" {
				to = name
			}
			target, isDoc := docs[to]
			switch {
			case !isDoc && !exists(to):
				t.Errorf("%s leads to %s, which does not exist", name, l)
			case anchor != "" && (!isDoc || !slices.Contains(anchors(target), anchor)):
				t.Errorf("%s leads to %s, and there is no such heading", name, l)
			case strings.HasSuffix(name, chinese) && docs[twin(to)] != nil && !strings.HasSuffix(to, chinese) && to != twin(name):
				t.Errorf("%s leads to %s, which is there in Chinese", name, l)
			}
		}
	}
	if n < 50 {
		t.Errorf("only %d links were found", n)
	}
	for _, end := range []string{".md", chinese} {
		for _, folder := range []string{"docs", "docs/decisions"} {
			index := docs[folder+"/README"+end]
			for name := range docs {
				if path.Dir(name) != folder || strings.HasSuffix(name, chinese) != (end == chinese) || name == index.name {
					continue
				}
				if !slices.Contains(links(index), path.Base(name)) {
					t.Errorf("%s does not lead to %s", index.name, path.Base(name))
				}
			}
		}
	}
}

// anchors returns the fragments of a page's headings as GitHub makes them.
func anchors(d *doc) []string {
	var out []string
	for _, h := range d.headings {
		id := strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case strings.ContainsRune("-_", r), r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 0x3400 && r < 0xa000:
				return r
			case r >= 'A' && r <= 'Z':
				return r + 'a' - 'A'
			}
			return -1
		}, h.text)
		out = append(out, id)
	}
	return out
}
