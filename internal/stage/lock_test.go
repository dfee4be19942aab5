package stage

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// TestBuildsTakeTurns: two and four builds of one output at once. None fails, whoever
// reads meanwhile finds a whole output, and the last one is whole.
func TestBuildsTakeTurns(t *testing.T) {
	t.Parallel()
	rounds := 200
	if testing.Short() {
		rounds = 8
	}
	for _, builds := range []int{2, 4} {
		dir := t.TempDir()
		for round := range rounds {
			place := filepath.Join(dir, "a/public")
			var group sync.WaitGroup
			for n := range builds {
				group.Go(func() {
					if err := writeNumbered(place, n); err != nil {
						t.Errorf("round %d: %v", round, err)
					}
				})
			}
			group.Wait()
			first, _ := os.ReadFile(filepath.Join(place, "0.html"))
			for name, file := range tree(place) {
				if data, _ := os.ReadFile(filepath.Join(place, name)); name != listName && string(data) != string(first) || file == "" {
					t.Fatalf("round %d: %s is %q", round, name, data)
				}
			}
			if got := entries(t, dir+"/a"); got != "public" || len(tree(place)) != numbered+1 {
				t.Fatalf("round %d: beside the output: %s", round, got)
			}
			if round%5 == 0 {
				if err := os.RemoveAll(dir + "/a"); err != nil { // the first build makes the folder
					t.Fatal(err)
				}
			}
		}
	}
}

// TestFailingBuildsTakeTurns: builds that give up take no folder away in which others
// write.
func TestFailingBuildsTakeTurns(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 50 {
				s, err := Open(t.Context(), dir+"/a/b/public", nil)
				if err == nil {
					err = errors.Join(s.Write("x", nil), s.Abort())
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	if got := entries(t, dir); got != "" && got != "a" {
		t.Errorf("left behind: %s", got)
	}
}

// TestWaitingForALock is said once, after a moment, and ends with the context.
func TestWaitingForALock(t *testing.T) {
	t.Parallel()
	place := filepath.Join(t.TempDir(), "public")
	first, err := Open(t.Context(), place, nil)
	if err != nil {
		t.Fatal(err)
	}
	var said atomic.Int32
	ctx, stop := context.WithTimeout(t.Context(), 500*time.Millisecond)
	defer stop()
	if _, err := Open(ctx, place, func() { said.Add(1) }); !errors.Is(err, context.DeadlineExceeded) || said.Load() != 1 {
		t.Errorf("said %d times; %v", said.Load(), err)
	}
	if err := first.Abort(); err != nil {
		t.Fatal(err)
	}
	second, err := Open(t.Context(), place, func() { said.Add(1) })
	if err != nil || said.Load() != 1 {
		t.Fatalf("said %d times; %v", said.Load(), err)
	}
	if err := second.Abort(); err != nil {
		t.Fatal(err)
	}
}

// TestAStageInUseIsNoLeftover: an earlier program locks its stage and nothing else,
// and somebody may have removed the file that is locked.
func TestAStageInUseIsNoLeftover(t *testing.T) {
	dir := t.TempDir()
	place := filepath.Join(dir, "public")
	first, err := Open(t.Context(), place, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(first.Write("index.html", []byte("first")), os.Remove(besides(place)+"lock")); err != nil {
		t.Fatal(err)
	}
	if err := writeNumbered(place, 1); err != nil {
		t.Fatal(err)
	}
	if _, err := first.Commit(t.Context()); err != nil {
		t.Error(err)
	}
	if got := entries(t, place); got != ".diptych index.html" {
		t.Errorf("the output is %s", got)
	}
}
