package source_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/source"
)

const text = "+++\ntitle = \"隐私政策\"\neffective = 2026-01-01\n+++\n# 收集 {#collect}\n\n见[条款](terms)。\n"

var today = policy.Date{Year: 2026, Month: 6, Day: 1}

func file(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s), Mode: 0o644} }

// texts of the problems, one a line
func texts(l diag.List) string {
	var b bytes.Buffer
	if err := l.Text(&b, diag.Style{}); err != nil {
		panic(err)
	}
	return b.String()
}

// TestCorpus loads and parses real policies.
func TestCorpus(t *testing.T) {
	dir := os.Getenv("DIPTYCH_CORPUS")
	if dir == "" {
		dir = "../../../shared/corpus"
		if _, err := os.Stat(dir); err != nil {
			t.Skip("no corpus beside the project")
		}
	}
	fsys := os.DirFS(filepath.Join(dir, "mozilla"))
	if _, err := fs.Stat(fsys, config.SiteFile); err != nil {
		t.Fatalf("DIPTYCH_CORPUS: %v", err)
	}
	cfg, l := config.Load(fsys)
	if len(l) > 0 {
		t.Fatal(texts(l))
	}
	site, l := source.Load(t.Context(), fsys, cfg, source.Options{Today: today})
	if len(l) > 0 {
		t.Fatal(texts(l))
	}
	versions, clauses := 0, 0
	for _, p := range site.Policies {
		q, l := parseAll(fsys, cfg, site, p)
		if l.HasErrors() {
			t.Error(texts(l))
		}
		for _, v := range q.Versions {
			versions++
			for _, text := range v.Texts {
				clauses += len(text.Clauses)
			}
		}
		checkWhole(t, &policy.Site{Policies: []*policy.Policy{q}})
	}
	if len(site.Policies) != 6 || versions != 87 || clauses < 87*10 {
		t.Errorf("%d policies, %d versions, %d clauses", len(site.Policies), versions, clauses)
	}
}

// Load and Parse give the same whatever the number of workers, and leave what
// they are given alone.
func TestDeterministic(t *testing.T) {
	fsys := fstest.MapFS{}
	for i := range 30 {
		for j := range 5 {
			fsys[fmt.Sprintf("content/p%d/%d.0/zh.md", i, j)] = file(strings.Replace(text, "01-01", fmt.Sprintf("01-0%d", j+1), 1))
			fsys[fmt.Sprintf("content/p%d/%d.0/en.md", i, j)] = file(strings.Replace(text, "title", "titel", i%2))
		}
	}
	cfg := config.Default()
	want, wantList := source.Load(t.Context(), fsys, cfg, source.Options{Today: today, Jobs: 1})
	for _, jobs := range []int{0, 2, 7} {
		got, l := source.Load(t.Context(), fsys, cfg, source.Options{Today: today, Jobs: jobs})
		if !reflect.DeepEqual(got, want) || !slices.Equal(l, wantList) {
			t.Errorf("%d jobs: another result", jobs)
		}
	}
	before := fmt.Sprintf("%+v", want.Policies[0].Versions[0].Texts[0])
	var wg sync.WaitGroup
	lists := make([]diag.List, len(want.Policies))
	for i, p := range want.Policies {
		wg.Go(func() { _, lists[i] = parseAll(fsys, cfg, want, p) })
	}
	wg.Wait()
	for i, p := range want.Policies {
		if _, l := parseAll(fsys, cfg, want, p); !slices.Equal(l, lists[i]) {
			t.Errorf("%s: %v, then %v", p.Slug, lists[i], l)
		}
	}
	if after := fmt.Sprintf("%+v", want.Policies[0].Versions[0].Texts[0]); after != before {
		t.Errorf("Parse has changed what it was given:\n%s\n%s", before, after)
	}
}

// What changes between Load and Parse is a problem, not a mix.
func TestChangedWhileBuilding(t *testing.T) {
	const name = "content/privacy/1.0/zh.md"
	cfg := config.Default()
	load := func() (fstest.MapFS, *policy.Site) {
		fsys := fstest.MapFS{name: file(strings.Replace(text, "[条款](terms)", "条款", 1))}
		site, l := source.Load(t.Context(), fsys, cfg, source.Options{Today: today})
		if len(l) > 0 {
			t.Fatal(texts(l))
		}
		return fsys, site
	}
	for _, c := range []struct {
		name string
		edit func(fstest.MapFS)
		want string
	}{
		{"nothing", func(fstest.MapFS) {}, ""},
		{"body", func(f fstest.MapFS) { f[name] = file(string(f[name].Data) + "\n更多。\n") }, ""},
		{"date", func(f fstest.MapFS) { f[name] = file(strings.Replace(text, "01-01", "01-02", 1)) },
			name + ":1:1: error: the front matter has changed while the site was being built [front-matter]\n  hint: build again\n"},
		{"gone", func(f fstest.MapFS) { delete(f, name) },
			name + ": error: the file has vanished while the site was being built [file]\n  hint: build again\n"},
		{"encoding", func(f fstest.MapFS) { f[name] = file(text + "\xff") },
			name + ":8:1: error: the file is not valid UTF-8: it holds the byte 0xFF here [file]\n  hint: save the file as UTF-8\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys, site := load()
			c.edit(fsys)
			p, l := parseAll(fsys, cfg, site, site.Policies[0])
			if got := texts(l); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			if got := len(p.Versions[0].Texts[0].Clauses) > 0; got != (c.want == "") {
				t.Errorf("clauses: %t", got)
			}
		})
	}
}

