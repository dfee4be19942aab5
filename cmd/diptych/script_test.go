package main

import (
	"os"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain is also the program that scripts start as diptych-process. Most of
// what a test makes is dropped soon, and most programs here end before they need
// to collect.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	testscript.Main(m, map[string]func(){"diptych-process": main})
}

// TestScript runs what a user types: one archive a command or a mistake. The
// program is called, not started; process.txtar has what only a process shows.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("UPDATE") != "",
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"diptych": call},
		Setup: func(env *testscript.Env) error {
			env.Setenv("SOURCE_DATE_EPOCH", today)
			return nil
		},
	})
}

// today is 2026-11-21 in Shanghai.
const today = "1795219200"

// call runs the program without a process for it.
func call(ts *testscript.TestScript, fails bool, args []string) {
	c := caller{in: strings.NewReader(""), out: ts.Stdout(), err: ts.Stderr(), dir: ts.MkAbs("."), getenv: ts.Getenv}
	if code := run(args, c); (code != exitFine) != fails {
		ts.Fatalf("diptych %s: exit code %d", strings.Join(args, " "), code)
	}
}
