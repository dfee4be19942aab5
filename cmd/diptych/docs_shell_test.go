package main

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestDocsCommands runs what the documentation shows, page by page, each in a
// small site of its own: a fence with the name of a file writes it, a line of
// the shell runs, and a fence of text behind it must be in what it printed.
func TestDocsCommands(t *testing.T) {
	t.Parallel()
	site, err := txtar.ParseFile("testdata/docs/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	docs := readDocs(t)
	sources := projectSources(absolute(t, repository))
	var ran atomic.Int32
	t.Cleanup(func() {
		if ran.Load() < 20 {
			t.Errorf("only %d commands ran", ran.Load())
		}
	})
	for name, d := range docs {
		if testing.Short() && (strings.HasSuffix(name, chinese) || strings.HasPrefix(name, "docs/decisions/")) {
			continue // the commands of a Chinese page are mostly those of its twin; those of decisions only name tests
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for i, line := range d.prose() {
				if hidden.MatchString(line) {
					t.Errorf("line %d: put the command into a fence of sh, where it is run", i+1)
				}
			}
			if strings.HasSuffix(name, chinese) && d.runsAs(docs[twin(name)]) {
				return
			}
			sh := &shell{t: t, page: name, dir: t.TempDir(), project: absolute(t, repository), sources: sources}
			for _, f := range site.Files {
				sh.write(f.Name, f.Data)
			}
			sh.run(d)
			ran.Add(int32(sh.ran))
		})
	}
}

// run follows a page: it writes its files and runs its commands.
func (sh *shell) run(d *doc) {
	for i, f := range d.fences {
		switch {
		case f.file != "":
			sh.write(f.file, []byte(strings.Join(f.body, "\n")+"\n"))
		case f.lang == "sh":
			sh.block(f, d.output(i))
		case f.lang == "":
			sh.t.Errorf("line %d: say what language the fence holds: sh, text, toml …", f.line)
		}
	}
}

// runsAs reports whether a page has the fences of another, so that to run both
// is to run one twice.
func (d *doc) runsAs(other *doc) bool {
	if len(d.fences) != len(other.fences) {
		return false
	}
	for i, f := range d.fences {
		g := other.fences[i]
		if f.lang != g.lang || f.file != g.file || !slices.Equal(f.body, g.body) || !slices.Equal(d.output(i), other.output(i)) {
			return false
		}
	}
	return true
}

// TestDocsProblems: a problem that a page shows beside no command is one that a
// command printed on some page.
func TestDocsProblems(t *testing.T) {
	problem := regexp.MustCompile(`^(\S+:\d+:\d+: (error|warning): .*|  hint: .*)$`)
	printed := map[string]bool{}
	var shown []string
	for name, d := range readDocs(t) {
		for i, f := range d.fences {
			beside := i > 0 && d.fences[i-1].lang == "sh" && d.output(i-1) != nil
			for _, line := range f.body {
				switch {
				case f.lang != "text" || !problem.MatchString(line):
				case beside:
					printed[line] = true
				default:
					shown = append(shown, name+": "+line)
				}
			}
		}
	}
	for _, s := range shown {
		if _, line, _ := strings.Cut(s, ": "); !printed[line] {
			t.Errorf("no command prints what stands in %s", s)
		}
	}
	if len(printed) < 5 || len(shown) == 0 {
		t.Errorf("%d lines are printed, %d only shown: too few to show anything", len(printed), len(shown))
	}
}

// hidden is a command in a block that is indented.
var hidden = regexp.MustCompile(`^(?: {4,}|\t)(?:diptych|go|gofmt|\.{0,2}/\S+|\.ci/\S+) `)

// output is what the page shows below the i-th fence as the output of its
// commands.
func (d *doc) output(i int) []string {
	if i+1 == len(d.fences) {
		return nil
	}
	f, next := d.fences[i], d.fences[i+1]
	if next.lang != "text" || next.line > f.line+len(f.body)+3 {
		return nil
	}
	return next.body
}

// shell runs lines of documentation. It knows few commands, and all of them are
// checked one way or another.
type shell struct {
	t       *testing.T
	page    string
	project string // root of the repository
	dir     string // where the reader stands
	sources string // of the project, in which variables of the environment are looked for
	out     lockedBuffer
	failed  bool // the last command found problems
	ran     int
}

func absolute(t *testing.T, name string) string {
	t.Helper()
	abs, err := filepath.Abs(name)
	if err != nil {
		t.Fatal(err)
	}
	return abs
}

func exists(name string) bool {
	_, err := os.Stat(filepath.Join(repository, filepath.FromSlash(name)))
	return err == nil
}