// failing refuses to open some files and folders.
type failing struct {
	fs.FS
	names []string
	err   error
}

func (f failing) Open(name string) (fs.File, error) {
	if slices.Contains(f.names, name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: f.err}
	}
	return f.FS.Open(name)
}

func TestUnreadable(t *testing.T) {
	fsys := failing{fstest.MapFS{
		"content/a/1.0/zh.md":    file(text),
		"content/a/1.0/en.md":    file(text),
		"content/b/1.0/zh.md":    file(text),
		"content/c/policy.toml":  file("kind = 1"),
		"content/c/1.0/zh.md":    file("+++\ntitle = \"C\"\neffective = 2024-01-01\n+++\n\n[file](file.dat)\n"),
		"content/c/1.0/file.dat": file("x"),
	}, []string{"content/a/1.0/en.md", "content/b/1.0", "content/c/policy.toml", "content/c/1.0/file.dat"}, fs.ErrPermission}
	site, l := source.Load(t.Context(), fsys, config.Default(), source.Options{Today: today})
	want := `content/a/1.0/en.md: error: cannot read the file: permission denied [file]
content/b/1.0: error: cannot read the folder: permission denied [file]
content/c/policy.toml: error: cannot read the file: permission denied [file]
`
	if got := texts(l); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if len(site.Policies) != 2 {
		t.Fatalf("%d policies", len(site.Policies))
	}
	full, _ := source.Parse(t.Context(), fsys, config.Default(), site, site.Policies[1])
	want = "content/c/1.0/file.dat: error: cannot read the file: permission denied [file]\n"
	if got := texts(source.Resolve(t.Context(), fsys, config.Default(), site, full)); got != want {
		t.Errorf("of a file that is linked to: got\n%swant\n%s", got, want)
	}
	_, l = source.Load(t.Context(), failing{fsys, []string{"content"}, errors.New("disk on fire")}, config.Default(), source.Options{})
	if got := texts(l); got != "content: error: cannot read the folder: disk on fire [file]\n" {
		t.Error(got)
	}
}

// Links on a real disk: os.DirFS follows what leaves the site, Load must not.
func TestSymlinkOnDisk(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(dir, "secret.txt")
	root := filepath.Join(dir, "site")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.MkdirAll(filepath.Join(root, "content/a/1.0"), 0o755))
	must(os.WriteFile(outside, []byte("secret"), 0o644))
	must(os.WriteFile(filepath.Join(root, "content/a/1.0/zh.md"), []byte(text), 0o644))
	must(os.WriteFile(filepath.Join(root, "note.txt"), []byte("note"), 0o644))
	for name, target := range map[string]string{
		"abs.txt": outside, "rel.txt": "../../../../secret.txt", "in.txt": "../../../note.txt", "round.txt": "round.txt", "dir": "../..",
	} {
		if err := os.Symlink(target, filepath.Join(root, "content/a/1.0", name)); err != nil {
			t.Skip(err)
		}
	}
	site, l := source.Load(t.Context(), os.DirFS(root), config.Default(), source.Options{Today: today})
	want := `content/a/1.0/abs.txt: error: the symbolic link begins at the root of the disk [file]
  hint: let it lead from its own folder, as ../1.0/seal.png does, or put the file itself here
content/a/1.0/dir: error: the symbolic link leads to a folder around itself [file]
  hint: remove the link
content/a/1.0/rel.txt: error: the symbolic link leads out of the site [file]
  hint: put a copy of it into the site
content/a/1.0/round.txt: error: the symbolic link leads back to itself [file]
  hint: put the file itself here
`
	if got := texts(l); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if f := site.Policies[0].Versions[0].Files; len(f) != 1 || f[0].Name != "in.txt" || f[0].Source != "note.txt" || f[0].Size != 4 {
		t.Errorf("%+v", f)
	}
}

// TestSymlinkHidden: no link leads to what is hidden, nor through it, however it is
// written; one that only passes by is followed.
func TestSymlinkHidden(t *testing.T) {
	link := func(to string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(to), Mode: fs.ModeSymlink} }
	const dir = "content/a/1.0/"
	for target, refused := range map[string]bool{
		"../../../.git/config": true, ".note": true, "chain": true, "store/config": true, "../../../.git": true,
		"./a.txt": false, ".store/../a.txt": false, "../../../_shared/a..txt": false,
	} {
		fsys := fstest.MapFS{
			dir + "zh.md": file(text), dir + "a.txt": file("a"), dir + ".note": file("secret"), ".git/config": file("secret"),
			"_shared/a..txt": file("a"), dir + ".store": link("../../../.git"), dir + "store": link(".store"), dir + "chain": link("store/config"),
			dir + "x.txt": link(target),
		}
		_, l := source.Load(t.Context(), fsys, config.Default(), source.Options{Today: today})
		if got := strings.Contains(texts(l), dir+"x.txt: error: the symbolic link leads to what is hidden"); got != refused {
			t.Errorf("%s: %s", target, texts(l))
		}
	}
}

