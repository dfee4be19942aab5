package identity_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"diptych/internal/identity"
	"diptych/internal/markup"
	"diptych/internal/policy"
)

// bodies are the texts of a policy in order of time. Their ids are found again
// and again while they are pinned, and never written: so a text is read once.
type bodies struct {
	slug     string
	prevails policy.Lang
	texts    []body
	finder   *identity.Finder
}

type body struct {
	version string
	lang    policy.Lang
	src     []byte
	text    *policy.Text // read from src
}

func newBody(version string, lang policy.Lang, src []byte) body {
	x := body{version: version, lang: lang}
	x.read(src)
	return x
}

// read makes src the source of the text.
func (x *body) read(src []byte) {
	x.src, x.text = src, &policy.Text{Lang: x.lang}
	x.text.Clauses, _ = markup.Parse(src, x.options())
}

func (x *body) options() markup.Options {
	return markup.Options{File: x.version + "/" + string(x.lang) + ".md", Lang: x.lang.Tag(), Version: x.version, Settled: true}
}

// policy returns the policy of the texts, which it shares.
func (b *bodies) policy() *policy.Policy {
	p := &policy.Policy{Slug: b.slug, Prevails: b.prevails}
	for _, x := range b.texts {
		v := p.Version(x.version)
		if v == nil {
			v = &policy.Version{Name: x.version}
			p.Versions = append(p.Versions, v)
		}
		v.Texts = append(v.Texts, x.text)
	}
	return p
}

// again returns the same bodies, read anew.
func (b *bodies) again() *bodies {
	out := &bodies{b.slug, b.prevails, slices.Clone(b.texts), new(identity.Finder)}
	for i := range out.texts {
		out.texts[i].read(out.texts[i].src)
	}
	return out
}

// ids returns the ids of the clauses of each text.
func (b *bodies) ids() [][]markup.Name {
	idOf := b.finder.Find(b.policy())
	out := make([][]markup.Name, len(b.texts))
	for i, x := range b.texts {
		for _, c := range x.text.Clauses {
			out[i] = append(out[i], idOf(c))
		}
	}
	return out
}

// pinned returns the texts with their ids written into their sources.
func (b *bodies) pinned(t failer, ids [][]markup.Name) []body {
	taken, said := map[string]bool{}, map[string]bool{}
	for i, all := range ids {
		for k, n := range all {
			taken[n.ID] = true
			for _, id := range b.texts[i].text.Clauses[k].Former {
				said[id] = true
			}
		}
	}
	out := slices.Clone(b.texts)
	for i := range out {
		x := &out[i]
		ids[i] = slices.Clone(ids[i])
		for k := range ids[i] { // as source.Pin
			n := &ids[i][k]
			n.Was = slices.DeleteFunc(slices.Clone(n.Was), func(id string) bool { return said[id] })
			if slices.ContainsFunc(n.Was, func(id string) bool { return taken[id] }) {
				*n = markup.Name{}
			}
		}
		src, _, problems := markup.Pin(x.src, x.options(), ids[i])
		if len(problems) > 0 {
			t.Errorf("%s %s: %v", x.version, x.lang, problems)
		}
		x.read(src)
	}
	return out
}

// failer is a test, or one drawn by rapid.
type failer interface{ Errorf(string, ...any) }

// pinInOrder pins the texts one after another, in each of the orders, and tests
// that no clause of the policy ever gets another id or other second targets.
func pinInOrder(t failer, b bodies, orders ...[]int) {
	want := b.ids()
	plain, pinned := b.texts, b.pinned(t, slices.Clone(want))
	for _, order := range orders {
		b.texts = slices.Clone(plain)
		for n, i := range order {
			b.texts[i] = pinned[i]
			got := b.ids()
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: after %d of %v (-want +got)\n%s", b.slug, n+1, order, diff)
				return
			}
		}
	}
}

func forward(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// siteBodies are the policies of a folder content/, whose versions are in order
// of their names.
func siteBodies(dir string, prevails policy.Lang) []bodies {
	files, _ := filepath.Glob(filepath.Join(dir, "content/*/*/*.md"))
	slices.Sort(files)
	var out []bodies
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			panic(err)
		}
		version, lang := path.Split(filepath.ToSlash(f))
		slug := path.Base(path.Dir(path.Clean(version)))
		if len(out) == 0 || out[len(out)-1].slug != slug {
			out = append(out, bodies{slug: slug, prevails: prevails, finder: new(identity.Finder)})
		}
		_, text, _ := strings.Cut(strings.TrimPrefix(string(src), "+++\n"), "\n+++\n")
		b := &out[len(out)-1]
		b.texts = append(b.texts, newBody(path.Base(path.Clean(version)), policy.Lang(strings.TrimSuffix(lang, ".md")), []byte(text)))
	}
	return out
}

func archiveBodies(t testing.TB) []bodies {
	t.Helper()
	files, _ := filepath.Glob("testdata/*.txtar")
	// A target that has the name already keeps a clause from having it written.
	files = slices.DeleteFunc(files, func(f string) bool { return filepath.Base(f) == "anchor_yields.txtar" })
	var out []bodies
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		b := bodies{slug: filepath.Base(file), prevails: "zh", finder: new(identity.Finder)}
		for _, f := range a.Files {
			if dir, name := path.Split(f.Name); path.Ext(name) == ".md" {
				b.texts = append(b.texts, newBody(path.Clean(dir), policy.Lang(strings.TrimSuffix(name, ".md")), f.Data))
			}
		}
		out = append(out, b)
	}
	return out
}

