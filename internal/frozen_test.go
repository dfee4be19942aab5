package internal_test

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"runtime/debug"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sync/errgroup"

	"diptych/internal/bitext"
	"diptych/internal/check"
	"diptych/internal/locale"
	"diptych/internal/policy"
	"diptych/internal/redline"
	"diptych/internal/redline/format"
	"diptych/internal/redline/plan"
	"diptych/internal/site"
)

// TestMain lets the heap grow as a build does: most of what a test makes is
// dropped soon.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	m.Run()
}

// A text is made in three phases: source.Parse reads it, identity.Assign gives
// its clauses their ids, source.Resolve finds out where its links lead. Then it
// is frozen: nothing writes to the model any more. So pages can be made of it at
// the same time, and preview keeps it from one reload to the next.

// frozen is a site whose texts are frozen.
type frozen struct {
	site     *site.Site
	policies []site.Parsed
}

func freeze(t *testing.T, fsys fs.FS) frozen {
	t.Helper()
	s, problems := site.Load(t.Context(), site.Options{Source: fsys, Today: policy.Date{Year: 2026, Month: 11, Day: 21}, Drafts: true})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	out := frozen{site: s}
	for _, p := range s.Model.Policies {
		full, _ := s.Parse(t.Context(), p)
		out.policies = append(out.policies, full)
	}
	return out
}

// TestNothingWritesToFrozenTexts makes all that is made of a site, several things
// at a time, and compares the texts with those of the same site read once more.
// Under the race detector a write that puts back what was there is found too.
func TestNothingWritesToFrozenTexts(t *testing.T) {
	t.Run("own site", func(t *testing.T) { testFrozen(t, os.DirFS("..")) })
	t.Run("corpus", func(t *testing.T) {
		if testing.Short() {
			t.Skip("the corpus is for the full run")
		}
		dir, named := os.LookupEnv("DIPTYCH_CORPUS")
		if !named {
			dir = "../../shared/corpus"
		}
		if _, err := os.Stat(filepath.Join(dir, "mozilla")); err != nil {
			if named {
				t.Fatal(err)
			}
			t.Skip("no corpus beside the project; DIPTYCH_CORPUS names it")
		}
		testFrozen(t, os.DirFS(filepath.Join(dir, "mozilla")))
	})
}

func testFrozen(t *testing.T, fsys fs.FS) {
	want, got := freeze(t, fsys), freeze(t, fsys)
	if err := got.use(); err != nil {
		t.Fatal(err)
	}
	for i := range got.policies {
		was, is := want.policies[i].Policy, got.policies[i].Policy
		if reflect.DeepEqual(was, is) {
			continue
		}
		t.Errorf("%s: something wrote to the policy", is.Slug)
		for k, v := range is.Versions {
			for j, x := range v.Texts {
				if before := was.Versions[k].Texts[j]; !reflect.DeepEqual(before, x) {
					t.Fatalf("%s/%s %s (-frozen +now):\n%.4000s", is.Slug, v.Name, x.Lang, cmp.Diff(before, x))
				}
			}
		}
	}
	if !reflect.DeepEqual(want.site.Model.Policies, got.site.Model.Policies) {
		t.Error("something wrote to the policies of the site, which have no bodies")
	}
}

// use makes everything that is made of the texts, at least four things at a time.
func (f *frozen) use() error {
	var group errgroup.Group
	group.SetLimit(max(4, runtime.GOMAXPROCS(0)))
	read := f.site.NewReading()
	for _, p := range f.policies {
		read.Add(p)
	}
	for _, p := range f.policies {
		group.Go(func() error {
			links := check.ClauseLinks(f.site.Model, p.Policy)
			check.Links(f.site.Config, f.site.Model, links, read.List)
			check.Policy(context.Background(), f.site.Config, f.site.Model, p.Policy, p.Alignments)
			return nil
		})
		for _, lang := range f.site.Model.Languages {
			group.Go(func() error { return compare(p, lang) })
		}
		material := read.Of(p)
		for o := range f.site.OutputsOf(p.Policy) {
			group.Go(func() error {
				_, err := o.Bytes(context.Background(), material, new(bytes.Buffer))
				return err
			})
		}
	}
	return group.Wait()
}

// compare makes the redlines between neighbours, both ways and in every format,
// and aligns the texts with those of the other languages anew. The redlines of
// the pages are those forward, whoever asks first.
func compare(p site.Parsed, lang policy.Lang) error {
	var last *policy.Text
	for _, v := range p.Versions {
		t := v.Text(lang)
		if t == nil {
			continue
		}
		for _, other := range v.Texts {
			if other == t {
				continue
			}
			bitext.Align(context.Background(), t, other, bitext.ByID(t, other)).Pairs()
		}
		if last != nil {
			plan.Answers(context.Background(), last, t)
			for _, r := range [...]*redline.Redline{p.Alignments.Compare(context.Background(), last, t), redline.Compare(context.Background(), t, last)} {
				if err := format.JSON(io.Discard, r, ""); err != nil {
					return err
				}
				r.Rows()
				if err := format.Markdown(io.Discard, r, locale.ToolIn("en")); err != nil {
					return err
				}
				if err := format.Text(io.Discard, r, locale.ToolIn("en"), true); err != nil {
					return err
				}
			}
		}
		last = t
	}
	return nil
}