// plain hides what a file system can do beyond Open.
type plain struct{ fs.FS }

func TestWithoutReadLink(t *testing.T) {
	fsys := fstest.MapFS{"content/a/1.0/zh.md": file(text), "content/a/1.0/en.md": {Data: []byte("zh.md"), Mode: fs.ModeSymlink}}
	_, l := source.Load(t.Context(), plain{fsys}, config.Default(), source.Options{Today: today})
	if got := texts(l); got != "content/a/1.0/en.md: error: a symbolic link; it cannot be followed here [file]\n  hint: put the file itself here\n" {
		t.Error(got)
	}
}

// Folders that lead to each other by links must not be walked for ever.
func TestSymlinkMaze(t *testing.T) {
	fsys := fstest.MapFS{"content/a/1.0/zh.md": file(text), "content/a/1.0/x/a.png": file("x"), "content/a/1.0/y/b.png": file("x")}
	for i := range 12 {
		fsys[fmt.Sprintf("content/a/1.0/x/to-y%d", i)] = &fstest.MapFile{Data: []byte("../y"), Mode: fs.ModeSymlink}
		fsys[fmt.Sprintf("content/a/1.0/y/to-x%d", i)] = &fstest.MapFile{Data: []byte("../x"), Mode: fs.ModeSymlink}
	}
	site, l := source.Load(t.Context(), fsys, config.Default(), source.Options{Today: today})
	if !l.HasErrors() || len(site.Policies[0].Versions[0].Files) > 100 {
		t.Errorf("%d files, %d problems", len(site.Policies[0].Versions[0].Files), len(l))
	}
}

// FuzzFrontMatter reads anything as a text: no panic, and every problem that
// Load has lies inside the file.
func FuzzFrontMatter(f *testing.F) {
	for _, s := range []string{
		text, "", "+++", "+++\n+++", "+++\n\n+++\n", "---\ntitle: x\n---\n", "+++\ntitle = 1\n+++\n", "+++\r\ntitle = \"x\"\r\neffective = 2026-02-30\r\n+++\r\nx",
		"+++\n[[changes]]\nclause = \"a\"\n[[changes]]\nnote = 3\n+++\n", "\xef\xbb\xbf+++\ntitle = \"x\"\n+++", "\xff\xfe+\x00+\x00+\x00", "+++\ntitle = \"\xd2\xfe\"\n+++\n",
		"\n\n+++\n", "+++\nsummary = \"\"\"\n[x](#y)\n\"\"\"\neffective=2026-01-01\ntitle='x'\n+++\n[a](b)", "+++\neffective = 2026-01-01T00:00:00\ntitle = \"\"\n+++",
	} {
		f.Add([]byte(s))
	}
	cfg := config.Default()
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 4096 {
			return
		}
		const name = "content/a/1.0/zh.md"
		fsys := fstest.MapFS{name: {Data: src, Mode: 0o644}}
		site, l := source.Load(t.Context(), fsys, cfg, source.Options{Today: today, Drafts: true})
		rows := bytes.Split(bytes.TrimPrefix(src, []byte("\xef\xbb\xbf")), []byte("\n"))
		for _, p := range l {
			at := p.Pos
			if !strings.HasPrefix(name, at.File) || at.File == "" {
				t.Errorf("no place: %v", p)
			}
			if at.Line == 0 {
				continue
			}
			if at.Line > len(rows) || at.Col < 1 || at.Col > utf8.RuneCount(rows[at.Line-1])+1 {
				t.Errorf("outside the file: %v", p)
			}
		}
		for _, p := range site.Policies {
			q, _ := parseAll(fsys, cfg, site, p)
			checkWhole(t, &policy.Site{Policies: []*policy.Policy{q}})
		}
	})
}

// BenchmarkLoad reads the front matter of 20,000 texts from memory.
func BenchmarkLoad(b *testing.B) {
	fsys := fstest.MapFS{}
	body := strings.Repeat("我们收集的信息用于提供服务。\n\n", 300)
	for i := range 100 {
		for j := range 100 {
			head := strings.Replace(text, "2026-01-01", policy.Date{Year: 2000, Month: 1, Day: 1}.AddDays(j).String(), 1)
			for _, lang := range []string{"zh", "en"} {
				fsys[fmt.Sprintf("content/p%d/v%d/%s.md", i, j, lang)] = file(head + body)
			}
		}
	}
	disk := b.TempDir()
	if err := os.CopyFS(disk, fsys); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, l := source.Load(b.Context(), os.DirFS(disk), config.Default(), source.Options{Today: today}); len(l) > 0 {
			b.Fatal(l[0])
		}
	}
	b.ReportMetric(20_000*float64(b.N)/b.Elapsed().Seconds(), "texts/s")
}
