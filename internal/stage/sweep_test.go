package stage

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// stood is what a test puts into a folder: name to content, which begins with
// "->" for a link and is "/" for a folder.
type stood map[string]string

func (s stood) put(t *testing.T, dir string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(s)) {
		full := filepath.Join(dir, name)
		to, link := strings.CutPrefix(s[name], "->")
		from, hard := strings.CutPrefix(s[name], "=")
		err := os.MkdirAll(filepath.Dir(full), 0o755)
		switch {
		case err != nil:
		case s[name] == "/":
			err = os.MkdirAll(full, 0o755)
		case link:
			err = os.Symlink(to, full)
		case hard:
			err = os.Link(filepath.Join(dir, from), full)
		default:
			write(t, full, s[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestSweep: of what a stopped build left goes what its list names and what the
// output holds too, and nothing else. What stays is named by the next build as well.
func TestSweep(t *testing.T) {
	const begun = unfinished + "\n"
	for what, c := range map[string]struct {
		left, public stood
		stays        string
	}{
		"a stage":             {left: stood{".diptych": begun + "a.html\nb/c.html\nd.html\n", "a.html": "half", "b/c.html": "x"}},
		"an empty one":        {left: stood{"x": "/"}},
		"a list not begun":    {left: stood{".diptych": ""}},
		"half a list":         {left: stood{".diptych": begun + "a.html\nb/c", "a.html": "half"}},
		"half a first line":   {left: stood{".diptych": begun[:9]}},
		"no list":             {left: stood{"a.html": "x", "b.html": "y"}, public: stood{"a.html": "x"}, stays: "/b.html"},
		"another list":        {left: stood{".diptych": "diptych 2\n", "a.html": "x"}, stays: "/a.html"},
		"of an earlier one":   {left: stood{".diptych": oldest + "\n", "a.html": "x", "b.html": "y"}, public: stood{"a.html": "z"}, stays: "/b.html"},
		"what is foreign":     {left: stood{".diptych": begun, "CNAME": "x"}, stays: "/CNAME"},
		"linked":              {left: stood{".diptych": begun, "CNAME": "=../public/CNAME"}, public: stood{"CNAME": "x"}},
		"copied":              {left: stood{".diptych": begun, "CNAME": "x", "f/g": "y"}, public: stood{"CNAME": "x", "f/g": "y"}},
		"changed since":       {left: stood{".diptych": begun, "CNAME": "x", "f/g": "y"}, public: stood{"CNAME": "z", "f/g": "y"}, stays: "/CNAME"},
		"of the same size":    {left: stood{".diptych": begun, "f/g": "y"}, public: stood{"f/g": "z"}, stays: "/f/g"},
		"a link":              {left: stood{".diptych": begun, "l": "->there"}, public: stood{"l": "->there"}},
		"a link elsewhere":    {left: stood{".diptych": begun, "l": "->there"}, public: stood{"l": "->here"}, stays: "/l"},
		"a link, not a file":  {left: stood{".diptych": begun, "l": "->m", "m": "x"}, public: stood{"l": "x", "m": "x"}, stays: "/l"},
		"behind a link":       {left: stood{".diptych": begun, "f/g": "x"}, public: stood{"f": "->h", "h/g": "x"}, stays: "/f/g"},
		"behind another link": {left: stood{".diptych": begun, "f/g/h": "x"}, public: stood{"f": "->i", "i/g/h": "x"}, stays: "/f/g/h"},
		"a folder now":        {left: stood{".diptych": begun + "a\n", "a/b": "x"}, stays: "/a/b"},
		"empty folders":       {left: stood{".diptych": begun, "a/b": "/", "c": "/"}},
		"a name outside":      {left: stood{".diptych": begun + "../public/CNAME\n/etc/passwd\n"}, public: stood{"CNAME": "x"}},
		"a list within":       {left: stood{".diptych": begun + "a/.diptych\n", "a/.diptych": "x", "b/.diptych": "y"}, stays: "/b/.diptych"},
	} {
		t.Run(what, func(t *testing.T) {
			dir := t.TempDir()
			names := manifest{kind: listed, files: map[string]file{}}
			for name := range c.public {
				if what == "of an earlier one" {
					names.files[name] = file{size: 1}
				}
			}
			c.public.put(t, filepath.Join(dir, "public"))
			write(t, filepath.Join(dir, "public", listName), string(names.bytes()))
			stage := filepath.Join(dir, ".public.diptych-1")
			c.left.put(t, stage)
			before := tree(filepath.Join(dir, "public"))
			for _, round := range []string{"first", "second"} {
				s, err := Open(t.Context(), filepath.Join(dir, "public"), nil)
				if err != nil {
					t.Fatal(err)
				}
				got := strings.ReplaceAll(strings.Join(s.report.Left, " "), stage, "")
				if err := s.Abort(); err != nil || got != c.stays {
					t.Errorf("%s: %q stays, want %q; %v", round, got, c.stays, err)
				}
			}
			if _, err := os.Lstat(stage + c.stays); (err == nil) != (c.stays != "") {
				t.Errorf("the stage: %v", err)
			}
			if after := tree(filepath.Join(dir, "public")); !maps.Equal(before, after) {
				t.Errorf("the output was\n%v\nand is\n%v", before, after)
			}
		})
	}
}

// TestOnlyLeftoversAreSwept: what is named like a stage and is none stays.
func TestOnlyLeftoversAreSwept(t *testing.T) {
	dir := t.TempDir()
	place := filepath.Join(dir, "public")
	for _, name := range []string{".public.diptych-", ".public.diptych-x", ".public.diptych-1x", ".public.diptych-1-new", ".public.diptych-a.diptych-1", ".publicc.diptych-1", "12", "7-old"} {
		write(t, filepath.Join(dir, name, "a.html"), "x")
		write(t, filepath.Join(dir, name, listName), unfinished+"\na.html\n")
	}
	write(t, filepath.Join(dir, ".public.diptych-7"), "a file")
	if err := os.Symlink(".public.diptych-x", filepath.Join(dir, ".public.diptych-8")); err != nil {
		t.Fatal(err)
	}
	before := tree(dir)
	write(t, filepath.Join(dir, ".public.diptych-9-list"), "half a list")
	var left Report
	if left.sweepLeft(place, manifest{}); left.Left != nil || left.Stuck != nil {
		t.Errorf("left %v", left)
	}
	if after := tree(dir); !maps.Equal(before, after) {
		t.Errorf("was\n%v\nis\n%v", before, after)
	}
}

// TestStoppedSwapIsMended: without an exchange there is a moment in which the output
// stands beside its place. A build that is stopped then loses nothing.
func TestStoppedSwapIsMended(t *testing.T) {
	dir := t.TempDir()
	place := filepath.Join(dir, "public")
	if err := writeNumbered(place, 0); err != nil {
		t.Fatal(err)
	}
	write(t, place+"/CNAME", "x")
	want := tree(place)
	if err := os.Rename(place, filepath.Join(dir, ".public.diptych-12-old")); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, ".public.diptych-12", listName), unfinished+"\na.html\n")
	write(t, filepath.Join(dir, ".public.diptych-12", "a.html"), "half")
	s, err := Open(t.Context(), place, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Abort(); err != nil {
		t.Fatal(err)
	}
	if got := tree(place); !maps.Equal(got, want) {
		t.Errorf("the output is %v", got)
	}
	if got := entries(t, dir); got != "public" {
		t.Errorf("left behind: %s", got)
	}
}

// TestOneFolderByTwoNamesIsNoLeftover: every file of the output stands in the output.
func TestOneFolderByTwoNamesIsNoLeftover(t *testing.T) {
	place := filepath.Join(t.TempDir(), "public")
	if err := writeNumbered(place, 0); err != nil {
		t.Fatal(err)
	}
	if got, _ := sweep(place, place, manifest{}, false); len(got) != 1 || len(entries(t, place)) < numbered {
		t.Errorf("left %v of %s", got, entries(t, place))
	}
}

// TestWhatCannotBeRemoved is not named as what nobody else has: another user's old
// output is the tool's all the same.
func TestWhatCannotBeRemoved(t *testing.T) {
	for what, c := range map[string]struct {
		tree  stood
		stuck bool
		left  int
	}{
		"the tool's":            {stood{"a/b": "x", "c": "x"}, true, 0},
		"what the output holds": {stood{"CNAME": "x"}, true, 0},
		"what nobody else has":  {stood{"other": "x"}, false, 1},
		"both":                  {stood{"a/b": "x", "a/other": "x", "c": "x"}, true, 1},
		"both, at the end":      {stood{"a/other": "x", "c": "x", "d": "x"}, true, 1},
	} {
		dir := t.TempDir()
		c.tree.put(t, dir+"/tree")
		stood{"CNAME": "x"}.put(t, dir+"/public")
		ours := map[string]bool{"a/b": true, "c": true, "d": true}
		s := sweeper{tree: dir + "/tree", present: dir + "/public", ours: func(name string) bool { return ours[name] },
			rm: func(string) error { return os.ErrPermission }}
		if s.folder(".", true) || s.stuck != c.stuck || len(s.left) != c.left {
			t.Errorf("%s: stuck %v, left %v", what, s.stuck, s.left)
		}
	}
}

// TestOnlyAnOutputIsPutBack: a folder that is named like an old output and holds no
// list is none, and does not become public.
func TestOnlyAnOutputIsPutBack(t *testing.T) {
	dir := t.TempDir()
	place := filepath.Join(dir, "public")
	stood{".public.diptych-5-old/secret": "x", ".public.diptych-6-old/.diptych": "diptych 2\n"}.put(t, dir)
	if err := restore(place); err != nil {
		t.Fatal(err)
	}
	if got := entries(t, dir); got != ".public.diptych-5-old .public.diptych-6-old" {
		t.Errorf("the folder holds %s", got)
	}
}

// TestNothingToSweep: where a tree is gone, nothing of it is left.
func TestNothingToSweep(t *testing.T) {
	dir := t.TempDir()
	if left, stuck := sweep(dir+"/gone", dir, manifest{}, false); left != nil || stuck {
		t.Errorf("left %v, stuck %v", left, stuck)
	}
}

// TestFoldersThatNobodyMayWriteTo: what stands in one is swept all the same, and a
// second one of it can be filled.
func TestFoldersThatNobodyMayWriteTo(t *testing.T) {
	dir := t.TempDir()
	stood{"tree/f/ours": "x", "tree/f/other": "y"}.put(t, dir)
	if err := os.Chmod(dir+"/tree/f", 0o500); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(dir + "/tree/f")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := system().duplicate(dir+"/tree/f", dir+"/second", info, nil); err != nil {
		t.Fatal(err)
	}
	s := sweeper{tree: dir + "/tree", present: dir + "/public", ours: func(name string) bool { return name == "f/ours" }, rm: os.Remove}
	if s.folder(".", true) || len(s.left) != 1 || s.stuck || entries(t, dir+"/tree/f") != "other" {
		t.Errorf("left %v, stuck %v", s.left, s.stuck)
	}
	for _, name := range []string{"/tree/f", "/second"} { // who runs as root may write to any
		if info, err := os.Stat(dir + name); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
}
