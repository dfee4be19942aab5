package source_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"diptych/internal/config"
	"diptych/internal/policy"
	"diptych/internal/source"
	"diptych/internal/strict"
)

// load reads the site in fsys, which has no problems.
func load(t *testing.T, fsys fs.FS) *policy.Site {
	t.Helper()
	site, l := source.Load(t.Context(), fsys, config.Default(), source.Options{Drafts: true, Today: today})
	if len(l) > 0 {
		t.Fatal(texts(l))
	}
	return site
}

// listed spells edits: + for a file that is made, and what is to stand in it.
func listed(edits []source.Edit) string {
	var b strings.Builder
	for _, e := range edits {
		if e.Old == nil {
			b.WriteString("+")
		}
		fmt.Fprintf(&b, "%s\n%s\n", e.File, e.New)
	}
	return b.String()
}

func TestEditHead(t *testing.T) {
	const src = "\ufeff+++ \r\ntitle = \"T\" # t\r\neffective=2026-01-01\t# e\r\n[[changes]]\r\nclause = \"x\"\r\n+++\t\r\n\r\neffective = 1\r\n+++"
	for _, tt := range []struct {
		name  string
		edits []source.HeadEdit
		want  [2]string // old, new
	}{
		{"none", nil, [2]string{"", ""}},
		{"value", []source.HeadEdit{{Key: "effective", Value: "2027-01-01"}}, [2]string{"2026-01-01", "2027-01-01"}},
		{"new key", []source.HeadEdit{{Key: "announced", Value: "2026-12-01", After: "effective"}}, [2]string{"# e\r\n", "# e\r\nannounced = 2026-12-01\r\n"}},
		{"out", []source.HeadEdit{{Key: "changes"}}, [2]string{"[[changes]]\r\nclause = \"x\"\r\n", ""}},
		{"item", []source.HeadEdit{{Key: "changes", Items: []int{0}}}, [2]string{"[[changes]]\r\nclause = \"x\"\r\n", ""}},
		{"no item", []source.HeadEdit{{Key: "changes", Items: []int{1}}, {Key: "title", Items: []int{0}}}, [2]string{"", ""}},
		{"in and out", []source.HeadEdit{{Key: "a", Value: "1"}, {Key: "a"}, {Key: "b"}}, [2]string{"", ""}},
	} {
		got, l := source.EditHead("zh.md", []byte(src), tt.edits...)
		if want := strings.Replace(src, tt.want[0], tt.want[1], 1); len(l) > 0 || string(got) != want {
			t.Errorf("%s: %s\n got %q\nwant %q", tt.name, texts(l), got, want)
		}
	}
}

// TestEditHeadItems: an item of a list goes alone, whatever stands behind it.
func TestEditHeadItems(t *testing.T) {
	const src = "+++\n[[a]]\nx = 1\n[[a]]\nx = 2\n[b]\nx = 3\n+++\n"
	got, l := source.EditHead("zh.md", []byte(src), source.HeadEdit{Key: "a", Items: []int{1}})
	if want := "+++\n[[a]]\nx = 1\n[b]\nx = 3\n+++\n"; string(got) != want {
		t.Errorf("%q, %s", got, texts(l))
	}
}

func TestEditHeadRefuses(t *testing.T) {
	edit := source.HeadEdit{Key: "changes", Value: "1"}
	for _, tt := range []struct{ src, want string }{
		{"+++\n\n[[changes]]\n+++\n", "zh.md:3:3: error: key changes stands for a table, and cannot be set [front-matter]\n"},
		{"+++\ntitle = x\n+++\n", "zh.md:2:9: error: expected a value, not x [front-matter]\n  hint: put words in quotes: \"x\"\n"},
		{"+++\ntitle = 1\n", "zh.md:1:1: error: front matter is not closed [front-matter]\n  hint: add a line that holds only +++ below the front matter\n"},
		{"+++\ntitle = \"\xd2\xfe\xcb\xbd\"\n+++\n", "zh.md: error: the file is in GB 18030, not in UTF-8 [file]\n  hint: convert it: iconv -f GB18030 -t UTF-8 zh.md > zh.md.new && mv zh.md.new zh.md\n"},
	} {
		if got, l := source.EditHead("zh.md", []byte(tt.src), edit); got != nil || texts(l) != tt.want {
			t.Errorf("%q: %q, %s", tt.src, got, texts(l))
		}
	}
}

