package publish

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"diptych/internal/diag"
	"diptych/internal/policy"
	"diptych/internal/stage"
)

// canary is a word that stands in one field of something that is not public. It
// may be in the output from a day on, and must be; a word without a day never.
type canary struct {
	word string
	from string
}

// hidden is what a site holds beside what is public: a folder, and the day from
// which it is public; "" where it never is.
type hidden struct{ folder, from string }

// aviary is a site with a canary in every field.
type aviary struct {
	files    fstest.MapFS
	canaries []canary
	hidden   []hidden
	texts    map[string]bool // single files that are left out for ever
}

// word makes a canary for a field. It can stand in a title, a name, an id and an
// address.
func (a *aviary) word(field, from string) string {
	w := "zq" + field + "qz"
	if !slices.ContainsFunc(a.canaries, func(c canary) bool { return c.word == w }) {
		a.canaries = append(a.canaries, canary{w, from})
	}
	return w
}

func (a *aviary) file(name, text string) {
	a.files[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
}

// version writes a version with a canary in every field of its texts, its files
// and its name, and returns the name. what keeps its words apart from others.
func (a *aviary) version(slug, what, from, facts string) string {
	name := "9-" + a.word(what+"version", from)
	folder := "content/" + slug + "/" + name
	a.hidden = append(a.hidden, hidden{folder, from})
	image, form := a.word(what+"image", from), a.word(what+"form", from)
	a.file(folder+"/"+image+".svg", `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><title>`+a.word(what+"drawing", from)+`</title><rect width="8" height="8"/></svg>`)
	a.file(folder+"/"+form+".txt", "form "+a.word(what+"inside", from)+"\n")
	for _, lang := range []string{"zh", "en"} {
		w := func(field string) string { return a.word(what+lang+field, from) }
		id := a.word(what+"id", from)
		a.file(folder+"/"+lang+".md", "+++\ntitle = \""+w("title")+"\"\nsummary = \"So "+w("summary")+" it is.\"\n"+facts+
			"[[changes]]\nclause = \""+id+"\"\nnote = \"Since "+w("note")+"\"\n+++\n\n"+
			"Lead "+w("lead")+".\n\n## 1. "+w("head")+" {#"+id+"}\n\nWords **"+w("term")+"** means "+w("words")+"[^n] and [x](https://"+w("host")+".example/).\n\n"+
			"[^n]: Note "+w("footnote")+".\n\n1. item "+w("item")+"\n2. ![what "+w("alt")+"]("+image+".svg)\n\n[file]("+form+".txt)\n\n"+
			"| a | b |\n|---|---|\n| "+w("cell")+" | c |\n\n## 2. Kept {#kept}\n\nWe keep it for "+w("changed")+" days.\n\n"+
			"## 3. Alone {only=\""+lang+"\" reason=\""+w("because")+"\"}\n\nHere.\n")
	}
	return name
}

const (
	leakFrom      = "2026-03-10" // the announcement of what is held back
	leakOpen      = "2026-02-10" // the beginning of the consultation
	leakEnds      = "2026-05-01" // the end of a policy
	leakWithdrawn = "2026-06-01" // the withdrawal of what was held back
)

// newAviary makes the site. Words that no page shows yet have no canary.
func newAviary() *aviary {
	a := &aviary{files: fstest.MapFS{}, texts: map[string]bool{}}
	a.file("site.toml", "title.zh = \"题\"\ntitle.en = \"T\"\nbase_url = \"https://example.com/\"\n[check.rules]\nlink = \"warn\"\n")
	public := func(slug, name, facts, more string) {
		for _, lang := range []string{"zh", "en"} {
			a.file("content/"+slug+"/"+name+"/"+lang+".md", "+++\ntitle = \"Policy "+slug+" "+lang+"\"\n"+facts+"+++\n\nLead.\n\n## 1. First\n\nWords.\n\n## 2. Kept {#kept}\n\nWe keep it for 30 days.\n\n"+more)
		}
	}
	a.version("privacy", "held", leakFrom, "announced = "+leakFrom+"\neffective = 2026-04-01\n")
	a.version("privacy", "default", leakFrom, "effective = "+leakFrom+"\n")
	a.version("privacy", "draft", "", "draft = true\neffective = 2026-02-01\n")
	a.version("privacy", "dateless", "", "draft = true\n")
	a.version("privacy", "open", leakOpen, "consultation = { from = "+leakOpen+", to = 2026-02-20, contact = \""+a.word("opencontact", leakOpen)+"@example.com\" }\n")
	a.version("privacy", "asked", "", "draft = true\nconsultation = { from = 2026-01-05, to = 2026-02-20, contact = \""+a.word("askedcontact", "")+"@example.com\" }\n")
	a.version("privacy", "back", leakFrom, "announced = "+leakFrom+"\neffective = 2026-04-05\nwithdrawn = "+leakWithdrawn+
		"\nreason = { zh = \""+a.word("backzhreason", leakFrom)+"\", en = \""+a.word("backenreason", leakFrom)+"\" }\n")
	held := "privacy/9-" + a.word("heldversion", leakFrom)
	slug := a.word("slug", leakFrom)
	a.version(slug, "whole", leakFrom, "announced = "+leakFrom+"\neffective = 2026-04-01\n")
	a.file("content/"+slug+"/policy.toml", "kind = \"terms\"\naliases = [\"old/"+a.word("alias", leakFrom)+".html\"]\n")
	gone := a.word("goneslug", "")
	a.version(gone, "gone", "", "draft = true\neffective = 2026-02-01\n")
	a.file("content/"+gone+"/policy.toml", "aliases = [\"old/"+a.word("gonealias", "")+".html\"]\n")
	links := "See [a](" + held + "), [b](" + held + "#" + a.word("heldid", leakFrom) + "), [c](" + slug + "), [d](" + gone + ") and ![e](../9-" +
		a.word("heldversion", leakFrom) + "/" + a.word("heldimage", leakFrom) + ".svg).\n"
	public("privacy", "1.0", "effective = 2026-01-01\n", "Here.\n")
	public("privacy", "1.1", "effective = 2026-01-10\n", links)
	for name, clause := range map[string]string{"1.0": "kept", "1.1": a.word("heldid", leakFrom)} { // a redline tells where the link led
		public("linker", name, "effective = 2026-01-1"+name[2:]+"\n", "See [a](privacy#"+clause+"), [b](privacy/1.0#"+clause+") and\n\n| [c](privacy#"+clause+") |\n|---|\n")
	}
	public("terms", "1.0", "effective = 2026-01-01\n", "[here](privacy#kept)\n")
	a.file("content/privacy/policy.toml", "related = [\"terms\", \""+slug+"\", \""+gone+"\"]\n")
	a.file("content/terms/policy.toml", "part_of = \""+slug+"\"\nends = "+leakEnds+"\nsucceeded_by = \""+slug+"\"\n")
	a.half()
	a.erased()
	return a
}

// half is a version of which one text waits: it is left out as if missing.
func (a *aviary) half() {
	a.file("content/half/1.0/zh.md", "+++\ntitle = \"半\"\neffective = 2026-01-01\n+++\n\n正文。\n\n## 一、保存 {#kept}\n\n三十日。\n")
	const name = "content/half/1.0/en.md"
	a.texts[name] = true
	a.file(name, "+++\ntitle = \""+a.word("halftitle", "")+"\"\ndraft = \"text\"\nsummary = \""+a.word("halfsummary", "")+"\"\n[[changes]]\nclause = \"kept\"\nnote = \""+
		a.word("halfnote", "")+"\"\n+++\n\nWords "+a.word("halfwords", "")+".\n\n## 1. "+a.word("halfhead", "")+" {#"+a.word("halfid", "")+"}\n\nThirty.\n")
}

// erased is a version whose words a court has forbidden, between two others.
func (a *aviary) erased() {
	text := func(words string) string {
		return "\nLead.\n\n## 1. First " + words + "\n\nThe words " + words + ".\n\n## 2. Kept {#kept}\n\nDays.\n"
	}
	a.file("content/court/1.0/zh.md", "+++\ntitle = \"甲\"\neffective = 2026-01-01\n+++\n"+text("old"))
	a.file("content/court/2.0/zh.md", "+++\ntitle = \"乙\"\neffective = 2026-01-05\nwithdrawn = 2026-01-20\nerased = true\nreason = { zh = \"判决\", en = \"Judgment\" }\nsummary = \""+
		a.word("erasedsummary", "")+"\"\n[[changes]]\nclause = \"kept\"\nnote = \""+a.word("erasednote", "")+"\"\n+++\n"+text(a.word("erasedwords", "")))
	a.file("content/court/2.0/"+a.word("erasedfile", "")+".txt", a.word("erasedinside", "")+"\n")
	a.file("content/court/3.0/zh.md", "+++\ntitle = \"丙\"\neffective = 2026-01-30\n+++\n"+text("new"))
}

// days are those before, on and after each date.
func leakDays(t *testing.T) []policy.Date {
	var out []policy.Date
	for _, s := range []string{"2026-01-21", leakOpen, leakFrom, "2026-04-01", leakEnds} {
		d := date(t, s)
		out = append(out, d.AddDays(-1), d, d.AddDays(1))
	}
	if testing.Short() {
		return []policy.Date{out[3], out[4], out[6], out[7], out[13]}
	}
	return append(out, date(t, "2026-02-21"), date(t, "2030-01-01"))
}

// TestNothingLeaks builds a site with a word in every field of what is not
// public, on each day before, on and after its dates, and looks for the words in
// the names and bytes of all outputs. From their day on they must be there.
func TestNothingLeaks(t *testing.T) {
	t.Parallel()
	a := newAviary()
	for _, today := range leakDays(t) {
		t.Run(today.String(), func(t *testing.T) {
			t.Parallel()
			b := tryBuild(t, a.files, func(o *Options) { o.Today = today })
			noErrors(t, b.problems)
			a.listen(t, b.files, today)
		})
	}
}

// listen looks for the canaries in a site of a day.
func (a *aviary) listen(t *testing.T, files map[string][]byte, today policy.Date) {
	t.Helper()
	all := make(map[string]string) // canary -> where it was found
	for name, data := range files {
		data = bytes.ToLower(append([]byte(name+"\n"), data...))
		if !bytes.Contains(data, []byte("zq")) {
			continue
		}
		for _, c := range a.canaries {
			if bytes.Contains(data, []byte(c.word)) {
				all[c.word] = name
			}
		}
	}
	for _, c := range a.canaries {
		public := c.from != "" && !date(t, c.from).After(today)
		switch where, found := all[c.word]; {
		case found && !public:
			t.Errorf("%s is in %s, and public only from %q on", c.word, where, c.from)
		case !found && public:
			t.Errorf("%s is public and nowhere: the test shows nothing", c.word)
		}
	}
}

func noErrors(t *testing.T, l diag.List) {
	t.Helper()
	if l.HasErrors() {
		t.Fatalf("the site has problems:\n%s", printed(l))
	}
}

// TestDraftsAreFound: the words that never leak are those of the output once
// drafts are wanted, so that the test before can fail.
func TestDraftsAreFound(t *testing.T) {
	t.Parallel()
	a := newAviary()
	b := tryBuild(t, a.files, func(o *Options) { o.Today, o.Drafts = date(t, "2026-02-01"), true })
	noErrors(t, b.problems)
	for i := range a.canaries {
		if c := &a.canaries[i]; !strings.Contains(c.word, "erased") && !strings.Contains(c.word, "contact") { // a preview asks for no comments
			c.from = "2026-01-01"
		}
	}
	a.listen(t, b.files, date(t, "2026-02-01"))
}

// TestHiddenSourcesChangeNothing is the law that nothing leaks at its strongest:
// the site is byte for byte that of sources that never held what is hidden.
func TestHiddenSourcesChangeNothing(t *testing.T) {
	t.Parallel()
	a := newAviary()
	for _, today := range leakDays(t) {
		t.Run(today.String(), func(t *testing.T) {
			t.Parallel()
			build := func(files fs.FS) map[string][]byte {
				b := tryBuild(t, files, func(o *Options) { o.Today = today })
				noErrors(t, b.problems)
				return b.files
			}
			sameFiles(t, build(a.files), build(a.without(today)))
		})
	}
}

// without is the site without what is not public on the day: folders of
// versions, texts that are left out, and the keys that name hidden policies.
func (a *aviary) without(today policy.Date) fstest.MapFS {
	out := maps.Clone(a.files)
	left := make(map[string]bool)
	for _, h := range a.hidden {
		if d, err := policy.ParseDate(h.from); err != nil || d.After(today) {
			maps.DeleteFunc(out, func(name string, _ *fstest.MapFile) bool { return strings.HasPrefix(name, h.folder+"/") })
		}
	}
	maps.DeleteFunc(out, func(name string, _ *fstest.MapFile) bool { return a.texts[name] })
	for name := range out {
		if strings.HasSuffix(name, ".md") {
			left[strings.Split(name, "/")[1]] = true
		}
	}
	for name, f := range out {
		slug, _ := strings.CutPrefix(filepath.ToSlash(name), "content/")
		slug, ok := strings.CutSuffix(slug, "/policy.toml")
		if !ok {
			continue
		}
		if !left[slug] {
			delete(out, name)
			continue
		}
		var kept []string
		for line := range strings.Lines(string(f.Data)) {
			if !left["zqslugqz"] && strings.Contains(line, "= \"zqslugqz\"") {
				continue
			}
			if !left["zqslugqz"] {
				line = strings.ReplaceAll(line, ", \"zqslugqz\"", "")
			}
			kept = append(kept, strings.ReplaceAll(line, ", \"zqgoneslugqz\"", ""))
		}
		out[name] = &fstest.MapFile{Data: []byte(strings.Join(kept, "")), Mode: 0o644}
	}
	return out
}

// sameFiles fails where two sites are not the same, byte for byte.
func sameFiles(t *testing.T, got, want map[string][]byte) {
	t.Helper()
	n := 0
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if data, ok := want[name]; !ok {
			t.Errorf("%s is written because of what is hidden", name)
		} else if !bytes.Equal(data, got[name]) {
			t.Errorf("%s differs because of what is hidden: %s", name, partedAt(got[name], data))
		} else {
			continue
		}
		if n++; n > 5 {
			return
		}
	}
	for name := range want {
		if _, ok := got[name]; !ok {
			t.Errorf("%s is not written because of what is hidden", name)
		}
	}
}

func partedAt(a, b []byte) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	cut := func(s []byte) []byte { return s[max(0, i-60):min(len(s), i+60)] }
	return fmt.Sprintf("%q, not %q", cut(a), cut(b))
}

// TestFolderLeaksNothing looks into the folder that a build writes, with what it
// keeps there for itself.
func TestFolderLeaksNothing(t *testing.T) {
	t.Parallel()
	a, today := newAviary(), date(t, leakFrom).AddDays(-1)
	dir := filepath.Join(t.TempDir(), "public")
	out, err := stage.Open(t.Context(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	opt := Options{}
	opt.Source, opt.Today, opt.Before = a.files, today, looks().plain
	b, err := runTo(opt, out)
	if err != nil {
		t.Fatal(err)
	}
	noErrors(t, b.problems)
	if _, err := out.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	files := make(map[string][]byte)
	err = filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			files[name], err = os.ReadFile(name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	a.listen(t, files, today)
}
