package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"
)

// TestArchives builds every site in testdata. Beside the files of the site an
// archive holds what the build must give:
//
//	want/problems   the problems, as printed; nothing where it is missing
//	want/has        lines FILE: WORDS; the file must be written and hold the words
//	want/lacks      lines FILE: WORDS; the file must be written without the words
//	want/missing    lines FILE; the file must not be written
//
// The comment of the archive says what it shows; a line "as-of DATE" or
// "base-url URL" in it sets that option.
func TestArchives(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		t.Fatal("no archives")
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			t.Parallel()
			runArchive(t, name)
		})
	}
}

func runArchive(t *testing.T, name string) {
	ar, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	site := fstest.MapFS{}
	want := make(map[string]*txtar.File)
	for i, f := range ar.Files {
		if key, ok := strings.CutPrefix(f.Name, "want/"); ok {
			want[key] = &ar.Files[i]
			continue
		}
		site[f.Name] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
	}
	b := tryBuild(t, site, func(o *Options) {
		for line := range strings.Lines(string(ar.Comment)) {
			key, value, _ := strings.Cut(strings.TrimSpace(line), " ")
			switch key {
			case "as-of":
				o.Today = date(t, value)
			case "base-url":
				o.BaseURL = value
			}
		}
	})
	problems := ""
	if f := want["problems"]; f != nil {
		problems = string(f.Data)
	}
	if got := printed(b.problems); got != problems {
		if os.Getenv("UPDATE") != "" && want["problems"] != nil {
			want["problems"].Data = []byte(got)
			if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		t.Errorf("problems are\n%swant\n%s", got, problems)
	}
	b.expect(t, want["has"], true)
	b.expect(t, want["lacks"], false)
	if f := want["missing"]; f != nil {
		for line := range strings.Lines(string(f.Data)) {
			if _, ok := b.files[strings.TrimSpace(line)]; ok {
				t.Errorf("%s was written", strings.TrimSpace(line))
			}
		}
	}
}

// expect checks the lines FILE: WORDS of f.
func (b built) expect(t *testing.T, f *txtar.File, has bool) {
	t.Helper()
	if f == nil {
		return
	}
	for line := range strings.Lines(string(f.Data)) {
		file, text, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			t.Fatalf("want FILE: WORDS, not %q", line)
		}
		data, written := b.files[file]
		if !written {
			t.Errorf("%s was not written", file)
		} else if strings.Contains(string(data), text) != has {
			t.Errorf("%s holds %q: %t, want %t", file, text, !has, has)
		}
	}
}