// TestEditHeadFence: a value in lines of its own may not close the front matter.
func TestEditHeadFence(t *testing.T) {
	const src = "+++\ntitle = \"T\"\n+++\n"
	const want = "zh.md: error: a value holds a line of +++, which would close the front matter [front-matter]\n" +
		"  hint: write the value on one line, with \\n for the ends of its lines\n"
	for _, value := range []string{"\"\"\"\n+++\n\"\"\"", "'''\n+++ \t\r\n'''"} {
		if got, l := source.EditHead("zh.md", []byte(src), source.HeadEdit{Key: "summary", Value: value}); got != nil || texts(l) != want {
			t.Errorf("%q: %q, %s", value, got, texts(l))
		}
	}
	value := strict.Literal("\n+++\n")
	got, l := source.EditHead("zh.md", []byte(src), source.HeadEdit{Key: "summary", Value: value})
	if want := "+++\ntitle = \"T\"\nsummary = " + value + "\n+++\n"; string(got) != want {
		t.Errorf("%q, %s", got, texts(l))
	}
}

// TestEditHeadCorpus sets a key in every text there is and takes it out again.
func TestEditHeadCorpus(t *testing.T) {
	roots := []string{"../.."}
	if dir := os.Getenv("DIPTYCH_CORPUS"); dir != "" {
		roots = append(roots, filepath.Join(dir, "mozilla"))
	}
	for _, root := range roots {
		fsys := os.DirFS(root)
		names, err := fs.Glob(fsys, "content/*/*/*.md")
		if err != nil || len(names) == 0 {
			t.Fatalf("no texts in %s: %v", root, err)
		}
		for _, name := range names {
			src, err := fs.ReadFile(fsys, name)
			if err != nil {
				t.Fatal(err)
			}
			with, l := source.EditHead(name, src, source.HeadEdit{Key: "withdrawn", Value: "2026-01-31", After: "effective"})
			if len(l) > 0 || !bytes.Equal(bytes.Replace(with, []byte("withdrawn = 2026-01-31\n"), nil, 1), src) {
				t.Errorf("%s: %s", name, texts(l))
			}
			back, l := source.EditHead(name, with, source.HeadEdit{Key: "withdrawn"})
			if len(l) > 0 || !bytes.Equal(back, src) {
				t.Errorf("%s becomes another: %s", name, texts(l))
			}
		}
	}
}

func TestNewPolicy(t *testing.T) {
	fsys := fstest.MapFS{"content/terms/1.0/zh.md": file(text)}
	edits, err := source.NewPolicy(context.Background(), fsys, config.Default(), "cookies", "cookies", today)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range edits {
		names = append(names, e.File)
		fsys[e.Real] = &fstest.MapFile{Data: e.New}
	}
	if want := []string{"content/cookies/policy.toml", "content/cookies/1.0/zh.md", "content/cookies/1.0/en.md"}; !slices.Equal(names, want) {
		t.Errorf("%q", names)
	}
	for name, want := range map[string]string{"zh.md": "请在此说明", "en.md": "Say here"} {
		if words := string(fsys["content/cookies/1.0/"+name].Data); !strings.Contains(words, want) {
			t.Errorf("%s: %s", name, words)
		}
	}
	three := config.Default()
	three.Languages, three.LangTags["cn"], three.LangTags["zh-hant"] = []policy.Lang{"cn", "zh-hant"}, "zh-CN", "zh-Hant"
	edits, err = source.NewPolicy(context.Background(), fsys, three, "x", "other", today)
	if err != nil || len(edits) != 3 || !strings.Contains(string(edits[1].New), "请在此说明") || !strings.Contains(string(edits[2].New), "請在此說明") {
		t.Errorf("with other keys: %v, %q", err, edits)
	}
	p := load(t, fsys).Policy("cookies")
	if p == nil || p.Kind != "cookies" || len(p.Versions) != 1 || !p.Versions[0].Draft || p.Versions[0].Effective != today || len(p.Versions[0].Texts) != 2 {
		t.Errorf("%+v", p)
	}
	for _, tt := range []struct{ slug, kind, want, hint string }{
		{"terms", "other", "policy terms exists already; nothing was changed", "for another version of it: diptych new version terms VERSION --effective DATE"},
		{"../x", "other", "", ""},
		{"x", "others", "the kind of a policy is one of [privacy terms cookies children sdk-list disclaimer other], not \"others\"", ""},
	} {
		edits, err := source.NewPolicy(context.Background(), fsys, config.Default(), tt.slug, policy.Kind(tt.kind), today)
		refuses(t, edits, err, tt.want, tt.hint)
	}
}

