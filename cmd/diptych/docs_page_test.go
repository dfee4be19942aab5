package main

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The documentation is held to the program: its commands run, its keys and
// flags are those that the code knows, its links lead somewhere, and both
// languages say the same.

// repository is the root of the project, seen from this package.
const repository = "../.."

// doc is one page of documentation.
type doc struct {
	name     string // path below the repository, with slashes
	lines    []string
	headings []heading
	fences   []fence
}

type heading struct {
	level int
	text  string
	line  int // index into lines
}

// fence is a block of code: its language, the file that it shows if any, and
// what stands in it.
type fence struct {
	lang, file string
	body       []string
	line       int // number of the opening line, from 1
}

// docNames lists the pages: those at the root, the manual of the browser
// checks, and all of docs/.
func docNames(t *testing.T) []string {
	t.Helper()
	names := []string{".ci/browser/README.md"}
	roots, err := filepath.Glob(repository + "/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range roots {
		names = append(names, filepath.Base(name))
	}
	err = fs.WalkDir(os.DirFS(repository), "docs", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Ext(name) == ".md" {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(names) < 40 {
		t.Fatalf("only %d pages were found", len(names))
	}
	return names
}

func readDocs(t *testing.T) map[string]*doc {
	t.Helper()
	docs := map[string]*doc{}
	for _, name := range docNames(t) {
		docs[name] = readDoc(t, name)
	}
	return docs
}

func readDoc(t *testing.T, name string) *doc {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(repository, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	d := &doc{name: name, lines: strings.Split(string(src), "\n")}
	open := false
	for i, line := range d.lines {
		trimmed := strings.TrimLeft(line, " ")
		switch info, isFence := strings.CutPrefix(trimmed, "```"); {
		case isFence && open:
			open = false
		case isFence:
			open = true
			lang, file, _ := strings.Cut(info, " ")
			d.fences = append(d.fences, fence{lang: lang, file: file, line: i + 1})
		case open:
			f := &d.fences[len(d.fences)-1]
			indent := len(d.lines[f.line-1]) - len(strings.TrimLeft(d.lines[f.line-1], " "))
			f.body = append(f.body, line[min(indent, len(line)-len(trimmed)):])
		case headingMark.MatchString(line):
			level := strings.IndexByte(line, ' ')
			d.headings = append(d.headings, heading{level, line[level+1:], i})
		}
	}
	if open {
		t.Errorf("%s: a fence is not closed", name)
	}
	return d
}

var (
	headingMark = regexp.MustCompile(`^#{1,6} `)
	codeSpan    = regexp.MustCompile("`([^`]+)`")
)

// prose returns the lines outside fences; those inside are empty.
func (d *doc) prose() []string {
	out := slices.Clone(d.lines)
	for _, f := range d.fences {
		for i := range len(f.body) + 2 {
			out[f.line-1+i] = ""
		}
	}
	return out
}

// spans returns what stands between backquotes in the lines.
func spans(lines []string) []string {
	var out []string
	for _, line := range lines {
		for _, m := range codeSpan.FindAllStringSubmatch(line, -1) {
			out = append(out, m[1])
		}
	}
	return out
}

// section returns the prose below the i-th heading, up to the next one that is
// as high.
func (d *doc) section(i int) []string {
	end := len(d.lines)
	for _, h := range d.headings[i+1:] {
		if h.level <= d.headings[i].level {
			end = h.line
			break
		}
	}
	return d.prose()[d.headings[i].line+1 : end]
}

// commands returns the lines of the shell.
func (d *doc) commands() []string {
	var out []string
	for _, f := range d.fences {
		if f.lang != "sh" {
			continue
		}
		for _, line := range f.body {
			if line, _, _ = strings.Cut(line, "  #"); strings.TrimSpace(line) != "" {
				out = append(out, strings.TrimSpace(line))
			}
		}
	}
	return out
}

const chinese = ".zh-CN.md"

// twin is the name of the same page in the other language.
func twin(name string) string {
	if stem, ok := strings.CutSuffix(name, chinese); ok {
		return stem + ".md"
	}
	return strings.TrimSuffix(name, ".md") + chinese
}
