package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/testscript"

	"diptych/internal/scaffold"
	"diptych/internal/site"
)

// TestMain is also the program that scripts start as diptych-process. Most of
// what a test makes is dropped soon, and most programs here end before they need
// to collect.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	testscript.Main(m, map[string]func(){"diptych-process": main, "diptych-bounded": bounded})
}

// TestScript runs what a user types: one archive a command or a mistake. The
// program is called, not started; process.txtar has what only a process shows.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("UPDATE") != "",
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"diptych": call, "code": code, "undraft": undraft},
		Setup: func(env *testscript.Env) error {
			env.Setenv("SOURCE_DATE_EPOCH", today)
			return nil
		},
	})
}

// today is 2026-11-21 in Shanghai.
const today = "1795219200"

// call runs the program without a process for it, and keeps its exit code.
func call(ts *testscript.TestScript, fails bool, args []string) {
	c := caller{in: strings.NewReader(""), out: ts.Stdout(), err: ts.Stderr(), dir: ts.MkAbs("."), getenv: ts.Getenv, looks: looks()}
	code := run(args, c)
	if (code != exitFine) != fails {
		ts.Fatalf("diptych %s: exit code %d", strings.Join(args, " "), code)
	}
	ts.Setenv("code", strconv.Itoa(code))
}

// looks is a site whose words and theme the calls of all scripts share, where
// their site has the same ones. A process makes its own.
var looks = sync.OnceValue(func() *site.Site {
	s, _ := site.Load(context.Background(), site.Options{Source: fstest.MapFS{"site.toml": {Data: []byte("title = \"T\"\n")}}})
	return s
})

// code holds that the last call ended with an exit code.
func code(ts *testscript.TestScript, _ bool, args []string) {
	if got := ts.Getenv("code"); len(args) != 1 || got != args[0] {
		ts.Fatalf("exit code %s, want %v", got, args)
	}
}

// undraft fills in the words that wait in a new site, and takes draft = true out
// of a version, the first one unless told, as somebody with an editor does.
func undraft(ts *testscript.TestScript, _ bool, args []string) {
	version := "1.0"
	if len(args) > 1 {
		version = args[1]
	}
	ts.Check(release(ts.MkAbs(args[0]), version))
}

func release(site, version string) error {
	texts, err := filepath.Glob(filepath.Join(site, "content/privacy", version, "*.md"))
	if err == nil && len(texts) != 2 {
		err = fmt.Errorf("texts of a new site: %v", texts)
	}
	for _, name := range texts {
		src, failed := os.ReadFile(name)
		before, after, ok := bytes.Cut(src, []byte("\ndraft = true"))
		if !ok {
			failed = fmt.Errorf("%s is no draft", name)
		}
		_, after, _ = bytes.Cut(after, []byte("\n"))
		err = errors.Join(err, failed, os.WriteFile(name, slices.Concat(before, []byte("\n"), after), 0o644))
	}
	return errors.Join(err, fillIn(append(texts, filepath.Join(site, "site.toml"))))
}

// fillIn puts names into the place of the words that a new site begins with.
func fillIn(files []string) (err error) {
	for _, name := range files {
		src, failed := os.ReadFile(name)
		for _, w := range scaffold.Words() {
			mine := "Acme"
			if strings.Contains(w, "@") {
				mine = "legal@acme.example"
			}
			src = bytes.ReplaceAll(src, []byte(w), []byte(mine))
		}
		err = errors.Join(err, failed, os.WriteFile(name, src, 0o644))
	}
	return err
}
