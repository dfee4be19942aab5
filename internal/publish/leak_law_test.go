package publish

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"diptych/internal/policy"
	"diptych/internal/site"
)

// TestVersionsToComeChangeNothing takes sites that were written for other ends,
// and holds back what was announced after a day: the site of that day is that of
// sources without it.
func TestVersionsToComeChangeNothing(t *testing.T) {
	t.Parallel()
	holdBack(t, copied(t, ownSite()), "2026-11-09", "2024-04-24", "2025-10-09", "2023-02-01")
}

func TestCorpusToComeChangesNothing(t *testing.T) {
	t.Parallel()
	holdBack(t, copied(t, os.DirFS(corpus(t)+"/mozilla")), "2021-06-01")
}

// holdBack builds a site on days, with all its sources and without those of
// versions that are announced later.
func holdBack(t *testing.T, files fstest.MapFS, days ...string) {
	if testing.Short() {
		days = days[:1]
	}
	for _, s := range days {
		t.Run(s, func(t *testing.T) {
			t.Parallel()
			today := date(t, s)
			less, n := maps.Clone(files), 0
			all, problems := site.Load(t.Context(), site.Options{Source: files, Today: date(t, "2099-01-01"), Before: lookOf(files)})
			noErrors(t, problems)
			for _, p := range all.Model.Policies {
				for _, v := range p.Versions {
					if v.Announced.After(today) {
						n++
						maps.DeleteFunc(less, func(name string, _ *fstest.MapFile) bool { return strings.HasPrefix(name, v.Pos.File+"/") })
					}
				}
				if !anyUnder(less, "content/"+p.Slug+"/", ".md") {
					stub := "+++\ntitle = \"T\"\ndraft = true\n+++\n" // so that others may name the policy
					less["content/"+p.Slug+"/0.0/zh.md"] = &fstest.MapFile{Data: []byte(stub), Mode: 0o644}
				}
			}
			if n == 0 {
				t.Fatal("nothing is held back: the test shows nothing")
			}
			build := func(files fs.FS) map[string][]byte {
				b := tryBuild(t, files, func(o *Options) { o.Today = today }) // a link to what is held back is an error
				if len(b.files) == 0 {
					t.Fatalf("nothing was written:\n%s", printed(b.problems))
				}
				return b.files
			}
			sameFiles(t, build(files), build(less))
		})
	}
}

func anyUnder(files fstest.MapFS, prefix, suffix string) bool {
	for name := range files {
		if strings.HasPrefix(name, prefix) && strings.HasSuffix(name, suffix) {
			return true
		}
	}
	return false
}

// copied is a site in memory.
func copied(t *testing.T, fsys fs.FS) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if top, _, _ := strings.Cut(name, "/"); name != "." && !slices.Contains([]string{"site.toml", "content", "themes", "i18n"}, top) {
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		out[name] = &fstest.MapFile{Data: data, Mode: 0o644}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestGeneratedToComeChangesNothing draws sites of versions in every state, with
// clauses that come, go and move, and days.
func TestGeneratedToComeChangesNothing(t *testing.T) {
	t.Parallel()
	seeds := 60
	if testing.Short() {
		seeds = 12
	}
	hidden := 0
	for seed := range seeds {
		r := rand.New(rand.NewPCG(uint64(seed), 7))
		today := date(t, "2026-06-01")
		files, less := fstest.MapFS{}, fstest.MapFS{}
		files["site.toml"] = &fstest.MapFile{Data: []byte("title.zh = \"题\"\ntitle.en = \"T\"\n[redline]\ncompare = \"" + []string{"chain", "chain+current", "all"}[r.IntN(3)] + "\"\n")}
		less["site.toml"] = files["site.toml"]
		for i := range 2 + r.IntN(5) {
			facts, public := drawFacts(r, i, today)
			for _, lang := range []string{"zh", "en"} {
				f := &fstest.MapFile{Data: []byte("+++\ntitle = \"T\"\n" + facts + "+++\n" + drawBody(r))}
				name := fmt.Sprintf("content/privacy/%d.0/%s.md", i, lang)
				files[name] = f
				if public || i == 0 {
					less[name] = f
				}
			}
			if !public && i > 0 {
				hidden++
			}
		}
		build := func(files fs.FS) built { return tryBuild(t, files, func(o *Options) { o.Today = today }) }
		whole := build(files)
		if whole.problems.HasErrors() {
			t.Fatalf("seed %d: %s", seed, printed(whole.problems))
		}
		sameFiles(t, whole.files, build(less).files)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	if hidden == 0 {
		t.Error("nothing was hidden: the test shows nothing")
	}
}

// drawFacts draws the front matter of the i-th version, and whether it is public
// on the day. The first one always is.
func drawFacts(r *rand.Rand, i int, today policy.Date) (facts string, public bool) {
	effective := policy.Date{Year: 2026, Month: 1, Day: 1}.AddDays(i*50 + r.IntN(50))
	if i == 0 {
		return "effective = 2025-01-01\n", true
	}
	announced := effective.AddDays(-r.IntN(120))
	switch r.IntN(6) {
	case 0:
		return "draft = true\n", false
	case 1:
		return fmt.Sprintf("effective = %s\ndraft = true\n", effective), false
	case 2:
		from := today.AddDays(r.IntN(9) - 4)
		return fmt.Sprintf("consultation = { from = %s, to = %s, contact = \"x\" }\n", from, from.AddDays(9)), !from.After(today)
	case 3:
		return fmt.Sprintf("effective = %s\n", effective), !effective.After(today)
	case 4:
		return fmt.Sprintf("effective = %s\nannounced = %s\nwithdrawn = %s\nreason = { zh = \"错\", en = \"Error\" }\n",
			effective, announced, announced.AddDays(r.IntN(150))), !announced.After(today)
	}
	return fmt.Sprintf("effective = %s\nannounced = %s\n", effective, announced), !announced.After(today)
}

// drawBody draws some clauses, some of which have ids.
func drawBody(r *rand.Rand) string {
	var b strings.Builder
	for _, i := range r.Perm(6)[:2+r.IntN(4)] {
		fmt.Fprintf(&b, "\n## %s", []string{"Scope", "Retention", "Your rights", "Changes", "Contact", "Security"}[i])
		if r.IntN(3) == 0 {
			fmt.Fprintf(&b, " {#id-%d}", i)
		}
		fmt.Fprintf(&b, "\n\nWords of number %d, which say %d.\n\n- one of %d\n- two of %d\n", i, r.IntN(3), i, i)
	}
	return b.String()
}
