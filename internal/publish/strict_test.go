package publish

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"diptych/internal/policy"
	"diptych/internal/site"
)

// strictly returns what a strict check says of a site on a day.
func strictly(t testing.TB, fsys fs.FS, today policy.Date) string {
	t.Helper()
	opt := Options{Options: site.Options{Source: fsys, Today: today, Before: lookOf(fsys)}, Strict: true, Only: func(*site.Output) bool { return false }}
	_, problems, err := Run(context.Background(), opt, Discard{})
	if err != nil {
		t.Fatal(err)
	}
	return printed(problems)
}

var writtenDate = regexp.MustCompile(`\d{4}-\d{2}-\d{2}`)

// datesOf lists the days that the sources of a site name, in order.
func datesOf(t testing.TB, fsys fs.FS) []policy.Date {
	t.Helper()
	seen := map[policy.Date]bool{}
	err := fs.WalkDir(fsys, "content", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(name) != ".md" && path.Ext(name) != ".toml" {
			return err
		}
		src, err := fs.ReadFile(fsys, name)
		for _, s := range writtenDate.FindAllString(string(src), -1) {
			if d, err := policy.ParseDate(s); err == nil {
				seen[d] = true
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return slices.SortedFunc(maps.Keys(seen), policy.Date.Compare)
}

// walked lists the days from one to another on which a site may say something new:
// those about each of its dates, and the ends.
func walked(dates []policy.Date, from, to policy.Date) []policy.Date {
	out := []policy.Date{from, to}
	for _, d := range dates {
		for n := -1; n <= 1; n++ {
			if x := d.AddDays(n); !x.Before(from) && !x.After(to) {
				out = append(out, x)
			}
		}
	}
	slices.SortFunc(out, policy.Date.Compare)
	return slices.Compact(out)
}

// TestStrictForTwoYears: nothing is wrong with the project's own site on any day of
// the next two years. What is said changes on the days that the sources name alone;
// see TestOnlyDatesMatter.
func TestStrictForTwoYears(t *testing.T) {
	t.Parallel()
	from, to := date(t, "2026-11-23"), date(t, "2028-11-23")
	days := walked(datesOf(t, ownSite()), from, to)
	if len(days) < 4 {
		t.Errorf("the sources name no day of these years: %v", days)
	}
	if testing.Short() {
		days = days[:3]
	}
	for range 2 {
		days = append(days, from.AddDays(rand.IntN(from.DaysUntil(to))))
	}
	for _, d := range days {
		if s := strictly(t, ownSite(), d); s != "" {
			t.Errorf("on %s:\n%s", d, s)
		}
	}
}

// datedSite has something to say at every time, of dates of every kind.
func datedSite() fstest.MapFS {
	text := func(head, body string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("+++\ntitle = \"T\"\n" + head + "\n+++\n\n" + body + "\n")}
	}
	return fstest.MapFS{
		"site.toml":             {Data: []byte("title = \"T\"\n[check]\nnotice_days = 30\n[check.rules]\nmissing-text = \"warn\"\n")},
		"content/a/policy.toml": {Data: []byte("ends = 2028-05-01\n")},
		"content/a/1.0/zh.md":   text("effective = 2026-01-01", "## 一、甲 {#one}\n\n____\n\n## 三、丙 {#three}\n\n三日内"),
		"content/a/2.0/zh.md":   text("effective = 2027-02-01\nannounced = 2027-01-15", "## 一、甲 {#one}\n\nXX公司\n\n## 四、丙"),
		"content/a/2.0/en.md":   text("", "## 1. A {#one}\n\nOne\n\n## 2. C\n\nIn 4 days"),
		"content/a/3.0/zh.md":   text("effective = 2028-01-01\nannounced = 2027-06-01\nwithdrawn = 2028-03-01\nreason = { zh = \"误\", en = \"x\" }", "## 二、甲\n\n## 四、乙"),
		"content/b/1.0/zh.md":   text("effective = 2026-01-01", "见 [甲](a#three) 和 [乙](a#one)。{ignore=\"link\"}"),
		"content/b/2.0/zh.md":   text("effective = 2027-09-01\n[consultation]\nfrom = 2027-03-01\nto = 2027-04-01\ncontact = \"x@example.com\"", "见 [甲](a#three)。"),
		"content/c/1.0/zh.md":   text("effective = 2027-05-05", "## 一、甲 {ignore=\"numbering\" because=\"x\"}\n\n## 二、乙 {#x ignore=\"figure\" because=\"x\"}\n\n三十（20）日"),
	}
}

// TestOnlyDatesMatter: what a check says is a function of where the day stands among
// the dates of the sources: the same on every day between two of them.
func TestOnlyDatesMatter(t *testing.T) {
	t.Parallel()
	fsys := datedSite()
	dates := datesOf(t, fsys)
	different := map[string]bool{}
	for i, d := range dates {
		if testing.Short() && i%3 == 1 {
			continue
		}
		next := d.AddDays(400)
		if i+1 < len(dates) {
			next = dates[i+1]
		}
		first := strictly(t, fsys, d)
		different[first] = true
		for _, x := range []policy.Date{next.AddDays(-1), d.AddDays(rand.IntN(d.DaysUntil(next)))} {
			if s := strictly(t, fsys, x); s != first {
				t.Errorf("between %s and %s:\non %s is said\n%son %s\n%s", d, next, d, first, x, s)
			}
		}
	}
	if len(dates) < 10 || len(different) < 6 {
		t.Errorf("on %d dates %d different things are said", len(dates), len(different))
	}
}

// reason is what the front matter of a text of the corpus would accept, and why.
type reason struct{ text, rule, clause, because string }

// reasons let the corpus pass. Each finding is true: its publisher would have to
// mend it or to say why not.
var reasons = []reason{
	{"common-voice-terms/2025-11-05/zh.md", "parity-change parity-paragraph", "c-0", "the preamble lost a paragraph and has another one twice"},
	{"firefox-privacy-notice/2026-05-04/zh.md", "parity-clause", "", "permissions that only the Chinese edition explains one by one"},
	{"firefox-privacy-notice/2026-05-04/zh.md", "markup", "", "a list that its publisher runs together"},
	{"mozilla-privacy-policy/2025-12-09/zh.md", "parity-change", "c-3", "the translation follows"},
	{"pocket-tos/2024-04-05/en.md", "markup", "", "the service is closed, and its terms stay as they were"},
}

// TestCorpusPassesStrictly: with a handful of written reasons nothing is wrong with
// real policies, and each reason is needed.
func TestCorpusPassesStrictly(t *testing.T) {
	corpus(t)
	real := os.DirFS(corpusDir() + "/mozilla")
	const today = "2026-11-23"
	edited := func(skip int) fs.FS {
		out := fstest.MapFS{}
		for i, r := range reasons {
			name := "content/" + r.text
			src, err := fs.ReadFile(real, name)
			if f := out[name]; f != nil {
				src, err = f.Data, nil
			}
			if err != nil {
				t.Fatal(err)
			}
			if out[name] = (&fstest.MapFile{Data: src}); i == skip {
				continue
			}
			words := fmt.Sprintf("[[ignore]]\nrule = %q\nbecause = %q\n", r.rule, r.because)
			if r.clause != "" {
				words += fmt.Sprintf("clause = %q\n", r.clause)
			}
			head := bytes.Index(src[3:], []byte("\n+++")) + 4
			out[name] = &fstest.MapFile{Data: slices.Concat(src[:head], []byte(words), src[head:])}
		}
		return over{out, real}
	}
	if s := strictly(t, edited(-1), date(t, today)); s != "" {
		t.Errorf("with all reasons:\n%s", s)
	}
	for i, r := range reasons {
		s := strictly(t, edited(i), date(t, today))
		if first, _, _ := strings.Cut(r.rule, " "); !strings.Contains(s, "["+first+"]") {
			t.Errorf("without the reason for %s of %s:\n%s", r.rule, r.text, s)
		}
	}
}

// over is a file system with files in front of those of another.
type over struct {
	fstest.MapFS
	under fs.FS
}

func (o over) Open(name string) (fs.File, error) {
	if _, ok := o.MapFS[name]; ok {
		return o.MapFS.Open(name)
	}
	return o.under.Open(name)
}

// ReadDir and the others are those of the file system below: the files in front have
// the names of files there.
func (o over) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(o.under, name) }
func (o over) Stat(name string) (fs.FileInfo, error) {
	if _, ok := o.MapFS[name]; ok {
		return o.MapFS.Stat(name)
	}
	return fs.Stat(o.under, name)
}
func (o over) ReadFile(name string) ([]byte, error) {
	if f := o.MapFS[name]; f != nil {
		return f.Data, nil
	}
	return fs.ReadFile(o.under, name)
}
func (o over) Lstat(name string) (fs.FileInfo, error) { return o.Stat(name) }

// TestReasonsAreNotPublished: not a byte of why something is accepted comes into any
// file, whoever says it and wherever it stands; the reason of only does.
func TestReasonsAreNotPublished(t *testing.T) {
	t.Parallel()
	const secret = "kept-within-the-house"
	text := func(head, body string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("+++\n" + head + "\n[[ignore]]\nrule = \"placeholder\"\nclause = \"x\"\nbecause = \"" + secret + "\"\n+++\n" + strings.ReplaceAll(body, "@", `ignore="numbering" because="`+secret+`"`))}
	}
	const body = "\n## 一、甲 {#x @}\n\n____\n\n（一）子 {@}\n\n（三）丑 {@ .key}\n\n1. 项 {@}\n3. 项\n\n甲 {@}\n\n> 引 {@}\n\n## 三、乙 {@ only=\"zh\" reason=\"for-readers\"}\n\n文[^1]\n\n[^1]: 注 {@}\n"
	b := buildSite(t, fstest.MapFS{
		"site.toml":           {Data: []byte("title = \"T\"\n[check.rules]\nmissing-text = \"off\"\n")},
		"content/a/1.0/zh.md": text("title = \"甲\"\neffective = 2025-01-01", body),
		"content/a/2.0/zh.md": text("title = \"甲\"\neffective = 2026-01-01", body+"\n## 六、丁 {@}\n"),
		"content/a/2.0/en.md": text("title = \"A\"", "\n## 1. A {#x @}\n\n____\n"),
	}, nil)
	readers := false
	for name, data := range b.files {
		for _, s := range []string{secret, "because", "ignore="} {
			if bytes.Contains(data, []byte(s)) && !strings.HasSuffix(name, ".js") {
				t.Errorf("%s holds %q", name, s)
			}
		}
		readers = readers || bytes.Contains(data, []byte("for-readers"))
	}
	if len(b.files) < 20 || !readers {
		t.Errorf("%d files; the reason for readers is in one: %v", len(b.files), readers)
	}
}
