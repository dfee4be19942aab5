package source_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"diptych/internal/config"
	"diptych/internal/disk"
	"diptych/internal/policy"
	"diptych/internal/source"
)

var (
	soon  = policy.Date{Year: 2027, Month: 1, Day: 15}
	then  = policy.Date{Year: 2027, Month: 3, Day: 1}
	dates = regexp.MustCompile(`\d{4}-\d\d-\d\d`)
	heads = regexp.MustCompile(`^ *["']?(draft|announced|effective|withdrawn|reason|ends|succeeded_by)["']? *=`)
)

// loadOn reads a site without a problem, as on a day.
func loadOn(t rapid.TB, fsys fs.FS, day policy.Date) *policy.Site {
	t.Helper()
	site, l := source.Load(context.Background(), fsys, config.Default(), source.Options{Drafts: true, Today: day})
	if l.HasErrors() {
		t.Fatal(texts(l))
	}
	return site
}

// drawn is front matter with everything that people write around its keys.
func drawn(t *rapid.T, keys ...string) string {
	one := func(forms ...string) string { return rapid.SampledFrom(forms).Draw(t, "form") }
	lines := []string{one(`title = "T"`, `"title"='T' # t`)}
	lines = append(lines, keys...)
	for range rapid.IntRange(0, 3).Draw(t, "more") {
		lines = append(lines, one("# announced = 2026-01-01", "", "  ", "#"))
	}
	lines = append(lines, one("", "summary = \"\"\"\n draft is over\n\"\"\" # s", "change = \"editorial\""))
	lines = rapid.Permutation(lines).Draw(t, "order")
	for range rapid.IntRange(0, 2).Draw(t, "tables") {
		lines = append(lines, "", "[[changes]] # c", "clause = \"a\"", "note = 'draft = true'")
	}
	return strings.Join(lines, "\n") + "\n"
}

// text puts front matter into a file.
func drawnText(t *rapid.T, head string) string {
	body := rapid.SampledFrom([]string{"", "\n一。", "\n一。\n", "draft = true\nannounced = 2026-01-01\n"}).Draw(t, "body")
	out := "+++\n" + head + "+++\n" + body
	if rapid.Bool().Draw(t, "CR LF") {
		out = strings.ReplaceAll(out, "\n", "\r\n")
	}
	if rapid.Bool().Draw(t, "BOM") {
		out = "\ufeff" + out
	}
	return out
}

// beside is a file without the lines of the head that a command may change: those
// of its keys. The words around a date that was there stay.
func beside(src string, keys ...string) string {
	var out strings.Builder
	src, bom := strings.CutPrefix(src, "\ufeff")
	if bom {
		out.WriteString("\ufeff")
	}
	head := true
	for i, line := range strings.SplitAfter(src, "\n") {
		m := heads.FindStringSubmatch(line)
		switch {
		case head && m != nil && strings.Contains(" "+strings.Join(keys, " ")+" ", " "+m[1]+" "):
			continue
		case head && m != nil:
			line = dates.ReplaceAllString(line, "DATE")
		}
		head = head && (i == 0 || !strings.HasPrefix(line, "+++") && !strings.HasPrefix(line, "[["))
		out.WriteString(line)
	}
	return out.String()
}

// TestStateEditsLaw: a command changes what it says and not a byte else, whatever
// stands around it, and what it has written is read as it was meant.
func TestStateEditsLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one := func(forms ...string) string { return rapid.SampledFrom(forms).Draw(t, "key") }
		draft := one("draft = true", " draft=true # gone", `"draft" = true`, "'draft'  =  true")
		effective := one("effective = 2027-02-01", `"effective"=2027-02-01 # e`)
		announced := one("", "announced = 2027-01-20", " announced  =2027-01-20 # a")
		zh := drawnText(t, drawn(t, draft, effective, announced))
		en := drawnText(t, drawn(t, one("", draft), one("", effective), one("", announced)))
		fsys := fstest.MapFS{"content/p/1.0/zh.md": file(zh), "content/p/1.0/en.md": file(en)}
		_, edits, err := source.Announce(context.Background(), fsys, loadOn(t, fsys, today), "p", "1.0", source.Announcement{On: soon, Effective: then})
		if err != nil {
			t.Fatalf("%v\n%s\n%s", err, zh, en)
		}
		before := map[string]string{"content/p/1.0/zh.md": zh, "content/p/1.0/en.md": en}
		public := apply(t, fsys, edits, func(e source.Edit) {
			gone := []string{"draft"}
			for _, key := range []string{"announced", "effective"} {
				if src := before[e.File]; beside(src) == beside(src, key) {
					gone = append(gone, key) // the edit makes the line
				}
			}
			if a, b := beside(before[e.File], gone...), beside(string(e.New), gone...); a != b {
				t.Fatalf("%s\n%q\nbecomes\n%q", e.File, a, b)
			}
		})
		v := loadOn(t, public, soon).Policy("p").Version("1.0")
		if v.Draft || v.Announced != soon || v.Effective != then || len(v.Texts) != 2 {
			t.Fatalf("%+v", v)
		}

		site := loadOn(t, public, soon)
		reason := map[policy.Lang]string{"zh": "一“\"\\\n二", "en": rapid.StringMatching(`[ -~\n一-三]{0,20}x`).Draw(t, "reason")}
		edits, err = source.Withdraw(context.Background(), public, site, "p", "1.0", source.Withdrawal{On: soon, Reason: reason})
		if err != nil || len(edits) != 2 {
			t.Fatalf("%v, %d edits", err, len(edits))
		}
		gone := apply(t, public, edits, func(e source.Edit) {
			if a, b := string(public[e.File].Data), beside(string(e.New), "withdrawn", "reason"); beside(a) != b {
				t.Fatalf("%s\n%q\nbecomes\n%q", e.File, beside(a), b)
			}
		})
		v = loadOn(t, gone, soon).Policy("p").Version("1.0")
		if v.Withdrawn != soon || v.Reason["zh"] != reason["zh"] || v.Reason["en"] != strings.TrimSpace(reason["en"]) {
			t.Fatalf("%+v", v)
		}
	})
}