// refuses checks an error and its hint; any error will do where want is "".
func refuses(t *testing.T, edits []source.Edit, err error, want, hint string) {
	t.Helper()
	if edits != nil || err == nil || want != "" && err.Error() != want {
		t.Errorf("%d edits, %v, want %s", len(edits), err, want)
	}
	got := ""
	if r, ok := err.(*source.Refusal); ok {
		got = r.Hint
	}
	if got != hint {
		t.Errorf("%v: hint %q, want %q", err, got, hint)
	}
}

var versioned = fstest.MapFS{
	"content/privacy/1.0/zh.md": file("+++\ntitle = \"旧\"\neffective = 2025-01-01\n+++\n\n旧文。\n"),
	"content/privacy/2.0/zh.md": file("+++\n# 标题\ntitle = \"隐\" # t\neffective =  2026-01-01 # 与公告一致\nannounced = 2025-12-01 # a\nchange = \"editorial\"\n" +
		"summary = \"\"\"\n第一版。\n# 不是注释\neffective = 1\n\"\"\"\n# 以下\n\n[[changes]]\nclause = \"a\" # c\nnote = \"x\"\n+++\neffective = 1\n\n## 一 {#a}\n\n见 ![图](img/a.svg)。\n"),
	"content/privacy/2.0/en.md":         file("+++\ntitle = \"P\"\ndraft = false\n[[attachments]]\nfile = \"img/a.svg\"\ntitle = \"Signed\"\n+++\n\n## 1. A {#a}\n"),
	"content/privacy/2.0/my notes.docx": file("not for others"),
	"content/privacy/2.0/img/a.svg":     file(`<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>`),
}

// TestNewVersionIgnores: what was accepted of the step to the old version goes, and
// what was accepted of its words stays.
func TestNewVersionIgnores(t *testing.T) {
	const ignored = "# a\n[[ignore]]\nrule = \"notice\" # n\nbecause = \"x\"\n# b\n[[ignore]]\nrule = \"numbering notice\"\nbecause = \"x\"\n" +
		"[[ignore]]\nrule = \"parity-change  undisclosed-change\"\nclause = \"c-1\"\nbecause = \"x\"\n[[ignore]]\nrule = \"parity-clause\"\nbecause = \"x\"\n" +
		"[[ignore]]\nrule = \"nope\"\nbecause = \"x\"\n[[ignore]]\nbecause = \"x\"\n[[ignore]]\nrule = \"anchor-lost\"\nbecause = \"x\"\n"
	const want = "# a\n# b\n[[ignore]]\nrule = \"numbering notice\"\nbecause = \"x\"\n[[ignore]]\nrule = \"parity-clause\"\nbecause = \"x\"\n[[ignore]]\nrule = \"nope\"\nbecause = \"x\"\n[[ignore]]\nbecause = \"x\"\n"
	for _, tt := range []struct{ head, want string }{{ignored, want}, {"", ""}} {
		fsys := fstest.MapFS{"content/p/1.0/zh.md": file("+++\ntitle = \"P\"\neffective = 2026-01-01\n" + tt.head + "+++\n\n# A\n")}
		edits, err := source.NewVersion(t.Context(), fsys, load(t, fsys), "p", "2.0", source.Dates{Effective: policy.Date{Year: 2027, Month: 1, Day: 1}})
		if err != nil || string(edits[0].New) != "+++\ntitle = \"P\"\neffective = 2027-01-01\ndraft = true\n"+tt.want+"+++\n\n# A\n" {
			t.Errorf("%v\n%s", err, listed(edits))
		}
	}
}