// TestFindWritesNothing: ids are found in a policy that stays as it is, and they
// are those that Assign writes.
func TestFindWritesNothing(t *testing.T) {
	for _, b := range append(archiveBodies(t), siteBodies("../..", "zh")...) {
		want := b.ids()
		if before := b.again().policy(); !reflect.DeepEqual(before, b.policy()) {
			t.Errorf("%s: the policy was changed (-before +after)\n%s", b.slug, cmp.Diff(before, b.policy()))
		}
		identity.Assign(t.Context(), b.policy())
		for i, x := range b.texts {
			for k, c := range x.text.Clauses {
				if got := (markup.Name{ID: c.ID, Was: c.Also}); !cmp.Equal(got, want[i][k]) {
					t.Errorf("%s %s/%s: Assign writes %v, want %v", b.slug, x.version, x.lang, got, want[i][k])
				}
			}
		}
	}
}

// TestPinnedInAnyOrder: the ids of a policy are the same whichever of its texts
// have them written out.
func TestPinnedInAnyOrder(t *testing.T) {
	for _, b := range append(archiveBodies(t), siteBodies("../..", "zh")...) {
		t.Run(b.slug, func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(1, 2))
			pinInOrder(t, b, forward(len(b.texts)), random.Perm(len(b.texts)), random.Perm(len(b.texts)))
		})
	}
}

// The same of the corpus, a part of whose texts are pinned at a time.
func TestPinnedCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("the corpus is for the full run")
	}
	for _, b := range siteBodies(corpusDir(t)+"/mozilla", "en") {
		t.Run(b.slug, func(t *testing.T) {
			t.Parallel()
			want := b.ids()
			plain, pinned := b.texts, b.pinned(t, slices.Clone(want))
			random := rand.New(rand.NewPCG(1, uint64(len(b.texts))))
			for n := range 4 {
				b.texts = slices.Clone(plain)
				for _, i := range random.Perm(len(b.texts))[:1+len(b.texts)*n/4] {
					b.texts[i] = pinned[i]
				}
				if diff := cmp.Diff(want, b.ids()); diff != "" {
					t.Errorf("%d of 4 pinned (-want +got)\n%s", n, diff)
				}
			}
		})
	}
}

// TestPinnedDrawn draws policies whose clauses come, go, move, change and have
// ids written out by their authors, at odds with each other too. Texts that are
// pinned one after another, those that a trial takes, change no name: as the trial
// says without asking the words again, so it is, halfway and at last.
func TestPinnedDrawn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := draw(t)
		want := b.ids()
		pinned := b.pinned(t, slices.Clone(want))
		trial := identity.Try(context.Background(), b.policy())
		halfway := rapid.IntRange(1, len(b.texts)).Draw(t, "halfway")
		for n, i := range rapid.Permutation(forward(len(b.texts))).Draw(t, "order") {
			if trial.Write([]*policy.Text{b.texts[i].text}, []*policy.Text{pinned[i].text}) {
				b.texts[i] = pinned[i]
			}
			if n+1 == halfway || n+1 == len(b.texts) {
				if diff := cmp.Diff(want, b.ids()); diff != "" {
					t.Fatalf("after %d (-want +got)\n%s", n+1, diff)
				}
			}
		}
		named := b.policy()
		identity.Assign(context.Background(), named)
		checkLaws(t, named)
	})
}

// subjects are what drawn clauses speak of, in Chinese and in English.
var subjects = [][2]string{
	{"我们收集您的姓名和电话号码 13800000000", "We collect your name and the telephone number 13800000000"},
	{"账号注销后保存期限为 30 日", "After the account is closed data is kept for 30 days"},
	{"您可以查阅、复制、更正个人信息", "You may consult, copy and correct personal information"},
	{"未经同意不向第三方提供 GPS 位置", "GPS locations are given to no third party without consent"},
	{"联系邮箱为 legal@example.com", "The address for questions is legal@example.com"},
	{"本政策自 2026 年 5 月 1 日起生效", "This policy is in force from 1 May 2026"},
	{"Cookie 用于记住您的语言", "Cookies are used to remember your language"},
}

// draw makes a policy of up to four versions.
func draw(r *rapid.T) bodies {
	b := bodies{slug: "drawn", prevails: "zh", finder: new(identity.Finder)}
	repeat := rapid.Bool().Draw(r, "repeat")
	numbers := rapid.IntRange(0, len(subjects)-1)
	for v := range rapid.IntRange(1, 4).Draw(r, "versions") {
		clauses := rapid.SliceOfNDistinct(numbers, 1, 5, rapid.ID[int]).Draw(r, "clauses")
		if repeat {
			clauses = rapid.SliceOfN(numbers, 1, 6).Draw(r, "clauses")
		}
		for k, lang := range []policy.Lang{"zh", "en"} {
			if k == 1 && rapid.IntRange(0, 4).Draw(r, "late") == 0 {
				continue
			}
			var src strings.Builder
			for i, n := range clauses {
				form := rapid.SampledFrom([]string{"# ", "## ", "", "1. "}).Draw(r, "form")
				src.WriteString(form)
				words := subjects[n][k]
				if rapid.IntRange(0, 3).Draw(r, "change") == 0 {
					words += fmt.Sprintf(" %d", rapid.IntRange(0, 99).Draw(r, "words"))
				}
				src.WriteString(words)
				if form != "" && rapid.IntRange(0, 5).Draw(r, "write") == 0 {
					fmt.Fprintf(&src, " {#w-%d}", rapid.SampledFrom([]int{i, i + 10}).Draw(r, "id"))
				}
				src.WriteString("\n\n")
			}
			b.texts = append(b.texts, newBody(fmt.Sprintf("%d.0", v+1), lang, []byte(src.String())))
		}
	}
	return b
}