// apply returns the files with the edits, each of which check has looked at.
func apply(t *rapid.T, fsys fstest.MapFS, edits []source.Edit, check func(source.Edit)) fstest.MapFS {
	out := maps.Clone(fsys)
	for _, e := range edits {
		if string(e.Old) != string(fsys[e.Real].Data) {
			t.Fatalf("%s: the edit begins with %q", e.File, e.Old)
		}
		check(e)
		out[e.Real] = &fstest.MapFile{Data: e.New}
	}
	return out
}

// TestEndLaw: the end of a policy stands above the first table of its
// policy.toml, and not a byte else becomes another.
func TestEndLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := []string{"# p", "", "kind = \"terms\" # k", "order=1", "aliases = [\n  \"a\", # ends = 2020-01-01\n]"}
		lines = rapid.Permutation(lines).Draw(t, "order")
		lines = lines[:rapid.IntRange(0, len(lines)).Draw(t, "lines")]
		if rapid.Bool().Draw(t, "table") {
			lines = append(lines, " [notice] # n", "substantive = 30", "")
		}
		src := strings.Join(lines, "\n")
		if rapid.Bool().Draw(t, "end of line") && src != "" {
			src += "\n"
		}
		if rapid.Bool().Draw(t, "CR LF") {
			src = strings.ReplaceAll(src, "\n", "\r\n")
		}
		if rapid.Bool().Draw(t, "BOM") {
			src = "\ufeff" + src
		}
		fsys := fstest.MapFS{
			"content/p/policy.toml": file(src),
			"content/p/1.0/zh.md":   file("+++\ntitle = \"P\"\neffective = 2026-01-01\n+++\n"),
			"content/q/1.0/zh.md":   file("+++\ntitle = \"Q\"\neffective = 2026-01-01\n+++\n"),
		}
		edits, err := source.EndPolicy(context.Background(), fsys, loadOn(t, fsys, today), "p", source.End{On: then, SucceededBy: "q"})
		if err != nil || len(edits) != 1 {
			t.Fatalf("%v, %d edits", err, len(edits))
		}
		got := string(edits[0].New)
		if strings.TrimRight(beside(got, "ends", "succeeded_by"), "\r\n") != strings.TrimRight(beside(src), "\r\n") {
			t.Fatalf("%q\nbecomes\n%q", src, got)
		}
		p, l := config.ParsePolicy("policy.toml", edits[0].New)
		if len(l) > 0 || p.Ends.V != then || p.SucceededBy.V != "q" || strings.Contains(src, "notice") && p.Notice.Substantive != 30 {
			t.Fatalf("%q: %v %+v", got, l, p)
		}
	})
}