// TestNewVersion: the newest version is copied with its files as a draft, dates
// are set, and what was said of it is left out.
func TestNewVersion(t *testing.T) {
	d := source.Dates{Effective: policy.Date{Year: 2027, Month: 3, Day: 1}}
	const zh = "+++\n# 标题\ntitle = \"隐\" # t\neffective =  2027-03-01 # 与公告一致\n%sdraft = true\n# 以下\n\n+++\neffective = 1\n\n## 一 {#a}\n\n见 ![图](img/a.svg)。\n"
	const en = "+++\ntitle = \"P\"\neffective = 2027-03-01\n%sdraft = true\n+++\n\n## 1. A {#a}\n"
	const svg = "+content/privacy/3.0/img/a.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>\n"
	for _, tt := range []struct {
		announced policy.Date
		zh, en    string
	}{
		{policy.Date{}, "", ""},
		{policy.Date{Year: 2027, Month: 1, Day: 15}, "announced = 2027-01-15 # a\n", "announced = 2027-01-15\n"},
	} {
		d.Announced = tt.announced
		edits, err := source.NewVersion(t.Context(), versioned, load(t, versioned), "privacy", "3.0", d)
		if err != nil {
			t.Fatal(err)
		}
		want := "+content/privacy/3.0/zh.md\n" + fmt.Sprintf(zh, tt.zh) + "\n+content/privacy/3.0/en.md\n" + fmt.Sprintf(en, tt.en) + "\n" + svg
		if got := listed(edits); got != want {
			t.Errorf("announced %s:\n got %s\nwant %s", tt.announced, got, want)
		}
		made := maps.Clone(versioned)
		for _, e := range edits {
			made[e.Real] = &fstest.MapFile{Data: e.New}
		}
		site, _ := source.Load(t.Context(), made, config.Default(), source.Options{Drafts: true, Today: policy.Date{Year: 2026, Month: 6, Day: 1}})
		v := site.Policy("privacy").Version("3.0")
		if v == nil || !v.Draft || v.Effective != d.Effective || v.Editorial || !d.Announced.IsZero() && v.Announced != d.Announced {
			t.Errorf("the new version is %+v", v)
		}
	}
}

func TestNewVersionRefuses(t *testing.T) {
	site := load(t, versioned)
	day := policy.Date{Year: 2027, Month: 3, Day: 1}
	for _, tt := range []struct {
		fsys       fs.FS
		slug, name string
		day        policy.Date
		want, hint string
	}{
		{versioned, "terms", "1.0", day, "there is no policy terms", "diptych new policy terms begins one"},
		{versioned, "Privacy", "3.0", day, "there is no policy Privacy", "did you mean privacy?"},
		{versioned, "条款", "3.0", day, "there is no policy 条款", "policies: privacy"},
		{versioned, "privacy", "3.0", policy.Date{Year: 2026, Month: 1, Day: 1}, "version 2.0 takes effect on 2026-01-01 already", "two versions cannot begin on one day"},
		{versioned, "privacy", "1.0", day, "version 1.0 of policy privacy exists already; nothing was changed", ""},
		{versioned, "privacy", "../3", day, "", ""},
		{fstest.MapFS{}, "privacy", "3.0", day, "cannot read content/privacy/2.0/zh.md: file does not exist", ""},
		{fstest.MapFS{"content/privacy/2.0/zh.md": file("gone")}, "privacy", "3.0", day, "content/privacy/2.0/zh.md:1:1: error: front matter is missing [front-matter]", ""},
	} {
		edits, err := source.NewVersion(t.Context(), tt.fsys, site, tt.slug, tt.name, source.Dates{Effective: tt.day})
		refuses(t, edits, err, tt.want, tt.hint)
	}
}

