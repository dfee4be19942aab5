package check

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/BurntSushi/toml"
	"golang.org/x/tools/txtar"

	"diptych/i18n"
	"diptych/internal/config"
	"diptych/internal/diag"
	"diptych/internal/identity"
	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/internal/source"
)

// archive is a site with what the rules report of it: testdata/RULE_CASE.txtar
// for one rule, testdata/all_CASE.txtar for all of them. Beside the files of
// the site it holds
//
//	want/en   the problems, as check prints them; nothing where it is missing
//	want/zh   … with --lang zh
//
// The comment says what it shows; a line "as-of DATE" in it sets the day.
// UPDATE=1 writes both files anew: read what it wrote.
type archive struct {
	file string
	rule diag.Rule // 0 for all
	*txtar.Archive
}

func readArchives(t *testing.T) []archive {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var out []archive
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name, _, _ := strings.Cut(filepath.Base(file), "_")
		rule, known := diag.RuleOf(name)
		if !known && name != "all" {
			t.Errorf("%s: an archive is called RULE_CASE.txtar, or all_CASE.txtar, and there is no rule %q", file, name)
		}
		out = append(out, archive{file, rule, ar})
	}
	return out
}

// judged is a site that was read.
type judged struct {
	cfg      *config.Site
	site     *policy.Site
	words    *locale.Catalog
	policies []subject
	links    []Link
	anchors  map[string][]string
}

func anchorsKey(slug, version string, lang policy.Lang) string {
	return slug + "/" + version + "/" + string(lang)
}

// read reads the site of the archive.
func (a archive) read(t *testing.T) judged {
	t.Helper()
	fsys, today := fstest.MapFS{}, policy.Date{Year: 2026, Month: 11, Day: 21}
	for _, f := range a.Files {
		if !strings.HasPrefix(f.Name, "want/") {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
		}
	}
	for line := range strings.Lines(string(a.Comment)) {
		if day, ok := strings.CutPrefix(strings.TrimSpace(line), "as-of "); ok {
			var err error
			if today, err = policy.ParseDate(day); err != nil {
				t.Fatal(err)
			}
		}
	}
	cfg, own := config.Load(fsys)
	site, more := source.Load(t.Context(), fsys, cfg, source.Options{Today: today})
	own = append(own, more...)
	words, more := locale.Load(i18n.FS, fsys, cfg.LangTags, cfg.Languages)
	own = append(own, more...)
	j := judged{cfg: cfg, site: site, words: words, anchors: map[string][]string{}}
	for _, p := range site.Policies {
		full, more := source.Parse(t.Context(), fsys, cfg, site, p)
		alignments := identity.Assign(t.Context(), full)
		own = append(own, more...)
		own = append(own, source.Resolve(t.Context(), fsys, cfg, site, full)...)
		for _, v := range full.Versions {
			for _, x := range v.Texts {
				j.anchors[anchorsKey(p.Slug, v.Name, x.Lang)] = slices.Sorted(slices.Values(x.Anchors()))
			}
		}
		j.policies = append(j.policies, subject{context.Background(), cfg, site, full, alignments})
		j.links = append(j.links, ClauseLinks(site, full)...)
	}
	if len(own) > 0 {
		t.Fatalf("%s: its sources cannot be judged:\n%s", a.file, printed(own))
	}
	return j
}

// judge applies the rules that cfg sets, and returns what one of them reports, or
// all where rule is 0.
func (j judged) judge(cfg *config.Site, rule diag.Rule) diag.List {
	out := Site(cfg, j.words)
	for _, s := range j.policies {
		said, _ := Policy(context.Background(), cfg, j.site, s.policy, s.alignments)
		out = append(out, said...)
	}
	out = append(out, Links(cfg, j.site, j.links, func(slug, version string, lang policy.Lang) []string {
		return j.anchors[anchorsKey(slug, version, lang)]
	})...)
	out = slices.DeleteFunc(out, func(p diag.Problem) bool { return rule != 0 && p.Rule != rule })
	out.Sort()
	return out
}

func printed(l diag.List) string {
	var b strings.Builder
	if err := l.Text(&b, diag.Style{}); err != nil {
		return err.Error()
	}
	return b.String()
}

