package diag

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func sample() List {
	var l List
	l.Warnf(Pos{"content/b/1.0/en.md", 3, 0}, Numbering, "", "label %q follows %q", "3.", "1.")
	l.Errorf(Pos{"content/a/1.0/zh.md", 14, 3}, Link, "did you mean privacy#retention?", "link to unknown clause privacy#retension")
	l.Errorf(Pos{"content/a/1.0/zh.md", 14, 3}, Link, "did you mean privacy#retention?", "link to unknown clause privacy#retension")
	l.Errorf(Pos{File: "site.toml"}, Config, "", "100%% wrong:\nreally")
	return l
}

func TestText(t *testing.T) {
	l := sample()
	l.Sort()
	var b strings.Builder
	if err := l.Text(&b, Style{}); err != nil {
		t.Fatal(err)
	}
	want := `content/a/1.0/zh.md:14:3: error: link to unknown clause privacy#retension [link]
  hint: did you mean privacy#retention?
content/b/1.0/en.md:3: warning: label "3." follows "1." [numbering]
site.toml: error: 100% wrong:\nreally [config]
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	var c strings.Builder
	if err := l.Text(&c, Style{Colour: true}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(c.String(), "\x1b[1;31merror\x1b[0m") || !strings.Contains(c.String(), "\x1b[1;33mwarning\x1b[0m") {
		t.Errorf("no colours in %q", c.String())
	}
}

func TestGitHub(t *testing.T) {
	l := sample()
	l.Sort()
	var b strings.Builder
	if err := l.GitHub(&b); err != nil {
		t.Fatal(err)
	}
	want := `::error file=content/a/1.0/zh.md,line=14,col=3,title=link::link to unknown clause privacy#retension%0Ahint: did you mean privacy#retention?
::warning file=content/b/1.0/en.md,line=3,title=numbering::label "3." follows "1."
::error file=site.toml,title=config::100%25 wrong:\nreally
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestJSON(t *testing.T) {
	var b strings.Builder
	if err := (List{}).JSON(&b); err != nil || b.String() != "[]\n" {
		t.Errorf("an empty list is %q, %v", b.String(), err)
	}
	b.Reset()
	if err := sample()[1:2].JSON(&b); err != nil {
		t.Fatal(err)
	}
	want := `[
  {
    "file": "content/a/1.0/zh.md",
    "line": 14,
    "column": 3,
    "severity": "error",
    "rule": "link",
    "message": "link to unknown clause privacy#retension",
    "hint": "did you mean privacy#retention?"
  }
]
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestStrictMakesWarningsErrors(t *testing.T) {
	l := sample()
	errs, warnings := l.Count()
	if errs != 3 || warnings != 1 {
		t.Errorf("counted %d errors and %d warnings", errs, warnings)
	}
	errs, warnings = l.Strict().Count()
	if errs != 4 || warnings != 0 {
		t.Errorf("strict: counted %d errors and %d warnings", errs, warnings)
	}
	if _, w := l.Count(); w != 1 {
		t.Error("Strict changed the list itself")
	}
}

func TestFromError(t *testing.T) {
	p := Problem{Pos: Pos{"a", 1, 2}, Rule: Theme, Text: "y"}
	if l := FromError(Pos{}, File, fmt.Errorf("outer: %w", p)); len(l) != 1 || l[0] != p {
		t.Errorf("got %v", l)
	}
	if l := FromError(Pos{File: "f"}, File, errors.New("z")); l[0].Error() != "f: error: z [file]" {
		t.Errorf("got %v", l[0].Error())
	}
}

func TestNearest(t *testing.T) {
	keys := []string{"title", "effective", "announced", "change", "summary", "draft"}
	for word, want := range map[string]string{
		"titel": "title", "efective": "effective", "anounced": "announced", "sumary": "summary", "changes": "change", "xyzzy": "", "": "",
	} {
		if got := Nearest(word, keys); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
	for _, x := range []struct {
		word       string
		candidates []string
		want       string
	}{
		{"保存期限", []string{"保存期间", "保留期限"}, "保存期间"}, // both differ in one rune: a longer beginning is shared
		{"ab", []string{"ac", "bb"}, ""},           // half alike
		{"abcde", []string{"abxxe", "abcxx"}, "abcxx"},
		{"abcdx", []string{"abcdz", "abcdy"}, "abcdy"}, // equally near
		{"abcde", []string{"abc"}, "abc"},              // 0.6
		{"abcdefgh", []string{"abcd"}, ""},             // too short
		{"a", []string{""}, ""},
	} {
		if got := Nearest(x.word, x.candidates); got != x.want {
			t.Errorf("Nearest(%q, %q) = %q, want %q", x.word, x.candidates, got, x.want)
		}
	}
	if got := DidYouMean("xyzzy", keys, "see the README"); got != "see the README" {
		t.Errorf("got %q", got)
	}
}

// A problem that is said twice is printed once, whoever said it.
func TestSortDropsRepetitions(t *testing.T) {
	said := func() Problem { return Problem{Rule: Notice, Text: "x", Message: &Message{N: 1}} }
	l := List{said(), {Rule: Notice, Text: "x", Hint: "y"}, said()}
	if l.Sort(); len(l) != 2 {
		t.Errorf("got %v", l)
	}
}

// TestSearch: a search finds what Nearest does, until it has compared enough.
func TestSearch(t *testing.T) {
	var s Search
	names := []string{"retention", "contact"}
	for i := range maxCompared / len(names) {
		if got := s.Nearest("retentoin", names); got != "retention" {
			t.Fatalf("search %d finds %q", i, got)
		}
	}
	if !s.Ended(1) || s.Nearest("retentoin", names) != "" || s.DidYouMean("retentoin", names, "x") != "x" {
		t.Error("the search goes on")
	}
	if long := strings.Repeat("a", maxNear+1); Nearest(long, []string{long}) != "" || Nearest(long[1:], []string{long[1:]}) == "" {
		t.Error("words are compared up to another length")
	}
	if Nearest("abcde", []string{"abc"}) == "" || Nearest("abcdef", []string{"abc"}) != "" {
		t.Error("lengths rule out what may be near, or do not")
	}
}