// numbered gives the clauses of every text the ids x-0, x-1 and so on.
func numbered(p *policy.Policy) {
	for _, v := range p.Versions {
		for _, text := range v.Texts {
			for i, c := range text.Clauses {
				if c.Origin != policy.Explicit {
					c.ID = fmt.Sprint("x-", i)
				}
			}
		}
	}
}

// trial is a source.Trial of what assign gives; every text is taken but one that
// refuses speaks of.
type trial struct {
	ids     map[*policy.Clause]string
	refuses func(*policy.Text) bool
}

func tryAssigned(p *policy.Policy, assign func(*policy.Policy)) trial {
	out, was := trial{ids: map[*policy.Clause]string{}}, map[*policy.Clause]string{}
	each := func(do func(*policy.Clause)) {
		for _, v := range p.Versions {
			for _, text := range v.Texts {
				for _, c := range text.Clauses {
					do(c)
				}
			}
		}
	}
	each(func(c *policy.Clause) { was[c] = c.ID })
	assign(p)
	each(func(c *policy.Clause) { out.ids[c], c.ID = c.ID, was[c] })
	return out
}

func (x trial) Name(c *policy.Clause) (id string, also []string) { return x.ids[c], nil }

func (x trial) Write(old, new []*policy.Text) bool {
	if x.refuses != nil && slices.ContainsFunc(new, x.refuses) {
		return false
	}
	for i, text := range new {
		for k, c := range text.Clauses {
			x.ids[c] = x.ids[old[i].Clauses[k]]
		}
	}
	return true
}

func pin(t *testing.T, fsys fs.FS, want string, assign func(*policy.Policy)) (files []source.Pinned, problems string) {
	t.Helper()
	site := load(t, fsys)
	files, l := source.Pin(t.Context(), fsys, config.Default(), site, source.PinOptions{
		Policies: site.Policies, Assign: assign, Try: func(p *policy.Policy) source.Trial { return tryAssigned(p, assign) },
		Want: func(v *policy.Version) bool { return strings.HasPrefix(v.Name, want) },
	})
	return files, texts(l)
}

// TestPin: the ids that the clauses are given stand in the sources, in the
// versions that are wanted, and nothing else is another.
func TestPin(t *testing.T) {
	fsys := fstest.MapFS{
		"content/privacy/1.0/zh.md": file("\ufeff+++\ntitle = \"T\"\neffective = 2026-01-01\n+++\n\n# A {.k}\r\n\r\n# B {#b}\r\n# C  "),
		"content/privacy/2.0/zh.md": file("+++\ntitle = \"T\"\neffective = 2026-02-01\n+++\n# D\n"),
		"content/terms/1.0/en.md":   file("+++\ntitle = \"T\"\neffective = 2026-02-01\n+++\n# {#e} E\n# F {#f}\n"),
	}
	files, problems := pin(t, fsys, "1", numbered)
	var got strings.Builder
	for _, f := range files {
		fmt.Fprintf(&got, "%s %q", f.File, f.New[bytes.LastIndex(f.New, []byte("+++\n")):])
		for _, id := range f.IDs {
			fmt.Fprintf(&got, " %s:%d:%d", id.ID, id.Pos.Line, id.Pos.Col)
		}
		got.WriteString("\n")
		if f.Old == nil || f.Real != f.File || !bytes.Equal(f.Old, fsys[f.File].Data) {
			t.Errorf("%s: not an edit of what was read", f.File)
		}
	}
	want := `content/privacy/1.0/zh.md "+++\n\n# A {#x-0 .k}\r\n\r\n# B {#b}\r\n# C {#x-2}  " x-0:6:6 x-2:9:4` + "\n" +
		`content/terms/1.0/en.md "+++\n# {#e} E {#x-0}\n# F {#f}\n" x-0:5:9` + "\n"
	if problems != "" || got.String() != want {
		t.Errorf("%s\n got %s\nwant %s", problems, got.String(), want)
	}
}

