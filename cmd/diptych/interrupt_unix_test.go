//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// grace is how long an interrupted program may take here. The promise is a
// second; a loaded machine is slower, and one that does not listen takes longer.
const grace = 10 * time.Second

// started is a program under way.
type started struct {
	*exec.Cmd
	dir    string
	talk   bytes.Buffer
	exited chan struct{}
}

// start starts the program in a folder.
func start(t *testing.T, dir string, out io.Writer, args ...string) *started {
	t.Helper()
	p := &started{Cmd: exec.Command("diptych-process", args...), dir: dir, exited: make(chan struct{})}
	p.Dir, p.Stdout, p.Stderr = dir, out, &p.talk
	if args[0] == "build" && out != nil { // which has no product there
		p.Stderr = out
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Process.Kill() })
	go func() {
		_ = p.Wait() // its state says all
		close(p.exited)
	}()
	return p
}

// until waits for something, as long as the program runs, and reports whether it came.
func (p *started) until(reached func() bool) bool {
	for !reached() {
		select {
		case <-p.exited:
			return false
		case <-time.After(time.Millisecond):
		}
	}
	return true
}

// signal sends a signal, which may come too late, and waits for the end.
func (p *started) signal(t *testing.T, s syscall.Signal) {
	t.Helper()
	if err := p.Process.Signal(s); err != nil && !errors.Is(err, os.ErrProcessDone) {
		t.Fatal(err)
	}
	select {
	case <-p.exited:
	case <-time.After(grace):
		t.Fatalf("it still runs %v after %v: %s", grace, s, p.talk.String())
	}
}

// stop sends a signal, and holds the program to the promise.
func (p *started) stop(t *testing.T, s syscall.Signal, said string) {
	t.Helper()
	p.signal(t, s)
	p.stopped(t, s, said)
}

// stopped holds a program that ended to the promise.
func (p *started) stopped(t *testing.T, s syscall.Signal, said string) {
	t.Helper()
	if code := p.ProcessState.ExitCode(); code != 128+int(s) {
		t.Errorf("exit code %d after %v: %s", code, s, p.talk.String())
	}
	if got := p.talk.String(); got != said {
		t.Errorf("it said %q, want %q", got, said)
	}
}

// stages are the folders in which builds in dir write.
func stages(t *testing.T, dir string) (out []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() && strings.HasPrefix(e.Name(), ".public") {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	return out
}

// files counts what is in the stages.
func files(t *testing.T, dir string) (n int) {
	for _, stage := range stages(t, dir) {
		_ = filepath.WalkDir(stage, func(string, os.DirEntry, error) error { n++; return nil })
	}
	return n
}

// bigSite makes a site of versions with so many clauses each.
func bigSite(t *testing.T, versions, clauses int) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name, data string) {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(data), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	write("site.toml", "title = \"T\"\nlanguages = [\"en\"]\n")
	rnd := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields("we you data service collect share store delete account policy notice terms period user law contract")
	for v := range versions {
		var b strings.Builder
		fmt.Fprintf(&b, "+++\ntitle = \"A\"\neffective = %d-01-01\n+++\n", 1900+v)
		for c := range clauses {
			fmt.Fprintf(&b, "\n## Clause %d\n\n", c)
			for range 60 {
				b.WriteString(words[rnd.IntN(len(words))] + " ")
			}
			b.WriteString("end.\n")
		}
		write(fmt.Sprintf("content/a/%d.0/en.md", v+1), b.String())
	}
	return dir
}

const asBefore = "diptych: interrupted; the site in public is as it was\n"

// TestSignals: a build that is stopped, wherever it is, ends soon, with the code
// of the signal, leaves nothing beside the output and the old output as it was. One
// whose site was in place before the signal came has made it.
func TestSignals(t *testing.T) {
	t.Parallel()
	heard := make(chan os.Signal, 1) // what a caller had these tests ignore, as nohup does, the builds would ignore too
	signal.Notify(heard, syscall.SIGHUP)
	defer signal.Stop(heard)
	small := bigSite(t, 40, 20)
	for i, n := range []int{1, 2, 40} { // the third signal is that of a closed terminal
		s := []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP}[i]
		for try := 1; !stopBuild(t, small, s, func() bool { return files(t, small) >= n }); try++ {
			if try == 20 {
				t.Fatalf("twenty builds ended before %v came at %d files", s, n)
			}
		}
	}
	if testing.Short() {
		return
	}
	big := bigSite(t, 8, 900) // its texts are nearly as long as a text may be
	for i, wait := range []time.Duration{10, 50, 200, 400, 600, 800} {
		var wrote time.Time
		stopBuild(t, big, []syscall.Signal{syscall.SIGINT, syscall.SIGTERM}[i%2], func() bool {
			if wrote.IsZero() && files(t, big) > 0 {
				wrote = time.Now()
			}
			return !wrote.IsZero() && time.Since(wrote) >= wait*time.Millisecond
		})
	}
}

