package stage

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestResolve: an output folder is where the system would make it.
func TestResolve(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	stood{"real/sub": "/", "file": "x", "deep/link": "->../real/sub", "link": "->real", "dangling": "->nowhere", "loop": "->loop", "chain": "->deep/link"}.put(t, dir)
	for _, c := range [][2]string{
		{"real", "real"}, {"real/", "real"}, {"new", "new"}, {"new//", "new"}, {"a/b/c", "a/b/c"}, {".", "."}, {"./real/.", "real"},
		{"link", "real"}, {"link/new", "real/new"}, {"link/sub/x/y", "real/sub/x/y"}, {"chain", "real/sub"}, {"chain/../new", "real/new"},
		{"link/..", "."}, {"deep/link/..", "real"}, {"nowhere/../new", "new"}, {"file", "file"},
		{"dangling", ""}, {"dangling/x", ""}, {"loop", ""}, {"loop/x", ""}, {"file/x", ""},
	} {
		got, err := Resolve(dir + "/" + c[0])
		if c[1] == "" && err == nil || c[1] != "" && (err != nil || got != filepath.Join(dir, c[1])) {
			t.Errorf("%s is %s, %v; want %s", c[0], got, err, c[1])
		}
	}
	t.Chdir(dir)
	for _, c := range [][2]string{{"public", "public"}, {"./public", "public"}, {"../" + filepath.Base(dir) + "/link", "real"}, {".", "."}} {
		if got, err := Resolve(c[0]); err != nil || got != filepath.Join(dir, c[1]) {
			t.Errorf("%s is %s, %v", c[0], got, err)
		}
	}
}

// TestOutputsThatAreRefused are left as they are.
func TestOutputsThatAreRefused(t *testing.T) {
	list := string(manifest{}.bytes())
	for what, c := range map[string]struct {
		holds stood
		says  string
	}{
		"other files":        {stood{"thesis.txt": "x"}, "holds files that diptych did not make"},
		"a worktree":         {stood{".git": "gitdir: x"}, "holds files that diptych did not make"},
		"a later list":       {stood{".diptych": "diptych 2: x\n"}, "not a list"},
		"no list":            {stood{".diptych": "x"}, "not a list"},
		"a conflict":         {stood{".diptych": finished + "\n<<<<<<< HEAD\n"}, "not a list"},
		"a sum that is none": {stood{".diptych": finished + "\n" + strings.Repeat("0", 63) + "x 1 a\n"}, "not a list"},
		"a longer sum":       {stood{".diptych": finished + "\n" + strings.Repeat("0", 65) + " 1 a\n"}, "not a list"},
		"no size":            {stood{".diptych": finished + "\n" + strings.Repeat("0", 64) + " -1 a\n"}, "not a list"},
		"no name":            {stood{".diptych": finished + "\n" + strings.Repeat("0", 64) + " 1 \n"}, "not a list"},
		"a name half quoted": {stood{".diptych": finished + "\n" + strings.Repeat("0", 64) + " 1 \"a\n"}, "not a list"},
		"a long name":        {stood{".diptych": finished + "\n" + strings.Repeat("0", 64) + " 1 " + strings.Repeat("a/", mostName/2) + "a\n"}, "not a list"},
		"a list, a folder":   {stood{".diptych/x": "x"}, "not a list"},
		"a list, a link":     {stood{".diptych": "->list", "list": list}, "not a list"},
	} {
		place := filepath.Join(t.TempDir(), "public")
		c.holds.put(t, place)
		before := tree(filepath.Dir(place))
		_, err := Open(t.Context(), place, nil)
		var refusal *Refusal
		if !errors.As(err, &refusal) || !strings.Contains(err.Error(), c.says) || refusal.Hint == "" {
			t.Errorf("%s: %v", what, err)
		}
		if after := tree(filepath.Dir(place)); !maps.Equal(before, after) {
			t.Errorf("%s: was %v, is %v", what, before, after)
		}
	}
	place := filepath.Join(t.TempDir(), "public")
	write(t, filepath.Join(place, listName), finished+"\n")
	if err := os.Truncate(filepath.Join(place, listName), mostBytes+1); err != nil {
		t.Fatal(err)
	}
	if _, err := readList(place); !errors.Is(err, errList) {
		t.Errorf("an enormous list: %v", err)
	}
	write(t, filepath.Join(place, listName), strings.ReplaceAll(list, "\n", "\r\n"))
	if _, err := built(t, place, "a"); err != nil {
		t.Errorf("a list with the line ends of Windows: %v", err)
	}
}

// TestLongNames: a name beside the output is no longer than a name may be.
func TestLongNames(t *testing.T) {
	for _, n := range []int{200, 201, 255} {
		dir := t.TempDir()
		place := filepath.Join(dir, strings.Repeat("a", n))
		for range 2 {
			if _, err := built(t, place, "index.html"); err != nil {
				t.Fatalf("%d: %v", n, err)
			}
		}
		if got := entries(t, dir); got != filepath.Base(place) {
			t.Errorf("left behind: %s", got)
		}
	}
}