// TestPinLeavesOut: an id with which a clause would be called something else is left
// out and told, and the others are written, of the same text and of others.
func TestPinLeavesOut(t *testing.T) {
	fsys := fstest.MapFS{"content/privacy/1.0/zh.md": file("+++\ntitle = \"T\"\neffective = 2026-01-01\n+++\n# A\n\n# B\n\n# C\n\n# D\n\n# E\n"),
		"content/privacy/2.0/zh.md": file("+++\ntitle = \"T\"\neffective = 2026-02-01\n+++\n# A\n")}
	refuses := func(text *policy.Text) bool {
		return slices.ContainsFunc(text.Clauses, func(c *policy.Clause) bool { return c.ID == "x-2" || c.ID == "x-3" })
	}
	site := load(t, fsys)
	files, l := source.Pin(t.Context(), fsys, config.Default(), site, source.PinOptions{
		Policies: site.Policies, Assign: numbered, Want: func(*policy.Version) bool { return true },
		Try: func(p *policy.Policy) source.Trial {
			x := tryAssigned(p, numbered)
			x.refuses = refuses
			return x
		},
	})
	if len(files) != 2 || !strings.HasSuffix(string(files[0].New), "# A {#x-0}\n\n# B {#x-1}\n\n# C\n\n# D\n\n# E {#x-4}\n") || !strings.HasSuffix(string(files[1].New), "# A {#x-0}\n") {
		t.Fatalf("%d files", len(files))
	}
	want := "content/privacy/1.0/zh.md:9:1: error: with the id of clause x-2 in its source a clause would be called something else [pin]\n" +
		"  hint: the clause keeps its id without one; leave it as it is\n"
	if got := texts(l); !strings.HasPrefix(got, want) || strings.Count(got, "error:") != 2 {
		t.Errorf("%s", got)
	}
}

// TestPinGroups: in a policy so large that pin would take long several texts are
// tried at a time, at most as many as share the work; where they may not all be
// written each is tried by itself, and what is written is the same.
func TestPinGroups(t *testing.T) {
	const versions = 100
	fsys := fstest.MapFS{}
	for i := range versions {
		fsys[fmt.Sprintf("content/privacy/%d/en.md", i)] = file(fmt.Sprintf("+++\ntitle = \"T\"\neffective = %s\n+++\n# A\n\n# B\n", policy.Date{Year: 2000, Month: 1, Day: 1}.AddDays(i)))
	}
	site := load(t, fsys)
	for _, tt := range []struct {
		refused, versions string // the text with an id that is refused, and the versions that are wanted
		tries, files      int
	}{
		{"", "", 34, versions},
		{"x-1", "57", 1 + 3, 1}, // as a group of one, then by itself: both ids, each alone
		{"x-1", "5", 3*(1+3*3) + 1 + 2*3, 11},
	} {
		var trials []int
		files, l := source.Pin(t.Context(), fsys, config.Default(), site, source.PinOptions{
			Policies: site.Policies, Assign: numbered, Want: func(v *policy.Version) bool { return strings.HasPrefix(v.Name, tt.versions) },
			Try: func(p *policy.Policy) source.Trial {
				x := tryAssigned(p, numbered)
				x.refuses = func(text *policy.Text) bool {
					return tt.refused != "" && slices.ContainsFunc(text.Clauses, func(c *policy.Clause) bool { return c.ID == tt.refused })
				}
				return counted{x, &trials}
			},
		})
		if len(trials) != tt.tries || len(files) != tt.files || tt.refused == "" && len(l) > 0 || tt.refused != "" && len(l) != len(files) {
			t.Errorf("%+v: %d tries %v, %d files, %d problems", tt, len(trials), trials, len(files), len(l))
		}
		for _, f := range files {
			if !bytes.Contains(f.New, []byte("# A {#x-0}\n")) || bytes.Contains(f.New, []byte("{#x-1}")) != (tt.refused == "") {
				t.Errorf("%s: %q", f.File, f.New)
			}
		}
	}
}

// counted is a trial that notes how many texts are tried at a time.
type counted struct {
	trial
	texts *[]int
}

func (c counted) Write(old, new []*policy.Text) bool {
	*c.texts = append(*c.texts, len(new))
	return c.trial.Write(old, new)
}