func (sh *shell) write(name string, data []byte) {
	sh.t.Helper()
	file := filepath.Join(sh.dir, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, data, 0o644)); err != nil {
		sh.t.Fatal(err)
	}
}

// block runs the lines of a fence; want is what they print, with … for what
// differs from run to run.
func (sh *shell) block(f fence, want []string) {
	sh.out.Reset()
	sh.failed = false
	for i, line := range f.body {
		line, _, _ = strings.Cut(line, "  #")
		for part := range strings.SplitSeq(line, "&&") {
			if words := strings.Fields(part); len(words) > 0 && !strings.HasPrefix(words[0], "#") {
				if problem := sh.command(words); problem != "" {
					sh.t.Errorf("%s:%d: %s: %s\n%s", sh.page, f.line+1+i, strings.TrimSpace(part), problem, sh.out.String())
				}
			}
		}
	}
	got := sh.out.String()
	mayFail := false
	for _, line := range want {
		mayFail = mayFail || strings.Contains(line, "error: ")
		pattern := strings.ReplaceAll(regexp.QuoteMeta(strings.TrimSpace(line)), "…", ".*")
		if !regexp.MustCompile(pattern).MatchString(got) {
			sh.t.Errorf("%s:%d: no line %q in\n%s", sh.page, f.line, line, got)
		}
	}
	if sh.failed != mayFail {
		sh.t.Errorf("%s:%d: found problems: %v, the page shows some: %v\n%s", sh.page, f.line, sh.failed, mayFail, got)
	}
}

// command runs or checks a command and returns what is wrong with it.
func (sh *shell) command(words []string) string {
	for len(words) > 0 && assignment.MatchString(words[0]) {
		if name, _, _ := strings.Cut(words[0], "="); !sh.reads(name) {
			return "nothing reads " + name
		}
		words = words[1:]
	}
	if len(words) == 0 {
		return "nothing but variables"
	}
	switch words[0] {
	case "diptych", "./diptych", "../diptych":
		return sh.diptych(words[1:])
	case "cd":
		sh.dir = filepath.Join(sh.dir, words[1])
		return ""
	case "go":
		if len(words) > 3 && words[1] == "run" && words[2] == "./cmd/diptych" {
			return sh.diptych(words[3:])
		}
		return sh.goTool(words[1:])
	case "gofmt", "git": // worktree.txtar runs it
		return ""
	case "touch":
		return sh.touch(words[1])
	case ".ci/run", ".ci/word/run", ".ci/workflows":
		return sh.script(words)
	case ".ci/browser/run":
		for _, check := range words[1:] {
			if _, err := os.Stat(filepath.Join(sh.project, ".ci/browser/checks", check+".mjs")); err != nil && check != "--self-test" {
				return "there is no check " + check
			}
		}
		return sh.script(words)
	}
	return "this command is not known here; teach the test to check it"
}

var assignment = regexp.MustCompile(`^[A-Z_]+=`)

// touch makes a file that is not there.
func (sh *shell) touch(name string) string {
	f, err := os.OpenFile(filepath.Join(sh.dir, name), os.O_WRONLY|os.O_CREATE, 0o644)
	if err = errors.Join(err, f.Close()); err != nil {
		return err.Error()
	}
	return ""
}

// script reports a script that is not there.
func (sh *shell) script(words []string) string {
	if _, err := os.Stat(filepath.Join(sh.project, words[0])); err != nil {
		return err.Error()
	}
	return ""
}

// caller is the reader, who stands in the folder of the shell on a day that
// does not pass.
func (sh *shell) caller() caller {
	return caller{in: strings.NewReader(""), out: &sh.out, err: &sh.out, dir: sh.dir, looks: looks(), getenv: func(name string) string {
		return map[string]string{"SOURCE_DATE_EPOCH": today}[name]
	}}
}

// diptych runs the program itself; serve until it has answered once.
func (sh *shell) diptych(args []string) string {
	sh.ran++
	if len(args) > 0 && args[0] == "serve" {
		return sh.serve(args)
	}
	code := run(args, sh.caller())
	sh.failed = code == exitProblems
	if code == exitFine && args[0] == "init" {
		sh.replaceNames(args[1])
	}
	if code == exitUsage {
		return "it was called wrongly"
	}
	return ""
}

// replaceNames does what the pages ask of the reader of a new site: to put names
// into the place of the invented ones.
func (sh *shell) replaceNames(site string) {
	texts, err := filepath.Glob(filepath.Join(sh.dir, site, "content/*/*/*.md"))
	if err = errors.Join(err, fillIn(append(texts, filepath.Join(sh.dir, site, "site.toml")))); err != nil {
		sh.t.Error(err)
	}
}