// TestArchives holds the rules to the archives, and the archives to the rules:
// every rule has one, and every message of every rule is in one.
func TestArchives(t *testing.T) {
	seen := map[diag.Rule]map[int]bool{}
	for _, r := range rules {
		seen[r.id] = map[int]bool{}
	}
	archived := map[diag.Rule]bool{}
	for _, a := range readArchives(t) {
		archived[a.rule] = true
		t.Run(strings.TrimSuffix(filepath.Base(a.file), ".txtar"), func(t *testing.T) {
			j := a.read(t)
			problems := j.judge(j.cfg, a.rule)
			for _, p := range problems {
				if a.rule != 0 {
					seen[p.Rule][p.Message.N] = true
				}
			}
			for _, lang := range locale.ToolLangs() {
				a.compare(t, "want/"+string(lang), printed(locale.ToolIn(lang).Translate(problems)))
			}
		})
	}
	for _, r := range rules {
		if !archived[r.id] {
			t.Errorf("rule %s has no archive: write a site that breaks it as internal/check/testdata/%s_CASE.txtar", r.id, r.id)
			continue
		}
		for _, n := range messages(t, r.id) {
			if !seen[r.id][n] && (r.id.Settable() || n == 1) { // the rest of rule id is seen in package markup
				t.Errorf("rule %s: no archive testdata/%s_*.txtar shows its message rule.%s.%d", r.id, r.id, r.id, n)
			}
		}
	}
}

// compare holds what was printed to a file of the archive.
func (a archive) compare(t *testing.T, name, got string) {
	t.Helper()
	i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == name })
	if i < 0 {
		i = len(a.Files)
		a.Files = append(a.Files, txtar.File{Name: name})
	}
	want := string(a.Files[i].Data)
	if got == want {
		return
	}
	if os.Getenv("UPDATE") != "" {
		a.Files[i].Data = []byte(got)
		if err := os.WriteFile(a.file, txtar.Format(a.Archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Errorf("%s: %s is\n%swant\n%s", a.file, name, got, want)
}

// toolStrings are the English strings of the tool.
var toolStrings = sync.OnceValues(func() (strs struct{ Rule map[string]map[string]any }, err error) {
	data, err := i18n.Tool.ReadFile("tool/en.toml")
	if err == nil {
		err = toml.Unmarshal(data, &strs)
	}
	return strs, err
})

// messages lists the numbers of a rule's messages in the English strings.
func messages(t *testing.T, r diag.Rule) []int {
	t.Helper()
	strs, err := toolStrings()
	if err != nil {
		t.Fatal(err)
	}
	var out []int
	for _, key := range slices.Sorted(maps.Keys(strs.Rule[r.String()])) {
		var n int
		if _, err := fmt.Sscanf(key, "%d", &n); err == nil {
			out = append(out, n)
		}
	}
	return out
}

// TestLevels: a rule obeys [check.rules], whatever it finds. A warning by nature
// stays one where the rule is an error.
func TestLevels(t *testing.T) {
	for _, a := range readArchives(t) {
		if a.rule == 0 {
			continue
		}
		j := a.read(t)
		at := func(level diag.Level) diag.List {
			cfg := *j.cfg
			cfg.Rules = map[diag.Rule]diag.Level{a.rule: level}
			return j.judge(&cfg, a.rule)
		}
		if l := at(diag.LevelOff); len(l) > 0 {
			t.Errorf("%s: the rule is off, and reports\n%s", a.file, printed(l))
		}
		warned, failed := at(diag.LevelWarn), at(diag.LevelError)
		if errs, _ := warned.Count(); errs > 0 {
			t.Errorf("%s: the rule is set to warn, and reports errors:\n%s", a.file, printed(warned))
		}
		if printed(warned.Strict()) != printed(failed.Strict()) {
			t.Errorf("%s: set to error the rule reports\n%sset to warn\n%s", a.file, printed(failed), printed(warned))
		}
		if errs, warnings := failed.Count(); errs == 0 && warnings > 0 && a.rule != diag.Link && a.rule != diag.ID && a.rule != diag.Markup {
			t.Errorf("%s: the rule is set to error, and reports warnings:\n%s", a.file, printed(failed))
		}
	}
}
