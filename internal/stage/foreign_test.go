package stage

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// built writes an output of files with their names as content.
func built(t *testing.T, place string, names ...string) (Report, error) {
	t.Helper()
	s, err := Open(t.Context(), place, nil)
	if err != nil {
		return Report{}, err
	}
	for _, name := range names {
		if err := s.Write(name, []byte(name)); err != nil {
			t.Fatal(err)
		}
	}
	return s.Commit(t.Context())
}

// TestEditedFilesAreNamed: a file of the output that somebody edited is named, and
// made again.
func TestEditedFilesAreNamed(t *testing.T) {
	place := filepath.Join(t.TempDir(), "public")
	names := []string{"touched", "longer", "same-size", "linked", "folder", "removed", "as-new", "old-time"}
	if _, err := built(t, place, append(names, "dropped", "gone")...); err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	for name, data := range map[string]string{"touched": "touched", "longer": "longer!", "same-size": "SAME-SIZE", "dropped": "Dropped", "old-time": "OLD-TIME"} {
		write(t, place+"/"+name, data)
	}
	for _, err := range []error{
		os.Chtimes(place+"/old-time", now, now.Add(-time.Hour)),
		os.Remove(place + "/linked"), os.Symlink("removed", place+"/linked"),
		os.Remove(place + "/folder"), os.Mkdir(place+"/folder", 0o755),
		os.Remove(place + "/removed"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := built(t, place, names...); err == nil || !strings.Contains(err.Error(), "did not make folder") {
		t.Fatalf("a folder in the way: %v", err)
	}
	if err := os.Remove(place + "/folder"); err != nil {
		t.Fatal(err)
	}
	report, err := built(t, place, names...)
	if got := strings.Join(report.Edited, " "); err != nil || got != "linked longer old-time same-size" {
		t.Errorf("edited: %s; %v", got, err)
	}
	if got := strings.Join(report.Dropped, " "); got != "dropped" {
		t.Errorf("dropped: %s", got)
	}
	for _, name := range names {
		if got, err := os.ReadFile(place + "/" + name); err != nil || string(got) != name {
			t.Errorf("%s is %q, %v", name, got, err)
		}
	}
	report, err = built(t, place, names...)
	if err != nil || report.Edited != nil || report.Dropped != nil || report.Left != nil || report.Unsure != nil {
		t.Errorf("the next build says %+v, %v", report, err)
	}
	write(t, place+"/as-new", "edited")
	s, err := Open(t.Context(), place, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Write("as-new", []byte("edited")); err != nil {
		t.Fatal(err)
	}
	if report, err = s.Commit(t.Context()); err != nil || report.Edited != nil {
		t.Errorf("edited to what is made: %+v, %v", report, err)
	}
}

// TestAClockThatWasSetBack: where the list seems to be written later than now, files are read.
func TestAClockThatWasSetBack(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a")
	write(t, name, "edited")
	info, err := os.Lstat(name)
	if err != nil {
		t.Fatal(err)
	}
	v := surveyor{list: manifest{kind: listed, files: map[string]file{"a": {size: info.Size(), sum: [32]byte{1}}}}, since: time.Now().Add(time.Hour)}
	if !v.isEdited("a", name, info) {
		t.Error("an edited file passes for what was written")
	}
}

// TestAnEarlierOutputLosesNothing: of a folder with the old mark nobody knows what the
// tool wrote. What is written again was its own; the rest is kept and named.
func TestAnEarlierOutputLosesNothing(t *testing.T) {
	dir := t.TempDir()
	place := filepath.Join(dir, "public")
	stood{"en/index.html": "old", "en/gone/index.html": "old", "CNAME": "x", ".git/HEAD": "y", ".diptych": oldest + "\n"}.put(t, place)
	report, err := built(t, place, "en/index.html")
	if got := strings.Join(report.Unsure, " "); err != nil || got != "CNAME en/gone/index.html" || report.Edited != nil {
		t.Errorf("%s; %+v, %v", got, report, err)
	}
	want := map[string]string{"en/index.html": "en/index.html", "en/gone/index.html": "old", "CNAME": "x", ".git/HEAD": "y"}
	for name, words := range want {
		if got, err := os.ReadFile(filepath.Join(place, name)); err != nil || string(got) != words {
			t.Errorf("%s is %q, %v", name, got, err)
		}
	}
	if report, err = built(t, place, "en/index.html"); err != nil || report.Unsure != nil {
		t.Errorf("the next build: %+v, %v", report, err)
	}
	if got := entries(t, dir); got != "public" {
		t.Errorf("left behind: %s", got)
	}
}

// TestAStagePutInPlaceLosesNothing: somebody moved one there. Of its files nothing is
// known but the names.
func TestAStagePutInPlaceLosesNothing(t *testing.T) {
	place := filepath.Join(t.TempDir(), "public")
	stood{".diptych": unfinished + "\na.html\nb.html\n", "a.html": "half", "CNAME": "x"}.put(t, place)
	report, err := built(t, place, "a.html")
	if err != nil || report.Edited != nil || entries(t, place) != ".diptych CNAME a.html" {
		t.Errorf("%+v, %v: %s", report, err, entries(t, place))
	}
}

// TestAnEmptyListKeepsAll: whoever puts an empty list into a folder has the site
// built into it.
func TestAnEmptyListKeepsAll(t *testing.T) {
	place := filepath.Join(t.TempDir(), "public")
	stood{".diptych": "", ".git": "gitdir: elsewhere\n", "index.html": "mine"}.put(t, place)
	before := tree(place)
	_, err := built(t, place, "index.html")
	if err == nil || !strings.Contains(err.Error(), "diptych did not make index.html") || !maps.Equal(before, tree(place)) {
		t.Errorf("a file in the way: %v, and the folder is %v", err, tree(place))
	}
	if _, err := built(t, place, "en/index.html"); err != nil {
		t.Fatal(err)
	}
	if got := entries(t, place); got != ".diptych .git en index.html" {
		t.Errorf("got %s", got)
	}
}

// TestForeignFoldersKeepWhatTheyAre: mode and time, also of a folder that nobody may
// write to.
func TestForeignFoldersKeepWhatTheyAre(t *testing.T) {
	dir := t.TempDir()
	place := filepath.Join(dir, "public")
	if _, err := built(t, place, "index.html"); err != nil {
		t.Fatal(err)
	}
	stood{"kept/file": "x", "kept/empty": "/", "en/note": "x"}.put(t, place)
	stamp := time.Unix(1e9, 0)
	for _, err := range []error{
		os.Chmod(place+"/kept/empty", 0o700|fs.ModeSticky), os.Chmod(place+"/kept/file", 0o400),
		os.Chtimes(place+"/kept", stamp, stamp), os.Chmod(place+"/kept", 0o555),
		os.Chmod(place+"/en", 0o700), // from now on a folder of the site, which all may read
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { _ = os.Chmod(place+"/kept", 0o755) })
	for range 2 {
		if report, err := built(t, place, "en/index.html"); err != nil || report.Left != nil {
			t.Fatalf("%+v, %v", report, err)
		}
		for name, mode := range map[string]fs.FileMode{"kept": fs.ModeDir | 0o555, "kept/empty": fs.ModeDir | fs.ModeSticky | 0o700, "kept/file": 0o400, "en/note": 0o644, "en": fs.ModeDir | 0o755} {
			info, err := os.Stat(filepath.Join(place, name))
			if err != nil || info.Mode() != mode || name == "kept" && !info.ModTime().Equal(stamp) {
				t.Errorf("%s: %v, %v", name, info, err)
			}
		}
	}
	if got := entries(t, dir); got != "public" {
		t.Errorf("left behind: %s", got)
	}
}

// TestChangesDuringACommit: what somebody does to a foreign file between the moment
// in which it is kept and the swap is refused, or comes along.
func TestChangesDuringACommit(t *testing.T) {
	for what, c := range map[string]struct {
		change  func(place string) error
		noLinks bool
		refused string
		want    stood
	}{
		"written to":     {change: func(p string) error { return os.WriteFile(p+"/CNAME", []byte("new"), 0o644) }, want: stood{"CNAME": "new"}},
		"a copy":         {change: func(p string) error { return os.WriteFile(p+"/CNAME", []byte("new"), 0o644) }, noLinks: true, refused: "CNAME", want: stood{"CNAME": "new"}},
		"removed":        {change: func(p string) error { return os.Remove(p + "/CNAME") }, refused: "CNAME"},
		"replaced":       {change: replaced, refused: "CNAME", want: stood{"CNAME": "new"}},
		"made":           {change: func(p string) error { return os.WriteFile(p+"/new", []byte("x"), 0o644) }, want: stood{"CNAME": "old", "new": "x"}},
		"whole folder":   {change: func(p string) error { return errors.Join(os.Rename(p, p+"2"), os.Mkdir(p, 0o755)) }, refused: ""},
		"folder to file": {change: func(p string) error { return errors.Join(os.Rename(p, p+"2"), os.WriteFile(p, nil, 0o644)) }, refused: ""},
	} {
		t.Run(what, func(t *testing.T) {
			dir := t.TempDir()
			place := filepath.Join(dir, "public")
			if _, err := built(t, place, "index.html"); err != nil {
				t.Fatal(err)
			}
			if whole := strings.HasPrefix(what, "whole") || strings.HasPrefix(what, "folder"); !whole {
				write(t, place+"/CNAME", "old")
			}
			s, err := Open(t.Context(), place, nil)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Write("index.html", []byte("second")); err != nil {
				t.Fatal(err)
			}
			s.disk.flush = func(string) error { return c.change(place) }
			if c.noLinks {
				s.disk.link = func(string, string) error { return errors.ErrUnsupported }
			}
			report, err := s.Commit(t.Context())
			second, _ := os.ReadFile(place + "/index.html")
			refused := strings.HasPrefix(what, "folder") || strings.HasPrefix(what, "whole") || c.refused != ""
			if refused && (err == nil || !strings.Contains(err.Error(), c.refused+" was changed while") || string(second) == "second") {
				t.Errorf("not refused: %v, and the page is %q", err, second)
			}
			if !refused && (err != nil || string(second) != "second" || report.Left != nil) {
				t.Errorf("%v, %+v", err, report)
			}
			for name, words := range c.want {
				if got, err := os.ReadFile(filepath.Join(place, name)); err != nil || string(got) != words {
					t.Errorf("%s is %q, %v", name, got, err)
				}
			}
			if got := strings.TrimSuffix(entries(t, dir), " public2"); got != "public" {
				t.Errorf("left behind: %s", got)
			}
		})
	}
}

func replaced(place string) error {
	return errors.Join(os.WriteFile(place+"/CNAME~", []byte("new"), 0o644), os.Rename(place+"/CNAME~", place+"/CNAME"))
}

// TestFailuresLeaveTheOldOutput: whatever the disk refuses.
func TestFailuresLeaveTheOldOutput(t *testing.T) {
	fails := errors.New("no")
	for what, breaks := range map[string]func(*disk){
		"swap":  func(d *disk) { d.swap = func(string, string) error { return fails } },
		"flush": func(d *disk) { d.flush = func(string) error { return fails } },
		"rename": func(d *disk) {
			d.swap = func(stage, _ string) error { return errors.Join(os.Rename(stage, stage+"x"), errors.ErrUnsupported) }
		},
	} {
		dir := t.TempDir()
		place := filepath.Join(dir, "a/b/public")
		if _, err := built(t, place, "index.html"); err != nil {
			t.Fatal(err)
		}
		write(t, place+"/CNAME", "x")
		before := tree(place)
		s, err := Open(t.Context(), place, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Write("index.html", []byte("second")); err != nil {
			t.Fatal(err)
		}
		breaks(&s.disk)
		_, err = s.Commit(t.Context())
		if err == nil || !maps.Equal(before, tree(place)) {
			t.Errorf("%s: %v, and the output is %v", what, err, tree(place))
		}
		if refusal := (*Refusal)(nil); what == "swap" && (!errors.As(err, &refusal) || !strings.Contains(err.Error(), "cannot put the new output in its place: no")) {
			t.Errorf("%s: %v", what, err)
		}
		if got := entries(t, dir+"/a/b"); what != "rename" && got != "public" {
			t.Errorf("%s: left behind: %s", what, got)
		}
	}
}

// TestAbortRemovesWhatItMade: the folders above a new output, too.
func TestAbortRemovesWhatItMade(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(t.Context(), dir+"/a/b/public", nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.Write("x/y", nil), s.Abort(), s.Abort()); err != nil || entries(t, dir) != "" {
		t.Errorf("left behind: %s; %v", entries(t, dir), err)
	}
	if err := s.Write("z", nil); err == nil {
		t.Error("written after the end")
	}
	if _, err := s.Commit(t.Context()); err == nil {
		t.Error("put in its place after the end")
	}
	if s, err = Open(t.Context(), dir+"/public", nil); err != nil {
		t.Fatal(err)
	}
	if err := s.Write(listName, nil); err == nil {
		t.Error("the list is a file of the output")
	}
	if err := s.Abort(); err != nil {
		t.Fatal(err)
	}
}

// TestWhatStandsInTheWay: somebody's file where the site has one or a folder, and
// somebody's folder where it has a file, is refused, and nothing becomes another.
func TestWhatStandsInTheWay(t *testing.T) {
	for what, c := range map[string]struct {
		first, then string // what the site holds
		foreign     stood
		says        string // "" where nothing is in the way
	}{
		"a file, a folder":         {"i", "i en/a", stood{"en": "mine"}, "did not make en, and"},
		"a link, a folder":         {"i", "i en/a", stood{"en": "->i"}, "did not make en, and"},
		"a link, a file":           {"i", "i en", stood{"en": "->i"}, "did not make en, and"},
		"a folder, a file":         {"i", "i en", stood{"en/a": "mine", "en/b/c": "mine"}, "did not make en, and"},
		"in a folder of the tool":  {"i en/a", "i en", stood{"en/mine": "mine"}, "did not make en/mine, and"},
		"more than one":            {"i", "i en x", stood{"en/a": "mine", "en/b": "mine", "enough": "mine", "x": "mine"}, "did not make en and 1 more, and"},
		"what is the same":         {"i", "i x", stood{"x": "x"}, ""},
		"a folder of both":         {"i", "i en/a", stood{"en/b": "mine"}, ""},
		"a name that begins alike": {"i", "i en", stood{"english": "mine"}, ""},
	} {
		place := filepath.Join(t.TempDir(), "public")
		if _, err := built(t, place, strings.Fields(c.first)...); err != nil {
			t.Fatal(err)
		}
		c.foreign.put(t, place)
		before := tree(place)
		_, err := built(t, place, strings.Fields(c.then)...)
		if c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says) || !maps.Equal(before, tree(place))) {
			t.Errorf("%s: %v", what, err)
		}
		if c.says != "" {
			continue
		}
		for name, words := range c.foreign {
			if got, e := os.ReadFile(filepath.Join(place, name)); err != nil || e != nil || string(got) != words {
				t.Errorf("%s: %v; %s is %q, %v", what, err, name, got, e)
			}
		}
	}
}

// TestFoldersThatAreNoMoreGo: one that only pages stood in is the tool's.
func TestFoldersThatAreNoMoreGo(t *testing.T) {
	place := filepath.Join(t.TempDir(), "public")
	if _, err := built(t, place, "i", "en/old/a/index.html", "en/new"); err != nil {
		t.Fatal(err)
	}
	if _, err := built(t, place, "i", "en/new"); err != nil || entries(t, place+"/en") != "new" {
		t.Errorf("%s; %v", entries(t, place+"/en"), err)
	}
}

// TestTheWorkingFolderIsNobodys: a commit touches nothing but the output, also where a
// file of the same name stands in the folder in which the program runs.
func TestTheWorkingFolderIsNobodys(t *testing.T) {
	here := t.TempDir()
	t.Chdir(here)
	place := filepath.Join(t.TempDir(), "public")
	if _, err := built(t, place, "index.html"); err != nil {
		t.Fatal(err)
	}
	stood{"CNAME": "x", "f/g": "y"}.put(t, place)
	stood{"CNAME": "mine", "f/g": "mine"}.put(t, here)
	before := tree(here)
	if _, err := built(t, place, "index.html"); err != nil || !maps.Equal(before, tree(here)) {
		t.Errorf("the folder holds %v; %v", tree(here), err)
	}
}

// TestChangesWhileItIsKept: a file that goes, or becomes another one, while it is put
// into the stage.
func TestChangesWhileItIsKept(t *testing.T) {
	for what, link := range map[string]func(from, to string) error{
		"gone": func(from, _ string) error { return errors.Join(os.Remove(from), fs.ErrNotExist) },
		"another": func(from, _ string) error {
			return errors.Join(replaced(filepath.Dir(from)), errors.ErrUnsupported)
		},
	} {
		place := filepath.Join(t.TempDir(), "public")
		if _, err := built(t, place, "index.html"); err != nil {
			t.Fatal(err)
		}
		write(t, place+"/CNAME", "old")
		s, err := Open(t.Context(), place, nil)
		if err != nil {
			t.Fatal(err)
		}
		s.disk.link = link
		if _, err := s.Commit(t.Context()); err == nil || !strings.Contains(err.Error(), "CNAME was changed while") {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// TestAlike: two entries are alike where one may be taken away for the other.
func TestAlike(t *testing.T) {
	dir := t.TempDir()
	stood{"a": "abcd", "same": "abcd", "hard": "=a", "other": "abce", "longer": "abcde",
		"link": "->a", "again": "->a", "elsewhere": "->b", "tolink": "->same", "text": "same", "d/x": "x", "e/x": "x"}.put(t, dir)
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"a", "same", true}, {"a", "hard", true}, {"a", "a", true}, {"link", "again", true}, {"d", "d", true},
		{"a", "other", false}, {"a", "longer", false}, {"a", "link", false}, {"link", "elsewhere", false}, {"tolink", "same", false},
		{"d", "e", false}, {"a", "d", false}, {"a", "none", false}, {"none", "none", false},
	} {
		for _, pair := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
			if got := alike(filepath.Join(dir, pair[0]), filepath.Join(dir, pair[1])); got != c.want {
				t.Errorf("%v: %v", pair, got)
			}
		}
	}
}