// TestPinKeepsIDs: a policy in which a clause would get another id once those of
// others are written is left as it is.
func TestPinKeepsIDs(t *testing.T) {
	fsys := fstest.MapFS{"content/privacy/1.0/zh.md": file("+++\ntitle = \"T\"\neffective = 2026-01-01\n+++\n# A\n"),
		"content/privacy/2.0/zh.md": file("+++\ntitle = \"T\"\neffective = 2026-02-01\n+++\n# A\n")}
	fickle := func(p *policy.Policy) {
		first := p.Versions[0].Texts[0].Clauses[0]
		if p.Versions[1].Texts[0].Clauses[0].ID = "other"; first.Origin == policy.Explicit {
			p.Versions[1].Texts[0].Clauses[0].ID = "another"
		}
		first.ID = "x"
	}
	files, problems := pin(t, fsys, "1", fickle)
	if want := "content/privacy/2.0/zh.md:5:1: error: clause other would get another id; the policy is left as it is [pin]\n  hint: write the id by hand: {#other}\n"; len(files) > 0 || problems != want {
		t.Errorf("%d files, %s", len(files), problems)
	}
	files, problems = pin(t, fsys, "1", func(p *policy.Policy) { numbered(p); p.Versions[0].Texts[0].Clauses[0].ID = "a b" })
	if len(files) > 0 || !strings.Contains(problems, "the text would read differently with the id of clause a b") {
		t.Errorf("%d files, %s", len(files), problems)
	}
}

// TestPinLost: a clause that is gone when the text is read again is none that
// keeps its id.
func TestPinLost(t *testing.T) {
	fsys := fstest.MapFS{"content/privacy/1.0/zh.md": file("+++\ntitle = \"T\"\neffective = 2026-01-01\n+++\n# A\n\n# B\n")}
	again := false
	files, problems := pin(t, fsys, "1", func(p *policy.Policy) {
		numbered(p)
		if text := p.Versions[0].Texts[0]; again {
			text.Clauses = text.Clauses[:1]
		}
		again = true
	})
	if want := "content/privacy/1.0/zh.md:7:1: error: clause x-1 would get another id; the policy is left as it is [pin]\n  hint: write the id by hand: {#x-1}\n"; len(files) > 0 || problems != want {
		t.Errorf("%d files, %s", len(files), problems)
	}
}

// TestPinOneEach: a file that a symbolic link leads to twice is written once,
// and not at all where its clauses have two ids.
func TestPinOneEach(t *testing.T) {
	one := "+++\ntitle = \"T\"\neffective = 2026-01-01\n+++\n# A\n"
	fsys := fstest.MapFS{"content/a/1.0/zh.md": file(one), "content/b/1.0/zh.md": {Data: []byte("../../a/1.0/zh.md"), Mode: fs.ModeSymlink}}
	files, problems := pin(t, fsys, "", numbered)
	if problems != "" || len(files) != 1 || files[0].File != "content/a/1.0/zh.md" {
		t.Errorf("%d files, %s", len(files), problems)
	}
	files, problems = pin(t, fsys, "", func(p *policy.Policy) { p.Versions[0].Texts[0].Clauses[0].ID = p.Slug })
	if want := "content/b/1.0/zh.md: error: the file is the same as content/a/1.0/zh.md, and its clauses have other ids there [pin]\n" +
		"  hint: put a copy of the file in the place of the symbolic link\n"; len(files) > 0 || problems != want {
		t.Errorf("%d files, %s", len(files), problems)
	}
}

// TestPinErrors: a policy with errors is left as it is, and its errors are told.
func TestPinErrors(t *testing.T) {
	fsys := fstest.MapFS{"content/a/1.0/zh.md": file("+++\ntitle = \"T\"\neffective = 2026-01-01\n+++\n# A {#a}\n# B {#a}\n# C\n")}
	fsys["content/a/2.0/zh.md"] = file("+++\ntitle = \"T\"\neffective = 2026-02-01\n+++\n# A\n")
	files, problems := pin(t, fsys, "2", numbered)
	if len(files) > 0 || !strings.HasPrefix(problems, "content/a/1.0/zh.md:6:1: error: id \"a\" is used twice") {
		t.Errorf("%d files, %s", len(files), problems)
	}
}
