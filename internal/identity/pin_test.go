package identity_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
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

// bodies are the sources of a policy in order of time, read again and again
// while they are pinned.
type bodies struct {
	slug     string
	prevails policy.Lang
	texts    []body
	named    *policy.Policy // as they are at last
}

type body struct {
	version string
	lang    policy.Lang
	src     []byte
}

// parse reads the sources and names their clauses.
func (b *bodies) parse() *policy.Policy {
	p := b.model()
	identity.Assign(p)
	return p
}

func (x *body) options() markup.Options {
	return markup.Options{File: x.version + "/" + string(x.lang) + ".md", Lang: x.lang, Version: x.version}
}

// ids names the clauses and lists their ids.
func (b *bodies) ids() []string {
	var out []string
	b.named = b.parse()
	for _, x := range b.texts {
		for i, c := range b.named.Version(x.version).Text(x.lang).Clauses {
			out = append(out, fmt.Sprintf("%s/%s %d #%s", x.version, x.lang, i, c.ID))
		}
	}
	return out
}

// pinned writes the ids of a text into its source.
func pinned(t failer, x *body, text *policy.Text) []byte {
	ids := make([]string, len(text.Clauses))
	for i, c := range text.Clauses {
		ids[i] = c.ID
	}
	src, _, problems := markup.Pin(x.src, x.options(), ids)
	if len(problems) > 0 {
		t.Errorf("%s %s: %v", x.version, x.lang, problems)
	}
	return src
}

// failer is a test, or one drawn by rapid.
type failer interface{ Errorf(string, ...any) }

// pinInOrder pins the texts one after another, and tests that no clause of the
// policy ever gets another id.
func pinInOrder(t failer, b bodies, order []int) {
	b.texts = slices.Clone(b.texts)
	want := b.ids()
	for n, i := range order {
		x := &b.texts[i]
		x.src = pinned(t, x, b.named.Version(x.version).Text(x.lang))
		if diff := cmp.Diff(want, b.ids()); diff != "" {
			t.Errorf("%s: after %d of %v (-want +got)\n%s", b.slug, n+1, order, diff)
			return
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
func siteBodies(t testing.TB, dir string, prevails policy.Lang) []bodies {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(dir, "content/*/*/*.md"))
	slices.Sort(files)
	var out []bodies
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		version, lang := path.Split(filepath.ToSlash(f))
		slug := path.Base(path.Dir(path.Clean(version)))
		if len(out) == 0 || out[len(out)-1].slug != slug {
			out = append(out, bodies{slug: slug, prevails: prevails})
		}
		_, text, _ := strings.Cut(strings.TrimPrefix(string(src), "+++\n"), "\n+++\n")
		b := &out[len(out)-1]
		b.texts = append(b.texts, body{path.Base(path.Clean(version)), policy.Lang(strings.TrimSuffix(lang, ".md")), []byte(text)})
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
		b := bodies{slug: filepath.Base(file), prevails: "zh"}
		for _, f := range a.Files {
			if dir, name := path.Split(f.Name); path.Ext(name) == ".md" {
				b.texts = append(b.texts, body{path.Clean(dir), policy.Lang(strings.TrimSuffix(name, ".md")), f.Data})
			}
		}
		out = append(out, b)
	}
	return out
}

// TestPinnedInAnyOrder: the ids of a policy are the same whichever of its texts
// have them written out.
func TestPinnedInAnyOrder(t *testing.T) {
	for _, b := range append(archiveBodies(t), siteBodies(t, "../..", "zh")...) {
		t.Run(b.slug, func(t *testing.T) {
			pinInOrder(t, b, forward(len(b.texts)))
			random := rand.New(rand.NewPCG(1, 2))
			for range 2 {
				pinInOrder(t, b, random.Perm(len(b.texts)))
			}
		})
	}
}

// The same of the corpus, a part of whose texts are pinned at a time.
func TestPinnedCorpus(t *testing.T) {
	for _, b := range siteBodies(t, corpusDir(t)+"/mozilla", "en") {
		want := b.ids()
		random := rand.New(rand.NewPCG(1, uint64(len(b.texts))))
		for n := range 4 {
			part := bodies{slug: b.slug, prevails: b.prevails, texts: slices.Clone(b.texts)}
			for _, i := range random.Perm(len(b.texts))[:1+len(b.texts)*n/4] {
				x := &part.texts[i]
				x.src = pinned(t, x, b.named.Version(x.version).Text(x.lang))
			}
			if diff := cmp.Diff(want, part.ids()); diff != "" {
				t.Errorf("%s, %d of 4 pinned (-want +got)\n%s", b.slug, n, diff)
			}
		}
	}
}

// TestPinnedDrawn draws policies whose clauses come, go, move, change and have
// ids written out by their authors.
func TestPinnedDrawn(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		b := draw(r)
		b.ids()
		for _, x := range b.texts {
			r.Logf("%s %s %q", x.version, x.lang, x.src)
		}
		checkLaws(r, b.named)
		pinInOrder(r, b, rapid.Permutation(forward(len(b.texts))).Draw(r, "order"))
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

// draw makes a policy of up to four versions. Where clauses repeat each other
// only one language writes ids: two that contradict each other on which of them
// goes on leave no right answer.
func draw(r *rapid.T) bodies {
	b := bodies{slug: "drawn", prevails: "zh"}
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
				if form != "" && !(repeat && lang == "en") && rapid.IntRange(0, 5).Draw(r, "write") == 0 {
					fmt.Fprintf(&src, " {#w-%d}", rapid.SampledFrom([]int{i, i + 10}).Draw(r, "id"))
				}
				src.WriteString("\n\n")
			}
			b.texts = append(b.texts, body{fmt.Sprintf("%d.0", v+1), lang, []byte(src.String())})
		}
	}
	return b
}
