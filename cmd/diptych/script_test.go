package main

import (
	"os"
	"runtime/debug"
	"strconv"
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
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"diptych": call, "code": code},
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
	c := caller{in: strings.NewReader(""), out: ts.Stdout(), err: ts.Stderr(), dir: ts.MkAbs("."), getenv: ts.Getenv}
	code := run(args, c)
	if (code != exitFine) != fails {
		ts.Fatalf("diptych %s: exit code %d", strings.Join(args, " "), code)
	}
	ts.Setenv("code", strconv.Itoa(code))
}

// code holds that the last call ended with an exit code.
func code(ts *testscript.TestScript, _ bool, args []string) {
	if got := ts.Getenv("code"); len(args) != 1 || got != args[0] {
		ts.Fatalf("exit code %s, want %v", got, args)
	}
}