// TestStateEditsRefuse: what a shell can pass and no page shows is refused.
func TestStateEditsRefuse(t *testing.T) {
	fsys := fstest.MapFS{"content/p/1.0/zh.md": file("+++\ntitle = \"P\"\neffective = 2026-01-01\n+++\n")}
	for _, words := range []string{"a\x1bb", "\xff", "a\x00", "a\rb", "a\u0085b", "a\ufffeb", "a\U000e0041", "a\u202eb", "x\na\u200bb"} {
		w := source.Withdrawal{On: soon, Reason: map[policy.Lang]string{"zh": "x", "en": words}}
		edits, err := source.Withdraw(context.Background(), fsys, load(t, fsys), "p", "1.0", w)
		refuses(t, edits, err, "the reason in en holds characters that no eye sees", "type it without them")
	}
	fsys["content/p/1.0/en.md"] = file("+++\ntitle = \"P\"\n[reason]\nzh = \"x\"\n+++\n")
	site, _ := source.Load(context.Background(), fsys, config.Default(), source.Options{Drafts: true, Today: today})
	if edits, err := source.Withdraw(context.Background(), fsys, site, "p", "1.0", source.Withdrawal{On: soon, Reason: map[policy.Lang]string{"zh": "x", "en": "y"}}); err == nil || edits != nil {
		t.Error("a table of that name is overwritten")
	}
}

// TestEdited: a site with its edits is read as if they were written.
func TestEdited(t *testing.T) {
	fsys := fstest.MapFS{
		"content/p/1.0/zh.md": file("+++\ntitle = \"P\"\neffective = 2026-01-01\n+++\n"),
		"content/p/1.0/en.md": file("+++\ntitle = \"P\"\n+++\n"),
	}
	edited := source.Edited(fsys, []source.Edit{
		{File: "content/p/1.0/en.md", Real: "content/p/1.0/en.md", New: []byte("+++\ntitle = \"New\"\n+++\n")},
		{File: "content/p/policy.toml", Real: "content/p/policy.toml", New: []byte("kind = \"terms\"\n")},
	})
	var names []string
	for _, dir := range []string{"content/p", "content/p/1.0"} {
		entries, err := fs.ReadDir(edited, dir)
		for _, e := range entries {
			info, failed := e.Info()
			data, bad := fs.ReadFile(edited, dir+"/"+e.Name())
			if !e.IsDir() && (failed != nil || bad != nil || info.Size() != int64(len(data))) {
				t.Errorf("%s: %v, %v", e.Name(), failed, bad)
			}
			names = append(names, e.Name())
		}
		if err != nil {
			t.Error(err)
		}
	}
	if want := "1.0 policy.toml en.md zh.md"; strings.Join(names, " ") != want {
		t.Errorf("%v", names)
	}
	s, l := source.Load(context.Background(), edited, config.Default(), source.Options{Today: today})
	if p := s.Policy("p"); len(l) > 0 || p.Kind != "terms" || p.Versions[0].Text("en").Title != "New" || fmt.Sprint(p.Pos) != "content/p/policy.toml" {
		t.Errorf("%v, %+v", l, s.Policies)
	}
}

// TestEditedSize: a file too large to be read whole is so with edits, too.
func TestEditedSize(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "site.toml")
	if err := errors.Join(os.WriteFile(name, nil, 0o644), os.Truncate(name, 1<<40)); err != nil {
		t.Skip(err)
	}
	if _, err := fs.ReadFile(source.Edited(disk.At(dir), nil), "site.toml"); !errors.Is(err, disk.ErrSize) {
		t.Error(err)
	}
}

// TestWaitingAndWithdrawn: a text that waits by itself goes on to wait, and a
// version that never came into force stands in nobody's way.
func TestWaitingAndWithdrawn(t *testing.T) {
	const gone = "+++\ntitle = \"二\"\neffective = 2030-01-01\nannounced = 2026-01-01\nwithdrawn = 2026-02-01\nreason = { zh = \"x\", en = \"y\" }\n+++\n\n二。\n"
	fsys := fstest.MapFS{
		"content/p/1.0/zh.md": file("+++\ntitle = \"一\"\neffective = 2026-01-01\n+++\n\n一。\n"),
		"content/p/1.0/en.md": file("+++\ntitle = \"P\"\ndraft = \"text\"\n+++\n"),
		"content/p/2.0/zh.md": file(gone),
	}
	site := loadOn(t, fsys, soon)
	reason := map[policy.Lang]string{"zh": "x", "en": "y"}
	edits, err := source.Withdraw(t.Context(), fsys, site, "p", "1.0", source.Withdrawal{On: soon, Reason: reason})
	if err != nil || len(edits) != 1 {
		t.Errorf("a text that waits is withdrawn: %v, %d edits", err, len(edits))
	}
	if _, err := source.EndPolicy(t.Context(), fsys, site, "p", source.End{On: then}); err != nil {
		t.Errorf("the end waits for what never comes: %v", err)
	}
	edits, err = source.NewVersion(t.Context(), fsys, site, "p", "3.0", source.Dates{Effective: then})
	if err != nil || len(edits) != 2 || !strings.Contains(string(edits[0].New), "一。") || !strings.Contains(string(edits[1].New), "draft = \"text\"") {
		t.Errorf("%v, %q", err, edits)
	}
}