// stopBuild stops a build of the site in dir, which has an old output, once it got
// somewhere. It reports whether the signal came before the site was in place.
func stopBuild(t *testing.T, dir string, s syscall.Signal, reached func() bool) bool {
	t.Helper()
	public := filepath.Join(dir, "public")
	old := filepath.Join(public, "old.html")
	if err := errors.Join(os.RemoveAll(public), os.Mkdir(public, 0o755), os.WriteFile(filepath.Join(public, ".diptych"), nil, 0o644),
		os.WriteFile(old, []byte("old"), 0o644)); err != nil {
		t.Fatal(err)
	}
	p := start(t, dir, nil, "build")
	if p.until(reached) {
		p.signal(t, s)
	}
	if left := stages(t, dir); len(left) > 0 {
		t.Errorf("it left %v", left)
	}
	if p.ProcessState.ExitCode() == 0 {
		if _, err := os.Stat(filepath.Join(public, "index.html")); err != nil {
			t.Errorf("it made no site: %v: %s", err, p.talk.String())
		}
		return false
	}
	p.stopped(t, s, asBefore)
	if data, err := os.ReadFile(old); err != nil || string(data) != "old" {
		t.Errorf("the old output has %q, %v", data, err)
	}
	return true
}

// TestSignalBehindPipe: a program whose reader does not read ends as well, and a
// second signal kills it.
func TestSignalBehindPipe(t *testing.T) {
	t.Parallel()
	dir := bigSite(t, 1, 1)
	var b strings.Builder
	b.WriteString("+++\ntitle = \"A\"\neffective = 2024-01-01\n+++\n")
	for i := range 3000 {
		fmt.Fprintf(&b, "\n[dead](nowhere-%d)\n", i)
	}
	if err := os.WriteFile(filepath.Join(dir, "content/a/1.0/en.md"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	begin := func(args ...string) *started {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { r.Close() })
		p := start(t, dir, w, args...)
		w.Close()
		if _, err := io.ReadFull(r, make([]byte, 100)); err != nil { // it is at its output, and the rest fills the pipe
			t.Fatal(err)
		}
		return p
	}
	patient, hasty, build := begin("check"), begin("check"), begin("build")
	if err := hasty.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	time.Sleep(promptly / 4)
	if err := hasty.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	<-hasty.exited
	if s, ok := hasty.ProcessState.Sys().(syscall.WaitStatus); !ok || !s.Signaled() || hasty.talk.Len() > 0 {
		t.Errorf("after the second signal: %v, %s", hasty.ProcessState, hasty.talk.String())
	}
	build.stop(t, syscall.SIGINT, "")
	patient.stop(t, syscall.SIGTERM, "diptych: interrupted\n")
	if left := stages(t, dir); len(left) > 0 {
		t.Errorf("the build left %v", left)
	}
}

// TestIgnoredSignals: a closed terminal that the caller has the program ignore does
// not stop it.
func TestIgnoredSignals(t *testing.T) {
	t.Parallel()
	dir := bigSite(t, 12, 10)
	name, err := exec.LookPath("diptych-process")
	if err != nil {
		t.Fatal(err)
	}
	p := exec.Command("sh", "-c", `trap "" HUP; exec "$0" build`, name)
	p.Dir = dir
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Process.Kill() })
	for begun := time.Now(); files(t, dir) == 0 && time.Since(begun) < grace; time.Sleep(time.Millisecond) {
	}
	if err := errors.Join(p.Process.Signal(syscall.SIGHUP), p.Wait()); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "public/index.html")); err != nil {
		t.Error(err)
	}
}

// TestDeafReader: a build whose talk nobody hears any more makes its site, and
// leaves nothing.
func TestDeafReader(t *testing.T) {
	t.Parallel()
	dir := bigSite(t, 2, 2)
	if err := os.WriteFile(filepath.Join(dir, "content/a/1.0/stray.md"), nil, 0o644); err != nil { // a warning
		t.Fatal(err)
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	p := exec.Command("diptych-process", "build")
	p.Dir, p.Stderr = dir, w
	if err := p.Run(); err != nil {
		t.Error(err)
	}
	w.Close()
	if _, err := os.Stat(filepath.Join(dir, "public/index.html")); err != nil || len(stages(t, dir)) > 0 {
		t.Errorf("%v; beside it lie %v", err, stages(t, dir))
	}
}
