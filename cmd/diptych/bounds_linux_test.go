package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// What a run may use. A limit of the system ends it; nothing is timed. The goal is
// 2 s on a quiet machine, and a slower or busy one takes more: the dearest is told.
const (
	boundSeconds = 4         // of all processors together
	boundBytes   = 512 << 20 // of data
)

// bounded is the program under these limits. The race detector takes memory and time
// of its own, so that bytes are bounded, and seconds strictly, only where the caller
// says so.
func bounded() {
	limit := func(what int, most uint64) {
		if err := syscall.Setrlimit(what, &syscall.Rlimit{Cur: most, Max: most}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(9)
		}
	}
	if os.Getenv("DIPTYCH_BOUND_STRICTLY") != "" {
		limit(syscall.RLIMIT_CPU, boundSeconds)
		limit(syscall.RLIMIT_DATA, boundBytes)
	} else {
		limit(syscall.RLIMIT_CPU, 2*boundSeconds)
	}
	main()
}

// quick are the extremes that are tried unless all tries are asked for.
var quick = map[string]bool{"labelled items in items": true, "16 KB of table": true, "reference 10,000 times": true, "deep arrays": true}

// TestBounds: every extreme ends in pages or in problems with their places.
func TestBounds(t *testing.T) {
	var dearest time.Duration
	var which string
	for _, m := range extremes() {
		if !allTries() && !quick[m.name] {
			continue
		}
		t.Run(strings.ReplaceAll(m.name, " ", "-"), func(t *testing.T) {
			dir := t.TempDir()
			x := m.make()
			x.write(t, dir)
			runs := [][]string{{"build", "--out", "out"}}
			if !testing.Short() {
				runs = append(runs, []string{"check"}, []string{"diff", "p", "--format", "html", "--out", "x.html"}, []string{"diff", "p", "--out", "x.txt"}, []string{"diff", "p", "--format", "docx", "--out", "x.docx"})
			}
			for _, args := range runs {
				if used := checkBounded(t, dir, args); used > dearest {
					dearest, which = used, m.name+": "+strings.Join(args, " ")
				}
			}
			checkCompared(t, filepath.Join(dir, "out"))
		})
	}
	t.Logf("the dearest took %v of processor time: %s", dearest, which)
}

// checkCompared: where a site was built, the pages that compare its versions, in two
// columns and in two languages too, are in it.
func checkCompared(t *testing.T, out string) {
	t.Helper()
	if _, err := os.Stat(out); err != nil {
		return // the problems were looked at
	}
	for _, page := range []string{"", "table/", "with/zh/"} {
		if _, err := os.Stat(filepath.Join(out, "en/p/2.0/from/1.0", page, "index.html")); err != nil {
			t.Error(err)
		}
	}
}

// runBounded runs the program under its limits.
func runBounded(dir string, args []string) (cmd *exec.Cmd, said string, err error) {
	cmd = exec.Command("diptych-bounded", args...)
	var out bytes.Buffer
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &out, &out
	cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH="+today)
	if !testing.Short() {
		cmd.Env = append(cmd.Env, "DIPTYCH_BOUND_STRICTLY=1")
	}
	err = cmd.Run()
	return cmd, out.String(), err
}

// checkBounded returns the processor time that the run took.
func checkBounded(t *testing.T, dir string, args []string) time.Duration {
	t.Helper()
	cmd, said, err := runBounded(dir, args)
	if !cmd.ProcessState.Exited() { // a busy machine takes processor time from all: the better of two counts
		t.Logf("%s: %v", strings.Join(args, " "), err)
		cmd, said, err = runBounded(dir, args)
	}
	out, code := said, cmd.ProcessState.ExitCode()
	t.Logf("%s: exit code %d, %v user, %v system", strings.Join(args, " "), code, cmd.ProcessState.UserTime(), cmd.ProcessState.SystemTime())
	switch {
	case strings.Contains(out, "goroutine ") || code != exitFine && code != exitProblems:
		t.Errorf("%s: %v\n%.2000s", strings.Join(args, " "), err, out)
	case code == exitProblems && !strings.Contains(out, ": error: "):
		t.Errorf("%s fails without a problem:\n%.2000s", strings.Join(args, " "), out)
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}

// write writes the site of an extreme.
func (x extreme) write(t *testing.T, dir string) {
	t.Helper()
	write := func(name, words string) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(words), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if x.new == "" {
		x.new = x.old
	}
	write("site.toml", "languages = [\"zh\", \"en\"]\ntitle = { zh = \"甲\", en = \"A\" }\n")
	for _, lang := range []string{"zh", "en"} {
		write("content/p/1.0/"+lang+".md", "+++\ntitle = \"T\"\neffective = 2026-01-01\n+++\n\n"+x.old+"\n")
		write("content/p/2.0/"+lang+".md", "+++\ntitle = \"T\"\neffective = 2026-02-01\n"+x.head+"+++\n\n"+x.new+"\n")
	}
	for name, words := range x.files {
		write("content/p/1.0/"+name, words)
		write("content/p/2.0/"+name, words)
	}
}
